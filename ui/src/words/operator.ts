// Knows what is said about who runs the station of this home (B15). It claims no more than that.
import * as en from './en/operator';
import * as es from './es/operator';
import * as fr from './fr/operator';
import { inLanguage } from './language';

export const { OPERATOR } = inLanguage({ en, es, fr });
