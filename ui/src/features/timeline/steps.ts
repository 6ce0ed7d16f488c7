// Knows how an incident's events become a list of steps: done, under way, still to come. Pure: a
// view goes in, words and marks come out. What the plan may still do is derived from the phase alone.
import type { ContactId, Event, IncidentPhase, IncidentView, TimelineEntry } from '../../backend/wire';
import { SIREN_ENTRY, type SirenEvent } from '../../words/siren';
import { COMING, entryWords, has, nameIn } from '../../words/timeline';

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
  if (last && RUNNING.has(incident.phase)) return 'now';
  return MISSED.has(entry.event) ? 'missed' : 'done';
}

const ALARMING = new Set<Event['event']>(['not_confirmed', 'siren_not_started']);
const MISSED = new Set<Event['event']>(['not_answered', 'no_decision', 'wrong_password', 'message_not_left']);
const RUNNING = new Set<IncidentPhase>(['contacting', 'requesting']);
const SIREN = new Set<Event['event']>(Object.keys(SIREN_ENTRY) as SirenEvent[]);

/** The last entry of the plan: the siren has its own course beside it. */
const planAt = (incident: IncidentView) => incident.timeline.findLastIndex((entry) => !SIREN.has(entry.event));

function sirenNow({ siren }: IncidentView, { event }: TimelineEntry): boolean {
  return (event === 'siren_sounds' && siren?.step === 'sounding') || (event === 'silencing' && siren?.step === 'stopping');
}

/** Steps that have not happened, greyed. Nothing is promised that the phase does not imply. */
export function coming(incident: IncidentView): string[] {
  const others = incident.contacts.length > 1 && !tells(incident) ? [COMING.others(incident)] : [];
  switch (incident.phase) {
    case 'held':
    case 'siren_alone':
    case 'closed':
    case 'requested':
      return [];
    case 'contacting':
      return [decidingCall(incident)?.answered ? COMING.dispatchUndecided(incident) : COMING.dispatch(incident), ...others];
    case 'requesting':
      return [COMING.accepted(incident), ...others];
  }
}

const tells = (incident: IncidentView) =>
  incident.timeline.some((entry) => entry.event === 'calling' && entry.role === 'telling');

export interface DecidingCall {
  contact: ContactId;
  name: string;
  ringing: boolean;
  answered: boolean;
}

/** The call that can still cancel, while it runs. */
export function decidingCall(incident: IncidentView): DecidingCall | null {
  if (incident.phase !== 'contacting') return null;
  const call = incident.timeline.findLast((entry) => entry.event === 'calling' && entry.role === 'deciding');
  if (call?.event !== 'calling') return null;
  return {
    contact: call.contact,
    name: nameIn(incident)(call.contact),
    ringing: has(incident, 'ringing'),
    answered: has(incident, 'answered'),
  };
}
