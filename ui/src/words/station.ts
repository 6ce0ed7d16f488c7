// Knows how the station's sentences are shown: in English as it says them, else in the page's own words, by their codes.
// One function for each kind of sentence, and every screen goes through it.
import type { ErrorBody, FieldProblem, FindingView, Notice, NotLiveView, ReasonView } from '../backend/wire';
import { LANGUAGE } from './language';
import { es } from './station/es';
import { fr } from './station/fr';
import type { Mended, StationWords } from './station/words';

const OWN: StationWords | null = { en: null, es, 'fr-CA': fr }[LANGUAGE];

export const reasonWords = (reason: ReasonView): Mended => OWN?.reasons[reason.code] ?? reason;
export const noticeWords = (notice: Notice): string => OWN?.notices[notice.code] ?? notice.sentence;
export const notLiveWords = (missing: NotLiveView): Mended => OWN?.notLive[missing.code] ?? missing;
export const findingWords = (finding: FindingView, who: string): Mended => OWN?.findings[finding.code](who) ?? finding;
export const troubleWords = (trouble: string | null): string | null => (trouble === null ? null : (OWN?.trouble ?? trouble));

export const problemWords = (problem: FieldProblem): FieldProblem => (OWN ? { ...problem, sentence: OWN.problems[problem.field] } : problem);

/** A refusal, as the page says it. */
export const errorWords = (error: ErrorBody): ErrorBody =>
  OWN ? { ...error, sentence: OWN.errors[error.code], problems: error.problems.map(problemWords) } : error;

/** What was proved has no code: known by the sentence that says it. One that is not known stays as it is. */
export const provedWords = (sentence: string, own: StationWords['proved'] | null = OWN?.proved ?? null): string => {
  if (!own) return sentence;
  const counted = /^(\d+) of (\d+) contacts (answered a test call|know the verbal password)\.$/u.exec(sentence);
  if (counted) return (counted[3]?.startsWith('answered') ? own.answered : own.passwordKnown)(counted[1] ?? '', counted[2] ?? '');
  return PROVED[sentence]?.(own) ?? sentence;
};

const PROVED: Record<string, (own: StationWords['proved']) => string> = {
  'The station answers.': (own) => own.stationAnswers,
  'The station has rung a real telephone.': (own) => own.carrier,
  'Whoever sends responders has confirmed a test.': (own) => own.dispatcher,
  'The base station answers.': (own) => own.hub,
};
