// A clip that is kept of a camera, as video and as pictures, on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import { fakeMedia } from '../../features/live/fake-media';
import { fakeDecoder, type FakeDecoder } from '../../features/live/fake-pictures';
import App from './App.svelte';
import { AppState } from './state.svelte';

let decoder: FakeDecoder;

beforeEach(() => {
  vi.useFakeTimers();
  fakeMedia();
  decoder = fakeDecoder();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a clip', () => {
  /** proves: S4 */
  it('that is video is shown as one', async () => {
    await open('timeline-clip');
    await press('watch-clip');
    expect([screen.getByLabelText('Front door').tagName, document.querySelector('progress')]).toEqual(['VIDEO', null]);
  });

  /** proves: S4 */
  it('of pictures plays them, says how far it is, and stops when a person wants it', async () => {
    await open('timeline-clip-pictures');
    await press('watch-clip');
    expect([screen.getByRole('img', { name: 'Front door' }) !== null, label('play-clip')]).toEqual([true, 'Pause']);
    await pass(2_500);
    expect([decoder.drawn.length, screen.getByRole('progressbar', { name: 'How far it is' }).getAttribute('aria-valuetext')]).toEqual([3, '2 seconds of 9 seconds']);
    await press('play-clip');
    await pass(5_000);
    expect([decoder.drawn.length, label('play-clip')]).toEqual([3, 'Play']);
    await press('play-clip');
    await pass(7_000);
    expect([decoder.drawn.length, label('play-clip')]).toEqual([10, 'Play again']);
  });

  it('of pictures is closed, and plays no more', async () => {
    await open('timeline-clip-pictures');
    await press('watch-clip');
    await press('close-clip');
    await pass(5_000);
    expect([decoder.drawn.length, screen.queryByRole('progressbar')]).toEqual([1, null]);
  });

  /** proves: S4 */
  it('of pictures that is damaged says so', async () => {
    const app = await open('timeline-clip-pictures');
    const whole = app.backend.live.clip;
    vi.spyOn(app.backend.live, 'clip').mockImplementation(async (...asked) => {
      const bytes = new Uint8Array(await whole(...asked));
      // The length of its first picture.
      bytes[bytes.indexOf(255) - 12] = 255;
      return bytes.buffer;
    });
    await press('watch-clip');
    expect([screen.getByRole('alert').textContent?.startsWith('This clip cannot be opened any more.'), document.querySelector('canvas')]).toEqual([true, null]);
  });
});

async function open(scenario: string) {
  const app = new AppState(mockApp(new URLSearchParams({ scenario })));
  render(App, { app });
  await app.connect();
  await pass(10);
  return app;
}

async function press(action: string) {
  await fireEvent.click(document.querySelector(`[data-action="${action}"]`) as HTMLElement);
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

const label = (action: string) => document.querySelector(`[data-action="${action}"]`)?.textContent?.trim();
