// Knows how the choice of a language is titled, in Canadian French.
export const LANGUAGES_CARD = { title: 'Langue' };
