// A clip of pictures: each at its time, and a person stops it, lets it go on, or begins it again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytes } from './fake-media';
import { fakeDecoder, framed, type FakeDecoder } from './fake-pictures';
import { Reel } from './reel.svelte';

const CLIP = bytes(...framed(60_000, 1), ...framed(61_000, 2), ...framed(63_000, 3));

let decoder: FakeDecoder;
const onfailed = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  decoder = fakeDecoder();
  onfailed.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a clip of pictures', () => {
  /** proves: S4 */
  it('plays when it is opened, each picture at its time, from the first', async () => {
    const reel = watch();
    await pass(900);
    expect([decoder.drawn, reel.length, reel.playing]).toEqual([[[1]], 3_000, true]);
    await pass(200);
    expect(decoder.drawn).toEqual([[1], [2]]);
    await pass(1_800);
    expect([decoder.drawn.length, reel.over]).toEqual([2, false]);
    await pass(200);
    expect([decoder.drawn, reel.playing, reel.over, reel.at]).toEqual([[[1], [2], [3]], false, true, 3_000]);
  });

  /** proves: S4 */
  it('stops when a person wants it, and goes on where it was', async () => {
    const reel = watch();
    await pass(500);
    reel.turn();
    const { at } = reel;
    await pass(5_000);
    expect([reel.playing, reel.at, decoder.drawn]).toEqual([false, at, [[1]]]);
    reel.turn();
    await pass(600);
    expect([reel.playing, decoder.drawn]).toEqual([true, [[1], [2]]]);
  });

  it('begins again at its end', async () => {
    const reel = watch();
    await pass(3_200);
    reel.turn();
    await pass(100);
    expect([reel.playing, reel.at < 200, decoder.drawn.at(-1)]).toEqual([true, true, [1]]);
  });

  it('of a single picture shows it, and is over', async () => {
    const reel = watch(bytes(...framed(9_000, 4)));
    await pass(100);
    expect([decoder.drawn, reel.playing, reel.over, reel.length]).toEqual([[[4]], false, true, 0]);
  });

  it('that is let go of draws nothing any more', async () => {
    const reel = new Reel(CLIP);
    const leave = reel.watch(document.createElement('canvas'), onfailed);
    await pass(100);
    leave();
    await pass(5_000);
    expect([decoder.drawn, reel.playing]).toEqual([[[1]], false]);
  });

  it.each([
    ['without pictures', bytes()],
    ['that is damaged', CLIP.slice(0, -1)],
  ])('%s says that it cannot be opened', (_, wrong) => {
    watch(wrong);
    expect(onfailed).toHaveBeenCalledOnce();
  });

  it('whose pictures are all broken says that it cannot be opened', async () => {
    watch(bytes(...[0, 1, 2, 3].flatMap((second) => framed(second * 100, 0))));
    await pass(1_000);
    expect(onfailed).toHaveBeenCalledOnce();
  });
});

function watch(clip = CLIP): Reel {
  const reel = new Reel(clip);
  reel.watch(document.createElement('canvas'), onfailed);
  return reel;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
