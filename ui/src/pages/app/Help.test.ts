// The help, the plans side by side, and who runs the station: in the window, on the simulation.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backend/backend';
import { mockApp } from '../../backend/mock';
import { QUESTIONS, TOPICS } from '../../words/help';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the help', () => {
  /** proves: P4 */
  it('is opened from the dashboard, begins with 911, has every topic and question, and leads back', async () => {
    await open('dashboard');
    await press('Open the help');
    expect(title()).toBe('Help');
    expect(headings(2)).toEqual(['In an emergency use SOS or call 911', 'How it works', 'Questions and answers']);
    expect(headings(3)).toEqual([...TOPICS.map((topic) => topic.title), ...QUESTIONS.map(({ ask }) => ask)]);
    expect(screen.getByRole('button', { name: 'SOS' })).toBeTruthy();
    await press('Call 911 yourself');
    expect(screen.getByText('Mayday never dials 911 by itself.')).toBeTruthy();
    await press('Back to home');
    expect(title()).toBe('12 Maple Street');
  });

  /** proves: P4 */
  it('asks nobody for anything: it is there without a network', async () => {
    const { asked } = await open('dashboard');
    asked.length = 0;
    await press('Open the help');
    for (const summary of document.querySelectorAll('summary')) await fireEvent.click(summary);
    await pass(60_000);
    expect(asked).toEqual([]);
    expect(document.querySelector('[data-screen="help"] :is(a, img, iframe, video)')).toBeNull();
  });

  /** proves: Q1 */
  it('of a demo home says at its top that nobody can be sent', async () => {
    await open('dashboard');
    await press('Open the help');
    expect(screen.getByText('This home is a demo: its station can send nobody. Call 911.')).toBeTruthy();
  });

  /** proves: P4, O1 */
  it.each([
    ['plans', 'Show the response plans', 'Response plans'],
    ['plans', 'Compare Basic, Plus and Pro', 'The plans side by side'],
    ['duress', 'Passwords and codes', 'Passwords and codes'],
    ['through', 'Get their phones ready', 'Get through Do Not Disturb'],
  ])('leads on from its topic %s: %s', async (topic, door, page) => {
    await open('dashboard');
    await press('Open the help');
    const piece = document.querySelector(`[data-opens="${topic}"]`) as HTMLElement;
    await fireEvent.click(within(piece).getByRole('button', { name: door, hidden: true }));
    await pass(10);
    expect(title()).toBe(page);
  });

  /** proves: V1 */
  it('has no door for a member that an owner alone may open', async () => {
    const { app } = await open('welcome');
    await app.join('7K3M-92QX-HT4W', '192.168.1.20:47100');
    await pass(10);
    await press('Open the help');
    expect(document.querySelector('[data-opens="duress"] button')).toBeNull();
    expect(document.querySelectorAll('[data-opens="plans"] button')).toHaveLength(2);
  });

  /** proves: A8 */
  it('opens by native pieces alone, so that keyboard and screen readers work', async () => {
    await open('dashboard');
    await press('Open the help');
    const pieces = [...document.querySelectorAll('[data-opens]')];
    expect(pieces).toHaveLength(TOPICS.length + QUESTIONS.length);
    for (const piece of pieces) {
      expect(piece.tagName).toBe('DETAILS');
      expect(piece.firstElementChild?.tagName).toBe('SUMMARY');
      expect(piece.hasAttribute('open')).toBe(false);
    }
  });

  /** proves: A9 */
  it('gives way to an SOS', async () => {
    const { app } = await open('dashboard');
    await press('Open the help');
    await app.slide('sos_police');
    await pass(10);
    expect(document.querySelector('[data-screen="help"]')).toBeNull();
  });
});

describe('the plans side by side', () => {
  /** proves: P4, P3 */
  it('are a table with row and column headers, and cards, and both mark the plan that the home has', async () => {
    await open('home-ineligible');
    expect(shown()).toContain('This home has Basic. See what each plan allows.');
    await press('Compare the plans');
    expect(shown()).toContain('This home: Basic plan · self-monitored alarm');
    const table = document.querySelector('table') as HTMLTableElement;
    expect([...table.querySelectorAll('thead th[scope="col"]')].map((head) => head.textContent?.replace('This home’s plan', ''))).toEqual(['What it is about', 'Basic', 'Plus', 'Pro']);
    const rows = [...table.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      expect(row.firstElementChild?.getAttribute('scope')).toBe('row');
      expect(row.querySelectorAll('td')).toHaveLength(3);
    }
    expect(table.querySelector('[data-column="basic"]')?.textContent).toContain('This home’s plan');
    expect(document.querySelectorAll('[data-card]')).toHaveLength(3);
    expect([...document.querySelectorAll('[data-card]')].filter((card) => card.textContent?.includes('This home’s plan')).map((card) => card.getAttribute('data-card'))).toEqual(['basic']);
  });

  /** proves: B1, B15 */
  it('say the same in cards and table, and who sets the prices', async () => {
    await open('dashboard');
    await press('Compare the plans');
    for (const [at, plan] of ['basic', 'plus', 'pro'].entries()) {
      const column = [...document.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('td')[at]?.textContent);
      const card = [...document.querySelectorAll(`[data-card="${plan}"] dd`)].map((cell) => cell.textContent);
      expect(card).toEqual(column);
    }
    expect(screen.getByText('The operator of the station sets the prices. They are shown without tax.')).toBeTruthy();
    await press('Back to home');
    expect(title()).toBe('12 Maple Street');
  });
});

describe('who runs the station', () => {
  /** proves: B15, Q1 */
  it('is said on the dashboard: the household, on this computer, and nobody who asks for responders in a demo', async () => {
    await open('dashboard');
    expect(operator()).toBe('This home’s station runs on this computer, and belongs to the household. Mayday itself runs no station and no monitoring center. This home is a demo: nobody is asked to come to it. In an emergency, call 911.');
  });

  /** proves: B15 */
  it('is said of a station on another machine', async () => {
    const { app } = await open('welcome');
    await app.join('7K3M-92QX-HT4W', '192.168.1.20:47100');
    await pass(10);
    expect(operator()).toContain('This home’s station runs on another machine, and belongs to the household.');
  });
});

/** The app, and what its backend is asked for. */
async function open(scenario: string) {
  const asked: string[] = [];
  const mock = mockApp(new URLSearchParams({ scenario }));
  const backend = new Proxy(mock, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        asked.push(String(name));
        return value.apply(target, given) as unknown;
      };
    },
  }) as Backend;
  const app = new AppState(backend);
  render(App, { app });
  await app.connect();
  await tick();
  return { app, asked };
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
const headings = (level: number) => [...document.querySelectorAll(`[data-screen="help"] h${level}`)].map((heading) => heading.textContent);
const operator = () => [...document.querySelectorAll('[data-operator] p')].map((line) => line.textContent).join(' ');
