// Knows what each plan allows, side by side (P4): what B1 to B4, B14 and U1 say of plans, and nothing else.
import type { Plan } from '../backend/wire';
import * as en from './en/compare';
import * as es from './es/compare';
import * as fr from './fr/compare';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { ANSWER, ROWS } = words;
export const { COMPARE } = words;

/** Yes or no, and the condition that belongs to it. */
export interface Answer {
  yes: boolean;
  text: string;
}

export interface Allowed {
  what: string;
  how: string;
  of: Record<Plan, Answer>;
}

type Said = (typeof ROWS)[keyof typeof ROWS];

const no: Answer = { yes: false, text: ANSWER.no };

const yes = (text: string): Answer => ({ yes: true, text });

const proOnly = ({ what, how, if: text }: Said): Allowed => ({ what, how, of: { basic: no, plus: no, pro: yes(text) } });

const every = ({ what, how, if: text }: Said): Allowed => ({ what, how, of: { basic: yes(text), plus: yes(text), pro: yes(text) } });

export const ALLOWED: readonly Allowed[] = [
  proOnly(ROWS.sos),
  proOnly(ROWS.professional),
  proOnly(ROWS.cameras),
  proOnly(ROWS.plans),
  every(ROWS.self),
  every(ROWS.nobody),
  every(ROWS.code),
];
