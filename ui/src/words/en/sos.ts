// Knows what the sheet, the countdown and the screens after it say, in English.

export const SHEET = {
  question: 'Who should come?',
  to: 'Responders go to',
  only: 'Use SOS only in an emergency.',
  slide: 'Slide all the way; you then have five seconds to cancel.',
  hold: 'Or press and hold for a second and a half: a finger, Space or Enter.',
  describedBy: 'Slide all the way, or hold Space or Enter for a second and a half.',
  unreachable: 'The station does not answer right now. You can slide: Mayday keeps trying. Call 911 too.',
  sending: 'Sending…',
  notNow: 'Not now',
};

export const COUNTDOWN = {
  cancel: 'Cancel',
  sending: 'Sending…',
  journal: 'This device could not write its record; the station’s counts.',
  journalUnheld: 'This device could not write its record. Keep Mayday open.',
};

export const ACTION = { send: 'Send now', withdraw: 'Withdraw', dismiss: 'Back to home' };

export const NOT_AVAILABLE = { device: 'SOS is not available on this device', home: 'SOS is not available for this home' };

export const ALSO_SOUNDS = 'Police and fire also sound the siren. Medical is silent.';

export const request = {
  now: (asked: string) => `Request ${asked} now`,
  soon: (asked: string) => `Requesting ${asked} in`,
  soonSpoken: (coming: string, seconds: number) => `${coming} ${seconds} seconds.`,
  spoken: (coming: string, seconds: number) => `${coming} ${seconds} seconds. To cancel, press the Cancel button or Escape.`,
};

export const FIRST = {
  called: (name: string) => `${name} will be called first.`,
  none: 'No contact is set up: responders are requested at once.',
};

export const HELD = {
  trying: (trouble: string) => `${trouble} We keep trying.`,
  sending: 'Sending to the station…',
  elsewhere: 'The station already holds your request. It will act even if this phone stops working.',
  here: 'The station on this computer already holds your request. It will act even if this window closes.',
};

export const TOO_LATE = {
  only: 'The cancel came too late.',
  answer: (name: string) => `The cancel came too late. Only answering the call to ${name} can still cancel.`,
};

export const REFUSED = {
  acts: 'The station acts by itself',
  holds: (kind: string) => `It already holds your ${kind} request, and takes no further word from this device.`,
  notSent: 'Not sent',
  nobody: (kind: string) => `The station refused your ${kind} request. Nobody was asked to come.`,
  lost: 'The station cannot act on your request',
  unknown: (kind: string) => `It does not know this home any more, and nothing of your ${kind} request. Call 911.`,
};

export const NEWS = { help: 'Help requested', slide: 'The station has your slide', waiting: 'Waiting for news from the station' };

export const UNSETTLED = {
  committing: 'Sending your request…',
  cancelling: 'Cancelling…',
  asking: 'Checking with the station what became of your request…',
  waiting: (kind: string) => `Your ${kind} request did not reach the station.`,
  goes: (seconds: number) => `It goes by itself in ${seconds} s.`,
  tooOld: (kind: string) => `A ${kind} request from earlier never reached the station.`,
  slideAgain: 'It will not be sent by itself. Slide again if you still need help.',
  acts: 'The station holds your request and acts by itself.',
  noAnswer: 'The station has not answered yet.',
  trying: (trouble: string) => `${trouble} We keep trying. Call 911.`,
  cancelUnreached: 'Could not reach the station to cancel.',
  mayAsk: (why: string) => `${why} If it got your request, it asks responders to come.`,
  mayCall: (why: string, name: string) => `${why} If it got your request it will call ${name}. Answer that call to cancel.`,
};

/** C7: a household may want its code for a cancel. */
export const CODED = {
  label: 'Code to cancel',
  missing: 'Type the code, then Cancel.',
  spoken: 'To cancel, type the code and press Enter.',
  withdraw: 'In this home it takes the code.',
};

export const CODE_REFUSED = {
  wrong: 'That is not this home’s code.',
  tries: 'Too many wrong codes: no code is taken now. Help goes on.',
  needed: 'In this home a cancel takes the code.',
};
