// Knows what is said when a contact is moved in the list by its handle.
import * as en from './en/reorder';
import * as es from './es/reorder';
import * as fr from './fr/reorder';
import { inLanguage } from './language';

export const { REORDER } = inLanguage({ en, es, fr });
