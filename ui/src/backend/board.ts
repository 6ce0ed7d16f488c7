// Knows the station's board routes, relative to the page. Follows events and says how the
// link stands; a 401 means that the one-time link has been used, a 403 that its device was removed.
import type { BoardBackend, BoardLink } from './backend';
import type { BoardView } from './wire';

/** Between two tries after the stream broke. */
const AGAIN_MS = 1_500;

export const stationBoard: BoardBackend = {
  follow(show, link) {
    void read(show, link);
  },
  act: (request) => post('./action', request),
  test: (request) => post('./readiness', request),
  async silence() {
    const response = await fetch('./silence', { method: 'POST' });
    if (!response.ok) throw await response.json();
  },
  raise: (request) => post('./raise', request),
  disarm: (code) => post('./disarm', { code }),
  callBack: (contact) => post('./call-back', { contact }),
  signIn: (signed_in) => post('./agent', { signed_in }),
  agent: (request) => post('./agent/action', request),
};

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await response.json();
}

async function read(show: (view: BoardView) => void, link: (link: BoardLink) => void): Promise<void> {
  const again = () => setTimeout(() => void read(show, link), AGAIN_MS);
  try {
    const response = await fetch('./view');
    if (response.status === 401) return link('used');
    if (response.status === 403) return link('removed');
    if (!response.ok) throw new Error('no view');
    show((await response.json()) as BoardView);
  } catch {
    link('reconnecting');
    again();
    return;
  }
  const events = new EventSource('./events');
  events.addEventListener('open', () => link('live'));
  events.addEventListener('board', (event) => show(JSON.parse((event as MessageEvent<string>).data) as BoardView));
  events.addEventListener('error', () => {
    // The stream hides its status: read the view again, which shows it, and open a fresh stream.
    events.close();
    link('reconnecting');
    again();
  });
}
