// Knows how an incident stands: three facts, three phrases, never mixed. *Help requested*: the station
// acknowledged. *Requesting …*: the first attempt was started. *… requested*: the receiving side
// accepted. In a demo every one of them starts with the mark, and none says that somebody came.
import type { Ending, Event, IncidentView, Kind, Service } from '../backend/wire';
import { isHelp, servicesAsked, servicesSubject } from './kinds';
import { PHONE_SHORT, marked } from './mode';
import { SIREN_HELD, sirenCancelled, sirenOver, sirenStands } from './siren';

export { entryWords } from './entries';

export const TIMELINE = {
  label: 'What happened',
  notConfirmed: 'Not confirmed yet. Call 911 yourself.',
  done: 'Done:',
  running: 'Under way:',
  coming: 'Still to come:',
};

export const nameIn = (incident: IncidentView) => (id: string) =>
  incident.contacts.find((contact) => contact.id === id)?.name ?? 'a contact';

export const has = (incident: IncidentView, event: Event['event']) =>
  incident.timeline.some((entry) => entry.event === event);

/** Whether something can still happen. A slide that was added to another incident goes on there. */
export const isOpen = ({ phase }: Pick<IncidentView, 'phase'>) => phase !== 'closed' && phase !== 'joined';

/** Whether the point of no return is behind. */
export const isStarted = (incident: IncidentView) => has(incident, 'requesting');

/** Everybody who is asked to come, by this incident's plan and by what was added to it. */
export function servicesOf({ plan, timeline }: Pick<IncidentView, 'plan' | 'timeline'>): Service[] {
  const added = timeline.flatMap((entry) =>
    entry.event === 'also_asked' || entry.event === 'requesting' || entry.event === 'would_request' ? [entry.service] : [],
  );
  return [...new Set([...(plan.service ? [plan.service] : []), ...added])];
}

/** Those whose request was started. */
const startedOf = ({ timeline }: IncidentView): Service[] => [
  ...new Set(timeline.flatMap((entry) => (entry.event === 'requesting' || entry.event === 'requested' ? [entry.service] : []))),
];

/** How it stands, marked. The title of the timeline and the line in the list of incidents. */
export const standing = (incident: IncidentView) => marked(incident, plainStanding(incident));

const NOBODY_SENT = 'Nobody answered. Nobody was sent.';
const NOBODY_CALLED = 'Nobody was called';
const isReal = ({ plan }: IncidentView) => plan.course === 'full' || plan.course === 'unmonitored';

/** The same, where the marks stand beside it. */
export function plainStanding(incident: IncidentView): string {
  switch (incident.phase) {
    case 'held':
      return has(incident, 'entry_delay') ? 'Entry delay: an alarm unless disarmed' : holds(incident.kind);
    case 'siren_alone':
      return has(incident, 'nobody_called') ? NOBODY_CALLED : sirenStands(incident);
    case 'contacting':
      return isHelp(incident.kind) && isReal(incident) ? 'Help requested' : 'Calling your contacts';
    case 'informing':
      return has(incident, 'cancelled_by') ? 'False alarm. The others are told.' : 'Telling your contacts';
    case 'requesting':
      return requesting(incident);
    case 'requested':
      return `${servicesSubject(startedOf(incident).length ? startedOf(incident) : servicesOf(incident))} requested`;
    case 'nobody_sent':
      return NOBODY_SENT;
    case 'joined':
      return 'Added to an SOS that was open';
    case 'closed':
      return incident.ending ? ended(incident, incident.ending) : 'Closed';
  }
}

const holds = (kind: Kind) => (isHelp(kind) ? 'The station holds the request' : SIREN_HELD);

/** Ordered is not started: the phrase waits for the first attempt. */
function requesting(incident: IncidentView): string {
  if (isStarted(incident)) return `Requesting ${servicesAsked(startedOf(incident))}…`;
  return isHelp(incident.kind) ? 'Help requested' : 'Alarm raised';
}

function ended(incident: IncidentView, ending: Ending): string {
  switch (ending) {
    case 'cancelled_on_device':
      return cancelledOnDevice(incident.kind, incident);
    case 'cancelled_by_contact': {
      const by = incident.timeline.find((entry) => entry.event === 'cancelled_by');
      return by && 'contact' in by ? `Cancelled by ${nameIn(incident)(by.contact)}` : 'Cancelled by a contact';
    }
    case 'siren_over':
      return has(incident, 'nobody_called') ? NOBODY_CALLED : sirenOver(incident);
    case 'by_station':
      return 'Closed by the station';
    case 'by_person':
      return 'Over: a person said so';
    case 'disarmed':
      return has(incident, 'disarmed') ? 'Disarmed. Nobody was asked to come.' : 'Cancelled in the app. Nobody was asked to come.';
    case 'nobody_sent':
      return NOBODY_SENT;
    case 'told':
      return told(incident);
    case 'before_an_agent':
      return 'Before an agent';
    case 'drill_over':
      return 'Over. Nobody was sent.';
  }
}

function told(incident: IncidentView): string {
  const heard = incident.timeline.findLast((entry) => entry.event === 'told' || entry.event === 'agent_asked');
  if (heard && 'contact' in heard) return `${nameIn(incident)(heard.contact)} was told`;
  return has(incident, 'message_left') ? 'Nobody answered. A message was left.' : 'Nobody was reached';
}

/** A cancel that was pressed in time can arrive after a first call was placed; the words stay true. */
export function cancelledOnDevice(kind: Kind, incident: IncidentView | null): string {
  if (!isHelp(kind)) return sirenCancelled(incident);
  return incident && has(incident, 'calling') ? 'Cancelled. Nobody was asked to come.' : 'Cancelled. Nobody was called.';
}

/** Whether responders are not confirmed after the station's thirty seconds (Q2). */
export const isUnconfirmed = (incident: IncidentView) => has(incident, 'not_confirmed') && incident.phase === 'requesting';

/** The head of the card beside the timeline while the deciding call runs. */
export function callTitle(incident: IncidentView, contact: string, ringing: boolean, answered: boolean): string {
  const doing = answered ? 'has answered' : ringing ? 'is ringing' : 'is about to ring';
  return marked(incident, `${PHONE_SHORT[incident.mode](contact)} ${doing}`);
}

const subject = (incident: IncidentView) => servicesSubject(servicesOf(incident));

/** Steps that have not happened, by what the plan does next. */
export const COMING = {
  dispatch: (incident: IncidentView) => marked(incident, `${subject(incident)} requested if nobody answers`),
  dispatchUndecided: (incident: IncidentView) => marked(incident, `${subject(incident)} requested unless the call cancels`),
  nextContact: (incident: IncidentView) => marked(incident, 'The next contact is called if nobody answers'),
  nobody: (incident: IncidentView) => marked(incident, 'Nobody is sent if nobody answers'),
  accepted: (incident: IncidentView) => marked(incident, `${subject(incident)} requested: confirmed by the receiving side`),
  others: (incident: IncidentView) => marked(incident, 'The other contacts are told'),
};
