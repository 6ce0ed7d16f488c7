// Knows what is said about readiness and test calls, in English.
import type { Level, NotAnswered, NotFinished, PasswordKnowledge } from '../../backend/wire';

export const READINESS = {
  title: 'Readiness',
  open: 'See what is missing',
  openReady: 'See what was proved',
  test: 'Test your contacts’ phones',
  findings: 'To look at',
  nothing: 'Nothing is missing.',
  proved: 'What was proved',
  nothingProved: 'Nothing was proved yet.',
  contacts: 'Contacts',
  how: 'The station rings this person and says that it is a test. Whoever presses the two digits that it speaks can be reached.',
  dnd: 'Do Not Disturb is on',
  dndHow: 'Turn it on at this contact’s phone, then say so here. Only then does the test prove that the station rings through.',
  hangUp: 'Hang up',
  twoWords: 'The station’s two words',
};

export const NOT_REACHED = {
  rang_out: 'rang out',
  hung_up: 'rejected or hung up',
  busy: 'the line was busy',
  voicemail: 'voicemail took the call',
  no_key_pressed: 'nobody pressed the two digits',
  line_failed: 'the line failed',
  in_another_call: 'the station was in another call with this contact',
} satisfies Record<NotAnswered, string>;

export const CUT_OFF = {
  hung_up_here: 'ended by the household',
  alarm_first: 'ended because an alarm needed the line',
  home_changed: 'ended because the home was changed',
} satisfies Record<NotFinished, string>;

export const PASSWORD = {
  known: 'Knows the verbal password.',
  not_known: 'Entered a wrong verbal password.',
  not_tried: 'Has not entered the verbal password.',
} satisfies Record<PasswordKnowledge, string>;

export const NOT_CALLED = 'Asked not to be called';

export const BACK = 'To call again, take the entry off the list and add it anew.';

export const ringName = (name: string) => `Start a test call to ${name}`;

export const hangUpName = (name: string) => `Hang up the test call to ${name}`;

export const LEVEL_WORD = { green: 'Ready', amber: 'Ready, not all proved', red: 'Not ready' } satisfies Record<Level, string>;

export const COUNT = {
  proved: 'Everything was proved.',
  unknown: 'Nothing is known yet.',
  findings: (count: number) => (count === 1 ? '1 thing to look at.' : `${count} things to look at.`),
};

/** What is known of a contact. `took` is how long it took, `on` and `until` are days. */
export const KNOWN = {
  optedOut: 'Asked not to be called. Stays on the list, and no alarm calls this contact.',
  never: 'Never tested.',
  answered: (took: string, on: string, until: string) => `Answered a test call in ${took} on ${on}, with Do Not Disturb off. Valid until ${until}.`,
  answeredDnd: (took: string, on: string, until: string) => `Answered a test call in ${took} on ${on}, with Do Not Disturb on. Valid until ${until}.`,
  expired: 'The test has expired. Start another one.',
  missed: (on: string, why: string) => `Did not answer on ${on}: ${why}.`,
  cutOff: (on: string, why: string) => `The test on ${on} was ${why}.`,
};

export const CALLING = {
  dialing: (name: string) => `Connecting to ${name}…`,
  ringing: (phone: string) => `${phone} is ringing.`,
  proving: 'Picked up. The station speaks two digits.',
  digits: (digits: string) => `Picked up. The digits to press: ${digits}.`,
  password: (name: string) => `${name} was reached. The station asks for the verbal password.`,
  goodbye: 'Done. The station says goodbye.',
};

/** O1: what contacts hear, before anything has happened. */
export const HEARS = {
  title: 'What your contacts will hear',
  what: 'Word for word what the station says when it calls, so that nobody takes it for a trick.',
  open: 'Show what they will hear',
  about: 'About what',
  decides: 'Whoever picks up hears this, proves with two keys that a person is there, and can then ask for help or cancel:',
  tells: 'Whoever picks up hears this:',
  voicemail: 'On voicemail:',
  read: 'Read it aloud',
};
