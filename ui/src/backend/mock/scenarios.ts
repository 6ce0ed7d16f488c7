// Knows the fixed screens of the window, by name. Every state that a person can meet stands here,
// so that screenshots and the accessibility check meet it too.
import type { AppView, IncidentView, LeavingView, SirenStep } from '../wire';
import { ALONE, CAMERAS, DRIVE, GARDEN, GATE, NEW, PORCH, SHED, YARD } from './live';
import { ALARM_HOME, ANA, EVERYWHERE, FRONT_DOOR, HOME, JON, MIKA, appView, eligibility, incidentView, reason, sosView, timelineOf, type Happening } from './home';
import { alarmScenarios } from './alarms';
import { UNTESTED, calling, tested, withReadiness } from './readiness';
import { historyScenarios } from './history';
import { OWN_SETUP, homeOf } from './setup';

const START = new Date(2026, 0, 15, 22, 48, 3).getTime();
const COMMITTED = { held: true, incident: 'i-1', phase: 'committed' } as const;

const OPENED: [number, Happening][] = [
  [0, { event: 'held' }],
  [5, { event: 'help_requested', by: 'device' }],
  [5, { event: 'calling', contact: ANA.id, role: 'deciding' }],
];
const RINGING: [number, Happening][] = [...OPENED, [6, { event: 'ringing', contact: ANA.id }]];
const UNANSWERED: [number, Happening][] = [...RINGING, [34, { event: 'not_answered', contact: ANA.id, why: 'rang_out' }]];
const REQUESTING: [number, Happening][] = [...UNANSWERED, [34, { event: 'requesting', service: 'police' }]];
const TELLING: [number, Happening][] = [
  ...UNANSWERED,
  [34, { event: 'calling', contact: JON.id, role: 'telling' }],
  [34, { event: 'calling', contact: MIKA.id, role: 'telling' }],
  [34, { event: 'requesting', service: 'police' }],
  [35, { event: 'ringing', contact: JON.id }],
];
const REQUESTED: [number, Happening][] = [
  ...TELLING,
  [35, { event: 'requested', service: 'police', receiver: 'dispatch_log' }],
  [51, { event: 'told', contact: JON.id }],
];

const VOICEMAIL: [number, Happening][] = [
  ...RINGING,
  [11, { event: 'not_answered', contact: ANA.id, why: 'voicemail' }],
  [11, { event: 'requesting', service: 'police' }],
  [11, { event: 'calling', contact: JON.id, role: 'telling' }],
  [11, { event: 'calling', contact: MIKA.id, role: 'telling' }],
  [12, { event: 'requested', service: 'police', receiver: 'dispatch_log' }],
  [13, { event: 'not_answered', contact: JON.id, why: 'in_another_call' }],
  [14, { event: 'not_answered', contact: MIKA.id, why: 'busy' }],
  [27, { event: 'message_left', contact: ANA.id }],
  [194, { event: 'message_not_left', contact: MIKA.id }],
];

const police = (phase: IncidentView['phase'], happened: [number, Happening][], changes: Partial<IncidentView> = {}) =>
  incidentView('sos_police', phase, timelineOf(START, happened), changes);

const committed = (incident: IncidentView | null): AppView =>
  appView({ sos: sosView(COMMITTED), incidents: incident ? [incident] : [] });

const cancelledEarlier = incidentView(
  'sos_medical',
  'closed',
  timelineOf(START - 86_400_000, [[0, { event: 'held' }], [3, { event: 'cancelled_in_hold' }]]),
  { id: 'i-0', ending: 'cancelled_on_device' },
);
const cancelledByContact = police(
  'closed',
  [...RINGING, [12, { event: 'answered', contact: ANA.id }], [19, { event: 'cancelled_by', contact: ANA.id }]],
  { ending: 'cancelled_by_contact' },
);
const requested = police('requested', REQUESTED);

const DECIDED: [number, Happening][] = [
  [0, { event: 'held' }],
  [5, { event: 'help_requested', by: 'device' }],
];
const SOUNDS: [number, Happening] = [6, { event: 'siren_sounds', places: EVERYWHERE }];
const SOUNDING: [number, Happening][] = [...DECIDED, SOUNDS];
const SILENCING: [number, Happening][] = [...SOUNDING, [21, { event: 'silencing' }]];
const POLICE_SIREN: [number, Happening][] = [...OPENED, SOUNDS, [7, { event: 'ringing', contact: ANA.id }]];
const NO_PASSWORD: [number, Happening][] = [
  ...POLICE_SIREN,
  [15, { event: 'silencing' }],
  [16, { event: 'siren_silent' }],
  [19, { event: 'answered', contact: ANA.id }],
  [31, { event: 'wrong_password', contact: ANA.id }],
  [31, { event: 'requesting', service: 'police' }],
];
const siren = (
  phase: IncidentView['phase'],
  step: SirenStep,
  happened: [number, Happening][],
  changes: Partial<IncidentView> = {},
) => incidentView('siren_only', phase, timelineOf(START, happened), { siren: { step, places: EVERYWHERE }, ...changes });
const sirenSilent = siren('closed', 'silent', [...SILENCING, [22, { event: 'siren_silent' }]], { ending: 'siren_over' });
const alarm = (changes: Parameters<typeof sosView>[0]) =>
  appView({ home: ALARM_HOME, sos: sosView({ kind: 'siren_only', ...changes }) });
const sounded = (incident: IncidentView): AppView =>
  appView({ home: ALARM_HOME, sos: sosView({ ...COMMITTED, kind: incident.kind }), incidents: [incident] });

const CODED = { ...HOME, cancel_takes_code: true };
const OPERATED = {
  ...HOME,
  operator: { name: 'Maple Alarm', centre: 'Maple County Monitoring', licences: ['TX B00000'], help: 'https://help.example/mayday' },
};
const BASIC = { ...HOME, facts: { ...HOME.facts, plan: 'basic' as const, sos_for_cameras: false } };
const ineligible = appView({ home: BASIC, reasons: [reason('plan_without_sos'), reason('cameras_not_enrolled')] });
const OWN = homeOf(OWN_SETUP);
const OWN_CAMERAS = homeOf({ ...OWN_SETUP, has_alarm: false, security_kit: false, cameras_linked: false, monitoring: 'not_enrolled', sos_for_cameras: true });
const OWN_BASIC = homeOf({ ...OWN_SETUP, plan: 'basic', monitoring: 'self_monitored' });
const UNKNOWN: Partial<AppView> = {
  home: OWN,
  station: 'home_unknown',
  reasons: [reason('home_unknown')],
  siren_reasons: [reason('home_unknown')],
  notices: [
    {
      code: 'home_unknown',
      sentence:
        'The station does not know this home any more. SOS cannot be sent. Set the home up again: your answers are kept on this device, only the verbal password has to be typed. In an emergency, call 911.',
    },
  ],
};
const sos = (changes: Parameters<typeof sosView>[0]) => appView({ sos: sosView(changes) });

const leaving = (asked: Partial<LeavingView>, changes: Partial<AppView>): AppView =>
  appView({ ...changes, leaving: { what: 'window', kind: 'sos_police', ...asked } as LeavingView });

const MISSED = { ...UNTESTED, last_try: { at_ms: START, result: { not_reached: 'rang_out' } } } as const;
const EXPIRED = { ...tested(200), proof: null, expired: true };
const OFF = tested(1, { opted_out: true });

export const appScenarios = {
  ...alarmScenarios,
  readiness: appView(),
  'readiness-tested': appView({ home: withReadiness(HOME, [tested(3), EXPIRED, OFF]) }),
  'readiness-missed': appView({ home: withReadiness(HOME, [MISSED, tested(2, { password: 'not_known' })]) }),
  'readiness-calling': appView({ home: withReadiness(HOME, [{ ...tested(3), calling: calling('ringing') }]) }),
  'readiness-digits': appView({ home: withReadiness(HOME, [{ ...UNTESTED, calling: calling('proving') }, tested(1)]) }),
  'readiness-green': appView({ home: withReadiness(HOME, [tested(3), tested(2), tested(1)], true) }),
  'dashboard-ready': appView({ home: withReadiness(HOME, [tested(3), tested(2), tested(1)], true) }),
  'dashboard-ready-amber': appView({ home: withReadiness(HOME, [tested(3), tested(2), OFF], true) }),
  ...historyScenarios,
  'counting-code': appView({ home: CODED, sos: sosView({ remaining_ms: 3_900, can_cancel: true, held: true }) }),
  'counting-code-refused': appView({ home: CODED, sos: sosView({ remaining_ms: 2_400, can_cancel: true, held: true, code_refused: 'wrong_code' }) }),
  'waiting-code': appView({ home: CODED, sos: sosView({ phase: 'waiting', remaining_ms: 24_000, can_cancel: true, offer_911: true }) }),
  'dashboard-coded': appView({ home: CODED }),
  'dashboard-operated': appView({ home: OPERATED }),
  'dashboard-joined': appView({ station_elsewhere: true, role: 'member' }),
  live: appView(),
  'live-stopped': appView({ home: { ...HOME, cameras: [DRIVE] } }),
  'live-refused': appView({ home: { ...HOME, cameras: [{ ...DRIVE, id: 'cam-refused' }] } }),
  'live-connecting': appView({ home: { ...HOME, cameras: [SHED] } }),
  'live-grid': appView({ home: { ...HOME, cameras: [FRONT_DOOR, ...CAMERAS] } }),
  'live-new': appView({ home: { ...OWN, cameras: [NEW] } }),
  'live-alone': appView({ home: { ...OWN, cameras: [ALONE] } }),
  'live-pictures': appView({ home: { ...HOME, cameras: [PORCH] } }),
  'live-plain': appView({ home: { ...HOME, cameras: [GATE] } }),
  'live-unplayable': appView({ home: { ...HOME, cameras: [YARD] } }),
  'live-none': appView({ home: { ...HOME, cameras: [] } }),
  'live-not-compatible': appView({ home: { ...HOME, cameras: [GARDEN] } }),
  'timeline-camera': appView({ incidents: [police('contacting', RINGING, { camera: FRONT_DOOR })], sos: sosView(COMMITTED) }),
  ...Object.fromEntries(
    ['clip', 'clip-running', 'clip-cut', 'clip-pictures'].map((name) => [
      `timeline-${name}`,
      appView({ incidents: [police('requested', REQUESTED, { id: `i-${name}`, camera: FRONT_DOOR })], sos: sosView({ ...COMMITTED, incident: `i-${name}` }) }),
    ]),
  ),
  welcome: appView({ home: null, station: 'none' }),
  'welcome-starting': appView({ home: null, station: 'connecting' }),
  'welcome-failed': appView({ home: null, station: 'none' }),
  home: appView({ home: OWN }),
  'home-coded': appView({ home: { ...OWN, has_code: true, secrets: { ...OWN.secrets, code: true } } }),
  'home-speakers': appView({ home: OWN, speakers: { on: true, problem: null } }),
  'home-cameras': appView({ home: OWN_CAMERAS }),
  'home-ineligible': appView({ home: OWN_BASIC }),
  'home-unknown': appView(UNKNOWN),
  'home-unknown-refused': appView({
    ...UNKNOWN,
    sos: sosView({ phase: 'refused', held: false, offer_911: true, reasons: [reason('home_unknown')] }),
  }),
  'home-unknown-incident': appView({ ...UNKNOWN, sos: sosView(COMMITTED), incidents: [police('contacting', RINGING)] }),
  'dashboard-siren': appView({ home: ALARM_HOME, incidents: [sirenSilent, cancelledEarlier] }),
  dashboard: appView({ incidents: [requested, cancelledEarlier] }),
  'dashboard-empty': appView(),
  'dashboard-troubled': appView({
    station: 'unreachable',
    home: { ...HOME, contacts: [] },
    notices: [{ code: 'no_keyring', sentence: 'This computer’s keyring did not answer, so Mayday will ask its station for a new key at each start. SOS works.' }],
  }),
  'dashboard-revoked': appView({ station: 'revoked', reasons: [reason('revoked')], siren_reasons: [reason('revoked')] }),
  'sheet-revoked': appView({ station: 'revoked', reasons: [reason('revoked')], siren_reasons: [reason('revoked')] }),
  'dashboard-first': appView({ rule_read: false }),
  'dashboard-speakers': appView({ home: ALARM_HOME, speakers: { on: true, problem: null } }),
  'dashboard-no-audio': appView({ home: ALARM_HOME, speakers: { on: true, problem: 'no_device' } }),
  'dashboard-audio-busy': appView({ home: ALARM_HOME, speakers: { on: true, problem: 'busy' } }),
  'dashboard-happening': appView({ incidents: [police('contacting', RINGING, { signal: 's-elsewhere' }), cancelledEarlier] }),
  'sheet-first': appView({ rule_read: false }),
  ineligible,
  sheet: appView({ incidents: [requested] }),
  'sheet-ineligible': ineligible,
  'sheet-unreachable': appView({ station: 'unreachable' }),
  'sheet-911': appView(),
  'sheet-refused': appView(),
  counting: sos({ remaining_ms: 3_900, can_cancel: true }),
  'counting-elsewhere': sos({ remaining_ms: 3_900, can_cancel: true, station_elsewhere: true, kind: 'sos_fire' }),
  'counting-unheld': sos({ remaining_ms: 4_700, can_cancel: true, held: false, journal_broken: true, kind: 'sos_medical' }),
  'counting-sending': sos({ remaining_ms: 0, can_cancel: true }),
  committing: sos({ phase: 'committing' }),
  'committing-held': sos({ phase: 'committing', offer_911: true }),
  unreachable: sos({ phase: 'committing', held: false, offer_911: true, can_cancel: true }),
  'disk-full': sos({
    phase: 'committing',
    held: false,
    offer_911: true,
    can_cancel: true,
    trouble: 'The station’s disk is full, so it could not store this request.',
  }),
  cancelling: sos({ phase: 'cancelling' }),
  'cancelling-unreachable': sos({ phase: 'cancelling', offer_911: true }),
  asking: sos({ phase: 'asking', held: false, can_cancel: true }),
  waiting: sos({ phase: 'waiting', held: false, can_cancel: true, offer_911: true, remaining_ms: 23_900 }),
  'too-old': sos({ phase: 'too_old', held: false, can_cancel: true, offer_911: true }),
  cancelled: sos({ phase: 'cancelled' }),
  refused: appView({
    home: BASIC,
    sos: sosView({ phase: 'refused', held: false, offer_911: true, reasons: ineligible.reasons }),
    reasons: ineligible.reasons,
  }),
  'refused-home': appView({
    home: OWN_BASIC,
    sos: sosView({ phase: 'refused', held: false, offer_911: true, reasons: eligibility(OWN_BASIC.facts).reasons }),
  }),
  'refused-revoked': sos({ phase: 'refused', held: false, offer_911: true, reasons: [reason('revoked')] }),
  'refused-after-hold': sos({ phase: 'refused', offer_911: true, reasons: [reason('revoked_after_hold')] }),
  'timeline-waiting': committed(null),
  'timeline-calling': committed(police('contacting', RINGING)),
  'timeline-answered': committed(police('contacting', [...RINGING, [14, { event: 'answered', contact: ANA.id }]])),
  'timeline-requesting': committed(police('requesting', REQUESTING)),
  'timeline-requested': committed(requested),
  'timeline-unconfirmed': committed(police('requesting', [...TELLING, [64, { event: 'not_confirmed', service: 'police' }]])),
  'timeline-voicemail': committed(police('requested', VOICEMAIL)),
  'timeline-cancelled-by-contact': committed(cancelledByContact),
  'timeline-too-late': appView({
    sos: sosView({ ...COMMITTED, phase: 'cancelled_too_late' }),
    incidents: [police('contacting', RINGING)],
  }),
  'siren-sheet': appView({ home: ALARM_HOME }),
  'siren-counting': alarm({ remaining_ms: 3_900, can_cancel: true }),
  'siren-committing': alarm({ phase: 'committing', offer_911: true }),
  'siren-waiting': alarm({ phase: 'waiting', held: false, can_cancel: true, offer_911: true, remaining_ms: 23_900 }),
  'siren-cancelled': alarm({ phase: 'cancelled' }),
  'siren-waiting-for-news': alarm(COMMITTED),
  'siren-ordered': sounded(siren('siren_alone', 'ordered', DECIDED)),
  'siren-sounding': sounded(siren('siren_alone', 'sounding', SOUNDING)),
  'siren-silencing': sounded(siren('siren_alone', 'stopping', SILENCING)),
  'siren-silent': sounded(sirenSilent),
  'siren-police': sounded(police('contacting', POLICE_SIREN, { siren: { step: 'sounding', places: EVERYWHERE } })),
  'siren-police-silencing': sounded(
    police('contacting', [...POLICE_SIREN, [15, { event: 'silencing' }]], { siren: { step: 'stopping', places: EVERYWHERE } }),
  ),
  'siren-announced': sounded(incidentView('sos_medical', 'contacting', timelineOf(START, [...OPENED, [6, { event: 'announced' }]]))),
  'siren-password': sounded(police('requesting', NO_PASSWORD, { siren: { step: 'silent', places: EVERYWHERE } })),
  through: appView(),
  'through-unknown': appView({ home: { ...HOME, station: null }, alerts: { desktop: 'other', asked: false, answer: null } }),
  'through-asked': appView({ alerts: { desktop: 'gnome', asked: true, answer: null } }),
  'through-seen': appView({ alerts: { desktop: 'mac', asked: false, answer: { seen: true, at_ms: START } } }),
  'through-unseen': appView({ alerts: { desktop: 'kde', asked: false, answer: { seen: false, at_ms: START } } }),
  'leaving-held': leaving({ known: 'held' }, { sos: sosView({ remaining_ms: 3_900, can_cancel: true }) }),
  'leaving-unheld': leaving({ known: 'unacknowledged' }, { sos: sosView({ remaining_ms: 3_900, can_cancel: true, held: false }) }),
  'leaving-cancelling': leaving({ known: 'cancelling' }, { sos: sosView({ phase: 'cancelling' }) }),
  'leaving-calling': leaving({ known: 'open', incident: 'i-1' }, { sos: sosView(COMMITTED), incidents: [police('contacting', RINGING)] }),
  'leaving-siren': leaving(
    { known: 'open', incident: 'i-1', kind: 'siren_only', what: 'app' },
    sounded(siren('siren_alone', 'sounding', SOUNDING)),
  ),
} satisfies Record<string, AppView>;
