// Knows the words that every screen shares, in English.

export const COMMON = {
  product: 'Mayday',
  sos: 'SOS',
  close: 'Close',
  back: 'Back to home',
  dismiss: 'Back to home',
  notThis: 'Leave it',
  openBoard: 'Open the phone board',
  call911: 'Call 911 yourself',
  notYet: 'Not available in this version yet.',
};

export const CALL_911 = {
  title: 'Call 911 yourself',
  number: '911',
  how: 'Dial this on any phone:',
  copy: 'Copy number',
  copied: 'Copied',
  selected: 'The number is selected: copy it from there.',
  never: 'Mayday never dials 911 by itself.',
};

/** What the window says when an intent failed and the other side gave no sentence. */
export const NO_SENTENCE = 'Mayday’s core did not answer. In an emergency, call 911.';

/** What stands before the last of several. */
export const beforeLast = (last: string) => (last ? 'and' : '');
