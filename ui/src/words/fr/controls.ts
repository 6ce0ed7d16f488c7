// Knows what the controls of an open incident say, in Canadian French.
import type * as en from '../en/controls';
import type { Words } from '../language';

export const CODE: Words<typeof en.CODE> = {
  label: 'Code d’accès',
  missing: 'Entrez d’abord le code.',
  none: 'Ce domicile n’a pas de code d’accès. Il en faut un pour désarmer, pour l’entraînement et pour ce réglage.',
  demo: (code) => `Le code de la démo : ${code}`,
};

export const DISARMS: Words<typeof en.DISARMS> = {
  no_effect: ['Coupe la sirène. N’arrête ni les appels ni les secours.', 'Coupe la sirène. N’arrête ni les appels ni les secours.'],
  cancels: [
    'Coupe la sirène et annule l’alarme : on ne demande à personne de venir.',
    'Coupe la sirène. Les secours sont déjà en train d’être demandés : le désarmement leur est transmis, sans garantie.',
  ],
  passed_on: [
    'Coupe la sirène. C’est transmis, sans garantie d’arrêter les appels ou les secours.',
    'Coupe la sirène. C’est transmis aux secours, sans garantie.',
  ],
};

export const CANCELS: Words<typeof en.CANCELS> = {
  no_effect: null,
  as_disarm: [
    'Annule cette alarme : la sirène s’arrête, on ne demande à personne de venir.',
    'Les secours sont déjà en train d’être demandés : l’annulation leur est transmise, sans garantie.',
  ],
  passed_on: [
    'Transmis aux secours, sans garantie. La sirène continue.',
    'Transmis aux secours, sans garantie. La sirène continue.',
  ],
  stops_siren: null,
};

export const SEND_NOW: Words<typeof en.SEND_NOW> = {
  text: 'Ne m’appelez pas, envoyez maintenant',
  how: 'Si le premier contact, c’est vous : saute l’appel et demande tout de suite aux secours de venir.',
  drill: 'Si le premier contact, c’est vous : saute l’appel. Un exercice n’envoie toujours personne.',
};

export const SEND: Words<typeof en.SEND> = {
  title: 'Vous pouvez encore demander de l’aide',
  how: 'Glissez pour la demander tout de suite. Ceci reste ici deux heures, ou jusqu’au désarmement de l’alarme.',
};

export const STILL: Words<typeof en.STILL> = {
  title: 'Annulé pendant un appel',
  text: 'J’ai encore besoin d’aide',
  confirm: 'Envoyer de l’aide maintenant',
  how: (left) => `Glissez pour demander tout de suite aux secours de venir, sans appel. Possible encore ${left}, sur cet appareil seulement.`,
  drill: 'Comme dans un vrai SOS. Un exercice n’envoie toujours personne.',
};

export const NOTICE: Words<typeof en.NOTICE> = { text: 'J’ai lu ceci', how: 'Reste sur l’accueil jusqu’à ce que quelqu’un l’ait lu.' };

export const OVER: Words<typeof en.OVER> = {
  text: 'C’est terminé',
  how: 'Met fin à cet incident. Les secours déjà en route ne sont pas rappelés pour autant.',
};

export const JOINED: Words<typeof en.JOINED> = {
  how: 'Ce glissement a été ajouté à un SOS déjà ouvert. Les appels et les secours relèvent de ce SOS.',
  show: 'Afficher ce SOS',
};

export const RESPONDERS: Words<typeof en.RESPONDERS> = {
  open: 'Montrer ceci aux secours',
  title: 'Pour les secours',
  what: 'Quoi',
  where: 'Où',
  asked: 'Demandé',
  began: 'Début',
  people: 'Personnes jointes',
  nobody: 'Personne n’a encore été joint.',
  close: 'Fermer',
};

export const DISARM: Words<typeof en.DISARM> = { text: 'Désarmer', confirm: 'Désarmer maintenant', silences: 'Coupe la sirène.' };

export const CANCEL: Words<typeof en.CANCEL> = { text: 'Annuler cette alarme', confirm: 'Annuler maintenant' };
