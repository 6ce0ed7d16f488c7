// Knows what raises an alarm, in words, and what practice says of one.
import * as en from './en/alarm';
import * as es from './es/alarm';
import * as fr from './fr/alarm';
import { inLanguage } from './language';

export const { TRIGGER, PRACTICE_SAYS, NOBODY_CALLED } = inLanguage({ en, es, fr });

export const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
