// What is said about the siren: never more than the base station has confirmed, and never that
// somebody comes when nobody was asked.
import { describe, expect, it } from 'vitest';
import { EVERYWHERE, HOME, incidentView, reason, sosView, timelineOf, type Happening } from '../backend/mock/home';
import type { Ending, Event, IncidentPhase, SirenStep, SosPhase } from '../backend/wire';
import { keypadDigits, spaced } from './keypad';
import { minutes, passwordHint, sounds } from './board';
import { demoPassword, incidentLine } from './home';
import { sirenReason } from './siren';
import { WAITING_FOR_NEWS, alsoSounds, cancelledTooLate, comingIn, heldSentence, refused, spokenStart, unsettled } from './sos';
import { cancelledOnDevice, entryWords, standing } from './timeline';

const ALONE = { kind: 'siren_only', mode: 'demo' } as const;
const PHASES: SosPhase[] = ['committing', 'cancelling', 'asking', 'waiting', 'too_old'];
const said = (event: Event, told: Parameters<typeof entryWords>[1] = ALONE) => entryWords(event, told, () => 'Ana Ruiz');
const alarm = (phase: IncidentPhase, step: SirenStep | null, ending: Ending | null = null, happened: Happening[] = []) =>
  incidentView('siren_only', phase, timelineOf(0, happened.map((one, at) => [at, one] as const)), {
    siren: step && { step, places: EVERYWHERE },
    ending,
  });

describe('a siren alone', () => {
  /** proves: A3, D3 */
  it('never says that help is requested, that somebody is called, or that a request is under way', () => {
    const words = [
      comingIn('siren_only'),
      spokenStart('siren_only', 5),
      heldSentence(sosView({ kind: 'siren_only' })),
      WAITING_FOR_NEWS.title('siren_only'),
      ...[true, false].flatMap((held) => Object.values(refused({ kind: 'siren_only', held, reasons: [] }))),
      cancelledTooLate('siren_only', HOME.contacts[0]),
      cancelledOnDevice('siren_only', null),
      ...PHASES.flatMap((phase) => [true, false].map((held) => unsettled(sosView({ kind: 'siren_only', phase, held, offer_911: true }), HOME.contacts, 9))).flatMap(
        ({ title, detail }) => [title, detail],
      ),
      said({ event: 'held' }),
      said({ event: 'help_requested', by: 'device' }),
      said({ event: 'help_requested', by: 'station' }),
    ];
    for (const sentence of words) expect(sentence ?? '').not.toMatch(/request|responders|Ana Ruiz|Slide/iu);
  });

  /** proves: C1, C5, C6 */
  it('counts down to its sound, and says what the station is known to hold', () => {
    expect(comingIn('siren_only')).toBe('Siren sounds in');
    expect(heldSentence(sosView({ kind: 'siren_only', held: false }))).toBe('Sending to the station…');
    expect(heldSentence(sosView({ kind: 'siren_only' }))).toBe(
      'The station on this computer already holds this. The siren sounds even if this window closes.',
    );
  });

  /** proves: C6 */
  it('is starting, and cancelled it stays silent', () => {
    expect(unsettled(sosView({ kind: 'siren_only', phase: 'committing' }), [], 0)).toEqual({ title: 'Starting the siren…', detail: null });
    expect(cancelledOnDevice('siren_only', null)).toBe('Cancelled. The siren stays silent.');
  });

  /** proves: C2, D8 */
  it('that was cancelled after the station had acted is not said to be silent before it is', () => {
    expect(cancelledOnDevice('siren_only', alarm('closed', 'stopping'))).toBe('Cancelled. Silence is not confirmed yet.');
    expect(cancelledOnDevice('siren_only', alarm('closed', 'silent'))).toBe('Cancelled. The siren is silent.');
  });

  /** proves: Q1, C6, D8 */
  it.each([
    ['siren_alone', null, null, 'Demo · Siren ordered'],
    ['siren_alone', 'ordered', null, 'Demo · Siren ordered'],
    ['siren_alone', 'sounding', null, 'Demo · Siren sounds'],
    ['siren_alone', 'stopping', null, 'Demo · Silencing the siren…'],
    ['closed', 'silent', 'siren_over', 'Demo · Siren silent'],
  ] as const)('that is %s and %s stands as it is known', (phase, step, ending, title) => {
    expect(standing(alarm(phase, step, ending))).toBe(title);
  });

  it('that never started is not called silenced', () => {
    expect(standing(alarm('closed', 'silent', 'siren_over', [{ event: 'siren_not_started' }]))).toBe('Demo · Siren not started');
  });

  it('is no SOS in the list', () => {
    expect(incidentLine(alarm('siren_alone', 'sounding')).kind).toBe('Siren only');
  });

  /** proves: D3 */
  it('says who decided it', () => {
    expect(said({ event: 'help_requested', by: 'device' })).toBe('Demo · Siren decided by you');
    expect(said({ event: 'help_requested', by: 'station' })).toBe('Demo · Siren decided by the station itself');
  });
});

describe('the siren on a timeline', () => {
  /** proves: Q1, D1, D2, D6, D7, D8, N3 */
  it.each<[Event, string]>([
    [{ event: 'siren_sounds', places: EVERYWHERE }, 'The siren sounds on the virtual base station, its keypad and the linked camera'],
    [{ event: 'siren_sounds', places: { keypad: true, cameras: false } }, 'The siren sounds on the virtual base station and its keypad'],
    [{ event: 'siren_sounds', places: { keypad: false, cameras: false } }, 'The siren sounds on the virtual base station'],
    [{ event: 'silencing' }, 'Silence asked; the base station has not confirmed yet'],
    [{ event: 'siren_silent' }, 'The siren is silent'],
    [{ event: 'siren_ended' }, 'The siren’s set time is over'],
    [{ event: 'siren_not_started' }, 'The siren did not start on the virtual base station'],
    [{ event: 'announced' }, 'The base station said aloud that help was requested'],
    [{ event: 'wrong_password', contact: 'c' }, 'No valid password came from Ana Ruiz’s card'],
  ])('%j is told', (event, words) => expect(said(event, { kind: 'sos_fire', mode: 'demo' })).toBe(`Demo · ${words}`));
});

describe('the sheet', () => {
  /** proves: A3, B12 */
  it('says the first reason why the siren is missing', () => {
    expect(sirenReason([])).toBeNull();
    expect(sirenReason([reason('no_base_station')])).toBe('Needs a base station. This home has none.');
    expect(sirenReason([reason('plan_without_sos'), reason('no_base_station')])).toBe('This home’s plan does not include SOS.');
  });

  /** proves: D1, D2, D4 */
  it('says what sounds only where something can', () => {
    expect(alsoSounds(HOME.facts)).toBeNull();
    expect(alsoSounds({ ...HOME.facts, has_alarm: true })).toBe('Police and fire also sound the siren. Medical is silent.');
  });
});

describe('the keypad', () => {
  /** proves: N7 */
  it.each([
    ['sunrise', '7867473'],
    ['Abc Xyz 09', '22299909'],
    ['Zoë', '963'],
    ['', ''],
  ])('spells %j as %j', (word, digits) => expect(keypadDigits(word)).toBe(digits));

  it('shows the demo’s password with its keys', () => {
    expect(spaced(keypadDigits('sunrise'))).toBe('7 8 6 7 4 7 3');
    expect(demoPassword('sunrise')).toEqual({ words: 'Demo password: sunrise', keys: 'on a keypad: 7 8 6 7 4 7 3' });
    expect(passwordHint('sunrise')).toBe('The demo’s people know the password: sunrise (7 8 6 7 4 7 3)');
  });
});

/** proves: D6, D7 */
it('says how long the siren still sounds, and where', () => {
  expect([minutes(600), minutes(598), minutes(9), minutes(0)]).toEqual(['10:00', '9:58', '0:09', '0:00']);
  expect(sounds(EVERYWHERE, 598)).toBe('Siren sounds — 9:58 left — base station, keypad, camera');
  expect(sounds({ keypad: false, cameras: false }, 9)).toBe('Siren sounds — 0:09 left — base station');
});
