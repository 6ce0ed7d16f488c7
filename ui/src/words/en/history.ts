// Knows what the history says, in English.
import type { Group, Period } from '../history';

export const HISTORY = {
  above: 'What happened in this home',
  title: 'History',
  back: 'Back to the history',
  reading: 'Reading the history…',
  again: 'Try again',
  earlier: 'Show earlier',
  choose: 'What to show',
  group: 'Which incidents',
  groups: [
    { value: 'all', text: 'Everything' },
    { value: 'sos', text: 'SOS' },
    { value: 'alarms', text: 'Alarms' },
    { value: 'drills_and_practice', text: 'Drills & practice' },
  ],
  period: 'From when',
  periods: [
    { value: 'all', text: 'Any time' },
    { value: 'days_30', text: '30 days' },
    { value: 'year', text: 'This year' },
  ],
  nothingYet: 'Nothing has happened yet.',
  nothingYetHow: 'An SOS, an alarm or a drill shows here with every step, and with how it ended.',
  nothingHere: 'Nothing like that happened in this time.',
} as const satisfies { groups: readonly { value: Group; text: string }[]; periods: readonly { value: Period; text: string }[] } & Record<string, unknown>;

export const COPY = {
  title: 'Keep a copy',
  what: 'A copy holds all of what you chose to show, also what is not on the screen yet. It goes into your Downloads folder and nowhere else.',
  personal: 'It names your address and the people on your list.',
  print: 'Save a page to print',
  printHow: 'Every step in plain words. Opens in any browser.',
  json: 'Save as JSON',
  jsonHow: 'For programs: every step, phone numbers, and the receipts that the station signed.',
  saving: 'Saving…',
  saved: (path: string) => `Saved: ${path}`,
  savedWith: (path: string, incidents: number) => `Saved, with ${counted(incidents)}: ${path}`,
  tooMany: 'That is more than one file takes. Choose a shorter period or one kind.',
};

export const RECEIPT = {
  title: 'Receipt',
  what: 'Every step that you see here, signed by the station. One changed letter shows.',
  how: 'Whoever has the file can check it without the station: mayday-station verify',
  save: 'Save receipt',
};

export const counted = (incidents: number) => (incidents === 1 ? '1 incident' : `${incidents} incidents`);

export const FOUND = {
  more: (counted: string) => `${counted}. There are earlier ones.`,
  all: (counted: string) => `${counted}. That is all.`,
};

/** `nobody` begins every standing that says so. */
export const SAID = {
  answeredOn: (cards: string) => `Answered on ${cards}`,
  nobody: 'Nobody answered',
  today: 'Today',
  yesterday: 'Yesterday',
};
