// Knows a core for tests of a picture: each viewer has a number, and a test says what it is answered.
import { vi } from 'vitest';
import type { LiveBackend } from '../../backend/backend';

export function coreOf() {
  let next = 0;
  let answer: (with_: ArrayBuffer) => void = () => {};
  let reject: (why: unknown) => void = () => {};
  const pulled = () => new Promise<ArrayBuffer>((...both) => ([answer, reject] = both));
  return {
    open: vi.fn<LiveBackend['open']>(async () => next++),
    pull: vi.fn<LiveBackend['pull']>(() => pulled()),
    again: vi.fn<LiveBackend['again']>(async () => {}),
    close: vi.fn<LiveBackend['close']>(async () => {}),
    say: (with_: ArrayBuffer) => answer(with_),
    fail: (why: unknown) => reject(why),
  };
}
