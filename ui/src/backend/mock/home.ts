// Knows the demo home of the simulation, and small builders of views around it.
import type {
  AppView,
  ContactView,
  HomeView,
  IncidentPhase,
  IncidentView,
  Kind,
  Reason,
  ReasonView,
  SirenPlaces,
  SosView,
  TimelineEntry,
} from '../wire';

/** An entry without the time at which it stands: distributes over the union. */
export type Happening = TimelineEntry extends infer Entry ? (Entry extends unknown ? Omit<Entry, 'at_ms'> : never) : never;

export const ANA: ContactView = { id: 'c-ana', name: 'Ana Ruiz', phone: '(512) 555-0101' };
export const JON: ContactView = { id: 'c-jon', name: 'Jon Ruiz', phone: '(512) 555-0102' };
export const MIKA: ContactView = { id: 'c-mika', name: 'Mika Kern', phone: '(512) 555-0103' };

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
  },
  contacts: [ANA, JON, MIKA],
  demo_password: 'sunrise',
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

const REASONS: Partial<Record<Reason, Omit<ReasonView, 'code'>>> = {
  plan_without_sos: { sentence: 'This home’s plan does not include SOS.', mend: 'Change to the Pro plan.' },
  no_base_station: { sentence: 'This home has no base station, so there is no siren.', mend: 'Add a base station.' },
  cameras_not_enrolled: { sentence: 'This home’s cameras are not enrolled in SOS.', mend: 'Enroll in SOS for cameras.' },
};

export const reason = (code: Reason): ReasonView => ({ code, sentence: code, mend: '', ...REASONS[code] });

/** What the simulated core says of a home: why not SOS, why not its siren alone. */
export function eligibility({ facts }: HomeView): Pick<AppView, 'reasons' | 'siren_reasons'> {
  const reasons = facts.plan === 'pro' ? [] : [reason('plan_without_sos')];
  return { reasons, siren_reasons: facts.has_alarm ? reasons : [...reasons, reason('no_base_station')] };
}

export const appView = (changes: Partial<AppView> = {}): AppView => ({
  seq: 1,
  home: HOME,
  station: 'reachable',
  ...eligibility(changes.home ?? HOME),
  sos: null,
  incidents: [],
  notices: [],
  ...changes,
});

export const sosView = (changes: Partial<SosView> = {}): SosView => ({
  signal: 's-1',
  kind: 'sos_police',
  phase: 'counting',
  remaining_ms: 0,
  held: true,
  can_cancel: false,
  offer_911: false,
  station_elsewhere: false,
  trouble: null,
  journal_broken: false,
  reasons: [],
  incident: null,
  ...changes,
});

/** What happened, each at its second after `start`. */
export const timelineOf = (start: number, happened: readonly (readonly [number, Happening])[]): TimelineEntry[] =>
  happened.map(([second, happening]) => ({ at_ms: start + second * 1000, ...happening }) as TimelineEntry);

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
    mode: 'demo',
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
