// The five seconds on the screen.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HOME, sosView } from '../../backend/mock/home';
import type { SosView } from '../../backend/wire';
import { announcer } from '../../parts/announcer.svelte';
import Countdown from './Countdown.svelte';

const CODED = { ...HOME, cancel_takes_code: true };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** proves: C1, A4 */
it('shows where, what, and whole seconds from five to one', async () => {
  show();
  expect(screen.getByText('12 Maple Street')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Requesting police in' })).toBeTruthy();
  expect(shownSeconds()).toBe('5');
  await pass(1_100);
  expect(shownSeconds()).toBe('4');
  await pass(3_800);
  expect(shownSeconds()).toBe('1');
});

/** proves: C6 */
it('says Sending… at zero, decides nothing, and keeps Cancel', async () => {
  const { oncancel } = show();
  await pass(6_000);
  expect(screen.getByText('Sending…')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
  expect(oncancel).not.toHaveBeenCalled();
});

/** proves: C1 */
it('cancels by its button, which has the focus, and by Escape', async () => {
  const { oncancel } = show();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await fireEvent.keyDown(window, { key: 'Escape' });
  expect(oncancel).toHaveBeenCalledTimes(2);
});

/** proves: A8, C2 */
it('is not cancelled by the key that was held to slide', async () => {
  show();
  const cancel = screen.getByRole('button', { name: 'Cancel' });
  expect(await fireEvent.keyDown(cancel, { key: ' ', repeat: true })).toBe(false);
  expect(await fireEvent.keyUp(cancel, { key: ' ' })).toBe(false);
});

it('is spoken at its start and at three', async () => {
  show();
  await tick();
  expect(announcer.urgent).toBe('Requesting police in 5 seconds. To cancel, press the Cancel button or Escape.');
  await pass(1_500);
  expect(announcer.urgent).toContain('5 seconds');
  await pass(800);
  expect(announcer.urgent).toBe('3');
});

it('says that the device could not write its record', () => {
  show({ journal_broken: true });
  expect(screen.getByText('This device could not write its record; the station’s counts.')).toBeTruthy();
});

/** proves: A3, C1 */
it('of a siren says that it sounds, and cancels as the others', async () => {
  const { oncancel } = show({ kind: 'siren_only' });
  expect(screen.getByRole('heading', { name: 'Siren sounds in' })).toBeTruthy();
  expect(screen.getByText(/The siren sounds even if this window closes\.$/u)).toBeTruthy();
  await tick();
  expect(announcer.urgent).toBe('Siren sounds in 5 seconds. To cancel, press the Cancel button or Escape.');
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(oncancel).toHaveBeenCalledOnce();
});

/** proves: C7 */
it('takes the code at once where the home wants it, by Enter or by Cancel', async () => {
  const { oncancel } = show({}, CODED);
  const field = screen.getByLabelText(/^Code to cancel/u);
  expect(document.activeElement).toBe(field);
  await fireEvent.input(field, { target: { value: ' 482916 ' } });
  await fireEvent.submit(field.closest('form') as HTMLFormElement);
  expect(oncancel).toHaveBeenCalledExactlyOnceWith('482916');
  expect((field as HTMLInputElement).value).toBe('');
});

/** proves: C7 */
it('sends nothing without the code, and says so', async () => {
  const { oncancel } = show({}, CODED);
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await fireEvent.keyDown(window, { key: 'Escape' });
  expect(oncancel).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe('Type the code, then Cancel.');
  expect(document.activeElement).toBe(screen.getByLabelText(/^Code to cancel/u));
});

/** proves: C7, N5 */
it('says why a code was not taken, while the seconds go on', async () => {
  show({ code_refused: 'wrong_code' }, CODED);
  expect(screen.getByRole('alert').textContent).toBe('That is not this home’s code.');
  await pass(1_100);
  expect(shownSeconds()).toBe('4');
  cleanup();
  show({ code_refused: 'too_many_tries' }, CODED);
  expect(screen.getByRole('alert').textContent).toContain('Help goes on.');
});

it('says at its start that the code is needed', async () => {
  show({}, CODED);
  await tick();
  expect(announcer.urgent).toBe('Requesting police in 5 seconds. To cancel, type the code and press Enter.');
});

function show(changes: Partial<SosView> = {}, home = HOME) {
  const oncancel = vi.fn();
  const sos = sosView({ remaining_ms: 5_000, can_cancel: true, ...changes });
  render(Countdown, { sos, home, arrivedAt: performance.now(), problem: null, oncancel });
  return { oncancel };
}

const shownSeconds = () => document.querySelector('[data-seconds]')?.textContent;

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}
