// Knows what is said about the home's people and devices, in English.
import type { DeviceRole } from '../../backend/wire';

export const HOUSEHOLD = {
  above: 'Your home',
  title: 'People and devices',
  lead: 'Every phone and computer that belongs to this home. Each can ask for help. Who is an owner can also change the home.',
  open: 'See who belongs here',
  card: 'Let others in, and remove a phone that was lost.',
  devices: 'Devices of this home',
  reading: 'Asking the station…',
  this: 'This device',
  connected: 'Connected',
  notConnected: 'Not connected now',
  remove: 'Remove',
  removeDoes: 'It can send no SOS from here any more. What it has sent already goes on.',
  removeConfirm: 'Remove this device',
  removed: (name: string) => `${name} was removed.`,
  member: 'This is a member’s device. An owner’s device lets others in or removes them.',
  owners: 'An owner’s device can change this. This one is a member’s.',
};

export const ROLE = { owner: 'Owner', member: 'Member' } satisfies Record<DeviceRole, string>;

export const INVITE = {
  title: 'Let a device in',
  as: 'As',
  options: [
    { value: 'member', text: 'Member' },
    { value: 'owner', text: 'Owner' },
  ] satisfies { value: DeviceRole; text: string }[],
  does: {
    member: 'A member can ask for help and see everything. Changing the home stays with the owners.',
    owner: 'An owner can also change the home, its contacts and its secrets, and remove devices.',
  } satisfies Record<DeviceRole, string>,
  make: 'Make a pairing code',
  confirm: 'Make the code',
  how: 'On the other device: open Mayday, choose “Join a home”, and type or paste this.',
  code: 'Pairing code',
  address: 'Address of the station',
  link: 'Everything as one line',
  copy: 'Copy the line',
  copyMessage: 'Copy a message to send',
  message: (link: string, code: string, address: string) =>
    `Join my home in Mayday: open the app, choose “Join a home”, and paste this line:\n\n${link}\n\nOr type the code ${code} and the address ${address}. It lets one device in. Pass it on to nobody else.`,
  copied: 'Copied.',
  copyFailed: 'It could not be copied. Select the line and copy it by hand.',
  qr: 'QR code of the same line',
  once: 'It lets one device in.',
  here: 'The other device has to be in the same network as this computer, or reach it in another way.',
};

export const RECOVERY = {
  title: 'Recovery code',
  what: 'It makes a device an owner’s when every other one was lost. Write it down and keep it away from this home’s devices.',
  has: 'A recovery code was made. It cannot be shown again.',
  none: 'No recovery code was made yet.',
  make: 'Make a recovery code',
  again: 'Make a new one',
  does: 'The one before stops working.',
  confirm: 'Make the code',
  once: 'It is shown now and never again. It works once.',
};

export const JOIN = {
  action: 'Join a home',
  how: 'With a pairing code from a device that belongs to it.',
  title: 'Join a home',
  lead: 'On a device of the home: “People and devices”, then “Make a pairing code”.',
  typed: 'Pairing code, or the whole line',
  typedHint: 'Twelve letters and digits, or the line that begins with mayday:pair',
  address: 'Address of the station',
  addressHint: 'It stands beside the code, like 192.168.1.20:47100. The whole line has it already.',
  join: 'Join',
  joining: 'Looking for the station…',
  missing: 'Type the pairing code.',
  addressMissing: 'Type the address that stands beside the code.',
  back: 'Back',
};

export const removeName = (name: string) => `Remove ${name}`;

/** Said of the station where it is not on this computer. */
export const STATION_ELSEWHERE = 'It runs on another machine, and acts even if this one stops working.';

export const REMOVED_ELSEWHERE = {
  title: 'The station does not take this device any more',
  detail: 'It was removed from the home, or its key was lost here. In an emergency, call 911.',
  again: 'Join the home again',
};

export const HOLDS = {
  over: 'This code is over. Make a new one.',
  minute: 'Holds for about one more minute.',
  minutes: (count: number) => `Holds for ${count} more minutes.`,
};

export const ADDED = (day: string) => `added on ${day}`;

export const LEAVE = {
  title: 'Leave this home',
  text: 'Leave this home',
  confirm: 'Leave it now',
  keep: 'Stay in this home',
  does: 'This device forgets the home and can send no SOS for it any more. If its station does not answer, ask an owner to remove this device as well.',
};
