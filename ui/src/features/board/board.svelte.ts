// Knows the board's state: the last view, how the link stands, and what a press came to.
import type { BoardBackend, BoardLink } from '../../backend/backend';
import type { BoardAction, BoardCallView, BoardView } from '../../backend/wire';
import { errorBody } from '../../words/common';

export class BoardState {
  view = $state.raw<BoardView | null>(null);
  link = $state<BoardLink>('connecting');
  problem = $state<string | null>(null);

  constructor(private readonly backend: BoardBackend) {}

  follow(): void {
    this.backend.follow(
      (view) => (this.view = view),
      (link) => (this.link = link),
    );
  }

  async act(call: BoardCallView, action: BoardAction, key?: string): Promise<void> {
    this.problem = null;
    try {
      await this.backend.act({ incident: call.incident, call: call.call, action, ...(key ? { key } : {}) });
    } catch (error) {
      this.problem = errorBody(error).sentence;
    }
  }
}
