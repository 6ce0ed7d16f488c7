// The timeline: steps, what can still cancel, what is still to come.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { alarmScenarios } from '../../backend/mock/alarms';
import { ALARM_HOME, ANA, EVERYWHERE, HOME, JON, incidentView, planOf, timelineOf, type Happening } from '../../backend/mock/home';
import type { HomeView, IncidentPhase, IncidentView, Kind, SirenStep } from '../../backend/wire';
import Timeline from './Timeline.svelte';
import { callsRun, coming, decidingCall, steps } from './steps';

const CALLING: Happening[] = [
  { event: 'held' },
  { event: 'help_requested', by: 'device' },
  { event: 'calling', contact: ANA.id, role: 'deciding' },
  { event: 'ringing', contact: ANA.id },
];

afterEach(cleanup);

describe('steps', () => {
  /** proves: A7 */
  it('are every event in its order, the last one under way while the plan runs', () => {
    expect(steps(incident('contacting', CALLING)).map(({ mark }) => mark)).toEqual(['done', 'done', 'done', 'now']);
  });

  it('are all over once the request is accepted or the incident closed', () => {
    for (const phase of ['requested', 'closed'] as const) {
      expect(steps(incident(phase, CALLING)).some(({ mark }) => mark === 'now')).toBe(false);
    }
  });

  it('do not tick off a call that reached nobody, and warn of a request that nobody confirmed', () => {
    const happened: Happening[] = [
      { event: 'not_answered', contact: ANA.id, why: 'busy' },
      { event: 'not_confirmed', service: 'police' },
    ];
    expect(steps(incident('requesting', happened)).map(({ mark }) => mark)).toEqual(['missed', 'alarm']);
  });

  /** proves: E3, E5 */
  it('still to come are the request if nobody answers, and the other contacts', () => {
    expect(coming(incident('contacting', CALLING))).toEqual([
      'Demo · Police requested if nobody answers',
      'Demo · The other contacts are told',
    ]);
  });

  it('promise nothing after the calls that tell have begun, nor after the end', () => {
    const telling: Happening = { event: 'calling', contact: JON.id, role: 'telling' };
    expect(coming(incident('requesting', [...CALLING, telling]))).toEqual([
      'Demo · Police requested: confirmed by the receiving side',
    ]);
    expect([coming(incident('requested', CALLING)), coming(incident('closed', CALLING))]).toEqual([[], []]);
  });
});

describe('the siren', () => {
  const SOUNDS: Happening = { event: 'siren_sounds', places: EVERYWHERE };

  /** proves: D6 */
  it('has a control of its own while it is ordered or sounds, and says what it does not do', async () => {
    const { onsilence } = show(sounding('sos_police', 'sounding'));
    await fireEvent.click(screen.getByRole('button', { name: 'Silence siren' }));
    expect(onsilence).toHaveBeenCalledOnce();
    expect(screen.getByText('This silences the siren only. Calls and responders go on.')).toBeTruthy();
  });

  /** proves: D8 */
  it('is not said to be silent before the base station has confirmed', async () => {
    const { onsilence } = show(sounding('siren_only', 'stopping'));
    const button = screen.getByRole('button', { name: 'Silencing… not confirmed yet' });
    await fireEvent.click(button);
    expect([button.getAttribute('aria-disabled'), onsilence.mock.calls.length]).toEqual(['true', 0]);
    expect(screen.getByText('Nobody was called.')).toBeTruthy();
  });

  it('has no control once it is silent, nor where none was ordered', () => {
    show(sounding('sos_fire', 'silent'));
    show(incident('contacting', CALLING));
    expect(screen.queryByRole('button', { name: /^Silenc/u })).toBeNull();
  });

  it('has its own course beside the plan', () => {
    const marks = (step: SirenStep, ...more: Happening[]) =>
      steps({ ...incident('contacting', [...CALLING, SOUNDS, ...more]), siren: { step, places: EVERYWHERE } }).map(({ mark }) => mark);
    expect(marks('sounding')).toEqual(['done', 'done', 'done', 'now', 'siren']);
    expect(marks('stopping', { event: 'silencing' })).toEqual(['done', 'done', 'done', 'now', 'done', 'siren']);
    expect(marks('silent', { event: 'silencing' }, { event: 'siren_silent' }).slice(4)).toEqual(['done', 'done', 'done']);
  });

  it('that did not start stands out', () => {
    expect(steps(incident('contacting', [{ event: 'siren_not_started' }])).map(({ mark }) => mark)).toEqual(['alarm']);
  });

  /** proves: D3 */
  it('alone promises nobody', () => {
    expect(coming(sounding('siren_only', 'sounding'))).toEqual([]);
  });

  const sounding = (kind: Kind, step: SirenStep) =>
    incidentView(kind, kind === 'siren_only' ? 'siren_alone' : 'contacting', timelineOf(0, [[0, SOUNDS]]), {
      siren: { step, places: EVERYWHERE },
    });
});

describe('the deciding call', () => {
  /** proves: C3, C6 */
  it('is the only thing that can cancel, and the screen says so', () => {
    show(incident('contacting', CALLING));
    expect(screen.getByRole('heading', { name: 'Demo · Ana Ruiz’s card is ringing' })).toBeTruthy();
    expect(screen.getByText('Not answered: police are requested.')).toBeTruthy();
    expect(
      screen.getByText('Only answering this call can cancel. Cancelling in the app no longer stops responders.'),
    ).toBeTruthy();
  });

  it('ends with its phase', () => {
    expect(decidingCall(incident('requesting', CALLING))).toBeNull();
  });
});

describe('an alarm', () => {
  /** proves: F2, F3, F4, F7 */
  it('of a burglar says whom it calls next, what follows, and that the code cancels until dispatch', () => {
    show(alarm('alarm-burglar'));
    expect(screen.getByRole('heading', { name: 'Demo · Jon Ruiz’s card is ringing' })).toBeTruthy();
    said('Not answered: the next contact is called. Nobody reached: police are requested.');
    said('A wrong password, too: police are requested at once.');
    said('A contact can cancel in a call, with the verbal password, until responders are being requested.');
    said('You can cancel here with the code until then. Later it is passed on, not guaranteed.');
  });

  /** proves: F7 */
  it('of a burglar passes a cancel on, not guaranteed, once police are being requested', () => {
    show(alarm('alarm-burglar-requesting'));
    said('A cancel or disarm is passed on to responders now. It is not guaranteed.');
    said('Responders are being asked already: the disarm is passed on to them, not guaranteed.');
  });

  /** proves: G3 */
  it('of smoke is passed on, not guaranteed, by cancel and by disarm', () => {
    show(alarm('alarm-smoke'));
    said('Only answering this call can cancel.');
    said('Cancelling here, or disarming, is passed on. It is not guaranteed to stop calls or responders.');
    said('Passed on to responders, not guaranteed. The siren goes on.');
  });

  /** proves: H2 */
  it('of carbon monoxide cannot be cancelled, and disarming only silences', () => {
    show(alarm('alarm-co'));
    said('This cannot be cancelled, even when it is a false alarm.');
    said('Silences the siren. It stops neither calls nor responders.');
    expect(screen.queryByRole('button', { name: 'Cancel this alarm' })).toBeNull();
  });

  /** proves: I4 */
  it('of panic can be cancelled in that call alone', () => {
    show(alarm('alarm-panic'));
    said('Only answering this call can cancel. Cancelling in the app no longer stops responders.');
    expect(screen.queryByRole('button', { name: 'Cancel this alarm' })).toBeNull();
  });

  /** proves: B14 */
  it('that nobody was called about says so, with 911', () => {
    show(alarm('alarm-unmonitored'));
    expect(screen.getByRole('heading', { level: 1, name: 'Demo · Nobody was called' })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe('Nobody was called. Call 911 if you need help.');
    expect(screen.getByText('911')).toBeTruthy();
  });

  /** proves: D6, F7 */
  it('has three controls with three outcomes, and each takes its own way', async () => {
    const on = show(alarm('alarm-burglar'));
    await fireEvent.click(screen.getByRole('button', { name: 'Silence siren' }));
    expect([on.silence.mock.calls.length, on.disarm.mock.calls.length, on.cancel.mock.calls.length]).toEqual([1, 0, 0]);
    await enter('Disarm', '482916', 'Disarm now');
    await enter('Cancel this alarm', '482753', 'Cancel now');
    expect([on.disarm.mock.calls, on.cancel.mock.calls]).toEqual([[['482916']], [['482753']]]);
  });

  /** proves: N5 */
  it('says what was wrong with a code where it was typed, and keeps the question open', async () => {
    const on = show(alarm('alarm-burglar'));
    on.disarm.mockResolvedValue('That is not this home’s code.');
    await enter('Disarm', '1', 'Disarm now');
    const field = screen.getByLabelText('Access code');
    expect([field.getAttribute('aria-invalid'), (field as HTMLInputElement).value]).toEqual(['true', '']);
    said('That is not this home’s code.');
  });

  it('in a home without a code says that none was set', () => {
    show(alarm('alarm-burglar'), null, { ...ALARM_HOME, has_code: false });
    const disarm = screen.getByRole('button', { name: 'Disarm' });
    expect(disarm.getAttribute('aria-disabled')).toBe('true');
    said('No access code was set for this home. Disarming, practice and this setting need one.');
  });

  /** proves: K1 */
  it('that was told keeps its notice until somebody has read it', async () => {
    const on = show(alarm('alarm-flood'));
    await fireEvent.click(screen.getByRole('button', { name: 'I have read this' }));
    expect(on.read).toHaveBeenCalledOnce();
  });

  /** proves: A11 */
  it('is over when a person says so, once responders are confirmed', async () => {
    const on = show(alarm('alarm-burglar-requested'));
    await fireEvent.click(screen.getByRole('button', { name: 'It is over' }));
    expect(on.over).toHaveBeenCalledOnce();
    cleanup();
    show(alarm('alarm-burglar-requesting'));
    expect(screen.queryByRole('button', { name: 'It is over' })).toBeNull();
  });

  /** proves: A11 */
  it('shows responders what, where, when, and who was reached', async () => {
    show(alarm('sos-responders'));
    await fireEvent.click(screen.getByRole('button', { name: 'Show this to responders' }));
    const page = screen.getByRole('dialog').textContent ?? '';
    for (const fact of ['Police SOS', '12 Maple Street', 'Austin, TX', 'Police, ', 'Fire department, ', 'Ana Ruiz asked for help', 'Jon Ruiz was told']) {
      expect(page).toContain(fact);
    }
  });

  /** proves: A10 */
  it('that took a further slide in names both services, and the slide leads to it', async () => {
    show(alarm('sos-responders'));
    expect(screen.getByRole('heading', { level: 1, name: 'Demo · Police and fire department requested' })).toBeTruthy();
    cleanup();
    const on = show(alarm('sos-joined'));
    await fireEvent.click(screen.getByRole('button', { name: 'Show that SOS' }));
    expect(on.show.mock.calls).toEqual([['i-police']]);
  });

  /** proves: E9 */
  it('can skip the first call on the device that slid, and on no other', async () => {
    const sent = alarm('sos-send-now');
    const on = show(sent);
    await fireEvent.click(screen.getByRole('button', { name: 'Don’t ring me, send now' }));
    expect(on.sendHelp).toHaveBeenCalledOnce();
    cleanup();
    show({ ...sent, signal: 's-elsewhere' });
    expect(screen.queryByRole('button', { name: 'Don’t ring me, send now' })).toBeNull();
  });

  /** proves: M7 */
  it('shows the two words while a call runs, and not once it is over', () => {
    expect(callsRun(alarm('alarm-burglar'))).toBe(true);
    show(alarm('alarm-burglar'));
    said('The station will say: amber river');
    cleanup();
    show(alarm('alarm-nobody-sent'));
    expect(document.querySelector('[data-words]')).toBeNull();
  });

  /** proves: L2, L5 */
  it('in practice or a drill says so first, requests nobody, and says what to do if it is real', () => {
    show(alarm('practice-smoke'));
    said('Nobody is sent. If this is real: leave the house, call 911.');
    cleanup();
    show(alarm('drill-timeline'));
    const entries = Array.from(document.querySelectorAll('li .text'), ({ textContent }) => textContent ?? '');
    expect(entries.every((entry) => entry.startsWith('Drill · Demo · '))).toBe(true);
    said('Without the drill, police would be requested at this point');
    expect(coming(alarm('drill-timeline'))).toEqual([]);
  });

  /** proves: F8 */
  it('with only-if-I-say promises that nobody is sent when nobody answers', () => {
    const only = { ...alarm('alarm-burglar-only'), plan: planOf('burglar', 'full', 'only_if_i_say') };
    show(only, null, HOME);
    said('Not answered: the next contact is called. Nobody reached: nobody is sent, and you can still send police from here.');
    expect(coming(only)).toContain('Demo · Nobody is sent if nobody answers');
  });

  const alarm = (name: keyof typeof alarmScenarios): IncidentView => {
    const [incident] = alarmScenarios[name].incidents;
    if (!incident) throw new Error(`${name} has no incident`);
    return incident;
  };
  const said = (sentence: string) => expect(document.body.textContent).toContain(sentence);
  const enter = async (open: string, code: string, confirm: string) => {
    await fireEvent.click(screen.getByRole('button', { name: open }));
    await fireEvent.input(screen.getByLabelText('Access code'), { target: { value: code } });
    await fireEvent.submit(screen.getByRole('button', { name: confirm }).closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(screen.queryByLabelText('Access code')?.getAttribute('aria-busy')).not.toBe('true'));
  };
});

describe('the screen', () => {
  /** proves: A1, A7 */
  it('carries its title, its steps and the shield', () => {
    show(incident('contacting', CALLING));
    expect(screen.getByRole('heading', { level: 1, name: 'Demo · Help requested' })).toBeTruthy();
    expect(screen.getByRole('list', { name: 'What happened' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'SOS' })).toBeTruthy();
  });

  /** proves: Q2 */
  it('offers 911 in large when the request is not confirmed', () => {
    show(incident('requesting', [{ event: 'not_confirmed', service: 'police' }]));
    for (const said of ['Not confirmed yet. Call 911 yourself.', '911']) expect(screen.getByText(said)).toBeTruthy();
  });

  /** proves: C3 */
  it('says that a cancel came too late', () => {
    show(incident('contacting', CALLING), 'Too late.');
    expect(screen.getByText('Too late.')).toBeTruthy();
  });

  /** proves: B13 */
  it('says where enrolment could not be checked', () => {
    show({ ...incident('contacting', CALLING), enrolment_in_doubt: true });
    expect(screen.getByText(/could not be checked.*accepted all the same/u)).toBeTruthy();
  });

  it('leads back', async () => {
    const { onback } = show(incident('requested', CALLING));
    await fireEvent.click(screen.getAllByRole('button', { name: 'Back to home' })[0] as HTMLElement);
    expect(onback).toHaveBeenCalledOnce();
  });
});

function incident(phase: IncidentPhase, happened: Happening[]): IncidentView {
  return incidentView('sos_police', phase, timelineOf(0, happened.map((one, at) => [at, one] as const)));
}

function show(incident: IncidentView, tooLate: string | null = null, home: HomeView = ALARM_HOME) {
  const on = {
    sos: vi.fn(),
    back: vi.fn(),
    board: vi.fn(),
    silence: vi.fn(),
    disarm: vi.fn(async (): Promise<string | null> => null),
    cancel: vi.fn(async (): Promise<string | null> => null),
    sendHelp: vi.fn(),
    read: vi.fn(),
    over: vi.fn(),
    show: vi.fn(),
  };
  render(Timeline, { incident, home, slidHere: incident.signal === 's-1', tooLate, problem: null, on });
  return { onback: on.back, onsilence: on.silence, ...on };
}
