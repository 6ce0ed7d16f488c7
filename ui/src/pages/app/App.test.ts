// The window on the simulation: every screen draws, and the ways between them work.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import { appScenarios } from '../../backend/mock/scenarios';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const BANNER = /^(Demo\. This station can send nobody\.|(Practice|Drill)\. Demo\. Nobody (is|was) sent.*In an emergency, call 911\.)$/u;

/** proves: Q1, L5 */
it.each(Object.keys(appScenarios))('%s draws one title, and every screen of a demo home starts with its mark', async (scenario) => {
  await open(`scenario=${scenario}`);
  expect(document.querySelectorAll('main h1')).toHaveLength(1);
  if (!scenario.startsWith('welcome')) {
    expect(document.querySelector('.window')?.firstElementChild?.textContent).toMatch(BANNER);
  }
});

describe('the first start', () => {
  it('tries the demo, and offers a home of one’s own or somebody else’s beside it', async () => {
    await open('');
    for (const name of ['Set up my home', 'Join a home']) expect(screen.getByRole('button', { name })).toBeTruthy();
    await press('Try it');
    expect(screen.getByText('Starting the station on this computer…')).toBeTruthy();
    await pass(1_000);
    expect(screen.getByRole('heading', { level: 1, name: '12 Maple Street' })).toBeTruthy();
  });

  it('says why the demo could not be started', async () => {
    await open('fail=start_demo');
    await press('Try it');
    expect(screen.getByRole('alert').textContent).toBe('The station could not be started.');
  });
});

describe('one SOS', () => {
  /** proves: C2 */
  it('is cancelled within the five seconds', async () => {
    await counting();
    await press('Cancel');
    await pass(400);
    expect(screen.getByRole('heading', { name: 'Cancelled. Nobody was called.' })).toBeTruthy();
    await press('Back to home');
    expect(screen.getByRole('heading', { name: '12 Maple Street' })).toBeTruthy();
  });

  /** proves: A7, C6 */
  it('becomes a timeline that says each fact when it is one', async () => {
    await counting();
    await pass(5_400);
    expect(title()).toBe('Demo · Help requested');
    await pass(10_700);
    expect(title()).toBe('Demo · Requesting police…');
    await pass(2_000);
    expect(title()).toBe('Demo · Police requested');
  });

  /** proves: B12 */
  it('that the core refuses shows every reason on the sheet', async () => {
    await open('scenario=sheet&fail=slide');
    await slide();
    expect(document.querySelectorAll('[data-reason]')).toHaveLength(2);
  });
});

describe('the rule', () => {
  /** proves: A6 */
  it('is said before the first use, waits for nobody, and is gone once it is read', async () => {
    await open('scenario=dashboard-first');
    expect(screen.getByText('Use SOS only in an emergency.')).toBeTruthy();
    await press('SOS');
    expect(screen.getByRole('heading', { name: 'Who should come?' })).toBeTruthy();
    await press('Close');
    await press('I understand');
    expect(screen.queryByText('Use SOS only in an emergency.')).toBeNull();
  });

  /** proves: A6 */
  it('is said on the first screen, and stays on the sheet after it was read', async () => {
    await open('scenario=welcome');
    expect(document.body.textContent).toContain('Use SOS only in an emergency.');
    cleanup();
    await open('scenario=sheet');
    await press('SOS');
    expect(screen.getByText('Use SOS only in an emergency.')).toBeTruthy();
  });
});

describe('the question before leaving', () => {
  /** proves: C6 */
  it('is over everything, says what goes on, and stays with Escape, which cancels nothing behind it', async () => {
    await open('scenario=leaving-held');
    expect(screen.getByRole('dialog', { name: 'Close this window?' }).textContent).toContain(
      'The SOS goes on. The station has it and asks for police at 12 Maple Street even if this window closes.',
    );
    expect(document.activeElement?.textContent?.trim()).toBe('Stay');
    await fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'Escape' });
    await fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    await pass(500);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(title()).toBe('Requesting police in');
  });

  /** proves: C6 */
  it('offers 911 while the station has confirmed nothing', async () => {
    await open('scenario=leaving-unheld');
    expect(screen.getByText('Mayday keeps trying without its window, but nobody may come. Stay, or call 911.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Call 911 yourself' })).toBeTruthy();
    await press('Close anyway');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('what happens in the home', () => {
  it('is on the dashboard while it happens, whichever device began it, and leads to its timeline', async () => {
    await open('scenario=dashboard-happening');
    await press('Show what happens: Police SOS');
    expect(title()).toBe('Demo · Help requested');
  });
});

describe('the speakers', () => {
  /** proves: D3, D7 */
  it.each(['dashboard-siren', 'home'])('of %s are asked about first, and a computer that cannot be heard is said', async (scenario) => {
    await open(`scenario=${scenario}`);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'No' }).checked).toBe(true);
    expect(screen.queryByRole('button', { name: 'Try the sound' })).toBeNull();
    await fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    await pass(10);
    await press('Try the sound');
    expect(screen.getByText('This computer has no audio device. The siren cannot be heard here.')).toBeTruthy();
  });
});

/** proves: D4 */
it('a home that was set up without a base station is not asked about its speakers', async () => {
  await open('scenario=home-cameras');
  expect(screen.queryByText('Play the demo siren through this computer’s speakers?')).toBeNull();
});

describe('the siren alone', () => {
  /** proves: A3, D3, D6, D8 */
  it('is chosen with a base station, sounds after the five seconds, and is silent once confirmed', async () => {
    await open('scenario=dashboard');
    await fireEvent.click(screen.getByRole('radio', { name: 'With base station' }));
    await pass(10);
    await press('SOS');
    await fireEvent.click(screen.getByRole('button', { name: 'Sound siren only' }), { detail: 0 });
    await press('Sound the siren now');
    expect(title()).toBe('Siren sounds in');
    await pass(5_400);
    expect(title()).toBe('Demo · Siren ordered');
    await pass(800);
    expect(title()).toBe('Demo · Siren sounds');
    await press('Silence siren');
    expect(screen.getByRole('list', { name: 'What happened' }).textContent).toContain('Demo · Silence asked; the base station has not confirmed yet');
    await pass(1_300);
    expect(title()).toBe('Demo · Siren silent');
  });

  /** proves: C2 */
  it('is cancelled within the five seconds', async () => {
    await open('scenario=siren-sheet');
    await press('SOS');
    await fireEvent.click(screen.getByRole('button', { name: 'Sound siren only' }), { detail: 0 });
    await press('Sound the siren now');
    await press('Cancel');
    await pass(400);
    expect(title()).toBe('Cancelled. The siren stays silent.');
  });
});

describe('buttons by phase', () => {
  it.each([
    ['unreachable', ['Copy number', 'Withdraw']],
    ['waiting', ['Copy number', 'Send now', 'Withdraw']],
    ['siren-waiting', ['Copy number', 'Sound it now', 'Withdraw']],
    ['too-old', ['Copy number', 'Back to home']],
    ['refused', ['Copy number', 'Back to home']],
    ['refused-home', ['Copy number', 'Change this home', 'Back to home']],
    ['home-unknown-refused', ['Copy number', 'Set this home up again', 'Back to home']],
    ['refused-revoked', ['Copy number', 'Back to home']],
    ['refused-after-hold', ['Copy number', 'Back to home']],
    ['cancelled', ['Back to home']],
    ['committing', []],
    ['committing-held', ['Copy number']],
    ['cancelling-unreachable', ['Copy number']],
  ])('%s offers %j', async (scenario, names) => {
    await open(`scenario=${scenario}`);
    expect(Array.from(document.querySelectorAll('main button'), (button) => button.textContent?.trim())).toEqual(names);
  });
});

describe('a device that was removed from the home', () => {
  /** proves: B12, V1 */
  it('says so with 911, offers no slider, and can be added again', async () => {
    await open('scenario=dashboard-revoked');
    expect(screen.getByText('This device was removed from the home')).toBeTruthy();
    await press('SOS');
    expect(screen.getByText('SOS is not available on this device')).toBeTruthy();
    expect(screen.getByText('Add this device to the home again. In an emergency, call 911.')).toBeTruthy();
    expect(document.querySelector('button[data-kind]')).toBeNull();
    await press('Close');
    await press('Add this device again');
    await pass(1_000);
    expect(screen.getByText('The station answers')).toBeTruthy();
  });

  /** proves: C6 */
  it('is told that the station acts by itself when it had taken the request', async () => {
    await open('scenario=refused-after-hold');
    expect(title()).toBe('The station acts by itself');
    expect(document.body.textContent).not.toContain('Nobody was asked to come');
  });
});

describe('the demo home', () => {
  it('tells its password with its keys', async () => {
    await open('scenario=dashboard');
    expect(document.querySelector('[data-demo-password]')?.textContent).toBe('Demo password: sunrise on a keypad: 7 8 6 7 4 7 3');
  });
});

describe('the plan of a demo home', () => {
  /** proves: B1, B12 */
  it('takes SOS away on Basic, with the reason', async () => {
    await open('scenario=dashboard');
    await fireEvent.click(screen.getByRole('radio', { name: 'Basic' }));
    await pass(10);
    await press('SOS');
    expect(screen.getByText('This home’s plan does not include SOS.')).toBeTruthy();
  });

  it('springs back when the core does not take it', async () => {
    await open('scenario=dashboard&fail=set_demo_plan');
    await fireEvent.click(screen.getByRole('radio', { name: 'Basic' }));
    await pass(10);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Pro' }).checked).toBe(true);
  });
});

it('opens the timeline of an earlier incident and comes back', async () => {
  await open('scenario=dashboard');
  await fireEvent.click(screen.getByRole('button', { name: /^Medical SOS/u }));
  expect(title()).toBe('Demo · Cancelled. Nobody was called.');
  await fireEvent.click(screen.getAllByRole('button', { name: 'Back to home' })[0] as HTMLElement);
  expect(title()).toBe('12 Maple Street');
});

async function open(query: string) {
  const app = new AppState(mockApp(new URLSearchParams(query)));
  render(App, { app });
  await app.connect();
  await tick();
}

async function slide() {
  await press('SOS');
  await fireEvent.click(screen.getByRole('button', { name: 'Police' }), { detail: 0 });
  await press('Request police now');
}

async function counting() {
  await open('scenario=sheet');
  await slide();
  expect(title()).toBe('Requesting police in');
}

async function press(name: string) {
  await fireEvent.click(screen.getByRole('button', { name }));
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

const title = () => document.querySelector('main h1')?.textContent;
