// Knows what happens next in an incident, in Spanish.
import type * as en from '../en/next';
import type { Words } from '../language';

export const AFTER: Words<typeof en.AFTER> = {
  others_and_first_if_unreached: 'Se avisa a los demás contactos, y de nuevo al primero si no contestó.',
  the_rest: 'Se avisa a los demás contactos.',
  all: 'Se llama y se avisa a todos los contactos.',
  nobody: null,
};

export const BY_CONTACT: Words<typeof en.BY_CONTACT> = {
  in_that_call: 'Solo contestando esta llamada se puede cancelar.',
  until_dispatch: 'Un contacto puede cancelar en una llamada, con la contraseña verbal, hasta que se esté solicitando la ayuda.',
};

export const BEFORE: Words<typeof en.BEFORE> = {
  no_effect: 'Cancelar en la app ya no detiene la ayuda.',
  as_disarm: 'Hasta entonces puede cancelar aquí con el código. Después se comunica, sin garantía.',
  passed_on: 'Cancelar aquí, o desarmar, se comunica. No garantiza que se detengan las llamadas o la ayuda.',
  stops_siren: null,
};

export const AFTER_START: Words<typeof en.AFTER_START> = {
  no_effect: 'Cancelar en la app no detiene la ayuda.',
  as_disarm: 'Cancelar o desarmar ahora se comunica a la ayuda solicitada, sin garantía.',
  passed_on: 'Cancelar o desarmar se comunica a la ayuda solicitada, sin garantía.',
  stops_siren: null,
};

export const NEXT: Words<typeof en.NEXT> = {
  title: 'Qué sigue',
  words: (words) => `La estación dirá: ${words.join(' ')}`,
  wordsHow: 'Con estas dos palabras demuestra en sus llamadas que es la estación.',
};

export const WOULD: Words<typeof en.WOULD> = {
  full: (requested) => requested,
  unmonitored: (requested) => requested,
  practice: (requested) => requested,
  drill: (requested) => `${requested}, si no fuera un simulacro`,
};

export const SAYS: Words<typeof en.SAYS> = {
  nobodySent: 'no se envía a nadie, y usted todavía puede enviar policía desde aquí',
  notAnswered: (end) => `Si no contesta: ${end}.`,
  nobodyReached: (end) => `Si no contesta: se llama al siguiente contacto. Si no se localiza a nadie: ${end}.`,
  noDecision: (end) => `Sin decisión: ${end}.`,
  noDecisionNext: 'Sin decisión: se llama al siguiente contacto.',
  wrongPassword: (requested) => `También con una contraseña incorrecta: ${requested} de inmediato.`,
  toldAll: 'Se avisa a los demás contactos. No se pide a nadie que venga.',
  unlessDisarmed: 'Si no se desarma a tiempo, esto es una alarma de robo.',
  asksUntil: 'La estación sigue pidiendo hasta que quien recibe haya aceptado.',
  nextCalled: 'Si nadie contesta, se llama al siguiente contacto.',
  practice: (says) => `No se envía a nadie. ${says}`,
  neverCancelled: 'Esto no se puede cancelar, ni siquiera si es una falsa alarma.',
};

export const SEND: Words<typeof en.SEND> = { text: (asked) => `Enviar ${asked}`, now: (asked) => `Enviar ${asked} ahora` };
