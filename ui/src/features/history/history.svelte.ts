// Knows the state of the history: what of it is looked at, the pages that were read so far, and what became of a copy.
import type { Backend } from '../../backend/backend';
import type { HistoryPageView, HomeView, IncidentId, IncidentView } from '../../backend/wire';
import { errorBody } from '../../words/common';
import { COPY, filterOf, filterWords, type Group, type Period } from '../../words/history';
import { TOO_MANY, printedHistory } from '../../words/printed';

type Asked = Pick<Backend, 'history' | 'saveHistory' | 'savePrintedHistory'>;

/** Incidents on a page to print. */
const PRINTED = 1_000;

export class History {
  group = $state<Group>('all');
  period = $state<Period>('all');
  /** Newest first; `null`: nothing was read yet. */
  incidents = $state.raw<readonly IncidentView[] | null>(null);
  more = $state(false);
  reading = $state(false);
  problem = $state('');
  /** What became of the last copy. */
  said = $state('');
  failed = $state(false);
  saving = $state(false);
  /** The incident that was opened from here last. */
  opened: IncidentId | null = null;
  /** Of answers that overtake each other the last question's counts. */
  #question = 0;

  constructor(
    private readonly backend: Asked,
    private readonly now: () => number = Date.now,
  ) {}

  pickGroup = (group: Group) => this.#choose(() => (this.group = group));
  pickPeriod = (period: Period) => this.#choose(() => (this.period = period));

  /** From the newest on. */
  load = () => this.#read(null, (page) => page.incidents);

  /** What came since is put before what was read. */
  refresh = () =>
    this.#read(null, ({ incidents }, known) => {
      const rest = known.filter(({ id }) => !incidents.some((incident) => incident.id === id));
      return rest.length < known.length ? [...incidents, ...rest] : incidents;
    });

  /** The next page. */
  earlier = () => this.#read(this.incidents?.at(-1)?.id ?? null, ({ incidents }, known) => [...known, ...incidents]);

  saveJson = () =>
    this.#save(async () => {
      const { path, incidents } = await this.backend.saveHistory(this.#filter());
      return COPY.savedWith(path, incidents);
    });

  savePrinted = (home: HomeView) =>
    this.#save(async () => {
      const chosen = filterWords(this.group, this.period);
      const page = printedHistory({ home, incidents: await this.#all(), chosen, now: this.now() });
      return COPY.saved(await this.backend.savePrintedHistory(page));
    });

  async #choose(change: () => void): Promise<boolean> {
    change();
    this.said = '';
    this.incidents = null;
    this.more = false;
    await this.load();
    return true;
  }

  async #read(before: IncidentId | null, join: (page: HistoryPageView, known: readonly IncidentView[]) => readonly IncidentView[]): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    this.reading = true;
    this.problem = '';
    try {
      const page = await this.backend.history(this.#filter(), before);
      if (question !== this.#question) return;
      const known = this.incidents ?? [];
      this.incidents = join(page, known);
      // What stays behind the page was read before, and with it whether there is more.
      const last = page.incidents.at(-1)?.id;
      if (!last || last === this.incidents.at(-1)?.id) this.more = page.more;
    } catch (error) {
      if (question !== this.#question) return;
      this.problem = errorBody(error).sentence;
    }
    this.reading = false;
  }

  async #all(): Promise<IncidentView[]> {
    const filter = this.#filter();
    const all: IncidentView[] = [];
    for (let more = true; more; ) {
      const page = await this.backend.history(filter, all.at(-1)?.id ?? null);
      all.push(...page.incidents);
      more = page.more && page.incidents.length > 0;
      if (all.length > PRINTED) throw TOO_MANY;
    }
    return all;
  }

  async #save(what: () => Promise<string>): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    this.failed = false;
    this.said = COPY.saving;
    try {
      this.said = await what();
    } catch (error) {
      this.failed = true;
      this.said = error === TOO_MANY ? TOO_MANY.sentence : errorBody(error).sentence;
    }
    this.saving = false;
  }

  #filter = () => filterOf(this.group, this.period, this.now());
}
