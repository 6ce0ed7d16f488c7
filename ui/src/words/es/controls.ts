// Knows what the controls of an open incident say, in Spanish.
import type * as en from '../en/controls';
import type { Words } from '../language';

export const CODE: Words<typeof en.CODE> = {
  label: 'Código de acceso',
  missing: 'Primero escriba el código.',
  none: 'Este hogar no tiene código de acceso. Para desarmar, para la práctica y para este ajuste hace falta uno.',
  demo: (code) => `El código de la demo: ${code}`,
};

export const DISARMS: Words<typeof en.DISARMS> = {
  no_effect: ['Silencia la sirena. No detiene las llamadas ni la ayuda.', 'Silencia la sirena. No detiene las llamadas ni la ayuda.'],
  cancels: [
    'Silencia la sirena y cancela la alarma: no se pide a nadie que venga.',
    'Silencia la sirena. Ya se está pidiendo ayuda: el desarme se les comunica, sin garantía.',
  ],
  passed_on: [
    'Silencia la sirena. Se comunica, sin garantía de que detenga las llamadas o la ayuda.',
    'Silencia la sirena. Se comunica a la ayuda solicitada, sin garantía.',
  ],
};

export const CANCELS: Words<typeof en.CANCELS> = {
  no_effect: null,
  as_disarm: [
    'Cancela esta alarma: la sirena se detiene, no se pide a nadie que venga.',
    'Ya se está pidiendo ayuda: la cancelación se les comunica, sin garantía.',
  ],
  passed_on: [
    'Se comunica a la ayuda solicitada, sin garantía. La sirena sigue.',
    'Se comunica a la ayuda solicitada, sin garantía. La sirena sigue.',
  ],
  stops_siren: null,
};

export const SEND_NOW: Words<typeof en.SEND_NOW> = {
  text: 'No me llame, envíe ayuda ya',
  how: 'Si el primer contacto es usted: omite la llamada y pide de inmediato que venga ayuda.',
  drill: 'Si el primer contacto es usted: omite la llamada. Un simulacro sigue sin enviar a nadie.',
};

export const SEND: Words<typeof en.SEND> = {
  title: 'Todavía puede pedir ayuda',
  how: 'Deslice para pedirla de inmediato. Esto queda aquí dos horas, o hasta que se desarme la alarma.',
};

export const STILL: Words<typeof en.STILL> = {
  title: 'Se canceló en una llamada',
  text: 'Todavía necesito ayuda',
  confirm: 'Enviar ayuda ahora',
  how: (left) => `Deslice para pedir de inmediato que venga ayuda, sin llamada. Posible durante ${left} más, solo en este dispositivo.`,
  drill: 'Como en un SOS real. Un simulacro sigue sin enviar a nadie.',
};

export const NOTICE: Words<typeof en.NOTICE> = { text: 'Ya leí esto', how: 'Queda en la pantalla principal hasta que alguien lo haya leído.' };

export const OVER: Words<typeof en.OVER> = {
  text: 'Ya terminó',
  how: 'Termina este incidente. Con esto no se hace volver a quienes ya vienen en camino.',
};

export const JOINED: Words<typeof en.JOINED> = {
  how: 'Este deslizamiento se sumó a un SOS que estaba abierto. Las llamadas y la ayuda están en ese SOS.',
  show: 'Mostrar ese SOS',
};

export const RESPONDERS: Words<typeof en.RESPONDERS> = {
  open: 'Mostrar esto a quienes acudan',
  title: 'Para quienes acuden',
  what: 'Qué',
  where: 'Dónde',
  asked: 'Solicitado',
  began: 'Comenzó',
  people: 'A quién se localizó',
  nobody: 'Todavía no se localizó a nadie.',
  close: 'Cerrar',
};

export const DISARM: Words<typeof en.DISARM> = { text: 'Desarmar', confirm: 'Desarmar ahora', silences: 'Silencia la sirena.' };

export const CANCEL: Words<typeof en.CANCEL> = { text: 'Cancelar esta alarma', confirm: 'Cancelar ahora' };
