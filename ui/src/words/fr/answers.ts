// Knows how the answers of a set-up read, in Canadian French.
import type * as en from '../en/answers';
import type { Words } from '../language';

export const ENROLLED: Words<typeof en.ENROLLED> = {
  professional: 'Surveillance professionnelle.',
  self_monitored: 'Autosurveillance.',
  not_enrolled: 'L’alarme n’est pas inscrite.',
};

export const SAID: Words<typeof en.SAID> = {
  business: 'Un commerce.',
  newPassword: 'Un nouveau est choisi.',
  password: 'Choisi.',
  samePassword: 'Reste tel quel.',
  noPassword: 'Pas encore choisi.',
  permit: (permit) => `Permis d’alarme ${permit}.`,
  camerasOn: 'SOS pour caméras est activé.',
  camerasOff: 'SOS pour caméras est désactivé.',
  asked: 'Le mot de passe verbal est demandé.',
  notAsked: 'Le mot de passe verbal n’est pas demandé.',
};
