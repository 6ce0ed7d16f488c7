// Pictures on their way onto a canvas: how they are told apart, that the newest is shown, and what ends it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytes } from './fake-media';
import { fakeDecoder, framed, type FakeDecoder } from './fake-pictures';
import { Pictures, timed } from './pictures';

let decoder: FakeDecoder;
let canvas: HTMLCanvasElement;
let pictures: Pictures;
let onshown: ReturnType<typeof vi.fn<() => void>>;
let onfailed: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  decoder = fakeDecoder();
  canvas = document.createElement('canvas');
  onshown = vi.fn();
  onfailed = vi.fn();
  pictures = new Pictures(canvas, onshown, onfailed);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what a camera sends', () => {
  it('is told apart by its lengths, each picture with its time, also beyond four bytes of milliseconds', () => {
    const all = bytes(...framed(0, 1, 2), ...framed(5_000_000_000, 3), ...framed(7));
    expect(timed(all)).toEqual([
      { at: 0, jpeg: bytes(1, 2) },
      { at: 5_000_000_000, jpeg: bytes(3) },
      { at: 7, jpeg: bytes() },
    ]);
  });

  it('is told apart also where it lies in the middle of other bytes', () => {
    const all = bytes(9, 9, 9, ...framed(4, 1, 2), 9);
    expect(timed(all.subarray(3, -1))).toEqual([{ at: 4, jpeg: bytes(1, 2) }]);
  });

  it.each([
    ['a head that is cut off', framed(0, 1).slice(0, 11)],
    ['a picture that is cut off', framed(0, 1, 2).slice(0, -1)],
    ['a length beyond everything', [255, 255, 255, 255, ...framed(0, 1).slice(4)]],
    ['something behind the last picture', [...framed(0, 1), 7]],
  ])('is nothing that can be shown where a length does not fit: %s', async (_, wrong) => {
    expect(timed(bytes(...wrong))).toBeNull();
    pictures.append(bytes(...wrong));
    expect(onfailed).toHaveBeenCalledOnce();
    pictures.append(bytes(...framed(1, 5)));
    await pass();
    expect([decoder.begun, onfailed.mock.calls.length]).toEqual([[], 1]);
  });
});

describe('a picture', () => {
  /** proves: S1 */
  it('is drawn in its own size, and let go of', async () => {
    pictures.append(bytes(...framed(0, 1, 2, 3)));
    await pass();
    expect([decoder.drawn, canvas.width, canvas.height, onshown.mock.calls.length, decoder.closed]).toEqual([[[1, 2, 3]], 3, 1, 1, 1]);
  });

  /** proves: S1 */
  it('is the newest of several', async () => {
    pictures.append(bytes(...framed(0, 1), ...framed(40, 2), ...framed(80, 3)));
    await pass();
    expect(decoder.begun).toEqual([[3]]);
  });

  it('is no beginning without one', async () => {
    pictures.append(bytes());
    await pass();
    expect([decoder.begun, onfailed.mock.calls.length]).toEqual([[], 0]);
  });

  /** proves: S1 */
  it('waits while another one is decoded, and gives its place to a newer one', async () => {
    decoder.slow = true;
    for (const value of [1, 2, 3, 4]) pictures.append(bytes(...framed(value, value)));
    await pass();
    expect(decoder.begun).toEqual([[1]]);
    decoder.finish();
    await pass();
    expect([decoder.drawn, decoder.begun]).toEqual([[[1]], [[1], [4]]]);
    decoder.finish();
    await pass();
    expect([decoder.drawn, decoder.begun]).toEqual([[[1], [4]], [[1], [4]]]);
  });

  it('that is broken is skipped', async () => {
    for (const value of [1, 0, 0, 2, 0, 0]) await show(value);
    expect([decoder.drawn, onfailed.mock.calls.length]).toEqual([[[1], [2]], 0]);
  });

  /** proves: S2 */
  it('is missed when three are broken without a good one between, and that is said once', async () => {
    for (const value of [1, 0, 0]) await show(value);
    expect(onfailed).not.toHaveBeenCalled();
    for (const value of [0, 0, 2]) await show(value);
    expect([decoder.drawn, onfailed.mock.calls.length]).toEqual([[[1]], 1]);
  });

  /** proves: S2 */
  it('that is decoded for ever is not waited for', async () => {
    decoder.slow = true;
    await show(1);
    await pass(9_900);
    await show(2);
    expect(onfailed).not.toHaveBeenCalled();
    await pass(200);
    await show(3);
    expect(onfailed).toHaveBeenCalledOnce();
  });

  it('is decoded as an image of its own where the window has nothing better', async () => {
    vi.stubGlobal('createImageBitmap', undefined);
    const image = { src: '', width: 4, height: 2, decode: vi.fn(async () => {}) };
    vi.stubGlobal('Image', function () {
      return image;
    });
    vi.useRealTimers();
    pictures.append(bytes(...framed(0, 255)));
    await vi.waitFor(() => expect(onshown).toHaveBeenCalled());
    expect([image.src, canvas.width, onshown.mock.calls.length]).toEqual(['data:image/jpeg;base64,/w==', 4, 1]);
  });
});

describe('pictures that were closed', () => {
  it('draw nothing of what is decoded, and say nothing', async () => {
    decoder.slow = true;
    await show(1);
    await show(2);
    pictures.close();
    decoder.finish();
    await pass();
    await show(3);
    expect([decoder.drawn, decoder.begun, decoder.closed]).toEqual([[], [[1]], 1]);
    expect([onshown.mock.calls.length, onfailed.mock.calls.length]).toEqual([0, 0]);
  });

  it('go on in no other stream, and in none of another kind before', () => {
    expect(pictures.goesOn('video/mp4', bytes())).toBe(false);
    expect(pictures.goesOn('image/jpeg', bytes())).toBe(true);
    pictures.close();
    expect(pictures.goesOn('image/jpeg', bytes())).toBe(false);
  });
});

const pass = (ms = 5) => vi.advanceTimersByTimeAsync(ms);

async function show(value: number) {
  pictures.append(bytes(...framed(0, value)));
  await pass();
}
