// Knows what the welcome and the dashboard say, in Canadian French.
import type * as en from '../en/home';
import type { Words } from '../language';

export const WELCOME: Words<typeof en.WELCOME> = {
  title: 'Mayday',
  what: 'Glissez pour la police, les pompiers ou une aide médicale : une station de surveillance appelle vos proches et demande aux secours de venir.',
  tryIt: 'Essayer',
  tryItHow: 'Un domicile de démo avec un tableau de téléphones. Il ne peut joindre personne de réel.',
  starting: 'Démarrage de la station sur cet ordinateur…',
  setUp: 'Configurer mon domicile',
  setUpHow: 'Votre adresse, vos proches, vos caméras et votre alarme. Environ trois minutes.',
  rule: 'N’utilisez SOS qu’en cas d’urgence. Dans la démo, vous pouvez tout essayer : elle ne peut envoyer personne.',
  emergency: 'En cas d’urgence, appelez le 911.',
};

export const RULE: Words<typeof en.RULE> = {
  title: 'Avant le premier SOS',
  rule: 'N’utilisez SOS qu’en cas d’urgence.',
  why: 'Il demande aux secours de venir à cette adresse. Dans la démo, vous pouvez tout essayer : elle ne peut envoyer personne.',
  read: 'J’ai compris',
};

export const HAPPENING: Words<typeof en.HAPPENING> = { title: 'En ce moment', show: 'Montrer ce qui se passe' };

export const SPEAKERS: Words<typeof en.SPEAKERS> = {
  question: 'Faire jouer la sirène de démo dans les haut-parleurs de cet ordinateur?',
  how: 'Une demi-seconde, doucement, quand la station de base confirme que sa sirène retentit. Médicale reste silencieuse.',
  options: [
    { value: 'off', text: 'Non' },
    { value: 'on', text: 'Oui' },
  ],
  try: 'Essayer le son',
  problem: {
    no_device: 'Cet ordinateur n’a pas de périphérique audio. La sirène ne peut pas être entendue ici.',
    not_played: 'Le périphérique audio n’a pas pris le son. La sirène n’a pas pu être entendue ici.',
    busy: 'Un son précédent attend encore le périphérique audio. Celui-ci n’est pas entendu.',
  },
};

export const STARTING = 'Ouverture de Mayday…';

export const STATION: Words<typeof en.STATION> = {
  none: { title: 'Pas encore de station', detail: 'Aucun domicile n’est configuré sur cet appareil.' },
  connecting: { title: 'Recherche de la station…', detail: 'Vous pouvez utiliser SOS entre-temps. Il continue d’essayer.' },
  reachable: { title: 'La station répond', detail: 'Elle fonctionne sur cet ordinateur.' },
  unreachable: { title: 'La station ne répond pas', detail: 'Un SOS continuerait d’essayer de la joindre. En cas d’urgence, appelez le 911.' },
  revoked: { title: 'Cet appareil a été retiré du domicile', detail: 'La station n’en accepte aucun SOS. En cas d’urgence, appelez le 911.' },
  home_unknown: { title: 'La station ne connaît plus ce domicile', detail: 'Elle répond, mais ses dossiers sur ce domicile ont disparu.' },
};

export const PLAN_NAME: Words<typeof en.PLAN_NAME> = { basic: 'De base', plus: 'Plus', pro: 'Pro' };

export const DEMO_DEVICES: Words<typeof en.DEMO_DEVICES> = [
  { value: 'doorbell', text: 'Sonnette seule' },
  { value: 'base_station', text: 'Avec station de base' },
];

export const MONITORING: Words<typeof en.MONITORING> = {
  not_enrolled: 'alarme non inscrite',
  self_monitored: 'alarme autosurveillée',
  professional: 'surveillance professionnelle',
};

export const DASHBOARD: Words<typeof en.DASHBOARD> = {
  station: 'Station',
  addAgain: 'Ajouter de nouveau cet appareil',
  contacts: 'Contacts d’urgence',
  devices: 'Caméras et alarme',
  plan: 'Forfait de la démo',
  planHow: 'Essayez ce que fait SOS avec chaque forfait.',
  demoDevices: 'Appareils de la démo',
  demoDevicesHow: 'Une station de base virtuelle peut faire retentir une sirène. On la voit sur le tableau de téléphones.',
  incidents: 'Historique',
  noIncidents: 'Rien ne s’est encore passé.',
  history: 'Afficher tout l’historique',
  notices: 'À noter',
  board: 'Tableau de téléphones',
  home: 'Votre domicile',
  change: 'Modifier',
  changeName: 'Modifier votre domicile',
  eligible: 'SOS peut être envoyé de ce domicile.',
  notEligible: 'SOS ne peut pas encore être envoyé de ce domicile :',
  own: 'Votre propre domicile',
  boardHow: 'Ils remplacent les téléphones de vos contacts. Personne de réel n’est appelé.',
};

const plural = new Intl.PluralRules('fr-CA');
const devices = (count: number) => `${count} ${plural.select(count) === 'one' ? 'sonnette ou caméra' : 'sonnettes ou caméras'}`;

export function camerasSaid(count: number, compatible: number): string {
  if (count === 0) return 'Ni sonnette ni caméra.';
  if (count === 1) return `${devices(count)}, ${compatible ? 'fonctionne' : 'ne fonctionne pas'} avec SOS.`;
  if (compatible === 0) return `${devices(count)}, aucune ne fonctionne avec SOS.`;
  if (compatible === count) return `${devices(count)}, toutes fonctionnent avec SOS.`;
  return `${devices(count)}, dont ${compatible} avec SOS.`;
}

export const MONITORED: Words<typeof en.MONITORED> = {
  not_enrolled: 'L’alarme n’est pas inscrite à la surveillance.',
  self_monitored: 'L’alarme est autosurveillée.',
  professional: 'L’alarme est sous surveillance professionnelle.',
};

export const INCIDENT_UNKNOWN =
  'La station ne connaît plus ce domicile. On ne sait rien de cet incident depuis. En cas d’urgence, appelez le 911.';

export const PLAN_SAID = (name: string) => `Forfait ${name}`;

export const FIRST: Words<typeof en.FIRST> = {
  called: (name) => `Première personne appelée : ${name}`,
  none: 'Aucun contact n’est inscrit : les secours sont demandés tout de suite.',
};

export const ALARM: Words<typeof en.ALARM> = {
  none: 'Pas de station de base, donc aucune sirène.',
  alone: 'Station de base.',
  withKeypad: 'Station de base et clavier.',
  noCamera: 'Aucune caméra ne retentit avec la sirène.',
};

export const linkedSaid = (count: number) =>
  plural.select(count) === 'one' ? 'La caméra liée retentit avec la sirène.' : `${count} caméras liées retentissent avec la sirène.`;

export const DEMO_PASSWORD: Words<typeof en.DEMO_PASSWORD> = {
  words: (password) => `Mot de passe de la démo : ${password}`,
  keys: (keys) => `sur un clavier : ${keys}`,
};
