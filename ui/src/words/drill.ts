// Knows what is said about the drill of an alarm (L5).
import * as en from './en/drill';
import * as es from './es/drill';
import * as fr from './fr/drill';
import { inLanguage } from './language';

export const { DRILL_ALARM, DRILLED } = inLanguage({ en, es, fr });

export type Drilled = (typeof DRILLED)[number]['value'];
