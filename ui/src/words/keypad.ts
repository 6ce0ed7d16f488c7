// Knows which keys of a phone spell a word: ABC on 2 to WXYZ on 9.

const LETTERS = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

const keyOf = (sign: string) => (/\d/u.test(sign) ? sign : LETTERS.findIndex((letters) => letters.includes(sign)));

/** "sunrise" is "7867473". An accent is typed as its letter; what no key carries is left out. */
export function keypadDigits(word: string): string {
  const plain = word.normalize('NFD').toLowerCase();
  return Array.from(plain.matchAll(/[a-z\d]/gu), ([sign]) => keyOf(sign)).join('');
}

/** Digits as they are read aloud and pressed: one by one. */
export const spaced = (digits: string) => Array.from(digits).join(' ');
