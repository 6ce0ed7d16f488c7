// Knows what is said about the siren, in Spanish.
import type * as en from '../en/siren';
import type { Words } from '../language';

export const SIREN: Words<typeof en.SIREN> = {
  name: 'Solo hacer sonar la sirena',
  what: 'No se llama a nadie, no viene nadie.',
  hint: 'Siga presionando un segundo y medio.',
  describedBy: 'Mantenga presionado Espacio o Intro un segundo y medio.',
  confirm: 'Hacer sonar la sirena ahora',
  soundsIn: 'La sirena suena en',
};

export const MISSING_BASE_STATION = 'Hace falta una estación base. Este hogar no tiene.';

export const SIREN_LOST: Words<typeof en.SIREN_LOST> = {
  title: 'La estación no puede atender su orden de sirena',
  detail: 'Ya no conoce este hogar ni sabe nada de la orden. Si está en peligro, llame al 911.',
};

export const SIREN_TOO_LATE = 'La cancelación llegó demasiado tarde. Solo Silenciar la sirena puede detenerla todavía.';
export const SIREN_SEND_NOW = 'Hacerla sonar ahora';

export const CANCELLED: Words<typeof en.CANCELLED> = {
  ordered: 'Cancelado. Todavía no se sabe si la sirena está en silencio.',
  sounding: 'Cancelado. Todavía no se sabe si la sirena está en silencio.',
  stopping: 'Cancelado. El silencio aún no está confirmado.',
  silent: 'Cancelado. La sirena está en silencio.',
};

export const STANDS: Words<typeof en.STANDS> = {
  ordered: 'Sirena ordenada',
  sounding: 'La sirena suena',
  stopping: 'Silenciando la sirena…',
  silent: 'Sirena en silencio',
};

export const SIREN_HELD = 'La estación tiene la orden de sirena';

export const SIREN_DECIDED: Words<typeof en.SIREN_DECIDED> = {
  device: 'Sirena decidida por usted',
  station: 'Sirena decidida por la propia estación',
};

export const ENTRY: Words<typeof en.ENTRY> = {
  siren_sounds: (places) => `La sirena suena en ${places}`,
  silencing: () => 'Se pidió silencio; la estación base aún no lo confirmó',
  siren_silent: () => 'La sirena está en silencio',
  siren_ended: () => 'Terminó el tiempo fijado de la sirena',
  siren_not_started: (base) => `La sirena no empezó en ${base}`,
  announced: () => 'La estación base dijo en voz alta que se solicitó ayuda',
};

export const SILENCE: Words<typeof en.SILENCE> = { text: 'Silenciar la sirena', stopping: 'Silenciando… aún no confirmado' };

export const HELD: Words<typeof en.HELD> = {
  elsewhere: 'La estación ya tiene la orden. La sirena suena aunque este teléfono deje de funcionar.',
  here: 'La estación de esta computadora ya tiene la orden. La sirena suena aunque se cierre esta ventana.',
};

export const REFUSED: Words<typeof en.REFUSED> = {
  acts: 'La estación actúa por sí misma',
  holds: 'Ya tiene la orden de sirena y no acepta nada más de este dispositivo.',
  notSent: 'No se envió',
  silent: 'La estación rechazó la orden de sirena. La sirena sigue en silencio.',
};

export const UNSETTLED: Words<typeof en.UNSETTLED> = {
  starting: 'Iniciando la sirena…',
  cancelling: 'Cancelando…',
  cancelUnreached: 'No se pudo contactar a la estación para cancelar. Si recibió la orden, la sirena suena.',
  asking: 'Preguntando a la estación qué pasó con la sirena…',
  waiting: 'La orden de sirena no llegó a la estación.',
  goes: (seconds) => `Se envía sola en ${seconds} s.`,
  sending: 'Enviando…',
  tooOld: 'Una orden de sirena anterior nunca llegó a la estación.',
  soundAgain: 'No se enviará sola. Haga sonar la sirena de nuevo si todavía la necesita.',
  acts: 'La estación tiene la orden y actúa por sí misma.',
  noAnswer: 'La estación todavía no ha respondido.',
  trying: (trouble) => `${trouble} Seguimos intentando. Si está en peligro, llame al 911.`,
};

export const STAYS_SILENT = 'Cancelado. La sirena sigue en silencio.';
export const NOT_STARTED = 'La sirena no empezó';
export const KEYPAD = 'su teclado';

export const ONLY: Words<typeof en.ONLY> = {
  nobody: 'No se llamó a nadie.',
  siren: 'Esto solo silencia la sirena.',
  callsAndResponders: 'Esto solo silencia la sirena. Las llamadas y la ayuda siguen.',
  calls: 'Esto solo silencia la sirena. Las llamadas siguen.',
};
