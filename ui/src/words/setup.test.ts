// What setting a home up says, and that every place and every reason has its words.
import { describe, expect, it } from 'vitest';
import { OWN_SETUP } from '../backend/mock/setup';
import type { HomeSetup } from '../backend/wire';
import { answers } from './answers';
import { deviceLines } from './home';
import { REGIONS } from './regions';
import { MONITORING_CHOICES, NOT_LIVE, PASSWORD, PLAN_CHOICES, STEP_LEAD, contactTitle } from './setup';

const codes = (country: 'united_states' | 'canada') =>
  REGIONS[country].groups.flatMap(({ subdivisions }) => subdivisions.map(({ code }) => code));

describe('the list of states and provinces', () => {
  /** proves: B7 */
  it('has the 50 states, D.C. and the territories once each', () => {
    expect(codes('united_states')).toHaveLength(57);
    expect(new Set(codes('united_states')).size).toBe(57);
    expect(codes('united_states')).toEqual(expect.arrayContaining(['DC', 'HI', 'PR', 'VI', 'GU', 'UM']));
  });

  /** proves: B7 */
  it('has every province and territory of Canada, Quebec included: whether SOS works there is not its to say', () => {
    expect(codes('canada')).toHaveLength(13);
    expect(codes('canada')).toContain('QC');
  });

  it('names each in full', () => {
    for (const country of ['united_states', 'canada'] as const) {
      for (const { code, name } of REGIONS[country].groups.flatMap(({ subdivisions }) => subdivisions)) {
        expect(code).toMatch(/^[A-Z]{2}$/u);
        expect(name.length).toBeGreaterThan(3);
      }
    }
  });
});

describe('the answers at a glance', () => {
  const lines = (setup: HomeSetup, step: string, change = false) => answers(setup, change).find((row) => row.step === step)?.lines;

  it('say where responders go, who is called and what was chosen', () => {
    expect(lines(OWN_SETUP, 'address')).toEqual(['48 Juniper Lane, Apt 3', 'Duluth, Minnesota 55802']);
    expect(lines(OWN_SETUP, 'contacts')?.[0]).toBe('1. Lena Olsen, (218) 555-0141');
    expect(lines(OWN_SETUP, 'plan')).toEqual(['Pro plan.', 'Professional monitoring.', 'SOS for cameras is off.']);
  });

  /** proves: N5 */
  it('never repeat the password', () => {
    const setup = { ...OWN_SETUP, password: 'juniper' };
    expect(JSON.stringify(answers(setup, false))).not.toContain('juniper');
    expect(lines(setup, 'password')).toEqual(['Chosen.']);
    expect(lines(setup, 'password', true)).toEqual(['A new one is chosen.']);
    expect(lines(OWN_SETUP, 'password', true)).toEqual(['Stays as it is.']);
    expect(lines(OWN_SETUP, 'password')).toEqual(['Not chosen yet.']);
  });

  /** proves: E6 */
  it('say whether the password is asked only where that is a choice', () => {
    expect(lines({ ...OWN_SETUP, has_alarm: false }, 'plan')).toContain('The verbal password is asked.');
    expect(lines(OWN_SETUP, 'plan')?.join(' ')).not.toContain('asked');
  });

  it('leave out what is empty', () => {
    const address = { street: '', city: '', region: { country: 'other' as const, subdivision: '' }, postal_code: '' };
    expect(lines({ ...OWN_SETUP, address }, 'address')).toEqual([]);
  });

  it('say the things of a home as its dashboard does', () => {
    const facts = { ...OWN_SETUP, region: OWN_SETUP.address.region };
    expect(deviceLines(facts).slice(0, -1)).toEqual(lines(OWN_SETUP, 'devices'));
  });
});

/** proves: B1, B2, B4 */
it('promises SOS with the Pro plan and with professional monitoring alone', () => {
  const details = [...PLAN_CHOICES, ...MONITORING_CHOICES].map(({ value, detail }) => [value, detail] as const);
  const without = details.filter(([, detail]) => detail.includes('No SOS')).map(([value]) => value);
  expect(without).toEqual(['basic', 'plus', 'self_monitored', 'not_enrolled']);
});

/** proves: Q1 */
it('says until when the home is a demo, and whom to call meanwhile', () => {
  expect(NOT_LIVE.until).toBe('Until then this is a demo: it can send nobody. In an emergency, call 911.');
});

/** proves: N2, N6 */
it('says what the password is for, and that help never needs it', () => {
  expect(PASSWORD.facts).toContain('Asking for help never needs it.');
  expect(PASSWORD.facts.join(' ')).toContain('Everyone on your list has to know it.');
});

it('numbers the contacts, and speaks without exclamation marks', () => {
  expect([0, 1, 9].map(contactTitle)).toEqual(['First contact', 'Second contact', 'Tenth contact']);
  expect(JSON.stringify([STEP_LEAD, PASSWORD, PLAN_CHOICES, MONITORING_CHOICES])).not.toContain('!');
});
