// Knows the geometry of a row that is dragged in a list: where it would be put, how far the others make room, and how
// fast the page follows at its edges. Knows no DOM.

/** Where a row stood when the drag began. */
export interface Row {
  top: number;
  height: number;
}

/** A hand that trembles this many pixels has not begun to drag. */
export const TREMBLE_PX = 4;
/** This close to an edge the page begins to follow, and at most this fast in one frame. */
export const EDGE_PX = 72;
export const FASTEST_PX = 14;

/** As far as a row may go by `by` pixels without leaving the list: it would draw the page along for ever. */
export function within(rows: readonly Row[], from: number, by: number): number {
  const [row, first, last] = [rows[from], rows[0], rows.at(-1)];
  if (!row || !first || !last) return 0;
  return Math.min(Math.max(by, first.top - row.top), last.top + last.height - (row.top + row.height));
}

/** The place of the row that was at `from`, once the pointer has moved it `by` pixels: a neighbour gives way as soon as
    the edge that comes towards it has passed its middle. */
export function placeOf(rows: readonly Row[], from: number, by: number): number {
  const row = rows[from];
  if (!row) return from;
  const [top, bottom] = [row.top + by, row.top + row.height + by];
  const above = rows.slice(0, from).filter((other) => top < middle(other)).length;
  const below = rows.slice(from + 1).filter((other) => bottom > middle(other)).length;
  return from - above + below;
}

const middle = ({ top, height }: Row) => top + height / 2;

/** How far the row at `at` makes room for the one that goes from `from` to `to`. */
export function roomOf(rows: readonly Row[], at: number, from: number, to: number): number {
  const room = taken(rows, from);
  if (at > from && at <= to) return -room;
  if (at < from && at >= to) return room;
  return 0;
}

/** What a row takes: its height, and the gap to its neighbour. */
function taken(rows: readonly Row[], at: number): number {
  const [row, next, before] = [rows[at], rows[at + 1], rows[at - 1]];
  if (!row) return 0;
  if (next) return next.top - row.top;
  return before ? row.top + row.height - (before.top + before.height) : row.height;
}

/** How far the page scrolls in one frame, with the pointer at `y` between two edges. */
export function pace(y: number, top: number, bottom: number): number {
  const deep = (px: number) => Math.min(1, px / EDGE_PX) * FASTEST_PX;
  if (y > bottom - EDGE_PX) return deep(y - (bottom - EDGE_PX));
  if (y < top + EDGE_PX) return -deep(top + EDGE_PX - y);
  return 0;
}
