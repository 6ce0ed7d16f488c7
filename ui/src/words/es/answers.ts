// Knows how the answers of a set-up read, in Spanish.
import type * as en from '../en/answers';
import type { Words } from '../language';

export const ENROLLED: Words<typeof en.ENROLLED> = {
  professional: 'Monitoreo profesional.',
  self_monitored: 'Monitoreo propio.',
  not_enrolled: 'La alarma no está inscrita.',
};

export const SAID: Words<typeof en.SAID> = {
  business: 'Un negocio.',
  newPassword: 'Se eligió una nueva.',
  password: 'Elegida.',
  samePassword: 'Queda como está.',
  noPassword: 'Todavía no se eligió.',
  permit: (permit) => `Permiso de alarma ${permit}.`,
  camerasOn: 'SOS para cámaras está activado.',
  camerasOff: 'SOS para cámaras está desactivado.',
  asked: 'Se pide la contraseña verbal.',
  notAsked: 'No se pide la contraseña verbal.',
};
