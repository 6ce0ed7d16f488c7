// Knows how a row of the plan table reads on a phone: a heading, and for each cell a question with its answer (P1).
import type { BurglarSetting, ResponsePlan } from '../backend/wire';
import { kindHeading, servicesAsked, servicesWillBe } from './kinds';
import { decidingOf } from './next';
import { BURGLAR_SETTING } from './practice';
import * as en from './en/plans';
import * as es from './es/plans';
import * as fr from './fr/plans';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { OPENS, SIREN, WHOM, TELLS, NOT_REACHED, NO_DECISION, WRONG_PASSWORD, PASSWORD, BY_CONTACT, DISARM, IN_APP, AFTER, AFTER_CANCEL, WHILE_OPEN, SEEN, STEP, ASKS } = words;
export const { PLANS_PAGE, LOCKED } = words;

export interface Row {
  question: string;
  answer: string;
}

export const planHeading = ({ kind, setting }: Pick<ResponsePlan, 'kind' | 'setting'>) =>
  setting ? STEP.heading(kindHeading(kind), settingName(setting)) : kindHeading(kind);

const settingName = (setting: BurglarSetting) => BURGLAR_SETTING[setting].text;

const row = (question: string, answer: string | null): Row[] => (answer === null ? [] : [{ question, answer }]);

export function firstStep({ first_step, service }: ResponsePlan): string {
  if (first_step === 'dispatch') return STEP.dispatch(servicesAsked(service ? [service] : []));
  if (first_step === 'ask_agent') return STEP.agent;
  if (first_step === 'siren_alone') return STEP.siren;
  return 'decide' in first_step ? WHOM[first_step.decide.whom] : TELLS[first_step.tell];
}

function decidingRows(plan: ResponsePlan): Row[] {
  const deciding = decidingOf(plan);
  if (!deciding) return plan.service ? [{ question: ASKS.cancel, answer: STEP.nobody }] : [];
  const asked = servicesWillBe(plan.service ? [plan.service] : []);
  const requested = `${asked.charAt(0).toUpperCase()}${asked.slice(1)}`;
  return [
    ...row(ASKS.nobodyReached, NOT_REACHED[deciding.not_reached](requested)),
    ...row(ASKS.noDecision, NO_DECISION[deciding.no_decision](requested)),
    ...row(ASKS.wrongPassword, WRONG_PASSWORD[deciding.wrong_password](requested)),
    ...row(ASKS.cancel, `${BY_CONTACT[deciding.cancel]}, ${PASSWORD[deciding.password]}`),
    ...row(ASKS.afterCancel, AFTER_CANCEL[deciding.after_cancel]),
  ];
}

/** The whole plan, question by question. */
export function planRows(plan: ResponsePlan): Row[] {
  return [
    ...row(ASKS.begins, OPENS[plan.opens]),
    ...row(ASKS.siren, SIREN[plan.siren]),
    ...row(ASKS.first, firstStep(plan)),
    ...decidingRows(plan),
    ...row(ASKS.disarming, plan.siren !== 'sounds' && plan.disarm === 'no_effect' ? IN_APP.no_effect : DISARM[plan.disarm]),
    ...row(ASKS.inApp, IN_APP[plan.cancel_in_app]),
    ...row(ASKS.afterRequest, plan.service === null ? null : AFTER[plan.after_dispatch]),
    ...row(ASKS.meanwhile, WHILE_OPEN[plan.while_open]),
    ...row(ASKS.seen, SEEN[plan.visibility]),
  ];
}
