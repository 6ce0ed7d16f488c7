// Knows how the choice of a language reads: each language by its own name.
import * as en from './en/languages';
import * as es from './es/languages';
import * as fr from './fr/languages';
import { inLanguage, type Language } from './language';

export const { LANGUAGES_CARD } = inLanguage({ en, es, fr });

/** Never translated: whoever cannot read this page finds his own here. */
export const OWN_NAME = { en: 'English', es: 'Español', 'fr-CA': 'Français (Canada)' } satisfies Record<Language, string>;
