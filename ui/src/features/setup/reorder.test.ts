// Where a row that is dragged would be put, and how the others make room for it.
import { describe, expect, it } from 'vitest';
import { EDGE_PX, FASTEST_PX, pace, placeOf, roomOf, within, type Row } from './reorder';

/** Three rows of different heights, ten pixels apart. */
const ROWS: Row[] = [
  { top: 0, height: 100 },
  { top: 110, height: 60 },
  { top: 180, height: 200 },
];

describe('a row that is dragged', () => {
  /** proves: P2 */
  it('stays where it is until its edge has passed the middle of its neighbour', () => {
    expect(placeOf(ROWS, 0, 0)).toBe(0);
    expect(placeOf(ROWS, 0, 40)).toBe(0);
    expect(placeOf(ROWS, 0, 41)).toBe(1);
    expect(placeOf(ROWS, 2, -40)).toBe(2);
    expect(placeOf(ROWS, 2, -41)).toBe(1);
  });

  /** proves: P2 */
  it('goes past as many as it is dragged over, in both directions, and never out of the list', () => {
    expect(placeOf(ROWS, 0, 181)).toBe(2);
    expect(placeOf(ROWS, 0, 10_000)).toBe(2);
    expect(placeOf(ROWS, 2, -131)).toBe(0);
    expect(placeOf(ROWS, 2, -10_000)).toBe(0);
    expect(placeOf(ROWS, 1, -10_000)).toBe(0);
    expect(placeOf(ROWS, 1, 10_000)).toBe(2);
  });

  it('does not leave the list', () => {
    expect(within(ROWS, 0, -50)).toBe(0);
    expect(within(ROWS, 0, 300)).toBe(280);
    expect(within(ROWS, 1, -500)).toBe(-110);
    expect(within(ROWS, 2, 1)).toBe(0);
    for (const from of [0, 1, 2]) {
      expect(placeOf(ROWS, from, within(ROWS, from, -10_000))).toBe(0);
      expect(placeOf(ROWS, from, within(ROWS, from, 10_000))).toBe(2);
    }
  });

  it('that is not there goes nowhere', () => {
    expect(within([], 0, 50)).toBe(0);
    expect(placeOf([], 0, 50)).toBe(0);
    expect(roomOf([], 1, 0, 1)).toBeCloseTo(0);
    expect(roomOf([{ top: 0, height: 80 }], 0, 0, 0)).toBe(0);
  });
});

describe('the other rows', () => {
  /** proves: P2 */
  it('make exactly the room that it takes, each by its own height and gap, whatever their own is', () => {
    expect(ROWS.map((_, at) => roomOf(ROWS, at, 0, 2))).toEqual([0, -110, -110]);
    expect(ROWS.map((_, at) => roomOf(ROWS, at, 2, 0))).toEqual([210, 210, 0]);
    expect(ROWS.map((_, at) => roomOf(ROWS, at, 1, 0))).toEqual([70, 0, 0]);
    expect(ROWS.map((_, at) => roomOf(ROWS, at, 1, 1))).toEqual([0, 0, 0]);
  });

  it('close the gap that it leaves: nothing stands over anything else afterwards', () => {
    for (const from of [0, 1, 2]) {
      for (const to of [0, 1, 2]) {
        const others = ROWS.map(({ top, height }, at) => ({ at, top: top + roomOf(ROWS, at, from, to), height })).filter(({ at }) => at !== from);
        const [first, second] = others.sort((one, other) => one.top - other.top);
        expect((second?.top ?? 0) - ((first?.top ?? 0) + (first?.height ?? 0))).toBeGreaterThanOrEqual(10);
      }
    }
  });
});

describe('the page', () => {
  it('follows a pointer near its edges, faster the nearer it is, and stands still otherwise', () => {
    expect(pace(400, 100, 800)).toBe(0);
    expect(pace(800 - EDGE_PX / 2, 100, 800)).toBeCloseTo(FASTEST_PX / 2);
    expect(pace(900, 100, 800)).toBe(FASTEST_PX);
    expect(pace(100 + EDGE_PX / 2, 100, 800)).toBeCloseTo(-FASTEST_PX / 2);
    expect(pace(0, 100, 800)).toBe(-FASTEST_PX);
  });
});
