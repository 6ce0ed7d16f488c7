// A camera that sends pictures, and one whose video the window cannot show: what is asked for then, and what is said.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compose } from '../../backend/live';
import type { LiveHead, LiveStatus } from '../../backend/wire';
import { coreOf } from './fake-core';
import { FakeMediaSource, bytes, fakeMedia } from './fake-media';
import { fakeDecoder, framed, type FakeDecoder } from './fake-pictures';
import { Player } from './player.svelte';

const JPEG = 'image/jpeg';
const H264 = 'video/mp4; codecs="avc1.4d4032"';
const H265 = 'video/mp4; codecs="hvc1.1.6.L93.B0"';
const PLAYING: LiveStatus = { at: 'playing', for_ms: 0 };
const STOPPED: LiveStatus = { at: 'stopped', problem: 'ended', for_ms: 200, again_in_ms: 1_000 };

let sources: readonly FakeMediaSource[];
let decoder: FakeDecoder;
let core: ReturnType<typeof coreOf>;
let player: Player;
let video: HTMLVideoElement;
let canvas: HTMLCanvasElement;
let onswitch: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  sources = fakeMedia();
  decoder = fakeDecoder();
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

describe('a camera that sends pictures', () => {
  /** proves: S1 */
  it('is shown on the canvas, without sound, and moves with each picture', async () => {
    await watch();
    await begins(JPEG, framed(0, 1));
    expect([decoder.drawn, player.shows, player.drawn, player.picture, player.sound]).toEqual([[[1]], true, true, canvas, false]);
    await pass(2_900);
    await media(framed(2_900, 2));
    await pass(2_900);
    expect([decoder.drawn, player.moves(performance.now()), player.stillFor(performance.now())]).toEqual([[[1], [2]], true, null]);
    expect([sources.length, core.open.mock.calls]).toEqual([0, [['cam-front', false]]]);
  });

  /** proves: S1 */
  it('is not called live when no picture comes, however seldom they come', async () => {
    await watch();
    await begins(JPEG, framed(0, 1));
    await pass(20_000);
    expect(player.moves(performance.now())).toBe(false);
    await media(framed(20_000, 2));
    expect([player.moves(performance.now()), core.open.mock.calls.length, player.shows]).toEqual([true, 1, true]);
  });

  it('shows nothing that could be saved before its first picture', async () => {
    await watch();
    await begins(JPEG);
    expect([player.shows, player.drawn]).toEqual([false, false]);
  });

  /** proves: S2 */
  it('that stops leaves its last picture, as old as the core says', async () => {
    await watch();
    await begins(JPEG, framed(0, 1));
    await say({ status: STOPPED });
    expect(player.stillFor(performance.now() + 1_000)).toBeGreaterThanOrEqual(1_200);
    expect(player.shows).toBe(true);
  });

  /** proves: S2 */
  it('has a still of its own, with its age', async () => {
    await watch();
    const still = bytes(...framed(0, 7));
    await say({ status: STOPPED, still: { mime: JPEG, length: still.length, age_ms: 90_000 } }, still);
    expect([decoder.drawn, player.shows]).toEqual([[[7]], true]);
    expect(player.stillFor(performance.now())).toBeGreaterThanOrEqual(90_000);
    await begins(JPEG, framed(0, 8));
    expect([decoder.drawn, player.stillFor(performance.now())]).toEqual([[[7], [8]], null]);
  });

  /** proves: S2 */
  it.each([
    ['of which three are broken', [framed(0, 0), framed(1, 0), framed(2, 0)]],
    ['of which one is longer than what came', [framed(0, 1, 2).slice(0, -1)]],
  ])('%s is asked anew with another viewer', async (_, wrong) => {
    await watch();
    await begins(JPEG, framed(0, 5));
    for (const one of wrong) await media(one);
    expect([core.close.mock.calls, player.shows, player.status]).toEqual([[[0]], false, null]);
    core.fail('not_connected');
    await pass(1_000);
    expect(core.open.mock.calls).toEqual([['cam-front', false], ['cam-front', false]]);
    await begins(JPEG, framed(0, 6));
    expect([decoder.drawn.at(-1), player.shows, player.unplayable]).toEqual([[6], true, false]);
  });
});

describe('a camera that is connected in another way', () => {
  it('changes from video to pictures, and the video lets go of what it showed', async () => {
    await watch();
    await begins(H264, [1], 1);
    const load = vi.spyOn(video, 'load');
    await begins(JPEG, framed(0, 1));
    expect([onswitch.mock.calls.length, video.hasAttribute('src'), load.mock.calls.length]).toEqual([2, false, 1]);
    expect([player.picture, player.sound]).toEqual([canvas, false]);
  });

  it('changes from pictures to video, and the last picture stays until the first of the video is there', async () => {
    await watch();
    await begins(JPEG, framed(0, 1));
    expect(onswitch).toHaveBeenCalledOnce();
    await begins(H264, [1], 1);
    expect([sources.length, player.picture, onswitch.mock.calls.length]).toEqual([1, canvas, 1]);
    video.dispatchEvent(new Event('loadeddata'));
    expect([player.drawn, player.picture]).toEqual([false, video]);
  });

  it('begins with nothing of before', async () => {
    const leave = await watch();
    await begins(JPEG, framed(0, 1));
    leave();
    core.open.mockImplementationOnce(() => new Promise(() => {}));
    await watch();
    expect([player.drawn, player.shows, player.plain, player.noStills]).toEqual([false, false, false, false]);
  });
});

describe('a window that cannot show the video', () => {
  /** proves: S1 */
  it.each([
    ['knows its kind not', () => void (FakeMediaSource.unsupported = [H265])],
    ['takes no streams', () => vi.stubGlobal('MediaSource', undefined)],
  ])('because it %s, asks for single pictures, once, and says so', async (_, prepare) => {
    prepare();
    await cannotShow();
    expect([core.open.mock.calls, core.close.mock.calls, player.unplayable]).toEqual([[['cam-front', false], ['cam-front', true]], [[0]], false]);
    await begins(JPEG, framed(0, 1));
    expect([player.plain, player.shows, player.unplayable, decoder.drawn, sources.length]).toEqual([true, true, false, [[1]], 0]);
  });

  /** proves: S1 */
  it('because the video failed three times, asks for single pictures', async () => {
    await watch();
    for (let times = 0; times < 3; times += 1) {
      await begins(H264, [1], 1);
      video.dispatchEvent(new Event('error'));
      core.fail('not_connected');
      await pass(1_000);
    }
    expect([core.open.mock.calls.map(([, plain]) => plain), player.unplayable]).toEqual([[false, false, false, true], false]);
    await begins(JPEG, framed(0, 1));
    expect([player.plain, player.shows]).toEqual([true, true]);
  });

  it('shows no last picture of such a video, and fails at none', async () => {
    vi.stubGlobal('MediaSource', undefined);
    await watch();
    await say({ status: STOPPED, still: { mime: H264, length: 1, age_ms: 500 } }, bytes(9));
    expect([player.shows, player.status, core.open.mock.calls.length]).toEqual([false, STOPPED, 1]);
  });

  /** proves: S2 */
  it('and a camera without single pictures: it is said what mends it, and the video is looked at again', async () => {
    FakeMediaSource.unsupported = [H265];
    core.open.mockImplementation(async (_, plain) => (plain ? Promise.reject('no_stills') : core.open.mock.calls.length));
    await cannotShow();
    expect([player.unplayable, player.noStills, player.refused, player.plain]).toEqual([true, true, null, false]);
    await pass(1_000);
    await begins(H265, [1], 1);
    expect([core.open.mock.calls.map(([, plain]) => plain), player.unplayable]).toEqual([[false, true, false], true]);
    await begins(H264, [2], 1);
    expect([player.unplayable, player.noStills, sources.length], 'its own settings were changed').toEqual([false, false, 1]);
  });

  /** proves: S2 */
  it('nor its single pictures says so, and asks for nothing else', async () => {
    FakeMediaSource.unsupported = [H265];
    await cannotShow();
    for (let times = 0; times < 3; times += 1) {
      await begins(JPEG);
      for (let broken = 0; broken < 3; broken += 1) await media(framed(broken, 0));
      core.fail('not_connected');
      await pass(1_000);
    }
    await begins(JPEG, framed(0, 1));
    expect([player.unplayable, player.noStills, decoder.drawn]).toEqual([true, false, []]);
    expect(core.open.mock.calls.map(([, plain]) => plain)).toEqual([false, true, true, true, true]);
  });

  it('has the iPhone’s own way to take streams, which must not be sent elsewhere', async () => {
    vi.stubGlobal('ManagedMediaSource', FakeMediaSource);
    vi.stubGlobal('MediaSource', undefined);
    await watch();
    await begins(H264, [1], 1);
    expect([sources.length, video.disableRemotePlayback, player.unplayable]).toEqual([1, true, false]);
  });
});

async function watch() {
  const leave = player.watch(video, canvas, onswitch);
  await pass(0);
  return leave;
}

/** The core says what the camera sends, and that cannot be shown. */
async function cannotShow() {
  await watch();
  await begins(H265, [1], 1);
  core.fail('not_connected');
  await pass(1_000);
}

/** A stream begins, of so many bytes; what is behind them came since. */
async function begins(mime: string, all: number[] = [], length = 0) {
  await say({ begins: { mime, length, sound: true }, media: all.length - length }, bytes(...all));
}

const media = (all: number[]) => say({ media: all.length }, bytes(...all));

async function say(head: Partial<LiveHead>, ...parts: Uint8Array[]) {
  core.say(compose({ status: PLAYING, still: null, begins: null, media: 0, skipped: false, ...head }, ...parts));
  await pass(5);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
