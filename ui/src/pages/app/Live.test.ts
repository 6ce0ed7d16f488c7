// Live View in the window, on the simulation: the pictures, the shield on them, and a camera that is connected or named.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import type { AppView, HomeView } from '../../backend/wire';
import { fakeMedia } from '../../features/live/fake-media';
import App from './App.svelte';
import { AppState } from './state.svelte';

const STATES = ['live', 'live-stopped', 'live-refused', 'live-connecting', 'live-grid', 'live-new', 'live-none', 'live-not-compatible'];

beforeEach(() => {
  vi.useFakeTimers();
  fakeMedia();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Live View', () => {
  /** proves: S1, A4 */
  it('is reached from the dashboard, shows the only camera with its home’s address, and leads back', async () => {
    const app = await start('live');
    expect(screen.getByRole('heading', { level: 2, name: 'Live View' })).toBeTruthy();
    await press('live');
    expect([title(), shown('.above')]).toEqual(['Front door', '12 Maple Street, Austin, TX']);
    expect(screen.getByLabelText('Picture of Front door').tagName).toBe('VIDEO');
    expect([states(), shown('.badge')]).toEqual([['playing'], 'Live']);
    const close = vi.spyOn(app.backend.live, 'close');
    await press('live-back');
    expect([title(), close.mock.calls]).toEqual(['12 Maple Street', [[0]]]);
  });

  /** proves: S1 */
  it('shows several cameras side by side, each as it stands, and one of them alone', async () => {
    await open('live-grid');
    expect(title()).toBe('Live View');
    expect(states()).toEqual(['playing', 'stopped', 'playing', 'connecting']);
    expect(tile('cam-new'), 'a camera without a name has its place').toMatch(/Camera 5.*This computer does not know where this camera is\. Connect it here\./u);
    await press('Look at Drive');
    expect([title(), states()]).toEqual(['Drive', ['stopped']]);
    await press('All cameras');
    expect(title()).toBe('Live View');
  });

  /** proves: S2 */
  it('of a camera that has stopped shows its last picture, says why, and asks it again when a person wants it', async () => {
    const app = await open('live-stopped');
    const again = vi.spyOn(app.backend.live, 'again');
    expect(shown('[data-live]')).toMatch(/No picture for 1 minute.*Nothing answers at the camera’s address\..*Tries again in \d+ seconds/u);
    await press('Try again now');
    expect(again.mock.calls).toEqual([[0]]);
  });

  it('goes on with its picture, and with a name that is being typed, when another view arrives', async () => {
    const app = await open('live');
    const asked = vi.spyOn(app.backend.live, 'open');
    await type('camera_name', 'Porch');
    await arrives(app, { station: 'unreachable' });
    expect([asked.mock.calls, field('camera_name')?.value, states()]).toEqual([[], 'Porch', ['playing']]);
    cleanup();
    const grid = await open('live-grid');
    const all = vi.spyOn(grid.backend.live, 'open');
    await arrives(grid, { station: 'unreachable' });
    expect(all).not.toHaveBeenCalled();
  });

  it('says why where the core does not know where the pictures come from', async () => {
    await open('live', 'pictures');
    expect(screen.getByRole('status').textContent).toBe('The station could not be started.');
  });

  /** proves: B3 */
  it('says on its picture which camera SOS does not work with', async () => {
    await open('live-grid');
    expect([...document.querySelectorAll('[data-not-compatible]')].map((said) => said.closest('[data-camera]')?.getAttribute('data-camera'))).toEqual(['cam-garden']);
    await press('Look at Garden');
    expect(shown('[data-camera] [data-not-compatible]')).toBe('SOS does not work with this camera');
  });

  /** proves: S1 */
  it('of a home without cameras says who adds them', async () => {
    const app = await open('live-none');
    expect(shown('main')).toMatch(/no camera or doorbell yet\.\s*Add them where the home is set up\./u);
    await arrives(app, { role: 'member' });
    expect(shown('main')).toMatch(/no camera or doorbell yet\.\s*An owner adds them where the home is set up\./u);
  });
});

describe('the shield', () => {
  /** proves: S1, A1 */
  it.each(STATES)('is on Live View and opens the sheet at once: %s', async (scenario) => {
    await open(scenario);
    await expectShield();
  });

  /** proves: S1, A1 */
  it('waits neither for the core’s word about the pictures nor for a picture', async () => {
    const app = await start('live');
    vi.spyOn(app.backend.live, 'pictures').mockReturnValue(new Promise(() => {}));
    await press('live');
    expect(screen.getByRole('status').textContent).toBe('Looking for the cameras of this home');
    await expectShield();
    cleanup();
    const other = await start('live');
    vi.spyOn(other.backend.live, 'open').mockRejectedValue(new Error('gone'));
    await press('live');
    expect(states()).toEqual(['connecting']);
    await expectShield();
  });

  /** proves: S1, A1, A4 */
  it('stays on a picture that fills the window, with the address, until that is left', async () => {
    await open('live');
    await press('live-fill');
    expect([shown('.above'), document.querySelector('[data-action="live-back"]')]).toEqual(['12 Maple Street, Austin, TX', null]);
    await expectShield();
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.getByRole('button', { name: 'Back to home' })).toBeTruthy();
  });

  it('and the way back are there also when the camera that fills the window is taken from the home', async () => {
    const app = await open('live');
    await press('live-fill');
    await arrives(app, { home: { ...(app.view?.home as HomeView), cameras: [] } });
    expect(screen.getByRole('button', { name: 'Back to home' })).toBeTruthy();
    await expectShield();
  });

  it('takes the full screen with it when it was used', async () => {
    const app = await open('live');
    await press('live-fill');
    const live = app.live;
    expect(live?.full).toBe(true);
    await slide();
    expect([title(), live?.full]).toEqual(['Requesting police in', false]);
  });
});

describe('an SOS', () => {
  /** proves: S3 */
  it.each([
    ['live', null, 'cam-front'],
    ['live-new', null, 'cam-new'],
    ['live-stopped', null, 'cam-drive'],
    ['live-grid', 'Look at Shed', 'cam-shed'],
    ['live-grid', null, null],
    ['live-none', null, null],
  ])('from %s (%s) hands over the camera that was looked at: %s', async (scenario, look, camera) => {
    const app = await open(scenario);
    const sent = vi.spyOn(app.backend, 'slide');
    if (look) await press(look);
    await slide();
    expect(sent.mock.calls).toEqual([['sos_police', camera]]);
  });

  /** proves: S3 */
  it('from the dashboard comes from no camera, also after Live View was looked at', async () => {
    const app = await open('live');
    const sent = vi.spyOn(app.backend, 'slide');
    await press('SOS');
    await press('Close');
    await press('live-back');
    await slide();
    expect(sent.mock.calls).toEqual([['sos_police', null]]);
  });

  /** proves: S3 */
  it('names the camera from whose picture it was sent, and none where it came from none', async () => {
    await start('timeline-camera');
    expect(shown('[data-from-camera="cam-front"]')).toBe('Sent from the picture of Front door');
    cleanup();
    await start('timeline-calling');
    expect(document.querySelector('[data-from-camera]')).toBeNull();
  });
});

async function expectShield() {
  const shields = screen.getAllByRole('button', { name: 'SOS' });
  expect([shields.length, shields[0]?.getAttribute('aria-disabled')]).toEqual([1, null]);
  await press('SOS');
  expect(screen.getByRole('heading', { name: 'Who should come?' })).toBeTruthy();
  await press('Close');
}

async function slide() {
  await press('SOS');
  await fireEvent.click(screen.getByRole('button', { name: 'Police' }), { detail: 0 });
  await press('Request police now');
}

async function start(scenario: string, fail = '') {
  const app = new AppState(mockApp(new URLSearchParams({ scenario, fail })));
  render(App, { app });
  await app.connect();
  await pass(10);
  return app;
}

async function open(scenario: string, fail = '') {
  const app = await start(scenario, fail);
  await press('live');
  expect(document.querySelector('[data-screen=live]')).toBeTruthy();
  return app;
}

/** The core pushes a view: every list in it is another one. */
async function arrives(app: AppState, changes: Partial<AppView>) {
  app.show({ ...structuredClone(app.view as AppView), ...changes });
  await pass(10);
}

/** By its action, or by its name. */
async function press(what: string) {
  await fireEvent.click(document.querySelector(`[data-action="${what}"]`) ?? screen.getByRole('button', { name: what }));
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
const type = async (name: string, text: string) => void (await fireEvent.input(field(name) as HTMLInputElement, { target: { value: text } }));
const shown = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
const states = () => [...document.querySelectorAll('[data-live]')].map((picture) => picture.getAttribute('data-live'));
const tile = (camera: string) => document.querySelector(`[data-look="${camera}"]`)?.closest('.tile')?.textContent ?? '';
const title = () => document.querySelector('main h1')?.textContent;
