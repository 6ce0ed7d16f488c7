// Knows readiness in the simulation: what a station would find, homes in every state of it, and how a test call goes.
import type { CallingView, ContactReadiness, ContactView, Finding, FindingView, HomeView, Level, ReadinessStage, ReadinessView } from '../wire';

const DAY_MS = 86_400_000;
const VALID_MS = 90 * DAY_MS;

export const UNTESTED: ContactReadiness = { proof: null, expired: false, password: 'not_tried', opted_out: false, last_try: null, calling: null };

/** Answered so many days ago. */
export const tested = (daysAgo: number, changes: Partial<ContactReadiness> = {}): ContactReadiness => {
  const at_ms = Date.now() - daysAgo * DAY_MS;
  const proof = { at_ms, answered_in_ms: 6_200, dnd_on: true, expires_in_ms: VALID_MS - daysAgo * DAY_MS };
  return { ...UNTESTED, proof, password: 'known', last_try: { at_ms, result: 'reached' }, ...changes };
};

const DEMO: [Finding, Level, string, string][] = [
  [
    'no_dispatcher',
    'red',
    'Demo: this station can send nobody. Its requests are only written down.',
    'A monitoring center has to be connected to the station. In an emergency, call 911.',
  ],
  [
    'no_carrier',
    'red',
    'Demo: this station rings no telephones. Its calls appear on the phone board only.',
    'A phone line has to be connected to the station. In an emergency, call 911.',
  ],
];
const FEW = [
  'few_reachable',
  'red',
  'Fewer than two contacts have proved that they can be reached.',
  'Start a test call to each of your contacts, and let them press the digits.',
] as const;

const view = (code: Finding, level: Level, sentence: string, mend: string, contact: string | null = null): FindingView => ({
  code,
  level,
  contact,
  sentence,
  mend,
});

function about({ id, name, readiness }: ContactView): FindingView[] {
  if (readiness.opted_out) {
    return [view('opted_out', 'amber', `${name} asked not to be called any more.`, `Ask ${name}. To call ${name} again, take the entry off the list and add it anew.`, id)];
  }
  const missed = typeof readiness.last_try?.result === 'object' && 'not_reached' in readiness.last_try.result;
  if (missed) return [view('did_not_answer', 'amber', `${name} did not answer the latest test call.`, `Ask ${name} to save the station as a contact, and start another test call.`, id)];
  if (readiness.expired) return [view('expired', 'amber', `${name} answered a test call more than 90 days ago.`, `Start a test call to ${name}, with Do Not Disturb on.`, id)];
  if (!readiness.proof) return [view('never_tested', 'amber', `${name} has never answered a test call.`, `Start a test call to ${name}, with Do Not Disturb on.`, id)];
  if (!readiness.proof.dnd_on) {
    return [view('without_dnd', 'amber', `${name} answered a test call, but not with Do Not Disturb on.`, `Ask ${name} to turn Do Not Disturb on, and start another test call.`, id)];
  }
  return [];
}

/** What a station would find. `live`: one that can really send somebody. */
export function readinessOf(contacts: readonly ContactView[], live = false): ReadinessView {
  const reached = contacts.filter(({ readiness }) => !readiness.opted_out && (readiness.proof || readiness.expired)).length;
  const proved = contacts.filter(({ readiness }) => !readiness.opted_out && readiness.proof).length;
  const findings = [...(live ? [] : DEMO.map((demo) => view(...demo))), ...(reached < 2 ? [view(...FEW)] : []), ...contacts.flatMap(about)];
  const good = [
    ...(proved ? [`${proved} of ${contacts.length} contacts answered a test call.`] : []),
    ...(live ? ['The station has rung a real telephone.', 'Whoever sends responders has confirmed a test.'] : []),
  ];
  return { level: findings[0]?.level ?? 'green', findings, good };
}

/** The same home, with what is known of its contacts, in their order. */
export function withReadiness(home: HomeView, known: readonly ContactReadiness[], live = false): HomeView {
  const contacts = home.contacts.map((contact, at) => ({ ...contact, readiness: known[at] ?? UNTESTED }));
  return { ...home, contacts, readiness: readinessOf(contacts, live) };
}

/** The same home, with something else known of one contact. */
export function withContact(home: HomeView, id: string, change: (readiness: ContactReadiness) => ContactReadiness): HomeView {
  return withReadiness(home, home.contacts.map(({ id: known, readiness }) => (known === id ? change(readiness) : readiness)));
}

export const calling = (stage: ReadinessStage): CallingView => ({ stage, digits: stage === 'proving' ? '47' : null, words: ['amber', 'river'] });

/** How a test call goes by itself: when, and what is known then. */
export const TEST_CALL: readonly [number, (known: ContactReadiness, dndOn: boolean) => ContactReadiness][] = [
  [0, (known) => ({ ...known, calling: calling('dialing') })],
  [600, (known) => ({ ...known, calling: calling('ringing') })],
  [4_000, (known) => ({ ...known, calling: calling('proving') })],
  [8_000, (known, dnd_on) => ({ ...reached(known, dnd_on), calling: calling('password') })],
  [13_000, (known) => ({ ...known, password: 'known', calling: calling('goodbye') })],
  [16_000, (known) => ({ ...known, calling: null })],
];

function reached(known: ContactReadiness, dnd_on: boolean): ContactReadiness {
  const { proof, last_try } = tested(0);
  return { ...known, proof: proof && { ...proof, dnd_on }, expired: false, last_try };
}

/** Ended by the household. */
export const hungUp = (known: ContactReadiness): ContactReadiness => ({
  ...known,
  calling: null,
  last_try: known.calling?.stage === 'ringing' || known.calling?.stage === 'dialing' ? { at_ms: Date.now(), result: { not_finished: 'hung_up_here' } } : known.last_try,
});
