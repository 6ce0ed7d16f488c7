// Knows what is said about practice, drills and the one setting, in Canadian French.
import type * as en from '../en/practice';
import type { Words } from '../language';

export const PRACTICE: Words<typeof en.PRACTICE> = {
  title: 'Entraînement et exercices',
  off: 'L’entraînement est désactivé.',
  on: (left) => `L’entraînement est activé pendant encore ${left}.`,
  what: 'À l’entraînement, les sirènes sont réelles, un message vocal remplace les appels et personne n’est envoyé.',
  choose: 'Pour combien de temps',
  start: 'Commencer l’entraînement',
  confirm: 'Commencer l’entraînement maintenant',
  does: 'Chaque écran de ce domicile le dit, et il se termine de lui-même.',
  end: 'Terminer l’entraînement',
  endConfirm: 'Terminer l’entraînement maintenant',
  endDoes: 'Dès lors, les plans d’intervention sont de nouveau suivis au complet.',
  drillWhat: 'Un exercice est un SOS complet avec appels et sirène, sans les secours.',
  drill: 'Commencer un exercice',
};

export const DRILL_SHEET: Words<typeof en.DRILL_SHEET> = {
  title: 'Exercice : quel SOS?',
  lead: 'Ceci est un exercice.',
  what: (siren) =>
    siren
      ? 'Les téléphones de vos contacts sonnent, et la sirène retentit un instant. On ne demande à personne de venir.'
      : 'Les téléphones de vos contacts sonnent. On ne demande à personne de venir.',
  slide: 'Glissez jusqu’au bout, comme dans un vrai SOS.',
};

export const BURGLAR: Words<typeof en.BURGLAR> = {
  title: 'Alarme antivol',
  question: 'Quand personne ne répond',
  change: 'Modifier ce réglage',
  confirm: 'Garder ce réglage',
  does: 'Il vaut à partir de la prochaine alarme.',
  wrong: 'Avec l’un ou l’autre réglage, un mauvais mot de passe envoie la police.',
};

export const BURGLAR_SETTING: Words<typeof en.BURGLAR_SETTING> = {
  if_no_one_cancels: { text: 'Si personne n’annule', detail: 'Personne ne répond : la police est demandée.' },
  only_if_i_say: { text: 'Seulement si je le dis', detail: 'Personne ne répond : personne n’est envoyé, et l’appli offre d’envoyer la police pendant deux heures.' },
};
