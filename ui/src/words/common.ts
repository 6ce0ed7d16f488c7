// Knows the words that every screen shares: leaving, 911, time, and what went wrong in between.
import type { ErrorBody } from '../backend/wire';

export const COMMON = {
  product: 'Mayday',
  sos: 'SOS',
  close: 'Close',
  back: 'Back to home',
  dismiss: 'Back to home',
  notThis: 'Leave it',
  openBoard: 'Open the phone board',
  call911: 'Call 911 yourself',
  notYet: 'Not available in this version yet.',
};

export const CALL_911 = {
  title: 'Call 911 yourself',
  number: '911',
  how: 'Dial this on any phone:',
  copy: 'Copy number',
  copied: 'Copied',
  selected: 'The number is selected: copy it from there.',
  never: 'Mayday never dials 911 by itself.',
};

/** What the window says when an intent failed and the other side gave no sentence. */
export const NO_SENTENCE = 'Mayday’s core did not answer. In an emergency, call 911.';

export function errorBody(error: unknown): ErrorBody {
  if (typeof error === 'object' && error !== null && 'sentence' in error && 'code' in error) {
    const body = error as ErrorBody;
    return { code: body.code, sentence: body.sentence, reasons: body.reasons ?? [], problems: body.problems ?? [] };
  }
  return { code: 'unreachable', sentence: NO_SENTENCE, reasons: [], problems: [] };
}

const CLOCK = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const SHORT_CLOCK = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });

const LONG_DAY = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' });

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
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}
