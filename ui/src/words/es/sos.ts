// Knows what the sheet, the countdown and the screens after it say, in Spanish.
import type * as en from '../en/sos';
import type { Words } from '../language';

export const SHEET: Words<typeof en.SHEET> = {
  question: '¿Quién debe venir?',
  to: 'La ayuda va a',
  only: 'Use SOS solo en una emergencia.',
  slide: 'Deslice hasta el final; después tiene cinco segundos para cancelar.',
  hold: 'O mantenga presionado un segundo y medio: con un dedo, Espacio o Intro.',
  describedBy: 'Deslice hasta el final, o mantenga presionado Espacio o Intro un segundo y medio.',
  unreachable: 'La estación no responde en este momento. Puede deslizar: Mayday sigue intentando. Llame también al 911.',
  sending: 'Enviando…',
  notNow: 'Ahora no',
};

export const COUNTDOWN: Words<typeof en.COUNTDOWN> = {
  cancel: 'Cancelar',
  sending: 'Enviando…',
  journal: 'Este dispositivo no pudo escribir su registro; vale el de la estación.',
  journalUnheld: 'Este dispositivo no pudo escribir su registro. Deje Mayday abierto.',
};

export const ACTION: Words<typeof en.ACTION> = { send: 'Enviar ahora', withdraw: 'Retirar', dismiss: 'Volver al inicio' };

export const NOT_AVAILABLE: Words<typeof en.NOT_AVAILABLE> = {
  device: 'SOS no está disponible en este dispositivo',
  home: 'SOS no está disponible para este hogar',
};

export const ALSO_SOUNDS = 'Policía y bomberos también hacen sonar la sirena. Médica es silenciosa.';

export const request: Words<typeof en.request> = {
  now: (asked) => `Solicitar ${asked} ahora`,
  soon: (asked) => `Se solicitará ${asked} en`,
  soonSpoken: (coming, seconds) => `${coming} ${seconds} segundos.`,
  spoken: (coming, seconds) => `${coming} ${seconds} segundos. Para cancelar, presione el botón Cancelar o Escape.`,
};

export const FIRST: Words<typeof en.FIRST> = {
  called: (name) => `Primero se llamará a ${name}.`,
  none: 'No hay ningún contacto: la ayuda se solicita de inmediato.',
};

export const HELD: Words<typeof en.HELD> = {
  trying: (trouble) => `${trouble} Seguimos intentando.`,
  sending: 'Enviando a la estación…',
  elsewhere: 'La estación ya tiene su solicitud. Actuará aunque este teléfono deje de funcionar.',
  here: 'La estación de esta computadora ya tiene su solicitud. Actuará aunque se cierre esta ventana.',
};

export const TOO_LATE: Words<typeof en.TOO_LATE> = {
  only: 'La cancelación llegó demasiado tarde.',
  answer: (name) => `La cancelación llegó demasiado tarde. Solo contestando la llamada a ${name} todavía se puede cancelar.`,
};

export const REFUSED: Words<typeof en.REFUSED> = {
  acts: 'La estación actúa por sí misma',
  holds: (kind) => `Ya tiene su solicitud de ${kind} y no acepta nada más de este dispositivo.`,
  notSent: 'No se envió',
  nobody: (kind) => `La estación rechazó su solicitud de ${kind}. No se pidió a nadie que viniera.`,
  lost: 'La estación no puede atender su solicitud',
  unknown: (kind) => `Ya no conoce este hogar ni sabe nada de su solicitud de ${kind}. Llame al 911.`,
};

export const NEWS: Words<typeof en.NEWS> = {
  help: 'Ayuda solicitada',
  slide: 'La estación recibió su deslizamiento',
  waiting: 'Esperando noticias de la estación',
};

export const UNSETTLED: Words<typeof en.UNSETTLED> = {
  committing: 'Enviando su solicitud…',
  cancelling: 'Cancelando…',
  asking: 'Preguntando a la estación qué pasó con su solicitud…',
  waiting: (kind) => `Su solicitud de ${kind} no llegó a la estación.`,
  goes: (seconds) => `Se envía sola en ${seconds} s.`,
  tooOld: (kind) => `Una solicitud de ${kind} anterior nunca llegó a la estación.`,
  slideAgain: 'No se enviará sola. Deslice de nuevo si todavía necesita ayuda.',
  acts: 'La estación tiene su solicitud y actúa por sí misma.',
  noAnswer: 'La estación todavía no ha respondido.',
  trying: (trouble) => `${trouble} Seguimos intentando. Llame al 911.`,
  cancelUnreached: 'No se pudo contactar a la estación para cancelar.',
  mayAsk: (why) => `${why} Si recibió su solicitud, pide que venga ayuda.`,
  mayCall: (why, name) => `${why} Si recibió su solicitud, llamará a ${name}. Conteste esa llamada para cancelar.`,
};

export const CODED: Words<typeof en.CODED> = {
  label: 'Código para cancelar',
  missing: 'Escriba el código y luego Cancelar.',
  spoken: 'Para cancelar, escriba el código y presione Intro.',
  withdraw: 'En este hogar hace falta el código.',
};

export const CODE_REFUSED: Words<typeof en.CODE_REFUSED> = {
  wrong: 'Ese no es el código de este hogar.',
  tries: 'Demasiados códigos incorrectos: ahora no se acepta ninguno. La ayuda sigue.',
  needed: 'En este hogar cancelar requiere el código.',
};
