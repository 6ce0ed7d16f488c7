// Knows what is said about readiness and about the test calls that prove it (O5, P2, V2).
import type { CallingView, ContactView, HomeView, Level, Mode, NotAnswered, NotFinished, PasswordKnowledge, ReadinessView, TryResult } from '../backend/wire';
import { spaced } from './keypad';
import { PHONE } from './mode';

export const READINESS = {
  title: 'Readiness',
  open: 'See what is missing',
  openReady: 'See what was proved',
  test: 'Test your contacts’ phones',
  findings: 'To look at',
  nothing: 'Nothing is missing.',
  proved: 'What was proved',
  nothingProved: 'Nothing was proved yet.',
  contacts: 'Contacts',
  how: 'The station rings this person and says that it is a test. Whoever presses the two digits that it speaks can be reached.',
  dnd: 'Do Not Disturb is on',
  dndHow: 'Turn it on at this contact’s phone, then say so here. Only then does the test prove that the station rings through.',
  hangUp: 'Hang up',
  twoWords: 'The station’s two words',
};

/** The worst of it in a word and a line. Never the colour alone. */
export const LEVEL = {
  green: { word: 'Ready', icon: 'check', tone: 'ok' },
  amber: { word: 'Ready, not all proved', icon: 'alert', tone: 'warn' },
  red: { word: 'Not ready', icon: 'close', tone: 'alarm' },
} as const satisfies Record<Level, { word: string; icon: string; tone: string }>;

/** "3 findings". */
export function countLine({ level, findings }: ReadinessView): string {
  if (findings.length === 0) return level === 'green' ? 'Everything was proved.' : 'Nothing is known yet.';
  return findings.length === 1 ? '1 thing to look at.' : `${findings.length} things to look at.`;
}

const DAY = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric' });

/** A day of this year without it. */
const day = (ms: number, now: number) =>
  (new Date(ms).getFullYear() === new Date(now).getFullYear() ? DAY : DAY_AND_YEAR).format(ms);

const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;

const NOT_REACHED = {
  rang_out: 'rang out',
  hung_up: 'rejected or hung up',
  busy: 'the line was busy',
  voicemail: 'voicemail took the call',
  no_key_pressed: 'nobody pressed the two digits',
  line_failed: 'the line failed',
  in_another_call: 'the station was in another call with this contact',
} satisfies Record<NotAnswered, string>;

const CUT_OFF = {
  hung_up_here: 'ended by the household',
  alarm_first: 'ended because an alarm needed the line',
  home_changed: 'ended because the home was changed',
} satisfies Record<NotFinished, string>;

const PASSWORD = {
  known: 'Knows the verbal password.',
  not_known: 'Entered a wrong verbal password.',
  not_tried: 'Has not entered the verbal password.',
} satisfies Record<PasswordKnowledge, string>;

/** What is known of a contact, line by line. */
export function contactLines({ readiness }: ContactView, asksPassword: boolean, now: number): string[] {
  const { proof, expired, password, opted_out: optedOut, last_try: last } = readiness;
  if (optedOut) return ['Asked not to be called. Stays on the list, and no alarm calls this contact.', BACK];
  const missed = last ? missedLine(last.result, last.at_ms, now) : null;
  if (!proof && !expired) return [missed ?? 'Never tested.'];
  const proven = proof
    ? `Answered a test call in ${seconds(proof.answered_in_ms)} on ${day(proof.at_ms, now)}, with Do Not Disturb ${proof.dnd_on ? 'on' : 'off'}. Valid until ${day(now + proof.expires_in_ms, now)}.`
    : 'The test has expired. Start another one.';
  return [proven, ...(missed ? [missed] : []), ...(asksPassword ? [PASSWORD[password]] : [])];
}

export const NOT_CALLED = 'Asked not to be called';

const BACK = 'To call again, take the entry off the list and add it anew.';

/** What a call without a proof came to; `null` where it has one. */
function missedLine(result: TryResult, at: number, now: number): string | null {
  if (result === 'reached') return null;
  if ('not_reached' in result) return `Did not answer on ${day(at, now)}: ${NOT_REACHED[result.not_reached]}.`;
  return `The test on ${day(at, now)} was ${CUT_OFF[result.not_finished]}.`;
}

/** Where a call stands. In a demo it rings on the phone board, and the words say so. */
export function callingLine({ stage, digits }: CallingView, name: string, mode: Mode): string {
  switch (stage) {
    case 'dialing':
      return `Connecting to ${name}…`;
    case 'ringing':
      return `${PHONE[mode](name)} is ringing.`;
    case 'proving':
      return digits ? `Picked up. The digits to press: ${spaced(digits)}.` : 'Picked up. The station speaks two digits.';
    case 'password':
      return `${name} was reached. The station asks for the verbal password.`;
    case 'goodbye':
      return 'Done. The station says goodbye.';
  }
}

/** Who asked not to be called stays on the list, and is not called. */
export const called = (contacts: readonly ContactView[]) => contacts.filter(({ readiness }) => !readiness.opted_out);

export const asksPassword = ({ facts }: HomeView) => facts.has_alarm || facts.ask_password;

export const ringName = (name: string) => `Start a test call to ${name}`;
export const hangUpName = (name: string) => `Hang up the test call to ${name}`;
