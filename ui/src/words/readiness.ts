// Knows what is said about readiness and about the test calls that prove it (O5, P2, V2).
import type { CallingView, ContactView, HomeView, Level, Mode, ReadinessView, TryResult } from '../backend/wire';
import { spaced } from './keypad';
import { PHONE } from './mode';
import * as en from './en/readiness';
import * as es from './es/readiness';
import * as fr from './fr/readiness';
import { LOCALE, inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { NOT_REACHED, CUT_OFF, PASSWORD, BACK, LEVEL_WORD, COUNT, KNOWN, CALLING } = words;
export const { HEARS, READINESS, NOT_CALLED, ringName, hangUpName } = words;

/** The worst of it in a word and a line. Never the colour alone. */
export const LEVEL = {
  green: { word: LEVEL_WORD.green, icon: 'check', tone: 'ok' },
  amber: { word: LEVEL_WORD.amber, icon: 'alert', tone: 'warn' },
  red: { word: LEVEL_WORD.red, icon: 'close', tone: 'alarm' },
} as const satisfies Record<Level, { word: string; icon: string; tone: string }>;

/** "3 findings". */
export function countLine({ level, findings }: ReadinessView): string {
  if (findings.length === 0) return level === 'green' ? COUNT.proved : COUNT.unknown;
  return COUNT.findings(findings.length);
}

const DAY = new Intl.DateTimeFormat(LOCALE, { month: 'long', day: 'numeric' });

const DAY_AND_YEAR = new Intl.DateTimeFormat(LOCALE, { month: 'long', day: 'numeric', year: 'numeric' });

/** A day of this year without it. */
const day = (ms: number, now: number) =>
  (new Date(ms).getFullYear() === new Date(now).getFullYear() ? DAY : DAY_AND_YEAR).format(ms);

const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;

/** What is known of a contact, line by line. */
export function contactLines({ readiness }: ContactView, asksPassword: boolean, now: number): string[] {
  const { proof, expired, password, opted_out: optedOut, last_try: last } = readiness;
  if (optedOut) return [KNOWN.optedOut, BACK];
  const missed = last ? missedLine(last.result, last.at_ms, now) : null;
  if (!proof && !expired) return [missed ?? KNOWN.never];
  const proven = proof
    ? (proof.dnd_on ? KNOWN.answeredDnd : KNOWN.answered)(seconds(proof.answered_in_ms), day(proof.at_ms, now), day(now + proof.expires_in_ms, now))
    : KNOWN.expired;
  return [proven, ...(missed ? [missed] : []), ...(asksPassword ? [PASSWORD[password]] : [])];
}

/** What a call without a proof came to; `null` where it has one. */
function missedLine(result: TryResult, at: number, now: number): string | null {
  if (result === 'reached') return null;
  if ('not_reached' in result) return KNOWN.missed(day(at, now), NOT_REACHED[result.not_reached]);
  return KNOWN.cutOff(day(at, now), CUT_OFF[result.not_finished]);
}

/** Where a call stands. In a demo it rings on the phone board, and the words say so. */
export function callingLine({ stage, digits }: CallingView, name: string, mode: Mode): string {
  switch (stage) {
    case 'dialing':
      return CALLING.dialing(name);
    case 'ringing':
      return CALLING.ringing(PHONE[mode](name));
    case 'proving':
      return digits ? CALLING.digits(spaced(digits)) : CALLING.proving;
    case 'password':
      return CALLING.password(name);
    case 'goodbye':
      return CALLING.goodbye;
  }
}

/** Who asked not to be called stays on the list, and is not called. */
export const called = (contacts: readonly ContactView[]) => contacts.filter(({ readiness }) => !readiness.opted_out);

export const asksPassword = ({ facts }: HomeView) => facts.has_alarm || facts.ask_password;
