// Knows what is said when a contact is moved in the list, in Canadian French.
import type * as en from '../en/reorder';
import type { Words } from '../language';

export const REORDER: Words<typeof en.REORDER> = {
  handle: (title) => `Réordonner : ${title.toLowerCase()}`,
  how: 'Glissez pour réordonner, ou appuyez sur les flèches haut et bas.',
  moved: (name, at, of) => `${name || 'Ce contact'} occupe maintenant la place ${at + 1} de ${of}.`,
  putBack: (name, at, of) => `Remis en place : ${name || 'ce contact'} occupe la place ${at + 1} de ${of}.`,
};
