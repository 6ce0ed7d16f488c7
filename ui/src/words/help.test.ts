// What the help and the plans side by side say is true of the plan table that the station reads.
import { describe, expect, it } from 'vitest';
import { PLANS } from '../backend/plans';
import type { Kind } from '../backend/wire';
import { ALLOWED, COMPARE } from './compare';
import { HELP, QUESTIONS, TOPICS } from './help';
import { lowered } from './alarm';
import { decidingOf } from './next';
import { OPERATOR } from './operator';
import { LOCKED } from './plans';

const FULL = PLANS.filter(({ course }) => course === 'full');
const answer = (id: string) => QUESTIONS.find((question) => question.id === id)?.says.join(' ') ?? '';
const topic = (id: string) => {
  const { says = [], steps = [], points = [], after = [] } = TOPICS.find((one) => one.id === id) ?? {};
  return [...says, ...steps, ...after, ...points].join(' ');
};
/** As the help calls them. */
const NAME = {
  sos_police: 'police',
  sos_fire: 'fire',
  sos_medical: 'medical help',
  siren_only: 'siren',
  burglar: 'burglar',
  smoke: 'smoke',
  carbon_monoxide: 'carbon monoxide',
  panic: 'panic',
  duress: 'duress',
  flood: 'flood',
  freeze: 'freeze',
} satisfies Record<Kind, string>;

describe('the help', () => {
  /** proves: P4 */
  it('has every topic, and ten to fifteen questions, each with its answer', () => {
    expect(TOPICS.map(({ title }) => title)).toEqual([
      'The emergency process',
      'Response plans',
      'Duress',
      'Monitoring a business',
      'Video requests',
      'Getting through Do Not Disturb',
    ]);
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(10);
    expect(QUESTIONS.length).toBeLessThanOrEqual(15);
    const ids = [...TOPICS, ...QUESTIONS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ask, says } of QUESTIONS) {
      expect(ask).toMatch(/^[A-Z].*\?$/u);
      for (const line of says) expect(line).toMatch(/^[A-Z].*[.:]$/u);
    }
  });

  /** proves: D2, D5, D7 */
  it('says of the siren what the plans do', () => {
    const [sounding, never] = answer('siren').split('Never');
    for (const { kind, siren } of FULL.filter((plan) => plan.kind !== 'siren_only')) {
      expect(siren === 'sounds' ? sounding : never).toContain(NAME[kind]);
    }
  });

  /** proves: N3 */
  it('says of a wrong password what the plans do', () => {
    const [counted, atOnce] = answer('password').split('as if nobody had answered');
    for (const plan of FULL) {
      const deciding = decidingOf(plan);
      if (deciding) expect(lowered(deciding.wrong_password === 'dispatch' ? (atOnce ?? '') : (counted ?? ''))).toContain(plan.kind.startsWith('sos') ? 'SOS' : NAME[plan.kind]);
    }
  });

  /** proves: F8, E7 */
  it('says that the burglar plan alone has a setting, as it is', () => {
    expect(Object.entries(LOCKED).filter(([, locked]) => locked === null).map(([kind]) => kind)).toEqual(['burglar']);
    expect(topic('plans')).toContain('Only the burglar alarm has a setting');
  });

  /** proves: C3, F7, H2, J3 */
  it('says what can be cancelled as the plans have it', () => {
    expect(FULL.filter(({ disarm }) => disarm === 'cancels').every(({ kind }) => kind === 'burglar')).toBe(true);
    expect(answer('cancel')).toContain('disarming cancels a burglar alarm until police are being requested');
    const uncancelled = FULL.filter((plan) => plan.service && !decidingOf(plan)).map(({ kind }) => kind);
    expect(uncancelled).toEqual(['carbon_monoxide', 'duress']);
    expect(answer('cancel')).toContain('nothing cancels carbon monoxide or duress');
  });

  /** proves: B9 */
  it('says what is monitored at a business, and what is not', () => {
    expect(topic('business')).toContain('smoke and carbon monoxide are not monitored. Burglary, panic, duress and SOS are.');
  });

  /** proves: P4 */
  it('says that there are no video requests in this version, before it says their rules', () => {
    expect(topic('video')).toMatch(/^This version has no video requests/u);
  });

  it('claims nowhere that somebody comes, and names 911 first', () => {
    expect(HELP.now).toBe('In an emergency use SOS or call 911');
    const everything = JSON.stringify([HELP, TOPICS, QUESTIONS, OPERATOR, COMPARE, ALLOWED]);
    expect(everything).not.toMatch(/help is on (the|its) way|responders will come|police will come|guarantee/iu);
  });
});

describe('the plans side by side', () => {
  /** proves: B1, B2, B3, B14, P4 */
  it('allow SOS, both enrollments and the response plans with Pro alone', () => {
    const proOnly = ALLOWED.filter(({ of }) => of.pro.yes && !of.basic.yes && !of.plus.yes).map(({ what }) => what);
    expect(proOnly).toEqual(['SOS', 'Professional monitoring', 'SOS for cameras', 'Response plans for alarms']);
  });

  /** proves: B4, B14 */
  it('say for every plan that a self-monitored alarm has no SOS, and that no alarm is met with silence', () => {
    const of = (what: string) => ALLOWED.find((row) => row.what === what);
    for (const { text } of Object.values(of('A self-monitored alarm')?.of ?? {})) expect(text).toBe('Yes, without SOS');
    expect(of('An alarm that nobody monitors')?.how).toContain('nobody was called: call 911');
  });

  it('say truly that Basic and Plus allow the same', () => {
    for (const { of } of ALLOWED) expect(of.basic).toEqual(of.plus);
  });

  /** proves: B15 */
  it('name no price, and who sets them', () => {
    expect(COMPARE.prices).toBe('The operator of the station sets the prices. They are shown without tax.');
    expect(JSON.stringify([COMPARE, ALLOWED])).not.toMatch(/[$€£]|\d\.\d\d|per month|\bfree\b/iu);
  });
});
