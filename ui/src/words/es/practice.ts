// Knows what is said about practice, drills and the one setting, in Spanish.
import type * as en from '../en/practice';
import type { Words } from '../language';

export const PRACTICE: Words<typeof en.PRACTICE> = {
  title: 'Práctica y simulacros',
  off: 'La práctica está desactivada.',
  on: (left) => `La práctica está activada durante ${left} más.`,
  what: 'En la práctica las sirenas son reales, un mensaje de voz reemplaza las llamadas y no se envía a nadie.',
  choose: 'Por cuánto tiempo',
  start: 'Iniciar la práctica',
  confirm: 'Iniciar la práctica ahora',
  does: 'Todas las pantallas de este hogar lo dicen, y termina sola.',
  end: 'Terminar la práctica',
  endConfirm: 'Terminar la práctica ahora',
  endDoes: 'Desde ese momento los planes de respuesta se cumplen otra vez por completo.',
  drillWhat: 'Un simulacro es un SOS completo con llamadas y sirena, sin que se envíe a nadie.',
  drill: 'Iniciar un simulacro',
};

export const DRILL_SHEET: Words<typeof en.DRILL_SHEET> = {
  title: 'Simulacro: ¿qué SOS?',
  lead: 'Esto es un simulacro.',
  what: (siren) =>
    siren
      ? 'Suenan los teléfonos de sus contactos, y la sirena suena un momento. No se pide a nadie que venga.'
      : 'Suenan los teléfonos de sus contactos. No se pide a nadie que venga.',
  slide: 'Deslice hasta el final, como en un SOS real.',
};

export const BURGLAR: Words<typeof en.BURGLAR> = {
  title: 'Alarma de robo',
  question: 'Cuando nadie contesta',
  change: 'Cambiar este ajuste',
  confirm: 'Guardar este ajuste',
  does: 'Vale desde la próxima alarma.',
  wrong: 'Con cualquiera de los dos ajustes, una contraseña incorrecta envía policía.',
};

export const BURGLAR_SETTING: Words<typeof en.BURGLAR_SETTING> = {
  if_no_one_cancels: { text: 'Si nadie cancela', detail: 'Nadie contesta: se solicita policía.' },
  only_if_i_say: { text: 'Solo si yo lo digo', detail: 'Nadie contesta: no se envía a nadie, y la app ofrece enviar policía durante dos horas.' },
};
