// Knows what is said about the siren, in English.
import type { CommittedBy, SirenStep } from '../../backend/wire';
import type { SirenEvent } from '../siren';

/** The control on the sheet. */
export const SIREN = {
  name: 'Sound siren only',
  what: 'Nobody is called, nobody comes.',
  hint: 'Keep holding for a second and a half.',
  describedBy: 'Hold Space or Enter for a second and a half.',
  confirm: 'Sound the siren now',
  soundsIn: 'Siren sounds in',
};

export const MISSING_BASE_STATION = 'Needs a base station. This home has none.';

export const SIREN_LOST = {
  title: 'The station cannot act on your siren order',
  detail: 'It does not know this home any more, and nothing of the order. If you are in danger, call 911.',
};

export const SIREN_TOO_LATE = 'The cancel came too late. Only Silence siren can still stop it.';

export const SIREN_SEND_NOW = 'Sound it now';

export const CANCELLED = {
  ordered: 'Cancelled. The siren is not known to be silent yet.',
  sounding: 'Cancelled. The siren is not known to be silent yet.',
  stopping: 'Cancelled. Silence is not confirmed yet.',
  silent: 'Cancelled. The siren is silent.',
} satisfies Record<SirenStep, string>;

export const STANDS = {
  ordered: 'Siren ordered',
  sounding: 'Siren sounds',
  stopping: 'Silencing the siren…',
  silent: 'Siren silent',
} satisfies Record<SirenStep, string>;

export const SIREN_HELD = 'The station holds the siren order';

export const SIREN_DECIDED = {
  device: 'Siren decided by you',
  station: 'Siren decided by the station itself',
} satisfies Record<CommittedBy, string>;

/** One entry of the timeline, without its mark. */
export const ENTRY = {
  siren_sounds: (places: string) => `The siren sounds on ${places}`,
  silencing: () => 'Silence asked; the base station has not confirmed yet',
  siren_silent: () => 'The siren is silent',
  siren_ended: () => 'The siren’s set time is over',
  siren_not_started: (base: string) => `The siren did not start on ${base}`,
  announced: () => 'The base station said aloud that help was requested',
} satisfies Record<SirenEvent, (where: string) => string>;

export const SILENCE = { text: 'Silence siren', stopping: 'Silencing… not confirmed yet' };

export const HELD = {
  elsewhere: 'The station already holds this. The siren sounds even if this phone stops working.',
  here: 'The station on this computer already holds this. The siren sounds even if this window closes.',
};

export const REFUSED = {
  acts: 'The station acts by itself',
  holds: 'It already holds the siren order, and takes no further word from this device.',
  notSent: 'Not sent',
  silent: 'The station refused the siren order. The siren stays silent.',
};

export const UNSETTLED = {
  starting: 'Starting the siren…',
  cancelling: 'Cancelling…',
  cancelUnreached: 'Could not reach the station to cancel. If it got the order, the siren sounds.',
  asking: 'Checking with the station what became of the siren…',
  waiting: 'The siren order did not reach the station.',
  goes: (seconds: number) => `It goes by itself in ${seconds} s.`,
  sending: 'Sending…',
  tooOld: 'A siren order from earlier never reached the station.',
  soundAgain: 'It will not be sent by itself. Sound the siren again if you still need it.',
  acts: 'The station holds the order and acts by itself.',
  noAnswer: 'The station has not answered yet.',
  trying: (trouble: string) => `${trouble} We keep trying. If you are in danger, call 911.`,
};

export const STAYS_SILENT = 'Cancelled. The siren stays silent.';

export const NOT_STARTED = 'Siren not started';

export const KEYPAD = 'its keypad';

export const ONLY = {
  nobody: 'Nobody was called.',
  siren: 'This silences the siren only.',
  callsAndResponders: 'This silences the siren only. Calls and responders go on.',
  calls: 'This silences the siren only. Calls go on.',
};
