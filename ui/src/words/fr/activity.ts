// Knows what is said of what the home's devices did, in Canadian French.
import type * as en from '../en/activity';
import { de } from '../grammar/french';
import type { Words } from '../language';

export const ACTIVITY: Words<typeof en.ACTIVITY> = {
  title: 'Qui a fait quoi',
  nothing: 'Rien n’a encore été fait.',
  more: 'Tout afficher',
  you: 'cet appareil',
  forgotten: 'Un appareil oublié',
};

export const SECRETS: Words<typeof en.SECRETS> = { passwords: 'A choisi des mots de passe', codes: 'A choisi des codes' };

export const BURGLAR: Words<typeof en.BURGLAR> = {
  if_no_one_cancels: 'A choisi pour les alarmes antivol : la police sauf si quelqu’un annule',
  only_if_i_say: 'A choisi pour les alarmes antivol : la police seulement si quelqu’un la demande',
};

export const CAME_IN: Words<typeof en.CAME_IN> = { owner: 'Entré comme propriétaire', member: 'Entré comme membre' };

export const SIMPLY: Words<typeof en.SIMPLY> = {
  cancelled_slide: 'A annulé un glissement dans les cinq secondes',
  cancelled_in_app: 'A annulé dans l’appli',
  sent_help: 'A demandé de l’aide tout de suite',
  silenced: 'A coupé la sirène',
  said_over: 'A dit que c’est terminé',
  disarmed: 'A désarmé l’alarme',
  changed_home: 'A modifié le domicile',
  left_home: 'A quitté le domicile',
  made_recovery: 'A créé un code de récupération',
};

export const DID: Words<typeof en.DID> = {
  drill: (kind) => `A commencé un exercice : ${kind}`,
  slid: (kind) => `A glissé ${kind}`,
  cancelCode: 'A exigé le code pour annuler',
  cancelFree: 'A permis d’annuler sans le code',
  beganPractice: 'A commencé l’entraînement',
  endedPractice: 'A terminé l’entraînement',
  testedPhone: (whom) => `A testé le téléphone ${de(whom)}`,
  testedOne: 'A testé le téléphone d’un contact',
  removed: (whom) => `A retiré ${whom}`,
  removedOne: 'A retiré un appareil',
};
