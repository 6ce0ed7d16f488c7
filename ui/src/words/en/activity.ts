// Knows what is said of what the home's devices did, in English.
import type { Activity, BurglarSetting, DeviceRole, SecretPair } from '../../backend/wire';
import { ROLE } from './household';

export const ACTIVITY = {
  title: 'Who did what',
  nothing: 'Nothing was done yet.',
  more: 'Show all',
  you: 'this device',
  forgotten: 'A device that is forgotten',
};

export const SECRETS = { passwords: 'Chose passwords', codes: 'Chose codes' } satisfies Record<SecretPair, string>;

export const BURGLAR = {
  if_no_one_cancels: 'Chose for burglar alarms: police unless somebody cancels',
  only_if_i_say: 'Chose for burglar alarms: police only if somebody asks',
} satisfies Record<BurglarSetting, string>;

export const CAME_IN = { owner: `Came in as ${ROLE.owner.toLowerCase()}`, member: `Came in as ${ROLE.member.toLowerCase()}` } satisfies Record<DeviceRole, string>;

/** What needs no further word. */
export const SIMPLY = {
  cancelled_slide: 'Cancelled a slide within the five seconds',
  cancelled_in_app: 'Cancelled in the app',
  sent_help: 'Asked for help at once',
  silenced: 'Silenced the siren',
  said_over: 'Said that it is over',
  disarmed: 'Disarmed the alarm',
  changed_home: 'Changed the home',
  left_home: 'Left the home',
  made_recovery: 'Made a recovery code',
} satisfies Partial<Record<Activity['did'], string>>;

export const DID = {
  drill: (kind: string) => `Started a drill: ${kind}`,
  slid: (kind: string) => `Slid ${kind}`,
  cancelCode: 'Made Cancel take the code',
  cancelFree: 'Let Cancel go without the code',
  beganPractice: 'Began practice',
  endedPractice: 'Ended practice',
  testedPhone: (whom: string) => `Tested the phone of ${whom}`,
  testedOne: 'Tested a contact’s phone',
  removed: (whom: string) => `Removed ${whom}`,
  removedOne: 'Removed a device',
};
