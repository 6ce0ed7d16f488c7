// Knows the window's state: the newest view, and the little that is the window's own (is the sheet
// open, which old incident is looked at, what an intent came to). Decides nothing about an SOS.
import type { Backend } from '../../backend/backend';
import type { AppView, AskedFor, CameraId, ContactId, ErrorBody, IncidentId, IncidentView, Kind, Plan, Reason, SetSecretsRequest, SosView, TestSecretRequest, Trigger } from '../../backend/wire';
import { History } from '../../features/history/history.svelte';
import { Household } from '../../features/household/household.svelte';
import { Live } from '../../features/live/live.svelte';
import { SetUp } from '../../features/setup/setup.svelte';
import { Through } from '../../features/through/through.svelte';
import { errorBody } from '../../words/common';
import { readIn, type Language } from '../../words/language';
import { incidentOf, screenOf, type Page, type Screen } from './screen';

const AGAIN_MS = 1_000;

export class AppState {
  view = $state.raw<AppView | null>(null);
  /** When the shown view arrived, on this page's clock: its `remaining_ms` counts from there. */
  arrivedAt = $state(0);
  sheetOpen = $state(false);
  /** The open sheet is that of a drill. */
  drilling = $state(false);
  page = $state<Page | null>(null);
  /** What the page about Do Not Disturb knows, since it was opened last. */
  through = $state.raw<Through | null>(null);
  /** What the history knows, since it was opened last. */
  history = $state.raw<History | null>(null);
  household = $state.raw<Household | null>(null);
  /** The pictures of the cameras, since they were opened last. */
  live = $state.raw<Live | null>(null);
  /** The camera from whose picture the open sheet came (S3). */
  #camera: CameraId | null = null;
  /** The person is about to come into a home with a code. */
  joining = $state(false);
  /** Why the last slide was refused, while its sheet is open. */
  refusal = $state.raw<ErrorBody | null>(null);
  problem = $state<string | null>(null);
  openIncident = $state<IncidentId | null>(null);
  /** The incident that is looked at, where it is older than those of the view. */
  older = $state.raw<IncidentView | null>(null);
  /** The home that is being set up or changed. An SOS comes before it, and it is there again afterwards. */
  settingUp = $state.raw<SetUp | null>(null);
  screen = $derived<Screen>(screenOf(this.view, this.openIncident, this.settingUp, this.page, this.older, this.joining));
  /** The open incident that the question before leaving is about. */
  leavingIncident = $derived(incidentOf(this.view));
  /** A new home that was left half-way: it goes on where it was. */
  #begun: SetUp | null = null;
  #made = false;
  #signalBefore: string | null = null;
  #askedBefore = 0;

  constructor(
    readonly backend: Backend,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Listens first, then asks, so that no change falls between. Asks again until the core answers. */
  async connect(): Promise<void> {
    try {
      await this.backend.onView((view) => this.show(view));
      this.show(await this.backend.view());
      this.problem = null;
    } catch (error) {
      this.problem = errorBody(error).sentence;
      setTimeout(() => void this.connect(), AGAIN_MS);
    }
  }

  /** Shows a view unless it is older than what is shown. */
  show(view: AppView): void {
    if (this.view && view.seq < this.view.seq) return;
    this.arrivedAt = this.now();
    if (view.sos && view.sos.signal !== this.#signalBefore) this.#newSos(view.sos);
    this.older = this.#lookedAt(view);
    if (view.asked_for && view.asked_for.times !== this.#askedBefore) this.#goTo(view.asked_for);
    this.view = view;
    if (this.#made && view.home?.setup) this.#endSetUp();
  }

  /** What is looked at stays, also when later ones have taken its place; with another home it goes. */
  #lookedAt({ home }: AppView): IncidentView | null {
    if (this.view && this.view.home?.id !== home?.id) return null;
    return this.view?.incidents.find(({ id }) => id === this.openIncident) ?? this.older;
  }

  openSheet(drill = false, camera: CameraId | null = null): void {
    this.refusal = null;
    this.#camera = camera;
    this.drilling = drill;
    this.sheetOpen = true;
  }

  closeSheet(): void {
    this.sheetOpen = false;
  }

  /** Resolves to whether the core took it. */
  async slide(kind: Kind): Promise<boolean> {
    this.refusal = null;
    try {
      await (this.drilling ? this.backend.drill(kind) : this.backend.slide(kind, this.#camera));
      return true;
    } catch (error) {
      this.refusal = errorBody(error);
      return false;
    }
  }

  startDemo = () => this.#intend(() => this.backend.startDemo());
  addDevice = () => this.#intend(() => this.backend.addDevice());
  cancel = (code?: string) => this.#intend(() => this.backend.cancel(code));
  withdraw = (code: string) => this.#told(() => this.backend.cancel(code));
  openHelp = () => this.#intend(() => this.backend.openHelp());
  sendNow = () => this.#intend(() => this.backend.sendNow());
  openBoard = () => this.#intend(() => this.backend.openBoard());
  silence = (incident: IncidentId) => this.#intend(() => this.backend.silence(incident));
  sendHelp = (incident: IncidentId) => this.#intend(() => this.backend.sendHelp(incident));
  readNotice = (incident: IncidentId) => this.#intend(() => this.backend.readNotice(incident));
  sayOver = (incident: IncidentId) => this.#intend(() => this.backend.sayOver(incident));
  disarm = (code: string) => this.#told(() => this.backend.disarm(code));
  cancelInApp = (incident: IncidentId, code: string) => this.#told(() => this.backend.cancelInApp(incident, code));
  setSecrets = (request: SetSecretsRequest) => this.#refused(() => this.backend.setSecrets(request));
  testSecret = async (request: TestSecretRequest): Promise<boolean | ErrorBody> => {
    let right = false;
    const wrong = await this.#refused(async () => void ({ right } = await this.backend.testSecret(request)));
    return wrong ?? right;
  };
  /** Resolves to what went wrong; else its incident is opened. */
  drillAlarm = (trigger: Trigger) =>
    this.#told(async () => {
      const incident = await this.backend.drillAlarm(trigger);
      if (incident) await this.look(incident);
    });
  ringContact = (contact: ContactId, dndOn: boolean) => this.#told(() => this.backend.ringContact(contact, dndOn));
  hangUpContact = (contact: ContactId) => this.#told(() => this.backend.hangUpContact(contact));
  setDemoDevices = (baseStation: boolean) => this.#intend(() => this.backend.setDemoDevices(baseStation));
  readRule = () => this.#intend(() => this.backend.readRule());
  setSpeakers = (on: boolean) => this.#intend(() => this.backend.setSpeakers(on));
  trySpeakers = () => this.#intend(() => this.backend.trySpeakers());
  leavingShown = () => void this.backend.leavingShown().catch(() => {});
  stay = () => void this.#intend(() => this.backend.stay());
  leaveAnyway = () => void this.#intend(() => this.backend.leaveAnyway());
  setDemoPlan = (plan: Plan) => this.#intend(() => this.backend.setDemoPlan(plan));

  /** Opens the set-up of a new home, where it was left, also before a restart. */
  setUpHome = async () => {
    this.#begun ??= SetUp.resume(this.backend, await this.backend.readDraft().catch(() => null), () => this.#homeMade());
    this.#begin(this.#begun);
  };

  /** Opens the way through Do Not Disturb. */
  openThrough = () => {
    this.through = new Through(this.backend);
    this.page = 'through';
  };

  /** Opens the history, from its newest on. */
  openHistory = () => {
    this.history = new History(this.backend);
    this.page = 'history';
  };

  /** Opens the people and devices of the home. */
  openHousehold = () => {
    this.household = new Household(this.backend);
    this.page = 'household';
  };

  /** Opens the pictures of the home's cameras. */
  openLive = () => {
    this.live = new Live(this.backend.live);
    this.page = 'live';
  };

  openJoin = () => (this.joining = true);
  leaveJoin = () => (this.joining = false);
  join = async (typed: string, address: string) => {
    const wrong = await this.#told(() => this.backend.pairWithCode(typed, address));
    this.joining = wrong !== null;
    return wrong;
  };

  /** Opens an incident, however old. `known`: as it is shown until the station has said how it is. */
  look = async (id: IncidentId, known: IncidentView | null = null) => {
    this.problem = null;
    const isLatest = this.view?.incidents.some((incident) => incident.id === id);
    if (isLatest || known) this.openIncident = id;
    if (isLatest) return;
    this.older = known ?? this.older;
    await this.#intend(async () => {
      const incident = await this.backend.incident(id);
      if (!known) this.openIncident = id;
      if (this.openIncident === id) this.older = incident;
    });
  };

  saveReceipt = (incident: IncidentId) => this.backend.saveReceipt(incident);

  /** Opens the home that was set up: at what mends a reason, or as a whole. One that the station has lost is made again. */
  changeHome = async (reason?: Reason) => {
    const unknown = this.view?.station === 'home_unknown';
    const setUp = new SetUp(this.backend, this.view?.home?.setup ?? null, () => this.#endSetUp(), unknown, this.view?.home?.has_code);
    this.#begin(setUp);
    if (reason) setUp.mend(reason);
    else await setUp.begin();
  };

  /** Leaves a refused SOS for what mends a reason. The home is opened first, so that nothing shows between. */
  mendRefused = async (reason: Reason) => {
    await this.changeHome(reason);
    if (!(await this.#intend(() => this.backend.dismiss()))) this.leaveSetUp();
  };

  leaveSetUp = () => {
    this.settingUp = null;
  };

  /** Leaves an incident that was looked at, the page below it, or an ended SOS. */
  back = async () => {
    this.problem = null;
    if (this.page === 'history' && this.screen.at === 'incident') this.openIncident = null;
    else if (this.page) this.page = null;
    else if (this.openIncident) this.openIncident = null;
    else await this.#intend(() => this.backend.dismiss());
  };

  #begin(setUp: SetUp): void {
    this.sheetOpen = false;
    this.openIncident = null;
    this.page = null;
    this.problem = null;
    this.settingUp = setUp;
  }

  /** The home is made; the view that shows it may still be on its way. */
  #homeMade(): void {
    this.#made = true;
    if (this.view?.home?.setup) this.#endSetUp();
  }

  #endSetUp(): void {
    this.#made = false;
    this.#begun = null;
    this.settingUp = null;
  }

  /** A slide of this device has begun: its screen comes before everything else. */
  #newSos(sos: SosView): void {
    this.#signalBefore = sos.signal;
    this.sheetOpen = false;
    this.openIncident = null;
    this.page = null;
    this.problem = null;
  }

  /** A notification was clicked: its incident is what the person wants to see. */
  #goTo({ incident, times }: AskedFor): void {
    this.#askedBefore = times;
    this.sheetOpen = false;
    this.page = null;
    this.openIncident = incident;
  }

  chooseLanguage = async (language: Language) => {
    if (await this.#intend(() => this.backend.chooseLanguage(language))) readIn(language);
  };

  /** What was wrong with an intent, for the place where it was asked; `null`: it was done. */
  async #told(intent: () => Promise<void>): Promise<string | null> {
    return (await this.#refused(intent))?.sentence ?? null;
  }

  /** The same, with every problem. */
  async #refused(intent: () => Promise<void>): Promise<ErrorBody | null> {
    try {
      await intent();
      return null;
    } catch (error) {
      return errorBody(error);
    }
  }

  async #intend(intent: () => Promise<void>): Promise<boolean> {
    this.problem = null;
    try {
      await intent();
      return true;
    } catch (error) {
      this.problem = errorBody(error).sentence;
      return false;
    }
  }
}
