// Knows every entry of a timeline, one sentence each. What a kind means stands in the incident's plan; in practice
// and in a drill no entry says that help was requested.
import type { CommittedBy, Course, Event, IncidentView } from '../backend/wire';
import { NOBODY_CALLED, TRIGGER, lowered } from './alarm';
import { SERVICE_ASKED, SERVICE_SUBJECT, isHelp, kindHeading, servicesRequested } from './kinds';
import { PHONE, PHONE_SHORT, marked } from './mode';
import { SIREN_DECIDED, SIREN_ENTRY, SIREN_HELD } from './siren';
import * as en from './en/entries';
import * as es from './es/entries';
import * as fr from './fr/entries';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { WHY, REAL, NOT_REAL, ACCEPTED, DISARMED, CANCELLED, ENDED, SAYS } = words;

/** Of an incident, what its entries depend on. */
export type Told = Pick<IncidentView, 'kind' | 'mode' | 'plan'>;

type Name = (id: string) => string;

const DECIDED = { full: REAL, unmonitored: REAL, practice: NOT_REAL, drill: NOT_REAL } satisfies Record<Course, Record<CommittedBy, string>>;

const HELD = ({ kind }: Told) => (isHelp(kind) ? SAYS.holds : SIREN_HELD);

const card = ({ mode }: Told, name: string) => PHONE_SHORT[mode](name);

type Entries = { [Which in Event['event']]: (event: Extract<Event, { event: Which }>, told: Told, name: Name) => string };

const ENTRY: Entries = {
  held: (_, told) => HELD(told),
  entry_delay: ({ trigger }) => SAYS.entryDelay(TRIGGER[trigger]),
  alarm_raised: ({ trigger }, { kind }) => SAYS.alarmRaised(kindHeading(kind), lowered(TRIGGER[trigger])),
  also_triggered: ({ trigger }) => SAYS.alsoTriggered(lowered(TRIGGER[trigger])),
  nobody_called: () => NOBODY_CALLED,
  disarmed: ({ effect }) => DISARMED[effect],
  cancelled_in_app: ({ effect }) => CANCELLED[effect],
  send_now: () => SAYS.sendNow,
  still_need_help: () => SAYS.stillNeedHelp,
  nobody_sent: () => SAYS.nobodySent,
  deciding_over: () => SAYS.decidingOver,
  also_asked: ({ service }) => SAYS.alsoAsked(SERVICE_ASKED[service]),
  joined: () => SAYS.joined,
  called_back: ({ contact }, told, name) => SAYS.calledBack(card(told, name(contact))),
  would_request: ({ service }) => SAYS.wouldRequest(SERVICE_ASKED[service]),
  agent_asked: ({ contact }, told, name) => SAYS.agentAsked(card(told, name(contact))),
  agent_waiting: () => SAYS.agentWaiting,
  no_agent: () => SAYS.noAgent,
  agent_took: () => SAYS.agentTook,
  agent_sends_help: () => SAYS.agentSendsHelp,
  read: () => SAYS.read,
  ended: ({ ending }) => ENDED[ending],
  cancelled_in_hold: () => ENDED.cancelled_on_device,
  help_requested: ({ by }, { kind, plan }) => (isHelp(kind) ? DECIDED[plan.course] : SIREN_DECIDED)[by],
  calling: ({ contact, role }, told, name) =>
    (role === 'telling' ? SAYS.callingToTell : SAYS.calling)(card(told, name(contact))),
  ringing: ({ contact }, { mode }, name) => SAYS.ringing(PHONE[mode](name(contact))),
  answered: ({ contact }, told, name) => SAYS.answered(card(told, name(contact))),
  not_answered: ({ contact, why }, told, name) => SAYS.notAnswered(card(told, name(contact)), WHY[why]),
  message_left: ({ contact }, told, name) => SAYS.messageLeft(card(told, name(contact))),
  message_not_left: ({ contact }, told, name) => SAYS.messageNotLeft(card(told, name(contact))),
  no_decision: ({ contact }, told, name) => SAYS.noDecision(card(told, name(contact))),
  nobody_to_call: () => SAYS.nobodyToCall,
  confirmed_by: ({ contact }, told, name) => SAYS.confirmedBy(card(told, name(contact))),
  cancelled_by: ({ contact }, told, name) => SAYS.cancelledBy(card(told, name(contact))),
  siren_sounds: ({ places }, { mode }) => SIREN_ENTRY.siren_sounds(mode, places),
  silencing: () => SIREN_ENTRY.silencing(),
  siren_silent: () => SIREN_ENTRY.siren_silent(),
  siren_ended: () => SIREN_ENTRY.siren_ended(),
  siren_not_started: (_, { mode }) => SIREN_ENTRY.siren_not_started(mode),
  announced: () => SIREN_ENTRY.announced(),
  wrong_password: ({ contact }, told, name) => SAYS.wrongPassword(card(told, name(contact))),
  requesting: ({ service }) => SAYS.requesting(SERVICE_ASKED[service]),
  requested: ({ service, receiver }) => ACCEPTED[receiver](servicesRequested([service])),
  not_confirmed: ({ service }) => SAYS.notConfirmed(SERVICE_SUBJECT[service]),
  told: ({ contact }, told, name) => SAYS.told(card(told, name(contact))),
  closed_by_station: () => ENDED.by_station,
};

/** One entry, marked. `name` answers for every contact id. */
export function entryWords(event: Event, told: Told, name: Name): string {
  const words = ENTRY[event.event] as (event: Event, told: Told, name: Name) => string;
  return marked(told, words(event, told, name));
}
