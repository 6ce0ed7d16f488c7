// The sheet, as a person and a screen reader meet it.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ALARM_HOME, HOME, appView, reason } from '../../backend/mock/home';
import type { AppView, ErrorBody } from '../../backend/wire';
import Sheet from './Sheet.svelte';
import { HOLD_MS } from './slide.svelte';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a home that may send an SOS', () => {
  /** proves: A2, A4, A6 */
  it('shows where responders go, the rule, and three sliders', () => {
    open();
    expect(screen.getByText('12 Maple Street')).toBeTruthy();
    expect(document.querySelector('.only')?.textContent).toMatch(/^Use SOS only in an emergency\. Slide all the way/u);
    expect(thumbs()).toEqual(['sos_police', 'sos_fire', 'sos_medical']);
  });

  /** proves: Q1 */
  it('starts with the demo mark and says that nobody can be sent', () => {
    open();
    expect(screen.getByText('This station can send nobody. In an emergency, call 911.')).toBeTruthy();
    expect(document.querySelector('dialog [data-banner]')?.textContent).toContain('Demo. This station can send nobody.');
  });

  /** proves: A3 */
  it('shows the siren with its reason, reachable by keyboard', () => {
    open();
    const siren = screen.getByRole('button', { name: 'Sound siren only' });
    expect(siren.getAttribute('aria-disabled')).toBe('true');
    expect(siren.hasAttribute('disabled')).toBe(false);
    const why = document.getElementById(siren.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toBe('Needs a base station. This home has none.');
  });

  it('shows the number 911 on request, and never as a link', async () => {
    open();
    await fireEvent.click(screen.getByRole('button', { name: 'Call 911 yourself' }));
    expect(screen.getByText('911')).toBeTruthy();
    expect(screen.getByText('Mayday never dials 911 by itself.')).toBeTruthy();
    expect(document.querySelector('a')).toBeNull();
  });

  /** proves: A8 */
  it('sends when Space is held on a thumb, once', async () => {
    vi.useFakeTimers();
    const { onslide } = open();
    const thumb = screen.getByRole('button', { name: 'Fire' });
    await fireEvent.keyDown(thumb, { key: ' ' });
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    await fireEvent.keyUp(thumb, { key: ' ' });
    expect(onslide.mock.calls).toEqual([['sos_fire']]);
  });

  /** proves: A8 */
  it('asks a screen reader once more, and sends then', async () => {
    const { onslide } = open();
    await fireEvent.click(screen.getByRole('button', { name: 'Police' }), { detail: 0 });
    expect(onslide).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Request police now' }));
    expect(onslide.mock.calls).toEqual([['sos_police']]);
  });

  /** proves: A2 */
  it('does nothing on a tap', async () => {
    const { onslide } = open();
    await fireEvent.click(screen.getByRole('button', { name: 'Police' }), { detail: 1 });
    expect(screen.queryByRole('button', { name: 'Request police now' })).toBeNull();
    expect(onslide).not.toHaveBeenCalled();
  });

  /** proves: A8 */
  it('explains the hold to a screen reader on every thumb', () => {
    open();
    for (const thumb of document.querySelectorAll('.slider [data-kind]')) {
      const description = document.getElementById(thumb.getAttribute('aria-describedby') ?? '');
      expect(description?.textContent).toContain('hold Space or Enter');
    }
  });

  it('lets the sliders spring back when the core refuses', async () => {
    const { onslide } = open({ onslide: vi.fn(async () => false) });
    for (const kind of ['Police', 'Medical']) {
      await fireEvent.click(screen.getByRole('button', { name: kind }), { detail: 0 });
      await fireEvent.click(screen.getByRole('button', { name: /^Request .* now$/u }));
      await Promise.resolve();
    }
    expect(onslide.mock.calls).toEqual([['sos_police'], ['sos_medical']]);
  });

  it('says what the core said when a slide failed without reasons', () => {
    open({ refusal: { code: 'already_under_way', sentence: 'An SOS is already on its way.', reasons: [], problems: [] } });
    expect(screen.getByText('An SOS is already on its way.')).toBeTruthy();
    expect(thumbs()).toHaveLength(3);
  });

  it('warns when the station does not answer, and lets slide all the same', () => {
    open({ view: appView({ station: 'unreachable' }) });
    expect(screen.getByText(/^The station does not answer right now/u)).toBeTruthy();
    expect(thumbs()).toHaveLength(3);
  });

  it('says that responders are requested at once when nobody is to be called', () => {
    open({ view: appView({ home: { ...HOME, contacts: [] } }) });
    expect(screen.getByText('No contact is set up: responders are requested at once.')).toBeTruthy();
  });

  it('closes on its ✕', async () => {
    const { onclose } = open();
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe('a home with a base station', () => {
  /** proves: A3, D1, D2 */
  it('may sound its siren alone, and is told what police, fire and medical sound', () => {
    alarm();
    expect(siren().hasAttribute('aria-disabled')).toBe(false);
    expect(screen.getByText('Police and fire also sound the siren. Medical is silent.')).toBeTruthy();
  });

  /** proves: A3 */
  it('does nothing on a tap but say how', async () => {
    const { onslide } = alarm();
    await fireEvent.pointerDown(siren(), { pointerId: 1, button: 0, isPrimary: true });
    await fireEvent.pointerUp(siren(), { pointerId: 1 });
    await fireEvent.click(siren(), { detail: 1 });
    expect(screen.getByText('Keep holding for a second and a half.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sound the siren now' })).toBeNull();
    expect(onslide).not.toHaveBeenCalled();
  });

  /** proves: A3, A8 */
  it('sounds after a second and a half of a pointer, once, and not a moment earlier', async () => {
    vi.useFakeTimers();
    const { onslide } = alarm();
    await fireEvent.pointerDown(siren(), { pointerId: 1, button: 0, isPrimary: true });
    await vi.advanceTimersByTimeAsync(HOLD_MS - 1);
    expect(onslide).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await fireEvent.pointerUp(siren(), { pointerId: 1 });
    await fireEvent.click(siren(), { detail: 1 });
    expect(onslide.mock.calls).toEqual([['siren_only']]);
  });

  /** proves: A3 */
  it('is called off when the finger leaves the button', async () => {
    vi.useFakeTimers();
    const { onslide } = alarm();
    await fireEvent.pointerDown(siren(), { pointerId: 1, button: 0, isPrimary: true });
    await fireEvent.pointerMove(siren(), { pointerId: 1, clientX: -200, clientY: -200 });
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(onslide).not.toHaveBeenCalled();
  });

  /** proves: A8 */
  it.each([' ', 'Enter'])('sounds after a second and a half of key %j', async (key) => {
    vi.useFakeTimers();
    const { onslide } = alarm();
    await fireEvent.keyDown(siren(), { key });
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    await fireEvent.keyUp(siren(), { key });
    expect(onslide.mock.calls).toEqual([['siren_only']]);
  });

  /** proves: A8 */
  it('asks a screen reader once more, and sounds then', async () => {
    const { onslide } = alarm();
    await fireEvent.click(siren(), { detail: 0 });
    expect(onslide).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Sound the siren now' }));
    expect(onslide.mock.calls).toEqual([['siren_only']]);
  });

  it('lets the siren and the sliders be held one at a time', async () => {
    vi.useFakeTimers();
    const { onslide } = alarm();
    await fireEvent.keyDown(siren(), { key: ' ' });
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Fire' }), { key: 'Enter' });
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(onslide.mock.calls).toEqual([['siren_only']]);
  });

  it('keeps its sliders when only the siren is refused', () => {
    const reasons = [reason('no_base_station')];
    open({ refusal: { code: 'not_eligible', sentence: 'No siren here.', reasons, problems: [] } });
    expect(screen.getByText('No siren here.')).toBeTruthy();
    expect(thumbs()).toHaveLength(3);
  });

  const alarm = () => open({ view: appView({ home: ALARM_HOME }) });
  const siren = () => document.querySelector('button[data-kind=siren_only]') as HTMLElement;
});

describe('a home that may not', () => {
  const reasons = [reason('plan_without_sos'), reason('cameras_not_enrolled')];

  /** proves: B12 */
  it('shows every reason with its mending step and the number, and no slider', () => {
    open({ view: appView({ reasons }) });
    expect(screen.getByRole('heading', { name: 'SOS is not available for this home' })).toBeTruthy();
    for (const { sentence, mend } of reasons) {
      expect(screen.getByText(sentence)).toBeTruthy();
      expect(screen.getByText(mend)).toBeTruthy();
    }
    expect(screen.getByText('911')).toBeTruthy();
    expect(thumbs()).toEqual([]);
  });

  /** proves: B12 */
  it('shows the reasons that come with the refusal of a slide', () => {
    open({ refusal: { code: 'not_eligible', sentence: 'No.', reasons, problems: [] } });
    expect(document.querySelectorAll('[data-reason]')).toHaveLength(2);
    expect(thumbs()).toEqual([]);
  });
});

interface Opening {
  view?: AppView;
  refusal?: ErrorBody | null;
  onslide?: ReturnType<typeof vi.fn<() => Promise<boolean>>>;
}

function open({ view = appView(), refusal = null, onslide = vi.fn(async () => true) }: Opening = {}) {
  const onclose = vi.fn();
  const onchange = vi.fn();
  render(Sheet, { view, home: view.home ?? HOME, refusal, onslide, onclose, onchange });
  return { onslide, onclose, onchange };
}

const thumbs = () => Array.from(document.querySelectorAll('.slider [data-kind]'), (thumb) => thumb.getAttribute('data-kind'));
