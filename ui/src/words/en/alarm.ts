// Knows what raises an alarm, in English.
import type { Kind, Trigger } from '../../backend/wire';

/** What happened, as a sentence without its end. A code is only a code: nothing tells which (J6). */
export const TRIGGER = {
  contact_sensor: 'A door or window was opened',
  motion_detector: 'Something moved',
  glass_break: 'Glass broke',
  smoke_listener: 'A listener heard a smoke alarm',
  smoke_alarm: 'A smoke alarm went off',
  co_listener: 'A listener heard a carbon monoxide alarm',
  co_alarm: 'A carbon monoxide alarm went off',
  panic_button: 'The panic button was pressed',
  keypad_panic: '✕ and ✓ were held on the keypad',
  keypad_police: 'The keypad’s police button was held',
  keypad_fire: 'The keypad’s fire button was held',
  keypad_medical: 'The keypad’s medical button was held',
  duress_code: 'A code was entered',
  duress_password: 'A password was entered',
  flood_sensor: 'There is water where none should be',
  freeze_sensor: 'It is close to freezing',
} satisfies Record<Trigger, string>;

export const IF_REAL = 'If this is real, call 911.';

export const LEAVE = 'If this is real: leave the house, call 911.';

/** What practice says besides that nobody is sent (L2). */
export const PRACTICE_SAYS = {
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
} satisfies Record<Kind, string>;

/** On every screen where nobody was called (B14). */
export const NOBODY_CALLED = 'Nobody was called. Call 911 if you need help.';
