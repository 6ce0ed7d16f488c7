// Knows what the history says: of each incident in one row, of what is looked at, and of the files that can be saved.
import type { Event, HistoryFilter, HistoryGroup, IncidentView } from '../backend/wire';
import { listed, longDay } from './common';
import { kindHeading } from './kinds';
import { PHONE_SHORT, marksOf } from './mode';
import { has, isOpen, nameIn, plainStanding } from './timeline';

export type Group = HistoryGroup | 'all';
export type Period = 'all' | 'days_30' | 'year';

type Option<Value> = { value: Value; text: string };

export const HISTORY = {
  above: 'What happened in this home',
  title: 'History',
  back: 'Back to the history',
  reading: 'Reading the history…',
  again: 'Try again',
  earlier: 'Show earlier',
  choose: 'What to show',
  group: 'Which incidents',
  groups: [
    { value: 'all', text: 'Everything' },
    { value: 'sos', text: 'SOS' },
    { value: 'alarms', text: 'Alarms' },
    { value: 'drills_and_practice', text: 'Drills & practice' },
  ],
  period: 'From when',
  periods: [
    { value: 'all', text: 'Any time' },
    { value: 'days_30', text: '30 days' },
    { value: 'year', text: 'This year' },
  ],
  nothingYet: 'Nothing has happened yet.',
  nothingYetHow: 'An SOS, an alarm or a drill shows here with every step, and with how it ended.',
  nothingHere: 'Nothing like that happened in this time.',
} as const satisfies { groups: readonly Option<Group>[]; periods: readonly Option<Period>[] } & Record<string, unknown>;

export const COPY = {
  title: 'Keep a copy',
  what: 'A copy holds all of what you chose to show, also what is not on the screen yet. It goes into your Downloads folder and nowhere else.',
  personal: 'It names your address and the people on your list.',
  print: 'Save a page to print',
  printHow: 'Every step in plain words. Opens in any browser.',
  json: 'Save as JSON',
  jsonHow: 'For programs: every step, phone numbers, and the receipts that the station signed.',
  saving: 'Saving…',
  saved: (path: string) => `Saved: ${path}`,
  savedWith: (path: string, incidents: number) => `Saved, with ${counted(incidents)}: ${path}`,
  tooMany: 'That is more than one file takes. Choose a shorter period or one kind.',
};

export const RECEIPT = {
  title: 'Receipt',
  what: 'Every step that you see here, signed by the station. One changed letter shows.',
  how: 'Whoever has the file can check it without the station: mayday-station verify',
  save: 'Save receipt',
};

const counted = (incidents: number) => (incidents === 1 ? '1 incident' : `${incidents} incidents`);

/** What the list holds so far. */
export const found = (incidents: number, more: boolean) =>
  `${counted(incidents)}. ${more ? 'There are earlier ones.' : 'That is all.'}`;

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
  if (contacts.size) return `Answered on ${listed([...contacts].map(nameIn(incident)).map(PHONE_SHORT[incident.mode]))}`;
  const tried = has(incident, 'calling') && !isOpen(incident);
  return tried && !plainStanding(incident).startsWith('Nobody answered') ? 'Nobody answered' : null;
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
  if (day === longDay(now)) return 'Today';
  return day === longDay(before.getTime()) ? 'Yesterday' : day;
}
