// Knows what is said about the siren, in Canadian French.
import type * as en from '../en/siren';
import type { Words } from '../language';

export const SIREN: Words<typeof en.SIREN> = {
  name: 'Sirène seulement',
  what: 'Personne n’est appelé, personne ne vient.',
  hint: 'Gardez appuyé une seconde et demie.',
  describedBy: 'Maintenez Espace ou Entrée une seconde et demie.',
  confirm: 'Déclencher la sirène maintenant',
  soundsIn: 'La sirène retentit dans',
};

export const MISSING_BASE_STATION = 'Il faut une station de base. Ce domicile n’en a pas.';

export const SIREN_LOST: Words<typeof en.SIREN_LOST> = {
  title: 'La station ne peut pas donner suite à votre ordre de sirène',
  detail: 'Elle ne connaît plus ce domicile et ne sait rien de l’ordre. Si vous êtes en danger, appelez le 911.',
};

export const SIREN_TOO_LATE = 'L’annulation est arrivée trop tard. Seul Couper la sirène peut encore l’arrêter.';
export const SIREN_SEND_NOW = 'La déclencher maintenant';

export const CANCELLED: Words<typeof en.CANCELLED> = {
  ordered: 'Annulé. On ne sait pas encore si la sirène est silencieuse.',
  sounding: 'Annulé. On ne sait pas encore si la sirène est silencieuse.',
  stopping: 'Annulé. Le silence n’est pas encore confirmé.',
  silent: 'Annulé. La sirène est silencieuse.',
};

export const STANDS: Words<typeof en.STANDS> = {
  ordered: 'Sirène ordonnée',
  sounding: 'La sirène retentit',
  stopping: 'Arrêt de la sirène…',
  silent: 'Sirène silencieuse',
};

export const SIREN_HELD = 'La station a l’ordre de sirène';

export const SIREN_DECIDED: Words<typeof en.SIREN_DECIDED> = {
  device: 'Sirène décidée par vous',
  station: 'Sirène décidée par la station elle-même',
};

export const ENTRY: Words<typeof en.ENTRY> = {
  siren_sounds: (places) => `La sirène retentit sur ${places}`,
  silencing: () => 'Silence demandé; la station de base ne l’a pas encore confirmé',
  siren_silent: () => 'La sirène est silencieuse',
  siren_ended: () => 'Le temps fixé de la sirène est écoulé',
  siren_not_started: (base) => `La sirène n’a pas démarré sur ${base}`,
  announced: () => 'La station de base a dit à voix haute que de l’aide a été demandée',
};

export const SILENCE: Words<typeof en.SILENCE> = { text: 'Couper la sirène', stopping: 'Arrêt… pas encore confirmé' };

export const HELD: Words<typeof en.HELD> = {
  elsewhere: 'La station a déjà l’ordre. La sirène retentit même si ce téléphone cesse de fonctionner.',
  here: 'La station de cet ordinateur a déjà l’ordre. La sirène retentit même si cette fenêtre se ferme.',
};

export const REFUSED: Words<typeof en.REFUSED> = {
  acts: 'La station agit d’elle-même',
  holds: 'Elle a déjà l’ordre de sirène et n’accepte plus rien de cet appareil.',
  notSent: 'Non envoyé',
  silent: 'La station a refusé l’ordre de sirène. La sirène reste silencieuse.',
};

export const UNSETTLED: Words<typeof en.UNSETTLED> = {
  starting: 'Démarrage de la sirène…',
  cancelling: 'Annulation…',
  cancelUnreached: 'Impossible de joindre la station pour annuler. Si elle a reçu l’ordre, la sirène retentit.',
  asking: 'Vérification auprès de la station de ce qu’est devenue la sirène…',
  waiting: 'L’ordre de sirène n’est pas parvenu à la station.',
  goes: (seconds) => `Il part de lui-même dans ${seconds} s.`,
  sending: 'Envoi…',
  tooOld: 'Un ordre de sirène antérieur n’est jamais parvenu à la station.',
  soundAgain: 'Il ne partira pas de lui-même. Déclenchez de nouveau la sirène si vous en avez encore besoin.',
  acts: 'La station a l’ordre et agit d’elle-même.',
  noAnswer: 'La station n’a pas encore répondu.',
  trying: (trouble) => `${trouble} Nous continuons d’essayer. Si vous êtes en danger, appelez le 911.`,
};

export const STAYS_SILENT = 'Annulé. La sirène reste silencieuse.';
export const NOT_STARTED = 'Sirène non démarrée';
export const KEYPAD = 'son clavier';

export const ONLY: Words<typeof en.ONLY> = {
  nobody: 'Personne n’a été appelé.',
  siren: 'Ceci coupe seulement la sirène.',
  callsAndResponders: 'Ceci coupe seulement la sirène. Les appels et les secours continuent.',
  calls: 'Ceci coupe seulement la sirène. Les appels continuent.',
};
