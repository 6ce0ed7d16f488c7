// Knows how an incident stands, in Spanish.
import type * as en from '../en/timeline';
import type { Words } from '../language';

export const TIMELINE: Words<typeof en.TIMELINE> = {
  label: 'Qué pasó',
  notConfirmed: 'Aún no confirmado. Llame usted al 911.',
  done: 'Hecho:',
  running: 'En curso:',
  coming: 'Por venir:',
};

export const SAID: Words<typeof en.SAID> = {
  aContact: 'un contacto',
  entryDelay: 'Retardo de entrada: alarma si no se desarma',
  nobodyCalled: 'No se llamó a nadie',
  help: 'Ayuda solicitada',
  alarm: 'Alarma activada',
  calling: 'Llamando a sus contactos',
  falseAlarm: 'Falsa alarma. Se avisa a los demás.',
  telling: 'Avisando a sus contactos',
  nobodySent: 'Nadie contestó. No se envió a nadie.',
  joined: 'Sumado a un SOS que estaba abierto',
  closed: 'Cerrado',
  holds: 'La estación tiene la solicitud',
  requesting: (asked) => `Solicitando ${asked}…`,
  cancelledBy: (name) => `Cancelado por ${name}`,
  cancelledByOne: 'Cancelado por un contacto',
  byStation: 'Cerrado por la estación',
  byPerson: 'Terminado: lo dijo una persona',
  disarmed: 'Desarmado. No se pidió a nadie que viniera.',
  cancelledInApp: 'Cancelado en la app. No se pidió a nadie que viniera.',
  agent: 'En manos de un agente',
  drillOver: 'Terminado. No se envió a nadie.',
  told: (name) => `Se avisó a ${name}`,
  messageLeft: 'Nadie contestó. Se dejó un mensaje.',
  nobodyReached: 'No se localizó a nadie',
  cancelled: 'Cancelado. No se pidió a nadie que viniera.',
  cancelledUncalled: 'Cancelado. No se llamó a nadie.',
};

export const DOING: Words<typeof en.DOING> = {
  answered: (card) => `Contestó ${card}`,
  ringing: (card) => `Suena ${card}`,
  soon: (card) => `Está por sonar ${card}`,
};

export const NOT_YET: Words<typeof en.NOT_YET> = {
  dispatch: (requested) => `${requested} si nadie contesta`,
  dispatchUndecided: (requested) => `${requested} si la llamada no cancela`,
  nextContact: 'Se llama al siguiente contacto si nadie contesta',
  nobody: 'No se envía a nadie si nadie contesta',
  accepted: (requested) => `${requested}: confirmado por quien recibe`,
  others: 'Se avisa a los demás contactos',
};

export const DELAY: Words<typeof en.DELAY> = {
  before: 'Si no se desarma, la alarma se activa en',
  seconds: (count) => `${count} s`,
  over: 'El retardo de entrada terminó. Esperando la respuesta de la estación…',
};
