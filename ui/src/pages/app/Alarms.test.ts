// Alarms, practice, drills and plans in the window, on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import App from './App.svelte';
import { AppState } from './state.svelte';

const CODE = '482916';
const DURESS_CODE = '482753';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the drill of an alarm', () => {
  /** proves: L5 */
  it('is chosen among the kinds and opens on its timeline, which says that it is one', async () => {
    await open('dashboard-speakers');
    await press('Drill an alarm');
    const kinds = [...document.querySelectorAll('[data-question="drill_alarm"] label')].map((label) => label.textContent?.trim());
    expect(kinds).toEqual(['Burglar', 'Smoke', 'Carbon monoxide', 'Panic', 'Flood', 'Freeze']);
    await fireEvent.click(document.querySelector('input[value="co_alarm"]') as HTMLElement);
    await press('Start this drill');
    expect(document.querySelector('main h1')?.textContent).toMatch(/^Drill · Demo/u);
  });

  /** proves: B12, L5 */
  it('says why it cannot begin, and is not offered without an alarm', async () => {
    await open('dashboard-speakers', 'drill_alarm');
    await press('Drill an alarm');
    await press('Start this drill');
    expect(screen.getByRole('alert').textContent).toBe('The station could not be started.');
    cleanup();
    await open('dashboard');
    expect(screen.queryByRole('button', { name: 'Drill an alarm' })).toBeNull();
  });
});

describe('an alarm on the dashboard', () => {
  /** proves: D6, F7 */
  it('is the first card, with what, where and siren, and is disarmed there with the code', async () => {
    await open('dashboard-alarm');
    const first = document.querySelector('main h2');
    expect(first?.textContent).toBe('Happening now');
    const card = first?.parentElement?.textContent ?? '';
    for (const said of ['Demo · Calling your contacts', 'Burglar alarm · 12 Maple Street', 'Siren sounds']) expect(card).toContain(said);
    await enter('disarm', CODE);
    expect(screen.queryByText('Happening now')).toBeNull();
    expect(document.querySelector('[data-incident="i-1"]')?.textContent).toContain('Disarmed. Nobody was asked to come.');
  });

  /** proves: J1, J6 */
  it('looks the same with the duress code', async () => {
    const shown: (string | undefined)[] = [];
    for (const code of [CODE, DURESS_CODE]) {
      cleanup();
      await open('dashboard-alarm');
      await enter('disarm', code);
      shown.push(document.querySelector('main')?.textContent?.replace(/\d\d:\d\d/gu, ''));
    }
    expect(shown[0]).toBe(shown[1]);
  });

  /** proves: N5 */
  it('says at the field that a code is wrong, and goes on', async () => {
    await open('dashboard-alarm');
    await enter('disarm', '1111');
    expect(document.querySelector('[data-problem=code]')?.textContent).toContain('That is not this home’s code.');
    expect(screen.getByText('Happening now')).toBeTruthy();
  });

  /** proves: K1 */
  it('that was only told stays there until it is read', async () => {
    await open('dashboard-unread');
    await press('Show what happens: Flood alarm');
    await press('I have read this');
    await fireEvent.click(screen.getAllByRole('button', { name: 'Back to home' })[0] as HTMLElement);
    expect(screen.queryByText('Happening now')).toBeNull();
  });
});

describe('where nobody was sent', () => {
  /** proves: F10 */
  it('one slide sends police', async () => {
    await open('alarm-nobody-sent');
    expect(title()).toBe('Demo · Nobody answered. Nobody was sent.');
    await fireEvent.click(screen.getByRole('button', { name: 'Send police' }), { detail: 0 });
    await press('Send police now');
    await pass(2_500);
    expect(title()).toBe('Demo · Police requested');
  });

  /** proves: F10 */
  it('a mere tap sends nobody', async () => {
    await open('alarm-nobody-sent');
    await fireEvent.click(screen.getByRole('button', { name: 'Send police' }), { detail: 1 });
    await pass(2_500);
    expect(title()).toBe('Demo · Nobody answered. Nobody was sent.');
  });
});

describe('after a contact’s cancel', () => {
  /** proves: E10 */
  it('the device that slid can still ask for help, for the time that is left', async () => {
    await open('sos-still-need-help');
    expect(document.body.textContent).toContain('Possible for 9 min more, on this device only.');
    await fireEvent.click(screen.getByRole('button', { name: 'I still need help' }), { detail: 0 });
    await press('Send help now');
    await pass(2_500);
    expect(title()).toBe('Demo · Police requested');
  });

  /** proves: E10 */
  it('the offer goes with its time', async () => {
    await open('sos-still-need-help');
    await pass(513_000);
    expect(screen.queryByRole('button', { name: 'I still need help' })).toBeNull();
  });
});

describe('practice', () => {
  /** proves: L4, L5, L6 */
  it('is entered with the code for the length that was chosen, is on every screen, and is left with the code', async () => {
    await open('dashboard-empty');
    await press('Start practice');
    await fireEvent.click(screen.getByRole('radio', { name: '4 h' }));
    await enter('start-practice', CODE, true);
    expect(banner()).toBe('Practice. Demo. Nobody is sent, for 4 h more. In an emergency, call 911.');
    await press('SOS');
    expect(screen.getByText('Practice: nobody will be sent. In an emergency, call 911.')).toBeTruthy();
    await press('Close');
    await enter('end-practice', CODE);
    expect(banner()).toBe('Demo. This station can send nobody.');
  });

  /** proves: L6 */
  it('is not entered while an incident is open', async () => {
    await open('dashboard-alarm');
    await enter('start-practice', CODE);
    expect(document.querySelector('[data-control=start-practice] [data-problem=code]')?.textContent).toContain('An SOS or alarm is open.');
  });

  it('in a home without a code says that none was set, and a drill can still be run', async () => {
    await open('home');
    expect(describedBy(screen.getByRole('button', { name: 'Start practice' }))).toContain('No access code was set');
    expect(screen.getByRole('button', { name: 'Start a drill' })).toBeTruthy();
  });
});

describe('a drill', () => {
  /** proves: L5, A2 */
  it('begins on a sheet that says so, is slid, and is a drill on every screen', async () => {
    await open('drill-sheet');
    await press('Start a drill');
    expect(screen.getByRole('dialog').textContent).toContain('Drill. Demo. Nobody is sent. In an emergency, call 911.');
    await fireEvent.click(screen.getByRole('button', { name: 'Fire' }), { detail: 0 });
    await press('Request the fire department now');
    expect(title()).toBe('Drill · Requesting the fire department in');
    expect(screen.getByText('Drill: nobody will be sent. In an emergency, call 911.')).toBeTruthy();
    await pass(5_400);
    expect([title(), banner()]).toEqual(['Drill · Demo · Calling your contacts', 'Drill. Demo. Nobody is sent. In an emergency, call 911.']);
  });

  it('leaves the shield an SOS', async () => {
    await open('drill-sheet');
    await press('Start a drill');
    await press('Close');
    await press('SOS');
    expect(screen.getByRole('heading', { name: 'Who should come?' })).toBeTruthy();
  });
});

describe('the burglar setting', () => {
  /** proves: F8 */
  it('says what each value does, that a wrong password sends police, and is changed with the code', async () => {
    await open('dashboard-history');
    const card = () => document.querySelector('[data-burglar]');
    expect(card()?.textContent).toContain('When nobody answers: Only if I say');
    expect(card()?.textContent).toContain('With either setting, a wrong password sends police.');
    await press('Change this setting');
    await fireEvent.click(screen.getByRole('radio', { name: /^If no one cancels/u }));
    await enter('burglar-setting', CODE, true);
    expect((card() as HTMLElement | null)?.dataset.burglar).toBe('if_no_one_cancels');
  });
});

describe('the response plans', () => {
  /** proves: P1, E7, I5, J3 */
  it('stand on a page of their own: every kind, the burglar’s with its setting, the others locked with the reason', async () => {
    await open('plans');
    await press('Show the response plans');
    expect(title()).toBe('Response plans');
    const plans = Array.from(document.querySelectorAll<HTMLElement>('[data-plan]'));
    expect(plans).toHaveLength(12);
    for (const plan of plans) {
      expect(plan.textContent).toContain(plan.dataset.plan === 'burglar' ? 'Your setting.' : 'Locked.');
    }
    expect(document.querySelector('[data-plan=carbon_monoxide]')?.textContent).toContain('Requests the fire department, before any call');
    await press('Back to home');
    expect(title()).toBe('12 Maple Street');
  });
});

/** proves: F11 */
it('counts an entry delay down, and says when it waits for the station', async () => {
  await open('alarm-delay');
  const rest = () => document.querySelector('[data-entry-delay]');
  expect(rest()?.textContent).toMatch(/Unless it is disarmed, the alarm comes in\s+28 s/u);
  await pass(1_500);
  expect(rest()?.textContent).toContain('26 s');
  await pass(27_000);
  expect(rest()?.textContent).toContain('Waiting for the station’s word');
});

async function open(scenario: string, fail = '') {
  const app = new AppState(mockApp(new URLSearchParams({ scenario, fail })), () => performance.now());
  render(App, { app });
  await app.connect();
  await tick();
}

/** Opens the control, unless it is open, and gives the code. */
async function enter(control: string, code: string, isOpen = false) {
  const node = document.querySelector(`[data-control="${control}"]`) as HTMLElement;
  if (!isOpen) await fireEvent.click(node.querySelector(`[data-action="${control}"]`) as HTMLElement);
  await pass(10);
  await fireEvent.input(node.querySelector('input[name=code]') as HTMLElement, { target: { value: code } });
  await fireEvent.submit(node.querySelector('form') as HTMLFormElement);
  await pass(10);
}

async function press(name: string) {
  await fireEvent.click(screen.getByRole('button', { name }));
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

const describedBy = (node: HTMLElement) => document.getElementById(node.getAttribute('aria-describedby') ?? '')?.textContent;
const title = () => document.querySelector('main h1')?.textContent;
const banner = () => document.querySelector('.window')?.firstElementChild?.textContent?.trim();
