// Knows what the kinds and the three services are called, in Spanish.
import type { Service } from '../../backend/wire';
import type * as en from '../en/kinds';
import type { Words } from '../language';

export const SERVICE_ASKED: Words<typeof en.SERVICE_ASKED> = { police: 'policía', fire: 'bomberos', medical: 'ayuda médica' };
export const SERVICE_SUBJECT: Words<typeof en.SERVICE_SUBJECT> = { police: 'Policía', fire: 'Bomberos', medical: 'Ayuda médica' };
export const NOBODY: Words<typeof en.NOBODY> = { asked: 'a nadie', subject: 'Nadie' };

export const ALARM_NAME: Words<typeof en.ALARM_NAME> = {
  burglar: 'Alarma de robo',
  smoke: 'Alarma de humo',
  carbon_monoxide: 'Alarma de monóxido de carbono',
  panic: 'Alarma de pánico',
  duress: 'Coacción',
  flood: 'Alarma de inundación',
  freeze: 'Alarma de congelación',
};

export const KIND_NAME: Words<typeof en.KIND_NAME> = {
  sos_police: 'Policía',
  sos_fire: 'Bomberos',
  sos_medical: 'Médica',
  siren_only: 'Solo sirena',
  ...ALARM_NAME,
};

/** After "de". */
export const KIND_ADJECTIVE: Words<typeof en.KIND_ADJECTIVE> = {
  sos_police: 'policía',
  sos_fire: 'bomberos',
  sos_medical: 'ayuda médica',
  siren_only: 'sirena',
  burglar: 'alarma de robo',
  smoke: 'alarma de humo',
  carbon_monoxide: 'alarma de monóxido de carbono',
  panic: 'alarma de pánico',
  duress: 'coacción',
  flood: 'alarma de inundación',
  freeze: 'alarma de congelación',
};

export const KIND_HEADING: Words<typeof en.KIND_HEADING> = {
  sos_police: 'SOS policía',
  sos_fire: 'SOS bomberos',
  sos_medical: 'SOS médico',
  siren_only: 'Solo sirena',
  ...ALARM_NAME,
};

const isPlural = (services: readonly Service[]) => services.length > 1 || services[0] === 'fire';

export const requested = (services: readonly Service[], subject: string) =>
  `${subject} solicitad${services.includes('fire') ? 'o' : 'a'}${isPlural(services) ? 's' : ''}`;

export const areRequested = (services: readonly Service[], asked: string) => `${isPlural(services) ? 'se solicitan' : 'se solicita'} ${asked}`;
