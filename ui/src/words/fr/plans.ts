// Knows how a row of the plan table reads, in Canadian French.
import type * as en from '../en/plans';
import type { Words } from '../language';

export const PLANS_PAGE: Words<typeof en.PLANS_PAGE> = {
  title: 'Plans d’intervention',
  above: 'Ce que fait la station, type par type',
  lead: 'La station lit le même tableau. Un incident garde le plan avec lequel il a été ouvert.',
  card: 'Ce qui se passe après un glissement ou une alarme, pour chaque type.',
  open: 'Afficher les plans d’intervention',
  whole: 'Le plan complet',
  locked: 'Verrouillé',
  setting: 'Votre réglage',
  yours: 'Choisi pour ce domicile',
  other: 'L’autre réglage',
};

const SOS = 'Un plan de SOS ne peut pas être modifié : quiconque glisse doit savoir ce qui suit.';

export const LOCKED: Words<typeof en.LOCKED> = {
  sos_police: SOS,
  sos_fire: SOS,
  sos_medical: SOS,
  siren_only: 'Il n’y a rien à modifier : c’est la sirène seule.',
  burglar: null,
  smoke: 'Le plan de fumée ne peut pas être modifié : les minutes comptent.',
  carbon_monoxide: 'Le plan de monoxyde de carbone ne peut pas être modifié : il se peut que personne dans la maison ne le remarque.',
  panic: 'Le plan de panique ne peut pas être modifié : quiconque appuie doit savoir ce qui suit.',
  duress: 'Le plan de contrainte ne peut être ni modifié ni annulé.',
  flood: 'Le plan d’inondation ne peut pas être modifié.',
  freeze: 'Le plan de gel ne peut pas être modifié.',
};

export const OPENS: Words<typeof en.OPENS> = {
  after_five_seconds: 'Cinq secondes après le glissement, sauf annulation',
  after_entry_delay: 'Après le délai d’entrée, sauf désarmement',
  at_once: 'Tout de suite',
};

export const SIREN: Words<typeof en.SIREN> = {
  sounds: 'La station de base, le clavier et les caméras liées retentissent',
  announces: 'Aucune. La station de base dit que de l’aide a été demandée',
  silent: 'Aucune',
};

export const WHOM: Words<typeof en.WHOM> = {
  first: 'Appelle le premier contact',
  all_in_order: 'Appelle tous les contacts dans l’ordre, jusqu’à joindre une personne',
};

export const TELLS: Words<typeof en.TELLS> = {
  first_then_second: 'Un appel automatique au premier contact; sans réponse, au deuxième',
  in_order: 'Un message vocal au premier contact; sans réponse, au suivant',
};

export const NOT_REACHED: Words<typeof en.NOT_REACHED> = {
  dispatch: (requested) => requested,
  nobody_sent: () => 'Personne n’est envoyé; l’appli l’offre, pendant deux heures',
};

export const NO_DECISION: Words<typeof en.NO_DECISION> = {
  as_not_reached: () => 'Comme si personne n’avait répondu',
  next_contact: () => 'Le contact suivant est appelé',
  dispatch: (requested) => requested,
};

export const WRONG_PASSWORD: Words<typeof en.WRONG_PASSWORD> = {
  as_not_reached: () => 'Comme si personne n’avait répondu',
  dispatch: (requested) => `${requested} tout de suite`,
};

export const PASSWORD: Words<typeof en.PASSWORD> = {
  as_enrolled: 'avec le mot de passe verbal, si le domicile le demande',
  always: 'avec le mot de passe verbal',
};

export const BY_CONTACT: Words<typeof en.BY_CONTACT> = {
  in_that_call: 'Quiconque répond à cet appel',
  until_dispatch: 'N’importe quel contact, jusqu’à ce qu’on demande les secours',
};

export const DISARM: Words<typeof en.DISARM> = {
  no_effect: 'Coupe la sirène et n’arrête rien d’autre',
  cancels: 'Annule, jusqu’à ce qu’on demande les secours; ensuite, c’est transmis',
  passed_on: 'Transmis, sans garantie',
};

export const IN_APP: Words<typeof en.IN_APP> = {
  no_effect: 'Sans effet',
  as_disarm: 'La même chose que désarmer',
  passed_on: 'Transmis, sans garantie',
  stops_siren: 'Arrête la sirène',
};

export const AFTER: Words<typeof en.AFTER> = {
  others_and_first_if_unreached: 'Les autres contacts sont avisés, et de nouveau le premier s’il n’a pas répondu',
  the_rest: 'Les autres contacts sont avisés',
  all: 'Tous les contacts sont appelés et avisés',
  nobody: 'Personne n’est appelé',
};

export const AFTER_CANCEL: Words<typeof en.AFTER_CANCEL> = {
  nothing: null,
  still_need_help: 'Pendant dix minutes, l’appareil qui a glissé affiche « J’ai encore besoin d’aide »',
  tell_the_rest: 'Les autres contacts sont avisés que c’était une fausse alarme',
};

export const WHILE_OPEN: Words<typeof en.WHILE_OPEN> = {
  own_incident: null,
  notes_burglar: 'C’est noté, sans sirène ni appels : les secours entrent',
};

export const SEEN: Words<typeof en.SEEN> = { household: null, hidden: 'Personne dans le domicile ne peut le voir, l’entendre ni le compter' };

export const STEP: Words<typeof en.STEP> = {
  heading: (kind, setting) => `${kind} : ${setting}`,
  dispatch: (asked) => `Demande ${asked}, avant tout appel`,
  agent: 'Le met devant un agent',
  siren: 'Rien que la sirène',
  nobody: 'Personne',
};

export const ASKS: Words<typeof en.ASKS> = {
  nobodyReached: 'Si personne n’est joint',
  noDecision: 'Réponse, sans décision',
  wrongPassword: 'Mauvais mot de passe',
  cancel: 'Qui peut annuler',
  afterCancel: 'Après une annulation',
  begins: 'Commence',
  siren: 'Sirène',
  first: 'D’abord',
  disarming: 'Désarmer',
  inApp: 'Annuler dans l’appli',
  afterRequest: 'Après la demande',
  meanwhile: 'Une alarme antivol entre-temps',
  seen: 'Qui le voit',
};
