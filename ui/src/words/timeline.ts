// Knows how an incident is told: three facts, three phrases, never mixed. *Help requested*: the
// station acknowledged. *Requesting …*: the first attempt was started. *… requested*: the receiving
// side accepted. In a demo every one of them starts with the mark, and none says that somebody came.
import type { CommittedBy, Ending, Event, IncidentView, Kind, NotAnswered, Receiver } from '../backend/wire';
import { SERVICE_ASKED, SERVICE_SUBJECT, isHelp, kindAsked, kindSubject } from './kinds';
import { PHONE, PHONE_SHORT, marked } from './mode';
import { SIREN_DECIDED, SIREN_ENTRY, SIREN_HELD, sirenCancelled, sirenOver, sirenStands } from './siren';

export const TIMELINE = {
  label: 'What happened',
  notConfirmed: 'Not confirmed yet. Call 911 yourself.',
  onlyAnswering: 'Only answering this call can cancel. Cancelling in the app no longer stops responders.',
  done: 'Done:',
  running: 'Under way:',
  coming: 'Still to come:',
};

const WHY = {
  rang_out: 'it rang out',
  hung_up: 'rejected or hung up',
  busy: 'the line was busy',
  voicemail: 'voicemail took it',
  no_key_pressed: 'nobody pressed the two digits',
  line_failed: 'the line failed',
  in_another_call: 'the station is in another call with this contact',
} satisfies Record<NotAnswered, string>;

const DECIDED = {
  device: 'Help requested: the station has your request',
  station: 'Help requested: the station acted by itself',
} satisfies Record<CommittedBy, string>;

const ACCEPTED = {
  webhook: (subject: string) => `${subject} requested: the webhook accepted it`,
  dispatch_log: (subject: string) => `${subject} requested in the station’s own dispatch log. Nobody outside was asked.`,
} satisfies Record<Receiver, (subject: string) => string>;

const HELD = (kind: Kind) => (isHelp(kind) ? 'The station holds the request' : SIREN_HELD);

/** Of an incident, what its entries depend on. */
type Told = Pick<IncidentView, 'kind' | 'mode'>;

/** One entry, marked with its mode. `name` answers for every contact id. */
export const entryWords = (event: Event, told: Told, name: (id: string) => string) =>
  marked(told.mode, entry(event, told, name));

function entry(event: Event, { kind, mode }: Told, name: (id: string) => string): string {
  switch (event.event) {
    case 'held':
      return HELD(kind);
    case 'cancelled_in_hold':
      return 'Cancelled in time';
    case 'help_requested':
      return (isHelp(kind) ? DECIDED : SIREN_DECIDED)[event.by];
    case 'calling':
      return event.role === 'deciding'
        ? `Connecting to ${PHONE_SHORT[mode](name(event.contact))}`
        : `Connecting to ${PHONE_SHORT[mode](name(event.contact))}, only to inform`;
    case 'ringing':
      return `Ringing ${PHONE[mode](name(event.contact))}`;
    case 'answered':
      return `Answered on ${PHONE_SHORT[mode](name(event.contact))}: the two digits were pressed`;
    case 'not_answered':
      return `No answer on ${PHONE_SHORT[mode](name(event.contact))}: ${WHY[event.why]}`;
    case 'message_left':
      return `Message left on the voicemail of ${PHONE_SHORT[mode](name(event.contact))}`;
    case 'message_not_left':
      return `No message could be left on the voicemail of ${PHONE_SHORT[mode](name(event.contact))}`;
    case 'no_decision':
      return `No decision came from ${PHONE_SHORT[mode](name(event.contact))}`;
    case 'nobody_to_call':
      return 'No contact is set up';
    case 'confirmed_by':
      return `Help confirmed on ${PHONE_SHORT[mode](name(event.contact))}`;
    case 'cancelled_by':
      return `Cancelled on ${PHONE_SHORT[mode](name(event.contact))}`;
    case 'wrong_password':
      return `No valid password came from ${PHONE_SHORT[mode](name(event.contact))}`;
    case 'siren_sounds':
      return SIREN_ENTRY[event.event](mode, event.places);
    case 'silencing':
    case 'siren_silent':
    case 'siren_ended':
    case 'siren_not_started':
    case 'announced':
      return SIREN_ENTRY[event.event](mode);
    case 'requesting':
      return `Requesting ${SERVICE_ASKED[event.service]}…`;
    case 'requested':
      return ACCEPTED[event.receiver](SERVICE_SUBJECT[event.service]);
    case 'not_confirmed':
      return `${SERVICE_SUBJECT[event.service]} request not confirmed yet`;
    case 'told':
      return `Message heard on ${PHONE_SHORT[mode](name(event.contact))}`;
    case 'closed_by_station':
      return 'Closed by the station after its set time';
  }
}

export const nameIn = (incident: IncidentView) => (id: string) =>
  incident.contacts.find((contact) => contact.id === id)?.name ?? 'a contact';

export const has = (incident: IncidentView, event: Event['event']) =>
  incident.timeline.some((entry) => entry.event === event);

/** How it stands, marked. The title of the timeline and the line in the list of incidents. */
export const standing = (incident: IncidentView) => marked(incident.mode, stands(incident));

function stands(incident: IncidentView): string {
  switch (incident.phase) {
    case 'held':
      return HELD(incident.kind);
    case 'siren_alone':
      return sirenStands(incident);
    case 'contacting':
      return 'Help requested';
    case 'requesting':
      // Ordered is not started: the phrase waits for the first attempt.
      return has(incident, 'requesting') ? `Requesting ${kindAsked(incident.kind)}…` : 'Help requested';
    case 'requested':
      return `${kindSubject(incident.kind)} requested`;
    case 'closed':
      return incident.ending ? ended(incident, incident.ending) : 'Closed';
  }
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
      return sirenOver(incident);
    case 'by_station':
      return 'Closed by the station';
  }
}

/** A cancel that was pressed in time can arrive after a first call was placed; the words stay true. */
export function cancelledOnDevice(kind: Kind, incident: IncidentView | null): string {
  if (!isHelp(kind)) return sirenCancelled(incident);
  return incident && has(incident, 'calling') ? 'Cancelled. Nobody was asked to come.' : 'Cancelled. Nobody was called.';
}

/** Whether responders are not confirmed after the station's thirty seconds (Q2). */
export const isUnconfirmed = (incident: IncidentView) => has(incident, 'not_confirmed') && !has(incident, 'requested');

/** The card beside the timeline while the deciding call runs. */
export function callWords(incident: IncidentView, contact: string, ringing: boolean, answered: boolean) {
  const name = PHONE_SHORT[incident.mode](contact);
  const doing = answered ? 'has answered' : ringing ? 'is ringing' : 'is about to ring';
  return {
    title: marked(incident.mode, `${name} ${doing}`),
    otherwise: answered
      ? `No decision: ${kindAsked(incident.kind)} ${isAre(incident)} requested.`
      : `Not answered: ${kindAsked(incident.kind)} ${isAre(incident)} requested.`,
  };
}

const isAre = (incident: IncidentView) => (incident.kind === 'sos_police' ? 'are' : 'is');

/** Steps that have not happened, by what the plan does next. */
export const COMING = {
  dispatch: (incident: IncidentView) =>
    marked(incident.mode, `${kindSubject(incident.kind)} requested if nobody answers`),
  dispatchUndecided: (incident: IncidentView) =>
    marked(incident.mode, `${kindSubject(incident.kind)} requested unless the call cancels`),
  accepted: (incident: IncidentView) =>
    marked(incident.mode, `${kindSubject(incident.kind)} requested: confirmed by the receiving side`),
  others: (incident: IncidentView) => marked(incident.mode, 'The other contacts are told'),
};
