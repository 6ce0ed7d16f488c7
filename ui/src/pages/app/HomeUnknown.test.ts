// A home that its station does not know any more, on the simulation: told, and set up again from its answers.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a home that the station has lost', () => {
  /** proves: B12, N1 */
  it('says so with the step and 911, and is set up again with its answers and a password', async () => {
    await open('scenario=home-unknown');
    expect(text('[data-notice="home_unknown"]')).toMatch(/SOS cannot be sent\..*call 911/u);
    await press('Set this home up again');
    expect(step()).toBe('password');
    expect(described(input('password'))).toContain('it was never kept on this device');
    await press('Done');
    expect(described(input('password'))).toContain('Choose a verbal password');
    await type('password', 'juniper');
    await press('Done');
    expect(title()).toBe('Set this home up again');
    expect(text('[data-answer="address"]')).toContain('48 Juniper Lane, Apt 3');
    expect(text('[data-answer="contacts"]')).toContain('Lena Olsen');
    await press('Finish');
    expect(title()).toBe('48 Juniper Lane, Apt 3');
    expect(screen.getByText('The station answers')).toBeTruthy();
    expect(document.querySelector('[data-notice]')).toBeNull();
  });

  /** proves: B12 */
  it.each([
    ['home-unknown', 'SOS is not available for this home', true],
    ['home-unknown-refused', 'The station cannot act on your request', false],
  ])('leads from %s to being set up again, beside 911', async (scenario, said, sheet) => {
    await open(`scenario=${scenario}`);
    if (sheet) await press('SOS');
    const shown = document.querySelector(sheet ? 'dialog' : 'main') as HTMLElement;
    expect(within(shown).getByRole('heading', { level: 1 }).textContent).toBe(said);
    expect(shown.textContent).toContain('911');
    expect(shown.querySelector('button[data-kind]')).toBeNull();
    await fireEvent.click(within(shown).getByRole('button', { name: 'Set this home up again' }));
    await pass(10);
    expect(step()).toBe('password');
  });

  /** proves: C6 */
  it('is said over an incident that was open, and nothing is said to happen', async () => {
    await open('scenario=home-unknown-incident');
    expect(screen.getByRole('alert').textContent).toContain('Nothing is known of this incident since.');
    await press('Back to home');
    expect(screen.queryByText('Happening now')).toBeNull();
  });
});

async function open(query: string) {
  const app = new AppState(mockApp(new URLSearchParams(query)));
  render(App, { app });
  await app.connect();
  await tick();
}

async function type(name: string, value: string) {
  await fireEvent.input(input(name), { target: { value } });
}

async function press(name: string) {
  const buttons = screen.getAllByRole('button', { name });
  await fireEvent.click(buttons[0] as HTMLElement);
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const input = (name: string) => document.querySelector(`input[name="${name}"]`) as HTMLInputElement;
const step = () => document.querySelector('[data-step]')?.getAttribute('data-step');
const title = () => document.querySelector('main h1')?.textContent;
const described = (node: HTMLElement) =>
  (node.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
