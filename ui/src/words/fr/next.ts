// Knows what happens next in an incident, in Canadian French.
import type * as en from '../en/next';
import type { Words } from '../language';

export const AFTER: Words<typeof en.AFTER> = {
  others_and_first_if_unreached: 'Les autres contacts sont avisés, et de nouveau le premier s’il n’a pas répondu.',
  the_rest: 'Les autres contacts sont avisés.',
  all: 'Tous les contacts sont appelés et avisés.',
  nobody: null,
};

export const BY_CONTACT: Words<typeof en.BY_CONTACT> = {
  in_that_call: 'Seule une réponse à cet appel peut annuler.',
  until_dispatch: 'Un contact peut annuler pendant un appel, avec le mot de passe verbal, jusqu’à ce qu’on demande les secours.',
};

export const BEFORE: Words<typeof en.BEFORE> = {
  no_effect: 'Annuler dans l’appli n’arrête plus les secours.',
  as_disarm: 'D’ici là, vous pouvez annuler ici avec le code. Après, c’est transmis, sans garantie.',
  passed_on: 'Annuler ici, ou désarmer, est transmis. Rien ne garantit que cela arrête les appels ou les secours.',
  stops_siren: null,
};

export const AFTER_START: Words<typeof en.AFTER_START> = {
  no_effect: 'Annuler dans l’appli n’arrête pas les secours.',
  as_disarm: 'Annuler ou désarmer est maintenant transmis aux secours, sans garantie.',
  passed_on: 'Annuler ou désarmer est transmis aux secours, sans garantie.',
  stops_siren: null,
};

export const NEXT: Words<typeof en.NEXT> = {
  title: 'La suite',
  words: (words) => `La station dira : ${words.join(' ')}`,
  wordsHow: 'Par ces deux mots, elle prouve dans ses appels qu’elle est la station.',
};

export const WOULD: Words<typeof en.WOULD> = {
  full: (requested) => requested,
  unmonitored: (requested) => requested,
  practice: (requested) => requested,
  drill: (requested) => `${requested}, si ce n’était pas un exercice`,
};

export const SAYS: Words<typeof en.SAYS> = {
  nobodySent: 'personne n’est envoyé, et vous pouvez encore envoyer la police d’ici',
  notAnswered: (end) => `Sans réponse : ${end}.`,
  nobodyReached: (end) => `Sans réponse : le contact suivant est appelé. Si personne n’est joint : ${end}.`,
  noDecision: (end) => `Sans décision : ${end}.`,
  noDecisionNext: 'Sans décision : le contact suivant est appelé.',
  wrongPassword: (requested) => `Avec un mauvais mot de passe aussi : ${requested} tout de suite.`,
  toldAll: 'Les autres contacts sont avisés. On ne demande à personne de venir.',
  unlessDisarmed: 'Si on ne désarme pas à temps, c’est une alarme antivol.',
  asksUntil: 'La station demande jusqu’à ce que le destinataire ait accepté.',
  nextCalled: 'Si personne ne répond, le contact suivant est appelé.',
  practice: (says) => `Personne n’est envoyé. ${says}`,
  neverCancelled: 'Ceci ne peut pas être annulé, même si c’est une fausse alarme.',
};

export const SEND: Words<typeof en.SEND> = { text: (asked) => `Envoyer ${asked}`, now: (asked) => `Envoyer ${asked} maintenant` };
