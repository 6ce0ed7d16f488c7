// The way through a set-up: what is asked of the station, what its word leads to, and that nothing
// typed is lost.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backend/backend';
import { NOT_LIVE, reason } from '../../backend/mock/home';
import { OWN_SETUP, previewOf } from '../../backend/mock/setup';
import type { FieldProblem, HomeSetup, SetUpPreview } from '../../backend/wire';
import { SetUp } from './setup.svelte';

const FINE: SetUpPreview = { problems: [], reasons: [], siren_reasons: [], not_live: NOT_LIVE };
const UNREACHABLE = { code: 'unreachable', sentence: 'The station could not be started.', reasons: [], problems: [] };
const wrong = (...problems: FieldProblem[]): SetUpPreview => ({ ...FINE, problems });

const checkSetUp = vi.fn<Backend['checkSetUp']>();
const setUp = vi.fn<Backend['setUp']>();
const changeHome = vi.fn<Backend['changeHome']>();
const keepDraft = vi.fn<Backend['keepDraft']>();
const done = vi.fn();
const backend = { checkSetUp, setUp, changeHome, keepDraft };
const begin = (home: HomeSetup | null = null) => new SetUp(backend, home, done);

beforeEach(() => {
  for (const mock of [checkSetUp, setUp, changeHome, keepDraft, done]) mock.mockReset();
  keepDraft.mockResolvedValue();
  checkSetUp.mockResolvedValue(FINE);
});

describe('a step', () => {
  it('leads to the next one when the station finds nothing wrong with it', async () => {
    const way = begin();
    const seen: string[] = [];
    for (let step = 0; step < 6; step += 1) {
      seen.push(way.step);
      await way.next();
    }
    expect(seen).toEqual(['address', 'devices', 'contacts', 'password', 'plan', 'finish']);
    expect(checkSetUp.mock.calls.every(([, change]) => !change)).toBe(true);
  });

  /** proves: A4, B7 */
  it('stays with its own problems, and says nothing of what was not asked yet', async () => {
    checkSetUp.mockResolvedValue(wrong({ field: 'postal_code', sentence: 'Five digits.' }, { field: 'password', sentence: 'Choose one.' }));
    const way = begin();
    await way.next();
    expect(way.step).toBe('address');
    expect(way.problem('postal_code')).toBe('Five digits.');
    expect(way.problems).toHaveLength(1);
    expect(way.refused).toBe(1);
  });

  it('forgets a problem when its answer is changed, and no other', async () => {
    checkSetUp.mockResolvedValue(wrong({ field: 'street', sentence: 'Write it.' }, { field: 'city', sentence: 'Write it.' }));
    const way = begin();
    await way.next();
    way.touch('street');
    expect([way.problem('street'), way.problem('city')]).toEqual([null, 'Write it.']);
  });

  it('keeps everything typed on the way back', async () => {
    const way = begin();
    way.draft.street = '48 Juniper Lane';
    await way.next();
    way.draft.compatible = 2;
    expect(await way.back()).toBe(true);
    await way.next();
    expect([way.step, way.draft.street, way.draft.compatible]).toEqual(['devices', '48 Juniper Lane', 2]);
  });

  it('leaves the set-up from the first one', async () => {
    expect(await begin().back()).toBe(false);
  });

  it('says that the station could not be reached, keeps what was typed, and asks again', async () => {
    checkSetUp.mockRejectedValueOnce(UNREACHABLE);
    const way = begin();
    way.draft.city = 'Duluth';
    await way.next();
    expect([way.step, way.failure, way.busy]).toEqual(['address', 'The station could not be started.', null]);
    await way.next();
    expect([way.step, way.failure, way.draft.city]).toEqual(['devices', null, 'Duluth']);
  });

  it('does not follow an answer that comes after the person has gone back', async () => {
    const way = begin();
    await way.next();
    let answer: (preview: SetUpPreview) => void = () => {};
    checkSetUp.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const asked = way.next();
    await way.back();
    answer(wrong({ field: 'street', sentence: 'Late.' }));
    await asked;
    expect([way.step, way.problems.length, way.busy]).toEqual(['address', 0, null]);
  });
});

describe('a problem of a contact', () => {
  /** proves: P2, M8 */
  it('stays with the person when the order changes', async () => {
    checkSetUp.mockResolvedValue(wrong({ field: 'contact_phone', at: 1, sentence: 'Already on the list.' }));
    const way = begin();
    way.step = 'contacts';
    const second = way.draft.contacts[1]?.key ?? 0;
    await way.next();
    way.draft.moveContact(1, -1);
    expect(way.problem('contact_phone', second)).toBe('Already on the list.');
    expect(way.draft.contacts[0]?.key).toBe(second);
  });
});

describe('what is sent', () => {
  /** proves: B2, B5, B6 */
  it('has no answer to a question that was not asked, and has it again when it is', () => {
    const { draft } = begin();
    Object.assign(draft, { hasAlarm: true, securityKit: true, monitoring: 'professional', compatible: 1, camerasLinked: true });
    draft.hasAlarm = false;
    expect(draft.setup()).toMatchObject({ security_kit: false, monitoring: 'not_enrolled', cameras_linked: false });
    draft.hasAlarm = true;
    expect(draft.setup()).toMatchObject({ security_kit: true, monitoring: 'professional', cameras_linked: true });
  });

  it('has the state of the chosen country, and keeps the other', () => {
    const { draft } = begin();
    draft.subdivisions.united_states = 'MN';
    draft.country = 'canada';
    draft.subdivisions.canada = 'ON';
    expect(draft.setup().address.region).toEqual({ country: 'canada', subdivision: 'ON' });
    draft.country = 'united_states';
    expect(draft.setup().address.region.subdivision).toBe('MN');
  });

  /** proves: N1 */
  it('has no password where none was typed, so that a home keeps the one it has', () => {
    const way = begin(OWN_SETUP);
    expect('password' in way.draft.setup()).toBe(false);
    way.draft.password = 'juniper';
    expect(way.draft.setup().password).toBe('juniper');
  });

  it('is what a home has when nothing was changed', () => {
    const way = begin(OWN_SETUP);
    expect(way.draft.setup()).toEqual(OWN_SETUP);
    expect(way.unsaved).toBe(false);
  });

  /** proves: P2 */
  it('keeps a contact’s identity through every move', () => {
    const { draft } = begin(OWN_SETUP);
    draft.moveContact(2, -1);
    draft.addContact();
    draft.removeContact(0);
    expect(draft.setup().contacts.map(({ id }) => id)).toEqual(['c-own-2', 'c-own-1', undefined]);
    draft.moveContact(0, -1);
    expect(draft.setup().contacts[0]?.id).toBe('c-own-2');
  });
});

describe('the end', () => {
  /** proves: B12 */
  it('leads to the question that mends a reason, and from there back', async () => {
    const way = begin();
    way.step = 'finish';
    way.mend('self_monitored');
    expect([way.step, way.question]).toEqual(['plan', 'monitoring']);
    await way.next();
    expect(way.step).toBe('finish');
  });

  it('asks the station anew when a step that was opened from it is left', async () => {
    const way = begin();
    way.step = 'finish';
    way.mend('no_device');
    checkSetUp.mockResolvedValue({ ...FINE, reasons: [reason('no_device')] });
    expect(await way.back()).toBe(true);
    expect([way.step, way.preview?.reasons.length]).toEqual(['finish', 1]);
  });

  it('makes a home once the station has taken it', async () => {
    const way = begin();
    way.step = 'finish';
    await way.finish();
    expect(setUp).toHaveBeenCalledTimes(1);
    expect(changeHome).not.toHaveBeenCalled();
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('names every problem of a refusal, loses nothing, and can be tried again', async () => {
    setUp.mockRejectedValueOnce({
      code: 'set_up_problems',
      sentence: 'Some answers have to be mended first.',
      reasons: [],
      problems: [{ field: 'city', sentence: 'Write the city.' }, { field: 'password', sentence: 'Choose one.' }],
    });
    const way = begin();
    way.step = 'finish';
    way.draft.street = '48 Juniper Lane';
    await way.finish();
    expect(done).not.toHaveBeenCalled();
    expect([way.failure, way.busy, way.problems.length]).toEqual(['Some answers have to be mended first.', null, 2]);
    way.lookAgain(way.problems[0] ?? { field: 'street', key: null, sentence: '' });
    expect([way.step, way.problem('city'), way.draft.street]).toEqual(['address', 'Write the city.', '48 Juniper Lane']);
  });

  it('says that an incident is open, in the station’s words', async () => {
    changeHome.mockRejectedValueOnce({ code: 'incident_open', sentence: 'An incident is open.', reasons: [], problems: [] });
    const way = begin(OWN_SETUP);
    await way.begin();
    await way.finish();
    expect([way.step, way.failure]).toEqual(['finish', 'An incident is open.']);
  });
});

describe('a home that is there', () => {
  it('is seen as a whole first, asked about as a change, and saved as one', async () => {
    const way = begin(OWN_SETUP);
    await way.begin();
    expect([way.step, way.change, way.preview]).toEqual(['finish', true, FINE]);
    expect(checkSetUp.mock.calls[0]).toEqual([OWN_SETUP, true]);
    way.open({ step: 'contacts' });
    await way.next();
    await way.finish();
    expect(changeHome).toHaveBeenCalledWith(OWN_SETUP, '');
    expect(setUp).not.toHaveBeenCalled();
  });

  it('is left from the end without a step back', async () => {
    const way = begin(OWN_SETUP);
    await way.begin();
    expect(await way.back()).toBe(false);
  });
});

describe('a set-up that is left', () => {
  /** proves: N5 */
  it('is kept at each step without its password, and forgotten once the home is made', async () => {
    const way = begin();
    way.draft.take(OWN_SETUP);
    way.draft.password = 'juniper';
    await way.next();
    expect(keepDraft).toHaveBeenLastCalledWith({ step: 'devices', setup: OWN_SETUP });
    way.open({ step: 'finish' });
    await way.finish();
    expect(keepDraft).toHaveBeenLastCalledWith(null);
  });

  /** proves: N5 */
  it('is kept in the middle of a step too, without its password, and not while it becomes a home', async () => {
    const way = begin();
    way.draft.take(OWN_SETUP);
    way.draft.password = 'juniper';
    way.keepTyped();
    expect(keepDraft).toHaveBeenLastCalledWith({ step: 'address', setup: OWN_SETUP });
    way.open({ step: 'finish' });
    const made = way.finish();
    way.keepTyped();
    await made;
    expect(keepDraft).toHaveBeenLastCalledWith(null);
  });

  it('goes on where it was, and at its password where that has to be typed again', () => {
    const at = (step: string) => SetUp.resume(backend, { step, setup: OWN_SETUP }, done);
    expect([at('contacts').step, at('plan').step, at('elsewhere').step]).toEqual(['contacts', 'password', 'address']);
    expect(at('contacts').draft.setup()).toEqual(OWN_SETUP);
    expect(SetUp.resume(backend, null, done).step).toBe('address');
  });
});

describe('a home that the station has lost', () => {
  const again = () => new SetUp(backend, OWN_SETUP, done, true);

  /** proves: N1, P2 */
  it('lacks its password alone, is asked about as a new one, and made as one', async () => {
    checkSetUp.mockResolvedValueOnce(wrong({ field: 'password', sentence: 'Choose one.' }));
    const way = again();
    await way.begin();
    expect([way.step, way.question, way.draft.setup()]).toEqual(['password', 'password', OWN_SETUP]);
    await way.next();
    expect([way.step, way.problem('password')]).toEqual(['password', 'Choose one.']);
    way.draft.password = 'juniper';
    await way.next();
    expect(way.step).toBe('finish');
    await way.finish();
    expect(checkSetUp.mock.calls.every(([, change]) => !change)).toBe(true);
    expect(setUp).toHaveBeenCalledWith({ ...OWN_SETUP, password: 'juniper' });
    expect(changeHome).not.toHaveBeenCalled();
  });

  it('can be left from the end, with everything it asks for in sight', async () => {
    checkSetUp.mockResolvedValue(wrong({ field: 'password', sentence: 'Choose one.' }));
    const way = again();
    await way.begin();
    expect(await way.back()).toBe(true);
    expect([way.step, way.problems.length]).toEqual(['finish', 1]);
    expect(await way.back()).toBe(false);
  });
});

it('shows a problem of a question that is not on the screen above the step', async () => {
  checkSetUp.mockResolvedValue(wrong({ field: 'subdivision', sentence: 'Choose the state or province.' }));
  const way = begin();
  way.draft.country = 'other';
  await way.next();
  expect(way.unplaced.map(({ sentence }) => sentence)).toEqual(['Choose the state or province.']);
});

it('the simulation finds nothing wrong with a home that can send', () => {
  expect(previewOf(OWN_SETUP, true)).toEqual(FINE);
});
