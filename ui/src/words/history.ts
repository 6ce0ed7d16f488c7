// Knows what the history says: of each incident in one row, of what is looked at, and of the files that can be saved.
import type { Event, HistoryFilter, HistoryGroup, IncidentView } from '../backend/wire';
import { listed, longDay } from './common';
import { kindHeading } from './kinds';
import { PHONE_SHORT, marksOf } from './mode';
import { has, isOpen, nameIn, plainStanding } from './timeline';
import * as en from './en/history';
import * as es from './es/history';
import * as fr from './fr/history';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { counted, FOUND, SAID } = words;
export const { HISTORY, COPY, RECEIPT } = words;

export type Group = HistoryGroup | 'all';

export type Period = 'all' | 'days_30' | 'year';

type Option<Value> = { value: Value; text: string };

/** What the list holds so far. */
export const found = (incidents: number, more: boolean) =>
  (more ? FOUND.more : FOUND.all)(counted(incidents));

const DAYS_30_MS = 30 * 24 * 3_600_000;

/** From when on a period counts, by this computer's calendar. */
export function filterOf(group: Group, period: Period, now: number): HistoryFilter {
  const since = { all: null, days_30: now - DAYS_30_MS, year: new Date(new Date(now).getFullYear(), 0, 1).getTime() };
  return { group: group === 'all' ? null : group, since_ms: since[period] };
}

/** The choice, in words. */
export function filterWords(group: Group, period: Period): string {
  const text = (options: readonly Option<string>[], value: string) => options.find((option) => option.value === value)?.text ?? '';
  return `${text(HISTORY.groups, group)} · ${text(HISTORY.periods, period)}`;
}

/** When it began. */
export const beganAt = (incident: IncidentView) => incident.timeline[0]?.at_ms ?? null;

export interface Row {
  id: string;
  kind: string;
  marks: string[];
  at: number | null;
  stands: string;
  answered: string | null;
}

export const rowOf = (incident: IncidentView): Row => ({
  id: incident.id,
  kind: kindHeading(incident.kind),
  marks: marksOf(incident),
  at: beganAt(incident),
  stands: plainStanding(incident),
  answered: answered(incident),
});

const PERSON = new Set<Event['event']>(['answered', 'told']);

/** Who answered, each once; that nobody did once no call can come any more; nothing where nobody was to be reached. */
function answered(incident: IncidentView): string | null {
  const contacts = new Set(incident.timeline.flatMap((entry) => (PERSON.has(entry.event) && 'contact' in entry ? [entry.contact] : [])));
  if (contacts.size) return SAID.answeredOn(listed([...contacts].map(nameIn(incident)).map(PHONE_SHORT[incident.mode])));
  const tried = has(incident, 'calling') && !isOpen(incident);
  return tried && !plainStanding(incident).startsWith(SAID.nobody) ? SAID.nobody : null;
}

export interface Day {
  key: string;
  title: string;
  rows: Row[];
}

/** Rows by their days, in their order. */
export function daysOf(incidents: readonly IncidentView[], now: number): Day[] {
  const days: Day[] = [];
  for (const row of incidents.map(rowOf)) {
    const title = row.at === null ? '—' : dayTitle(row.at, now);
    const last = days.at(-1);
    if (last?.title === title) last.rows.push(row);
    else days.push({ key: `${title}-${row.id}`, title, rows: [row] });
  }
  return days;
}

function dayTitle(ms: number, now: number): string {
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  const day = longDay(ms);
  if (day === longDay(now)) return SAID.today;
  return day === longDay(before.getTime()) ? SAID.yesterday : day;
}
