// Knows what is said of what the home's devices did, in Spanish.
import type * as en from '../en/activity';
import type { Words } from '../language';

export const ACTIVITY: Words<typeof en.ACTIVITY> = {
  title: 'Quién hizo qué',
  nothing: 'Todavía no se hizo nada.',
  more: 'Mostrar todo',
  you: 'este dispositivo',
  forgotten: 'Un dispositivo olvidado',
};

export const SECRETS: Words<typeof en.SECRETS> = { passwords: 'Eligió contraseñas', codes: 'Eligió códigos' };

export const BURGLAR: Words<typeof en.BURGLAR> = {
  if_no_one_cancels: 'Eligió para las alarmas de robo: policía si nadie cancela',
  only_if_i_say: 'Eligió para las alarmas de robo: policía solo si alguien la pide',
};

export const CAME_IN: Words<typeof en.CAME_IN> = { owner: 'Entró como propietario', member: 'Entró como miembro' };

export const SIMPLY: Words<typeof en.SIMPLY> = {
  cancelled_slide: 'Canceló un deslizamiento dentro de los cinco segundos',
  cancelled_in_app: 'Canceló en la app',
  sent_help: 'Pidió ayuda de inmediato',
  silenced: 'Silenció la sirena',
  said_over: 'Dijo que ya terminó',
  disarmed: 'Desarmó la alarma',
  changed_home: 'Cambió el hogar',
  left_home: 'Dejó el hogar',
  made_recovery: 'Creó un código de recuperación',
};

export const DID: Words<typeof en.DID> = {
  drill: (kind) => `Inició un simulacro: ${kind}`,
  slid: (kind) => `Deslizó ${kind}`,
  cancelCode: 'Exigió el código para cancelar',
  cancelFree: 'Permitió cancelar sin el código',
  beganPractice: 'Inició la práctica',
  endedPractice: 'Terminó la práctica',
  testedPhone: (whom) => `Probó el teléfono de ${whom}`,
  testedOne: 'Probó el teléfono de un contacto',
  removed: (whom) => `Quitó: ${whom}`,
  removedOne: 'Quitó un dispositivo',
};
