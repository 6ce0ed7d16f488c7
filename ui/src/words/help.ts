// Knows the help that is there without a network: what to do now, one topic after the other, and real questions with
// answers that are true of this version (P4).
import * as en from './en/help';
import * as es from './es/help';
import * as fr from './fr/help';
import { inLanguage } from './language';

export const { HELP, TOPICS, QUESTIONS } = inLanguage({ en, es, fr });

/** Where a topic leads on. */
export type Door = 'plans' | 'compare' | 'through' | 'secrets';

export interface Topic {
  id: string;
  title: string;
  says: readonly string[];
  /** In this order. */
  steps?: readonly string[];
  /** In any order. */
  points?: readonly string[];
  after?: readonly string[];
  doors?: readonly { to: Door; text: string }[];
}

export interface Question {
  id: string;
  ask: string;
  says: readonly string[];
}
