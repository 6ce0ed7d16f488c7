// Knows the board's state: the last view, how the link stands, and what a press came to.
import type { BoardBackend, BoardLink } from '../../backend/backend';
import type { BoardAction, BoardCallView, BoardReadinessCallView, BoardView, ContactId, IncidentId, RaiseRequest, Service } from '../../backend/wire';
import { errorBody } from '../../words/common';

export class BoardState {
  view = $state.raw<BoardView | null>(null);
  /** When the view arrived, on this page's clock: what remains counts from there. */
  arrivedAt = $state(0);
  link = $state<BoardLink>('connecting');
  problem = $state<string | null>(null);

  constructor(private readonly backend: BoardBackend) {}

  follow(): void {
    this.backend.follow(
      (view) => {
        this.arrivedAt = performance.now();
        this.view = view;
      },
      (link) => (this.link = link),
    );
  }

  async act(call: BoardCallView, action: BoardAction, key?: string): Promise<void> {
    await this.#press(() => this.backend.act({ incident: call.incident, call: call.call, action, ...(key ? { key } : {}) }));
  }

  async test({ id }: BoardReadinessCallView, action: BoardAction, key?: string): Promise<void> {
    await this.#press(() => this.backend.test({ id, action, ...(key ? { key } : {}) }));
  }

  silence = () => this.#press(() => this.backend.silence());
  raise = (request: RaiseRequest) => this.#press(() => this.backend.raise(request));
  callBack = (contact: ContactId) => this.#press(() => this.backend.callBack(contact));
  signIn = (signedIn: boolean) => this.#press(() => this.backend.signIn(signedIn));
  agent = (incident: IncidentId, send?: Service) => this.#press(() => this.backend.agent({ incident, ...(send ? { send } : {}) }));

  /** Resolves to what was wrong with the code, or to nothing. */
  async disarm(code: string): Promise<string | null> {
    try {
      await this.backend.disarm(code);
      return null;
    } catch (error) {
      return errorBody(error).sentence;
    }
  }

  async #press(press: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await press();
    } catch (error) {
      this.problem = errorBody(error).sentence;
    }
  }
}
