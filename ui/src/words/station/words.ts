// Knows what the page says in place of the station's own sentences, which are English: one for each code there is.
import type { ErrorCode, Finding, NotLive, NoticeCode, Reason, SetUpField } from '../../backend/wire';

/** What is so, and the step that mends it. */
export interface Mended {
  sentence: string;
  mend: string;
}

export interface StationWords {
  errors: Record<ErrorCode, string>;
  reasons: Record<Reason, Mended>;
  /** `who` is the name of the contact that it is about. */
  findings: Record<Finding, (who: string) => Mended>;
  notices: Record<NoticeCode, string>;
  notLive: Record<NotLive, Mended>;
  /** Of each question, everything that can be wrong with its answer. */
  problems: Record<SetUpField, string>;
  /** What the station could not do, of which it gives no code. */
  trouble: string;
  proved: {
    stationAnswers: string;
    answered: (count: string, of: string) => string;
    passwordKnown: (count: string, of: string) => string;
    carrier: string;
    dispatcher: string;
    hub: string;
  };
}
