// Knows what the controls of an open incident say, in English.
import type { CancelInApp, Disarm } from '../../backend/wire';

export const CODE = {
  label: 'Access code',
  missing: 'Type the code first.',
  none: 'No access code was set for this home. Disarming, practice and this setting need one.',
  demo: (code: string) => `The demo’s code: ${code}`,
};

export const DISARMS = {
  no_effect: ['Silences the siren. It stops neither calls nor responders.', 'Silences the siren. It stops neither calls nor responders.'],
  cancels: [
    'Silences the siren and cancels the alarm: nobody is asked to come.',
    'Silences the siren. Responders are being asked already: the disarm is passed on to them, not guaranteed.',
  ],
  passed_on: ['Silences the siren. It is passed on, not guaranteed to stop calls or responders.', 'Silences the siren. It is passed on to responders, not guaranteed.'],
} satisfies Record<Disarm, [string, string]>;

export const CANCELS = {
  no_effect: null,
  as_disarm: [
    'Cancels this alarm: the siren stops, nobody is asked to come.',
    'Responders are being asked already: the cancel is passed on to them, not guaranteed.',
  ],
  passed_on: [
    'Passed on to responders, not guaranteed. The siren goes on.',
    'Passed on to responders, not guaranteed. The siren goes on.',
  ],
  stops_siren: null,
} satisfies Record<CancelInApp, [string, string] | null>;

/** E9: whoever slid need not be rung himself. */
export const SEND_NOW = {
  text: 'Don’t ring me, send now',
  how: 'If the first contact is you: skips the call, and asks responders to come at once.',
  drill: 'If the first contact is you: skips the call. A drill still sends nobody.',
};

/** F10. */
export const SEND = {
  title: 'You can still ask for help',
  how: 'Slide to ask for them at once. This stays here for two hours, or until the alarm is disarmed.',
};

/** E10. */
export const STILL = {
  title: 'It was cancelled in a call',
  text: 'I still need help',
  confirm: 'Send help now',
  how: (left: string) => `Slide to ask responders to come at once, without a call. Possible for ${left} more, on this device only.`,
  drill: 'As in a real SOS. A drill still sends nobody.',
};

/** K1. */
export const NOTICE = {
  text: 'I have read this',
  how: 'It stays on the dashboard until somebody has read it.',
};

/** A11. */
export const OVER = {
  text: 'It is over',
  how: 'Ends this incident. Responders who are on their way are not called back by it.',
};

/** A10. */
export const JOINED = {
  how: 'This slide was added to an SOS that was open. That SOS has the calls and responders.',
  show: 'Show that SOS',
};

/** The page for responders at the door (A11). */
export const RESPONDERS = {
  open: 'Show this to responders',
  title: 'For responders',
  what: 'What',
  where: 'Where',
  asked: 'Requested',
  began: 'Began',
  people: 'Who was reached',
  nobody: 'Nobody was reached yet.',
  close: 'Close',
};

export const DISARM = { text: 'Disarm', confirm: 'Disarm now', silences: 'Silences the siren.' };

export const CANCEL = { text: 'Cancel this alarm', confirm: 'Cancel now' };
