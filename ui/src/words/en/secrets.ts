// Knows what is said about passwords and codes, in English.
import type { Secret, SecretPair, SetUpField } from '../../backend/wire';

export const SECRET_FIELD = {
  show: 'Show',
  hide: 'Hide',
  showName: (shown: boolean, label: string) => `${shown ? 'Hide' : 'Show'}: ${label.toLowerCase()}`,
  keys: 'On a phone keypad:',
  keysHidden: 'hidden',
  keysNone: 'The keys for it on a phone appear here.',
};

export const SECRETS = {
  title: 'Passwords and codes',
  above: 'How this home knows who may cancel',
  lead: 'They are kept so that they can be compared and never read: nobody can look one up, here or at the station.',
  card: 'What your contacts say to cancel, what you type to disarm, and the silent way to ask for police.',
  cardMissing: 'No access code is set yet. Disarming, practice and this home’s settings need one.',
  open: 'Passwords and codes',
  duressTitle: 'If somebody forces you',
  duress: [
    'Give the duress one. Everything looks and sounds like a normal cancel or disarm.',
    'Police are asked to come at once, silently, and are told not to call here.',
    'It is for a true emergency only, and it cannot be cancelled.',
    'While this home practices, it reaches an agent instead of police.',
  ],
  set: 'Set',
  notSet: 'Not set',
  change: 'Choose anew',
  choose: 'Choose',
  both: 'Both are chosen together: what is kept cannot be read, so an old one cannot be compared with a new one.',
  save: 'Keep these',
  saved: 'Kept. Your contacts have to know the verbal password: tell them today.',
  savedCodes: 'Kept. Tell the codes to the people who live here.',
  test: 'Try one',
  testWhat: 'Nothing comes of a try: nobody is called or told.',
  which: 'Which one is it?',
  typed: 'Type it',
  tryNow: 'Try it',
  right: (name: string) => `Right: this is the ${name.toLowerCase()}.`,
  wrong: (name: string) => `No: this is not the ${name.toLowerCase()}.`,
  gate: 'Access code, as it is now',
  gateHint: 'Nothing here is changed or tried without it.',
  optional: 'You can leave it empty. Then there is none.',
  demo: (one: string, twin: string) => `In the demo: ${one}, and ${twin}. They protect nothing, and stay as they are.`,
};

export interface Named {
  secret: Secret;
  field: SetUpField;
  name: string;
  hint: string;
}

export interface PairWords {
  title: string;
  what: string;
  plain: Named;
  duress: Named;
}

export const PAIRS = {
  passwords: {
    title: 'Verbal passwords',
    what: 'To cancel, a contact types it on the phone that was called. Asking for help never needs it.',
    plain: {
      secret: 'password',
      field: 'password',
      name: 'Verbal password',
      hint: 'A word your people remember and can say, of at least six letters or digits. Upper and lower case are the same.',
    },
    duress: {
      secret: 'duress_password',
      field: 'duress_password',
      name: 'Duress password',
      hint: 'At least two keys have to differ from the verbal password.',
    },
  },
  codes: {
    title: 'Codes',
    what: 'You type it at the keypad and in this app: to disarm, to practice, and to change this home.',
    plain: { secret: 'code', field: 'code', name: 'Access code', hint: 'At least six digits.' },
    duress: {
      secret: 'duress_code',
      field: 'duress_code',
      name: 'Duress code',
      hint: 'At least two digits have to differ from the access code.',
    },
  },
} satisfies Record<SecretPair, PairWords>;

export const GUESS = {
  billion: 'more than a billion',
  right: (among: string) => `One guess in ${among} is right. After ten wrong ones in a day, none is taken.`,
};

/** C7. */
export const CANCEL_CODE = {
  title: 'Cancelling an SOS with the code',
  on: { known: 'Cancel takes the code', change: 'Let Cancel go without the code' },
  off: { known: 'Cancel takes no code', change: 'Make Cancel take the code' },
  what: 'It is about the five seconds after a slide: without the code in time, help is requested. So nobody else can take your SOS back.',
  duress: 'The duress code shows “Cancelled”, and asks for police in silence.',
  does: 'Counts from the next slide on. Five seconds are short for a code: try it in a drill first.',
};
