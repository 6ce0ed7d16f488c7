// Knows what the history says on paper, in Spanish.
import type * as en from '../en/printed';
import type { Words } from '../language';

export const PRINTED: Words<typeof en.PRINTED> = {
  title: 'Historial de Mayday',
  made: (when) => `hecho el ${when}`,
  unsigned: 'Esta página es para leer y no está firmada. El recibo de cada incidente sí lo está.',
  time: 'Hora',
  what: 'Qué pasó',
};
