// Knows how a screen says that it has come: its title, or its one urgent control, takes the focus.

export function arrive(node: HTMLElement): void {
  node.focus({ preventScroll: true });
}
