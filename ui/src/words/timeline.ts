// Knows how an incident stands: three facts, three phrases, never mixed. *Help requested*: the station
// acknowledged. *Requesting …*: the first attempt was started. *… requested*: the receiving side
// accepted. In a demo every one of them starts with the mark, and none says that somebody came.
import type { Ending, Event, IncidentView, Kind, Service } from '../backend/wire';
import { isHelp, servicesAsked, servicesRequested } from './kinds';
import { PHONE_SHORT, marked } from './mode';
import { SIREN_HELD, sirenCancelled, sirenOver, sirenStands } from './siren';
import * as en from './en/timeline';
import * as es from './es/timeline';
import * as fr from './fr/timeline';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { SAID, DOING, NOT_YET } = words;
export const { DELAY, TIMELINE } = words;

export { entryWords } from './entries';

export const nameIn = (incident: IncidentView) => (id: string) =>
  incident.contacts.find((contact) => contact.id === id)?.name ?? SAID.aContact;

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

const isReal = ({ plan }: IncidentView) => plan.course === 'full' || plan.course === 'unmonitored';

/** The same, where the marks stand beside it. */
export function plainStanding(incident: IncidentView): string {
  switch (incident.phase) {
    case 'held':
      return has(incident, 'entry_delay') ? SAID.entryDelay : holds(incident.kind);
    case 'siren_alone':
      return has(incident, 'nobody_called') ? SAID.nobodyCalled : sirenStands(incident);
    case 'contacting':
      return isHelp(incident.kind) && isReal(incident) ? SAID.help : SAID.calling;
    case 'informing':
      return has(incident, 'cancelled_by') ? SAID.falseAlarm : SAID.telling;
    case 'requesting':
      return requesting(incident);
    case 'requested':
      return servicesRequested(startedOf(incident).length ? startedOf(incident) : servicesOf(incident));
    case 'nobody_sent':
      return SAID.nobodySent;
    case 'joined':
      return SAID.joined;
    case 'closed':
      return incident.ending ? ended(incident, incident.ending) : SAID.closed;
  }
}

const holds = (kind: Kind) => (isHelp(kind) ? SAID.holds : SIREN_HELD);

/** Ordered is not started: the phrase waits for the first attempt. */
function requesting(incident: IncidentView): string {
  if (isStarted(incident)) return SAID.requesting(servicesAsked(startedOf(incident)));
  return isHelp(incident.kind) ? SAID.help : SAID.alarm;
}

function ended(incident: IncidentView, ending: Ending): string {
  switch (ending) {
    case 'cancelled_on_device':
      return cancelledOnDevice(incident.kind, incident);
    case 'cancelled_by_contact': {
      const by = incident.timeline.find((entry) => entry.event === 'cancelled_by');
      return by && 'contact' in by ? SAID.cancelledBy(nameIn(incident)(by.contact)) : SAID.cancelledByOne;
    }
    case 'siren_over':
      return has(incident, 'nobody_called') ? SAID.nobodyCalled : sirenOver(incident);
    case 'by_station':
      return SAID.byStation;
    case 'by_person':
      return SAID.byPerson;
    case 'disarmed':
      return has(incident, 'disarmed') ? SAID.disarmed : SAID.cancelledInApp;
    case 'nobody_sent':
      return SAID.nobodySent;
    case 'told':
      return told(incident);
    case 'before_an_agent':
      return SAID.agent;
    case 'drill_over':
      return SAID.drillOver;
  }
}

function told(incident: IncidentView): string {
  const heard = incident.timeline.findLast((entry) => entry.event === 'told' || entry.event === 'agent_asked');
  if (heard && 'contact' in heard) return SAID.told(nameIn(incident)(heard.contact));
  return has(incident, 'message_left') ? SAID.messageLeft : SAID.nobodyReached;
}

/** A cancel that was pressed in time can arrive after a first call was placed; the words stay true. */
export function cancelledOnDevice(kind: Kind, incident: IncidentView | null): string {
  if (!isHelp(kind)) return sirenCancelled(incident);
  return incident && has(incident, 'calling') ? SAID.cancelled : SAID.cancelledUncalled;
}

/** Whether responders are not confirmed after the station's thirty seconds (Q2). */
export const isUnconfirmed = (incident: IncidentView) => has(incident, 'not_confirmed') && incident.phase === 'requesting';

/** The head of the card beside the timeline while the deciding call runs. */
export function callTitle(incident: IncidentView, contact: string, ringing: boolean, answered: boolean): string {
  const doing = answered ? DOING.answered : ringing ? DOING.ringing : DOING.soon;
  return marked(incident, doing(PHONE_SHORT[incident.mode](contact)));
}

const requested = (incident: IncidentView) => servicesRequested(servicesOf(incident));

/** Steps that have not happened, by what the plan does next. */
export const COMING = {
  dispatch: (incident: IncidentView) => marked(incident, NOT_YET.dispatch(requested(incident))),
  dispatchUndecided: (incident: IncidentView) => marked(incident, NOT_YET.dispatchUndecided(requested(incident))),
  nextContact: (incident: IncidentView) => marked(incident, NOT_YET.nextContact),
  nobody: (incident: IncidentView) => marked(incident, NOT_YET.nobody),
  accepted: (incident: IncidentView) => marked(incident, NOT_YET.accepted(requested(incident))),
  others: (incident: IncidentView) => marked(incident, NOT_YET.others),
};
