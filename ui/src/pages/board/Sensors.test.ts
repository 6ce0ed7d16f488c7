// The phone board's base station, keypad and agent, and what a contact hears and can still do.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mockBoard } from '../../backend/mock';
import { BoardState } from '../../features/board/board.svelte';
import Board from './Board.svelte';

afterEach(cleanup);

describe('the sensors and the keypad', () => {
  /** proves: F1, G1, H1, I1, J1, K1 */
  it('raise every kind of alarm, and never the password that belongs to a call', async () => {
    await open('siren-silent');
    expect(document.querySelectorAll('[data-trigger]')).toHaveLength(15);
    expect(document.querySelector('[data-trigger=duress_password]')).toBeNull();
    await press('Smoke alarm');
    expect(document.querySelector('[data-sounding=true]')).not.toBeNull();
  });

  /** proves: F11 */
  it('give a door the entry delay that was chosen, and a smoke alarm none', async () => {
    const board = new BoardState({ ...mockBoard(new URLSearchParams({ scenario: 'siren-silent' })) });
    const raised = vi.spyOn(board, 'raise');
    render(Board, { board });
    board.follow();
    await tick();
    await fireEvent.click(screen.getByRole('radio', { name: '30 s' }));
    await press('Door opens');
    await press('Smoke alarm');
    expect(raised.mock.calls).toEqual([
      [{ trigger: 'contact_sensor', entry_delay_ms: 30_000 }],
      [{ trigger: 'smoke_alarm', entry_delay_ms: 0 }],
    ]);
  });

  /** proves: J1, N5 */
  it('take both codes alike, and say when it is neither', async () => {
    for (const [code, said] of [['1111', 'That is not this home’s code.'], ['482916', 'The code was taken.'], ['482753', 'The code was taken.']]) {
      cleanup();
      await open('siren');
      await fireEvent.input(screen.getByRole('textbox', { name: 'Keypad: Code' }), { target: { value: code } });
      await press('Disarm');
      expect(document.body.textContent).toContain(said);
    }
  });
});

describe('a contact', () => {
  /** proves: M5 */
  it('calls the station, is asked for the password, and sees what can still be cancelled', async () => {
    await open('idle');
    await press('Call the station Ana Ruiz');
    expect(document.querySelector('[data-role=call_back][data-state=asking_password]')).not.toBeNull();
    cleanup();
    await open('deciding-late');
    expect(document.body.textContent).toContain('It can no longer be cancelled in this call.');
  });

  /** proves: M7, L2 */
  it('hears the two words and the message that says practice first, and can ask for an agent', async () => {
    await open('offering');
    expect(document.querySelector('[data-words]')?.textContent).toBe('Its two words: amber river');
    expect(document.querySelector('.spoken')?.textContent).toMatch(/^Practice\. /u);
    expect(document.body.textContent).toContain('Press 0 to speak to an agent.');
  });
});

describe('the agent', () => {
  /** proves: L3 */
  it('signs in, and answers whoever waits', async () => {
    await open('agent-idle');
    expect(screen.getByText('Nobody is waiting.')).toBeTruthy();
    await press('Sign out');
    expect(screen.getByRole('button', { name: 'Sign in as agent' })).toBeTruthy();
    cleanup();
    await open('agent');
    expect(screen.getByRole('region', { name: 'Ana Ruiz asks for you, 12 Maple Street' })).toBeTruthy();
    await press('Send fire department');
    expect(screen.getByText('Nobody is waiting.')).toBeTruthy();
  });
});

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
