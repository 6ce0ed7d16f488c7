// Knows what the history says, in Canadian French.
import type * as en from '../en/history';
import type { Words } from '../language';

export const counted = (incidents: number) => (incidents === 1 ? '1 incident' : `${incidents} incidents`);

export const HISTORY: Words<typeof en.HISTORY> = {
  above: 'Ce qui s’est passé dans ce domicile',
  title: 'Historique',
  back: 'Retour à l’historique',
  reading: 'Lecture de l’historique…',
  again: 'Réessayer',
  earlier: 'Afficher les précédents',
  choose: 'Quoi afficher',
  group: 'Quels incidents',
  groups: [
    { value: 'all', text: 'Tout' },
    { value: 'sos', text: 'SOS' },
    { value: 'alarms', text: 'Alarmes' },
    { value: 'drills_and_practice', text: 'Exercices et entraînement' },
  ],
  period: 'Depuis quand',
  periods: [
    { value: 'all', text: 'Toujours' },
    { value: 'days_30', text: '30 jours' },
    { value: 'year', text: 'Cette année' },
  ],
  nothingYet: 'Rien ne s’est encore passé.',
  nothingYetHow: 'Un SOS, une alarme ou un exercice s’affiche ici avec chaque étape et sa fin.',
  nothingHere: 'Rien de tel ne s’est passé dans cette période.',
};

export const COPY: Words<typeof en.COPY> = {
  title: 'Garder une copie',
  what: 'Une copie contient tout ce que vous avez choisi d’afficher, même ce qui n’est pas encore à l’écran. Elle va dans votre dossier Téléchargements et nulle part ailleurs.',
  personal: 'Elle nomme votre adresse et les personnes de votre liste.',
  print: 'Enregistrer une page à imprimer',
  printHow: 'Chaque étape en mots simples. S’ouvre dans tout navigateur.',
  json: 'Enregistrer en JSON',
  jsonHow: 'Pour les programmes : chaque étape, les numéros de téléphone et les reçus signés par la station.',
  saving: 'Enregistrement…',
  saved: (path) => `Enregistré : ${path}`,
  savedWith: (path, incidents) => `Enregistré, avec ${incidents} ${incidents === 1 ? 'incident' : 'incidents'} : ${path}`,
  tooMany: 'C’est plus qu’un fichier n’en contient. Choisissez une période plus courte ou un seul type.',
};

export const RECEIPT: Words<typeof en.RECEIPT> = {
  title: 'Reçu',
  what: 'Chaque étape que vous voyez ici, signée par la station. Une seule lettre changée se voit.',
  how: 'Quiconque a le fichier peut le vérifier sans la station : mayday-station verify',
  save: 'Enregistrer le reçu',
};

export const FOUND: Words<typeof en.FOUND> = {
  more: (said) => `${said}. Il y en a de plus anciens.`,
  all: (said) => `${said}. C’est tout.`,
};

export const SAID: Words<typeof en.SAID> = {
  answeredOn: (cards) => `Réponse sur ${cards}`,
  nobody: 'Personne n’a répondu',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
};
