// Knows how the choice of a language is titled, in Spanish.
export const LANGUAGES_CARD = { title: 'Idioma' };
