// Knows how a row of the plan table reads, in Spanish.
import type * as en from '../en/plans';
import type { Words } from '../language';

export const PLANS_PAGE: Words<typeof en.PLANS_PAGE> = {
  title: 'Planes de respuesta',
  above: 'Lo que hace la estación, tipo por tipo',
  lead: 'La estación lee la misma tabla. Un incidente conserva el plan con el que se abrió.',
  card: 'Qué pasa después de un deslizamiento o una alarma, para cada tipo.',
  open: 'Mostrar los planes de respuesta',
  whole: 'El plan completo',
  locked: 'Bloqueado',
  setting: 'Su ajuste',
  yours: 'Elegido para este hogar',
  other: 'El otro ajuste',
};

const SOS = 'Un plan de SOS no se puede cambiar: quien desliza debe saber qué sigue.';

export const LOCKED: Words<typeof en.LOCKED> = {
  sos_police: SOS,
  sos_fire: SOS,
  sos_medical: SOS,
  siren_only: 'No hay nada que cambiar: es solo la sirena.',
  burglar: null,
  smoke: 'El plan de humo no se puede cambiar: los minutos cuentan.',
  carbon_monoxide: 'El plan de monóxido de carbono no se puede cambiar: puede que nadie en la casa lo note.',
  panic: 'El plan de pánico no se puede cambiar: quien presiona debe saber qué sigue.',
  duress: 'El plan de coacción no se puede cambiar ni cancelar.',
  flood: 'El plan de inundación no se puede cambiar.',
  freeze: 'El plan de congelación no se puede cambiar.',
};

export const OPENS: Words<typeof en.OPENS> = {
  after_five_seconds: 'Cinco segundos después de deslizar, si no se cancela',
  after_entry_delay: 'Tras el retardo de entrada, si no se desarma',
  at_once: 'De inmediato',
};

export const SIREN: Words<typeof en.SIREN> = {
  sounds: 'Suenan la estación base, el teclado y las cámaras vinculadas',
  announces: 'Ninguna. La estación base dice que se solicitó ayuda',
  silent: 'Ninguna',
};

export const WHOM: Words<typeof en.WHOM> = {
  first: 'Llama al primer contacto',
  all_in_order: 'Llama a todos los contactos en orden, hasta localizar a una persona',
};

export const TELLS: Words<typeof en.TELLS> = {
  first_then_second: 'Una llamada automática al primer contacto; si no contesta, al segundo',
  in_order: 'Un mensaje de voz al primer contacto; si no contesta, al siguiente',
};

export const NOT_REACHED: Words<typeof en.NOT_REACHED> = {
  dispatch: (requested) => requested,
  nobody_sent: () => 'No se envía a nadie; la app lo ofrece durante dos horas',
};

export const NO_DECISION: Words<typeof en.NO_DECISION> = {
  as_not_reached: () => 'Como si nadie hubiera contestado',
  next_contact: () => 'Se llama al siguiente contacto',
  dispatch: (requested) => requested,
};

export const WRONG_PASSWORD: Words<typeof en.WRONG_PASSWORD> = {
  as_not_reached: () => 'Como si nadie hubiera contestado',
  dispatch: (requested) => `${requested} de inmediato`,
};

export const PASSWORD: Words<typeof en.PASSWORD> = {
  as_enrolled: 'con la contraseña verbal, si el hogar la pide',
  always: 'con la contraseña verbal',
};

export const BY_CONTACT: Words<typeof en.BY_CONTACT> = {
  in_that_call: 'Quien conteste esa llamada',
  until_dispatch: 'Cualquier contacto, hasta que se esté solicitando la ayuda',
};

export const DISARM: Words<typeof en.DISARM> = {
  no_effect: 'Silencia la sirena y no detiene nada más',
  cancels: 'Cancela, hasta que se esté solicitando la ayuda; después se comunica',
  passed_on: 'Se comunica, sin garantía',
};

export const IN_APP: Words<typeof en.IN_APP> = {
  no_effect: 'Sin efecto',
  as_disarm: 'Lo mismo que desarmar',
  passed_on: 'Se comunica, sin garantía',
  stops_siren: 'Detiene la sirena',
};

export const AFTER: Words<typeof en.AFTER> = {
  others_and_first_if_unreached: 'Se avisa a los demás contactos, y de nuevo al primero si no contestó',
  the_rest: 'Se avisa a los demás contactos',
  all: 'Se llama y se avisa a todos los contactos',
  nobody: 'No se llama a nadie',
};

export const AFTER_CANCEL: Words<typeof en.AFTER_CANCEL> = {
  nothing: null,
  still_need_help: 'Durante diez minutos el dispositivo que deslizó muestra «Todavía necesito ayuda»',
  tell_the_rest: 'Se avisa a los demás contactos que fue una falsa alarma',
};

export const WHILE_OPEN: Words<typeof en.WHILE_OPEN> = {
  own_incident: null,
  notes_burglar: 'Se anota, sin sirena ni llamadas: entran quienes acuden',
};

export const SEEN: Words<typeof en.SEEN> = { household: null, hidden: 'Nadie en el hogar puede verlo, oírlo ni contarlo' };

export const STEP: Words<typeof en.STEP> = {
  heading: (kind, setting) => `${kind}: ${setting}`,
  dispatch: (asked) => `Solicita ${asked}, antes de cualquier llamada`,
  agent: 'Lo pone en manos de un agente',
  siren: 'Nada más que la sirena',
  nobody: 'Nadie',
};

export const ASKS: Words<typeof en.ASKS> = {
  nobodyReached: 'Si no se localiza a nadie',
  noDecision: 'Contestado, sin decisión',
  wrongPassword: 'Contraseña incorrecta',
  cancel: 'Quién puede cancelar',
  afterCancel: 'Después de cancelar',
  begins: 'Comienza',
  siren: 'Sirena',
  first: 'Primero',
  disarming: 'Desarmar',
  inApp: 'Cancelar en la app',
  afterRequest: 'Después de solicitar ayuda',
  meanwhile: 'Una alarma de robo mientras tanto',
  seen: 'Quién lo ve',
};
