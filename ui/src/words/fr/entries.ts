// Knows every entry of a timeline, in Canadian French.
import type * as en from '../en/entries';
import type { Words } from '../language';

export const WHY: Words<typeof en.WHY> = {
  rang_out: 'ça a sonné sans réponse',
  hung_up: 'refusé ou raccroché',
  busy: 'la ligne était occupée',
  voicemail: 'la boîte vocale a répondu',
  no_key_pressed: 'personne n’a appuyé sur les deux chiffres',
  line_failed: 'la ligne a fait défaut',
  in_another_call: 'la station est déjà en ligne avec ce contact',
};

export const REAL: Words<typeof en.REAL> = {
  device: 'Aide demandée : la station a votre demande',
  station: 'Aide demandée : la station a agi d’elle-même',
};

export const NOT_REAL: Words<typeof en.NOT_REAL> = {
  device: 'La station a reçu votre glissement. Personne n’est envoyé.',
  station: 'La station a continué d’elle-même. Personne n’est envoyé.',
};

export const ACCEPTED: Words<typeof en.ACCEPTED> = {
  webhook: (requested) => `${requested} : le webhook a accepté`,
  dispatch_log: (requested) => `${requested} dans le registre de la station elle-même. Personne à l’extérieur n’a été sollicité.`,
};

export const DISARMED: Words<typeof en.DISARMED> = {
  nothing: 'Désarmé : cela coupe la sirène et n’arrête rien d’autre',
  cancelled: 'Désarmé : l’alarme est annulée, on ne demande à personne de venir',
  passed_on: 'Désarmé : transmis aux secours, sans garantie',
  siren_only: 'Désarmé : la sirène reçoit l’ordre d’arrêter',
};

export const CANCELLED: Words<typeof en.CANCELLED> = {
  nothing: 'Annulation dans l’appli : elle n’arrête ni les appels ni les secours',
  cancelled: 'Annulé dans l’appli : on ne demande à personne de venir',
  passed_on: 'Annulation dans l’appli : transmise aux secours, sans garantie',
  siren_only: 'Annulé dans l’appli : la sirène reçoit l’ordre d’arrêter',
};

export const ENDED: Words<typeof en.ENDED> = {
  cancelled_on_device: 'Annulé à temps',
  cancelled_by_contact: 'Terminé : c’était une fausse alarme, et les autres ont été avisés',
  siren_over: 'Terminé : il n’y avait que la sirène',
  by_station: 'Fermé par la station après le temps fixé',
  by_person: 'Terminé : une personne l’a dit',
  disarmed: 'Terminé : on a désarmé',
  nobody_sent: 'Le temps pour envoyer la police d’ici est écoulé',
  told: 'Terminé : il n’y a plus personne à aviser',
  before_an_agent: 'Terminé : c’est devant un agent',
  drill_over: 'L’exercice est terminé. Personne n’a été envoyé.',
};

export const SAYS: Words<typeof en.SAYS> = {
  holds: 'La station a la demande',
  entryDelay: (trigger) => `${trigger}. Le délai d’entrée court.`,
  alarmRaised: (kind, trigger) => `${kind} : ${trigger}`,
  alsoTriggered: (trigger) => `Aussi noté : ${trigger}`,
  sendNow: 'De l’aide a été demandée dans l’appli, tout de suite',
  stillNeedHelp: 'L’aide est encore nécessaire : demandée sur l’appareil qui a glissé',
  nobodySent: 'Personne n’a répondu. Personne n’a été envoyé.',
  decidingOver: 'Les appels ont pris trois minutes : personne d’autre n’est appelé pour décider',
  alsoAsked: (asked) => `Un autre glissement demande ${asked}`,
  joined: 'Ce glissement a été ajouté à un SOS déjà ouvert',
  calledBack: (card) => `On appelle le numéro de la station depuis ${card}`,
  wouldRequest: (asked) => `Sans l’exercice, la station demanderait ${asked} à ce moment`,
  agentAsked: (card) => `Un agent a été demandé sur ${card}`,
  agentWaiting: 'Les agents en service ont été avisés',
  noAgent: 'Aucun agent n’est en service. Si c’est réel, appelez le 911.',
  agentTook: 'Un agent s’en occupe',
  agentSendsHelp: 'Un agent demande aux secours de venir',
  read: 'L’avis a été lu',
  calling: (card) => `Connexion avec ${card}`,
  callingToTell: (card) => `Connexion avec ${card}, pour informer seulement`,
  ringing: (phone) => `Ça sonne sur ${phone}`,
  answered: (card) => `Réponse sur ${card} : les deux chiffres ont été composés`,
  notAnswered: (card, why) => `Pas de réponse sur ${card} : ${why}`,
  messageLeft: (card) => `Message laissé dans la boîte vocale, sur ${card}`,
  messageNotLeft: (card) => `Aucun message n’a pu être laissé dans la boîte vocale, sur ${card}`,
  noDecision: (card) => `Aucune décision n’est venue, sur ${card}`,
  nobodyToCall: 'Aucun contact n’est inscrit',
  confirmedBy: (card) => `Aide confirmée sur ${card}`,
  cancelledBy: (card) => `Annulé sur ${card}`,
  wrongPassword: (card) => `Aucun mot de passe valide n’est venu, sur ${card}`,
  requesting: (asked) => `On demande ${asked}…`,
  notConfirmed: (subject) => `${subject} : demande pas encore confirmée`,
  told: (card) => `Message entendu sur ${card}`,
};
