// Knows what happens next in an incident, and what can still take it back: read from the cells of its plan, so that
// the screen and the station say the same (C3, F7, G3, H2, I4).
import type {
  AfterDispatch,
  CancelByContact,
  CancelInApp,
  Course,
  Deciding,
  IncidentView,
  NoDecision,
  ResponsePlan,
  WrongPassword,
} from '../backend/wire';
import { NOBODY_CALLED, PRACTICE_SAYS } from './alarm';
import { servicesAsked, servicesSubject } from './kinds';
import { isStarted, servicesOf } from './timeline';

export const decidingOf = ({ first_step }: ResponsePlan): Deciding | null =>
  typeof first_step === 'object' && 'decide' in first_step ? first_step.decide : null;

const tells = ({ first_step }: ResponsePlan) => typeof first_step === 'object' && 'tell' in first_step;

const WOULD = { full: 'requested', unmonitored: 'requested', practice: 'requested', drill: 'requested, were it no drill' } satisfies Record<Course, string>;

/** "police are requested". */
function requested(incident: IncidentView): string {
  const services = servicesOf(incident);
  const plural = services.length > 1 || services[0] === 'police';
  return `${servicesAsked(services)} ${plural ? 'are' : 'is'} ${WOULD[incident.plan.course]}`;
}

const NO_ONE_SENT = 'nobody is sent, and you can still send police from here';

function notReached(incident: IncidentView, { not_reached }: Deciding): string {
  return not_reached === 'dispatch' ? requested(incident) : NO_ONE_SENT;
}

function unanswered(incident: IncidentView, deciding: Deciding): string {
  const end = notReached(incident, deciding);
  return deciding.whom === 'first' ? `Not answered: ${end}.` : `Not answered: the next contact is called. Nobody reached: ${end}.`;
}

const UNDECIDED = {
  as_not_reached: (incident, deciding) => `No decision: ${notReached(incident, deciding)}.`,
  next_contact: () => 'No decision: the next contact is called.',
  dispatch: (incident) => `No decision: ${requested(incident)}.`,
} satisfies Record<NoDecision, (incident: IncidentView, deciding: Deciding) => string>;

const WRONG = {
  as_not_reached: () => null,
  dispatch: (incident) => `A wrong password, too: ${requested(incident)} at once.`,
} satisfies Record<WrongPassword, (incident: IncidentView) => string | null>;

const AFTER = {
  others_and_first_if_unreached: 'The other contacts are told, and the first one again if he did not answer.',
  the_rest: 'The other contacts are told.',
  all: 'All contacts are called and told.',
  nobody: null,
} satisfies Record<AfterDispatch, string | null>;

const TOLD_ALL = 'The other contacts are told. Nobody is asked to come.';

const lines = (...all: (string | null)[]) => all.filter((line) => line !== null);

/** What happens next, as far as the plan says it. */
export function nextWords(incident: IncidentView, answered: boolean): string[] {
  const { plan, phase } = incident;
  const deciding = decidingOf(plan);
  switch (phase) {
    case 'held':
      return plan.opens === 'after_entry_delay' ? ['Unless it is disarmed in time, this is a burglar alarm.'] : [];
    case 'contacting':
      if (!deciding) return [];
      return lines(answered ? UNDECIDED[deciding.no_decision](incident, deciding) : unanswered(incident, deciding), WRONG[deciding.wrong_password](incident));
    case 'requesting':
      return lines('The station asks until the receiving side has accepted.', AFTER[plan.after_dispatch]);
    case 'requested':
      return lines(AFTER[plan.after_dispatch]);
    case 'informing':
      return tells(plan) ? ['If nobody answers, the next contact is called.'] : [TOLD_ALL];
    case 'siren_alone':
    case 'nobody_sent':
    case 'joined':
    case 'closed':
      return [];
  }
}

/** What stands in the way of a mistake: that nobody is sent, or was called. */
export function cautions({ plan, kind, phase }: IncidentView): string | null {
  if (plan.course === 'unmonitored') return NOBODY_CALLED;
  if (plan.course === 'practice' && phase !== 'closed') return `Nobody is sent. ${PRACTICE_SAYS[kind]}`;
  return null;
}

const BY_CONTACT = {
  in_that_call: 'Only answering this call can cancel.',
  until_dispatch: 'A contact can cancel in a call, with the verbal password, until responders are being requested.',
} satisfies Record<CancelByContact, string>;

const BEFORE = {
  no_effect: 'Cancelling in the app no longer stops responders.',
  as_disarm: 'You can cancel here with the code until then. Later it is passed on, not guaranteed.',
  passed_on: 'Cancelling here, or disarming, is passed on. It is not guaranteed to stop calls or responders.',
  stops_siren: null,
} satisfies Record<CancelInApp, string | null>;

const AFTER_START = {
  no_effect: 'Cancelling in the app does not stop responders.',
  as_disarm: 'A cancel or disarm is passed on to responders now. It is not guaranteed.',
  passed_on: 'A cancel or disarm is passed on to responders. It is not guaranteed.',
  stops_siren: null,
} satisfies Record<CancelInApp, string | null>;

/** What can still be cancelled, by whom and how. */
export function cancelWords(incident: IncidentView): string | null {
  const { plan, phase } = incident;
  const deciding = decidingOf(plan);
  if (phase === 'contacting') {
    return lines(deciding ? BY_CONTACT[deciding.cancel] : null, BEFORE[plan.cancel_in_app]).join(' ') || null;
  }
  if (phase !== 'requesting' && phase !== 'requested') return null;
  if (!deciding && plan.cancel_in_app === 'no_effect') return 'This cannot be cancelled, even when it is a false alarm.';
  return isStarted(incident) ? AFTER_START[plan.cancel_in_app] : BEFORE[plan.cancel_in_app];
}

export const NEXT = {
  title: 'What happens next',
  /** How the station proves itself to whoever is called (M7). */
  words: (words: readonly string[]) => `The station will say: ${words.join(' ')}`,
  wordsHow: 'With these two words it proves in its calls that it is the station.',
};

/** "Send police". */
export const sendHelp = (incident: IncidentView) => `Send ${servicesAsked(servicesOf(incident))}`;
export const sendHelpAsk = (incident: IncidentView) => `${sendHelp(incident)} now`;
export const requestedSubject = (incident: IncidentView) => servicesSubject(servicesOf(incident));
