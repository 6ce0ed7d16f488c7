// Knows the time that has passed on this page, as a state that redraws. Draws, decides nothing.

export class Ticker {
  now = $state(performance.now());

  /** Runs while a screen that shows seconds is there; returns how to stop. */
  run(ms = 50): () => void {
    const every = setInterval(() => (this.now = performance.now()), ms);
    this.now = performance.now();
    return () => clearInterval(every);
  }
}

/** Milliseconds that are left of what a view said when it arrived. */
export const left = (remaining: number, arrivedAt: number, now: number) =>
  Math.max(0, remaining - Math.max(0, now - arrivedAt));

/** The seconds a person sees: 5 … 1, and 0 once nothing is left. */
export const seconds = (ms: number) => Math.ceil(ms / 1000);
