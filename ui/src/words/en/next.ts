// Knows what happens next in an incident, in English.
import type { AfterDispatch, CancelByContact, CancelInApp, Course } from '../../backend/wire';

export const AFTER = {
  others_and_first_if_unreached: 'The other contacts are told, and the first one again if there was no answer.',
  the_rest: 'The other contacts are told.',
  all: 'All contacts are called and told.',
  nobody: null,
} satisfies Record<AfterDispatch, string | null>;

export const BY_CONTACT = {
  in_that_call: 'Only answering this call can cancel.',
  until_dispatch: 'A contact can cancel in a call, with the verbal password, until responders are being requested.',
} satisfies Record<CancelByContact, string>;

export const BEFORE = {
  no_effect: 'Cancelling in the app no longer stops responders.',
  as_disarm: 'You can cancel here with the code until then. Later it is passed on, not guaranteed.',
  passed_on: 'Cancelling here, or disarming, is passed on. It is not guaranteed to stop calls or responders.',
  stops_siren: null,
} satisfies Record<CancelInApp, string | null>;

export const AFTER_START = {
  no_effect: 'Cancelling in the app does not stop responders.',
  as_disarm: 'A cancel or disarm is passed on to responders now. It is not guaranteed.',
  passed_on: 'A cancel or disarm is passed on to responders. It is not guaranteed.',
  stops_siren: null,
} satisfies Record<CancelInApp, string | null>;

export const NEXT = {
  title: 'What happens next',
  /** How the station proves itself to whoever is called (M7). */
  words: (words: readonly string[]) => `The station will say: ${words.join(' ')}`,
  wordsHow: 'With these two words it proves in its calls that it is the station.',
};

/** `requested` as in "police are requested". */
export const WOULD = {
  full: (requested: string) => requested,
  unmonitored: (requested: string) => requested,
  practice: (requested: string) => requested,
  drill: (requested: string) => `${requested}, were it no drill`,
} satisfies Record<Course, (requested: string) => string>;

export const SAYS = {
  nobodySent: 'nobody is sent, and you can still send police from here',
  notAnswered: (end: string) => `Not answered: ${end}.`,
  nobodyReached: (end: string) => `Not answered: the next contact is called. Nobody reached: ${end}.`,
  noDecision: (end: string) => `No decision: ${end}.`,
  noDecisionNext: 'No decision: the next contact is called.',
  wrongPassword: (requested: string) => `A wrong password, too: ${requested} at once.`,
  toldAll: 'The other contacts are told. Nobody is asked to come.',
  unlessDisarmed: 'Unless it is disarmed in time, this is a burglar alarm.',
  asksUntil: 'The station asks until the receiving side has accepted.',
  nextCalled: 'If nobody answers, the next contact is called.',
  practice: (says: string) => `Nobody is sent. ${says}`,
  neverCancelled: 'This cannot be cancelled, even when it is a false alarm.',
};

/** "Send police". */
export const SEND = { text: (asked: string) => `Send ${asked}`, now: (asked: string) => `Send ${asked} now` };
