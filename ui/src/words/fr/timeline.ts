// Knows how an incident stands, in Canadian French.
import type * as en from '../en/timeline';
import type { Words } from '../language';

export const TIMELINE: Words<typeof en.TIMELINE> = {
  label: 'Ce qui s’est passé',
  notConfirmed: 'Pas encore confirmé. Appelez vous-même le 911.',
  done: 'Fait :',
  running: 'En cours :',
  coming: 'À venir :',
};

export const SAID: Words<typeof en.SAID> = {
  aContact: 'un contact',
  entryDelay: 'Délai d’entrée : alarme si on ne désarme pas',
  nobodyCalled: 'Personne n’a été appelé',
  help: 'Aide demandée',
  alarm: 'Alarme déclenchée',
  calling: 'Appel de vos contacts',
  falseAlarm: 'Fausse alarme. Les autres sont avisés.',
  telling: 'Vos contacts sont en train d’être avisés',
  nobodySent: 'Personne n’a répondu. Personne n’a été envoyé.',
  joined: 'Ajouté à un SOS déjà ouvert',
  closed: 'Fermé',
  holds: 'La station a la demande',
  requesting: (asked) => `On demande ${asked}…`,
  cancelledBy: (name) => `Annulé par ${name}`,
  cancelledByOne: 'Annulé par un contact',
  byStation: 'Fermé par la station',
  byPerson: 'Terminé : une personne l’a dit',
  disarmed: 'Désarmé. On n’a demandé à personne de venir.',
  cancelledInApp: 'Annulé dans l’appli. On n’a demandé à personne de venir.',
  agent: 'Devant un agent',
  drillOver: 'Terminé. Personne n’a été envoyé.',
  told: (name) => `On a avisé ${name}`,
  messageLeft: 'Personne n’a répondu. Un message a été laissé.',
  nobodyReached: 'Personne n’a été joint',
  cancelled: 'Annulé. On n’a demandé à personne de venir.',
  cancelledUncalled: 'Annulé. Personne n’a été appelé.',
};

export const DOING: Words<typeof en.DOING> = {
  answered: (card) => `On a répondu sur ${card}`,
  ringing: (card) => `Ça sonne sur ${card}`,
  soon: (card) => `Ça va sonner sur ${card}`,
};

export const NOT_YET: Words<typeof en.NOT_YET> = {
  dispatch: (requested) => `${requested} si personne ne répond`,
  dispatchUndecided: (requested) => `${requested} sauf si l’appel annule`,
  nextContact: 'Le contact suivant est appelé si personne ne répond',
  nobody: 'Personne n’est envoyé si personne ne répond',
  accepted: (requested) => `${requested} : confirmé par le destinataire`,
  others: 'Les autres contacts sont avisés',
};

export const DELAY: Words<typeof en.DELAY> = {
  before: 'Si on ne désarme pas, l’alarme se déclenche dans',
  seconds: (count) => `${count} s`,
  over: 'Le délai d’entrée est écoulé. En attente de la station…',
};
