// The readiness screen in the window: how it is reached, what it says, and a test call from its button to its end.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** proves: V2 */
it('opens from the line at the top and from the contacts, and goes back', async () => {
  await open('dashboard');
  expect(document.querySelector('[data-level]')?.textContent).toContain('Not ready');
  await press('See what is missing');
  expect(screen.getByRole('heading', { level: 1, name: 'Readiness' })).toBeTruthy();
  await press('Back to home');
  await press('Test your contacts’ phones');
  expect(screen.getByRole('heading', { level: 1, name: 'Readiness' })).toBeTruthy();
  await press('SOS');
  expect(screen.getByRole('dialog')).toBeTruthy();
});

/** proves: V2, B12, Q1 */
it('shows every finding with its mending step, and what was proved', async () => {
  await open('readiness-tested', true);
  const findings = [...document.querySelectorAll('[data-finding]')].map((finding) => finding.getAttribute('data-finding'));
  expect(findings).toEqual(['no_dispatcher', 'no_carrier', 'expired', 'opted_out']);
  for (const finding of document.querySelectorAll('[data-finding]')) expect(finding.querySelector('.mend')?.textContent).toMatch(/\.$/u);
  expect(screen.getByText('1 of 3 contacts answered a test call.')).toBeTruthy();
  expect(document.body.textContent).toContain('Demo: this station can send nobody.');
});

/** proves: V2 */
it('is green in words where everything was proved', async () => {
  await open('readiness-green', true);
  expect(document.querySelector('[data-level]')?.textContent).toContain('Ready');
  expect(screen.getByText('Nothing is missing.')).toBeTruthy();
});

/** proves: O5, M7, N6 */
it('rings a contact, shows the two words and the digits, and what was proved at the end', async () => {
  await open('readiness', true);
  const ana = card('Ana Ruiz');
  expect(ana.textContent).toContain('Never tested.');
  expect(within(ana).getByRole('checkbox', { name: /Do Not Disturb is on/u })).toHaveProperty('checked', false);
  await fireEvent.click(within(ana).getByRole('checkbox', { name: /Do Not Disturb is on/u }));
  await press('Start a test call to Ana Ruiz');
  await pass(700);
  expect(card('Ana Ruiz').textContent).toContain('Ana Ruiz’s card on the phone board is ringing.');
  expect(card('Ana Ruiz').textContent).toContain('amber river');
  await pass(3_500);
  expect(card('Ana Ruiz').textContent).toContain('The digits to press: 4 7.');
  await pass(14_000);
  expect(card('Ana Ruiz').textContent).toMatch(/Answered a test call in 6 s on .*, with Do Not Disturb on\. Valid until /u);
  expect(card('Ana Ruiz').textContent).toContain('Knows the verbal password.');
});

/** proves: O5 */
it('says that Do Not Disturb was off unless somebody said that it was on', async () => {
  await open('readiness', true);
  await press('Start a test call to Ana Ruiz');
  await pass(17_000);
  expect(card('Ana Ruiz').textContent).toContain('with Do Not Disturb off');
});

/** proves: O5 */
it('hangs a test call up', async () => {
  await open('readiness-calling', true);
  await press('Hang up the test call to Ana Ruiz');
  expect(card('Ana Ruiz').textContent).toContain('ended by the household');
  expect(screen.getByRole('button', { name: 'Start a test call to Ana Ruiz' })).toBeTruthy();
});

/** proves: P2 */
it('offers no call to somebody who asked not to be called, and says how that is undone', async () => {
  await open('readiness-tested', true);
  expect(within(card('Mika Kern')).queryByRole('button')).toBeNull();
  expect(card('Mika Kern').textContent).toContain('take the entry off the list and add it anew');
});

/** proves: B12 */
it('says beside the contact why a call was refused', async () => {
  await open('readiness&fail=ring_contact', true);
  await press('Start a test call to Ana Ruiz');
  expect(within(card('Ana Ruiz')).getByRole('alert').textContent).toBe('The station could not be started.');
});

async function open(scenario: string, enter = false) {
  const app = new AppState(mockApp(new URLSearchParams(`scenario=${scenario}`)));
  render(App, { app });
  await app.connect();
  await tick();
  if (enter) await press(/^See what /u);
}

const card = (name: string) => screen.getByRole('article', { name });

async function press(name: string | RegExp) {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
  await tick();
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}
