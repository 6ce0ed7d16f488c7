// Knows every entry of a timeline, in Spanish.
import type * as en from '../en/entries';
import type { Words } from '../language';

export const WHY: Words<typeof en.WHY> = {
  rang_out: 'sonó sin que nadie contestara',
  hung_up: 'rechazaron o colgaron',
  busy: 'la línea estaba ocupada',
  voicemail: 'entró el buzón de voz',
  no_key_pressed: 'nadie presionó los dos dígitos',
  line_failed: 'falló la línea',
  in_another_call: 'la estación está en otra llamada con este contacto',
};

export const REAL: Words<typeof en.REAL> = {
  device: 'Ayuda solicitada: la estación tiene su solicitud',
  station: 'Ayuda solicitada: la estación actuó por sí misma',
};

export const NOT_REAL: Words<typeof en.NOT_REAL> = {
  device: 'La estación recibió su deslizamiento. No se envía a nadie.',
  station: 'La estación siguió por sí misma. No se envía a nadie.',
};

export const ACCEPTED: Words<typeof en.ACCEPTED> = {
  webhook: (requested) => `${requested}: el webhook aceptó`,
  dispatch_log: (requested) => `${requested} en el registro propio de la estación. No se pidió a nadie de fuera.`,
};

export const DISARMED: Words<typeof en.DISARMED> = {
  nothing: 'Desarmado: silencia la sirena y no detiene nada más',
  cancelled: 'Desarmado: la alarma queda cancelada, no se pide a nadie que venga',
  passed_on: 'Desarmado: se comunica a la ayuda solicitada, sin garantía',
  siren_only: 'Desarmado: se ordena a la sirena que pare',
};

export const CANCELLED: Words<typeof en.CANCELLED> = {
  nothing: 'Cancelar presionado en la app: no detiene las llamadas ni la ayuda',
  cancelled: 'Cancelado en la app: no se pide a nadie que venga',
  passed_on: 'Cancelar presionado en la app: se comunica a la ayuda solicitada, sin garantía',
  siren_only: 'Cancelado en la app: se ordena a la sirena que pare',
};

export const ENDED: Words<typeof en.ENDED> = {
  cancelled_on_device: 'Cancelado a tiempo',
  cancelled_by_contact: 'Terminado: era falsa alarma y se avisó a los demás',
  siren_over: 'Terminado: solo hubo sirena',
  by_station: 'Cerrado por la estación tras el tiempo fijado',
  by_person: 'Terminado: lo dijo una persona',
  disarmed: 'Terminado: se desarmó',
  nobody_sent: 'Terminó el tiempo para enviar policía desde aquí',
  told: 'Terminado: no queda nadie a quien avisar',
  before_an_agent: 'Terminado: está en manos de un agente',
  drill_over: 'El simulacro terminó. No se envió a nadie.',
};

export const SAYS: Words<typeof en.SAYS> = {
  holds: 'La estación tiene la solicitud',
  entryDelay: (trigger) => `${trigger}. Corre el retardo de entrada.`,
  alarmRaised: (kind, trigger) => `${kind}: ${trigger}`,
  alsoTriggered: (trigger) => `También se anotó: ${trigger}`,
  sendNow: 'Se pidió ayuda en la app, de inmediato',
  stillNeedHelp: 'Todavía se necesita ayuda: se pidió en el dispositivo que deslizó',
  nobodySent: 'Nadie contestó. No se envió a nadie.',
  decidingOver: 'Las llamadas ya tomaron tres minutos: no se llama a nadie más para decidir',
  alsoAsked: (asked) => `Otro deslizamiento pide ${asked}`,
  joined: 'Este deslizamiento se sumó a un SOS que estaba abierto',
  calledBack: (card) => `Llaman al número de la estación desde ${card}`,
  wouldRequest: (asked) => `Sin el simulacro, la estación solicitaría ${asked} en este punto`,
  agentAsked: (card) => `Se pidió un agente en ${card}`,
  agentWaiting: 'Se avisó a los agentes conectados',
  noAgent: 'No hay ningún agente conectado. Si esto es real, llame al 911.',
  agentTook: 'Un agente se hizo cargo',
  agentSendsHelp: 'Un agente pide que venga ayuda',
  read: 'El aviso se leyó',
  calling: (card) => `Conectando con ${card}`,
  callingToTell: (card) => `Conectando con ${card}, solo para informar`,
  ringing: (phone) => `Suena ${phone}`,
  answered: (card) => `Contestado en ${card}: se presionaron los dos dígitos`,
  notAnswered: (card, why) => `Sin respuesta en ${card}: ${why}`,
  messageLeft: (card) => `Mensaje dejado en el buzón de voz de ${card}`,
  messageNotLeft: (card) => `No se pudo dejar un mensaje en el buzón de voz de ${card}`,
  noDecision: (card) => `No llegó ninguna decisión de ${card}`,
  nobodyToCall: 'No hay ningún contacto',
  confirmedBy: (card) => `Ayuda confirmada en ${card}`,
  cancelledBy: (card) => `Cancelado en ${card}`,
  wrongPassword: (card) => `No llegó ninguna contraseña válida de ${card}`,
  requesting: (asked) => `Solicitando ${asked}…`,
  notConfirmed: (subject) => `${subject}: solicitud aún no confirmada`,
  told: (card) => `Mensaje escuchado en ${card}`,
};
