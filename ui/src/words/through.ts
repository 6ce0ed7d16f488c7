// Knows what is said about getting through Do Not Disturb: why, the station as a contact, and the computer's own alerts.
// The steps of each system are in through-steps.ts.
import type { AlertAnswer, Desktop } from '../backend/wire';
import type { System } from './through-steps';
import * as en from './en/through';
import * as es from './es/through';
import * as fr from './fr/through';
import { LOCALE, inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { SAID } = words;
export const { THROUGH, CARD, PHONES, ALERTS } = words;

const DATE = new Intl.DateTimeFormat(LOCALE, { year: 'numeric', month: 'long', day: 'numeric' });

/** Only what is known: what a person said, and when. */
export const answered = ({ seen, at_ms }: AlertAnswer) =>
  (seen ? SAID.seen : SAID.unseen)(DATE.format(at_ms));

/** Whose steps are shown first on a computer. */
export const SYSTEM_OF = { mac: 'mac', windows: 'windows', gnome: 'gnome', kde: 'kde', other: null } satisfies Record<Desktop, System | null>;
