// Knows what is said about getting through Do Not Disturb, in Spanish.
import type * as en from '../en/through';
import type { Words } from '../language';

export const THROUGH: Words<typeof en.THROUGH> = {
  above: 'Para que las llamadas y los avisos se oigan',
  title: 'Sonar aunque esté No molestar',
  card: 'Un teléfono en No molestar queda en silencio cuando llama la estación. Con unos pasos este número sí suena.',
  open: 'Preparar sus teléfonos',
  why: 'En una emergencia la estación llama a sus contactos. Un teléfono en No molestar no suena por sí solo con esa llamada. Haga esto una vez en el teléfono de cada contacto, y el número de la estación podrá sonar a cualquier hora.',
};

export const CARD: Words<typeof en.CARD> = {
  title: 'La estación como contacto',
  what: 'Un solo número para todas las llamadas de la estación.',
  demo: 'Este hogar es una demo: ninguna llamada viene de este número. Pruebe los pasos y guarde el número real cuando este hogar tenga uno.',
  scan: 'Escanee con el teléfono del contacto: guarda el número de la estación',
  qr: (name, number) => `Código QR: ${name}, ${number}`,
  copy: 'Copiar el número',
  copied: 'Número copiado.',
  selected: 'El número está seleccionado: cópielo desde ahí.',
  share: 'Compartir el contacto',
  save: 'Guardar el archivo de contacto',
  saveNewer: 'Guardar en el formato más nuevo',
  versions: 'El archivo de contacto se abre en cualquier teléfono. El formato más nuevo (vCard 4.0) es para las agendas que lo piden.',
  saved: (path) => `Guardado: ${path}`,
  waiting: 'Preguntando el número de la estación…',
  unknown: 'La estación todavía no ha dicho de qué número vienen sus llamadas. La tarjeta aparece aquí cuando lo diga.',
};

export const PHONES: Words<typeof en.PHONES> = { title: 'En el teléfono del contacto', choose: '¿Qué teléfono?' };

export const ALERTS: Words<typeof en.ALERTS> = {
  title: 'Los avisos de Mayday en esta computadora',
  what: 'El No molestar de esta computadora puede ocultar los avisos de Mayday. Actívelo y luego pruebe uno.',
  try: 'Enviar un aviso de prueba',
  again: 'Enviar otro aviso de prueba',
  question: '¿Lo vio?',
  look: 'Llega como una notificación de esta computadora, igual que todos los avisos de Mayday.',
  yes: 'Sí, lo vi',
  no: 'No',
  untried: 'Todavía no se probó en esta computadora.',
  how: 'Cómo dejar pasar los avisos de Mayday',
  choose: '¿Qué sistema?',
  other: 'Mayday no conoce este escritorio. Busque No molestar en sus ajustes y deje pasar a Mayday o las notificaciones críticas. Estos son los que conoce:',
};

export const SAID: Words<typeof en.SAID> = {
  seen: (day) => `Usted dijo que lo vio el ${day}.`,
  unseen: (day) => `Usted dijo que no lo vio el ${day}. Estos pasos dejan pasar los avisos:`,
};
