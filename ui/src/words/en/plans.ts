// Knows how a row of the plan table reads, in English.
import type { AfterCancel, AfterDispatch, Audience, CancelByContact, CancelInApp, Disarm, Kind, NoDecision, NotReached, Opens, PasswordAsked, Siren, Visibility, WhileOpen, Whom, WrongPassword } from '../../backend/wire';

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

export const OPENS = {
  after_five_seconds: 'Five seconds after the slide, unless cancelled',
  after_entry_delay: 'After the entry delay, unless disarmed',
  at_once: 'At once',
} satisfies Record<Opens, string>;

export const SIREN = {
  sounds: 'Base station, keypad and linked cameras sound',
  announces: 'None. The base station says that help was requested',
  silent: 'None',
} satisfies Record<Siren, string>;

export const WHOM = {
  first: 'Calls the first contact',
  all_in_order: 'Calls all contacts in order, until a person is reached',
} satisfies Record<Whom, string>;

export const TELLS = {
  first_then_second: 'An automated call to the first contact; not answered: the second',
  in_order: 'A voice message to the first contact; not answered: the next',
} satisfies Record<Audience, string>;

export const NOT_REACHED = {
  dispatch: (requested: string) => requested,
  nobody_sent: () => 'Nobody is sent; the app offers to, for two hours',
} satisfies Record<NotReached, (requested: string) => string>;

export const NO_DECISION = {
  as_not_reached: () => 'As if nobody had answered',
  next_contact: () => 'The next contact is called',
  dispatch: (requested: string) => requested,
} satisfies Record<NoDecision, (requested: string) => string>;

export const WRONG_PASSWORD = {
  as_not_reached: () => 'As if nobody had answered',
  dispatch: (requested: string) => `${requested} at once`,
} satisfies Record<WrongPassword, (requested: string) => string>;

export const PASSWORD = {
  as_enrolled: 'with the verbal password, where the home asks for it',
  always: 'with the verbal password',
} satisfies Record<PasswordAsked, string>;

export const BY_CONTACT = {
  in_that_call: 'Whoever answers that call',
  until_dispatch: 'Any contact, until responders are being requested',
} satisfies Record<CancelByContact, string>;

export const DISARM = {
  no_effect: 'Silences the siren and stops nothing else',
  cancels: 'Cancels, until responders are being requested; then it is passed on',
  passed_on: 'Passed on, not guaranteed',
} satisfies Record<Disarm, string>;

export const IN_APP = {
  no_effect: 'No effect',
  as_disarm: 'The same as disarming',
  passed_on: 'Passed on, not guaranteed',
  stops_siren: 'Stops the siren',
} satisfies Record<CancelInApp, string>;

export const AFTER = {
  others_and_first_if_unreached: 'The other contacts are told, and the first again if there was no answer',
  the_rest: 'The other contacts are told',
  all: 'All contacts are called and told',
  nobody: 'Nobody is called',
} satisfies Record<AfterDispatch, string>;

export const AFTER_CANCEL = {
  nothing: null,
  still_need_help: 'For ten minutes the device that slid shows “I still need help”',
  tell_the_rest: 'The other contacts are told that it was a false alarm',
} satisfies Record<AfterCancel, string | null>;

export const WHILE_OPEN = {
  own_incident: null,
  notes_burglar: 'It is noted, without siren or calls: responders walk in',
} satisfies Record<WhileOpen, string | null>;

export const SEEN = {
  household: null,
  hidden: 'Nobody in the home can see, hear or count it',
} satisfies Record<Visibility, string | null>;

export const STEP = {
  heading: (kind: string, setting: string) => `${kind}: ${setting}`,
  dispatch: (asked: string) => `Requests ${asked}, before any call`,
  agent: 'Puts it before an agent',
  siren: 'Nothing but the siren',
  nobody: 'Nobody',
};

/** The questions of a plan. */
export const ASKS = {
  nobodyReached: 'Nobody reached',
  noDecision: 'Answered, no decision',
  wrongPassword: 'Wrong password',
  cancel: 'Who can cancel',
  afterCancel: 'After a cancel',
  begins: 'Begins',
  siren: 'Siren',
  first: 'First',
  disarming: 'Disarming',
  inApp: 'Cancel in the app',
  afterRequest: 'After the request',
  meanwhile: 'A burglar alarm meanwhile',
  seen: 'Who sees it',
};
