// Knows what is said about the drill of an alarm, in English.
import type { Trigger } from '../../backend/wire';

export const DRILL_ALARM = {
  open: 'Drill an alarm',
  choose: 'Which alarm',
  start: 'Start this drill',
  does: 'The plan of that alarm is carried out: your contacts’ phones ring, the siren sounds for a moment, and nobody is asked to come.',
};

/** One sensor for each kind of alarm. */
export const DRILLED = [
  { value: 'glass_break', text: 'Burglar' },
  { value: 'smoke_alarm', text: 'Smoke' },
  { value: 'co_alarm', text: 'Carbon monoxide' },
  { value: 'panic_button', text: 'Panic' },
  { value: 'flood_sensor', text: 'Flood' },
  { value: 'freeze_sensor', text: 'Freeze' },
] as const satisfies readonly { value: Trigger; text: string }[];
