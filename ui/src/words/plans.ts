// Knows how a row of the plan table reads on a phone: a heading, and for each cell a question with its answer (P1).
import type {
  AfterCancel,
  AfterDispatch,
  Audience,
  BurglarSetting,
  CancelByContact,
  CancelInApp,
  Disarm,
  Kind,
  NoDecision,
  NotReached,
  Opens,
  PasswordAsked,
  ResponsePlan,
  Siren,
  Visibility,
  WhileOpen,
  Whom,
  WrongPassword,
} from '../backend/wire';
import { SERVICE_ASKED, kindHeading } from './kinds';
import { decidingOf } from './next';
import { BURGLAR_SETTING } from './practice';

export const PLANS_PAGE = {
  title: 'Response plans',
  above: 'What the station does, kind by kind',
  lead: 'The station reads the same table. An incident keeps the plan it was opened with.',
  card: 'What happens after a slide or an alarm, for each kind.',
  open: 'Show the response plans',
  whole: 'The whole plan',
  locked: 'Locked',
  setting: 'Your setting',
  yours: 'Chosen for this home',
  other: 'The other setting',
};

/** Why a plan cannot be changed; `null`: it has a setting. */
export const LOCKED = {
  sos_police: 'An SOS plan cannot be changed: whoever slides has to know what follows.',
  sos_fire: 'An SOS plan cannot be changed: whoever slides has to know what follows.',
  sos_medical: 'An SOS plan cannot be changed: whoever slides has to know what follows.',
  siren_only: 'There is nothing to change: it is the siren alone.',
  burglar: null,
  smoke: 'The smoke plan cannot be changed: minutes count.',
  carbon_monoxide: 'The carbon monoxide plan cannot be changed: nobody in the house may notice it.',
  panic: 'The panic plan cannot be changed: whoever presses has to know what follows.',
  duress: 'The duress plan cannot be changed, and cannot be cancelled.',
  flood: 'The flood plan cannot be changed.',
  freeze: 'The freeze plan cannot be changed.',
} satisfies Record<Kind, string | null>;

export interface Row {
  question: string;
  answer: string;
}

export const planHeading = ({ kind, setting }: Pick<ResponsePlan, 'kind' | 'setting'>) =>
  setting ? `${kindHeading(kind)}: ${settingName(setting)}` : kindHeading(kind);

const settingName = (setting: BurglarSetting) => BURGLAR_SETTING[setting].text;

const OPENS = {
  after_five_seconds: 'Five seconds after the slide, unless cancelled',
  after_entry_delay: 'After the entry delay, unless disarmed',
  at_once: 'At once',
} satisfies Record<Opens, string>;

const SIREN = {
  sounds: 'Base station, keypad and linked cameras sound',
  announces: 'None. The base station says that help was requested',
  silent: 'None',
} satisfies Record<Siren, string>;

const WHOM = {
  first: 'Calls the first contact',
  all_in_order: 'Calls all contacts in order, until a person is reached',
} satisfies Record<Whom, string>;

const TELLS = {
  first_then_second: 'An automated call to the first contact; not answered: the second',
  in_order: 'A voice message to the first contact; not answered: the next',
} satisfies Record<Audience, string>;

const NOT_REACHED = {
  dispatch: (who) => `${who} requested`,
  nobody_sent: () => 'Nobody is sent; the app offers to, for two hours',
} satisfies Record<NotReached, (who: string) => string>;

const NO_DECISION = {
  as_not_reached: () => 'As if nobody had answered',
  next_contact: () => 'The next contact is called',
  dispatch: (who) => `${who} requested`,
} satisfies Record<NoDecision, (who: string) => string>;

const WRONG_PASSWORD = {
  as_not_reached: () => 'As if nobody had answered',
  dispatch: (who) => `${who} requested at once`,
} satisfies Record<WrongPassword, (who: string) => string>;

const PASSWORD = {
  as_enrolled: 'with the verbal password, where the home asks for it',
  always: 'with the verbal password',
} satisfies Record<PasswordAsked, string>;

const BY_CONTACT = {
  in_that_call: 'Whoever answers that call',
  until_dispatch: 'Any contact, until responders are being requested',
} satisfies Record<CancelByContact, string>;

const DISARM = {
  no_effect: 'Silences the siren and stops nothing else',
  cancels: 'Cancels, until responders are being requested; then it is passed on',
  passed_on: 'Passed on, not guaranteed',
} satisfies Record<Disarm, string>;

const IN_APP = {
  no_effect: 'No effect',
  as_disarm: 'The same as disarming',
  passed_on: 'Passed on, not guaranteed',
  stops_siren: 'Stops the siren',
} satisfies Record<CancelInApp, string>;

const AFTER = {
  others_and_first_if_unreached: 'The other contacts are told, and the first again if he did not answer',
  the_rest: 'The other contacts are told',
  all: 'All contacts are called and told',
  nobody: 'Nobody is called',
} satisfies Record<AfterDispatch, string>;

const AFTER_CANCEL = {
  nothing: null,
  still_need_help: 'For ten minutes the device that slid shows “I still need help”',
  tell_the_rest: 'The other contacts are told that it was a false alarm',
} satisfies Record<AfterCancel, string | null>;

const WHILE_OPEN = {
  own_incident: null,
  notes_burglar: 'It is noted, without siren or calls: responders walk in',
} satisfies Record<WhileOpen, string | null>;

const SEEN = {
  household: null,
  hidden: 'Nobody in the home can see, hear or count it',
} satisfies Record<Visibility, string | null>;

const row = (question: string, answer: string | null): Row[] => (answer === null ? [] : [{ question, answer }]);

export function firstStep({ first_step, service }: ResponsePlan): string {
  if (first_step === 'dispatch') return `Requests ${service ? SERVICE_ASKED[service] : 'nobody'}, before any call`;
  if (first_step === 'ask_agent') return 'Puts it before an agent';
  if (first_step === 'siren_alone') return 'Nothing but the siren';
  return 'decide' in first_step ? WHOM[first_step.decide.whom] : TELLS[first_step.tell];
}

function decidingRows(plan: ResponsePlan): Row[] {
  const deciding = decidingOf(plan);
  if (!deciding) return plan.service ? [{ question: 'Who can cancel', answer: 'Nobody' }] : [];
  const asked = plan.service ? SERVICE_ASKED[plan.service] : 'nobody';
  const who = `${asked.charAt(0).toUpperCase()}${asked.slice(1)} ${plan.service === 'police' ? 'are' : 'is'}`;
  return [
    ...row('Nobody reached', NOT_REACHED[deciding.not_reached](who)),
    ...row('Answered, no decision', NO_DECISION[deciding.no_decision](who)),
    ...row('Wrong password', WRONG_PASSWORD[deciding.wrong_password](who)),
    ...row('Who can cancel', `${BY_CONTACT[deciding.cancel]}, ${PASSWORD[deciding.password]}`),
    ...row('After a cancel', AFTER_CANCEL[deciding.after_cancel]),
  ];
}

/** The whole plan, question by question. */
export function planRows(plan: ResponsePlan): Row[] {
  return [
    ...row('Begins', OPENS[plan.opens]),
    ...row('Siren', SIREN[plan.siren]),
    ...row('First', firstStep(plan)),
    ...decidingRows(plan),
    ...row('Disarming', plan.siren !== 'sounds' && plan.disarm === 'no_effect' ? IN_APP.no_effect : DISARM[plan.disarm]),
    ...row('Cancel in the app', IN_APP[plan.cancel_in_app]),
    ...row('After the request', plan.service === null ? null : AFTER[plan.after_dispatch]),
    ...row('A burglar alarm meanwhile', WHILE_OPEN[plan.while_open]),
    ...row('Who sees it', SEEN[plan.visibility]),
  ];
}
