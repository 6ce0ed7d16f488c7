// Knows how an incident's events become a list of steps: done, under way, still to come. Pure: a
// view goes in, words and marks come out. What may still happen is read from the phase and the plan.
import type { ContactId, Event, IncidentPhase, IncidentView, TimelineEntry } from '../../backend/wire';
import { decidingOf } from '../../words/next';
import { SIREN_ENTRY, type SirenEvent } from '../../words/siren';
import { COMING, entryWords, isOpen, nameIn } from '../../words/timeline';

export type Mark = 'done' | 'missed' | 'alarm' | 'now' | 'siren';

export interface Step {
  key: string;
  text: string;
  at: number;
  mark: Mark;
}

export const steps = (incident: IncidentView): Step[] =>
  incident.timeline.map((entry, at) => ({
    key: `${incident.id}-${at}`,
    text: entryWords(entry, incident, nameIn(incident)),
    at: entry.at_ms,
    mark: mark(incident, entry, at === planAt(incident)),
  }));

function mark(incident: IncidentView, entry: TimelineEntry, last: boolean): Mark {
  if (ALARMING.has(entry.event)) return 'alarm';
  if (sirenNow(incident, entry)) return 'siren';
  if (last && RUNNING[incident.phase]) return 'now';
  return MISSED.has(entry.event) ? 'missed' : 'done';
}

const ALARMING = new Set<Event['event']>(['not_confirmed', 'siren_not_started', 'nobody_called', 'nobody_sent', 'no_agent']);
const MISSED = new Set<Event['event']>(['not_answered', 'no_decision', 'wrong_password', 'message_not_left', 'nobody_to_call']);
const SIREN = new Set<Event['event']>(Object.keys(SIREN_ENTRY) as SirenEvent[]);

/** Whether something of the plan is under way. */
const RUNNING = {
  held: false,
  contacting: true,
  requesting: true,
  informing: true,
  requested: false,
  nobody_sent: false,
  joined: false,
  siren_alone: false,
  closed: false,
} satisfies Record<IncidentPhase, boolean>;

/** The last entry of the plan: the siren has its own course beside it. */
const planAt = (incident: IncidentView) => incident.timeline.findLastIndex((entry) => !SIREN.has(entry.event));

function sirenNow({ siren }: IncidentView, { event }: TimelineEntry): boolean {
  return (event === 'siren_sounds' && siren?.step === 'sounding') || (event === 'silencing' && siren?.step === 'stopping');
}

/** Steps that have not happened, greyed. Nothing is promised that the plan does not say; a drill requests nothing. */
export function coming(incident: IncidentView): string[] {
  const { plan, phase, contacts } = incident;
  if (plan.course === 'drill') return [];
  const others = plan.after_dispatch !== 'nobody' && contacts.length > 1 && !tells(incident) ? [COMING.others(incident)] : [];
  if (phase === 'requesting') return [COMING.accepted(incident), ...others];
  return phase === 'contacting' ? [...undecided(incident), ...others] : [];
}

function undecided(incident: IncidentView): string[] {
  const deciding = decidingOf(incident.plan);
  if (!deciding) return [];
  if (decidingCall(incident)?.answered) return deciding.not_reached === 'dispatch' ? [COMING.dispatchUndecided(incident)] : [];
  const next = deciding.whom === 'all_in_order' ? [COMING.nextContact(incident)] : [];
  return [...next, deciding.not_reached === 'dispatch' ? COMING.dispatch(incident) : COMING.nobody(incident)];
}

const tells = (incident: IncidentView) =>
  incident.timeline.some((entry) => entry.event === 'calling' && entry.role === 'telling');

export interface DecidingCall {
  contact: ContactId;
  name: string;
  ringing: boolean;
  answered: boolean;
}

/** The call that can still decide, while it runs. Of several the last: the others have reached nobody. */
export function decidingCall(incident: IncidentView): DecidingCall | null {
  if (incident.phase !== 'contacting') return null;
  const at = incident.timeline.findLastIndex((entry) => entry.event === 'calling' && entry.role === 'deciding');
  const call = incident.timeline[at];
  if (call?.event !== 'calling') return null;
  const since = incident.timeline.slice(at);
  const happened = (event: Event['event']) => since.some((entry) => entry.event === event && 'contact' in entry && entry.contact === call.contact);
  return {
    contact: call.contact,
    name: nameIn(incident)(call.contact),
    ringing: happened('ringing'),
    answered: happened('answered'),
  };
}

const BEGINS = new Set<Event['event']>(['calling', 'called_back', 'ringing', 'answered']);
const ENDS = new Set<Event['event']>([
  'not_answered',
  'no_decision',
  'confirmed_by',
  'cancelled_by',
  'wrong_password',
  'told',
  'agent_asked',
  'message_left',
  'message_not_left',
]);

/** Whether some contact is in a call of the station's at this moment, as far as the timeline knows. */
export function callsRun(incident: IncidentView): boolean {
  if (!isOpen(incident)) return false;
  const last = new Map<ContactId, boolean>();
  for (const entry of incident.timeline) {
    if (!('contact' in entry)) continue;
    if (BEGINS.has(entry.event)) last.set(entry.contact, true);
    if (ENDS.has(entry.event)) last.set(entry.contact, false);
  }
  return [...last.values()].includes(true);
}
