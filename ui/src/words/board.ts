// Knows what the phone board says, and the words that the station speaks in a call.
import type { BoardCallView, BoardMessageView, Service, SirenPlaces, Trigger } from '../backend/wire';
import { keypadDigits, spaced } from './keypad';
import { SERVICE_SUBJECT } from './kinds';

export const BOARD = {
  title: 'Demo phone board',
  lead: 'These cards stand in for real phones. Nobody real is called.',
  mark: 'Demo.',
  silent: 'Silent',
  dialing: 'Connecting…',
  ringing: 'Ringing',
  talking: 'On the call',
  station: 'Mayday station',
  answer: 'Answer',
  ignore: 'Ignore',
  voicemail: 'Voicemail',
  busy: 'Busy',
  fail: 'Line fails',
  letRing: 'or let it ring',
  hangUp: 'Hang up',
  afterVoice: 'Press after the voice: keys in the first two seconds do not count.',
  pressed: 'Pressed',
  says: 'The station says',
  connecting: 'Connecting to the station…',
  reconnecting: 'The station does not answer. Trying again…',
  baseStation: 'Base station',
  silence: 'Silence at the keypad',
  said: 'It said aloud',
  removed: 'The device that opened this board was removed from the home. Open the board from another one.',
  words: 'Its two words',
  callStation: 'Call the station',
  triggers: 'Set something off',
  delay: 'Entry delay of door, motion and glass sensors',
  keypad: 'Keypad',
  code: 'Code',
  disarm: 'Disarm',
  disarmed: 'The code was taken.',
  raised: 'Sent to the station.',
  agent: 'The station’s agent',
  agentHow: 'Nobody real sits here. Sign in to play the agent whom a practice call can ask for.',
  signIn: 'Sign in as agent',
  signOut: 'Sign out',
  signedIn: 'Signed in',
  noQueue: 'Nobody is waiting.',
  send: 'Send help',
  nothing: 'Nothing to send',
  used: 'This link has been used. Open the board from Mayday again.',
};

/** Over a message on a voicemail: said of a message only once it is there. */
export const messageOn = (name: string, { left }: BoardMessageView) =>
  left ? `On ${name}’s voicemail` : `Being left on ${name}’s voicemail…`;

/** Who presses which sensor, button or code, in groups. The duress password belongs to a call. */
export type Pressed = Exclude<Trigger, 'duress_password'>;
export const TRIGGER_GROUPS = [
  { title: 'Burglar', delayed: true, triggers: ['contact_sensor', 'motion_detector', 'glass_break'] },
  { title: 'Smoke and carbon monoxide', delayed: false, triggers: ['smoke_alarm', 'smoke_listener', 'co_alarm', 'co_listener'] },
  { title: 'Buttons', delayed: false, triggers: ['panic_button', 'keypad_panic', 'keypad_police', 'keypad_fire', 'keypad_medical', 'duress_code'] },
  { title: 'Water and frost', delayed: false, triggers: ['flood_sensor', 'freeze_sensor'] },
] as const satisfies readonly { title: string; delayed: boolean; triggers: readonly Pressed[] }[];

export const TRIGGER_NAME = {
  contact_sensor: 'Door opens',
  motion_detector: 'Motion',
  glass_break: 'Glass breaks',
  smoke_alarm: 'Smoke alarm',
  smoke_listener: 'Smoke listener',
  co_alarm: 'CO alarm',
  co_listener: 'CO listener',
  panic_button: 'Panic button',
  keypad_panic: 'Keypad ✕ and ✓',
  keypad_police: 'Keypad police',
  keypad_fire: 'Keypad fire',
  keypad_medical: 'Keypad medical',
  duress_code: 'Duress code',
  flood_sensor: 'Flood sensor',
  freeze_sensor: 'Freeze sensor',
} satisfies Record<Pressed, string>;

export const DELAYS = [
  { value: '0', text: 'None' },
  { value: '30000', text: '30 s' },
] as const;
export type Delay = (typeof DELAYS)[number]['value'];

/** The demo's codes and how each is told apart: here alone, where nobody is deceived. */
export const codesHint = (code: string, duress: string) => `Code: ${code}. Duress code: ${duress}.`;
export const duressHint = (password: string) => `The duress password: ${password} (${spaced(keypadDigits(password))})`;

export const SENDS = ['police', 'fire', 'medical'] as const satisfies readonly Service[];
export const sendsName = (service: Service) => `Send ${SERVICE_SUBJECT[service].toLowerCase()}`;
export const waits = (contact: string | null, street: string) => (contact ? `${contact} asks for you, ${street}` : `The plan asks for you, ${street}`);

/** Which key asks for what, once somebody picked up; `null` before. */
export function caption(call: BoardCallView): string | null {
  switch (call.state) {
    case 'dialing':
    case 'ringing':
      return null;
    case 'prove_human':
      return call.role === 'telling'
        ? `Press ${spaced(call.digits)} so that we know you heard this.`
        : `If you are a person, press ${spaced(call.digits)}.`;
    case 'asking_password':
      return 'Press 1 to send help now. To talk about the alarm, enter your verbal password on the keypad, then #. Star starts over.';
    case 'deciding':
      return call.can_cancel ? 'Press 1 to send help. Press 2 to cancel.' : 'Press 1 to send help. It can no longer be cancelled in this call.';
    case 'offering':
      return 'Press 0 to speak to an agent.';
  }
}

export const DOT = '●';
export const keysEntered = (keys: number) => (keys === 1 ? '1 key entered' : `${keys} keys entered`);

export const passwordHint = (password: string) =>
  `The demo’s people know the password: ${password} (${spaced(keypadDigits(password))})`;

/** "9:58". */
export const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** How the siren stands. The seconds are those that are left. */
export const sounds = (places: SirenPlaces, seconds: number) =>
  `Siren sounds — ${minutes(seconds)} left — ${soundingOn(places)}`;

export const sirenStarted = (places: SirenPlaces) => `The siren sounds: ${soundingOn(places)}.`;

const soundingOn = ({ keypad, cameras }: SirenPlaces) =>
  ['base station', ...(keypad ? ['keypad'] : []), ...(cameras ? ['camera'] : [])].join(', ');

export const ringsAt = (name: string) => `${name}’s phone is ringing.`;
export const callOn = (name: string) => `Call on ${name}’s phone`;
export const testCallOn = (name: string) => `Test call on ${name}’s phone`;
export const keypadOf = (name: string) => `${name}’s keypad`;
export const named = (verb: string, name: string) => `${verb} ${name}`;
