// The phone board: what each phone shows, what its buttons are called, and how the link stands.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stationBoard } from '../../backend/board';
import { boardScenarios, mockBoard } from '../../backend/mock';
import type { BoardView } from '../../backend/wire';
import { BoardState } from '../../features/board/board.svelte';
import Board from './Board.svelte';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a phone', () => {
  it('is silent while nobody calls', async () => {
    await open('idle');
    expect(screen.getAllByText('Silent')).toHaveLength(3);
  });

  /** proves: M9 */
  it('rings with buttons that name the person, and says who calls', async () => {
    await open('ringing');
    for (const verb of ['Answer', 'Ignore', 'Voicemail', 'Busy', 'Line fails']) {
      expect(screen.getByRole('button', { name: `${verb} Ana Ruiz` })).toBeTruthy();
    }
    expect(screen.getByText(/\(202\) 555-0110/u)).toBeTruthy();
  });

  /** proves: M6, M9, N1, N2 */
  it('proves a person by two keys, then asks for the password, and lets him decide', async () => {
    await open('ringing');
    await press('Answer Ana Ruiz');
    expect(document.body.textContent).toContain('If you are a person, press 4 7.');
    expect(screen.getByRole('group', { name: 'Ana Ruiz’s keypad' })).toBeTruthy();
    await press('4');
    await press('7');
    expect(document.body.textContent).toContain('Press 1 to send help now. To talk about the alarm, enter your verbal password');
    for (const key of '7867473#') await press(key);
    expect(document.body.textContent).toContain('Press 1 to send help. Press 2 to cancel.');
    await press('2');
    expect(screen.getAllByText('Silent')).toHaveLength(3);
  });

  /** proves: N2 */
  it('sends without the password', async () => {
    await open('ringing');
    await press('Answer Ana Ruiz');
    for (const key of '471') await press(key);
    expect(screen.getAllByText('Silent')).toHaveLength(3);
  });

  /** proves: N3 */
  it('shows the password as dots, and starts over with a star', async () => {
    await open('password');
    await press('7');
    expect(screen.getByRole('img', { name: '5 keys entered' }).textContent).toBe('●●●●●');
    expect(document.body.textContent).not.toContain('Pressed');
    await press('*');
    expect(screen.getByRole('img', { name: '0 keys entered' }).textContent).toBe('');
  });

  it('tells without deciding in a telling call', async () => {
    await open('telling');
    expect(document.body.textContent).toContain('Police are being asked to come.');
    expect(document.body.textContent).toContain('Press 2 9 so that we know you heard this.');
    expect(document.body.textContent).not.toContain('to cancel');
  });

  /** proves: O5, N6, P2 */
  it('takes a test call through the digits and the password, and says that nothing has happened', async () => {
    await open('test');
    await press('Answer Ana Ruiz');
    expect(document.body.textContent).toContain('This is a test call of the Mayday station for 12 Maple Street. Nothing has happened.');
    for (const key of '47') await press(key);
    expect(document.body.textContent).toContain('enter the home’s verbal password');
    await press('7');
    expect(screen.getByRole('img', { name: '1 key entered' }).textContent).toBe('●');
    expect(document.body.textContent).not.toContain('Pressed');
    await press('#');
    expect(document.body.textContent).toContain('Thank you, that was everything. Goodbye.');
    await press('Hang up Ana Ruiz');
    expect(screen.getAllByText('Silent')).toHaveLength(3);
  });

  /** proves: P2 */
  it('lets a contact take himself off the list in a test call, asked once more', async () => {
    await open('test-password');
    await press('9');
    expect(document.body.textContent).toContain('Would you rather not be called? Then press 9 once more');
    await press('9');
    expect(document.body.textContent).toContain('You are off the list');
  });

  /** proves: M9 */
  it.each(['Busy', 'Line fails'])('is silent after %s', async (press_) => {
    await open('ringing');
    await press(`${press_} Ana Ruiz`);
    expect(screen.getAllByText('Silent')).toHaveLength(3);
  });

  /** proves: M2, M3, M4 */
  it('shows the message on its voicemail in the station’s own words', async () => {
    await open('ringing');
    await press('Voicemail Ana Ruiz');
    const message = screen.getByRole('region', { name: 'On Ana Ruiz’s voicemail' });
    for (const said of ['a police SOS', '12 Maple Street, Austin, TX', 'Please call back: (202) 555-0110']) {
      expect(message.textContent).toContain(said);
    }
  });

  /** proves: C6, M2 */
  it('does not say that a message is there while it is being left', async () => {
    await open('recording');
    expect(screen.getByText('Being left on Ana Ruiz’s voicemail…')).toBeTruthy();
    expect(screen.queryByText('On Ana Ruiz’s voicemail')).toBeNull();
  });

  it('falls silent when it is hung up', async () => {
    await open('prove');
    await press('Hang up Ana Ruiz');
    expect(screen.getAllByText('Silent')).toHaveLength(3);
  });
});

describe('the base station', () => {
  /** proves: D6, D7 */
  it('sounds with the time that is left, and says what it said', async () => {
    vi.useFakeTimers();
    await open('siren');
    expect(screen.getByText('Siren sounds — 9:58 left — base station, keypad, camera')).toBeTruthy();
    expect(station()?.textContent).toContain('“Police help was requested.”');
    await vi.advanceTimersByTimeAsync(3_000);
    await tick();
    expect(screen.getByText(/9:55 left/u)).toBeTruthy();
  });

  /** proves: D8 */
  it('is silenced at its keypad', async () => {
    await open('siren');
    expect(station()?.dataset).toMatchObject({ sounding: 'true' });
    await press('Silence at the keypad');
    expect(station()?.dataset).toMatchObject({ sounding: 'false' });
    expect(screen.queryByRole('button', { name: 'Silence at the keypad' })).toBeNull();
  });

  it('is there only where the home has one', async () => {
    await open('ringing');
    expect(station()).toBeNull();
  });

  const station = () => document.querySelector<HTMLElement>('article[data-base-station]');
});

describe('the page', () => {
  it('tells the password that the demo’s people know', async () => {
    await open('idle');
    expect(document.body.textContent).toContain('The demo’s people know the password: sunrise (7 8 6 7 4 7 3)');
  });

  /** proves: Q1 */
  it('says that nobody real is called', async () => {
    await open('idle');
    expect(screen.getByText(/These cards stand in for real phones\. Nobody real is called\./u)).toBeTruthy();
  });

  it('shows no phone once its link has been used', async () => {
    await open('used');
    expect(screen.getByText('This link has been used. Open the board from Mayday again.')).toBeTruthy();
    expect(document.querySelector('article')).toBeNull();
  });

  it('says what a failed press came to', async () => {
    const board = new BoardState({
      follow: (show) => show(boardScenarios.ringing),
      test: async () => {},
      silence: async () => {},
      raise: async () => {},
      disarm: async () => {},
      callBack: async () => {},
      signIn: async () => {},
      agent: async () => {},
      act: () => Promise.reject({ code: 'not_now', sentence: 'That is not possible right now.', reasons: [] }),
    });
    render(Board, { board });
    board.follow();
    await tick();
    await press('Ignore Ana Ruiz');
    expect(screen.getByRole('alert').textContent).toBe('That is not possible right now.');
  });
});

describe('the link to the station', () => {
  let streams: FakeStream[];

  beforeEach(() => {
    vi.useFakeTimers();
    streams = [];
    vi.stubGlobal('EventSource', FakeStream);
    FakeStream.made = (stream) => streams.push(stream);
  });

  it('shows the view, then every event', async () => {
    answer(200, boardScenarios.idle);
    const { views, links } = follow();
    await vi.advanceTimersByTimeAsync(0);
    streams[0]?.say('open');
    streams[0]?.say('board', JSON.stringify(boardScenarios.ringing));
    expect([views, links]).toEqual([[boardScenarios.idle, boardScenarios.ringing], ['live']]);
  });

  it('reconnects after the stream broke', async () => {
    answer(200, boardScenarios.idle);
    const { links } = follow();
    await vi.advanceTimersByTimeAsync(0);
    streams[0]?.say('error');
    expect(links).toEqual(['reconnecting']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(streams).toHaveLength(2);
  });

  it('gives up on a link that was used', async () => {
    answer(401, null);
    const { links } = follow();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([links, streams]).toEqual([['used'], []]);
  });

  it('gives up when its device was removed from the home', async () => {
    answer(403, { code: 'revoked', sentence: 'Removed.', reasons: [] });
    const { links } = follow();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([links, streams]).toEqual([['removed'], []]);
  });

  it('posts an action, and rejects with what the station said', async () => {
    const fetched = answer(409, { code: 'not_now', sentence: 'No.', reasons: [] });
    await expect(stationBoard.act({ incident: 'i', call: 1, action: 'key', key: '4' })).rejects.toMatchObject({ sentence: 'No.' });
    expect(fetched.mock.calls[0]).toMatchObject([
      './action',
      { method: 'POST', body: '{"incident":"i","call":1,"action":"key","key":"4"}' },
    ]);
  });

  /** proves: D8 */
  it('posts the silence of the keypad, and rejects with what the station said', async () => {
    const fetched = answer(204, null);
    await stationBoard.silence();
    expect(fetched.mock.calls[0]).toEqual(['./silence', { method: 'POST' }]);
    answer(409, { code: 'not_now', sentence: 'No.', reasons: [] });
    await expect(stationBoard.silence()).rejects.toMatchObject({ sentence: 'No.' });
  });

  function follow() {
    const views: BoardView[] = [];
    const links: string[] = [];
    stationBoard.follow(
      (view) => views.push(view),
      (link) => links.push(link),
    );
    return { views, links };
  }

  function answer(status: number, body: unknown) {
    const fetched = vi.fn(async (...sent: unknown[]) => ({ sent, status, ok: status < 300, json: async () => body }));
    vi.stubGlobal('fetch', fetched);
    return fetched;
  }
});

class FakeStream extends EventTarget {
  static made: (stream: FakeStream) => void = () => {};

  constructor() {
    super();
    FakeStream.made(this);
  }

  close() {
    this.dispatchEvent(new Event('closed'));
  }

  say(type: string, data?: string) {
    this.dispatchEvent(Object.assign(new Event(type), { data }));
  }
}

async function open(scenario: string) {
  const board = new BoardState(mockBoard(new URLSearchParams({ scenario })));
  render(Board, { board });
  board.follow();
  await tick();
}

async function press(name: string) {
  await fireEvent.click(screen.getByRole('button', { name }));
  await tick();
}
