// One picture: how it is asked for, what it shows, and what becomes of it when something goes wrong.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compose } from '../../backend/live';
import type { LiveHead, LiveStatus } from '../../backend/wire';
import { coreOf } from './fake-core';
import { FakeMediaSource, bytes, fakeMedia } from './fake-media';
import { Player } from './player.svelte';

const H264 = 'video/mp4; codecs="avc1.4d4032"';
const H265 = 'video/mp4; codecs="hvc1.1.6.L93.B0"';
const PLAYING: LiveStatus = { at: 'playing', for_ms: 0 };
const CONNECTING: LiveStatus = { at: 'connecting', for_ms: 0, after: null };
const STOPPED: LiveStatus = { at: 'stopped', problem: 'ended', for_ms: 200, again_in_ms: 1_000 };

let sources: readonly FakeMediaSource[];
let core: ReturnType<typeof coreOf>;
let player: Player;
let video: HTMLVideoElement;
let canvas: HTMLCanvasElement;
let onswitch: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  sources = fakeMedia();
  core = coreOf();
  player = new Player(core, 'cam-front');
  video = document.createElement('video');
  canvas = document.createElement('canvas');
  onswitch = vi.fn();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a picture', () => {
  /** proves: S1 */
  it('is opened once, and asked for what is new as soon as the last answer is there', async () => {
    await watch();
    expect([core.open.mock.calls, core.pull.mock.calls]).toEqual([[['cam-front', false]], [[0]]]);
    await say({ status: CONNECTING });
    await say({ status: PLAYING });
    expect([core.open.mock.calls.length, core.pull.mock.calls]).toEqual([1, [[0], [0], [0]]]);
  });

  /** proves: S1 */
  it('shows what the camera sends, its beginning first, and has its sound', async () => {
    await watch();
    await say({ status: PLAYING, begins: begins({ sound: true }), media: 2 }, bytes(1), bytes(2, 3));
    await say({ status: PLAYING, media: 1 }, bytes(4));
    expect([taken(), source().mime, player.shows, player.sound]).toEqual([[[1], [2, 3], [4]], H264, true, true]);
    expect(player.status).toEqual(PLAYING);
  });

  it('that does not move is not called live, and is begun anew when that lasts', async () => {
    await watch();
    await say({ status: PLAYING, begins: begins(), media: 1 }, bytes(1), bytes(2));
    expect(player.moves(performance.now() + 2_900)).toBe(true);
    expect(player.moves(performance.now() + 3_100)).toBe(false);
    video.dispatchEvent(new Event('timeupdate'));
    await pass(9_900);
    await say({ status: PLAYING, media: 1 }, bytes(3));
    expect(core.open.mock.calls.length).toBe(1);
    await pass(200);
    await say({ status: PLAYING, media: 1 }, bytes(4));
    await pass(1_100);
    expect([core.close.mock.calls, core.open.mock.calls.length, player.unplayable]).toEqual([[[0]], 2, false]);
  });

  it('that begins anew goes on in the same video, behind what it has shown', async () => {
    await watch();
    await say({ status: PLAYING, begins: begins() }, bytes(1));
    const buffer = source().buffer;
    if (!buffer) throw new Error('it has a buffer');
    buffer.ranges = [[0, 4]];
    await say({ status: PLAYING, begins: begins(), media: 1 }, bytes(5), bytes(6));
    expect([sources.length, taken(), onswitch.mock.calls.length]).toEqual([1, [[1], [5], [6]], 1]);
    expect(buffer.timestampOffset).toBe(4);
  });

  it('that begins anew in another coding takes the place of the one before', async () => {
    await watch();
    await say({ status: PLAYING, begins: begins() }, bytes(1));
    await say({ status: PLAYING, begins: begins({ mime: H265 }), media: 1 }, bytes(5), bytes(6));
    expect([sources.length, taken(), onswitch.mock.calls.length]).toEqual([2, [[5], [6]], 2]);
  });

  /** proves: S1 */
  it('is let go of when it is not looked at any more', async () => {
    const leave = await watch();
    await say({ status: PLAYING, begins: begins() }, bytes(1));
    leave();
    expect(core.close.mock.calls).toEqual([[0]]);
    await say({ status: PLAYING, media: 1 }, bytes(2));
    await pass(5_000);
    expect([taken(), core.pull.mock.calls.length, core.open.mock.calls.length]).toEqual([[[1]], 2, 1]);
  });

  it('is let go of also when it went while it was being opened', async () => {
    core.open.mockImplementationOnce(() => new Promise((resolve) => setTimeout(resolve, 300, 7)));
    const leave = await watch();
    leave();
    expect(core.close).not.toHaveBeenCalled();
    await pass(300);
    expect([core.close.mock.calls, core.pull.mock.calls.length]).toEqual([[[7]], 0]);
  });

  it('asks its camera at once when a person wants it, and only while the core knows it', async () => {
    player.again();
    const leave = await watch();
    player.again();
    leave();
    player.again();
    expect(core.again.mock.calls).toEqual([[0]]);
  });

  it('that is looked at in another place begins with nothing of before', async () => {
    const leave = await watch();
    await say({ status: PLAYING, begins: begins({ sound: true }) }, bytes(1));
    leave();
    core.open.mockImplementationOnce(() => new Promise(() => {}));
    await watch();
    expect([player.status, player.shows, player.sound, player.stillAt]).toEqual([null, false, false, null]);
  });
});

describe('a still', () => {
  /** proves: S2 */
  it('is shown at once with its age, until the stream takes its place', async () => {
    await watch();
    await say({ status: CONNECTING, still: { mime: H264, length: 1, age_ms: 90_000 } }, bytes(9));
    expect([taken(), source().readyState, player.shows]).toEqual([[[9]], 'ended', true]);
    expect(player.stillFor(performance.now() + 2_000)).toBeGreaterThanOrEqual(92_000);
    await say({ status: PLAYING, begins: begins(), media: 1 }, bytes(1), bytes(2));
    expect([taken(), sources.length, player.stillFor(performance.now())]).toEqual([[[9], [1], [2]], 1, null]);
    expect(source().readyState).toBe('open');
  });

  it('does not take the place of a picture that stands there already', async () => {
    await watch();
    await say({ status: PLAYING, begins: begins(), media: 1 }, bytes(1), bytes(2));
    await say({ status: STOPPED, still: { mime: H264, length: 1, age_ms: 90_000 } }, bytes(9));
    expect([sources.length, taken()]).toEqual([1, [[1], [2]]]);
  });

  /** proves: S2 */
  it.each([
    ['in an answer of its own', {}, []],
    ['with the last of what it sent', { media: 1 }, [bytes(3)]],
  ])('is what a camera leaves that stops, as old as the core says: %s', async (_, more, parts) => {
    await watch();
    await say({ status: PLAYING, begins: begins(), media: 1 }, bytes(1), bytes(2));
    expect(player.stillFor(performance.now())).toBeNull();
    await say({ status: STOPPED, ...more }, ...parts);
    const at = performance.now();
    await say({ status: { at: 'connecting', for_ms: 0, after: 'ended' } });
    expect(player.stillFor(at + 4_000)).toBeGreaterThanOrEqual(4_200 - 10);
    expect(player.stillFor(at + 4_000)).toBeLessThanOrEqual(4_200 + 10);
  });
});

describe('a camera that is not even asked', () => {
  /** proves: S2 */
  it('says why, and is not asked again', async () => {
    core.open.mockRejectedValue('not_connected');
    await watch();
    await pass(10_000);
    expect([player.refused, core.open.mock.calls.length, core.pull.mock.calls.length]).toEqual(['not_connected', 1, 0]);
  });

  it('because of a locked keyring is asked again each second, and shown once that is open', async () => {
    core.open.mockRejectedValueOnce('no_keyring').mockRejectedValueOnce('no_keyring');
    await watch();
    await pass(999);
    expect([player.refused, core.open.mock.calls.length]).toEqual(['no_keyring', 1]);
    await pass(1_001);
    expect([player.refused, core.open.mock.calls.length, core.pull.mock.calls.length]).toEqual([null, 3, 1]);
  });

  it('is asked again when it is looked at again', async () => {
    core.open.mockRejectedValueOnce('not_connected').mockRejectedValueOnce(new Error('gone'));
    const leave = await watch();
    leave();
    await watch();
    expect(player.refused).toBeNull();
    await pass(1_000);
    expect([core.open.mock.calls.length, core.pull.mock.calls.length]).toEqual([3, 1]);
  });
});

describe('a core that does not answer', () => {
  /** proves: S1 */
  it('is asked again after a second', async () => {
    core.open.mockRejectedValueOnce(new Error('gone'));
    await watch();
    await pass(999);
    expect(core.open).toHaveBeenCalledOnce();
    await pass(1);
    expect([core.open.mock.calls.length, core.pull.mock.calls, player.refused]).toEqual([2, [[0]], null]);
  });

  it.each(['not_connected', new Error('gone')])('in the middle of a picture (%s) leaves a still, which nobody is told is live', async (why) => {
    await watch();
    await say({ status: PLAYING, begins: begins(), media: 1 }, bytes(1), bytes(2));
    core.fail(why);
    await pass(600);
    expect([player.status, player.refused, core.close.mock.calls]).toEqual([null, null, [[0]]]);
    expect(player.stillFor(performance.now())).toBeGreaterThanOrEqual(600);
    await pass(400);
    expect([core.open.mock.calls.length, core.pull.mock.calls.at(-1)]).toEqual([2, [1]]);
  });
});

describe('what the window cannot show', () => {
  it('is begun anew with another viewer, three times', async () => {
    await watch();
    for (const viewer of [0, 1, 2]) {
      expect([player.plain, core.pull.mock.calls.at(-1)]).toEqual([false, [viewer]]);
      await breaksAfter(0);
      expect([core.close.mock.calls.at(-1), player.status]).toEqual([[viewer], null]);
      core.fail('not_connected');
      await pass(1_000);
    }
    expect([player.plain, sources.length]).toEqual([true, 3]);
  });

  it('leaves nothing that could be saved, until the last picture is there again', async () => {
    await watch();
    await breaksAfter(0);
    expect(player.shows).toBe(false);
    core.fail('not_connected');
    await pass(1_000);
    await say({ status: PLAYING, still: { mime: H264, length: 1, age_ms: 500 } }, bytes(9));
    expect([player.shows, taken()]).toEqual([true, [[9]]]);
  });

  it('is not given up for what goes wrong now and then over a long time', async () => {
    await watch();
    for (let times = 0; times < 5; times += 1) {
      await breaksAfter(60_000);
      core.fail('not_connected');
      await pass(1_000);
    }
    expect([player.unplayable, player.plain, sources.length]).toEqual([false, false, 5]);
  });
});

async function watch() {
  const leave = player.watch(video, canvas, onswitch);
  await pass(0);
  return leave;
}

/** It has been shown for so long, and what comes next cannot be read. */
async function breaksAfter(ms: number) {
  await say({ status: PLAYING, begins: begins() }, bytes(1));
  await pass(ms);
  const { buffer } = source();
  if (buffer) buffer.breaks = true;
  await say({ status: PLAYING, media: 1 }, bytes(2));
}

/** The core answers; the video takes it. */
async function say(head: Partial<LiveHead>, ...parts: Uint8Array[]) {
  core.say(compose({ status: PLAYING, still: null, begins: null, media: 0, skipped: false, ...head }, ...parts));
  await pass(5);
}

const begins = (changes: Partial<NonNullable<LiveHead['begins']>> = {}) => ({ mime: H264, length: 1, sound: false, ...changes });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const source = () => sources.at(-1) as FakeMediaSource;
const taken = () => (source().buffer?.appended ?? []).map((piece) => [...piece]);
