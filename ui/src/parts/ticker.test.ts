// The seconds that a person sees.
import { expect, it } from 'vitest';
import { left, seconds } from './ticker.svelte';

/** proves: C1 */
it('counts from the arrival of the view, on this page’s clock', () => {
  expect(left(5_000, 10_000, 12_300)).toBe(2_700);
});

it.each([
  [5_000, 5],
  [4_001, 5],
  [4_000, 4],
  [1, 1],
  [0, 0],
])('shows %i ms as %i', (ms, shown) => expect(seconds(ms)).toBe(shown));

it('never shows less than nothing, nor more than the view said', () => {
  expect([left(1_000, 0, 9_000), left(1_000, 500, 400)]).toEqual([0, 1_000]);
});
