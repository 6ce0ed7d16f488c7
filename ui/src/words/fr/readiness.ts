// Knows what is said about readiness and test calls, in Canadian French.
import type * as en from '../en/readiness';
import { a } from '../grammar/french';
import type { Words } from '../language';

export const READINESS: Words<typeof en.READINESS> = {
  title: 'Préparation',
  open: 'Voir ce qui manque',
  openReady: 'Voir ce qui est prouvé',
  test: 'Testez les téléphones de vos contacts',
  findings: 'À examiner',
  nothing: 'Rien ne manque.',
  proved: 'Ce qui est prouvé',
  nothingProved: 'Rien n’est encore prouvé.',
  contacts: 'Contacts',
  how: 'La station appelle cette personne et dit que c’est un test. Quiconque compose les deux chiffres qu’elle dit peut être joint.',
  dnd: 'Ne pas déranger est activé',
  dndHow: 'Activez-le sur le téléphone de ce contact, puis dites-le ici. Seulement alors, le test prouve que l’appel de la station sonne quand même.',
  hangUp: 'Raccrocher',
  twoWords: 'Les deux mots de la station',
};

export const LEVEL_WORD: Words<typeof en.LEVEL_WORD> = { green: 'Prêt', amber: 'Prêt, tout n’est pas prouvé', red: 'Pas prêt' };

export const COUNT: Words<typeof en.COUNT> = {
  proved: 'Tout est prouvé.',
  unknown: 'On ne sait encore rien.',
  findings: (count) => (count === 1 ? '1 chose à examiner.' : `${count} choses à examiner.`),
};

export const NOT_REACHED: Words<typeof en.NOT_REACHED> = {
  rang_out: 'ça a sonné sans réponse',
  hung_up: 'refusé ou raccroché',
  busy: 'la ligne était occupée',
  voicemail: 'la boîte vocale a pris l’appel',
  no_key_pressed: 'personne n’a composé les deux chiffres',
  line_failed: 'la ligne a fait défaut',
  in_another_call: 'la station était déjà en ligne avec ce contact',
};

export const CUT_OFF: Words<typeof en.CUT_OFF> = {
  hung_up_here: 'arrêté par le ménage',
  alarm_first: 'arrêté parce qu’une alarme avait besoin de la ligne',
  home_changed: 'arrêté parce que le domicile a été modifié',
};

export const PASSWORD: Words<typeof en.PASSWORD> = {
  known: 'Connaît le mot de passe verbal.',
  not_known: 'A entré un mauvais mot de passe verbal.',
  not_tried: 'N’a pas entré le mot de passe verbal.',
};

export const NOT_CALLED = 'A demandé de ne pas être appelé';
export const BACK = 'Pour appeler de nouveau, retirez l’entrée de la liste et ajoutez-la encore.';

export const KNOWN: Words<typeof en.KNOWN> = {
  optedOut: 'A demandé de ne pas être appelé. Reste sur la liste, et aucune alarme n’appelle ce contact.',
  never: 'Jamais testé.',
  answered: (took, on, until) => `A répondu à un appel de test en ${took} le ${on}, Ne pas déranger désactivé. Valide jusqu’au ${until}.`,
  answeredDnd: (took, on, until) => `A répondu à un appel de test en ${took} le ${on}, Ne pas déranger activé. Valide jusqu’au ${until}.`,
  expired: 'Le test est échu. Lancez-en un autre.',
  missed: (on, why) => `N’a pas répondu le ${on} : ${why}.`,
  cutOff: (on, why) => `Le test du ${on} a été ${why}.`,
};

export const CALLING: Words<typeof en.CALLING> = {
  dialing: (name) => `Connexion avec ${name}…`,
  ringing: (phone) => `Ça sonne sur ${phone}.`,
  proving: 'Décroché. La station dit deux chiffres.',
  digits: (digits) => `Décroché. Les chiffres à composer : ${digits}.`,
  password: (name) => `On a joint ${name}. La station demande le mot de passe verbal.`,
  goodbye: 'C’est fait. La station dit au revoir.',
};

export const ringName = (name: string) => `Lancer un appel de test ${a(name)}`;
export const hangUpName = (name: string) => `Raccrocher l’appel de test ${a(name)}`;

export const HEARS: Words<typeof en.HEARS> = {
  title: 'Ce que vos contacts entendront',
  what: 'Mot pour mot ce que dit la station quand elle appelle, pour que personne ne croie à un piège. La station parle en anglais.',
  open: 'Montrer ce qu’ils entendront',
  about: 'À quel sujet',
  decides: 'La personne qui répond entend ceci, prouve avec deux touches qu’elle est là, puis peut demander de l’aide ou annuler :',
  tells: 'La personne qui répond entend ceci :',
  voicemail: 'Dans la boîte vocale :',
  read: 'Le lire à voix haute',
};
