// Knows how a home that can send nobody is marked (Q1). A further mode has to add its own words to
// every table here before it compiles.
import type { Course, HomeView, Mode } from '../backend/wire';

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
const COURSE_MARK = { full: null, practice: 'Practice', drill: 'Drill', unmonitored: null } satisfies Record<Course, string | null>;

/** How much of the plan is carried out, and whether anybody can really be sent. */
export interface Marks {
  mode: Mode;
  plan: { course: Course };
}

/** What stands before everything else that is said. */
export const marksOf = ({ mode, plan }: Marks): string[] => [COURSE_MARK[plan.course], TAG[mode]].filter((mark) => mark !== null);

/** A title or timeline entry, marked: in a demo it starts with "Demo", in practice and a drill with that. */
export const marked = (marks: Marks, text: string) => [...marksOf(marks), text].join(' · ');

const MINUTE_MS = 60_000;

const DAYS_FROM = 2 * 24 * 60;

/** "42 min", "3 h", "7 h 59 min", "7 days". */
export function timeLeft(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (minutes >= DAYS_FROM) return `${Math.ceil(minutes / (24 * 60))} days`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ');
}

const EMERGENCY = 'In an emergency, call 911.';

/** The line at the very top. `course` is that of what the screen shows; `left` what is left of practice. */
export function bannerOf({ mode, practice }: HomeView, course: Course, left: number): { mark: string; rest: string; strong: boolean } {
  const { mark, rest } = BANNER[mode];
  if (course === 'drill') return { mark: `Drill. ${mark}`, rest: `Nobody is sent. ${EMERGENCY}`, strong: true };
  if (practice) return { mark: `Practice. ${mark}`, rest: `Nobody is sent, for ${timeLeft(left)} more. ${EMERGENCY}`, strong: true };
  if (course === 'practice') return { mark: `Practice. ${mark}`, rest: `Nobody was sent. ${EMERGENCY}`, strong: true };
  return { mark, rest, strong: false };
}

/** What an SOS says before it is sent (L4, L5); `null` where it is a real one. */
export const SENDS_NOBODY = {
  full: null,
  unmonitored: null,
  practice: 'Practice: nobody will be sent. In an emergency, call 911.',
  drill: 'Drill: nobody will be sent. In an emergency, call 911.',
} satisfies Record<Course, string | null>;

/** Before a title that has no mode of its own. */
export const courseMarked = (course: Course, text: string) => [COURSE_MARK[course], text].filter(Boolean).join(' · ');

/** Of a slide on this device. */
export const courseOf = (drill: boolean, home: HomeView | null): Course => (drill ? 'drill' : home?.practice ? 'practice' : 'full');

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
