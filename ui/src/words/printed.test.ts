// The page to print: the timeline's own words, and nothing in it that a browser would run or load.
import { describe, expect, it } from 'vitest';
import { ANA, HOME, incidentView, planOf, timelineOf, type Happening } from '../backend/mock/home';
import type { IncidentView } from '../backend/wire';
import { entryWords, nameIn, standing } from './timeline';
import { printedHistory } from './printed';

const NOW = new Date(2026, 2, 5, 21, 30).getTime();
const START = new Date(2026, 2, 4, 23, 59, 30).getTime();
const EVIL = `<script>alert(1)</script><img src=x onerror="alert(2)">'"&`;
const HAPPENED: [number, Happening][] = [
  [0, { event: 'held' }],
  [5, { event: 'calling', contact: ANA.id, role: 'deciding' }],
  [40, { event: 'answered', contact: ANA.id }],
  [45, { event: 'cancelled_by', contact: ANA.id }],
];

describe('a page to print', () => {
  /** proves: V3, Q1, L5 */
  it('says each step in the words of the timeline, marked, with its time', () => {
    const incident = closed({ plan: planOf('sos_police', 'drill') });
    const page = parsed(print([incident]));
    const steps = [...page.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
    expect(steps).toEqual(
      incident.timeline.map((entry, at) => [
        ['23:59:30', '23:59:35', 'March 5, 2026, 00:00:10', 'March 5, 2026, 00:00:15'][at],
        entryWords(entry, incident, nameIn(incident)),
      ]),
    );
    expect(page.querySelector('article h2')?.textContent?.replace(/\s+/gu, ' ')).toBe('Drill Demo Police SOS');
    expect(standing(incident)).toContain(page.querySelector('article strong')?.textContent);
    expect(page.querySelector('header')?.textContent).toContain('This station can send nobody.');
    expect(page.querySelector('header')?.textContent).toContain('Everything · Any time · made on March 5, 2026, 21:30');
  });

  /** proves: V3 */
  it('shows a name, street or city that looks like a script as text, and has no element of it', () => {
    const incident = closed({ street: EVIL, city: EVIL, contacts: [{ ...ANA, name: EVIL }] });
    const text = print([incident], { ...HOME, street: EVIL, city: EVIL });
    const page = parsed(text);
    expect(page.querySelectorAll('script, img, [onerror]')).toHaveLength(0);
    expect(text).not.toContain('<script');
    expect(page.querySelector('tbody tr:last-child')?.textContent).toContain(EVIL);
    expect(page.title).toContain(EVIL);
  });

  /** proves: V3 */
  it('loads and runs nothing: no script, link, picture, form or address on the web', () => {
    const text = print([closed()]);
    const page = parsed(text);
    const known = new Set(['META', 'TITLE', 'STYLE', 'HEADER', 'MAIN', 'ARTICLE', 'H1', 'H2', 'P', 'SPAN', 'STRONG', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD']);
    for (const node of page.querySelectorAll('head *, body *')) expect(known).toContain(node.tagName);
    expect(text).not.toMatch(/https?:|url\(|@import|javascript:| on\w+=/u);
    expect(text).toContain('@media print');
  });
});

const closed = (changes: Partial<IncidentView> = {}) =>
  incidentView('sos_police', 'closed', timelineOf(START, HAPPENED), { ending: 'cancelled_by_contact', ...changes });
const print = (incidents: IncidentView[], home = HOME) => printedHistory({ home, incidents, chosen: 'Everything · Any time', now: NOW });
/** With what the core puts before it. */
const parsed = (text: string) => new DOMParser().parseFromString(`<!doctype html><html lang="en"><head>${text}`, 'text/html');
