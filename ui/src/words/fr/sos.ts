// Knows what the sheet, the countdown and the screens after it say, in Canadian French.
import type * as en from '../en/sos';
import { a } from '../grammar/french';
import type { Words } from '../language';

export const SHEET: Words<typeof en.SHEET> = {
  question: 'Qui doit venir?',
  to: 'Les secours vont à',
  only: 'N’utilisez SOS qu’en cas d’urgence.',
  slide: 'Glissez jusqu’au bout; vous avez ensuite cinq secondes pour annuler.',
  hold: 'Ou maintenez appuyé une seconde et demie : un doigt, Espace ou Entrée.',
  describedBy: 'Glissez jusqu’au bout, ou maintenez Espace ou Entrée une seconde et demie.',
  unreachable: 'La station ne répond pas en ce moment. Vous pouvez glisser : Mayday continue d’essayer. Appelez aussi le 911.',
  sending: 'Envoi…',
  notNow: 'Pas maintenant',
};

export const COUNTDOWN: Words<typeof en.COUNTDOWN> = {
  cancel: 'Annuler',
  sending: 'Envoi…',
  journal: 'Cet appareil n’a pas pu écrire son registre; celui de la station fait foi.',
  journalUnheld: 'Cet appareil n’a pas pu écrire son registre. Gardez Mayday ouvert.',
};

export const ACTION: Words<typeof en.ACTION> = { send: 'Envoyer maintenant', withdraw: 'Retirer', dismiss: 'Retour à l’accueil' };

export const NOT_AVAILABLE: Words<typeof en.NOT_AVAILABLE> = {
  device: 'SOS n’est pas disponible sur cet appareil',
  home: 'SOS n’est pas disponible pour ce domicile',
};

export const ALSO_SOUNDS = 'Police et pompiers font aussi retentir la sirène. Médicale est silencieuse.';

export const request: Words<typeof en.request> = {
  now: (asked) => `Demander ${asked} maintenant`,
  soon: (asked) => `On demandera ${asked} dans`,
  soonSpoken: (coming, seconds) => `${coming} ${seconds} secondes.`,
  spoken: (coming, seconds) => `${coming} ${seconds} secondes. Pour annuler, appuyez sur le bouton Annuler ou sur Échap.`,
};

export const FIRST: Words<typeof en.FIRST> = {
  called: (name) => `${name} sera la première personne appelée.`,
  none: 'Aucun contact n’est inscrit : les secours sont demandés tout de suite.',
};

export const HELD: Words<typeof en.HELD> = {
  trying: (trouble) => `${trouble} Nous continuons d’essayer.`,
  sending: 'Envoi à la station…',
  elsewhere: 'La station a déjà votre demande. Elle agira même si ce téléphone cesse de fonctionner.',
  here: 'La station de cet ordinateur a déjà votre demande. Elle agira même si cette fenêtre se ferme.',
};

export const TOO_LATE: Words<typeof en.TOO_LATE> = {
  only: 'L’annulation est arrivée trop tard.',
  answer: (name) => `L’annulation est arrivée trop tard. Seule une réponse à l’appel ${a(name)} peut encore annuler.`,
};

export const REFUSED: Words<typeof en.REFUSED> = {
  acts: 'La station agit d’elle-même',
  holds: (kind) => `Elle a déjà votre demande ${kind} et n’accepte plus rien de cet appareil.`,
  notSent: 'Non envoyée',
  nobody: (kind) => `La station a refusé votre demande ${kind}. On n’a demandé à personne de venir.`,
  lost: 'La station ne peut pas donner suite à votre demande',
  unknown: (kind) => `Elle ne connaît plus ce domicile et ne sait rien de votre demande ${kind}. Appelez le 911.`,
};

export const NEWS: Words<typeof en.NEWS> = {
  help: 'Aide demandée',
  slide: 'La station a reçu votre glissement',
  waiting: 'En attente de nouvelles de la station',
};

export const UNSETTLED: Words<typeof en.UNSETTLED> = {
  committing: 'Envoi de votre demande…',
  cancelling: 'Annulation…',
  asking: 'Vérification auprès de la station de ce qu’est devenue votre demande…',
  waiting: (kind) => `Votre demande ${kind} n’est pas parvenue à la station.`,
  goes: (seconds) => `Elle part d’elle-même dans ${seconds} s.`,
  tooOld: (kind) => `Une demande ${kind} antérieure n’est jamais parvenue à la station.`,
  slideAgain: 'Elle ne partira pas d’elle-même. Glissez de nouveau si vous avez encore besoin d’aide.',
  acts: 'La station a votre demande et agit d’elle-même.',
  noAnswer: 'La station n’a pas encore répondu.',
  trying: (trouble) => `${trouble} Nous continuons d’essayer. Appelez le 911.`,
  cancelUnreached: 'Impossible de joindre la station pour annuler.',
  mayAsk: (why) => `${why} Si elle a reçu votre demande, elle demande aux secours de venir.`,
  mayCall: (why, name) => `${why} Si elle a reçu votre demande, elle appellera ${name}. Répondez à cet appel pour annuler.`,
};

export const CODED: Words<typeof en.CODED> = {
  label: 'Code pour annuler',
  missing: 'Entrez le code, puis Annuler.',
  spoken: 'Pour annuler, entrez le code et appuyez sur Entrée.',
  withdraw: 'Dans ce domicile, il faut le code.',
};

export const CODE_REFUSED: Words<typeof en.CODE_REFUSED> = {
  wrong: 'Ce n’est pas le code de ce domicile.',
  tries: 'Trop de mauvais codes : aucun n’est accepté maintenant. L’aide suit son cours.',
  needed: 'Dans ce domicile, une annulation demande le code.',
};
