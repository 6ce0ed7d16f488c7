// Knows the drawing of the shield and its letters, once, in a box of 64 by 64. icons/*.svg draw the same.

export const SHIELD =
  'M32 3.5c6.6 4.6 14 7.3 22.1 8.1 1.7.2 2.9 1.5 2.9 3.2V31c0 14-9.2 24.3-23.6 29.3-.9.3-1.9.3-2.8 0C16.2 55.3 7 45 7 31V14.8c0-1.7 1.2-3 2.9-3.2C18 10.8 25.4 8.1 32 3.5z';

/** Strokes, not a font: the letters look the same on every platform. */
export const LETTERS = [
  'M21.3 25.7c-.7-1.6-2.2-2.4-4.1-2.4-2.4 0-4 1.2-4 3.2 0 4.6 8.5 2.3 8.5 7.2 0 2.2-1.8 3.6-4.4 3.6-2.2 0-3.9-.9-4.7-2.7',
  'M32 23.3c3.2 0 5.1 2.6 5.1 7s-1.9 7-5.1 7-5.1-2.6-5.1-7 1.9-7 5.1-7z',
  'M51.1 25.7c-.7-1.6-2.2-2.4-4.1-2.4-2.4 0-4 1.2-4 3.2 0 4.6 8.5 2.3 8.5 7.2 0 2.2-1.8 3.6-4.4 3.6-2.2 0-3.9-.9-4.7-2.7',
];

export const LETTER_STROKE = 3.4;
