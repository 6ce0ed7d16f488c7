// Knows what is said about practice, drills and the one setting, in English.
import type { BurglarSetting } from '../../backend/wire';

export const PRACTICE = {
  title: 'Practice and drills',
  off: 'Practice is off.',
  on: (left: string) => `Practice is on, for ${left} more.`,
  what: 'In practice sirens are real, a voice message takes the place of the calls, and nobody is sent.',
  choose: 'For how long',
  start: 'Start practice',
  confirm: 'Start practice now',
  does: 'Every screen of this home says so, and it ends by itself.',
  end: 'End practice',
  endConfirm: 'End practice now',
  endDoes: 'From then on the response plans are carried out in full again.',
  drillWhat: 'A drill is a whole SOS with calls and siren, and without responders.',
  drill: 'Start a drill',
};

export const DRILL_SHEET = {
  title: 'Drill: which SOS?',
  lead: 'This is a drill.',
  what: (siren: boolean) =>
    siren
      ? 'Your contacts’ phones ring, and the siren sounds for a moment. Nobody is asked to come.'
      : 'Your contacts’ phones ring. Nobody is asked to come.',
  slide: 'Slide all the way, as in a real SOS.',
};

export const BURGLAR = {
  title: 'Burglar alarm',
  question: 'When nobody answers',
  change: 'Change this setting',
  confirm: 'Keep this setting',
  does: 'It counts from the next alarm on.',
  /** A wrong password is no silence: it may be an intruder (F8). */
  wrong: 'With either setting, a wrong password sends police.',
};

export const BURGLAR_SETTING = {
  if_no_one_cancels: { text: 'If no one cancels', detail: 'Nobody answers: police are requested.' },
  only_if_i_say: { text: 'Only if I say', detail: 'Nobody answers: nobody is sent, and the app offers to send police for two hours.' },
} satisfies Record<BurglarSetting, { text: string; detail: string }>;
