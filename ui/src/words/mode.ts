// Knows how a home that can send nobody is marked (Q1). A further mode has to add its own words to
// every table here before it compiles.
import type { Course, HomeView, Mode } from '../backend/wire';
import * as en from './en/mode';
import * as es from './es/mode';
import * as fr from './fr/mode';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { COURSE_MARK, LEFT, MARKED } = words;
export const { BANNER, TAG, SHEET_WARNING, SENDS_NOBODY, BASE_STATION, LINKED_CAMERAS, PHONE, PHONE_SHORT } = words;

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
  if (minutes >= DAYS_FROM) return LEFT.days(Math.ceil(minutes / (24 * 60)));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours ? LEFT.hours(hours) : '', rest || !hours ? LEFT.minutes(rest) : ''].filter(Boolean).join(' ');
}

/** The line at the very top. `course` is that of what the screen shows; `left` what is left of practice. */
export function bannerOf({ mode, practice }: HomeView, course: Course, left: number): { mark: string; rest: string; strong: boolean } {
  const { mark, rest } = BANNER[mode];
  if (course === 'drill') return { mark: MARKED.drill(mark), rest: MARKED.nobodyIs, strong: true };
  if (practice) return { mark: MARKED.practice(mark), rest: MARKED.nobodyFor(timeLeft(left)), strong: true };
  if (course === 'practice') return { mark: MARKED.practice(mark), rest: MARKED.nobodyWas, strong: true };
  return { mark, rest, strong: false };
}

/** Before a title that has no mode of its own. */
export const courseMarked = (course: Course, text: string) => [COURSE_MARK[course], text].filter(Boolean).join(' · ');

/** Of a slide on this device. */
export const courseOf = (drill: boolean, home: HomeView | null): Course => (drill ? 'drill' : home?.practice ? 'practice' : 'full');
