// The window's state: which view counts, which screen it asks for, what an intent comes to.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backend/backend';
import { HOME, appView, incidentView, reason, sosView } from '../../backend/mock/home';
import type { AppView, ErrorBody } from '../../backend/wire';
import { NO_SENTENCE } from '../../words/common';
import { screenOf } from './screen';
import { AppState } from './state.svelte';

const REFUSED: ErrorBody = { code: 'not_eligible', sentence: 'No.', reasons: [reason('plan_without_sos')], problems: [] };
let backend: { [Name in keyof Backend]: ReturnType<typeof vi.fn> };
let emit: (view: AppView) => void;
let app: AppState;

beforeEach(() => {
  vi.useFakeTimers();
  const done = () => vi.fn(async () => undefined);
  backend = {
    view: vi.fn(async () => appView({ seq: 3 })),
    onView: vi.fn(async (show: (view: AppView) => void) => void (emit = show)),
    startDemo: done(),
    addDevice: done(),
    slide: done(),
    drill: done(),
    drillAlarm: vi.fn(),
    disarm: done(),
    cancelInApp: done(),
    sendHelp: done(),
    readNotice: done(),
    sayOver: done(),
    setPractice: done(),
    setBurglarSetting: done(),
    ringContact: done(),
    hangUpContact: done(),
    cancel: done(),
    sendNow: done(),
    dismiss: done(),
    openBoard: done(),
    setDemoPlan: done(),
    setDemoDevices: done(),
    silence: done(),
    checkSetUp: done(),
    setUp: done(),
    changeHome: done(),
    pairWithCode: done(),
    invite: vi.fn(),
    makeRecovery: vi.fn(),
    pairedDevices: vi.fn(),
    activity: vi.fn(),
    removeDevice: done(),
    keepDraft: done(),
    readDraft: vi.fn(async () => null),
    setSecrets: done(),
    testSecret: vi.fn(async () => ({ right: true })),
    readRule: done(),
    setSpeakers: done(),
    trySpeakers: done(),
    stationCard: done(),
    saveStationCard: done(),
    history: vi.fn(async () => ({ incidents: [], more: false })),
    incident: vi.fn(async () => incidentView('sos_fire', 'closed', [], { id: 'i-old' })),
    saveHistory: vi.fn(async () => ({ path: '', incidents: 0 })),
    savePrintedHistory: vi.fn(async () => ''),
    saveReceipt: vi.fn(async () => ''),
    tryAlerts: done(),
    sayAlert: done(),
    leavingShown: done(),
    chooseLanguage: done(),
    setCancelCode: done(),
    hears: vi.fn(async () => []),
    leaveHome: done(),
    openHelp: done(),
    stay: done(),
    leaveAnyway: done(),
    live: vi.fn(),
  };
  app = new AppState(backend as unknown as Backend, () => 1_000);
});

describe('views', () => {
  it('drops a view that is older than the one it shows', async () => {
    await app.connect();
    emit(appView({ seq: 2, station: 'unreachable' }));
    expect(app.view?.station).toBe('reachable');
    emit(appView({ seq: 4, station: 'unreachable' }));
    expect(app.view?.station).toBe('unreachable');
  });

  it('keeps a change that arrived before the answer to its first question', async () => {
    backend.view.mockImplementation(async () => {
      emit(appView({ seq: 9, station: 'unreachable' }));
      return appView({ seq: 8 });
    });
    await app.connect();
    expect(app.view?.seq).toBe(9);
  });

  it('asks again until the core answers, and says so meanwhile', async () => {
    backend.view.mockRejectedValueOnce(new Error('gone'));
    await app.connect();
    expect([app.view, app.problem]).toEqual([null, NO_SENTENCE]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([app.view?.seq, app.problem]).toEqual([3, null]);
  });

  it('remembers when the shown view arrived', () => {
    app.show(appView());
    expect(app.arrivedAt).toBe(1_000);
  });
});

describe('screens', () => {
  it.each([
    ['counting', 'counting'],
    ['committing', 'sos'],
    ['cancelling', 'sos'],
    ['asking', 'sos'],
    ['waiting', 'sos'],
    ['too_old', 'sos'],
    ['cancelled', 'sos'],
    ['refused', 'sos'],
    ['committed', 'no_news'],
    ['cancelled_too_late', 'no_news'],
  ] as const)('shows an SOS that is %s on the screen %s', (phase, at) => {
    expect(screenOf(appView({ sos: sosView({ phase, incident: 'i-1' }) }), null).at).toBe(at);
  });

  /** proves: A7 */
  it('shows the timeline once the incident of a committed SOS has arrived', () => {
    const incidents = [incidentView('sos_police', 'contacting', [])];
    const view = appView({ sos: sosView({ phase: 'committed', incident: 'i-1' }), incidents });
    expect(screenOf(view, null).at).toBe('incident');
  });

  it('shows an SOS before any incident that a person opened', () => {
    const view = appView({ sos: sosView(), incidents: [incidentView('sos_fire', 'closed', [])] });
    expect(screenOf(view, 'i-1').at).toBe('counting');
  });

  it('asks for a first choice when there is no home', () => {
    expect(screenOf(appView({ home: null }), null).at).toBe('welcome');
  });

  it('closes the sheet when the slide has become an SOS', () => {
    app.show(appView());
    app.openSheet();
    app.show(appView({ seq: 2, sos: sosView({ signal: 's-9' }) }));
    expect(app.sheetOpen).toBe(false);
  });

  it('keeps the sheet open over an SOS that it already knew', () => {
    const sos = sosView({ phase: 'committed', incident: 'i-1' });
    app.show(appView({ sos }));
    app.openSheet();
    app.show(appView({ seq: 2, sos }));
    expect(app.sheetOpen).toBe(true);
  });
});

describe('a notification that was clicked', () => {
  const incidents = [incidentView('sos_fire', 'contacting', [], { id: 'i-2' }), incidentView('sos_police', 'closed', [])];
  const clicked = (times: number) => ({ asked_for: { incident: 'i-2', times }, incidents });

  it('goes to its incident, from under an open sheet too', () => {
    app.show(appView({ incidents }));
    app.openSheet();
    app.show(appView({ seq: 2, ...clicked(1) }));
    expect([app.screen.at, app.sheetOpen]).toEqual(['incident', false]);
  });

  it('goes there once for each click', async () => {
    app.show(appView(clicked(1)));
    await app.back();
    app.show(appView({ seq: 2, ...clicked(1) }));
    expect(app.screen.at).toBe('dashboard');
    app.show(appView({ seq: 3, ...clicked(2) }));
    expect(app.screen.at).toBe('incident');
  });

  it('never takes a countdown away', () => {
    app.show(appView({ sos: sosView(), ...clicked(1) }));
    expect(app.screen.at).toBe('counting');
  });

  it('leads away from an SOS that the station has taken over, and back leads to it', async () => {
    const sos = sosView({ phase: 'committed', incident: 'i-1' });
    app.show(appView({ sos, incidents }));
    app.show(appView({ seq: 2, sos, ...clicked(1) }));
    expect(app.screen).toMatchObject({ at: 'incident', incident: { id: 'i-2' } });
    await app.back();
    expect(app.screen).toMatchObject({ at: 'incident', incident: { id: 'i-1' } });
  });
});

describe('an incident that was opened', () => {
  /** proves: V3 */
  it('is asked for where it is older than the latest, and shown once the station has told it', async () => {
    app.show(appView());
    await app.look('i-old');
    expect([backend.incident.mock.calls, app.screen]).toMatchObject([[['i-old']], { at: 'incident', incident: { id: 'i-old' } }]);
    await app.back();
    expect(app.screen.at).toBe('dashboard');
  });

  it('that the station does not know leaves the screen as it is, with what went wrong', async () => {
    backend.incident.mockRejectedValue({ code: 'unknown', sentence: 'The station does not know this request.', reasons: [], problems: [] });
    app.show(appView());
    await app.look('i-old');
    expect([app.screen.at, app.problem]).toEqual(['dashboard', 'The station does not know this request.']);
  });

  it('stays when later ones have taken its place, and goes with its home', async () => {
    const incident = incidentView('sos_fire', 'closed', []);
    app.show(appView({ incidents: [incident] }));
    await app.look('i-1');
    app.show(appView({ seq: 2, incidents: [] }));
    expect(app.screen.at).toBe('incident');
    app.show(appView({ seq: 3, incidents: [], home: { ...HOME, id: 'h-other' } }));
    expect(app.screen.at).toBe('dashboard');
  });
});

describe('intents', () => {
  /** proves: B12 */
  it('keeps every reason of a refused slide, and lets the slider know', async () => {
    backend.slide.mockRejectedValue(REFUSED);
    await expect(app.slide('sos_police')).resolves.toBe(false);
    expect(app.refusal).toEqual(REFUSED);
  });

  it('sends one slide for one gesture', async () => {
    await expect(app.slide('sos_fire')).resolves.toBe(true);
    expect(backend.slide.mock.calls).toEqual([['sos_fire', null]]);
  });

  /** proves: L5 */
  it('sends a slide on the sheet of a drill as a drill, and the next one as an SOS', async () => {
    app.openSheet(true);
    await app.slide('sos_police');
    app.openSheet();
    await app.slide('sos_police');
    expect([backend.drill.mock.calls, backend.slide.mock.calls]).toEqual([[['sos_police']], [['sos_police', null]]]);
  });

  /** proves: N5 */
  it('gives a wrong code back to the place where it was typed', async () => {
    backend.disarm.mockRejectedValue({ code: 'wrong_code', sentence: 'That is not this home’s code.', reasons: [], problems: [] });
    await expect(app.disarm('1')).resolves.toBe('That is not this home’s code.');
    expect(app.problem).toBeNull();
    await expect(app.cancelInApp('i-1', '1')).resolves.toBeNull();
  });

  it('says what a failed cancel came to', async () => {
    backend.cancel.mockRejectedValue({ code: 'not_now', sentence: 'That is not possible right now.', reasons: [], problems: [] });
    await app.cancel();
    expect(app.problem).toBe('That is not possible right now.');
  });

  /** proves: D6 */
  it('silences one incident’s siren, and nothing else', async () => {
    await expect(app.silence('i-1')).resolves.toBe(true);
    expect([backend.silence.mock.calls, backend.cancel.mock.calls]).toEqual([[['i-1']], []]);
  });

  it('says what failed demo devices came to', async () => {
    backend.setDemoDevices.mockRejectedValue({ code: 'not_now', sentence: 'That is not possible right now.', reasons: [], problems: [] });
    await expect(app.setDemoDevices(true)).resolves.toBe(false);
    expect([backend.setDemoDevices.mock.calls, app.problem]).toEqual([[[true]], 'That is not possible right now.']);
  });

  it('leaves an opened incident without the core, and an ended SOS through it', async () => {
    app.show(appView({ incidents: [incidentView('sos_fire', 'closed', [])] }));
    app.openIncident = 'i-1';
    await app.back();
    expect([app.openIncident, backend.dismiss.mock.calls.length]).toEqual([null, 0]);
    await app.back();
    expect(backend.dismiss).toHaveBeenCalledOnce();
  });
});
