// A camera's picture that is connected, used and named in Live View, on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import type { AppView } from '../../backend/wire';
import { fakeMedia } from '../../features/live/fake-media';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => {
  vi.useFakeTimers();
  fakeMedia();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a camera of one’s own', () => {
  /** proves: S2 */
  it('whose address is wrong says so at the address, which has the focus', async () => {
    await open('live-new');
    expect(screen.getByRole('heading', { level: 2, name: 'Connect this camera' })).toBeTruthy();
    await press('connect-camera');
    expectWrong('camera_address', 'No address was typed.', 'Its address');
    await type('camera_address', '192.168.1.20');
    await press('connect-camera');
    expectWrong('camera_address', 'This is not a camera’s address. It begins with rtsp://, http:// or https://.', 'Its address');
    expect(field('camera_password')?.getAttribute('aria-invalid')).toBeNull();
  });

  /** proves: S2 */
  it('whose password is wrong says so at the password, and keeps what was typed', async () => {
    await open('live-new');
    await type('camera_address', 'rtsp://192.168.1.20/wrong');
    await type('camera_password', 'Maple 7');
    await press('connect-camera');
    expectWrong('camera_password', 'The camera refuses the user name or the password.', 'Password');
    expect(field('camera_address')?.getAttribute('aria-invalid')).toBeNull();
    expect([field('camera_address')?.value, field('camera_password')?.value]).toEqual(['rtsp://192.168.1.20/wrong', 'Maple 7']);
    expect(field('camera_password')?.getAttribute('inputmode'), 'it has letters').toBeNull();
  });

  /** proves: S1, S2 */
  it('shows its picture once it is connected, and says where it comes from', async () => {
    const app = await open('live-new');
    const connect = vi.spyOn(app.backend.live, 'connect');
    await type('camera_address', 'rtsp://192.168.1.20/one');
    await type('camera_user', 'ana');
    await fireEvent.click(field('camera_udp') as HTMLElement);
    await press('connect-camera');
    expect(connect.mock.calls).toEqual([
      [{ camera: 'cam-new', place: { at: 'address', of: 'rtsp://192.168.1.20/one' }, stills: '', user: 'ana', password: '', transport: 'udp' }],
    ]);
    expect([states(), said()]).toEqual([['playing'], 'Connected. This computer keeps the address, and the password in its keyring.']);
    expect(shown('main')).toContain('From 192.168.1.20 on this network');
  });

  it('that the core cannot connect keeps what was typed, and says why', async () => {
    await open('live-new', 'connect_camera');
    await type('camera_address', 'rtsp://192.168.1.20/one');
    await press('connect-camera');
    expect([said(), field('camera_address')?.value]).toEqual(['The station could not be started.', 'rtsp://192.168.1.20/one']);
    expect(document.querySelector('[data-problem]')).toBeNull();
  });

  it('is asked once while it is looked for, and it is said how long that takes', async () => {
    const app = await open('live-new');
    const connect = vi.spyOn(app.backend.live, 'connect').mockReturnValue(new Promise(() => {}));
    await press('connect-camera');
    await press('connect-camera');
    expect([connect.mock.calls.length, button('connect-camera').getAttribute('aria-disabled')]).toEqual([1, 'true']);
    expect(shown('[data-connecting]')).toBe('Looking for the picture. This takes up to 15 seconds.');
  });

  it('is forgotten when a person wants it, and stays with the home', async () => {
    await open('live-new');
    await type('camera_address', 'rtsp://192.168.1.20/one');
    await press('connect-camera');
    await press('forget-camera');
    await press('forget-camera-confirm');
    expect([states(), title(), screen.queryByRole('heading', { name: 'Connect this camera' }) !== null]).toEqual([[], 'Camera 1', true]);
  });
});

describe('what can be done with a picture', () => {
  it('is said, and does nothing while there is none', async () => {
    const app = await open('live-connecting');
    const save = vi.spyOn(app.backend.live, 'save');
    for (const action of ['live-sound', 'live-save']) expect(button(action).getAttribute('aria-disabled'), action).toBe('true');
    await press('live-save');
    await press('live-sound');
    expect([save.mock.calls, said(), button('live-sound').textContent?.trim()]).toEqual([[], '', 'Turn sound on']);
    expect(button('live-fill').getAttribute('aria-disabled')).toBeNull();
  });

  it('has no sound until a person turns it on, and none that is said where there is none', async () => {
    await open('live');
    expect(document.querySelector('video')?.muted).toBe(true);
    await press('Turn sound on');
    expect([document.querySelector('video')?.muted, button('live-sound').textContent?.trim()]).toEqual([false, 'Turn sound off']);
    cleanup();
    await open('live-stopped');
    expect([button('live-sound').textContent?.trim(), button('live-sound').getAttribute('aria-disabled')]).toEqual(['No sound', 'true']);
  });
});

describe('the name of a camera', () => {
  /** proves: S1, S3 */
  it('is given by an owner, for the whole household', async () => {
    await open('live-new');
    await type('camera_name', 'Back yard');
    await fireEvent.click(screen.getByRole('radio', { name: 'Doorbell', hidden: true }));
    await press('name-camera');
    expect([title(), said()]).toEqual(['Back yard', 'The name is kept.']);
    await type('camera_name', ' ');
    await press('name-camera');
    expectWrong('camera_name', 'A camera’s name has 1 to 60 signs that can be read aloud.', 'What it is called');
  });

  it('is not asked of a member', async () => {
    const app = await open('live-new');
    app.show({ ...(app.view as AppView), role: 'member' });
    await pass(10);
    expect([field('camera_name'), field('camera_address') !== null]).toEqual([null, true]);
  });
});

/** Said at its field, to a screen reader too, and it has the focus. */
function expectWrong(name: string, says: string, label: string) {
  const control = field(name) as HTMLInputElement;
  expect(document.querySelector(`[data-problem="${name}"]`)?.textContent).toContain(says);
  const about = (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
  expect(about.join(' ')).toContain(says);
  expect([control.getAttribute('aria-invalid'), document.activeElement, control.labels?.[0]?.textContent]).toEqual(['true', control, label]);
}

async function open(scenario: string, fail = '') {
  const app = new AppState(mockApp(new URLSearchParams({ scenario, fail })));
  render(App, { app });
  await app.connect();
  await pass(10);
  await press('live');
  return app;
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

const button = (action: string) => document.querySelector(`[data-action="${action}"]`) as HTMLButtonElement;
const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
const type = async (name: string, text: string) => void (await fireEvent.input(field(name) as HTMLInputElement, { target: { value: text } }));
const shown = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? '';
const said = () => shown('.one > [role=status]');
const states = () => [...document.querySelectorAll('[data-live]')].map((picture) => picture.getAttribute('data-live'));
const title = () => document.querySelector('main h1')?.textContent;
