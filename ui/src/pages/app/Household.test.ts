// The home's people and devices, and coming into a home, in the window, on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import { PAIRING_CODE } from '../../backend/mock/household';
import { holds } from '../../words/household';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the home’s devices', () => {
  /** proves: V1 */
  it('are listed with what each may do, and which one this is', async () => {
    await open('dashboard');
    await press('household');
    expect([...document.querySelectorAll('[data-device]')].map((row) => row.textContent)).toHaveLength(3);
    expect(row('d-1')).toContain('This device');
    expect(row('d-2')).toMatch(/Ana’s phone.*Owner.*Connected/u);
    expect(row('d-3')).toMatch(/Kitchen tablet.*Member.*Not connected now/u);
    expect(document.querySelector('[data-device="d-1"] button'), 'this one is not removed from itself').toBeNull();
  });

  /** proves: V1, P6 */
  it('let another in for a code that holds for ten minutes, once the access code was typed', async () => {
    await open('dashboard');
    await press('household');
    await press('invite');
    await press('invite-confirm');
    expect(document.querySelector('[data-invitation]'), 'without the access code there is none').toBeNull();
    await type('code', '482916');
    await press('invite-confirm');
    const shown = document.querySelector('[data-invitation]')?.textContent ?? '';
    for (const part of [PAIRING_CODE, '192.168.1.20:47100', 'mayday:pair?', 'Holds for 10 more minutes', 'one device']) expect(shown).toContain(part);
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press('copy-message');
    for (const part of [PAIRING_CODE, 'mayday:pair?', 'Join a home', 'one device']) expect(written.mock.lastCall?.[0]).toContain(part);
    expect(screen.getByText('Copied.')).toBeTruthy();
    await pass(9 * 60_000);
    expect(document.querySelector('[data-invitation]')?.textContent).toContain('about one more minute');
    await pass(60_000);
    expect(document.querySelector('[data-invitation]')?.textContent).toContain('This code is over');
  });

  /** proves: V1 */
  it('are removed one by one, and the list is that of afterwards', async () => {
    await open('dashboard');
    await press('household');
    await fireEvent.click(document.querySelector('[data-device="d-3"] [data-action="remove-device"]') as HTMLElement);
    await pass(10);
    await type('code', '482916');
    await press('remove-device-confirm');
    expect(document.querySelector('[data-device="d-3"]')).toBeNull();
    expect(screen.getByText('Kitchen tablet was removed.')).toBeTruthy();
  });

  /** proves: V1 */
  it('say who did what, the latest first and the rest on demand', async () => {
    await open('dashboard');
    await press('household');
    const lines = () => [...document.querySelectorAll('[data-activity] li')].map((line) => line.textContent ?? '');
    expect(lines()).toHaveLength(8);
    expect(lines()[0]).toMatch(/^Cancelled a slide within the five secondsAna’s phone · /u);
    expect(lines()[2]).toMatch(/^Tested the phone of Ana RuizThis computer \(this device\) · /u);
    await press('all-activity');
    expect(lines()).toHaveLength(10);
    expect(lines()[8]).toContain('A device that is forgotten');
  });

  /** proves: V1 */
  it('have a recovery code that is shown once', async () => {
    await open('dashboard');
    await press('household');
    expect(screen.getByText('No recovery code was made yet.')).toBeTruthy();
    await press('recovery');
    await type('code', '482916');
    await press('recovery-confirm');
    expect(document.querySelector('[data-code]')?.textContent).toMatch(/^(?:[\dA-Z]{4}-){4}[\dA-Z]{4}$/u);
    await press('Back to home');
    await press('household');
    expect(document.querySelector('[data-code]')).toBeNull();
    expect(screen.getByText(/A recovery code was made/u)).toBeTruthy();
  });

  /** proves: V1 */
  it('are not known while the station does not answer, and it says so', async () => {
    await open('dashboard', 'paired_devices');
    await press('household');
    expect(document.querySelector('[data-device]')).toBeNull();
    expect(screen.getByText('The station could not be started.')).toBeTruthy();
  });
});

describe('coming into a home', () => {
  /** proves: V1 */
  it('asks for code and address, says what is missing, and takes the whole line instead', async () => {
    await open('welcome');
    await press('join-home');
    await press('join');
    expect(problem('pairing_code')).toContain('Type the pairing code');
    await type('pairing_code', PAIRING_CODE);
    await press('join');
    expect(problem('pairing_address')).toContain('address');
    expect(document.activeElement).toBe(field('pairing_address'));
    await type('pairing_address', '192.168.1.20:47100');
    await type('pairing_code', '0000-0000-0000');
    await press('join');
    expect(problem('pairing_code')).toContain('lets no device in');
    await type('pairing_code', `mayday:pair?at=192.168.1.20:47100&key=${'5c'.repeat(32)}&code=${PAIRING_CODE}`);
    expect(field('pairing_address'), 'the line has it').toBeNull();
    await press('join');
    expect(screen.getByText('12 Maple Street')).toBeTruthy();
  });

  /** proves: V1, C5 */
  it('makes a member’s device, which asks for help and changes nothing', async () => {
    await open('welcome');
    await press('join-home');
    await type('pairing_code', PAIRING_CODE);
    await type('pairing_address', '192.168.1.20:47100');
    await press('join');
    expect(screen.getAllByRole('button', { name: 'SOS' })).toHaveLength(1);
    expect(screen.getByText(/acts even if this one stops working/u)).toBeTruthy();
    for (const action of ['secrets', 'start-practice', 'board']) expect(document.querySelector(`[data-action="${action}"]`), action).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'See what is missing' }));
    await pass(10);
    expect(screen.queryByRole('button', { name: 'Open the phone board' }), 'it stands on the other machine').toBeNull();
    await press('Back to home');
    await press('household');
    expect(screen.getByText(/This is a member’s device/u)).toBeTruthy();
    for (const action of ['invite', 'recovery', 'remove-device']) expect(document.querySelector(`[data-action="${action}"]`), action).toBeNull();
  });

  /** proves: V1 */
  it('can be left again', async () => {
    await open('welcome');
    await press('join-home');
    await press('leave-join');
    expect(screen.getByRole('button', { name: 'Try it' })).toBeTruthy();
  });
});

describe('what is left of a code', () => {
  /** proves: V1 */
  it('is told in minutes, and never more than there is', () => {
    expect(holds(600_000)).toBe('Holds for 10 more minutes.');
    expect(holds(95_000)).toBe('Holds for 2 more minutes.');
    expect(holds(60_000)).toBe('Holds for about one more minute.');
    expect(holds(0)).toBe('This code is over. Make a new one.');
  });
});

async function open(scenario: string, fails: string | null = null) {
  const app = new AppState(mockApp(new URLSearchParams({ scenario, ...(fails ? { fail: fails } : {}) })));
  render(App, { app });
  await app.connect();
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

/** By its action, or by its name. */
async function press(what: string) {
  const byAction = document.querySelector<HTMLElement>(`[data-action="${what}"]`);
  await fireEvent.click(byAction ?? screen.getByRole('button', { name: what }));
  await pass(10);
}

const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
const type = async (name: string, text: string) => void (await fireEvent.input(field(name) as HTMLInputElement, { target: { value: text } }));
const row = (id: string) => document.querySelector(`[data-device="${id}"]`)?.textContent ?? '';
const problem = (name: string) => document.querySelector(`[data-problem="${name}"]`)?.textContent ?? '';
