// Knows what the phone board says, and the words that the station speaks in a call.
import type { BoardCallView, BoardMessageView, SirenPlaces } from '../backend/wire';
import { keypadDigits, spaced } from './keypad';
import { kindAsked } from './kinds';

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
  used: 'This link has been used. Open the board from Mayday again.',
};

/** Over a message on a voicemail: said of a message only once it is there. */
export const messageOn = (name: string, { left }: BoardMessageView) =>
  left ? `On ${name}’s voicemail` : `Being left on ${name}’s voicemail…`;

/** What the station says once somebody picked up; `null` before. */
export function caption(call: BoardCallView, street: string): string | null {
  switch (call.state) {
    case 'dialing':
    case 'ringing':
      return null;
    case 'prove_human':
      return call.role === 'deciding'
        ? `This is the Mayday station with an SOS for ${street}. If you are a person, press ${spaced(call.digits)}.`
        : `The station is asking ${kindAsked(call.kind)} to come to ${street}. Press ${spaced(call.digits)} so that we know you heard this.`;
    case 'asking_password':
      return `Press 1 to send ${kindAsked(call.kind)} now. To talk about the alarm, enter your verbal password on the keypad, then #. Star starts over.`;
    case 'deciding':
      return `Press 1 to send ${kindAsked(call.kind)}. Press 2 to cancel.`;
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
export const keypadOf = (name: string) => `${name}’s keypad`;
export const named = (verb: string, name: string) => `${verb} ${name}`;
