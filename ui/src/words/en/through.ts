// Knows what is said about getting through Do Not Disturb, in English.

export const THROUGH = {
  above: 'So that calls and alerts are heard',
  title: 'Get through Do Not Disturb',
  card: 'A phone on Do Not Disturb stays silent when the station calls. A few steps let this one number through.',
  open: 'Get their phones ready',
  why: 'In an emergency the station calls your contacts. A phone on Do Not Disturb does not ring for that call by itself. Do this once on each contact’s phone, and the station’s number can ring at any hour.',
};

export const CARD = {
  title: 'The station as a contact',
  what: 'One number for every call of the station.',
  demo: 'This home is a demo: no call comes from this number. Try the steps, and save the real number once this home has one.',
  scan: 'Scan with the contact’s phone: saves the station’s number',
  qr: (name: string, number: string) => `QR code: ${name}, ${number}`,
  copy: 'Copy number',
  copied: 'Number copied.',
  selected: 'The number is selected: copy it from there.',
  share: 'Share contact',
  save: 'Save contact file',
  saveNewer: 'Save in the newer format',
  versions: 'The contact file opens on every phone. The newer format (vCard 4.0) is for address books that ask for it.',
  saved: (path: string) => `Saved: ${path}`,
  waiting: 'Asking for the station’s number…',
  unknown: 'The station has not said yet which number its calls come from. The card shows here once it has.',
};

export const PHONES = {
  title: 'On the contact’s phone',
  choose: 'Which phone?',
};

export const ALERTS = {
  title: 'Mayday’s alerts on this computer',
  what: 'This computer’s own Do Not Disturb can hide Mayday’s alerts. Turn it on, then try one.',
  try: 'Send a test alert',
  again: 'Send another test alert',
  question: 'Did you see it?',
  look: 'It comes as a notification of this computer, as every alert of Mayday does.',
  yes: 'Yes, I saw it',
  no: 'No',
  untried: 'Not tried on this computer yet.',
  how: 'How to let Mayday’s alerts through',
  choose: 'Which system?',
  other: 'Mayday does not know this desktop. Look for Do Not Disturb in its settings, and let Mayday or critical notifications through. These are the ones it knows:',
};

/** What a person said of the test alert. */
export const SAID = {
  seen: (day: string) => `You said you saw it on ${day}.`,
  unseen: (day: string) => `You said you did not see it on ${day}. These steps let alerts through:`,
};
