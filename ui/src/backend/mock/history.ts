// Knows the history of the simulation: what lies behind the latest incidents, what of it fits, and where copies go.
import type { Backend } from '../backend';
import type { AppView, Course, ErrorBody, HistoryFilter, HistoryGroup, HistoryPageView, IncidentId, IncidentView, Kind } from '../wire';
import { ALARM_HOME, ANA, JON, appView, incidentView, planOf, timelineOf, type Happening } from './home';

const PAGE = 30;
const DAY_MS = 24 * 3_600_000;
const SOS = new Set<Kind>(['sos_police', 'sos_fire', 'sos_medical', 'siren_only']);

type Past = [Kind, Course, IncidentView['ending'], [number, Happening][]];

const SLID: [number, Happening][] = [[0, { event: 'held' }]];
const COMMITTED: [number, Happening][] = [...SLID, [5, { event: 'help_requested', by: 'device' }], [5, { event: 'calling', contact: ANA.id, role: 'deciding' }]];
const ANSWERED: [number, Happening][] = [...COMMITTED, [14, { event: 'answered', contact: ANA.id }]];

/** What happened, over and over. */
const PASTS: Past[] = [
  ['sos_medical', 'drill', 'drill_over', [...ANSWERED, [19, { event: 'would_request', service: 'medical' }], [25, { event: 'told', contact: JON.id }], [60, { event: 'ended', ending: 'drill_over' }]]],
  ['burglar', 'full', 'disarmed', [[0, { event: 'alarm_raised', trigger: 'contact_sensor' }], [1, { event: 'calling', contact: ANA.id, role: 'deciding' }], [20, { event: 'disarmed', effect: 'cancelled' }]]],
  ['sos_police', 'full', 'cancelled_on_device', [...SLID, [3, { event: 'cancelled_in_hold' }]]],
  ['sos_fire', 'full', 'by_person', [...ANSWERED, [20, { event: 'confirmed_by', contact: ANA.id }], [20, { event: 'requesting', service: 'fire' }], [22, { event: 'requested', service: 'fire', receiver: 'dispatch_log' }], [900, { event: 'ended', ending: 'by_person' }]]],
  ['smoke', 'practice', 'told', [[0, { event: 'alarm_raised', trigger: 'smoke_alarm' }], [1, { event: 'calling', contact: ANA.id, role: 'telling' }], [9, { event: 'told', contact: ANA.id }]]],
];

/** Every second day one, from an hour ago on. */
export const pastOf = (scenario: string, now = Date.now()): IncidentView[] =>
  scenario === 'history' ? Array.from({ length: 70 }, (_, n) => past(n, now - 3_600_000 - n * 2 * DAY_MS)) : [];

function past(n: number, at: number): IncidentView {
  const [kind, course, ending, happened] = PASTS[n % PASTS.length] as Past;
  const signal = { id: `i-past-${n}`, signal: `s-past-${n}` };
  return incidentView(kind, 'closed', timelineOf(at, happened), { ...signal, plan: planOf(kind, course), ending });
}

function groupOf({ kind, plan }: IncidentView): HistoryGroup {
  if (plan.course === 'drill' || plan.course === 'practice') return 'drills_and_practice';
  return SOS.has(kind) ? 'sos' : 'alarms';
}

const fitting = (all: readonly IncidentView[], { group, since_ms }: HistoryFilter) =>
  all.filter((incident) => (!group || groupOf(incident) === group) && (incident.timeline[0]?.at_ms ?? 0) >= (since_ms ?? 0));

function pageOf(all: readonly IncidentView[], filter: HistoryFilter, before: IncidentId | null): HistoryPageView {
  const from = before ? all.findIndex(({ id }) => id === before) + 1 : 0;
  const rest = fitting(all.slice(from), filter);
  return { incidents: rest.slice(0, PAGE), more: rest.length > PAGE };
}

const UNKNOWN: ErrorBody = { code: 'unknown', sentence: 'The station does not know this request.', reasons: [], problems: [] };

type Answers = Pick<Backend, 'history' | 'incident' | 'saveHistory' | 'savePrintedHistory' | 'saveReceipt'>;

/** `may`: throws what a command is to fail with. `known`: the latest, and what lies behind them. */
export function historyOf(may: (command: string) => void, known: () => readonly IncidentView[]): Answers {
  const all = () => [...new Map([...known()].reverse().map((incident) => [incident.id, incident])).values()].reverse();
  const saved = (command: string, name: string) => {
    may(command);
    return `/home/ana/Downloads/Mayday ${name}`;
  };
  return {
    history: async (filter, before) => {
      may('read_history');
      return pageOf(all(), filter, before);
    },
    incident: async (id) => {
      may('incident');
      const incident = all().find((one) => one.id === id);
      if (!incident) throw UNKNOWN;
      return incident;
    },
    saveHistory: async (filter) => ({ path: saved('save_history', 'history.json'), incidents: fitting(all(), filter).length }),
    savePrintedHistory: async () => saved('save_printed_history', 'history.html'),
    saveReceipt: async () => saved('save_receipt', 'receipt 9e0c4b1a.json'),
  };
}

/** Of what happened, as much as the view has. */
export const LATEST = 3;

export const historyScenarios = {
  history: appView({ home: ALARM_HOME }),
  'history-empty': appView({ home: ALARM_HOME }),
} satisfies Record<string, AppView>;
