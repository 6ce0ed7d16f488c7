// Knows how a home that can send nobody is marked, in Spanish.
import type * as en from '../en/mode';
import type { Words } from '../language';

const EMERGENCY = 'En una emergencia, llame al 911.';

export const BANNER: Words<typeof en.BANNER> = { demo: { mark: 'Demo.', rest: 'Esta estación no puede enviar a nadie.' } };
export const TAG: Words<typeof en.TAG> = { demo: 'Demo' };
export const SHEET_WARNING: Words<typeof en.SHEET_WARNING> = { demo: `Esta estación no puede enviar a nadie. ${EMERGENCY}` };
export const COURSE_MARK: Words<typeof en.COURSE_MARK> = { full: null, practice: 'Práctica', drill: 'Simulacro', unmonitored: null };

export const LEFT: Words<typeof en.LEFT> = {
  days: (count) => `${count} días`,
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
};

export const MARKED: Words<typeof en.MARKED> = {
  drill: (mark) => `Simulacro. ${mark}`,
  practice: (mark) => `Práctica. ${mark}`,
  nobodyIs: `No se envía a nadie. ${EMERGENCY}`,
  nobodyFor: (left) => `No se envía a nadie durante ${left} más. ${EMERGENCY}`,
  nobodyWas: `No se envió a nadie. ${EMERGENCY}`,
};

export const SENDS_NOBODY: Words<typeof en.SENDS_NOBODY> = {
  full: null,
  unmonitored: null,
  practice: `Práctica: no se enviará a nadie. ${EMERGENCY}`,
  drill: `Simulacro: no se enviará a nadie. ${EMERGENCY}`,
};

export const BASE_STATION: Words<typeof en.BASE_STATION> = { demo: 'la estación base virtual' };
export const LINKED_CAMERAS: Words<typeof en.LINKED_CAMERAS> = { demo: 'la cámara vinculada' };
export const PHONE: Words<typeof en.PHONE> = { demo: (name) => `la tarjeta de ${name} en el tablero de teléfonos` };
export const PHONE_SHORT: Words<typeof en.PHONE_SHORT> = { demo: (name) => `la tarjeta de ${name}` };
