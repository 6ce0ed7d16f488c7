// Knows what is said about the home's people and devices, in Canadian French.
import type * as en from '../en/household';
import type { Words } from '../language';

export const HOUSEHOLD: Words<typeof en.HOUSEHOLD> = {
  above: 'Votre domicile',
  title: 'Personnes et appareils',
  lead: 'Tous les téléphones et ordinateurs de ce domicile. Chacun peut demander de l’aide. Un propriétaire peut aussi modifier le domicile.',
  open: 'Voir qui en fait partie',
  card: 'Laissez entrer d’autres appareils et retirez un téléphone perdu.',
  devices: 'Appareils de ce domicile',
  reading: 'Demande à la station…',
  this: 'Cet appareil',
  connected: 'Connecté',
  notConnected: 'Pas connecté en ce moment',
  remove: 'Retirer',
  removeDoes: 'Il ne peut plus envoyer de SOS d’ici. Ce qu’il a déjà envoyé continue.',
  removeConfirm: 'Retirer cet appareil',
  removed: (name) => `${name} a été retiré.`,
  member: 'Cet appareil est celui d’un membre. Celui d’un propriétaire en laisse entrer d’autres ou les retire.',
  owners: 'L’appareil d’un propriétaire peut modifier ceci. Celui-ci est celui d’un membre.',
};

export const ROLE: Words<typeof en.ROLE> = { owner: 'Propriétaire', member: 'Membre' };

export const INVITE: Words<typeof en.INVITE> = {
  title: 'Laisser entrer un appareil',
  as: 'Comme',
  options: [
    { value: 'member', text: 'Membre' },
    { value: 'owner', text: 'Propriétaire' },
  ],
  does: {
    member: 'Un membre peut demander de l’aide et tout voir. Modifier le domicile revient aux propriétaires.',
    owner: 'Un propriétaire peut aussi modifier le domicile, ses contacts et ses secrets, et retirer des appareils.',
  },
  make: 'Créer un code de jumelage',
  confirm: 'Créer le code',
  how: 'Sur l’autre appareil : ouvrez Mayday, choisissez « Rejoindre un domicile », et entrez ou collez ceci.',
  code: 'Code de jumelage',
  address: 'Adresse de la station',
  link: 'Le tout en une ligne',
  copy: 'Copier la ligne',
  copyMessage: 'Copier un message à envoyer',
  message: (link, code, address) =>
    `Rejoignez mon domicile dans Mayday : ouvrez l’appli, choisissez « Rejoindre un domicile » et collez cette ligne :\n\n${link}\n\nOu entrez le code ${code} et l’adresse ${address}. Il laisse entrer un seul appareil. Ne le transmettez à personne d’autre.`,
  copied: 'Copié.',
  copyFailed: 'Impossible de copier. Sélectionnez la ligne et copiez-la à la main.',
  qr: 'Code QR de la même ligne',
  once: 'Il laisse entrer un seul appareil.',
  here: 'L’autre appareil doit être sur le même réseau que cet ordinateur, ou le joindre autrement.',
};

export const HOLDS: Words<typeof en.HOLDS> = {
  over: 'Ce code est échu. Créez-en un nouveau.',
  minute: 'Valide encore environ une minute.',
  minutes: (count) => `Valide encore ${count} minutes.`,
};

export const RECOVERY: Words<typeof en.RECOVERY> = {
  title: 'Code de récupération',
  what: 'Il fait d’un appareil celui d’un propriétaire quand tous les autres sont perdus. Notez-le et gardez-le loin des appareils de ce domicile.',
  has: 'Un code de récupération a été créé. Il ne peut plus être montré.',
  none: 'Aucun code de récupération n’a encore été créé.',
  make: 'Créer un code de récupération',
  again: 'En créer un nouveau',
  does: 'Le précédent cesse de fonctionner.',
  confirm: 'Créer le code',
  once: 'Il est montré maintenant et jamais plus. Il sert une seule fois.',
};

export const JOIN: Words<typeof en.JOIN> = {
  action: 'Rejoindre un domicile',
  how: 'Avec un code de jumelage d’un appareil qui en fait partie.',
  title: 'Rejoindre un domicile',
  lead: 'Sur un appareil du domicile : « Personnes et appareils », puis « Créer un code de jumelage ».',
  typed: 'Code de jumelage, ou la ligne entière',
  typedHint: 'Douze lettres et chiffres, ou la ligne qui commence par mayday:pair',
  address: 'Adresse de la station',
  addressHint: 'Elle est à côté du code, comme 192.168.1.20:47100. La ligne entière la contient déjà.',
  join: 'Rejoindre',
  joining: 'Recherche de la station…',
  missing: 'Entrez le code de jumelage.',
  addressMissing: 'Entrez l’adresse qui est à côté du code.',
  back: 'Précédent',
};

export const ADDED = (day: string) => `ajouté le ${day}`;
export const removeName = (name: string) => `Retirer ${name}`;
export const STATION_ELSEWHERE = 'Elle fonctionne sur une autre machine, et agit même si celle-ci cesse de fonctionner.';

export const REMOVED_ELSEWHERE: Words<typeof en.REMOVED_ELSEWHERE> = {
  title: 'La station n’accepte plus cet appareil',
  detail: 'Il a été retiré du domicile, ou sa clé a été perdue ici. En cas d’urgence, appelez le 911.',
  again: 'Rejoindre le domicile de nouveau',
};

export const LEAVE: Words<typeof en.LEAVE> = {
  title: 'Quitter ce domicile',
  text: 'Quitter ce domicile',
  confirm: 'Le quitter maintenant',
  keep: 'Rester dans ce domicile',
  does: 'Cet appareil oublie le domicile et ne peut plus envoyer de SOS pour lui. Si sa station ne répond pas, demandez à un propriétaire de retirer aussi cet appareil.',
};
