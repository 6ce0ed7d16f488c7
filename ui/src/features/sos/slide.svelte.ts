// Knows one slider's gesture, and decides when it counts as one slide. Knows no DOM.
//
// A slide starts on the thumb and counts when the thumb is let go past 90 % of the track, or reaches
// its very end, whichever comes first: whoever clings to the end is not kept waiting, and whoever
// turns back before the end sends nothing. At least three moves: a jump is no slide.
// Its equals (A8): Space, Enter or the pointer held on the thumb for a second and a half; a click
// without pointer or key (screen readers, switches) opens one confirming button. A mere tap, an
// early release, a lost pointer or a lost focus spring back. One gesture sends once.

export const PAST = 0.9;
export const MOVES = 3;
export const HOLD_MS = 1_500;
/** A finger that holds still trembles this many pixels; past them it slides. */
export const TREMBLE_PX = 10;

const HOLDING_KEYS = new Set([' ', 'Enter']);

export type SlidePhase = 'idle' | 'holding' | 'sliding' | 'asking' | 'sent';

type Gesture = { by: 'pointer'; id: number; from: number; travel: number; moves: number } | { by: 'key'; key: string };

/** The sliders of one sheet: one of them moves at a time, and one of them is sent. */
export class SlideGroup {
  active = $state.raw<Slide | null>(null);

  /** Whether this slider may begin. An open question of another one gives way. */
  claim(slide: Slide): boolean {
    if (this.active?.phase === 'asking') this.active.reset();
    if (this.active) return false;
    this.active = slide;
    return true;
  }

  free(slide: Slide): void {
    if (this.active === slide) this.active = null;
  }

  /** What was sent was refused: every slider is back at its start. */
  reopen(): void {
    this.active?.reset();
  }
}

export class Slide {
  phase = $state<SlidePhase>('idle');
  /** Where the thumb is: 0 at its start, 1 at the end of the track. */
  offset = $state(0);
  #gesture: Gesture | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly group: SlideGroup,
    private readonly send: () => void,
  ) {}

  press(id: number, x: number, travel: number): boolean {
    return this.#begin({ by: 'pointer', id, from: x, travel, moves: 0 });
  }

  move(id: number, x: number): void {
    const gesture = this.#pointer(id);
    if (!gesture) return;
    gesture.moves += 1;
    if (this.phase === 'holding' && Math.abs(x - gesture.from) > TREMBLE_PX) this.#slides();
    if (this.phase !== 'sliding') return;
    this.offset = Math.min(1, Math.max(0, (x - gesture.from) / gesture.travel));
    if (this.offset === 1 && gesture.moves >= MOVES) this.#fire();
  }

  release(id: number): void {
    const gesture = this.#pointer(id);
    if (!gesture) return;
    if (this.phase === 'sliding' && this.offset >= PAST && gesture.moves >= MOVES) this.#fire();
    else this.reset();
  }

  /** The pointer was taken away. */
  lose(id: number): void {
    if (this.#pointer(id)) this.reset();
  }

  /** Returns whether the key belongs to the slider, so that the browser makes no click of it. */
  keyDown(key: string, repeat: boolean): boolean {
    if (!HOLDING_KEYS.has(key)) return false;
    if (!repeat) this.#begin({ by: 'key', key });
    return true;
  }

  keyUp(key: string): boolean {
    if (!HOLDING_KEYS.has(key)) return false;
    if (this.#gesture?.by === 'key' && this.#gesture.key === key) this.reset();
    return true;
  }

  /** The focus or the window went away. An open question stays: its button has the focus. */
  blur(): void {
    if (this.phase === 'holding' || this.phase === 'sliding') this.reset();
  }

  /** A click; `detail` is 0 when no pointer made it. */
  click(detail: number): void {
    if (detail !== 0 || this.phase !== 'idle') return;
    if (this.group.claim(this)) this.phase = 'asking';
  }

  /** The confirming button. */
  confirm(): void {
    if (this.phase === 'asking') this.#fire();
  }

  /** Springs back. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#gesture = null;
    this.phase = 'idle';
    this.offset = 0;
    this.group.free(this);
  }

  #begin(gesture: Gesture): boolean {
    if (this.#gesture || !this.group.claim(this)) return false;
    this.#gesture = gesture;
    this.phase = 'holding';
    this.#timer = setTimeout(() => this.#fire(), HOLD_MS);
    return true;
  }

  #slides(): void {
    clearTimeout(this.#timer);
    this.phase = 'sliding';
  }

  #pointer(id: number) {
    return this.#gesture?.by === 'pointer' && this.#gesture.id === id ? this.#gesture : null;
  }

  #fire(): void {
    clearTimeout(this.#timer);
    this.#gesture = null;
    this.phase = 'sent';
    this.offset = 1;
    this.send();
  }
}
