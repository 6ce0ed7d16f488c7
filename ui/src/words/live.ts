// Knows what is said beside the pictures of cameras (S1, S2, B3), and how long ago something was.
import type { CameraProblem, CameraView } from '../backend/wire';
import * as en from './en/live';
import * as es from './es/live';
import * as fr from './fr/live';
import { LOCALE, inLanguage } from './language';

const words = inLanguage({ en, es, fr });
export const { CLIP, LIVE, CONNECT, NAME, PROBLEM } = words;
const { UNNAMED, ATTACHED } = words;

/** What the core says of a camera is a code; anything else is that it does not answer. */
export const isProblem = (error: unknown): error is CameraProblem => typeof error === 'string' && Object.hasOwn(PROBLEM, error);

const UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

function counted(ms: number): { unit: 'day' | 'hour' | 'minute' | 'second'; count: number } {
  const fits = UNITS.find(({ ms: whole }) => ms >= whole);
  return fits ? { unit: fits.unit, count: Math.floor(ms / fits.ms) } : { unit: 'second', count: Math.max(1, Math.floor(ms / 1_000)) };
}

const RELATIVE = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });

/** "12 seconds ago". */
export function ago(ms: number): string {
  const { unit, count } = counted(ms);
  return RELATIVE.format(-count, unit);
}

/** "70 seconds". */
export const inSeconds = (ms: number): string =>
  new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(Math.round(ms / 1_000));

/** "12 seconds". */
export function length(ms: number): string {
  const { unit, count } = counted(ms);
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** What a camera is called; one without a name by its place in the home. */
export const called = ({ name, kind }: CameraView, place: number): string => name || UNNAMED[kind](place + 1);

/** Which picture an incident came from. */
export const attached = (camera: CameraView): string => ATTACHED(camera.name || NAME.kinds[camera.kind]);
