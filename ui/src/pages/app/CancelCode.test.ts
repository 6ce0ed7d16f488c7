// A household that wants its code for a cancel, in the window, on the simulation; and what contacts hear, who runs the
// station, and how a joined home is left.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import { activityLine } from '../../words/activity';
import App from './App.svelte';
import { AppState } from './state.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** proves: C7 */
it('is chosen with the code, and from then on a cancel takes it', async () => {
  const app = await open('dashboard-operated');
  await press('secrets');
  expect(card().dataset.cancelCode).toBe('off');
  await press('cancel-code');
  await type('code', '111111');
  expect(document.body.textContent).toContain('That is not this home’s code.');
  await type('code', '482916');
  expect(card().dataset.cancelCode).toBe('on');
  app.back();
  await app.slide('sos_police');
  await pass(500);
  await type('code', '111111');
  expect(screen.getByRole('alert').textContent).toBe('That is not this home’s code.');
  expect(document.querySelector('[data-seconds]'), 'the countdown goes on').toBeTruthy();
  await type('code', '482916');
  await pass(400);
  expect(document.body.textContent).toContain('Cancelled.');
});

/** proves: C7, J6 */
it('looks the same with the duress code', async () => {
  await open('counting-code');
  await type('code', '482753');
  await pass(400);
  expect(document.body.textContent).toContain('Cancelled.');
});

/** proves: C7, C8 */
it('takes the code for a withdrawal too', async () => {
  await open('waiting-code');
  await press('withdraw');
  await type('code', '482916');
  await pass(400);
  expect(document.body.textContent).toContain('Cancelled.');
});

/** proves: C7, V1 */
it('is told among what devices did', () => {
  const line = (on: boolean) => activityLine({ what: { did: 'set_cancel_code', on }, whom: null, by: 'Phone', this: false, at_ms: 0 }, 0).what;
  expect([line(true), line(false)]).toEqual(['Made Cancel take the code', 'Let Cancel go without the code']);
});

/** proves: O1 */
it('shows word for word what contacts will hear, for each kind', async () => {
  await open('dashboard');
  await press('readiness');
  await press('hears');
  expect(document.querySelector('[data-hears]')?.textContent).toContain('with a police SOS at 12 Maple Street');
  const kind = document.querySelector('select[name="hears_kind"]') as HTMLSelectElement;
  await fireEvent.change(kind, { target: { value: 'sos_fire' } });
  await pass(10);
  expect(document.querySelector('[data-hears]')?.textContent).toMatch(/a fire SOS.*Please call back: \(202\) 555-0110/su);
});

/** proves: B15, P5 */
it('names who runs the station, its centre and licences, and opens the help outside', async () => {
  const app = await open('dashboard-operated');
  const said = document.querySelector('[data-operator]')?.textContent ?? '';
  for (const part of ['Maple Alarm runs', 'Maple County Monitoring asks', 'TX B00000', 'Mayday itself runs no station']) expect(said).toContain(part);
  const opened = vi.spyOn(app.backend, 'openHelp');
  await press('operator-help');
  expect(opened).toHaveBeenCalledOnce();
});

/** proves: V1 */
it('lets a device that joined leave, and no other', async () => {
  await open('dashboard-joined');
  await press('household');
  await press('leave-home');
  await press('leave-home-confirm');
  expect(screen.getByRole('button', { name: 'Try it' })).toBeTruthy();
  cleanup();
  await open('dashboard');
  await press('household');
  expect(document.querySelector('[data-action="leave-home"]')).toBeNull();
});

async function open(scenario: string) {
  const app = new AppState(mockApp(new URLSearchParams({ scenario })), () => performance.now());
  render(App, { app });
  await app.connect();
  await pass(10);
  return app;
}

const card = () => document.querySelector('[data-cancel-code]') as HTMLElement;

async function type(name: string, value: string) {
  const input = document.querySelector(`input[name="${name}"]`) as HTMLInputElement;
  await fireEvent.input(input, { target: { value } });
  await fireEvent.submit(input.closest('form') as HTMLFormElement);
  await pass(10);
}

async function press(action: string) {
  await fireEvent.click(document.querySelector(`[data-action="${action}"]`) as HTMLElement);
  await pass(10);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}
