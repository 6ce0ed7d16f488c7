// Knows what raises an alarm, in Spanish.
import type * as en from '../en/alarm';
import type { Words } from '../language';

export const TRIGGER: Words<typeof en.TRIGGER> = {
  contact_sensor: 'Se abrió una puerta o ventana',
  motion_detector: 'Algo se movió',
  glass_break: 'Se rompió un vidrio',
  smoke_listener: 'Un detector acústico oyó una alarma de humo',
  smoke_alarm: 'Se activó una alarma de humo',
  co_listener: 'Un detector acústico oyó una alarma de monóxido de carbono',
  co_alarm: 'Se activó una alarma de monóxido de carbono',
  panic_button: 'Se presionó el botón de pánico',
  keypad_panic: 'Se mantuvieron presionados ✕ y ✓ en el teclado',
  keypad_police: 'Se mantuvo presionado el botón de policía del teclado',
  keypad_fire: 'Se mantuvo presionado el botón de bomberos del teclado',
  keypad_medical: 'Se mantuvo presionado el botón médico del teclado',
  duress_code: 'Se ingresó un código',
  duress_password: 'Se ingresó una contraseña',
  flood_sensor: 'Hay agua donde no debería haber',
  freeze_sensor: 'Está cerca del punto de congelación',
};

export const IF_REAL = 'Si esto es real, llame al 911.';
export const LEAVE = 'Si esto es real: salga de la casa, llame al 911.';

export const PRACTICE_SAYS: Words<typeof en.PRACTICE_SAYS> = {
  sos_police: IF_REAL,
  sos_fire: IF_REAL,
  sos_medical: IF_REAL,
  siren_only: IF_REAL,
  burglar: IF_REAL,
  smoke: LEAVE,
  carbon_monoxide: LEAVE,
  panic: IF_REAL,
  duress: IF_REAL,
  flood: IF_REAL,
  freeze: IF_REAL,
};

export const NOBODY_CALLED = 'No se llamó a nadie. Llame al 911 si necesita ayuda.';
