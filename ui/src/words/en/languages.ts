// Knows how the choice of a language is titled, in English.
export const LANGUAGES_CARD = { title: 'Language' };
