// Knows the words that every screen shares, in Canadian French.
import type * as en from '../en/common';
import type { Words } from '../language';

export const COMMON: Words<typeof en.COMMON> = {
  product: 'Mayday',
  sos: 'SOS',
  close: 'Fermer',
  back: 'Retour à l’accueil',
  dismiss: 'Retour à l’accueil',
  notThis: 'Laisser tel quel',
  openBoard: 'Ouvrir le tableau de téléphones',
  call911: 'Appelez vous-même le 911',
  notYet: 'Pas encore offert dans cette version.',
};

export const CALL_911: Words<typeof en.CALL_911> = {
  title: 'Appelez vous-même le 911',
  number: '911',
  how: 'Composez ce numéro sur n’importe quel téléphone :',
  copy: 'Copier le numéro',
  copied: 'Copié',
  selected: 'Le numéro est sélectionné : copiez-le à cet endroit.',
  never: 'Mayday ne compose jamais le 911 de lui-même.',
};

export const NO_SENTENCE = 'Le cœur de Mayday n’a pas répondu. En cas d’urgence, appelez le 911.';

export const beforeLast = (last: string) => (last ? 'et' : '');
