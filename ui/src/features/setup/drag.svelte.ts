// Knows one drag of a row by its handle, from the press to the drop: which pointer leads it, where the row is meanwhile,
// and that the page follows at its edges. What a place is, is decided in reorder.ts.
import { TREMBLE_PX, pace, placeOf, roomOf, within, type Row } from './reorder';

/** Where the rows stand, asked when the drag begins. */
export interface Ground {
  rows: () => Row[];
  /** What scrolls, and between which edges it can be seen. */
  scroller: () => HTMLElement | null;
  edges: () => { top: number; bottom: number };
}

export class Drag {
  /** The row that is being moved; `null`: none. */
  from = $state<number | null>(null);
  /** The place that it would have now. */
  to = $state(0);
  #by = $state(0);
  #rows: readonly Row[] = [];
  #pointer: number | null = null;
  #handle = 0;
  #began = 0;
  #y = 0;
  #scrolled = 0;
  #frame = 0;

  constructor(
    private readonly ground: Ground,
    private readonly drop: (from: number, to: number) => void,
    /** The row is where it was: nothing was done. */
    private readonly back: (from: number) => void,
  ) {}

  /** Whether this pointer leads from here on. */
  press(pointer: number, y: number, at: number): boolean {
    if (this.#pointer !== null) return false;
    this.#pointer = pointer;
    this.#handle = at;
    this.#began = y;
    this.#y = y;
    this.#scrolled = this.#scrollTop();
    return true;
  }

  move(pointer: number, y: number): void {
    if (pointer !== this.#pointer) return;
    this.#y = y;
    if (this.from === null) this.#begin();
    this.#follow();
  }

  release(pointer: number): void {
    if (pointer !== this.#pointer) return;
    const { from, to } = this;
    this.end();
    if (from !== null) this.drop(from, to);
  }

  /** The pointer was taken away. */
  lose(pointer: number): void {
    if (pointer === this.#pointer) this.putBack();
  }

  putBack(): void {
    const { from } = this;
    this.end();
    if (from !== null) this.back(from);
  }

  /** No pointer leads any more, and every row is at its place. */
  end(): void {
    cancelAnimationFrame(this.#frame);
    this.#pointer = null;
    this.#rows = [];
    this.#by = 0;
    this.from = null;
  }

  /** How far a row stands from its place. */
  shift(at: number): number {
    if (this.from === null) return 0;
    return at === this.from ? this.#by : roomOf(this.#rows, at, this.from, this.to);
  }

  #begin(): void {
    if (Math.abs(this.#y - this.#began) < TREMBLE_PX) return;
    this.#rows = this.ground.rows();
    this.from = this.#handle;
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #follow(): void {
    if (this.from === null) return;
    this.#by = within(this.#rows, this.from, this.#y - this.#began + this.#scrollTop() - this.#scrolled);
    this.to = placeOf(this.#rows, this.from, this.#by);
  }

  #scroll(): void {
    const { top, bottom } = this.ground.edges();
    this.ground.scroller()?.scrollBy?.(0, pace(this.#y, top, bottom));
    this.#follow();
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #scrollTop = () => this.ground.scroller()?.scrollTop ?? 0;
}
