// A camera that is found on the network, or is one of several at an address, and what is wrong with its further settings,
// on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import { UNKNOWN_MIME } from '../../backend/mock/live';
import type { ConnectedView, FoundView } from '../../backend/wire';
import { FakeMediaSource, fakeMedia } from '../../features/live/fake-media';
import { fakeDecoder } from '../../features/live/fake-pictures';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => {
  vi.useFakeTimers();
  fakeMedia();
  fakeDecoder();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('cameras on this network', () => {
  /** proves: S2 */
  it('are looked for, each is told by its name and its machine, and their list has the focus', async () => {
    await open('live-new');
    await press('look-for-cameras');
    expect(around()).toBe('3 cameras were found. Which one is this?');
    expect(buttons('found')).toEqual(['Front door 192.168.1.20', 'Back yard 192.168.1.21', 'Camera 192.168.1.34']);
    expect([document.activeElement, screen.getByRole('list', { name: around() })]).toEqual([list('found'), list('found')]);
  });

  it('are looked for once, and it is said how long that takes', async () => {
    const app = await open('live-new');
    const look = vi.spyOn(app.backend.live, 'look').mockReturnValue(new Promise(() => {}));
    await press('look-for-cameras');
    await press('look-for-cameras');
    expect([look.mock.calls.length, button('look-for-cameras').getAttribute('aria-disabled')]).toEqual([1, 'true']);
    expect(around()).toBe('Looking for cameras. This takes a few seconds.');
  });

  it('take the focus from nobody who types meanwhile', async () => {
    const app = await open('live-new');
    let found: (cameras: FoundView[]) => void = () => {};
    vi.spyOn(app.backend.live, 'look').mockReturnValue(new Promise((resolve) => (found = resolve)));
    button('look-for-cameras').focus();
    await press('look-for-cameras');
    field('camera_user')?.focus();
    found([{ number: 1, name: 'Drive', host: '192.168.1.20' }]);
    await pass(10);
    expect([around(), document.activeElement]).toEqual(['One camera was found. Is it this one?', field('camera_user')]);
  });

  /** proves: S1, S2 */
  it('one is chosen in the place of an address, and connected with user name and password', async () => {
    const app = await open('live-new');
    const connect = vi.spyOn(app.backend.live, 'connect');
    await press('look-for-cameras');
    await choose('Front door');
    expect([field('camera_address'), shown('[data-chosen] [role=status]')]).toEqual([null, 'Front door · 192.168.1.20']);
    expect(pressed()).toEqual(['Front door 192.168.1.20']);
    await type('camera_user', 'ana');
    await type('camera_password', 'Maple 7');
    await press('connect-camera');
    expect(connect.mock.calls).toEqual([
      [{ camera: 'cam-new', place: { at: 'found', of: 1 }, stills: '', user: 'ana', password: 'Maple 7', transport: 'tcp' }],
    ]);
    expect([states(), shown('.one > [role=status]')]).toEqual([['playing'], 'Connected. This computer keeps the address, and the password in its keyring.']);
  });

  it('are left for an address, which has the focus and is as it was typed', async () => {
    await open('live-new');
    await type('camera_address', 'rtsp://192.168.1.9');
    await press('look-for-cameras');
    await choose('Back yard');
    await press('type-address');
    expect([field('camera_address')?.value, document.activeElement, pressed()]).toEqual(['rtsp://192.168.1.9', field('camera_address'), []]);
  });

  it('are chosen anew when they are looked for again', async () => {
    await open('live-new');
    await press('look-for-cameras');
    await choose('Back yard');
    await press('look-for-cameras');
    expect([pressed(), field('camera_address') !== null]).toEqual([[], true]);
  });

  /** proves: S2 */
  it('are none: it is said what helps, and that an address can be typed', async () => {
    await open('live-alone');
    await press('look-for-cameras');
    expect(around()).toMatch(/^No camera answered\..*same network\..*ONVIF has to be switched on.*type the camera’s address here\.$/u);
    expect([list('found'), field('camera_address') !== null]).toEqual([null, true]);
  });

  it('could not be looked for: it is said why', async () => {
    await open('live-new', 'look_for_cameras');
    await press('look-for-cameras');
    expect([around(), list('found')]).toEqual(['The station could not be started.', null]);
  });

  /** proves: S2 */
  it.each([
    ['found_gone', 'Where this camera was found is not known any more. Look for the cameras again.'],
    ['unreachable', 'Nothing answers at the camera’s address.'],
  ])('one that was chosen says at its place what is wrong (%s), which has the focus', async (code, says) => {
    const app = await open('live-new');
    await press('look-for-cameras');
    await choose('Front door');
    vi.spyOn(app.backend.live, 'connect').mockRejectedValue(code);
    await press('connect-camera');
    const chosen = document.querySelector('[data-chosen]') as HTMLElement;
    expect([chosen.textContent?.includes(says), document.activeElement]).toEqual([true, chosen]);
    expect(document.getElementById(chosen.getAttribute('aria-describedby') ?? '')?.textContent).toContain(says);
    await choose('Back yard');
    expect(document.querySelector('[data-problem]'), 'it is another camera').toBeNull();
  });

  it('one that was chosen and refuses the password says so there', async () => {
    const app = await open('live-new');
    await press('look-for-cameras');
    await choose('Front door');
    vi.spyOn(app.backend.live, 'connect').mockRejectedValue('wrong_password');
    await press('connect-camera');
    expect([document.activeElement, document.querySelectorAll('[data-problem]').length]).toEqual([field('camera_password'), 1]);
  });
});

describe('several cameras at one address', () => {
  /** proves: S2 */
  it('are asked about behind what was pressed, and one is connected at once with the same account', async () => {
    const app = await open('live-new');
    const connect = vi.spyOn(app.backend.live, 'connect');
    await several();
    expect([buttons('several'), document.activeElement]).toEqual([['driveway 192.168.1.5', 'nursery 192.168.1.5'], list('several')]);
    expect(screen.getByRole('list', { name: 'There are several cameras at this address. Which one is this?' })).toBe(list('several'));
    await choose('nursery');
    expect(connect.mock.lastCall).toEqual([
      { camera: 'cam-new', place: { at: 'found', of: 5 }, stills: '', user: 'ana', password: 'Maple 7', transport: 'tcp' },
    ]);
    expect(states()).toEqual(['playing']);
  });

  it('stay to be chosen from when the password was wrong', async () => {
    const app = await open('live-new');
    await several();
    const connect = vi.spyOn(app.backend.live, 'connect').mockRejectedValue('wrong_password');
    await choose('driveway');
    expect([document.activeElement, buttons('several').length]).toEqual([field('camera_password'), 2]);
    connect.mockReturnValue(new Promise<ConnectedView>(() => {}));
    await choose('driveway');
    await choose('nursery');
    expect([connect.mock.calls.length, document.querySelector('[data-problem]'), shown('[data-connecting]')]).toEqual([2, null, 'Looking for the picture. This takes up to 15 seconds.']);
  });
});

describe('the further settings', () => {
  const more = () => document.querySelector<HTMLDetailsElement>('[data-opens=connect-more]');

  /** proves: S2 */
  it('are closed, and open for what is wrong in them', async () => {
    await open('live-new');
    expect(more()?.open).toBe(false);
    await type('camera_address', 'rtsp://192.168.1.20/one');
    await type('camera_stills', 'rtsp://192.168.1.20/still');
    await press('connect-camera');
    expect([more()?.open, document.activeElement]).toEqual([true, field('camera_stills')]);
    expect(shown('[data-problem="camera_stills"]')).toBe('This is not the address of a picture. It begins with http:// or https://. It may also stay empty.');
    expect(field('camera_address')?.getAttribute('aria-invalid')).toBeNull();
  });

  it('stay closed for what is wrong elsewhere', async () => {
    await open('live-new');
    await press('connect-camera');
    expect([more()?.open, document.activeElement]).toEqual([false, field('camera_address')]);
  });
});

describe('a camera without video that this window shows', () => {
  /** proves: S1 */
  it('sends pictures: they stand there as its picture, live', async () => {
    await open('live-pictures');
    expect([states(), shown('.badge'), screen.getByRole('img', { name: 'Picture of Porch' }).tagName]).toEqual([['playing'], 'Live', 'CANVAS']);
    expect([button('live-sound').textContent?.trim(), button('live-save').getAttribute('aria-disabled')]).toEqual(['No sound', null]);
    await pass(10_000);
    expect(shown('.badge')).toBe('Live');
  });

  /** proves: S1 */
  it('is shown as single pictures, and it is said so', async () => {
    FakeMediaSource.unsupported = [UNKNOWN_MIME];
    await open('live-plain');
    await pass(1_100);
    expect([states(), shown('[data-plain]')]).toEqual([['playing'], 'Single pictures: this window cannot show its video.']);
  });

  /** proves: S2 */
  it('is not shown, and it is said what mends it', async () => {
    FakeMediaSource.unsupported = [UNKNOWN_MIME];
    await open('live-unplayable');
    await pass(1_100);
    expect([states(), shown('[data-plain]')]).toEqual([['unplayable'], '']);
    expect(shown('.said')).toMatch(/cannot show.*H\.264.*address of its still pictures\.$/u);
  });
});

async function several() {
  await type('camera_address', 'http://go2rtc.local:1984');
  await type('camera_user', 'ana');
  await type('camera_password', 'Maple 7');
  await press('connect-camera');
}

async function open(scenario: string, fail = '') {
  const app = new AppState(mockApp(new URLSearchParams({ scenario, fail })));
  render(App, { app });
  await app.connect();
  await pass(10);
  await press('live');
  return app;
}

async function press(action: string) {
  await fireEvent.click(button(action));
  await pass(10);
}

async function choose(name: string) {
  const found = [...document.querySelectorAll<HTMLElement>('[data-found]')].find(({ textContent }) => textContent?.includes(name));
  await fireEvent.click(found as HTMLElement);
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

const button = (action: string) => document.querySelector(`[data-action="${action}"]`) as HTMLButtonElement;
const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
const type = async (name: string, text: string) => void (await fireEvent.input(field(name) as HTMLInputElement, { target: { value: text } }));
const list = (name: string) => document.querySelector<HTMLElement>(`[data-list=${name}]`);
const words = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
const buttons = (name: string) => [...(list(name)?.querySelectorAll('button') ?? [])].map(words);
const pressed = () => [...document.querySelectorAll('[data-found][aria-pressed=true]')].map(words);
const shown = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
const around = () => shown('[data-around]');
const states = () => [...document.querySelectorAll('[data-live]')].map((picture) => picture.getAttribute('data-live'));
