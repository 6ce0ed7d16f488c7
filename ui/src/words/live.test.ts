// What is said beside the pictures of cameras: how long ago, what a camera without a name is called, and why there is no
// picture, in each language.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CameraProblem, CameraView } from '../backend/wire';
import * as en from './en/live';
import * as es from './es/live';
import * as fr from './fr/live';
import type * as live from './live';
import { ago, attached, called, inSeconds, isProblem, length } from './live';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const PROBLEMS = Object.keys(en.PROBLEM) as CameraProblem[];
const camera = (changes: Partial<CameraView>): CameraView => ({ id: 'cam-1', name: '', kind: 'camera', compatible: true, ...changes });

describe('how long it is', () => {
  /** proves: S2 */
  it.each([
    [0, '1 second'],
    [SECOND, '1 second'],
    [12 * SECOND, '12 seconds'],
    [MINUTE - 1, '59 seconds'],
    [MINUTE, '1 minute'],
    [2 * MINUTE - 1, '1 minute'],
    [HOUR - 1, '59 minutes'],
    [HOUR, '1 hour'],
    [DAY - 1, '23 hours'],
    [DAY, '1 day'],
    [9 * DAY, '9 days'],
  ])('%i ms are told in whole units, never more than has passed: %s', (ms, said) => {
    expect([length(ms), ago(ms)]).toEqual([said, `${said} ago`]);
  });

  it('is told in seconds alone where two lengths are compared', () => {
    expect([inSeconds(70_000), inSeconds(1_000)]).toEqual(['70 seconds', '1 second']);
  });

  describe.each([
    ['es', 'hace 12 segundos', 'hace 3 horas', '3 horas'],
    ['fr-CA', 'il y a 12 secondes', 'il y a 3 heures', '3 heures'],
  ])('in %s', (language, seconds, hours, long) => {
    beforeEach(() => {
      vi.resetModules();
      document.documentElement.dataset.language = language;
    });
    afterEach(() => {
      delete document.documentElement.dataset.language;
      vi.resetModules();
    });

    /** proves: V4 */
    it('is told in its own words', async () => {
      const own: typeof live = await import('./live');
      const said = [own.ago(12 * SECOND), own.ago(3 * HOUR), own.length(3 * HOUR)];
      expect(said.map((words) => words.replaceAll(/\s/gu, ' '))).toEqual([seconds, hours, long]);
    });
  });
});

describe('a camera', () => {
  /** proves: S1 */
  it('is called what the household calls it, else by what it is and its place', () => {
    expect(called(camera({ name: 'Front door' }), 4)).toBe('Front door');
    expect([called(camera({}), 0), called(camera({ kind: 'doorbell' }), 2)]).toEqual(['Camera 1', 'Doorbell 3']);
  });

  /** proves: S3 */
  it('from which an SOS was sent is named, else what it is', () => {
    expect(attached(camera({ name: 'Front door', kind: 'doorbell' }))).toBe('Sent from the picture of Front door');
    expect(attached(camera({ kind: 'doorbell' }))).toMatch(/^Sent from the picture of .*doorbell$/iu);
  });

  /** proves: V4 */
  it.each([['Spanish', es], ['French', fr]] as const)('without a name is told from the others in %s', (_, { UNNAMED }) => {
    for (const name of [UNNAMED.camera, UNNAMED.doorbell]) {
      expect([name(1), name(12)].map((said) => said.match(/\d+$/u)?.[0])).toEqual(['1', '12']);
    }
    expect(UNNAMED.doorbell(1)).not.toBe(UNNAMED.camera(1));
  });
});

describe.each([['English', en], ['Spanish', es], ['French', fr]] as const)('why there is no picture, in %s', (_, words) => {
  /** proves: S2, V4 */
  it.each(PROBLEMS)('%s has its own reason and a step that mends it', (problem) => {
    const { text, mend } = words.PROBLEM[problem];
    for (const sentence of [text, mend]) expect(sentence).toMatch(/^\p{Lu}.{8,}[.…]$/u);
    expect(PROBLEMS.filter((other) => words.PROBLEM[other].text === text)).toEqual([problem]);
  });

  /** proves: S1, A1 */
  it('it is said that SOS works without it, and nobody is promised', () => {
    expect(words.LIVE.sosWorks).toContain('SOS');
    expect(JSON.stringify(words)).not.toMatch(/guarantee|garant|always|siempre|toujours/iu);
  });
});

describe('what the core says of a camera', () => {
  it.each([
    ...PROBLEMS.map((code) => [code, true] as const),
    ['command live_open not found', false] as const,
    ['toString', false] as const,
    ['', false] as const,
    [new Error('gone'), false] as const,
    [{ code: 'unreachable', sentence: 'The station could not be started.' }, false] as const,
  ])('is one of its codes, and nothing else: %s', (said, is) => expect(isProblem(said)).toBe(is));
});
