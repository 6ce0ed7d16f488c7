// Knows what is said where plan and enrolment could not be checked (B13).
import * as en from './en/enrolment';
import * as es from './es/enrolment';
import * as fr from './fr/enrolment';
import { inLanguage } from './language';

export const { IN_DOUBT } = inLanguage({ en, es, fr });
