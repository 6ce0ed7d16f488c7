// Knows what is said when a contact is moved in the list, in English.
import { contactTitle } from './setup';

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const ordinal = (at: number) => contactTitle(at).split(' ')[0]?.toLowerCase() ?? '';

export const REORDER = {
  handle: (title: string) => `Reorder: ${title.toLowerCase()}`,
  how: 'Drag to reorder, or press the up and down arrow keys.',
  /** "Ana is now second of three." */
  moved: (name: string, at: number, of: number) => `${name || 'This contact'} is now ${ordinal(at)} of ${COUNTS[of] ?? of}.`,
  putBack: (name: string, at: number, of: number) => `Put back: ${name || 'this contact'} is ${ordinal(at)} of ${COUNTS[of] ?? of}.`,
};
