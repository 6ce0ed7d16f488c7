// The history in the window, on the simulation.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import App from './App.svelte';
import { AppState } from './state.svelte';

const NOW = new Date(2026, 2, 5, 21);

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the history', () => {
  /** proves: V3 */
  it('is reached from the dashboard, lists everything by its day, newest first, and leads back', async () => {
    await open('history');
    expect(title()).toBe('History');
    expect(said()).toBe('30 incidents. There are earlier ones.');
    expect(days().slice(0, 2)).toEqual(['Today', 'March 3, 2026']);
    expect(rows()).toHaveLength(30);
    await press('Back to home');
    expect(title()).toBe('12 Maple Street');
  });

  /** proves: V3, Q1, L5 */
  it('says of each what it was, its marks, when, how it ended and who answered', async () => {
    await open('history');
    expect(rows().slice(0, 4)).toEqual([
      'Medical SOS Drill Demo Over. Nobody was sent. Answered on Ana Ruiz’s card and Jon Ruiz’s card 20:00',
      'Burglar alarm Demo Disarmed. Nobody was asked to come. Nobody answered 20:00',
      'Police SOS Demo Cancelled. Nobody was called. 20:00',
      'Fire SOS Demo Over: a person said so Answered on Ana Ruiz’s card 20:00',
    ]);
  });

  /** proves: V3 */
  it('shows earlier ones page by page until there are none, each once, and the focus goes to the first of them', async () => {
    await open('history');
    await press('Show earlier');
    expect(said()).toBe('60 incidents. There are earlier ones.');
    expect((document.activeElement as HTMLElement).dataset.incident).toBe('i-past-30');
    await press('Show earlier');
    expect(said()).toBe('70 incidents. That is all.');
    expect(new Set(ids()).size).toBe(70);
    expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
  });

  /** proves: V3 */
  it('is filtered by kind and by period, with real radio buttons', async () => {
    await open('history');
    await choose('Which incidents', 'Alarms');
    expect(said()).toBe('14 incidents. That is all.');
    expect(rows().every((row) => row.startsWith('Burglar alarm'))).toBe(true);
    await choose('Which incidents', 'Drills & practice');
    expect(said()).toBe('28 incidents. That is all.');
    expect(rows().every((row) => /Drill|Practice/u.test(row))).toBe(true);
    await choose('From when', '30 days');
    expect(said()).toBe('6 incidents. That is all.');
    await choose('Which incidents', 'Everything');
    expect(said()).toBe('15 incidents. That is all.');
    await choose('From when', 'This year');
    expect(said()).toBe('30 incidents. There are earlier ones.');
    await press('Show earlier');
    expect(said()).toBe('32 incidents. That is all.');
    expect(days().at(-1)).toBe('January 2, 2026');
  });

  /** proves: V3 */
  it('of a home where nothing happened says so, and has nothing to save', async () => {
    await open('history-empty');
    expect(said()).toBe('Nothing has happened yet.');
    expect(shown()).toContain('shows here with every step');
    expect(screen.queryByRole('button', { name: 'Save as JSON' })).toBeNull();
    await choose('Which incidents', 'SOS');
    expect(said()).toBe('Nothing like that happened in this time.');
  });

  /** proves: V3 */
  it('that cannot be read says why, and is tried again', async () => {
    await open('history', 'read_history');
    expect(screen.getByRole('alert').textContent).toBe('The station could not be started.');
    await press('Try again');
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  /** proves: V3, A8 */
  it('is worked by keyboard alone: everything that acts is a native control with a name', async () => {
    await open('history');
    for (const control of document.querySelectorAll<HTMLElement>('[data-screen=history] [onclick], [data-screen=history] [tabindex="0"]')) {
      expect(['BUTTON', 'INPUT']).toContain(control.tagName);
    }
    for (const group of ['Which incidents', 'From when']) expect(screen.getByRole('radiogroup', { name: group })).toBeTruthy();
    for (const section of document.querySelectorAll('[data-screen=history] .list section')) {
      expect(document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent).toBeTruthy();
    }
  });
});

describe('an incident of the history', () => {
  /** proves: V3, A7 */
  it('that is older than the latest opens its timeline, and back leads to its row', async () => {
    await open('history');
    await fireEvent.click(row('i-past-28'));
    await pass(10);
    expect(title()).toBe('Demo · Over: a person said so');
    expect(document.querySelectorAll('main ol li').length).toBeGreaterThan(3);
    await press('Back to the history');
    expect(title()).toBe('History');
    expect((document.activeElement as HTMLElement).dataset.incident).toBe('i-past-28');
    expect(said()).toBe('30 incidents. There are earlier ones.');
  });

  /** proves: V3 */
  it('that the station cannot say more of stays as it was listed, with what went wrong', async () => {
    await open('history', 'incident');
    await fireEvent.click(row('i-past-28'));
    await pass(10);
    expect(title()).toBe('Demo · Over: a person said so');
    expect(shown()).toContain('The station could not be started.');
  });

  /** proves: V3 */
  it('has its receipt saved, and the screen says where', async () => {
    await open('history');
    await fireEvent.click(row('i-past-1'));
    await press('Save receipt');
    expect(shown()).toContain('Saved: /home/ana/Downloads/Mayday receipt 9e0c4b1a.json');
  });

  it('whose receipt cannot be saved says so', async () => {
    await open('history', 'save_receipt');
    await fireEvent.click(row('i-past-1'));
    await press('Save receipt');
    expect(shown()).toContain('The file could not be saved: the Downloads folder is missing, full or protected.');
  });
});

describe('a copy', () => {
  /** proves: V3 */
  it('is said to hold names and addresses, and where it went, with how many incidents', async () => {
    await open('history');
    expect(shown()).toContain('It goes into your Downloads folder and nowhere else.');
    expect(shown()).toContain('It names your address and the people on your list.');
    await choose('Which incidents', 'SOS');
    await press('Save as JSON');
    expect(shown()).toContain('Saved, with 28 incidents: /home/ana/Downloads/Mayday history.json');
  });

  /** proves: V3 */
  it('to print holds everything that was chosen, also what is not on the screen yet', async () => {
    const { backend } = await open('history');
    const saved = vi.spyOn(backend, 'savePrintedHistory');
    await press('Save a page to print');
    expect(shown()).toContain('Saved: /home/ana/Downloads/Mayday history.html');
    const page = saved.mock.calls[0]?.[0] ?? '';
    expect(page.split('<article>')).toHaveLength(71);
    expect(page).toContain('Everything · Any time');
  });

  it('that cannot be saved says so in a sentence', async () => {
    await open('history', 'save_history');
    await press('Save as JSON');
    expect(shown()).toContain('The file could not be saved');
  });
});

async function open(scenario: string, fail = '') {
  const backend = mockApp(new URLSearchParams({ scenario, fail }));
  const app = new AppState(backend);
  render(App, { app });
  await app.connect();
  await tick();
  await press('Show the whole history');
  return { app, backend };
}

async function choose(group: string, option: string) {
  await fireEvent.click([...screen.getByRole('radiogroup', { name: group }).querySelectorAll('label')].find((label) => label.textContent?.trim() === option)?.querySelector('input') as HTMLElement);
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

const buttons = () => [...document.querySelectorAll<HTMLElement>('.list [data-incident]')];
const row = (id: string) => buttons().find((node) => node.dataset.incident === id) as HTMLElement;
const rows = () => buttons().map((node) => [...node.querySelectorAll('.words > span, time')].map((part) => part.textContent?.replace(/\s+/gu, ' ').trim()).join(' '));
const ids = () => buttons().map((node) => node.dataset.incident);
const days = () => [...document.querySelectorAll('.list h2')].map((node) => node.textContent);
const said = () => document.querySelector('.list [role=status]')?.textContent?.trim();
const shown = () => document.querySelector('main')?.textContent ?? '';
const title = () => document.querySelector('main h1')?.textContent;
