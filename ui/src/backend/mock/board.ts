// Knows the simulated phone board: fixed screens by name, and calls that react to their buttons.
import type { BoardBackend, BoardLink } from '../backend';
import type { BoardCallView, BoardContactView, BoardView } from '../wire';
import { HOME } from './home';

const DIGITS = '47';

const board = (calls: BoardCallView[][]): BoardView => ({
  street: HOME.street,
  caller_number: '(202) 555-0142',
  contacts: HOME.contacts.map((contact, at) => ({ ...contact, calls: calls[at] ?? [] })),
});

const deciding = { incident: 'i-1', call: 1, kind: 'sos_police', role: 'deciding' } as const;
const telling = { incident: 'i-1', call: 2, kind: 'sos_police', role: 'telling' } as const;

export const boardScenarios = {
  idle: board([]),
  dialing: board([[{ ...deciding, state: 'dialing' }]]),
  ringing: board([[{ ...deciding, state: 'ringing' }]]),
  prove: board([[{ ...deciding, state: 'prove_human', digits: DIGITS }]]),
  deciding: board([[{ ...deciding, state: 'deciding' }]]),
  telling: board([
    [{ ...telling, call: 4, state: 'ringing' }],
    [{ ...telling, state: 'prove_human', digits: '29' }],
    [{ ...telling, call: 3, state: 'ringing' }],
  ]),
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
    async act({ call, action, key }) {
      const keys = (pressed.get(call) ?? '') + (key ?? '');
      pressed.set(call, keys);
      const next = (running: BoardCallView) => (running.call === call ? after(running, action, keys) : [running]);
      const change = (contact: BoardContactView) => ({ ...contact, calls: contact.calls.flatMap(next) });
      view = { ...view, contacts: view.contacts.map(change) };
      shown(view);
    },
  };
}

function after(running: BoardCallView, action: string, keys: string): BoardCallView[] {
  const { incident, call, kind, role } = running;
  if (action === 'answer') return [{ incident, call, kind, role, state: 'prove_human', digits: DIGITS }];
  if (action !== 'key') return [];
  if (running.state === 'prove_human' && keys.endsWith(running.digits)) {
    return role === 'deciding' ? [{ incident, call, kind, role, state: 'deciding' }] : [];
  }
  return running.state === 'deciding' && /[12]$/u.test(keys) ? [] : [running];
}
