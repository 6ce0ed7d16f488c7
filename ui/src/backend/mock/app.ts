// Knows how the simulation behaves: it acts out one SOS by timers, the way the core and a station
// would show it. `?fail=start_demo` (or any command) makes that command reject.
import type { Backend } from '../backend';
import type { AppView, CardVersion, ContactId, HomeSetup, HomeView, IncidentId, IncidentView, Kind, Plan, SetSecretsRequest, SetUpDraft, SetUpPreview, SosView, TestSecretRequest, Trigger } from '../wire';
import { CODE_NEEDED, INCIDENT_OPEN, WRONG_CODE, cancelEffect, cancelled, changesOf, disarmEffect, disarmed } from './disarm';
import { ANA, EVERYWHERE, HOME, JON, MIKA, drillOf, eligibility, incidentView, planOf, sosView, withBaseStation, type Happening } from './home';
import { NOT_SAVED, NO_NUMBER, SAVED_AT, cardOf } from './card';
import { TEST_CALL, hungUp, withContact } from './readiness';
import { householdOf } from './household';
import { settingsOf } from './settings';
import { historyOf } from './history';
import { liveOf } from './live';
import { FAILURE, REFUSAL, SET_UP_PROBLEMS } from './refusals';
import { homeOf, previewOf, secretProblems } from './setup';
import { keypadDigits } from '../../words/keypad';
import { SERVICE_OF, isHelp, type HelpKind } from '../../words/kinds';

export class MockApp implements Backend {
  #view: AppView;
  #show: (view: AppView) => void = () => {};
  #script: ReturnType<typeof setTimeout>[] = [];
  #incidents = 0;
  #draft: SetUpDraft | null = null;

  constructor(
    view: AppView,
    private readonly fails: string | null = null,
    private readonly frozen = false,
    private readonly past: readonly IncidentView[] = [],
  ) {
    this.#view = view;
  }

  view = async () => this.#view;

  onView = async (show: (view: AppView) => void) => {
    this.#show = show;
    // A fixed screen keeps its seconds: the same view, again and again.
    if (this.frozen) setInterval(() => this.#change({}), 100);
  };

  addDevice = async () => {
    this.#may('add_device');
    this.#change({ station: 'reachable', ...eligibility((this.#view.home ?? HOME).facts) });
  };

  startDemo = async () => {
    this.#may('start_demo');
    this.#change({ station: 'connecting' });
    this.#after(900, () => this.#change({ home: HOME, station: 'reachable', ...eligibility(HOME.facts) }));
  };

  slide = async (kind: Kind) => this.#begin(kind, false);
  drill = async (kind: Kind) => this.#begin(kind, true);
  drillAlarm = async (trigger: Trigger) => (this.#may('drill_alarm'), this.#add(drillOf(trigger)));

  #begin(kind: Kind, drill: boolean) {
    this.#may('slide');
    if (this.frozen) return;
    const signal = `s-${Date.now()}`;
    this.#change({ slid_here: [...this.#view.slid_here, signal], sos: sosView({ signal, kind, drill, remaining_ms: 5_000, held: false, can_cancel: true }) });
    this.#after(400, () => this.#sos({ held: true, remaining_ms: 4_600 }));
    this.#after(5_000, () => this.#sos({ phase: 'committing', remaining_ms: 0, can_cancel: false }));
    this.#after(5_300, () => this.#open(kind, signal, drill));
  }

  cancel = async (code?: string) => {
    this.#may('cancel');
    if (this.#view.home?.cancel_takes_code && !this.#codeCancels(code)) return;
    this.#stop();
    this.#sos({ phase: 'cancelling', can_cancel: false });
    this.#after(350, () => this.#sos({ phase: 'cancelled' }));
  };

  sendNow = async () => {
    this.#may('send_now');
    this.#sos({ phase: 'committing', can_cancel: true });
  };

  dismiss = async () => {
    this.#may('dismiss');
    this.#change({ sos: null });
  };

  openBoard = async () => {
    this.#may('open_board');
    window.open('./board.html?scenario=ringing', 'board', 'width=420,height=860');
  };

  setDemoPlan = async (plan: Plan) => {
    this.#may('set_demo_plan');
    this.#home((home) => ({ ...home, facts: { ...home.facts, plan } }));
  };

  setDemoDevices = async (baseStation: boolean) => {
    this.#may('set_demo_devices');
    this.#home((home) => withBaseStation(home, baseStation));
  };

  checkSetUp = async (setup: HomeSetup, change: boolean): Promise<SetUpPreview> => (this.#may('check_set_up'), previewOf(setup, change));

  setUp = async (setup: HomeSetup) => this.#keep(setup, 'set_up');

  keepDraft = async (draft: SetUpDraft | null) => void (this.#draft = draft);
  readDraft = async () => this.#draft;

  changeHome = async (setup: HomeSetup) => this.#keep(setup, 'change_home');

  setSecrets = async ({ pair, plain, duress }: SetSecretsRequest) => {
    this.#may('set_secrets');
    const problems = secretProblems(pair, plain, duress);
    if (problems.length) throw { ...SET_UP_PROBLEMS, problems };
    const twin = duress !== undefined;
    const set = pair === 'codes' ? { code: true, duress_code: twin } : { password: true, duress_password: twin };
    this.#home((home) => ({ ...home, has_code: home.has_code || pair === 'codes', secrets: { ...home.secrets, ...set } }));
  };

  /** Knows the demo's own alone. */
  testSecret = async ({ secret, typed }: TestSecretRequest) => {
    this.#may('test_secret');
    const { demo_password, demo_secrets } = this.#view.home ?? HOME;
    const known = { password: demo_password, ...demo_secrets }[secret];
    return { right: known !== undefined && known !== null && keypadDigits(known) === keypadDigits(typed) };
  };

  readRule = async () => {
    this.#may('read_rule');
    this.#change({ rule_read: true });
  };

  setSpeakers = async (on: boolean) => {
    this.#may('set_speakers');
    this.#change({ speakers: { on, problem: null } });
  };

  trySpeakers = async () => {
    this.#may('try_speakers');
    this.#change({ speakers: { on: true, problem: 'no_device' } });
  };

  stationCard = async () => {
    this.#may('station_card');
    const station = this.#view.home?.station;
    if (!station) throw NO_NUMBER;
    return cardOf(station);
  };

  saveStationCard = async (version: CardVersion) => {
    this.#may('save_station_card');
    return SAVED_AT[version];
  };

  readonly #household = householdOf((command) => this.#may(command), () => this.#change({ home: HOME, station: 'reachable', station_elsewhere: true, role: 'member', ...eligibility(HOME.facts) }));
  pairWithCode = this.#household.pairWithCode;
  invite = this.#household.invite;
  makeRecovery = this.#household.makeRecovery;
  pairedDevices = this.#household.pairedDevices;
  activity = this.#household.activity;
  removeDevice = this.#household.removeDevice;

  readonly live = liveOf((command) => this.#may(command), () => this.#view.home, (changed) => this.#home(changed));

  readonly #past = historyOf((command) => this.#may(command), () => [...this.#view.incidents, ...this.past]);
  history = this.#past.history;
  incident = this.#past.incident;
  saveHistory = this.#past.saveHistory;
  savePrintedHistory = this.#past.savePrintedHistory;
  saveReceipt = this.#past.saveReceipt;

  tryAlerts = async () => (this.#may('try_alerts'), this.#change({ alerts: { ...this.#view.alerts, asked: true } }));

  sayAlert = async (seen: boolean) => {
    this.#may('say_alert');
    this.#change({ alerts: { ...this.#view.alerts, asked: false, answer: { seen, at_ms: Date.now() } } });
  };

  leavingShown = async () => this.#may('leaving_shown');
  chooseLanguage = async () => this.#may('choose_language');
  stay = async () => this.#change({ leaving: null });
  leaveAnyway = async () => this.#change({ leaving: null });

  silence = async (incident: IncidentId) => {
    this.#may('silence');
    this.#happen(incident, { event: 'silencing' }, { siren: { step: 'stopping', places: EVERYWHERE } });
    const alone = this.#view.incidents.find(({ id }) => id === incident)?.kind === 'siren_only';
    const silent = { siren: { step: 'silent', places: EVERYWHERE } } as const;
    const over = alone ? ({ ...silent, phase: 'closed', ending: 'siren_over' } as const) : silent;
    this.#after(1_200, () => this.#happen(incident, { event: 'siren_silent' }, over));
  };

  disarm = async (code: string) => {
    this.#may('disarm');
    this.#check(code);
    for (const incident of this.#view.incidents.filter(({ phase }) => phase !== 'closed' && phase !== 'joined')) {
      const effect = disarmEffect(incident);
      this.#happen(incident.id, disarmed(effect), changesOf(effect, incident, true));
    }
  };

  cancelInApp = async (id: IncidentId, code: string) => {
    this.#may('cancel_in_app');
    this.#check(code);
    const incident = this.#view.incidents.find((known) => known.id === id);
    if (!incident) return;
    const effect = cancelEffect(incident);
    this.#happen(id, cancelled(effect), changesOf(effect, incident, effect !== 'passed_on'));
  };

  sendHelp = async (id: IncidentId) => {
    this.#may('send_help');
    const incident = this.#view.incidents.find((known) => known.id === id);
    const service = incident?.plan.service ?? 'police';
    this.#stop();
    this.#happen(id, { event: incident?.phase === 'closed' ? 'still_need_help' : 'send_now' }, { phase: 'requesting', ending: null, still_need_help_ms: null });
    this.#after(400, () => this.#happen(id, { event: 'requesting', service }));
    this.#after(2_000, () => this.#happen(id, { event: 'requested', service, receiver: 'dispatch_log' }, { phase: 'requested' }));
  };

  readNotice = async (id: IncidentId) => {
    this.#may('read_notice');
    this.#happen(id, { event: 'read' }, { unread: false });
  };

  sayOver = async (id: IncidentId) => {
    this.#may('say_over');
    this.#happen(id, { event: 'ended', ending: 'by_person' }, { phase: 'closed', ending: 'by_person' });
  };

  readonly #settings = settingsOf({
    may: (command) => this.#may(command),
    check: (code) => this.#check(code),
    unlessOpen: () => this.#unlessOpen(),
    change: (changed) => this.#home(changed),
  });
  setPractice = this.#settings.setPractice;
  setBurglarSetting = this.#settings.setBurglarSetting;
  setCancelCode = this.#settings.setCancelCode;
  hears = this.#settings.hears;
  openHelp = this.#settings.openHelp;
  leaveHome = async () => (this.#may('leave_home'), this.#change({ home: null, station: 'none', station_elsewhere: false }));

  ringContact = async (contact: ContactId, dndOn: boolean) => {
    this.#may('ring_contact');
    this.#stop();
    for (const [ms, goesOn] of TEST_CALL) {
      this.#after(ms, () => this.#home((home) => withContact(home, contact, (known) => goesOn(known, dndOn))));
    }
  };

  hangUpContact = async (contact: ContactId) => {
    this.#may('hang_up_contact');
    this.#stop();
    this.#home((home) => withContact(home, contact, hungUp));
  };

  /** The duress code looks the same. */
  #check(code: string) {
    if (!this.#isCode(code)) throw WRONG_CODE;
  }

  #isCode = (code: string) => [this.#view.home?.demo_secrets?.code, this.#view.home?.demo_secrets?.duress_code].includes(code);

  /** A wrong code leaves the countdown where it stands. */
  #codeCancels(code?: string): boolean {
    if (!code) throw CODE_NEEDED;
    const wrong = !this.#isCode(code);
    this.#sos({ code_refused: wrong ? 'wrong_code' : null });
    return !wrong;
  }

  #unlessOpen() {
    if (this.#view.incidents.some(({ phase }) => phase !== 'closed' && phase !== 'joined')) throw INCIDENT_OPEN;
  }

  #keep(setup: HomeSetup, command: 'set_up' | 'change_home') {
    this.#may(command);
    const change = command === 'change_home';
    const { problems } = previewOf(setup, change);
    if (problems.length) throw { ...SET_UP_PROBLEMS, problems };
    const home = homeOf(setup);
    const incidents = change ? this.#view.incidents : [];
    this.#change({ home, station: 'reachable', notices: [], incidents, ...eligibility(home.facts) });
  }

  #home(changed: (home: HomeView) => HomeView) {
    const home = changed(this.#view.home ?? HOME);
    this.#change({ home, ...eligibility(home.facts) });
  }

  #add = (incident: IncidentView) => (this.#change({ incidents: [incident, ...this.#view.incidents] }), incident.id);

  #open(kind: Kind, signal: string, drill: boolean) {
    this.#incidents += 1;
    const [id, phase] = [`i-live-${this.#incidents}`, isHelp(kind) ? 'contacting' : 'siren_alone'] as const;
    const plan = planOf(kind, drill ? 'drill' : 'full');
    this.#add(incidentView(kind, phase, [], { id, signal, plan }));
    this.#sos({ phase: 'committed', incident: id });
    this.#happen(id, { event: 'help_requested', by: 'device' });
    if (this.#view.home?.facts.has_alarm) this.#sound(kind, id);
    if (isHelp(kind)) this.#call(kind, id);
  }

  #sound(kind: Kind, id: IncidentId) {
    if (kind === 'sos_medical') return this.#after(500, () => this.#happen(id, { event: 'announced' }));
    this.#happen(id, null, { siren: { step: 'ordered', places: EVERYWHERE } });
    const sounding = { siren: { step: 'sounding', places: EVERYWHERE } } as const;
    this.#after(700, () => this.#happen(id, { event: 'siren_sounds', places: EVERYWHERE }, sounding));
  }

  #call(kind: HelpKind, id: IncidentId) {
    const service = SERVICE_OF[kind];
    const tell = (ms: number, happening: Happening, phase?: IncidentView['phase']) =>
      this.#after(ms, () => this.#happen(id, happening, phase ? { phase } : {}));
    tell(50, { event: 'calling', contact: ANA.id, role: 'deciding' });
    tell(900, { event: 'ringing', contact: ANA.id });
    tell(10_000, { event: 'not_answered', contact: ANA.id, why: 'rang_out' }, 'requesting');
    tell(10_100, { event: 'calling', contact: JON.id, role: 'telling' });
    tell(10_150, { event: 'calling', contact: MIKA.id, role: 'telling' });
    tell(10_600, { event: 'requesting', service });
    tell(12_500, { event: 'requested', service, receiver: 'dispatch_log' }, 'requested');
    tell(17_000, { event: 'told', contact: JON.id });
  }

  #happen(id: IncidentId, happening: Happening | null, changes: Partial<IncidentView> = {}) {
    const incidents = this.#view.incidents.map((incident) => {
      if (incident.id !== id) return incident;
      const entry = happening ? [{ at_ms: Date.now(), ...happening } as IncidentView['timeline'][number]] : [];
      return { ...incident, timeline: [...incident.timeline, ...entry], ...changes, seq: incident.seq + 1 };
    });
    this.#change({ incidents });
  }

  #sos(changes: Partial<SosView>) {
    if (this.#view.sos) this.#change({ sos: { ...this.#view.sos, ...changes } });
  }

  #change(changes: Partial<AppView>) {
    this.#view = { ...this.#view, ...changes, seq: this.#view.seq + 1 };
    this.#show(this.#view);
  }

  #after(ms: number, then: () => void) {
    this.#script.push(setTimeout(then, ms));
  }

  #stop() {
    this.#script.forEach(clearTimeout);
    this.#script = [];
  }

  #may(command: string) {
    if (this.fails === command) throw command === 'slide' ? REFUSAL : command.startsWith('save_') ? NOT_SAVED : FAILURE;
  }
}
