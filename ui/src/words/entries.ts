// Knows every entry of a timeline, one sentence each. What a kind means stands in the incident's plan; in practice
// and in a drill no entry says that help was requested.
import type { CancelEffect, CommittedBy, Course, Ending, Event, IncidentView, NotAnswered, Receiver } from '../backend/wire';
import { NOBODY_CALLED, TRIGGER, lowered } from './alarm';
import { SERVICE_ASKED, SERVICE_SUBJECT, isHelp, kindHeading } from './kinds';
import { PHONE, PHONE_SHORT, marked } from './mode';
import { SIREN_DECIDED, SIREN_ENTRY, SIREN_HELD } from './siren';

/** Of an incident, what its entries depend on. */
export type Told = Pick<IncidentView, 'kind' | 'mode' | 'plan'>;
type Name = (id: string) => string;

const WHY = {
  rang_out: 'it rang out',
  hung_up: 'rejected or hung up',
  busy: 'the line was busy',
  voicemail: 'voicemail took it',
  no_key_pressed: 'nobody pressed the two digits',
  line_failed: 'the line failed',
  in_another_call: 'the station is in another call with this contact',
} satisfies Record<NotAnswered, string>;

const REAL = {
  device: 'Help requested: the station has your request',
  station: 'Help requested: the station acted by itself',
} satisfies Record<CommittedBy, string>;

const NOT_REAL = {
  device: 'The station has your slide. Nobody is sent.',
  station: 'The station went on by itself. Nobody is sent.',
} satisfies Record<CommittedBy, string>;

const DECIDED = { full: REAL, unmonitored: REAL, practice: NOT_REAL, drill: NOT_REAL } satisfies Record<Course, typeof REAL>;

const ACCEPTED = {
  webhook: (subject: string) => `${subject} requested: the webhook accepted it`,
  dispatch_log: (subject: string) => `${subject} requested in the station’s own dispatch log. Nobody outside was asked.`,
} satisfies Record<Receiver, (subject: string) => string>;

const DISARMED = {
  nothing: 'Disarmed: that silences the siren and stops nothing else',
  cancelled: 'Disarmed: the alarm is cancelled, nobody is asked to come',
  passed_on: 'Disarmed: passed on to responders, not guaranteed',
  siren_only: 'Disarmed: the siren is told to stop',
} satisfies Record<CancelEffect, string>;

const CANCELLED = {
  nothing: 'Cancel pressed in the app: it stops neither calls nor responders',
  cancelled: 'Cancelled in the app: nobody is asked to come',
  passed_on: 'Cancel pressed in the app: passed on to responders, not guaranteed',
  siren_only: 'Cancelled in the app: the siren is told to stop',
} satisfies Record<CancelEffect, string>;

const ENDED = {
  cancelled_on_device: 'Cancelled in time',
  cancelled_by_contact: 'Over: it was a false alarm, and the others were told',
  siren_over: 'Over: there was only the siren',
  by_station: 'Closed by the station after its set time',
  by_person: 'Over: a person said so',
  disarmed: 'Over: it was disarmed',
  nobody_sent: 'The time to send police from here is over',
  told: 'Over: there is nobody else to tell',
  before_an_agent: 'Over: it is before an agent',
  drill_over: 'The drill is over. Nobody was sent.',
} satisfies Record<Ending, string>;

const HELD = ({ kind }: Told) => (isHelp(kind) ? 'The station holds the request' : SIREN_HELD);
const card = ({ mode }: Told, name: string) => PHONE_SHORT[mode](name);

type Entries = { [Which in Event['event']]: (event: Extract<Event, { event: Which }>, told: Told, name: Name) => string };

const ENTRY: Entries = {
  held: (_, told) => HELD(told),
  entry_delay: ({ trigger }) => `${TRIGGER[trigger]}. The entry delay runs.`,
  alarm_raised: ({ trigger }, { kind }) => `${kindHeading(kind)}: ${lowered(TRIGGER[trigger])}`,
  also_triggered: ({ trigger }) => `Also noted: ${lowered(TRIGGER[trigger])}`,
  nobody_called: () => NOBODY_CALLED,
  disarmed: ({ effect }) => DISARMED[effect],
  cancelled_in_app: ({ effect }) => CANCELLED[effect],
  send_now: () => 'Help was asked for in the app, at once',
  still_need_help: () => 'Help is still needed: asked for on the device that slid',
  nobody_sent: () => 'Nobody answered. Nobody was sent.',
  deciding_over: () => 'The calls have taken three minutes: nobody else is called to decide',
  also_asked: ({ service }) => `A further slide asks for ${SERVICE_ASKED[service]}`,
  joined: () => 'This slide was added to an SOS that was open',
  called_back: ({ contact }, told, name) => `The station’s number is called from ${card(told, name(contact))}`,
  would_request: ({ service }) => `Without the drill, ${SERVICE_ASKED[service]} would be requested at this point`,
  agent_asked: ({ contact }, told, name) => `An agent was asked for on ${card(told, name(contact))}`,
  agent_waiting: () => 'The agents who are signed in have been told',
  no_agent: () => 'No agent is signed in. If this is real, call 911.',
  agent_took: () => 'An agent has taken it',
  agent_sends_help: () => 'An agent asks responders to come',
  read: () => 'The notice was read',
  ended: ({ ending }) => ENDED[ending],
  cancelled_in_hold: () => 'Cancelled in time',
  help_requested: ({ by }, { kind, plan }) => (isHelp(kind) ? DECIDED[plan.course] : SIREN_DECIDED)[by],
  calling: ({ contact, role }, told, name) =>
    role === 'telling' ? `Connecting to ${card(told, name(contact))}, only to inform` : `Connecting to ${card(told, name(contact))}`,
  ringing: ({ contact }, { mode }, name) => `Ringing ${PHONE[mode](name(contact))}`,
  answered: ({ contact }, told, name) => `Answered on ${card(told, name(contact))}: the two digits were pressed`,
  not_answered: ({ contact, why }, told, name) => `No answer on ${card(told, name(contact))}: ${WHY[why]}`,
  message_left: ({ contact }, told, name) => `Message left on the voicemail of ${card(told, name(contact))}`,
  message_not_left: ({ contact }, told, name) => `No message could be left on the voicemail of ${card(told, name(contact))}`,
  no_decision: ({ contact }, told, name) => `No decision came from ${card(told, name(contact))}`,
  nobody_to_call: () => 'No contact is set up',
  confirmed_by: ({ contact }, told, name) => `Help confirmed on ${card(told, name(contact))}`,
  cancelled_by: ({ contact }, told, name) => `Cancelled on ${card(told, name(contact))}`,
  siren_sounds: ({ places }, { mode }) => SIREN_ENTRY.siren_sounds(mode, places),
  silencing: () => SIREN_ENTRY.silencing(),
  siren_silent: () => SIREN_ENTRY.siren_silent(),
  siren_ended: () => SIREN_ENTRY.siren_ended(),
  siren_not_started: (_, { mode }) => SIREN_ENTRY.siren_not_started(mode),
  announced: () => SIREN_ENTRY.announced(),
  wrong_password: ({ contact }, told, name) => `No valid password came from ${card(told, name(contact))}`,
  requesting: ({ service }) => `Requesting ${SERVICE_ASKED[service]}…`,
  requested: ({ service, receiver }) => ACCEPTED[receiver](SERVICE_SUBJECT[service]),
  not_confirmed: ({ service }) => `${SERVICE_SUBJECT[service]} request not confirmed yet`,
  told: ({ contact }, told, name) => `Message heard on ${card(told, name(contact))}`,
  closed_by_station: () => ENDED.by_station,
};

/** One entry, marked. `name` answers for every contact id. */
export function entryWords(event: Event, told: Told, name: Name): string {
  const words = ENTRY[event.event] as (event: Event, told: Told, name: Name) => string;
  return marked(told, words(event, told, name));
}
