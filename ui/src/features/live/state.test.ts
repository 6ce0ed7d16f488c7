// What is said over a picture, in each state that its camera can be in.
import { describe, expect, it } from 'vitest';
import type { CameraProblem, LiveStatus } from '../../backend/wire';
import { LIVE, PROBLEM } from '../../words/live';
import { stateOf } from './state';

const TOLD_AT = 10_000;

describe('over a picture', () => {
  /** proves: S1 */
  it('that moves nothing is said, and beside its name that it is live', () => {
    expect(over({ at: 'playing', for_ms: 60_000 })).toEqual({ at: 'playing', badge: 'Live', lines: [], problem: null });
  });

  /** proves: S1 */
  it('that stands still while the camera is said to send it is said how old it is, and not that it is live', () => {
    expect(over({ at: 'playing', for_ms: 60_000 }, 4_000, { movedAt: TOLD_AT - 1_000 })).toEqual({
      at: 'frozen',
      badge: 'Picture from 5 seconds ago',
      lines: [],
      problem: null,
    });
  });

  it('of a camera that was not asked yet it is connecting', () => {
    expect(over(null)).toEqual({ at: 'connecting', badge: '', lines: ['Connecting'], problem: null });
  });

  /** proves: S2 */
  it('of a camera that is being asked it says for how long, counted on from when it was told', () => {
    const asked: LiveStatus = { at: 'connecting', for_ms: 400, after: null };
    expect(over(asked, 500).lines).toEqual(['Connecting']);
    expect(over(asked, 600).lines).toEqual(['Connecting · 1 second']);
    expect(over(asked, 12_600).lines).toEqual(['Connecting · 13 seconds']);
  });

  /** proves: S2 */
  it('of a camera that is asked again it says why it had stopped, and how old the picture is that stands there', () => {
    const shown = over({ at: 'connecting', for_ms: 0, after: 'wrong_password' }, 2_000, { stillAt: TOLD_AT - 93_000 });
    expect(shown).toEqual({
      at: 'connecting',
      badge: 'Picture from 1 minute ago',
      lines: ['Connecting · 2 seconds', 'The camera refuses the user name or the password.'],
      problem: 'wrong_password',
    });
  });

  /** proves: S2 */
  it('of a camera that has stopped it says for how long, why, what mends it, and when it is asked again', () => {
    const stopped: LiveStatus = { at: 'stopped', problem: 'unreachable', for_ms: 4_000, again_in_ms: 24_000 };
    expect(over(stopped)).toEqual({
      at: 'stopped',
      badge: 'No picture for 4 seconds',
      lines: ['Nothing answers at the camera’s address.', 'Check that it has power and is on this network.', 'Tries again in 24 seconds'],
      problem: 'unreachable',
    });
    const later = over(stopped, 22_000);
    expect([later.badge, later.lines[2]]).toEqual(['No picture for 26 seconds', 'Tries again in 2 seconds']);
    expect(over(stopped, 23_000).lines[2]).toBe('Tries again now');
    expect(over(stopped, 90_000).lines[2], 'never less than nothing').toBe('Tries again now');
  });

  /** proves: S2 */
  it('of a camera that has shown nothing since the app started, but once before, counts from that picture', () => {
    const stopped: LiveStatus = { at: 'stopped', problem: 'unreachable', for_ms: 4_000, again_in_ms: 24_000 };
    expect(over(stopped, 0, { stillAt: TOLD_AT - 7_200_000 }).badge).toBe('No picture for 2 hours');
  });

  /** proves: S2 */
  it.each(Object.keys(PROBLEM) as CameraProblem[])('of a camera that is not asked (%s) it says why and what mends it, whatever was told before', (refused) => {
    const { text, mend } = PROBLEM[refused];
    expect(over({ at: 'playing', for_ms: 1 }, 0, { refused, unplayable: true })).toEqual({ at: 'refused', badge: '', lines: [text, mend], problem: refused });
  });

  it('that this computer cannot show it says what to choose in the camera', () => {
    const shown = over({ at: 'playing', for_ms: 1 }, 0, { unplayable: true });
    expect(shown).toEqual({ at: 'unplayable', badge: '', lines: [LIVE.unplayable, LIVE.unplayableMend], problem: null });
    expect(shown.lines.join(' ')).toContain('H.264');
    const without = over({ at: 'playing', for_ms: 1 }, 0, { unplayable: true, noStills: true });
    expect(without.lines, 'or where its single pictures are').toEqual([...shown.lines, LIVE.unplayableStills]);
  });

  it('counts nothing where this page’s clock is behind', () => {
    const stopped: LiveStatus = { at: 'stopped', problem: 'silent', for_ms: 4_000, again_in_ms: 2_000 };
    expect(over(stopped, -500)).toMatchObject({ badge: 'No picture for 4 seconds', lines: [expect.anything(), expect.anything(), 'Tries again in 2 seconds'] });
  });
});

/** `passed`: milliseconds since the core said so. */
function over(status: LiveStatus | null, passed = 0, more: { refused?: CameraProblem; unplayable?: boolean; noStills?: boolean; stillAt?: number; movedAt?: number } = {}) {
  const { refused = null, unplayable = false, noStills = false, stillAt = null, movedAt = TOLD_AT + passed } = more;
  const stillFor = (now: number) => (stillAt === null ? null : now - stillAt);
  const moves = (now: number) => now - movedAt < 3_000;
  return stateOf({ status, at: TOLD_AT, refused, unplayable, noStills, stillFor, movedAt, moves }, TOLD_AT + passed);
}
