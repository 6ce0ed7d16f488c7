// What is said of a contact whom the station has rung, and of one whom it has not.
import { expect, it } from 'vitest';
import { ANA, HOME } from '../backend/mock/home';
import { UNTESTED, calling, readinessOf } from '../backend/mock/readiness';
import type { ContactReadiness, ContactView, NotAnswered, TryResult } from '../backend/wire';
import { firstToBeCalled } from './home';
import { called, callingLine, contactLines, countLine } from './readiness';
import { firstCall } from './sos';

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();
const NOW = at(2026, 11, 12);
const DAY_MS = 86_400_000;
const PROOF = { at_ms: NOW, answered_in_ms: 6_200, dnd_on: true, expires_in_ms: 90 * DAY_MS };

/** proves: O5 */
it('tells how fast, when and until when a test was answered', () => {
  expect(lines({ proof: PROOF, password: 'known', last_try: { at_ms: NOW, result: 'reached' } })).toEqual([
    'Answered a test call in 6 s on November 12, with Do Not Disturb on. Valid until February 10, 2027.',
    'Knows the verbal password.',
  ]);
  expect(lines({ proof: { ...PROOF, dnd_on: false } })[0]).toContain('with Do Not Disturb off');
});

/** proves: O5, N6 */
it('tells what was never proved, has expired, or is not known', () => {
  expect(lines({})).toEqual(['Never tested.']);
  expect(lines({ expired: true, password: 'not_known' })).toEqual(['The test has expired. Start another one.', 'Entered a wrong verbal password.']);
  expect(lines({ proof: PROOF })[1]).toBe('Has not entered the verbal password.');
  expect(lines({ proof: PROOF }, false)).toHaveLength(1);
});

/** proves: O5 */
it.each([
  ['rang_out', 'rang out'],
  ['hung_up', 'rejected or hung up'],
  ['busy', 'the line was busy'],
  ['voicemail', 'voicemail took the call'],
  ['no_key_pressed', 'nobody pressed the two digits'],
  ['line_failed', 'the line failed'],
  ['in_another_call', 'the station was in another call with this contact'],
] satisfies [NotAnswered, string][])('tells that nobody answered: %s', (not_reached, said) => {
  const missed = { at_ms: NOW, result: { not_reached } as TryResult };
  expect(lines({ last_try: missed })).toEqual([`Did not answer on November 12: ${said}.`]);
  expect(lines({ proof: PROOF, last_try: missed })).toHaveLength(3);
});

it('tells why a test call was cut off', () => {
  expect(lines({ last_try: { at_ms: NOW, result: { not_finished: 'alarm_first' } } })).toEqual([
    'The test on November 12 was ended because an alarm needed the line.',
  ]);
});

/** proves: P2 */
it('never says of somebody who asked not to be called that he is called first', () => {
  const off: ContactView = { ...ANA, readiness: { ...UNTESTED, opted_out: true } };
  expect(contactLines(off, true, NOW)[0]).toBe('Asked not to be called. Stays on the list, and no alarm calls this contact.');
  const contacts = [off, ...HOME.contacts.slice(1)];
  expect(called(contacts)).toHaveLength(2);
  expect(firstCall(contacts)).toBe('Jon Ruiz will be called first.');
  expect(firstToBeCalled(contacts)).toBe('First to be called: Jon Ruiz');
  expect(firstCall([off])).toBe('No contact is set up: responders are requested at once.');
});

/** proves: M7, Q1 */
it('says where a call stands, and that a demo’s phone is a card', () => {
  expect(callingLine(calling('dialing'), 'Ana Ruiz', 'demo')).toBe('Connecting to Ana Ruiz…');
  expect(callingLine(calling('ringing'), 'Ana Ruiz', 'demo')).toBe('Ana Ruiz’s card on the phone board is ringing.');
  expect(callingLine(calling('proving'), 'Ana Ruiz', 'demo')).toBe('Picked up. The digits to press: 4 7.');
  expect(callingLine(calling('password'), 'Ana Ruiz', 'demo')).toContain('was reached');
  expect(callingLine(calling('goodbye'), 'Ana Ruiz', 'demo')).toContain('goodbye');
});

/** proves: V2 */
it('counts what there is to look at', () => {
  expect(countLine(readinessOf(HOME.contacts))).toBe('6 things to look at.');
  expect(countLine({ level: 'green', findings: [], good: [] })).toBe('Everything was proved.');
  expect(countLine({ level: 'red', findings: [], good: [] })).toBe('Nothing is known yet.');
});

const lines = (known: Partial<ContactReadiness>, asksPassword = true) =>
  contactLines({ ...ANA, readiness: { ...UNTESTED, ...known } }, asksPassword, NOW);
