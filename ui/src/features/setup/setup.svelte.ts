// Knows the way through setting a home up: which step is shown, what is wrong with it, and what the
// station said. Validates nothing: every judgement is the station's, step by step.
import type { Backend } from '../../backend/backend';
import type { ErrorBody, FieldProblem, HomeSetup, Reason, SetUpDraft, SetUpField, SetUpPreview } from '../../backend/wire';
import { errorBody } from '../../words/common';
import { isOfHome } from '../../words/reasons';
import { problemWords } from '../../words/station';
import { STEPS, type Purpose, type Step } from '../../words/setup';
import { Draft } from './draft.svelte';
import { after, before, mendedAt, stepOf, type Place, type Question } from './steps';

type SetUpBackend = Pick<Backend, 'checkSetUp' | 'setUp' | 'changeHome' | 'keepDraft'>;

/** A problem beside its question; a contact is known by its key, whatever place it has by then. */
export interface Problem {
  field: SetUpField;
  key: number | null;
  sentence: string;
}

export class SetUp {
  readonly draft: Draft;
  readonly purpose: Purpose;
  step = $state<Step>('address');
  problems = $state.raw<readonly Problem[]>([]);
  preview = $state.raw<SetUpPreview | null>(null);
  busy = $state<'checking' | 'saving' | null>(null);
  /** What went wrong beside the answers. */
  failure = $state<string | null>(null);
  /** The question that the step was opened for. */
  question = $state<Question | null>(null);
  /** The access code, where a change takes it. */
  code = $state('');
  /** How often this step was found wanting: each time the first problem takes the focus. */
  refused = $state(0);
  /** Whether this step was opened from the end, and leads back to it. */
  returning = $state(false);
  #asked = 0;
  readonly #before: string;

  constructor(
    private readonly backend: SetUpBackend,
    setup: HomeSetup | null,
    private readonly done: () => void,
    /** Whether the station does not know the home of these answers any more. */
    unknown = false,
    /** Whether a change takes the access code (P6). */
    private readonly gated = false,
  ) {
    this.draft = new Draft(setup);
    this.purpose = purposeOf(setup, unknown);
    this.#before = this.#written();
  }

  /** A new home where it was left, also before a restart. What needs the password waits for it to be typed again. */
  static resume(backend: SetUpBackend, left: SetUpDraft | null, done: () => void): SetUp {
    const setUp = new SetUp(backend, null, done);
    if (!left) return setUp;
    setUp.draft.take(left.setup);
    const at = STEPS.findIndex((step) => step === left.step);
    setUp.step = STEPS[Math.min(Math.max(at, 0), STEPS.indexOf('password'))] ?? 'address';
    return setUp;
  }

  /** Whether the home that is there is changed. Else one is made. */
  get change(): boolean {
    return this.purpose === 'change';
  }

  get takesCode(): boolean {
    return this.change && this.gated;
  }

  /** A home that is there is seen as a whole first; one that the station has lost lacks its password alone. */
  async begin(): Promise<void> {
    if (this.purpose === 'change') await this.finally();
    if (this.purpose === 'again') this.mend('home_unknown');
  }

  /** Leads to the question that mends a reason, and from there to the end. */
  mend(reason: Reason): void {
    if (isOfHome(reason)) this.open(mendedAt(reason));
  }

  open({ step, question }: Pick<Place, 'step'> & Partial<Place>): void {
    this.#go(step);
    this.question = question ?? null;
    this.returning = true;
  }

  /** Opens the question of a problem. */
  lookAgain({ field }: Problem): void {
    this.open({ step: stepOf(field), question: field });
  }

  /** Asks the station, and goes on unless an answer of this step has to be mended. */
  async next(): Promise<void> {
    if (!(await this.#check())) return;
    const here = this.problems.filter(({ field }) => stepOf(field) === this.step);
    const next = this.returning ? 'finish' : after(this.step);
    // What has not been asked yet is no mistake. At the end everything has been.
    if (here.length || next !== 'finish') this.problems = here;
    if (here.length) this.refused += 1;
    else this.#go(next);
  }

  /** Whether there was a step to go back to. */
  async back(): Promise<boolean> {
    if (this.returning) {
      await this.finally();
      return true;
    }
    const step = this.step === 'finish' && this.purpose !== 'new' ? null : before(this.step);
    if (step) this.#go(step);
    return step !== null;
  }

  /** Shows the end, with the station's word on the answers as they are. */
  async finally(): Promise<void> {
    this.preview = null;
    this.#go('finish');
    await this.#check();
  }

  async finish(): Promise<void> {
    const asked = this.#begin('saving');
    const keys = this.#keys();
    try {
      const setup = this.draft.setup();
      await (this.change ? this.backend.changeHome(setup, this.code) : this.backend.setUp(setup));
      this.#keep(null);
      this.done();
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#refuse(errorBody(error), keys);
      this.busy = null;
    }
  }

  /** What is wrong with an answer. */
  problem(field: SetUpField, key: number | null = null): string | null {
    return this.problems.find((problem) => problem.field === field && problem.key === key)?.sentence ?? null;
  }

  /** An answer was changed: what was said of it holds no longer. */
  touch(field: SetUpField, key: number | null = null): void {
    if (this.problem(field, key) === null) return;
    this.problems = this.problems.filter((problem) => problem.field !== field || problem.key !== key);
  }

  /** The problems of the shown step that no question on the screen can show. */
  get unplaced(): readonly Problem[] {
    return this.problems.filter(({ field }) => stepOf(field) === this.step && !this.draft.asks(field));
  }

  /** Whether leaving would lose something. */
  get unsaved(): boolean {
    return this.#written() !== this.#before;
  }

  async #check(): Promise<boolean> {
    const asked = this.#begin('checking');
    const keys = this.#keys();
    try {
      const preview = await this.backend.checkSetUp(this.draft.setup(), this.change);
      if (asked !== this.#asked) return false;
      this.preview = preview;
      this.problems = placed(preview.problems, keys);
    } catch (error) {
      if (asked !== this.#asked) return false;
      this.failure = errorBody(error).sentence;
    }
    this.busy = null;
    return this.failure === null;
  }

  #begin(what: 'checking' | 'saving'): number {
    this.busy = what;
    this.failure = null;
    this.#asked += 1;
    return this.#asked;
  }

  #refuse(error: ErrorBody, keys: readonly number[]): void {
    this.failure = error.sentence;
    if (error.problems.length) this.problems = placed(error.problems, keys);
  }

  /** Whatever was asked of the station before no longer matters. */
  #go(step: Step): void {
    this.#asked += 1;
    this.busy = null;
    this.failure = null;
    this.question = null;
    this.returning = false;
    this.step = step;
    this.keepTyped();
  }

  /** What was typed so far, also in the middle of a step. */
  keepTyped(): void {
    // It is about to be a home, and then there is no draft of it.
    if (this.busy === 'saving') return;
    const { password, ...setup } = this.draft.setup();
    void password;
    this.#keep({ setup, step: this.step });
  }

  /** Beside everything else: a set-up goes on where nothing could be kept. */
  #keep(draft: SetUpDraft | null): void {
    if (this.purpose === 'new') void this.backend.keepDraft(draft).catch(() => {});
  }

  #keys = () => this.draft.contacts.map(({ key }) => key);
  #written = () => JSON.stringify(this.draft.setup());
}

function purposeOf(setup: HomeSetup | null, unknown: boolean): Purpose {
  if (setup === null) return 'new';
  return unknown ? 'again' : 'change';
}

const placed = (problems: readonly FieldProblem[], keys: readonly number[]): Problem[] =>
  problems.map(problemWords).map(({ field, at, sentence }) => ({ field, sentence, key: at === undefined ? null : (keys[at] ?? null) }));
