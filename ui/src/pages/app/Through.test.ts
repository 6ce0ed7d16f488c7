// The way through Do Not Disturb in the window, on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import { GUIDES, type System } from '../../words/through-steps';
import App from './App.svelte';
import { AppState } from './state.svelte';

/** What the steps of each system say, in their order. */
const PHONES: [System, string[]][] = [
  ['iphone', ['contact', 'Edit', 'Ringtone', 'Emergency Bypass', 'Text Tone']],
  ['android', ['contact', 'star', 'Settings › Sound & vibration › Do Not Disturb', 'People, then Calls', 'Starred contacts']],
];
const COMPUTERS: [System, string[]][] = [
  ['mac', ['Focus', 'Allowed Apps', 'Notifications › Mayday']],
  ['windows', ['System › Notifications', 'Set priority notifications', 'Mayday']],
  ['gnome', ['Settings › Notifications', 'critical notifications come through']],
  ['kde', ['System Settings › Notifications', 'Show in Do Not Disturb mode']],
];

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the way through Do Not Disturb', () => {
  /** proves: O1 */
  it('is reached from the contacts, says why, and leads back', async () => {
    await open('through');
    expect(title()).toBe('Get through Do Not Disturb');
    expect(shown()).toContain('A phone on Do Not Disturb does not ring for that call by itself.');
    await press('Back to home');
    expect(title()).toBe('12 Maple Street');
  });

  it('gives way to an SOS, and is not there afterwards', async () => {
    const app = await open('through');
    await app.slide('sos_police');
    await pass(10);
    expect(screen.queryByText('Get through Do Not Disturb')).toBeNull();
    await app.cancel();
    await pass(400);
    await press('Back to home');
    expect(title()).toBe('12 Maple Street');
  });

  /** proves: O3 */
  it('shows the steps on iPhone and Android in their order, each with its drawing', async () => {
    await open('through');
    for (const [system, said] of PHONES) {
      await choose('Which phone?', system);
      expectSteps(system, said);
    }
  });

  /** proves: O4 */
  it('shows the steps for this computer on every system', async () => {
    await open('through');
    for (const [system, said] of COMPUTERS) {
      await choose('Which system?', system);
      expectSteps(system, said);
    }
  });

  /** proves: O4 */
  it('opens the steps of the system that this computer has', async () => {
    await open('through-seen');
    expect([...document.querySelectorAll('[data-guide]')].map((guide) => guide.getAttribute('data-guide'))).toEqual(['iphone', 'mac']);
  });

  /** proves: O3, A8 */
  it('is worked by keyboard alone: everything that acts is a native control, and a picture takes no focus', async () => {
    await open('through');
    const acting = [...document.querySelectorAll<HTMLElement>('[data-screen=through] [onclick], [data-screen=through] button, [data-screen=through] input, [data-screen=through] summary')];
    expect(acting.length).toBeGreaterThan(10);
    for (const control of acting) {
      expect(['BUTTON', 'INPUT', 'SUMMARY']).toContain(control.tagName);
      expect(control.getAttribute('tabindex')).toBeNull();
    }
    for (const drawing of document.querySelectorAll('[data-guide] ol svg')) {
      expect(drawing.getAttribute('aria-hidden')).toBe('true');
      expect(drawing.getAttribute('focusable')).toBe('false');
    }
  });
});

describe('the station as a contact', () => {
  /** proves: O2, M4 */
  it('is one name, one number and a code with its quiet zone', async () => {
    await open('through');
    const code = screen.getByRole('img', { name: 'QR code: Mayday station, (202) 555-0110' });
    expect(code.getAttribute('viewBox')).toBe('-4 -4 61 61');
    expect(screen.getByText('Scan with the contact’s phone: saves the station’s number')).toBeTruthy();
    expect(screen.getByText('(202) 555-0110')).toBeTruthy();
  });

  /** proves: Q1 */
  it('of a demo home says that no call comes from its number', async () => {
    await open('through');
    expect(shown()).toContain('This home is a demo: no call comes from this number.');
  });

  /** proves: O2 */
  it('is saved as a file, and the screen says where', async () => {
    await open('through');
    await press('Save contact file');
    expect(shown()).toContain('Saved: /home/ana/Downloads/Mayday station.vcf');
    await press('Save in the newer format');
    expect(shown()).toContain('Saved: /home/ana/Downloads/Mayday station (2).vcf');
  });

  it('that cannot be saved says so in a sentence', async () => {
    await open('through', 'save_station_card');
    await press('Save contact file');
    expect(shown()).toContain('The file could not be saved: the Downloads folder is missing, full or protected.');
  });

  it('has its number copied, or marked where the window may not copy', async () => {
    await open('through');
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press('Copy number');
    expect(write).toHaveBeenCalledWith('(202) 555-0110');
    expect(shown()).toContain('Number copied.');
    write.mockRejectedValueOnce(new Error('no'));
    await press('Copy number');
    expect(shown()).toContain('The number is selected: copy it from there.');
  });

  it('offers no share sheet where there is none', async () => {
    await open('through');
    expect(screen.queryByRole('button', { name: 'Share contact' })).toBeNull();
  });

  it('is waited for while the station has not said its number', async () => {
    await open('through-unknown');
    expect(shown()).toContain('The station has not said yet which number its calls come from.');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('that the core refuses says why', async () => {
    await open('through', 'station_card');
    expect(shown()).toContain('The station could not be started.');
  });
});

describe('this computer’s own alerts', () => {
  /** proves: O4 */
  it('are tried for real, and then the person is asked', async () => {
    await open('through');
    expect(shown()).toContain('Not tried on this computer yet.');
    expect(screen.queryByText('Did you see it?')).toBeNull();
    await press('Send a test alert');
    expect(screen.getByRole('group', { name: 'Did you see it?' })).toBeTruthy();
    expect(shown()).not.toContain('You said');
  });

  /** proves: O4 */
  it('that were seen say no more than that somebody said so, and when', async () => {
    vi.setSystemTime(new Date(2026, 2, 5, 9));
    await open('through');
    await press('Send a test alert');
    await press('Yes, I saw it');
    expect(screen.getByText('You said you saw it on March 5, 2026.')).toBeTruthy();
    expect(screen.queryByText('Did you see it?')).toBeNull();
  });

  /** proves: O4 */
  it('that were not seen open the steps of this computer', async () => {
    await open('through');
    await press('Send a test alert');
    await press('No');
    expect(shown()).toContain('You said you did not see it');
    expect(document.querySelector('details')).toBeNull();
    expect(document.querySelector('[data-guide=gnome]')).toBeTruthy();
  });

  it('that could not be tried say why', async () => {
    await open('through', 'try_alerts');
    await press('Send a test alert');
    expect(screen.getByRole('alert').textContent).toBe('The station could not be started.');
  });
});

function expectSteps(system: System, said: readonly string[]) {
  const steps = [...document.querySelectorAll(`[data-guide=${system}] li`)];
  expect(steps.map((step, at) => step.textContent?.includes(said[at] ?? '—'))).toEqual(said.map(() => true));
  for (const step of steps) expect(step.querySelectorAll('svg')).toHaveLength(1);
  expect(shown()).toContain(GUIDES[system].versions);
}

async function open(scenario: string, fail = '') {
  const app = new AppState(mockApp(new URLSearchParams({ scenario, fail })));
  render(App, { app });
  await app.connect();
  await tick();
  await press('Get their phones ready');
  return app;
}

async function choose(group: string, system: System) {
  const radio = [...screen.getByRole('radiogroup', { name: group, hidden: true }).querySelectorAll('input')].find(({ value }) => value === system);
  await fireEvent.click(radio as HTMLElement);
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

const shown = () => document.querySelector('main')?.textContent ?? '';
const title = () => document.querySelector('main h1')?.textContent;
