// Knows how a home that can send nobody is marked (Q1). A further mode has to add its own words to
// every table here before it compiles.
import type { Mode } from '../backend/wire';

/** The slim line at the top of every screen. */
export const BANNER = {
  demo: { mark: 'Demo.', rest: 'This station can send nobody.' },
} satisfies Record<Mode, { mark: string; rest: string }>;

export const TAG = { demo: 'Demo' } satisfies Record<Mode, string>;

/** What the sheet says about who can be sent. */
export const SHEET_WARNING = {
  demo: 'This station can send nobody. In an emergency, call 911.',
} satisfies Record<Mode, string>;

/** A title or timeline entry, marked: in a demo it starts with "Demo". */
export const marked = (mode: Mode, text: string) => `${TAG[mode]} · ${text}`;

/** What sounds in a home of this mode. */
export const BASE_STATION = { demo: 'the virtual base station' } satisfies Record<Mode, string>;
export const LINKED_CAMERAS = { demo: 'the linked camera' } satisfies Record<Mode, string>;

/** Where a contact's phone is. In a demo nobody real is called, and the words say so. */
export const PHONE = {
  demo: (name: string) => `${name}’s card on the phone board`,
} satisfies Record<Mode, (name: string) => string>;

export const PHONE_SHORT = {
  demo: (name: string) => `${name}’s card`,
} satisfies Record<Mode, (name: string) => string>;
