// Knows what is said about passwords and codes, in Canadian French.
import type * as en from '../en/secrets';
import type { Words } from '../language';

export const SECRET_FIELD: Words<typeof en.SECRET_FIELD> = {
  show: 'Afficher',
  hide: 'Masquer',
  showName: (shown, label) => `${shown ? 'Masquer' : 'Afficher'} : ${label.toLowerCase()}`,
  keys: 'Sur un clavier de téléphone :',
  keysHidden: 'masqué',
  keysNone: 'Les touches à composer sur un téléphone apparaissent ici.',
};

export const SECRETS: Words<typeof en.SECRETS> = {
  title: 'Mots de passe et codes',
  above: 'Comment ce domicile sait qui peut annuler',
  lead: 'Ils sont gardés de façon à être comparés et jamais lus : personne ne peut les consulter, ni ici ni à la station.',
  card: 'Ce que vos contacts disent pour annuler, ce que vous entrez pour désarmer, et la façon silencieuse de demander la police.',
  cardMissing: 'Aucun code d’accès n’est encore choisi. Il en faut un pour désarmer, pour l’entraînement et pour les réglages de ce domicile.',
  open: 'Voir les mots de passe et codes',
  duressTitle: 'Si quelqu’un vous force',
  duress: [
    'Donnez celui de contrainte. Tout a l’air d’une annulation ou d’un désarmement normal.',
    'La police est demandée tout de suite, en silence, et on lui dit de ne pas appeler ici.',
    'C’est pour une vraie urgence seulement, et cela ne peut pas être annulé.',
    'Pendant l’entraînement de ce domicile, c’est un agent qui est joint au lieu de la police.',
  ],
  set: 'Choisi',
  notSet: 'Non choisi',
  change: 'Choisir de nouveau',
  choose: 'Choisir',
  both: 'Les deux se choisissent ensemble : ce qui est gardé ne peut pas être lu, donc un ancien ne peut pas être comparé à un nouveau.',
  save: 'Garder ceux-ci',
  saved: 'Gardé. Vos contacts doivent connaître le mot de passe verbal : dites-le-leur aujourd’hui.',
  savedCodes: 'Gardé. Dites les codes aux gens qui vivent ici.',
  test: 'En essayer un',
  testWhat: 'Un essai n’entraîne rien : personne n’est appelé ni avisé.',
  which: 'Lequel est-ce?',
  typed: 'Entrez-le',
  tryNow: 'L’essayer',
  right: (name) => `Exact : c’est le ${name.toLowerCase()}.`,
  wrong: (name) => `Non : ce n’est pas le ${name.toLowerCase()}.`,
  gate: 'Code d’accès actuel',
  gateHint: 'Rien ici n’est modifié ni essayé sans lui.',
  optional: 'Vous pouvez le laisser vide. Alors il n’y en a pas.',
  demo: (one, twin) => `Dans la démo : ${one} et ${twin}. Ils ne protègent rien et restent tels quels.`,
};

export const PAIRS: Words<typeof en.PAIRS> = {
  passwords: {
    title: 'Mots de passe verbaux',
    what: 'Pour annuler, un contact l’entre sur le téléphone qui a été appelé. Il n’est jamais nécessaire pour demander de l’aide.',
    plain: {
      secret: 'password',
      field: 'password',
      name: 'Mot de passe verbal',
      hint: 'Un mot dont vos proches se souviennent et qu’ils peuvent dire, d’au moins six lettres ou chiffres. Majuscules et minuscules reviennent au même.',
    },
    duress: {
      secret: 'duress_password',
      field: 'duress_password',
      name: 'Mot de passe de contrainte',
      hint: 'Au moins deux touches doivent différer du mot de passe verbal.',
    },
  },
  codes: {
    title: 'Codes',
    what: 'On l’entre au clavier et dans cette appli : pour désarmer, pour l’entraînement et pour modifier ce domicile.',
    plain: { secret: 'code', field: 'code', name: 'Code d’accès', hint: 'Au moins six chiffres.' },
    duress: {
      secret: 'duress_code',
      field: 'duress_code',
      name: 'Code de contrainte',
      hint: 'Au moins deux chiffres doivent différer du code d’accès.',
    },
  },
};

export const GUESS: Words<typeof en.GUESS> = {
  billion: 'plus d’un milliard',
  right: (among) => `Un essai sur ${among} est bon. Après dix mauvais en une journée, aucun n’est accepté.`,
};

export const CANCEL_CODE: Words<typeof en.CANCEL_CODE> = {
  title: 'Annuler un SOS avec le code',
  on: { known: 'L’annulation demande le code', change: 'Permettre d’annuler sans le code' },
  off: { known: 'L’annulation ne demande aucun code', change: 'Exiger le code pour annuler' },
  what: 'Il s’agit des cinq secondes après un glissement : sans le code à temps, l’aide est demandée. Ainsi, personne d’autre ne peut retirer votre SOS.',
  duress: 'Le code de contrainte montre « Annulé » et demande la police en silence.',
  does: 'Vaut à partir du prochain glissement. Cinq secondes, c’est court pour un code : essayez d’abord lors d’un exercice.',
};
