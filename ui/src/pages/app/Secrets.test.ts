// Passwords and codes in the window, on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import { strength } from '../../words/secrets';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('passwords and codes', () => {
  /** proves: J5 */
  it('say on the dashboard that a code is missing, and afterwards no longer', async () => {
    await open('home');
    expect(screen.getByText(/No access code is set yet/u)).toBeTruthy();
    await press('Passwords and codes');
    expect(state('code')).toBe('false');
    await choose('codes', { code: '482916', duress_code: '730415' });
    expect([state('code'), state('duress_code')]).toEqual(['true', 'true']);
    await press('Back to home');
    expect(screen.queryByText(/No access code is set yet/u)).toBeNull();
  });

  /** proves: J5, J3 */
  it('explain duress: silent, for a true emergency only, not to be cancelled', async () => {
    await open('home');
    await press('Passwords and codes');
    const page = document.querySelector('main')?.textContent ?? '';
    for (const said of ['silently', 'true emergency only', 'cannot be cancelled', 'While this home practices']) expect(page).toContain(said);
  });

  /** proves: N7 */
  it('are refused beside their question, and nothing typed is lost', async () => {
    await open('home');
    await press('Passwords and codes');
    await choose('codes', { code: '4829', duress_code: '730415' });
    expect(document.querySelector('[data-problem="code"]')?.textContent).toContain('at least six');
    expect(document.activeElement).toBe(input('code'));
    expect(input('duress_code').value).toBe('730415');
  });

  /** proves: P6 */
  it('ask for the code as it is once there is one', async () => {
    await open('home-coded');
    await press('Passwords and codes');
    await fireEvent.click(document.querySelector('[data-action="choose-passwords"]') as HTMLElement);
    await pass(10);
    expect(input('code_now')).toBeTruthy();
  });

  /** proves: J5, N4 */
  it('are tried one by one, and only said to be right or not', async () => {
    await open('dashboard');
    await press('Passwords and codes');
    await fireEvent.click(document.querySelector('[data-action="test-passwords"]') as HTMLElement);
    await pass(10);
    for (const [typed, said] of [
      ['sundown', 'No: this is not the verbal password.'],
      ['Sunrise', 'Right: this is the verbal password.'],
    ]) {
      await fireEvent.input(input('typed'), { target: { value: typed } });
      await fireEvent.submit(input('typed').closest('form') as HTMLFormElement);
      await pass(10);
      expect(document.querySelector('[data-result]')?.textContent).toBe(said);
    }
  });

  it('of the demo stay as they are', async () => {
    await open('dashboard');
    await press('Passwords and codes');
    expect(document.querySelector('[data-action="choose-codes"]')).toBeNull();
    expect(document.querySelector('[data-demo]')?.textContent).toContain('sunrise');
  });
});

/** proves: N5, N7 */
it('says how far guessing leads, and nothing of what is too short', () => {
  expect(strength('48291')).toBeNull();
  expect(strength('482916')).toContain('One guess in 1,000,000 is right.');
  expect(strength('7867473786')).toContain('more than a billion');
});

async function open(scenario: string) {
  const app = new AppState(mockApp(new URLSearchParams({ scenario })), () => performance.now());
  render(App, { app });
  await app.connect();
  await tick();
}

async function choose(pair: string, typed: Record<string, string>) {
  await fireEvent.click(document.querySelector(`[data-action="choose-${pair}"]`) as HTMLElement);
  await pass(10);
  for (const [name, value] of Object.entries(typed)) await fireEvent.input(input(name), { target: { value } });
  await fireEvent.submit(input(Object.keys(typed)[0] ?? '').closest('form') as HTMLFormElement);
  await pass(10);
}

async function press(name: string) {
  await fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

const input = (name: string) => document.querySelector(`input[name="${name}"]`) as HTMLInputElement;
const state = (secret: string) => document.querySelector(`[data-secret="${secret}"]`)?.getAttribute('data-set');
