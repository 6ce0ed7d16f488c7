// Knows what raises an alarm, in Canadian French.
import type * as en from '../en/alarm';
import type { Words } from '../language';

export const TRIGGER: Words<typeof en.TRIGGER> = {
  contact_sensor: 'Une porte ou une fenêtre a été ouverte',
  motion_detector: 'Quelque chose a bougé',
  glass_break: 'Une vitre s’est brisée',
  smoke_listener: 'Un détecteur sonore a entendu un avertisseur de fumée',
  smoke_alarm: 'Un avertisseur de fumée s’est déclenché',
  co_listener: 'Un détecteur sonore a entendu un avertisseur de monoxyde de carbone',
  co_alarm: 'Un avertisseur de monoxyde de carbone s’est déclenché',
  panic_button: 'Le bouton de panique a été enfoncé',
  keypad_panic: '✕ et ✓ ont été maintenus sur le clavier',
  keypad_police: 'Le bouton police du clavier a été maintenu',
  keypad_fire: 'Le bouton pompiers du clavier a été maintenu',
  keypad_medical: 'Le bouton médical du clavier a été maintenu',
  duress_code: 'Un code a été entré',
  duress_password: 'Un mot de passe a été entré',
  flood_sensor: 'Il y a de l’eau là où il ne devrait pas y en avoir',
  freeze_sensor: 'Il est près de geler',
};

export const IF_REAL = 'Si c’est réel, appelez le 911.';
export const LEAVE = 'Si c’est réel : quittez la maison, appelez le 911.';

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

export const NOBODY_CALLED = 'Personne n’a été appelé. Appelez le 911 si vous avez besoin d’aide.';
