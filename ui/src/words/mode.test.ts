// What stands at the very top of every screen, and how long practice still lasts.
import { describe, expect, it } from 'vitest';
import { HOME, planOf } from '../backend/mock/home';
import { bannerOf, marked, timeLeft } from './mode';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

it.each([
  [1, '1 min'],
  [42 * MINUTE, '42 min'],
  [60 * MINUTE, '1 h'],
  [479.5 * MINUTE, '8 h'],
  [90 * MINUTE, '1 h 30 min'],
  [7 * DAY - 1, '7 days'],
  [1.5 * DAY, '36 h'],
])('%d milliseconds are %s', (ms, said) => expect(timeLeft(ms)).toBe(said));

describe('the first word', () => {
  /** proves: L2, L5, Q1 */
  it.each([
    ['full', 'Demo · Burglar alarm'],
    ['unmonitored', 'Demo · Burglar alarm'],
    ['practice', 'Practice · Demo · Burglar alarm'],
    ['drill', 'Drill · Demo · Burglar alarm'],
  ] as const)('of %s is what matters most', (course, said) => {
    expect(marked({ mode: 'demo', plan: planOf('burglar', course) }, 'Burglar alarm')).toBe(said);
  });

  /** proves: L4, L5 */
  it('of the banner is practice for as long as it lasts, and a drill on its own screens', () => {
    const practice = { ...HOME, practice: { remaining_ms: 7 * DAY } };
    expect(bannerOf(HOME, 'full', 0)).toMatchObject({ mark: 'Demo.', strong: false });
    expect(bannerOf(practice, 'full', 7 * DAY).rest).toBe('Nobody is sent, for 7 days more. In an emergency, call 911.');
    expect(bannerOf(practice, 'drill', 7 * DAY).mark).toBe('Drill. Demo.');
    expect(bannerOf(HOME, 'practice', 0)).toMatchObject({ mark: 'Practice. Demo.', rest: 'Nobody was sent. In an emergency, call 911.' });
  });
});
