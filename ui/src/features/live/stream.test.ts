// A stream on its way into a video: its order, the live edge, what is let go, and what ends it; and a whole file.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeMediaSource, bytes, fakeMedia } from './fake-media';
import { Stream, showWhole } from './stream';

const MIME = 'video/mp4; codecs="avc1.4d4032"';
let sources: readonly FakeMediaSource[];
let video: HTMLVideoElement;

beforeEach(() => {
  vi.useFakeTimers();
  sources = fakeMedia();
  video = document.createElement('video');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what a camera sends', () => {
  /** proves: S1 */
  it('waits until the video is open, and is then taken in its order and one piece at a time', async () => {
    const { stream } = begin();
    for (const value of [1, 2, 3]) stream.append(bytes(value));
    expect(taken()).toEqual([]);
    await pass(1);
    expect(taken()).toEqual([1]);
    await pass(1);
    expect(taken()).toEqual([1, 2]);
    stream.append(bytes(4));
    await pass(2);
    expect(taken()).toEqual([1, 2, 3, 4]);
  });

  it('is shown in its own kind, and its address is given back once it is open', async () => {
    begin();
    const address = video.getAttribute('src');
    expect(URL.revokeObjectURL).not.toHaveBeenCalled();
    await pass(1);
    expect([source().mime, vi.mocked(URL.revokeObjectURL).mock.calls]).toEqual([MIME, [[address]]]);
  });

  it('plays as soon as there is something to play', async () => {
    const play = vi.spyOn(video, 'play');
    const { stream } = begin();
    await pass(1);
    expect(play, 'an empty video has nothing to play').not.toHaveBeenCalled();
    await show(stream, [[0, 0.5]]);
    expect(play).toHaveBeenCalledOnce();
  });
});

describe('the live edge', () => {
  /** proves: S1 */
  it('is where the picture jumps when it is more than a second and a fifth behind', async () => {
    const { stream } = begin();
    await show(stream, [[0, 0.1]]);
    await show(stream, [[0, 1.2]]);
    expect(video.currentTime, 'so far behind it may be').toBe(0);
    await show(stream, [[0, 1.3]]);
    expect(video.currentTime).toBeCloseTo(1.2);
  });

  /** proves: S1, S2 */
  it('is where a stream begins, however much of it comes at once, and where the next one begins too', async () => {
    const { stream } = begin();
    await show(stream, [[0, 0.9]]);
    expect(video.currentTime).toBeCloseTo(0.8);
    expect(stream.goesOn(MIME, bytes(3))).toBe(true);
    await show(stream, [[0, 0.9]]);
    expect(video.currentTime, 'nothing of it is there yet').toBeCloseTo(0.8);
    await show(stream, [[0, 1.8]]);
    expect(video.currentTime).toBeCloseTo(1.7);
  });

  /** proves: S1 */
  it('is reached over what was left out', async () => {
    const { stream } = begin();
    video.currentTime = 4;
    await show(stream, [[0, 4.1], [9, 9.05]]);
    expect(video.currentTime, 'no earlier than what is there').toBe(9);
    await show(stream, [[0, 4.1], [20, 21]]);
    expect(video.currentTime).toBeCloseTo(20.9);
    video.currentTime = 22;
    await show(stream, [[20, 22], [22.5, 23]]);
    expect(video.currentTime, 'also where that is near').toBeCloseTo(22.9);
  });

  it('is not left for what is shown already', async () => {
    const { stream } = begin();
    await show(stream, [[9, 9.5]]);
    await show(stream, [[9, 10]]);
    expect(video.currentTime).toBeCloseTo(9.4);
  });
});

describe('what was shown', () => {
  it('is let go before the next piece once it is long ago, and kept until then', async () => {
    const { stream } = begin();
    video.currentTime = 15.9;
    await show(stream, [[0, 16]]);
    await show(stream, [[0, 16]]);
    expect(buffer().removed).toEqual([]);
    video.currentTime = 16;
    stream.append(bytes(7));
    expect(buffer().removed).toEqual([[0, 8]]);
    expect(taken().at(-1), 'it waits for its turn').not.toBe(7);
    await pass(1);
    expect(taken().at(-1)).toBe(7);
  });
});

describe('a still', () => {
  /** proves: S2 */
  it('is shown wherever in its stream it was, before it ends', async () => {
    const { stream } = begin();
    stream.end();
    await show(stream, [[10, 10.07]]);
    expect([video.currentTime, source().readyState]).toEqual([10, 'ended']);
  });

  /** proves: S2 */
  it('ends its stream once all of it was taken', async () => {
    const { stream } = begin();
    stream.append(bytes(1));
    stream.append(bytes(2));
    stream.end();
    await pass(2);
    expect(source().readyState).toBe('open');
    await pass(1);
    expect([taken(), source().readyState]).toEqual([[1, 2], 'ended']);
  });
});

describe('a stream that the video does not take', () => {
  it('is reported once when a piece of it cannot be read', async () => {
    const { stream, onfailed } = begin();
    await pass(1);
    buffer().breaks = true;
    for (const value of [1, 2]) stream.append(bytes(value));
    await pass(10);
    expect([taken(), onfailed.mock.calls.length]).toEqual([[1], 1]);
  });

  it('is reported when its kind is not known', async () => {
    FakeMediaSource.unsupported = [MIME];
    const { onfailed } = begin();
    await pass(1);
    expect(onfailed).toHaveBeenCalledOnce();
  });

  it('is reported once when it cannot be decoded', async () => {
    const { stream, onfailed } = begin();
    await pass(1);
    video.dispatchEvent(new Event('error'));
    vi.spyOn(buffer(), 'appendBuffer').mockImplementation(() => {
      throw new DOMException('error is set', 'InvalidStateError');
    });
    stream.append(bytes(1));
    video.dispatchEvent(new Event('error'));
    await pass(1);
    expect(onfailed).toHaveBeenCalledOnce();
  });

  it('is reported once when the video takes nothing and says nothing', async () => {
    const { stream, onfailed } = begin();
    await pass(1);
    vi.spyOn(buffer(), 'appendBuffer').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    stream.append(bytes(1));
    stream.append(bytes(2));
    expect(onfailed).toHaveBeenCalledOnce();
  });

  it('is reported once when nothing is taken for long', () => {
    const { stream, onfailed } = begin();
    for (let count = 0; count < 600; count += 1) stream.append(bytes(1));
    expect(onfailed).not.toHaveBeenCalled();
    stream.append(bytes(1));
    for (let count = 0; count < 700; count += 1) stream.append(bytes(1));
    expect(onfailed).toHaveBeenCalledOnce();
  });
});

describe('a stream that was closed', () => {
  it('takes nothing more, and gives its address back', async () => {
    const { stream, onfailed } = begin();
    await pass(1);
    for (const value of [1, 2, 3]) stream.append(bytes(value));
    stream.close();
    await pass(10);
    expect([taken(), onfailed.mock.calls.length]).toEqual([[1], 0]);
  });

  it('reports nothing when it opens only then: another one has taken its place', async () => {
    FakeMediaSource.unsupported = [MIME];
    const { stream, onfailed } = begin();
    stream.close();
    await pass(1);
    expect(onfailed).not.toHaveBeenCalled();
    expect(URL.revokeObjectURL).toHaveBeenCalled();
  });

  it('reports nothing when the video complains about what came after it', async () => {
    const { stream, onfailed } = begin();
    const other = begin();
    stream.close();
    video.dispatchEvent(new Event('error'));
    expect([onfailed.mock.calls.length, other.onfailed.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('a whole file', () => {
  /** proves: S4 */
  it('is shown from its beginning, nothing of it is let go, and it does not run to its end by itself', async () => {
    const play = vi.spyOn(video, 'play');
    showWhole(video, { mime: MIME, bytes: bytes(1, 2) }, vi.fn());
    await pass(1);
    buffer().ranges = [[3, 70]];
    await pass(1);
    vi.spyOn(video, 'buffered', 'get').mockReturnValue(buffer().buffered as TimeRanges);
    video.dispatchEvent(new Event('loadeddata'));
    expect([taken(), source().readyState, buffer().removed]).toEqual([[1], 'ended', []]);
    expect([video.currentTime, play.mock.calls.length, video.muted]).toEqual([3, 1, false]);
  });

  it('is shown without sound where the window may not sound by itself', async () => {
    const play = vi.spyOn(video, 'play').mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    showWhole(video, { mime: MIME, bytes: bytes(1) }, vi.fn());
    video.dispatchEvent(new Event('loadeddata'));
    await pass(1);
    expect([play.mock.calls.length, video.muted]).toEqual([2, true]);
  });

  it('that is let go of plays no more, and complains no more', async () => {
    const play = vi.spyOn(video, 'play');
    const onfailed = vi.fn();
    showWhole(video, { mime: MIME, bytes: bytes(1) }, onfailed)();
    video.dispatchEvent(new Event('loadeddata'));
    video.dispatchEvent(new Event('error'));
    expect([play.mock.calls.length, onfailed.mock.calls.length]).toEqual([0, 0]);
  });
});

function begin() {
  const onfailed = vi.fn();
  return { stream: new Stream(video, MIME, onfailed), onfailed };
}

/** One more piece comes, and then so much is there. */
async function show(stream: Stream, ranges: (readonly [number, number])[]) {
  await pass(1);
  buffer().ranges = ranges;
  stream.append(bytes(0));
  await pass(1);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const source = () => sources.at(-1) as FakeMediaSource;
const buffer = () => source().buffer as NonNullable<FakeMediaSource['buffer']>;
const taken = () => (source().buffer?.appended ?? []).map(([first]) => first);
