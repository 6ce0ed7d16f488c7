// The timeline: steps, what can still cancel, what is still to come.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ANA, EVERYWHERE, JON, incidentView, timelineOf, type Happening } from '../../backend/mock/home';
import type { IncidentPhase, IncidentView, Kind, SirenStep } from '../../backend/wire';
import Timeline from './Timeline.svelte';
import { coming, decidingCall, steps } from './steps';

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
    expect(screen.getByText('Not confirmed yet. Call 911 yourself.')).toBeTruthy();
    expect(screen.getByText('911')).toBeTruthy();
  });

  /** proves: C3 */
  it('says that a cancel came too late', () => {
    show(incident('contacting', CALLING), 'The cancel came too late.');
    expect(screen.getByText('The cancel came too late.')).toBeTruthy();
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

function show(incident: IncidentView, tooLate: string | null = null) {
  const onback = vi.fn();
  const onsilence = vi.fn();
  render(Timeline, { incident, tooLate, problem: null, onsos: vi.fn(), onsilence, onback, onboard: vi.fn() });
  return { onback, onsilence };
}
