// Knows how a home that can send nobody is marked, in English.
import type { Course, Mode } from '../../backend/wire';

/** The slim line at the top of every screen. */
export const BANNER = {
  demo: { mark: 'Demo.', rest: 'This station can send nobody.' },
} satisfies Record<Mode, { mark: string; rest: string }>;

export const TAG = { demo: 'Demo' } satisfies Record<Mode, string>;

/** What the sheet says about who can be sent. */
export const SHEET_WARNING = {
  demo: 'This station can send nobody. In an emergency, call 911.',
} satisfies Record<Mode, string>;

/** What comes before everything else: practice and a drill send nobody, whatever else is said (L2, L5). */
export const COURSE_MARK = { full: null, practice: 'Practice', drill: 'Drill', unmonitored: null } satisfies Record<Course, string | null>;

export const LEFT = {
  days: (count: number) => `${count} days`,
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
};

export const MARKED = {
  drill: (mark: string) => `Drill. ${mark}`,
  practice: (mark: string) => `Practice. ${mark}`,
  nobodyIs: 'Nobody is sent. In an emergency, call 911.',
  nobodyFor: (left: string) => `Nobody is sent, for ${left} more. In an emergency, call 911.`,
  nobodyWas: 'Nobody was sent. In an emergency, call 911.',
};

/** What an SOS says before it is sent (L4, L5); `null` where it is a real one. */
export const SENDS_NOBODY = {
  full: null,
  unmonitored: null,
  practice: 'Practice: nobody will be sent. In an emergency, call 911.',
  drill: 'Drill: nobody will be sent. In an emergency, call 911.',
} satisfies Record<Course, string | null>;

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
