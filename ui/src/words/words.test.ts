// What the words claim, and what they never claim.
import { describe, expect, it } from 'vitest';
import { ALARM_HOME, ANA, HOME, incidentView, reason, sosView, timelineOf, type Happening } from '../backend/mock/home';
import { boardScenarios } from '../backend/mock/board';
import type { Event, IncidentPhase, SosPhase } from '../backend/wire';
import { caption } from './board';
import { errorBody, initials, listed } from './common';
import { deviceLines, firstToBeCalled } from './home';
import { cancelledTooLate, firstCall, heldSentence, refused, refusedTitle, unsettled } from './sos';
import { callWords, cancelledOnDevice, entryWords, isUnconfirmed, standing } from './timeline';

const name = () => 'Ana Ruiz';
const POLICE = { kind: 'sos_police', mode: 'demo' } as const;
const EVENTS: Event[] = [
  { event: 'held' },
  { event: 'cancelled_in_hold' },
  { event: 'help_requested', by: 'device' },
  { event: 'help_requested', by: 'station' },
  { event: 'calling', contact: 'c', role: 'deciding' },
  { event: 'calling', contact: 'c', role: 'telling' },
  { event: 'ringing', contact: 'c' },
  { event: 'answered', contact: 'c' },
  ...(['rang_out', 'hung_up', 'busy', 'voicemail', 'no_key_pressed', 'line_failed', 'in_another_call'] as const).map(
    (why): Event => ({ event: 'not_answered', contact: 'c', why }),
  ),
  { event: 'message_left', contact: 'c' },
  { event: 'message_not_left', contact: 'c' },
  { event: 'no_decision', contact: 'c' },
  { event: 'nobody_to_call' },
  { event: 'confirmed_by', contact: 'c' },
  { event: 'cancelled_by', contact: 'c' },
  { event: 'siren_sounds', places: { keypad: true, cameras: true } },
  { event: 'silencing' },
  { event: 'siren_silent' },
  { event: 'siren_ended' },
  { event: 'siren_not_started' },
  { event: 'announced' },
  { event: 'wrong_password', contact: 'c' },
  { event: 'requesting', service: 'fire' },
  { event: 'requested', service: 'fire', receiver: 'dispatch_log' },
  { event: 'requested', service: 'fire', receiver: 'webhook' },
  { event: 'not_confirmed', service: 'fire' },
  { event: 'told', contact: 'c' },
  { event: 'closed_by_station' },
];
const incident = (phase: IncidentPhase, happened: Happening[] = []) =>
  incidentView('sos_police', phase, timelineOf(0, happened.map((one, at) => [at, one] as const)));

describe('a demo', () => {
  /** proves: Q1 */
  it.each(EVENTS)('marks the entry $event, and says that nobody was called or is coming', (event) => {
    const words = entryWords(event, POLICE, name);
    expect(words).toMatch(/^Demo · \S/u);
    expect(words).not.toMatch(/was called|were called|is coming|are coming|on the way/iu);
  });

  /** proves: Q1 */
  it.each(['held', 'contacting', 'requesting', 'requested', 'closed'] as const)('marks the title while %s', (phase) => {
    expect(standing(incident(phase))).toMatch(/^Demo · \S/u);
  });

  /** proves: Q1 */
  it('says that the dispatch log is nobody outside', () => {
    const words = entryWords({ event: 'requested', service: 'police', receiver: 'dispatch_log' }, POLICE, name);
    expect(words).toBe('Demo · Police requested in the station’s own dispatch log. Nobody outside was asked.');
  });

  it('says whose card rings', () => {
    expect(entryWords({ event: 'ringing', contact: 'c' }, POLICE, name)).toBe('Demo · Ringing Ana Ruiz’s card on the phone board');
  });
});

describe('a voicemail', () => {
  /** proves: C6, M2 */
  it('has a message only once the station has said so', () => {
    const say = (event: Event) => entryWords(event, POLICE, name);
    expect(say({ event: 'not_answered', contact: 'c', why: 'voicemail' })).toBe('Demo · No answer on Ana Ruiz’s card: voicemail took it');
    expect(say({ event: 'message_left', contact: 'c' })).toBe('Demo · Message left on the voicemail of Ana Ruiz’s card');
    expect(say({ event: 'message_not_left', contact: 'c' })).toBe('Demo · No message could be left on the voicemail of Ana Ruiz’s card');
  });

  /** proves: M9 */
  it('is told apart from a contact who is in another call', () => {
    expect(entryWords({ event: 'not_answered', contact: 'c', why: 'in_another_call' }, POLICE, name)).toBe(
      'Demo · No answer on Ana Ruiz’s card: the station is in another call with this contact',
    );
  });
});

describe('a removed device', () => {
  /** proves: C6 */
  it('is never told that nothing was sent while the station holds its request', () => {
    const held = refused({ kind: 'sos_police', held: true, reasons: [] });
    expect(held).toEqual({
      title: 'The station acts by itself',
      detail: 'It already holds your police request, and takes no further word from this device.',
    });
    expect(refused({ kind: 'sos_police', held: false, reasons: [] }).title).toBe('Not sent');
  });

  /** proves: B12 */
  it('is told that it is the device, and not the home', () => {
    expect(refusedTitle([reason('revoked')])).toBe('SOS is not available on this device');
    expect(refusedTitle([reason('revoked'), reason('plan_without_sos')])).toBe('SOS is not available for this home');
  });
});

describe('a station that lost the home', () => {
  /** proves: C6 */
  it.each(['sos_police', 'siren_only'] as const)('is never said to act by itself on %s, nor that nobody was asked to come', (kind) => {
    const { title, detail } = refused({ kind, held: false, reasons: [reason('home_unknown')] });
    expect(`${title} ${detail}`).toContain('The station cannot act on your');
    expect(`${title} ${detail}`).toMatch(/call 911/iu);
    expect(`${title} ${detail}`).not.toMatch(/acts by itself|Nobody was|Not sent/u);
  });
});

describe('three facts, three phrases', () => {
  /** proves: C6, Q2 */
  it('says requesting only once the first attempt was started', () => {
    expect(standing(incident('requesting'))).toBe('Demo · Help requested');
    expect(standing(incident('requesting', [{ event: 'requesting', service: 'police' }]))).toBe('Demo · Requesting police…');
  });

  /** proves: Q2 */
  it('says requested only once the receiving side accepted', () => {
    expect(standing(incident('requested'))).toBe('Demo · Police requested');
  });

  /** proves: Q2 */
  it('is unconfirmed from the thirty seconds on until somebody accepts', () => {
    const late: Happening = { event: 'not_confirmed', service: 'police' };
    expect(isUnconfirmed(incident('requesting', [late]))).toBe(true);
    expect(isUnconfirmed(incident('requested', [late, { event: 'requested', service: 'police', receiver: 'webhook' }]))).toBe(false);
  });

  it('names who cancelled', () => {
    const closed = { ...incident('closed', [{ event: 'cancelled_by', contact: ANA.id }]), ending: 'cancelled_by_contact' as const };
    expect(standing(closed)).toBe('Demo · Cancelled by Ana Ruiz');
  });

  /** proves: C2, C6 */
  it('does not say that nobody was called when a call had been placed', () => {
    expect(cancelledOnDevice('sos_police', null)).toBe('Cancelled. Nobody was called.');
    const called = incident('closed', [{ event: 'calling', contact: ANA.id, role: 'deciding' }]);
    expect(cancelledOnDevice('sos_police', called)).toBe('Cancelled. Nobody was asked to come.');
  });
});

describe('the countdown', () => {
  /** proves: C5, C6 */
  it('claims nothing before the station holds the request', () => {
    expect(heldSentence(sosView({ held: false, station_elsewhere: true }))).toBe('Sending to the station…');
  });

  /** proves: C5 */
  it('promises a broken phone only when the station is elsewhere', () => {
    expect(heldSentence(sosView({ station_elsewhere: true }))).toContain('even if this phone stops working');
    expect(heldSentence(sosView())).toContain('even if this window closes');
    expect(heldSentence(sosView())).not.toContain('phone');
  });
});

describe('after the countdown', () => {
  /** proves: C6 */
  it('tells the three states apart', () => {
    const detail = (held: boolean, offer_911: boolean) =>
      unsettled(sosView({ phase: 'committing', held, offer_911 }), HOME.contacts, 0).detail;
    expect(detail(true, false)).toBeNull();
    expect(detail(true, true)).toBe('The station holds your request and acts by itself.');
    expect(detail(false, true)).toBe('The station has not answered yet. We keep trying. Call 911.');
  });

  /** proves: C6 */
  it('says what the station answered when it could not store the request, and never that it acts by itself', () => {
    const trouble = 'The station’s disk is full, so it could not store this request.';
    for (const held of [true, false]) {
      const words = unsettled(sosView({ phase: 'committing', held, trouble }), HOME.contacts, 0);
      expect(words.detail).toBe(`${trouble} We keep trying. Call 911.`);
    }
    expect(heldSentence(sosView({ held: false, trouble }))).toBe(`${trouble} We keep trying.`);
    expect(unsettled(sosView({ kind: 'siren_only', phase: 'committing', trouble }), [], 0).detail).toContain(trouble);
  });

  /** proves: C6 */
  it('says how to cancel when the station could not be reached to cancel', () => {
    const words = unsettled(sosView({ phase: 'cancelling', offer_911: true }), HOME.contacts, 0);
    expect(words.detail).toBe(
      'Could not reach the station to cancel. If it got your request it will call Ana Ruiz. Answer that call to cancel.',
    );
  });

  /** proves: C8 */
  it('says that a lost request goes by itself, and that an old one does not', () => {
    const say = (phase: SosPhase) => unsettled(sosView({ phase }), HOME.contacts, 12);
    expect(say('waiting')).toMatchObject({
      title: 'Your police request did not reach the station.',
      detail: 'It goes by itself in 12 s.',
    });
    expect(say('too_old').detail).toBe('It will not be sent by itself. Slide again if you still need help.');
  });

  /** proves: C3 */
  it('says in those words that only the call can still cancel', () => {
    expect(cancelledTooLate('sos_police', ANA)).toBe('The cancel came too late. Only answering the call to Ana Ruiz can still cancel.');
  });
});

describe('the home', () => {
  it('names the first contact, or says what none means', () => {
    expect(firstToBeCalled(HOME.contacts)).toBe('First to be called: Ana Ruiz');
    expect(firstCall(HOME.contacts)).toBe('Ana Ruiz will be called first.');
    expect(firstCall([])).toBe('No contact is set up: responders are requested at once.');
  });

  /** proves: D4 */
  it('says that cameras alone sound no siren', () => {
    expect(deviceLines(HOME.facts)).toEqual(['1 doorbell or camera, works with SOS.', 'No base station, so no siren sounds.']);
  });

  /** proves: B2, B5, B6 */
  it('says what sounds with an alarm, and who watches it', () => {
    expect(deviceLines(ALARM_HOME.facts)).toEqual([
      '1 doorbell or camera, works with SOS.',
      'Base station and keypad.',
      'The linked camera sounds with the siren.',
      'The alarm is professionally monitored.',
    ]);
    const plain = { ...ALARM_HOME.facts, security_kit: false, cameras_linked: false };
    expect(deviceLines(plain).slice(1, 3)).toEqual(['Base station.', 'No camera sounds with the siren.']);
  });

  it('says which cameras work with SOS', () => {
    const cameras = [{ compatible: true }, { compatible: false }, { compatible: true }];
    expect(deviceLines({ ...HOME.facts, cameras })[0]).toBe('3 doorbells or cameras, 2 of them with SOS.');
    expect(deviceLines({ ...HOME.facts, cameras: [] })[0]).toBe('No doorbell or camera.');
  });
});

describe('the call', () => {
  it('says what follows when nobody answers, and when nobody decides', () => {
    const calling = incident('contacting');
    expect(callWords(calling, 'Ana Ruiz', true, false)).toEqual({
      title: 'Demo · Ana Ruiz’s card is ringing',
      otherwise: 'Not answered: police are requested.',
    });
    expect(callWords(calling, 'Ana Ruiz', true, true).otherwise).toBe('No decision: police are requested.');
  });

  /** proves: M6, M9, C4, N2, N3 */
  it('is spoken on the board with its digits and its choice', () => {
    const says = (scenario: 'prove' | 'deciding' | 'ringing' | 'password') => {
      const call = boardScenarios[scenario].contacts[0]?.calls[0];
      return call ? caption(call, HOME.street) : undefined;
    };
    expect(says('prove')).toBe(
      'This is the Mayday station with an SOS for 12 Maple Street. If you are a person, press 4 7.',
    );
    expect(says('deciding')).toBe('Press 1 to send police. Press 2 to cancel.');
    expect(says('password')).toBe(
      'Press 1 to send police now. To talk about the alarm, enter your verbal password on the keypad, then #. Star starts over.',
    );
    expect(says('ringing')).toBeNull();
  });
});

it('turns whatever was thrown into a sentence for people', () => {
  expect(errorBody(new Error('socket')).sentence).not.toContain('socket');
  expect(errorBody({ code: 'busy', sentence: 'Busy.' })).toEqual({ code: 'busy', sentence: 'Busy.', reasons: [], problems: [] });
});

it('makes initials and lists', () => {
  expect([initials('Ana Maria Ruiz'), initials('Cher'), initials('')]).toEqual(['AR', 'C', '']);
  expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
});
