// Knows what is said about the drill of an alarm, in Spanish.
import type * as en from '../en/drill';
import type { Words } from '../language';

export const DRILL_ALARM: Words<typeof en.DRILL_ALARM> = {
  open: 'Simulacro de una alarma',
  choose: 'Qué alarma',
  start: 'Iniciar este simulacro',
  does: 'Se cumple el plan de esa alarma: suenan los teléfonos de sus contactos, la sirena suena un momento y no se pide a nadie que venga.',
};

export const DRILLED: Words<typeof en.DRILLED> = [
  { value: 'glass_break', text: 'Robo' },
  { value: 'smoke_alarm', text: 'Humo' },
  { value: 'co_alarm', text: 'Monóxido de carbono' },
  { value: 'panic_button', text: 'Pánico' },
  { value: 'flood_sensor', text: 'Inundación' },
  { value: 'freeze_sensor', text: 'Congelación' },
];
