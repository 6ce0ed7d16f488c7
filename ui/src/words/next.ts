// Knows what happens next in an incident, and what can still take it back: read from the cells of its plan, so that
// the screen and the station say the same (C3, F7, G3, H2, I4).
import type { Deciding, IncidentView, NoDecision, ResponsePlan, WrongPassword } from '../backend/wire';
import { NOBODY_CALLED, PRACTICE_SAYS } from './alarm';
import { servicesAsked, servicesSubject, servicesWillBe } from './kinds';
import { isStarted, servicesOf } from './timeline';
import * as en from './en/next';
import * as es from './es/next';
import * as fr from './fr/next';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { AFTER, BY_CONTACT, BEFORE, AFTER_START, WOULD, SAYS, SEND } = words;
export const { NEXT } = words;

export const decidingOf = ({ first_step }: ResponsePlan): Deciding | null =>
  typeof first_step === 'object' && 'decide' in first_step ? first_step.decide : null;

const tells = ({ first_step }: ResponsePlan) => typeof first_step === 'object' && 'tell' in first_step;

/** "police are requested". */
const requested = (incident: IncidentView) => WOULD[incident.plan.course](servicesWillBe(servicesOf(incident)));

function notReached(incident: IncidentView, { not_reached }: Deciding): string {
  return not_reached === 'dispatch' ? requested(incident) : SAYS.nobodySent;
}

function unanswered(incident: IncidentView, deciding: Deciding): string {
  const end = notReached(incident, deciding);
  return deciding.whom === 'first' ? SAYS.notAnswered(end) : SAYS.nobodyReached(end);
}

const UNDECIDED = {
  as_not_reached: (incident, deciding) => SAYS.noDecision(notReached(incident, deciding)),
  next_contact: () => SAYS.noDecisionNext,
  dispatch: (incident) => SAYS.noDecision(requested(incident)),
} satisfies Record<NoDecision, (incident: IncidentView, deciding: Deciding) => string>;

const WRONG = {
  as_not_reached: () => null,
  dispatch: (incident) => SAYS.wrongPassword(requested(incident)),
} satisfies Record<WrongPassword, (incident: IncidentView) => string | null>;

const lines = (...all: (string | null)[]) => all.filter((line) => line !== null);

/** What happens next, as far as the plan says it. */
export function nextWords(incident: IncidentView, answered: boolean): string[] {
  const { plan, phase } = incident;
  const deciding = decidingOf(plan);
  switch (phase) {
    case 'held':
      return plan.opens === 'after_entry_delay' ? [SAYS.unlessDisarmed] : [];
    case 'contacting':
      if (!deciding) return [];
      return lines(answered ? UNDECIDED[deciding.no_decision](incident, deciding) : unanswered(incident, deciding), WRONG[deciding.wrong_password](incident));
    case 'requesting':
      return lines(SAYS.asksUntil, AFTER[plan.after_dispatch]);
    case 'requested':
      return lines(AFTER[plan.after_dispatch]);
    case 'informing':
      return tells(plan) ? [SAYS.nextCalled] : [SAYS.toldAll];
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
  if (plan.course === 'practice' && phase !== 'closed') return SAYS.practice(PRACTICE_SAYS[kind]);
  return null;
}

/** What can still be cancelled, by whom and how. */
export function cancelWords(incident: IncidentView): string | null {
  const { plan, phase } = incident;
  const deciding = decidingOf(plan);
  if (phase === 'contacting') {
    return lines(deciding ? BY_CONTACT[deciding.cancel] : null, BEFORE[plan.cancel_in_app]).join(' ') || null;
  }
  if (phase !== 'requesting' && phase !== 'requested') return null;
  if (!deciding && plan.cancel_in_app === 'no_effect') return SAYS.neverCancelled;
  return isStarted(incident) ? AFTER_START[plan.cancel_in_app] : BEFORE[plan.cancel_in_app];
}

/** "Send police". */
export const sendHelp = (incident: IncidentView) => SEND.text(servicesAsked(servicesOf(incident)));

export const sendHelpAsk = (incident: IncidentView) => SEND.now(servicesAsked(servicesOf(incident)));

export const requestedSubject = (incident: IncidentView) => servicesSubject(servicesOf(incident));
