// The state of the history: what is asked for, what is kept, and which answer counts.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOME, incidentView } from '../../backend/mock/home';
import { COPY } from '../../words/history';
import { History } from './history.svelte';

const NOW = new Date(2026, 2, 5).getTime();
const incidents = (...ids: string[]) => ids.map((id) => incidentView('smoke', 'closed', [], { id }));
const page = (more: boolean, ...ids: string[]) => ({ incidents: incidents(...ids), more });
let backend: { history: ReturnType<typeof vi.fn>; saveHistory: ReturnType<typeof vi.fn>; savePrintedHistory: ReturnType<typeof vi.fn> };
let history: History;
const ids = () => history.incidents?.map(({ id }) => id);

beforeEach(() => {
  backend = { history: vi.fn(), saveHistory: vi.fn(), savePrintedHistory: vi.fn(async () => '/there') };
  history = new History(backend as never, () => NOW);
});

describe('pages', () => {
  /** proves: V3 */
  it('go on from the last incident that was read', async () => {
    backend.history.mockResolvedValueOnce(page(true, 'd', 'c')).mockResolvedValueOnce(page(false, 'b', 'a'));
    await history.load();
    await history.earlier();
    expect([ids(), history.more]).toEqual([['d', 'c', 'b', 'a'], false]);
    expect(backend.history.mock.calls.map(([, before]) => before)).toEqual([null, 'c']);
  });

  /** proves: V3 */
  it('that were read stay when a further incident comes, and it comes before them', async () => {
    backend.history.mockResolvedValueOnce(page(true, 'c', 'b')).mockResolvedValueOnce(page(false, 'a'));
    await history.load();
    await history.earlier();
    backend.history.mockResolvedValueOnce(page(true, 'd', 'c'));
    await history.refresh();
    expect([ids(), history.more]).toEqual([['d', 'c', 'b', 'a'], false]);
  });

  it('give way where so much has come that nothing is known to be next to them', async () => {
    backend.history.mockResolvedValueOnce(page(false, 'a'));
    await history.load();
    backend.history.mockResolvedValueOnce(page(true, 'z', 'y'));
    await history.refresh();
    expect([ids(), history.more]).toEqual([['z', 'y'], true]);
  });

  it('end where an earlier one was expected and none is there', async () => {
    backend.history.mockResolvedValueOnce(page(true, 'b')).mockResolvedValueOnce(page(false));
    await history.load();
    await history.earlier();
    expect([ids(), history.more]).toEqual([['b'], false]);
  });

  /** proves: V3 */
  it('of a choice that was changed meanwhile are not shown', async () => {
    let late: (value: unknown) => void = () => {};
    backend.history.mockReturnValueOnce(new Promise((resolve) => (late = resolve))).mockResolvedValueOnce(page(false, 'new'));
    const first = history.load();
    await history.pickGroup('sos');
    late(page(true, 'old'));
    await first;
    expect([ids(), history.more, history.reading]).toEqual([['new'], false, false]);
    expect(backend.history.mock.calls[1]?.[0]).toEqual({ group: 'sos', since_ms: null });
  });

  it('that could not be read leave what is there, with the reason', async () => {
    backend.history.mockResolvedValueOnce(page(true, 'b')).mockRejectedValueOnce({ code: 'unreachable', sentence: 'The station cannot be reached.' });
    await history.load();
    await history.earlier();
    expect([ids(), history.problem, history.reading]).toEqual([['b'], 'The station cannot be reached.', false]);
  });
});

describe('a copy', () => {
  /** proves: V3 */
  it('of more than one file takes is refused, and nothing is saved', async () => {
    backend.history.mockImplementation(async () => page(true, ...Array.from({ length: 400 }, (_, n) => `i-${n}`)));
    await history.savePrinted(HOME);
    expect([history.said, history.failed, backend.savePrintedHistory.mock.calls.length]).toEqual([COPY.tooMany, true, 0]);
  });

  it('is made once, however often it is asked for meanwhile', async () => {
    backend.history.mockResolvedValue(page(false, 'a'));
    await Promise.all([history.savePrinted(HOME), history.savePrinted(HOME)]);
    expect([backend.savePrintedHistory.mock.calls.length, history.said]).toEqual([1, 'Saved: /there']);
  });
});
