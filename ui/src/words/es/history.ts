// Knows what the history says, in Spanish.
import type * as en from '../en/history';
import type { Words } from '../language';

export const counted = (incidents: number) => (incidents === 1 ? '1 incidente' : `${incidents} incidentes`);

export const HISTORY: Words<typeof en.HISTORY> = {
  above: 'Qué pasó en este hogar',
  title: 'Historial',
  back: 'Volver al historial',
  reading: 'Leyendo el historial…',
  again: 'Intentar de nuevo',
  earlier: 'Mostrar anteriores',
  choose: 'Qué mostrar',
  group: 'Qué incidentes',
  groups: [
    { value: 'all', text: 'Todo' },
    { value: 'sos', text: 'SOS' },
    { value: 'alarms', text: 'Alarmas' },
    { value: 'drills_and_practice', text: 'Simulacros y práctica' },
  ],
  period: 'Desde cuándo',
  periods: [
    { value: 'all', text: 'Siempre' },
    { value: 'days_30', text: '30 días' },
    { value: 'year', text: 'Este año' },
  ],
  nothingYet: 'Todavía no ha pasado nada.',
  nothingYetHow: 'Un SOS, una alarma o un simulacro aparece aquí con cada paso y con su final.',
  nothingHere: 'En este tiempo no pasó nada así.',
};

export const COPY: Words<typeof en.COPY> = {
  title: 'Guardar una copia',
  what: 'Una copia contiene todo lo que eligió mostrar, también lo que aún no está en la pantalla. Va a su carpeta de Descargas y a ningún otro lugar.',
  personal: 'Menciona su dirección y a las personas de su lista.',
  print: 'Guardar una página para imprimir',
  printHow: 'Cada paso en palabras sencillas. Se abre en cualquier navegador.',
  json: 'Guardar como JSON',
  jsonHow: 'Para programas: cada paso, los números de teléfono y los recibos que firmó la estación.',
  saving: 'Guardando…',
  saved: (path) => `Guardado: ${path}`,
  savedWith: (path, incidents) => `Guardado, con ${counted(incidents)}: ${path}`,
  tooMany: 'Es más de lo que cabe en un archivo. Elija un periodo más corto o un solo tipo.',
};

export const RECEIPT: Words<typeof en.RECEIPT> = {
  title: 'Recibo',
  what: 'Cada paso que ve aquí, firmado por la estación. Si cambia una letra, se nota.',
  how: 'Quien tenga el archivo puede comprobarlo sin la estación: mayday-station verify',
  save: 'Guardar el recibo',
};

export const FOUND: Words<typeof en.FOUND> = {
  more: (said) => `${said}. Hay anteriores.`,
  all: (said) => `${said}. Eso es todo.`,
};

export const SAID: Words<typeof en.SAID> = {
  answeredOn: (cards) => `Contestado en ${cards}`,
  nobody: 'Nadie contestó',
  today: 'Hoy',
  yesterday: 'Ayer',
};
