// Knows the simulated phone board: fixed screens by name, and calls that react to their buttons.
import type { BoardBackend, BoardLink } from '../backend';
import type { AgentWaitView, BaseStationView, BoardCallView, BoardContactView, BoardMessageView, BoardReadinessCallView, BoardView } from '../wire';
import { WRONG_CODE } from './disarm';
import { EVERYWHERE, HOME } from './home';
import { TEST_CALLS, afterTest } from './test-call';
import { keypadDigits } from '../../words/keypad';

const DIGITS = '47';

const SILENT: BaseStationView = { keypad: true, sounding: null, said: null };
const PASSWORD = HOME.demo_password ?? '';

const board = (
  calls: BoardCallView[][],
  base: BaseStationView | null = null,
  messages: BoardMessageView[] = [],
  test: BoardReadinessCallView | null = null,
): BoardView => ({
  street: HOME.street,
  caller_number: '(202) 555-0110',
  contacts: HOME.contacts.map(({ id, name, phone }, at) => ({ id, name, phone, calls: calls[at] ?? [], readiness: at === 0 ? test : null, message: messages[at] ?? null })),
  base_station: base,
  demo_password: PASSWORD,
  demo_secrets: HOME.demo_secrets,
  agent_signed_in: false,
  agent_queue: [],
});

const SAYS = 'Demo. This is the Mayday station with a police SOS at 12 Maple Street, Austin, TX.';
const WORDS: [string, string] = ['amber', 'river'];
const deciding = { incident: 'i-1', call: 1, kind: 'sos_police', role: 'deciding', says: SAYS, words: WORDS } as const;
const WAITING: AgentWaitView = { home: HOME.id, incident: 'i-1', contact: 'Ana Ruiz', street: HOME.street };
const MESSAGE: BoardMessageView = {
  incident: 'i-1',
  call: 1,
  left: true,
  words:
    'Demo. This is the Mayday station with a police SOS at 12 Maple Street, Austin, TX. Nobody answered this call. Police are being asked to come. Please call back: (202) 555-0110.',
};
const telling = {
  incident: 'i-1',
  call: 2,
  kind: 'sos_police',
  role: 'telling',
  says: `${SAYS} Police are being asked to come.`,
  words: WORDS,
} as const;
const PRACTICE =
  'Practice. Demo. This is the Mayday station with a smoke alarm at 12 Maple Street, Austin, TX. Nobody is being asked to come. If this is real: leave the house, call 911.';

const testScenarios = {
  test: board([], null, [], TEST_CALLS.ringing),
  'test-digits': board([], null, [], TEST_CALLS.digits),
  'test-password': board([], null, [], TEST_CALLS.password),
  'test-opt-out': board([], null, [], TEST_CALLS.optOut),
  'test-goodbye': board([], null, [], TEST_CALLS.goodbye),
};

export const boardScenarios = {
  idle: board([]),
  dialing: board([[{ ...deciding, state: 'dialing' }]]),
  ringing: board([[{ ...deciding, state: 'ringing' }]]),
  prove: board([[{ ...deciding, state: 'prove_human', digits: DIGITS }]]),
  deciding: board([[{ ...deciding, state: 'deciding', can_cancel: true }]]),
  'deciding-late': board([[{ ...deciding, role: 'call_back', state: 'deciding', can_cancel: false }]], SILENT),
  offering: board([[{ ...telling, call: 1, kind: 'smoke', says: PRACTICE, state: 'offering' }]], SILENT),
  agent: { ...board([], SILENT), agent_signed_in: true, agent_queue: [WAITING] },
  'agent-idle': { ...board([], SILENT), agent_signed_in: true },
  telling: board([
    [{ ...telling, call: 4, state: 'ringing' }],
    [{ ...telling, state: 'prove_human', digits: '29' }],
    [{ ...telling, call: 3, state: 'ringing' }],
  ]),
  message: board([[], [{ ...telling, state: 'ringing' }]], null, [MESSAGE]),
  recording: board([[], [{ ...telling, state: 'ringing' }]], null, [{ ...MESSAGE, left: false }]),
  password: board([[{ ...deciding, state: 'asking_password', keys: 4 }]], SILENT),
  'siren-silent': board([], { ...SILENT, said: 'Help was requested.' }),
  siren: board([[{ ...deciding, state: 'ringing' }]], {
    ...SILENT,
    sounding: { places: EVERYWHERE, remaining_ms: 598_000 },
    said: 'Police help was requested.',
  }),
  ...testScenarios,
  reconnecting: board([]),
  used: board([]),
} satisfies Record<string, BoardView>;

const LINKS: Record<string, BoardLink> = { reconnecting: 'reconnecting', used: 'used' };

export function mockBoard(query: URLSearchParams): BoardBackend {
  const scenario = query.get('scenario') ?? 'ringing';
  let view: BoardView = boardScenarios[scenario as keyof typeof boardScenarios] ?? boardScenarios.ringing;
  let shown: (view: BoardView) => void = () => {};
  const pressed = new Map<number, string>();
  return {
    follow(show, link) {
      shown = show;
      link(LINKS[scenario] ?? 'live');
      if (scenario !== 'used') show(view);
    },
    async silence() {
      if (view.base_station) view = { ...view, base_station: { ...view.base_station, sounding: null } };
      shown(view);
    },
    async raise({ trigger }) {
      const quiet = trigger === 'duress_code' || trigger === 'flood_sensor' || trigger === 'freeze_sensor' || trigger === 'keypad_medical';
      const sounding = quiet ? null : { places: EVERYWHERE, remaining_ms: 600_000 };
      if (view.base_station) view = { ...view, base_station: { ...view.base_station, sounding } };
      shown(view);
    },
    async disarm(code) {
      if (code !== view.demo_secrets?.code && code !== view.demo_secrets?.duress_code) throw WRONG_CODE;
      if (view.base_station) view = { ...view, base_station: { ...view.base_station, sounding: null } };
      shown(view);
    },
    async callBack(id) {
      const call: BoardCallView = { ...deciding, call: 9, role: 'call_back', state: 'asking_password', keys: 0 };
      view = { ...view, contacts: view.contacts.map((contact) => (contact.id === id ? { ...contact, calls: [call] } : contact)) };
      shown(view);
    },
    async signIn(agent_signed_in) {
      view = { ...view, agent_signed_in };
      shown(view);
    },
    async agent({ incident }) {
      view = { ...view, agent_queue: view.agent_queue.filter((waiting) => waiting.incident !== incident) };
      shown(view);
    },
    async test({ action, key }) {
      view = { ...view, contacts: view.contacts.map((contact) => ({ ...contact, readiness: contact.readiness && afterTest(contact.readiness, action, key) })) };
      shown(view);
    },
    async act({ call, action, key }) {
      const keys = (pressed.get(call) ?? '') + (key ?? '');
      pressed.set(call, keys);
      const next = (running: BoardCallView) => (running.call === call ? after(running, action, keys) : [running]);
      const took = (contact: BoardContactView) => action === 'voicemail' && contact.calls.some((running) => running.call === call);
      const change = (contact: BoardContactView) => ({
        ...contact,
        calls: contact.calls.flatMap(next),
        message: took(contact) ? { ...MESSAGE, call } : contact.message,
      });
      view = { ...view, contacts: view.contacts.map(change) };
      shown(view);
    },
  };
}

function after(running: BoardCallView, action: string, keys: string): BoardCallView[] {
  const { incident, call, kind, role, says, words } = running;
  const same = { incident, call, kind, role, says, words };
  if (action === 'answer') return [{ ...same, state: 'prove_human', digits: DIGITS }];
  if (action !== 'key') return [];
  if (running.state === 'prove_human' && keys.endsWith(running.digits)) {
    return role === 'deciding' ? [{ ...same, state: 'asking_password', keys: 0 }] : [];
  }
  if (running.state === 'asking_password') return entering(running, keys);
  return running.state === 'deciding' && /[12]$/u.test(keys) ? [] : [running];
}

/** 1 before any other key asks for help; `*` starts over; `#` submits, and only the right word may decide. */
function entering(running: BoardCallView & { state: 'asking_password' }, pressed: string): BoardCallView[] {
  const { incident, call, kind, role, says, words } = running;
  const last = pressed.at(-1);
  if (running.keys === 0 && last === '1') return [];
  if (last === '*') return [{ ...running, keys: 0 }];
  if (last !== '#') return [{ ...running, keys: running.keys + 1 }];
  const right = pressed.slice(0, -1).endsWith(keypadDigits(PASSWORD)) && running.keys === keypadDigits(PASSWORD).length;
  return right ? [{ incident, call, kind, role, says, words, state: 'deciding', can_cancel: role === 'deciding' }] : [];
}
