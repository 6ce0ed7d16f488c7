// Knows the fixed screens of alarms, practice and drills, by name.
import type { AppView, Course, IncidentView, Kind } from '../wire';
import { ALARM_HOME, ANA, EVERYWHERE, HOME, JON, MIKA, appView, incidentView, planOf, sosView, timelineOf, type Happening } from './home';
import { OWN_SETUP, homeOf } from './setup';

const START = new Date(2026, 0, 15, 22, 48, 3).getTime();

const SOUNDING = { siren: { step: 'sounding', places: EVERYWHERE } } as const;
const SILENT = { siren: { step: 'silent', places: EVERYWHERE } } as const;
const SIREN: [number, Happening] = [1, { event: 'siren_sounds', places: EVERYWHERE }];
const calls = (second: number, contact: string, role: 'deciding' | 'telling' = 'deciding'): [number, Happening][] => [
  [second, { event: 'calling', contact, role }],
  [second + 1, { event: 'ringing', contact }],
];
const rangOut = (second: number, contact: string): [number, Happening] => [second, { event: 'not_answered', contact, why: 'rang_out' }];

const DOOR: [number, Happening][] = [[0, { event: 'alarm_raised', trigger: 'contact_sensor' }], SIREN, ...calls(1, ANA.id)];
const SECOND: [number, Happening][] = [...DOOR, rangOut(29, ANA.id), ...calls(29, JON.id)];
const NOBODY: [number, Happening][] = [...SECOND, rangOut(57, JON.id), ...calls(57, MIKA.id), rangOut(85, MIKA.id)];
const POLICE: [number, Happening][] = [...NOBODY, [85, { event: 'requesting', service: 'police' }]];
const REQUESTED: [number, Happening][] = [...POLICE, [87, { event: 'requested', service: 'police', receiver: 'dispatch_log' }]];
const SMOKE: [number, Happening][] = [[0, { event: 'alarm_raised', trigger: 'smoke_alarm' }], SIREN, ...calls(1, ANA.id)];
const CO: [number, Happening][] = [
  [0, { event: 'alarm_raised', trigger: 'co_alarm' }],
  [0, { event: 'requesting', service: 'fire' }],
  SIREN,
  ...calls(1, ANA.id, 'telling'),
  ...calls(1, JON.id, 'telling'),
];
const PANIC: [number, Happening][] = [[0, { event: 'alarm_raised', trigger: 'panic_button' }], SIREN, ...calls(1, ANA.id)];
const FLOOD: [number, Happening][] = [
  [0, { event: 'alarm_raised', trigger: 'flood_sensor' }],
  ...calls(0, ANA.id, 'telling'),
  [11, { event: 'not_answered', contact: ANA.id, why: 'voicemail' }],
  ...calls(11, JON.id, 'telling'),
  [22, { event: 'not_answered', contact: JON.id, why: 'voicemail' }],
  [36, { event: 'message_left', contact: ANA.id }],
  [37, { event: 'message_left', contact: JON.id }],
  [37, { event: 'ended', ending: 'told' }],
];
const SLID: [number, Happening][] = [
  [0, { event: 'held' }],
  [5, { event: 'help_requested', by: 'device' }],
];
const CANCELLED: [number, Happening][] = [
  ...SLID,
  ...calls(5, ANA.id),
  [14, { event: 'answered', contact: ANA.id }],
  [21, { event: 'cancelled_by', contact: ANA.id }],
];
const DRILL: [number, Happening][] = [
  ...SLID,
  ...calls(5, ANA.id),
  [14, { event: 'answered', contact: ANA.id }],
  [19, { event: 'confirmed_by', contact: ANA.id }],
  [19, { event: 'would_request', service: 'police' }],
  ...calls(19, JON.id, 'telling'),
];

const alarm = (kind: Kind, phase: IncidentView['phase'], happened: [number, Happening][], changes: Partial<IncidentView> = {}) =>
  incidentView(kind, phase, timelineOf(START, happened), { signal: 's-hub', ...changes });
const inCourse = (kind: Kind, course: Course) => ({ plan: planOf(kind, course) });
const only = { plan: planOf('burglar', 'full', 'only_if_i_say') };

/** The incident as the newest of the home, opened. */
const opened = (incident: IncidentView, changes: Partial<AppView> = {}): AppView =>
  appView({ home: ALARM_HOME, asked_for: { incident: incident.id, times: 1 }, incidents: [incident], ...changes });

const burglar = alarm('burglar', 'contacting', SECOND, SOUNDING);
const nobodySent = alarm('burglar', 'nobody_sent', [...NOBODY, [85, { event: 'nobody_sent' }]], { ...only, ...SOUNDING });
const unmonitored = alarm(
  'burglar',
  'siren_alone',
  [[0, { event: 'alarm_raised', trigger: 'glass_break' }], [0, { event: 'nobody_called' }], SIREN],
  { ...inCourse('burglar', 'unmonitored'), ...SOUNDING },
);
const flood = alarm('flood', 'closed', FLOOD, { ending: 'told', unread: true });
const cancelledSos = incidentView('sos_police', 'closed', timelineOf(START, CANCELLED), {
  ending: 'cancelled_by_contact',
  still_need_help_ms: 512_000,
});
const joined = incidentView('sos_fire', 'joined', timelineOf(START, [[0, { event: 'held' }], [5, { event: 'joined', incident: 'i-police' }]]), {
  id: 'i-joined',
  signal: 's-2',
});
const police = incidentView(
  'sos_police',
  'requested',
  timelineOf(START - 60_000, [
    ...SLID,
    ...calls(5, ANA.id),
    [12, { event: 'answered', contact: ANA.id }],
    [15, { event: 'confirmed_by', contact: ANA.id }],
    [15, { event: 'requesting', service: 'police' }],
    [16, { event: 'requested', service: 'police', receiver: 'dispatch_log' }],
    [65, { event: 'also_asked', service: 'fire' }],
    [65, { event: 'requesting', service: 'fire' }],
    [66, { event: 'requested', service: 'fire', receiver: 'dispatch_log' }],
    [70, { event: 'told', contact: JON.id }],
  ]),
  { id: 'i-police' },
);
const drill = incidentView('sos_police', 'informing', timelineOf(START, DRILL), { ...inCourse('sos_police', 'drill'), ...SILENT });
const practiceSmoke = alarm('smoke', 'informing', [[0, { event: 'alarm_raised', trigger: 'smoke_alarm' }], SIREN, ...calls(1, ANA.id, 'telling')], {
  ...inCourse('smoke', 'practice'),
  ...SOUNDING,
});
const practiceOver = alarm(
  'burglar',
  'closed',
  [
    [0, { event: 'alarm_raised', trigger: 'motion_detector' }],
    ...calls(1, ANA.id, 'telling'),
    [9, { event: 'answered', contact: ANA.id }],
    [14, { event: 'agent_asked', contact: ANA.id }],
    [14, { event: 'no_agent' }],
    [14, { event: 'ended', ending: 'told' }],
  ],
  { ...inCourse('burglar', 'practice'), id: 'i-practice', ending: 'told' },
);
const drillOver = incidentView('sos_medical', 'closed', timelineOf(START - 7_200_000, DRILL), {
  ...inCourse('sos_medical', 'drill'),
  id: 'i-drill',
  ending: 'drill_over',
});
const disarmedEarlier = alarm('burglar', 'closed', [...DOOR, [20, { event: 'disarmed', effect: 'cancelled' }]], {
  ...SILENT,
  id: 'i-disarmed',
  ending: 'disarmed',
});

const PRACTICE = { ...ALARM_HOME, practice: { remaining_ms: 42 * 60_000 } };
const OWN = homeOf(OWN_SETUP);

export const alarmScenarios = {
  'alarm-delay': opened(alarm('burglar', 'held', [[0, { event: 'entry_delay', trigger: 'contact_sensor' }]], { alarm_in_ms: 27_400 })),
  'alarm-burglar': opened(burglar),
  'alarm-burglar-answered': opened(alarm('burglar', 'contacting', [...SECOND, [35, { event: 'answered', contact: JON.id }]], SOUNDING)),
  'alarm-burglar-only': opened(alarm('burglar', 'contacting', DOOR, { ...only, ...SOUNDING })),
  'alarm-burglar-requesting': opened(alarm('burglar', 'requesting', POLICE, SOUNDING)),
  'alarm-burglar-requested': opened(alarm('burglar', 'requested', REQUESTED, SILENT)),
  'alarm-burglar-passed-on': opened(alarm('burglar', 'requested', [...REQUESTED, [99, { event: 'disarmed', effect: 'passed_on' }]], SILENT)),
  'alarm-nobody-sent': opened(nobodySent),
  'alarm-smoke': opened(alarm('smoke', 'contacting', SMOKE, SOUNDING)),
  'alarm-co': opened(alarm('carbon_monoxide', 'requesting', CO, SOUNDING)),
  'alarm-panic': opened(alarm('panic', 'contacting', PANIC, SOUNDING)),
  'alarm-false': opened(
    alarm('panic', 'informing', [...PANIC, [12, { event: 'answered', contact: ANA.id }], [19, { event: 'cancelled_by', contact: ANA.id }], ...calls(19, JON.id, 'telling')], SILENT),
  ),
  'alarm-flood': opened(flood),
  'alarm-unmonitored': opened(unmonitored, { home: { ...OWN, facts: { ...OWN.facts, monitoring: 'self_monitored' } } }),
  'alarm-ended': opened(alarm('burglar', 'closed', [...REQUESTED, [400, { event: 'ended', ending: 'by_person' }]], { ...SILENT, ending: 'by_person' })),
  'alarm-no-code': opened(burglar, { home: OWN }),
  'sos-still-need-help': appView({
    slid_here: ['s-1'],
    sos: sosView({ held: true, incident: 'i-1', phase: 'committed' }),
    incidents: [cancelledSos],
  }),
  'sos-joined': opened(joined, { incidents: [joined, police], home: HOME }),
  'sos-send-now': appView({
    slid_here: ['s-1'],
    sos: sosView({ held: true, incident: 'i-1', phase: 'committed' }),
    incidents: [incidentView('sos_police', 'contacting', timelineOf(START, [...SLID, ...calls(5, ANA.id)]))],
  }),
  'sos-responders': opened(police, { home: HOME }),
  'drill-sheet': appView({ home: ALARM_HOME }),
  'drill-counting': appView({ home: ALARM_HOME, sos: sosView({ drill: true, remaining_ms: 3_900, can_cancel: true }) }),
  'drill-timeline': appView({
    home: ALARM_HOME,
    slid_here: ['s-1'],
    sos: sosView({ drill: true, held: true, incident: 'i-1', phase: 'committed' }),
    incidents: [drill],
  }),
  'practice-dashboard': appView({ home: PRACTICE, incidents: [practiceOver, drillOver] }),
  'practice-sheet': appView({ home: PRACTICE }),
  'practice-first-week': appView({ home: { ...OWN, practice: { remaining_ms: 7 * 24 * 3_600_000 } } }),
  'practice-counting': appView({ home: PRACTICE, sos: sosView({ remaining_ms: 3_900, can_cancel: true, kind: 'sos_fire' }) }),
  'practice-smoke': opened(practiceSmoke, { home: PRACTICE }),
  'practice-over': opened(practiceOver),
  'dashboard-alarm': appView({ home: ALARM_HOME, incidents: [burglar, disarmedEarlier, drillOver] }),
  'dashboard-unread': appView({ home: ALARM_HOME, incidents: [flood, disarmedEarlier] }),
  'dashboard-nobody-sent': appView({ home: ALARM_HOME, incidents: [nobodySent] }),
  'dashboard-history': appView({ home: { ...ALARM_HOME, burglar_setting: 'only_if_i_say' }, incidents: [disarmedEarlier, practiceOver, drillOver, { ...flood, id: 'i-flood', unread: false }] }),
  plans: appView({ home: ALARM_HOME }),
} satisfies Record<string, AppView>;
