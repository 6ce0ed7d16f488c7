// Knows how a clip of pictures plays: each at its time, from the first to the last, for as long as a person lets it.
import { untrack } from 'svelte';
import { Pictures, timed } from './pictures';

export class Reel {
  /** Milliseconds since its first picture. */
  at = $state(0);
  playing = $state(false);
  readonly length: number;
  readonly #pictures: { at: number; jpeg: Uint8Array<ArrayBuffer> }[];
  #canvas: Pictures | null = null;
  #shown = -1;
  #frame = 0;
  #last = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    const pictures = timed(bytes) ?? [];
    const first = pictures[0]?.at ?? 0;
    this.#pictures = pictures.map(({ at, jpeg }) => ({ at: at - first, jpeg }));
    this.length = Math.max(0, ...this.#pictures.map(({ at }) => at));
  }

  get over(): boolean {
    return this.at >= this.length;
  }

  /** Plays it here until the answer is called. `onfailed`: it cannot be shown. */
  watch(canvas: HTMLCanvasElement, onfailed: () => void): () => void {
    const shows = new Pictures(canvas, () => {}, onfailed);
    this.#canvas = shows;
    // Whoever watches does not begin anew with what changes here.
    untrack(() => (this.#pictures.length ? this.#begin() : onfailed()));
    return () => {
      this.#stop();
      shows.close();
    };
  }

  /** Stops it, lets it go on, or begins it again. */
  turn = () => {
    if (this.playing) return this.#stop();
    if (this.over) return this.#begin();
    this.#play();
  };

  #begin(): void {
    this.at = 0;
    this.#show();
    this.#play();
  }

  #play(): void {
    this.playing = true;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#next);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.playing = false;
  }

  readonly #next = () => {
    const now = performance.now();
    this.at = Math.min(this.length, this.at + now - this.#last);
    this.#last = now;
    this.#show();
    if (this.over) this.#stop();
    else this.#frame = requestAnimationFrame(this.#next);
  };

  /** The last one whose time has come. */
  #show(): void {
    const shown = this.#pictures.findLastIndex(({ at }) => at <= this.at);
    const picture = this.#pictures[shown];
    if (!picture || shown === this.#shown) return;
    this.#shown = shown;
    this.#canvas?.show(picture.jpeg);
  }
}
