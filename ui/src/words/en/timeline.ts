// Knows how an incident stands, in English.

export const TIMELINE = {
  label: 'What happened',
  notConfirmed: 'Not confirmed yet. Call 911 yourself.',
  done: 'Done:',
  running: 'Under way:',
  coming: 'Still to come:',
};

export const SAID = {
  aContact: 'a contact',
  entryDelay: 'Entry delay: an alarm unless disarmed',
  nobodyCalled: 'Nobody was called',
  help: 'Help requested',
  alarm: 'Alarm raised',
  calling: 'Calling your contacts',
  falseAlarm: 'False alarm. The others are told.',
  telling: 'Telling your contacts',
  nobodySent: 'Nobody answered. Nobody was sent.',
  joined: 'Added to an SOS that was open',
  closed: 'Closed',
  holds: 'The station holds the request',
  requesting: (asked: string) => `Requesting ${asked}…`,
  cancelledBy: (name: string) => `Cancelled by ${name}`,
  cancelledByOne: 'Cancelled by a contact',
  byStation: 'Closed by the station',
  byPerson: 'Over: a person said so',
  disarmed: 'Disarmed. Nobody was asked to come.',
  cancelledInApp: 'Cancelled in the app. Nobody was asked to come.',
  agent: 'Before an agent',
  drillOver: 'Over. Nobody was sent.',
  told: (name: string) => `${name} was told`,
  messageLeft: 'Nobody answered. A message was left.',
  nobodyReached: 'Nobody was reached',
  cancelled: 'Cancelled. Nobody was asked to come.',
  cancelledUncalled: 'Cancelled. Nobody was called.',
};

/** Of the phone that is called. */
export const DOING = {
  answered: (card: string) => `${card} has answered`,
  ringing: (card: string) => `${card} is ringing`,
  soon: (card: string) => `${card} is about to ring`,
};

/** `requested` as in "Police requested". */
export const NOT_YET = {
  dispatch: (requested: string) => `${requested} if nobody answers`,
  dispatchUndecided: (requested: string) => `${requested} unless the call cancels`,
  nextContact: 'The next contact is called if nobody answers',
  nobody: 'Nobody is sent if nobody answers',
  accepted: (requested: string) => `${requested}: confirmed by the receiving side`,
  others: 'The other contacts are told',
};

/** F11. */
export const DELAY = {
  before: 'Unless it is disarmed, the alarm comes in',
  seconds: (count: number) => `${count} s`,
  over: 'The entry delay is over. Waiting for the station’s word…',
};
