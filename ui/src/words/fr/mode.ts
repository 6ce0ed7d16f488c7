// Knows how a home that can send nobody is marked, in Canadian French.
import type * as en from '../en/mode';
import { de } from '../grammar/french';
import type { Words } from '../language';

const EMERGENCY = 'En cas d’urgence, appelez le 911.';

export const BANNER: Words<typeof en.BANNER> = { demo: { mark: 'Démo.', rest: 'Cette station ne peut envoyer personne.' } };
export const TAG: Words<typeof en.TAG> = { demo: 'Démo' };
export const SHEET_WARNING: Words<typeof en.SHEET_WARNING> = { demo: `Cette station ne peut envoyer personne. ${EMERGENCY}` };
export const COURSE_MARK: Words<typeof en.COURSE_MARK> = { full: null, practice: 'Entraînement', drill: 'Exercice', unmonitored: null };

export const LEFT: Words<typeof en.LEFT> = {
  days: (count) => `${count} jours`,
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
};

export const MARKED: Words<typeof en.MARKED> = {
  drill: (mark) => `Exercice. ${mark}`,
  practice: (mark) => `Entraînement. ${mark}`,
  nobodyIs: `Personne n’est envoyé. ${EMERGENCY}`,
  nobodyFor: (left) => `Personne n’est envoyé pendant encore ${left}. ${EMERGENCY}`,
  nobodyWas: `Personne n’a été envoyé. ${EMERGENCY}`,
};

export const SENDS_NOBODY: Words<typeof en.SENDS_NOBODY> = {
  full: null,
  unmonitored: null,
  practice: `Entraînement : personne ne sera envoyé. ${EMERGENCY}`,
  drill: `Exercice : personne ne sera envoyé. ${EMERGENCY}`,
};

export const BASE_STATION: Words<typeof en.BASE_STATION> = { demo: 'la station de base virtuelle' };
export const LINKED_CAMERAS: Words<typeof en.LINKED_CAMERAS> = { demo: 'la caméra liée' };
export const PHONE: Words<typeof en.PHONE> = { demo: (name) => `la fiche ${de(name)} sur le tableau de téléphones` };
export const PHONE_SHORT: Words<typeof en.PHONE_SHORT> = { demo: (name) => `la fiche ${de(name)}` };
