// Knows what is said about getting through Do Not Disturb, in Canadian French.
import type * as en from '../en/through';
import type { Words } from '../language';

export const THROUGH: Words<typeof en.THROUGH> = {
  above: 'Pour que les appels et les alertes soient entendus',
  title: 'Passer malgré Ne pas déranger',
  card: 'Un téléphone en Ne pas déranger reste silencieux quand la station appelle. Quelques étapes laissent passer ce seul numéro.',
  open: 'Préparer leurs téléphones',
  why: 'En cas d’urgence, la station appelle vos contacts. Un téléphone en Ne pas déranger ne sonne pas de lui-même pour cet appel. Faites ceci une fois sur le téléphone de chaque contact, et le numéro de la station pourra sonner à toute heure.',
};

export const CARD: Words<typeof en.CARD> = {
  title: 'La station comme contact',
  what: 'Un seul numéro pour tous les appels de la station.',
  demo: 'Ce domicile est une démo : aucun appel ne vient de ce numéro. Essayez les étapes, et enregistrez le vrai numéro quand ce domicile en aura un.',
  scan: 'Balayez avec le téléphone du contact : enregistre le numéro de la station',
  qr: (name, number) => `Code QR : ${name}, ${number}`,
  copy: 'Copier le numéro',
  copied: 'Numéro copié.',
  selected: 'Le numéro est sélectionné : copiez-le à cet endroit.',
  share: 'Partager le contact',
  save: 'Enregistrer le fichier de contact',
  saveNewer: 'Enregistrer dans le format récent',
  versions: 'Le fichier de contact s’ouvre sur tous les téléphones. Le format récent (vCard 4.0) est pour les carnets d’adresses qui l’exigent.',
  saved: (path) => `Enregistré : ${path}`,
  waiting: 'Demande du numéro de la station…',
  unknown: 'La station n’a pas encore dit de quel numéro viennent ses appels. La carte s’affichera ici quand elle l’aura dit.',
};

export const PHONES: Words<typeof en.PHONES> = { title: 'Sur le téléphone du contact', choose: 'Quel téléphone?' };

export const ALERTS: Words<typeof en.ALERTS> = {
  title: 'Les alertes de Mayday sur cet ordinateur',
  what: 'Le mode Ne pas déranger de cet ordinateur peut masquer les alertes de Mayday. Activez-le, puis essayez-en une.',
  try: 'Envoyer une alerte de test',
  again: 'Envoyer une autre alerte de test',
  question: 'L’avez-vous vue?',
  look: 'Elle arrive comme une notification de cet ordinateur, comme toutes les alertes de Mayday.',
  yes: 'Oui, je l’ai vue',
  no: 'Non',
  untried: 'Pas encore essayé sur cet ordinateur.',
  how: 'Comment laisser passer les alertes de Mayday',
  choose: 'Quel système?',
  other: 'Mayday ne connaît pas ce bureau. Cherchez Ne pas déranger dans ses réglages, et laissez passer Mayday ou les notifications critiques. Voici ceux qu’il connaît :',
};

export const SAID: Words<typeof en.SAID> = {
  seen: (day) => `Vous avez dit l’avoir vue le ${day}.`,
  unseen: (day) => `Vous avez dit ne pas l’avoir vue le ${day}. Ces étapes laissent passer les alertes :`,
};
