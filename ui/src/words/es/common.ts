// Knows the words that every screen shares, in Spanish.
import type * as en from '../en/common';
import type { Words } from '../language';

export const COMMON: Words<typeof en.COMMON> = {
  product: 'Mayday',
  sos: 'SOS',
  close: 'Cerrar',
  back: 'Volver al inicio',
  dismiss: 'Volver al inicio',
  notThis: 'Dejarlo así',
  openBoard: 'Abrir el tablero de teléfonos',
  call911: 'Llame usted al 911',
  notYet: 'Todavía no está disponible en esta versión.',
};

export const CALL_911: Words<typeof en.CALL_911> = {
  title: 'Llame usted al 911',
  number: '911',
  how: 'Marque esto en cualquier teléfono:',
  copy: 'Copiar el número',
  copied: 'Copiado',
  selected: 'El número está seleccionado: cópielo desde ahí.',
  never: 'Mayday nunca marca el 911 por su cuenta.',
};

export const NO_SENTENCE = 'El núcleo de Mayday no respondió. En una emergencia, llame al 911.';

/** "y", and "e" before the sound of an i. */
export const beforeLast = (last: string) => (/^(?:i|í|hi(?!e)|hí)/iu.test(last) ? 'e' : 'y');
