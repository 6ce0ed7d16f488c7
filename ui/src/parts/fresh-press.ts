// Knows whether a press began on the control it ends on. Whoever holds Space to slide still holds it
// when the Cancel button appears and takes the focus: that old key must not cancel the SOS.

const PRESSING = new Set([' ', 'Enter']);

export class FreshPress {
  #fresh = false;

  /** Returns whether the browser may go on with this key. */
  keyDown(key: string, repeat: boolean): boolean {
    if (!PRESSING.has(key)) return true;
    if (!repeat) this.#fresh = true;
    return this.#fresh;
  }

  /** Returns whether the browser may go on: a Space that was pressed elsewhere must not click here. */
  keyUp(key: string): boolean {
    if (!PRESSING.has(key)) return true;
    const allowed = this.#fresh;
    this.#fresh = false;
    return allowed;
  }
}

/** On a button: lets only presses through that began on it. */
export function freshPress(node: HTMLElement): () => void {
  const press = new FreshPress();
  const down = (event: KeyboardEvent) => press.keyDown(event.key, event.repeat) || event.preventDefault();
  const up = (event: KeyboardEvent) => press.keyUp(event.key) || event.preventDefault();
  node.addEventListener('keydown', down);
  node.addEventListener('keyup', up);
  return () => {
    node.removeEventListener('keydown', down);
    node.removeEventListener('keyup', up);
  };
}
