// What the history says of an incident, and how it is put by days.
import { describe, expect, it } from 'vitest';
import { ANA, JON, incidentView, timelineOf, type Happening } from '../backend/mock/home';
import { daysOf, filterOf, filterWords, found, rowOf } from './history';

const NOW = new Date(2026, 2, 5, 0, 10).getTime();
const called: [number, Happening] = [1, { event: 'calling', contact: ANA.id, role: 'deciding' }];
const row = (phase: 'closed' | 'contacting', happened: [number, Happening][], ending: 'by_person' | 'told' | 'nobody_sent' | null = 'by_person') =>
  rowOf(incidentView('burglar', phase, timelineOf(NOW, happened), { ending }));

describe('who answered', () => {
  /** proves: V3, Q1 */
  it('is everybody who was proven or heard the message, once, without a claim that somebody real was called', () => {
    const twice: [number, Happening][] = [[2, { event: 'answered', contact: ANA.id }], [9, { event: 'told', contact: JON.id }], [20, { event: 'told', contact: ANA.id }]];
    expect(row('closed', [called, ...twice]).answered).toBe('Answered on Ana Ruiz’s card and Jon Ruiz’s card');
  });

  /** proves: V3 */
  it('is nobody once no call can come any more, and not said where nobody was called or it is said already', () => {
    expect(row('closed', [called]).answered).toBe('Nobody answered');
    expect(row('contacting', [called], null).answered).toBeNull();
    expect(row('closed', []).answered).toBeNull();
    expect(row('closed', [called], 'nobody_sent')).toMatchObject({ stands: 'Nobody answered. Nobody was sent.', answered: null });
  });
});

describe('days', () => {
  /** proves: V3 */
  it('are named by this computer’s calendar: today, yesterday, and then the date with its year', () => {
    const at = (...date: [number, number, number]) => incidentView('smoke', 'closed', timelineOf(new Date(...date, 23).getTime(), [[0, { event: 'held' }]]), { id: `i-${date}` });
    const days = daysOf([at(2026, 2, 4), at(2026, 2, 3), at(2025, 11, 31), at(2025, 11, 31)], NOW);
    expect(days.map(({ title, rows }) => [title, rows.length])).toEqual([['Yesterday', 1], ['March 3, 2026', 1], ['December 31, 2025', 2]]);
  });
});

describe('a choice', () => {
  /** proves: V3 */
  it('is a kind and a time from which on', () => {
    expect(filterOf('all', 'all', NOW)).toEqual({ group: null, since_ms: null });
    expect(filterOf('sos', 'year', NOW)).toEqual({ group: 'sos', since_ms: new Date(2026, 0, 1).getTime() });
    expect(filterOf('alarms', 'days_30', NOW).since_ms).toBe(NOW - 30 * 86_400_000);
  });

  it('is said in words, and so is what was found', () => {
    expect(filterWords('drills_and_practice', 'days_30')).toBe('Drills & practice · 30 days');
    expect([found(1, false), found(30, true)]).toEqual(['1 incident. That is all.', '30 incidents. There are earlier ones.']);
  });
});
