// Knows what each plan allows, side by side (P4): what B1 to B4, B14 and U1 say of plans, and nothing else.
import type { Plan } from '../backend/wire';

export const COMPARE = {
  above: 'Basic, Plus and Pro',
  title: 'The plans side by side',
  lead: 'What each plan allows. Plan and enrollment are chosen where the home is set up.',
  caption: 'What each plan allows',
  what: 'What it is about',
  yours: 'This home’s plan',
  prices: 'The operator of the station sets the prices. They are shown without tax.',
  has: (line: string) => `This home: ${line}`,
  same: 'Of this, Basic and Plus allow the same.',
  words: 'What this means',
  card: (plan: string) => `This home has ${plan}. See what each plan allows.`,
  open: 'Compare the plans',
};

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

const no: Answer = { yes: false, text: 'No' };
const yes = (text = 'Yes'): Answer => ({ yes: true, text });
const proOnly = (text: string) => ({ basic: no, plus: no, pro: yes(text) });
const every = (text?: string) => ({ basic: yes(text), plus: yes(text), pro: yes(text) });

export const ALLOWED: readonly Allowed[] = [
  {
    what: 'SOS',
    how: 'Slide for police, fire or medical help.',
    of: proOnly('Yes, once the home is enrolled'),
  },
  {
    what: 'Professional monitoring',
    how: 'The station answers this home’s alarm. Enrolling is a step of its own; a home with an alarm needs it for SOS.',
    of: proOnly('Can be enrolled'),
  },
  {
    what: 'SOS for cameras',
    how: 'For a home with cameras or doorbells and no alarm. Professional monitoring covers the cameras at its address.',
    of: proOnly('Can be enrolled'),
  },
  {
    what: 'Response plans for alarms',
    how: 'Burglar, smoke, carbon monoxide, panic, duress, flood and freeze: the station carries out the plan of that kind.',
    of: proOnly('Yes, with professional monitoring'),
  },
  {
    what: 'A self-monitored alarm',
    how: 'You look after the alarm yourself. Such a home has no SOS, even with an enrolled camera.',
    of: every('Yes, without SOS'),
  },
  {
    what: 'An alarm that nobody monitors',
    how: 'It sounds, tells this home’s devices, and says that nobody was called: call 911.',
    of: every(),
  },
  {
    what: 'Disarming takes the code',
    how: 'At the keypad, and in the app too.',
    of: every(),
  },
];
