// Knows what each plan allows, in Canadian French.
import type * as en from '../en/compare';
import type { Words } from '../language';

export const COMPARE: Words<typeof en.COMPARE> = {
  above: 'De base, Plus et Pro',
  title: 'Les forfaits côte à côte',
  lead: 'Ce que permet chaque forfait. Le forfait et l’inscription se choisissent là où le domicile est configuré.',
  caption: 'Ce que permet chaque forfait',
  what: 'De quoi il s’agit',
  yours: 'Le forfait de ce domicile',
  prices: 'L’exploitant de la station fixe les prix. Ils sont affichés sans les taxes.',
  has: (line) => `Ce domicile : ${line}`,
  same: 'Pour cela, De base et Plus permettent la même chose.',
  words: 'Ce que cela veut dire',
  card: (plan) => `Ce domicile a ${plan}. Voyez ce que permet chaque forfait.`,
  open: 'Comparer les forfaits',
};

export const ANSWER: Words<typeof en.ANSWER> = { yes: 'Oui', no: 'Non' };

export const ROWS: Words<typeof en.ROWS> = {
  sos: { what: 'SOS', how: 'Glisser pour la police, les pompiers ou une aide médicale.', if: 'Oui, une fois le domicile inscrit' },
  professional: {
    what: 'Surveillance professionnelle',
    how: 'La station répond à l’alarme de ce domicile. L’inscription est une étape à part; un domicile avec une alarme en a besoin pour SOS.',
    if: 'Peut être inscrit',
  },
  cameras: {
    what: 'SOS pour caméras',
    how: 'Pour un domicile avec caméras ou sonnettes et sans alarme. La surveillance professionnelle couvre les caméras à son adresse.',
    if: 'Peut être inscrit',
  },
  plans: {
    what: 'Plans d’intervention pour les alarmes',
    how: 'Antivol, fumée, monoxyde de carbone, panique, contrainte, inondation et gel : la station suit le plan de ce type.',
    if: 'Oui, avec la surveillance professionnelle',
  },
  self: {
    what: 'Une alarme autosurveillée',
    how: 'Vous vous occupez vous-même de l’alarme. Un tel domicile n’a pas SOS, même avec une caméra inscrite.',
    if: 'Oui, sans SOS',
  },
  nobody: {
    what: 'Une alarme que personne ne surveille',
    how: 'Elle retentit, avise les appareils de ce domicile et dit que personne n’a été appelé : appelez le 911.',
    if: 'Oui',
  },
  code: { what: 'Désarmer exige le code', how: 'Au clavier, et dans l’appli aussi.', if: 'Oui' },
};
