// Knows how the answers of a set-up read, in English.
import type { HomeSetup } from '../../backend/wire';

export const ENROLLED = {
  professional: 'Professional monitoring.',
  self_monitored: 'Self-monitored.',
  not_enrolled: 'The alarm is not enrolled.',
} satisfies Record<HomeSetup['monitoring'], string>;

export const SAID = {
  business: 'A business.',
  newPassword: 'A new one is chosen.',
  password: 'Chosen.',
  samePassword: 'Stays as it is.',
  noPassword: 'Not chosen yet.',
  permit: (permit: string) => `Alarm permit ${permit}.`,
  camerasOn: 'SOS for cameras is on.',
  camerasOff: 'SOS for cameras is off.',
  asked: 'The verbal password is asked.',
  notAsked: 'The verbal password is not asked.',
};
