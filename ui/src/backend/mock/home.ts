// Knows the demo home of the simulation, and small builders of views around it.
import { PLANS } from '../plans';
import { UNTESTED, readinessOf } from './readiness';
import type {
  AppView,
  BurglarSetting,
  CameraView,
  ContactView,
  Course,
  HomeFacts,
  HomeView,
  IncidentPhase,
  IncidentView,
  Kind,
  NotLiveView,
  Reason,
  ReasonView,
  ResponsePlan,
  SirenPlaces,
  SosView,
  StationContact,
  TimelineEntry,
  Trigger,
} from '../wire';

/** An entry without the time at which it stands: distributes over the union. */
export type Happening = TimelineEntry extends infer Entry ? (Entry extends unknown ? Omit<Entry, 'at_ms'> : never) : never;

export const ANA: ContactView = { id: 'c-ana', name: 'Ana Ruiz', phone: '(512) 555-0101', readiness: UNTESTED };
export const JON: ContactView = { id: 'c-jon', name: 'Jon Ruiz', phone: '(512) 555-0102', readiness: UNTESTED };
export const MIKA: ContactView = { id: 'c-mika', name: 'Mika Kern', phone: '(512) 555-0103', readiness: UNTESTED };

export const NOT_LIVE: NotLiveView[] = [
  {
    code: 'no_carrier',
    sentence: 'This station cannot ring telephones. Its calls appear on the phone board only.',
    mend: 'A phone line has to be connected to the station.',
  },
  {
    code: 'no_dispatcher',
    sentence: 'Nobody receives this station’s requests for responders. They are only written down.',
    mend: 'A monitoring center has to be connected to the station.',
  },
];

export const FRONT_DOOR: CameraView = { id: 'cam-front', name: 'Front door', kind: 'doorbell', compatible: true };

export const STATION: StationContact = { name: 'Mayday station', number: '(202) 555-0110' };

export const HOME: HomeView = {
  id: 'h-maple',
  mode: 'demo',
  street: '12 Maple Street',
  city: 'Austin, TX',
  facts: {
    plan: 'pro',
    region: { country: 'united_states', subdivision: 'TX' },
    has_alarm: false,
    security_kit: false,
    monitoring: 'not_enrolled',
    sos_for_cameras: true,
    cameras: [{ compatible: true }],
    cameras_linked: false,
    ask_password: true,
    premises: 'residential',
  },
  cameras: [FRONT_DOOR],
  contacts: [ANA, JON, MIKA],
  demo_password: 'sunrise',
  demo_secrets: { duress_password: 'sundown', code: '482916', duress_code: '482753' },
  burglar_setting: 'if_no_one_cancels',
  cancel_takes_code: false,
  operator: null,
  practice: null,
  has_code: true,
  secrets: { password: true, duress_password: true, code: true, duress_code: true },
  setup: null,
  not_live: NOT_LIVE,
  station: STATION,
  readiness: readinessOf([ANA, JON, MIKA]),
  entitlement: null,
};

const ALARM = { has_alarm: true, security_kit: true, monitoring: 'professional', cameras_linked: true } as const;
const NO_ALARM = { has_alarm: false, security_kit: false, monitoring: 'not_enrolled', cameras_linked: false } as const;

/** The same home, with or without its base station and keypad. */
export const withBaseStation = (home: HomeView, baseStation: boolean): HomeView => ({
  ...home,
  facts: { ...home.facts, ...(baseStation ? ALARM : NO_ALARM) },
});

export const ALARM_HOME = withBaseStation(HOME, true);
export const EVERYWHERE: SirenPlaces = { keypad: true, cameras: true };

const REASONS: Record<Reason, Omit<ReasonView, 'code'>> = {
  plan_without_sos: { sentence: 'This home’s plan does not include SOS.', mend: 'Change to the Pro plan.' },
  us_territory: {
    sentence: 'SOS works in the 50 states and D.C., not in U.S. territories.',
    mend: 'If you have moved, correct the registered address. In an emergency, call 911.',
  },
  quebec: {
    sentence: 'SOS works in Canada, but not in Quebec.',
    mend: 'If you have moved, correct the registered address. In an emergency, call 911.',
  },
  outside_region: {
    sentence: 'This home’s address is outside the region where SOS works.',
    mend: 'Check the registered address. In an emergency, call your local emergency number.',
  },
  no_device: { sentence: 'This home has no alarm, camera or doorbell yet.', mend: 'Add a base station, camera or doorbell.' },
  alarm_not_enrolled: {
    sentence: 'This home’s alarm is not enrolled in professional monitoring.',
    mend: 'Enroll in professional monitoring.',
  },
  self_monitored: {
    sentence: 'This home’s alarm is self-monitored, and SOS needs professional monitoring.',
    mend: 'Change from self-monitoring to professional monitoring.',
  },
  revoked: {
    sentence: 'This device was removed from the home.',
    mend: 'Add this device to the home again. In an emergency, call 911.',
  },
  revoked_after_hold: {
    sentence: 'This device was removed from the home after the station had taken the request. The station acts on it by itself.',
    mend: 'Only answering the station’s call, or another device of the home within the five seconds, can cancel it.',
  },
  not_understood: {
    sentence: 'The station could not read this device’s request.',
    mend: 'Close Mayday and start it again. In an emergency, call 911.',
  },
  id_reused: { sentence: 'This request was already used for something else.', mend: 'Slide again.' },
  cameras_not_enrolled: { sentence: 'This home’s cameras are not enrolled in SOS.', mend: 'Enroll in SOS for cameras.' },
  no_compatible_camera: {
    sentence: 'None of this home’s cameras works with SOS.',
    mend: 'Add a camera or doorbell that works with SOS.',
  },
  no_base_station: { sentence: 'This home has no base station, so there is no siren.', mend: 'Add a base station.' },
  plan_without_monitoring: {
    sentence: 'This home’s plan does not include professional monitoring.',
    mend: 'Change to the Pro plan.',
  },
  flood_outside_united_states: {
    sentence: 'Flood and freeze alarms are answered in the United States only.',
    mend: 'Have somebody near who can look, and keep the app’s notifications on.',
  },
  smoke_at_business: {
    sentence: 'Smoke and carbon monoxide alarms are not monitored at a business address.',
    mend: 'In a fire or with gas in the air, leave and call 911. Nobody else is called.',
  },
  home_unknown: {
    sentence: 'The station does not know this home any more.',
    mend: 'Set this home up again. Its answers are kept on this device.',
  },
};

export const reason = (code: Reason): ReasonView => ({ code, ...REASONS[code] });

/** What the simulated core says of a home: why not SOS, why not its siren alone. */
export function eligibility(facts: HomeFacts): Pick<AppView, 'reasons' | 'siren_reasons'> {
  const reasons = [...(facts.plan === 'pro' ? [] : ['plan_without_sos' as const]), ...regionReasons(facts), ...enrolmentReasons(facts)].map(reason);
  return { reasons, siren_reasons: facts.has_alarm ? reasons : [...reasons, reason('no_base_station')] };
}

function regionReasons({ region: { country, subdivision } }: HomeFacts): Reason[] {
  if (country === 'other') return ['outside_region'];
  if (country === 'canada') return subdivision === 'QC' ? ['quebec'] : [];
  return ['AS', 'GU', 'MP', 'PR', 'VI', 'UM'].includes(subdivision) ? ['us_territory'] : [];
}

function enrolmentReasons({ has_alarm, monitoring, cameras, sos_for_cameras }: HomeFacts): Reason[] {
  if (has_alarm) {
    if (monitoring === 'professional') return [];
    return [monitoring === 'self_monitored' ? 'self_monitored' : 'alarm_not_enrolled'];
  }
  if (cameras.length === 0) return ['no_device'];
  const found: Reason[] = cameras.some(({ compatible }) => compatible) ? [] : ['no_compatible_camera'];
  return sos_for_cameras ? found : [...found, 'cameras_not_enrolled'];
}

export const appView = (changes: Partial<AppView> = {}): AppView => ({
  seq: 1,
  home: HOME,
  station: 'reachable',
  station_elsewhere: false,
  role: 'owner',
  ...eligibility((changes.home ?? HOME).facts),
  sos: null,
  slid_here: [],
  incidents: [],
  notices: [],
  rule_read: true,
  speakers: { on: false, problem: null },
  alerts: { desktop: 'gnome', asked: false, answer: null },
  leaving: null,
  asked_for: null,
  ...changes,
});

export const sosView = (changes: Partial<SosView> = {}): SosView => ({
  signal: 's-1',
  kind: 'sos_police',
  drill: false,
  phase: 'counting',
  remaining_ms: 0,
  held: true,
  can_cancel: false,
  offer_911: false,
  station_elsewhere: false,
  trouble: null,
  code_refused: null,
  journal_broken: false,
  reasons: [],
  incident: null,
  ...changes,
});

/** The row of the plan table that an incident follows. */
export function planOf(kind: Kind, course: Course = 'full', setting: BurglarSetting = 'if_no_one_cancels'): ResponsePlan {
  const plan = PLANS.find((row) => row.kind === kind && row.course === course && (row.setting ?? setting) === setting);
  if (!plan) throw new Error(`no plan for ${kind} in ${course}`);
  return plan;
}

/** What happened, each at its second after `start`. */
export const timelineOf = (start: number, happened: readonly (readonly [number, Happening])[]): TimelineEntry[] =>
  happened.map(([second, happening]) => ({ at_ms: start + second * 1000, ...happening }) as TimelineEntry);

const DRILLED = { glass_break: 'burglar', smoke_alarm: 'smoke', co_alarm: 'carbon_monoxide', panic_button: 'panic', flood_sensor: 'flood', freeze_sensor: 'freeze' } as const satisfies Partial<Record<Trigger, Kind>>;

/** An alarm that was just raised as a drill. */
export const drillOf = (trigger: Trigger): IncidentView => {
  const kind = trigger in DRILLED ? DRILLED[trigger as keyof typeof DRILLED] : 'burglar';
  return incidentView(kind, 'contacting', timelineOf(Date.now(), [[0, { event: 'alarm_raised', trigger }]]), { id: 'i-drill', signal: 's-drill', plan: planOf(kind, 'drill') });
};

export function incidentView(
  kind: Kind,
  phase: IncidentPhase,
  timeline: TimelineEntry[],
  changes: Partial<IncidentView> = {},
): IncidentView {
  return {
    id: 'i-1',
    signal: 's-1',
    kind,
    plan: planOf(kind),
    mode: 'demo',
    words: ['amber', 'river'],
    still_need_help_ms: null,
    alarm_in_ms: null,
    unread: false,
    enrolment_in_doubt: false,
    camera: null,
    street: HOME.street,
    city: HOME.city,
    phase,
    ending: null,
    siren: null,
    seq: timeline.length,
    contacts: HOME.contacts,
    timeline,
    ...changes,
  };
}
