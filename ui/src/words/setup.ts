// Knows what setting a home up says: its questions, in the order in which they are asked, and what
// the end of it promises.
import * as en from './en/setup';
import * as es from './es/setup';
import * as fr from './fr/setup';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { STEP_OF, BUTTONS, PEOPLE } = words;
export const { WHOLE, STEP_TITLE, STEP_LEAD, ADDRESS, PREMISES, DEVICES, contactTitle, PASSWORD, PLAN, PLAN_CHOICES, MONITORING_CHOICES, ASK_CHOICES, FINISH, NOT_LIVE } = words;

export const STEPS = ['address', 'devices', 'contacts', 'password', 'plan', 'finish'] as const;

export type Step = (typeof STEPS)[number];

/** A home that is made, one that is changed, and one that its station has lost. */
export type Purpose = 'new' | 'change' | 'again';

export const SET_UP = { ...BUTTONS, progress: (at: number) => STEP_OF(at, STEPS.length) };

export const CONTACTS = {
  ...PEOPLE,
  required: 2,
  most: 10,
};
