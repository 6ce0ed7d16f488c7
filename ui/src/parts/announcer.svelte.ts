// Knows what a screen reader is told outside of the focus: politely, or at once. Says each thing once.

export class Announcer {
  polite = $state('');
  urgent = $state('');

  /** When the reader has time. */
  tell(text: string): void {
    this.polite = text;
  }

  /** At once: it interrupts. */
  interrupt(text: string): void {
    this.urgent = text;
  }
}

export const announcer = new Announcer();
