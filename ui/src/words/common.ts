// Knows the words that every screen shares: leaving, 911, time, and what went wrong in between.
import type { ErrorBody } from '../backend/wire';
import * as en from './en/common';
import * as es from './es/common';
import * as fr from './fr/common';
import { LOCALE, inLanguage } from './language';
import { errorWords } from './station';

const words = inLanguage({ en, es, fr });
const { beforeLast } = words;
export const { COMMON, CALL_911, NO_SENTENCE } = words;

export function errorBody(error: unknown): ErrorBody {
  if (typeof error === 'object' && error !== null && 'sentence' in error && 'code' in error) {
    const body = error as ErrorBody;
    return errorWords({ code: body.code, sentence: body.sentence, reasons: body.reasons ?? [], problems: body.problems ?? [] });
  }
  return { code: 'unreachable', sentence: NO_SENTENCE, reasons: [], problems: [] };
}

const CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

const SHORT_CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const DAY = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric' });

const LONG_DAY = new Intl.DateTimeFormat(LOCALE, { month: 'long', day: 'numeric', year: 'numeric' });

/** HH:MM. */
export const shortTime = (ms: number) => SHORT_CLOCK.format(ms);

/** The day with its year. */
export const longDay = (ms: number) => LONG_DAY.format(ms);

/** HH:MM:SS, for a timeline. */
export const clockTime = (ms: number) => CLOCK.format(ms);

/** HH:MM today, else the day. */
export function when(ms: number, now: number): string {
  const sameDay = new Date(ms).toDateString() === new Date(now).toDateString();
  return sameDay ? SHORT_CLOCK.format(ms) : `${DAY.format(ms)}, ${SHORT_CLOCK.format(ms)}`;
}

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${beforeLast(names.at(-1) ?? '')} ${names.at(-1)}`;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}
