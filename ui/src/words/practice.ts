// Knows what is said about practice, drills and the one setting of the response plans (L5, F8).
import type { BurglarSetting, HomeView } from '../backend/wire';
import * as en from './en/practice';
import * as es from './es/practice';
import * as fr from './fr/practice';
import { inLanguage } from './language';

export const { PRACTICE, DRILL_SHEET, BURGLAR, BURGLAR_SETTING } = inLanguage({ en, es, fr });

/** Minutes, from the shortest to the longest that a home can practise. */
export const LENGTHS = [
  { value: '15', text: '15 min' },
  { value: '60', text: '1 h' },
  { value: '240', text: '4 h' },
  { value: '480', text: '8 h' },
] as const;

export type Length = (typeof LENGTHS)[number]['value'];

export const BURGLAR_SETTINGS = (Object.keys(BURGLAR_SETTING) as BurglarSetting[]).map((value) => ({ value, ...BURGLAR_SETTING[value] }));

/** Practice can be asked for here only where a code can be typed. */
export const canUseCode = ({ has_code }: HomeView) => has_code;
