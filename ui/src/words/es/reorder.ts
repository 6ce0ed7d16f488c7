// Knows what is said when a contact is moved in the list, in Spanish.
import type * as en from '../en/reorder';
import type { Words } from '../language';

export const REORDER: Words<typeof en.REORDER> = {
  handle: (title) => `Reordenar: ${title.toLowerCase()}`,
  how: 'Arrastre para reordenar, o presione las flechas arriba y abajo.',
  moved: (name, at, of) => `${name || 'Este contacto'} ocupa ahora el lugar ${at + 1} de ${of}.`,
  putBack: (name, at, of) => `En su lugar anterior: ${name || 'este contacto'} ocupa el lugar ${at + 1} de ${of}.`,
};
