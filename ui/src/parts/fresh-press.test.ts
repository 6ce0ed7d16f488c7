// A key that was held to slide must not cancel the SOS it began.
import { expect, it } from 'vitest';
import { FreshPress } from './fresh-press';

/** proves: C2, A8 */
it('stops a Space that was pressed before the button was there', () => {
  const press = new FreshPress();
  expect([press.keyDown(' ', true), press.keyUp(' ')]).toEqual([false, false]);
});

it('stops an Enter that is still repeating', () => {
  expect(new FreshPress().keyDown('Enter', true)).toBe(false);
});

it('lets a press through that begins and ends here, also when it repeats', () => {
  const press = new FreshPress();
  expect([press.keyDown(' ', false), press.keyDown(' ', true), press.keyUp(' ')]).toEqual([true, true, true]);
});

it('lets a fresh press through after the old key was let go', () => {
  const press = new FreshPress();
  press.keyDown(' ', true);
  press.keyUp(' ');
  expect([press.keyDown(' ', false), press.keyUp(' ')]).toEqual([true, true]);
});

it('leaves every other key alone', () => {
  const press = new FreshPress();
  expect([press.keyDown('Tab', true), press.keyUp('Escape')]).toEqual([true, true]);
});
