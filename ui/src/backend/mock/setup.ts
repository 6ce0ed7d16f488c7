// Knows how the simulated core judges a set-up. The real rules live in Rust; these are alike enough
// that every screen and every problem can be met in a browser.
import { keypadDigits } from '../../words/keypad';
import { REGIONS } from '../../words/regions';
import type { FieldProblem, HomeSetup, HomeView, SecretPair, SetUpField, SetUpPreview } from '../wire';
import { NOT_LIVE, STATION, eligibility } from './home';
import { UNTESTED, readinessOf } from './readiness';

/** A home of one's own that may send an SOS and has a siren. */
export const OWN_SETUP: HomeSetup = {
  address: {
    street: '48 Juniper Lane, Apt 3',
    city: 'Duluth',
    region: { country: 'united_states', subdivision: 'MN' },
    postal_code: '55802',
  },
  has_alarm: true,
  security_kit: true,
  cameras: [{ compatible: true }, { compatible: false }],
  cameras_linked: true,
  contacts: [
    { id: 'c-own-0', name: 'Lena Olsen', phone: '(218) 555-0141' },
    { id: 'c-own-1', name: 'Tom Olsen', phone: '(218) 555-0142' },
    { id: 'c-own-2', name: 'Grace Abara', phone: '(651) 555-0143' },
  ],
  plan: 'pro',
  monitoring: 'professional',
  sos_for_cameras: false,
  ask_password: true,
  premises: 'residential',
  contacts_agree: true,
  permit: '',
};

export function previewOf(setup: HomeSetup, change: boolean): SetUpPreview {
  return { problems: problemsOf(setup, change), ...verdicts(setup), not_live: NOT_LIVE };
}

/** The home that a set-up makes, as the next view shows it. */
export function homeOf(setup: HomeSetup): HomeView {
  const { password, ...kept } = setup;
  void password;
  const { address, contacts } = kept;
  const { country, subdivision } = address.region;
  const people = contacts.map(({ name, phone, id }, at) => ({ id: id ?? `c-own-${at}`, name, phone, readiness: UNTESTED }));
  return {
    id: 'h-own',
    entitlement: null,
    mode: 'demo',
    street: address.street,
    city: `${address.city}, ${country === 'other' ? '' : `${subdivision} `}${address.postal_code}`,
    facts: factsOf(setup),
    contacts: people,
    demo_password: null,
    demo_secrets: null,
    burglar_setting: 'if_no_one_cancels',
    cancel_takes_code: false,
    operator: null,
    practice: null,
    cameras: setup.cameras.map(({ compatible }, at) => ({ id: `cam-own-${at}`, name: '', kind: 'camera' as const, compatible })),
    has_code: false,
    secrets: { password: true, duress_password: false, code: false, duress_code: false },
    setup: { ...kept, contacts: contacts.map((contact, at) => ({ ...contact, id: contact.id ?? `c-own-${at}` })) },
    not_live: NOT_LIVE,
    station: STATION,
    readiness: readinessOf(people),
  };
}

function factsOf({ address, plan, has_alarm, security_kit, monitoring, sos_for_cameras, cameras, cameras_linked, ask_password, premises }: HomeSetup) {
  return { region: address.region, plan, has_alarm, security_kit, monitoring, sos_for_cameras, cameras, cameras_linked, ask_password, premises };
}

function verdicts(setup: HomeSetup): Pick<SetUpPreview, 'reasons' | 'siren_reasons'> {
  return eligibility(factsOf(setup));
}

function problemsOf(setup: HomeSetup, change: boolean): FieldProblem[] {
  return [...addressProblems(setup), ...conflicts(setup), ...contactProblems(setup), ...passwordProblems(setup, change)];
}

const problem = (field: SetUpField, sentence: string, at?: number): FieldProblem =>
  at === undefined ? { field, sentence } : { field, at, sentence };

function addressProblems({ address }: HomeSetup): FieldProblem[] {
  const { street, city, postal_code: code, region } = address;
  const found: FieldProblem[] = [];
  if (!street.trim()) found.push(problem('street', 'Write the street and number that responders come to.'));
  if (!city.trim()) found.push(problem('city', 'Write the city or town.'));
  if (!code.trim()) found.push(problem('postal_code', 'Write the ZIP or postal code.'));
  else if (region.country === 'united_states' && !/^\d{5}(-?\d{4})?$/u.test(code.trim())) {
    found.push(problem('postal_code', 'A ZIP code has five digits.'));
  } else if (region.country === 'canada' && !/^[a-z]\d[a-z]\s?\d[a-z]\d$/iu.test(code.trim())) {
    found.push(problem('postal_code', 'A postal code looks like M5V 2T6.'));
  }
  const known = REGIONS[region.country].groups.flatMap(({ subdivisions }) => subdivisions);
  if (known.length && !known.some(({ code: one }) => one === region.subdivision)) {
    found.push(problem('subdivision', 'Choose the state or province.'));
  }
  return found;
}

function conflicts({ plan, monitoring, sos_for_cameras, cameras }: HomeSetup): FieldProblem[] {
  const found: FieldProblem[] = [];
  if (monitoring === 'professional' && plan !== 'pro') {
    found.push(problem('monitoring', 'Professional monitoring needs the Pro plan. Change the plan, or choose not enrolled.'));
  }
  if (sos_for_cameras && !cameras.some(({ compatible }) => compatible)) {
    found.push(problem('sos_for_cameras', 'There is no camera that works with SOS. Add one, or leave SOS for cameras off.'));
  }
  if (sos_for_cameras && plan !== 'pro') {
    found.push(problem('sos_for_cameras', 'SOS for cameras needs the Pro plan. Change the plan, or leave it off.'));
  }
  return found;
}

function contactProblems({ contacts, contacts_agree }: HomeSetup): FieldProblem[] {
  const digits = contacts.map(({ phone }) => phone.replace(/\D/gu, ''));
  const agreed = contacts_agree ? [] : [problem('contacts_agree', 'Ask each of them first: the station rings them in an emergency, day or night.')];
  const each = contacts.flatMap(({ name }, at) => {
    const number = digits[at] ?? '';
    const found: FieldProblem[] = name.trim() ? [] : [problem('contact_name', 'Write this person’s name.', at)];
    if (!number) return [...found, problem('contact_phone', 'Write this person’s phone number.', at)];
    if (number === '911') {
      return [...found, problem('contact_phone', 'Emergency numbers cannot be contacts. Write a person’s own number.', at)];
    }
    if (number.length < 10) return [...found, problem('contact_phone', 'This is no phone number. Write it with its area code.', at)];
    if (digits.indexOf(number) < at) return [...found, problem('contact_phone', 'This number is on the list already.', at)];
    return found;
  });
  return [...each, ...agreed];
}

function passwordProblems({ password }: HomeSetup, change: boolean): FieldProblem[] {
  if (password === undefined) {
    return change ? [] : [problem('password', 'Choose a verbal password: it is how a contact cancels.')];
  }
  return keypadDigits(password).length < 6 ? [problem('password', 'Choose at least six letters or digits.')] : [];
}

export function secretProblems(pair: SecretPair, plain: string, duress: string | undefined): FieldProblem[] {
  const [field, twin] = pair === 'codes' ? (['code', 'duress_code'] as const) : (['password', 'duress_password'] as const);
  const short = (typed: string, about: SetUpField) =>
    keypadDigits(typed).length < 6 ? [problem(about, 'Choose at least six letters or digits.')] : [];
  const alike = duress !== undefined && keypadDigits(duress) === keypadDigits(plain);
  return [
    ...short(plain, field),
    ...(duress === undefined ? [] : short(duress, twin)),
    ...(alike ? [problem(twin, 'On a keypad this is too close to the other one: at least two keys have to differ. Choose something else.')] : []),
  ];
}
