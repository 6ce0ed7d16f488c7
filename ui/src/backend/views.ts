// Knows how views are told: an event leaves the incidents out where they are the same as before.
import type { AppView, ViewEvent } from './wire';

export class Views {
  #incidents: AppView['incidents'] = [];
  #seq = -1;

  /** A whole view, as it was asked for. One that is older than what was told since changes nothing. */
  whole(view: AppView): AppView {
    if (view.seq >= this.#seq) this.#keep(view);
    return view;
  }

  /** The view that an event tells of. */
  told({ same_incidents, ...view }: ViewEvent): AppView {
    const whole = same_incidents ? { ...view, incidents: this.#incidents } : view;
    this.#keep(whole);
    return whole;
  }

  #keep({ seq, incidents }: AppView): void {
    this.#seq = seq;
    this.#incidents = incidents;
  }
}
