// Knows what a person can want on a timeline. The page says how each is passed on; what takes a code resolves to what
// was wrong with it, or to nothing.
import type { IncidentId } from '../../backend/wire';

export interface Intents {
  sos: () => void;
  back: () => void;
  /** `null`: the phone board is on another machine. */
  board: (() => void) | null;
  silence: () => void;
  disarm: (code: string) => Promise<string | null>;
  cancel: (code: string) => Promise<string | null>;
  sendHelp: () => void;
  read: () => void;
  over: () => void;
  show: (incident: IncidentId) => void;
}
