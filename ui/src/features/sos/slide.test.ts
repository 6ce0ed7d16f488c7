// The gesture of one slider, in sentences. No DOM: the class alone.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOLD_MS, Slide, SlideGroup } from './slide.svelte';

const TRAVEL = 300;
const FINGER = 1;
let sent: string[];
let group: SlideGroup;
let police: Slide;
let fire: Slide;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  group = new SlideGroup();
  police = new Slide(group, () => sent.push('police'));
  fire = new Slide(group, () => sent.push('fire'));
});

describe('sliding', () => {
  /** proves: A2 */
  it('sends once when the thumb is let go past 90 % of the track', () => {
    drag(police, [100, 200, 285]);
    expect(sent).toEqual([]);
    police.release(FINGER);
    expect(sent).toEqual(['police']);
  });

  /** proves: A2 */
  it('sends as soon as the thumb reaches the end, and not again when it is let go', () => {
    drag(police, [100, 200, 300]);
    expect(sent).toEqual(['police']);
    police.move(FINGER, 310);
    police.release(FINGER);
    expect(sent).toEqual(['police']);
  });

  /** proves: A2 */
  it('springs back when it is let go before 90 %', () => {
    drag(police, [100, 200, 265]);
    police.release(FINGER);
    expect([sent, police.offset, police.phase]).toEqual([[], 0, 'idle']);
  });

  it('sends nothing when the thumb comes back before it is let go', () => {
    drag(police, [100, 200, 290, 120]);
    police.release(FINGER);
    expect(sent).toEqual([]);
  });

  /** proves: A2 */
  it('needs three moves: a jump to the end is no slide', () => {
    drag(police, [150, 300]);
    police.release(FINGER);
    expect(sent).toEqual([]);
  });

  /** proves: A2 */
  it('does nothing on a mere tap', () => {
    police.press(FINGER, 0, TRAVEL);
    police.release(FINGER);
    police.click(1);
    vi.advanceTimersByTime(HOLD_MS * 2);
    expect([sent, police.phase]).toEqual([[], 'idle']);
  });

  it('follows the finger that began it and no other', () => {
    drag(police, [100]);
    police.move(2, 300);
    police.release(2);
    expect(police.phase).toBe('sliding');
    expect(police.press(2, 0, TRAVEL)).toBe(false);
  });

  it('springs back when the pointer is lost', () => {
    drag(police, [100, 200, 290]);
    police.lose(FINGER);
    police.release(FINGER);
    expect([sent, police.phase]).toEqual([[], 'idle']);
  });

  it('does not leave the track to the left', () => {
    drag(police, [-50, -80]);
    expect(police.offset).toBe(0);
  });
});

describe('holding, the equal without dragging', () => {
  /** proves: A8 */
  it.each([' ', 'Enter'])('sends after a second and a half of key %j', (key) => {
    police.keyDown(key, false);
    vi.advanceTimersByTime(HOLD_MS - 1);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual(['police']);
  });

  /** proves: A8 */
  it('sends after a second and a half of a pointer that only trembles', () => {
    drag(police, [3, -4, 6]);
    vi.advanceTimersByTime(HOLD_MS);
    expect(sent).toEqual(['police']);
  });

  it('springs back when the key is let go early', () => {
    police.keyDown(' ', false);
    vi.advanceTimersByTime(HOLD_MS - 1);
    police.keyUp(' ');
    vi.advanceTimersByTime(HOLD_MS);
    expect([sent, police.phase]).toEqual([[], 'idle']);
  });

  it('ignores the repetition of a key that was pressed elsewhere', () => {
    police.keyDown('Enter', true);
    vi.advanceTimersByTime(HOLD_MS);
    expect(sent).toEqual([]);
  });

  it('keeps one timer through key repetition and sends once', () => {
    police.keyDown('Enter', false);
    for (let at = 0; at < 30; at += 1) {
      vi.advanceTimersByTime(100);
      police.keyDown('Enter', true);
    }
    expect(sent).toEqual(['police']);
  });

  it('is called off when the finger slides away', () => {
    drag(police, [60]);
    vi.advanceTimersByTime(HOLD_MS);
    expect(sent).toEqual([]);
  });

  it('is called off when the focus or the window goes away', () => {
    police.keyDown(' ', false);
    police.blur();
    vi.advanceTimersByTime(HOLD_MS);
    expect([sent, police.phase]).toEqual([[], 'idle']);
  });

  it('leaves other keys to the browser', () => {
    expect([police.keyDown('Tab', false), police.keyDown('Escape', false), police.keyUp('a')]).toEqual([false, false, false]);
  });
});

describe('a click without pointer or key, from a screen reader or switch', () => {
  /** proves: A8 */
  it('opens one confirming button, which sends', () => {
    police.click(0);
    expect([sent, police.phase]).toEqual([[], 'asking']);
    police.confirm();
    police.confirm();
    expect(sent).toEqual(['police']);
  });

  it('can be taken back', () => {
    police.click(0);
    police.reset();
    police.confirm();
    expect(sent).toEqual([]);
  });

  it('keeps its question open when the focus moves to the button', () => {
    police.click(0);
    police.blur();
    expect(police.phase).toBe('asking');
  });
});

describe('three sliders together', () => {
  it('move one at a time', () => {
    drag(police, [100]);
    expect(fire.press(2, 0, TRAVEL)).toBe(false);
    fire.keyDown(' ', false);
    vi.advanceTimersByTime(HOLD_MS);
    expect(sent).toEqual([]);
  });

  it('give way from an open question', () => {
    police.click(0);
    drag(fire, [100, 200, 300]);
    expect([sent, police.phase]).toEqual([['fire'], 'idle']);
  });

  it('send nothing more once one is sent, until a refusal lets them spring back', () => {
    drag(police, [100, 200, 300]);
    drag(fire, [100, 200, 300]);
    fire.click(0);
    expect(sent).toEqual(['police']);
    group.reopen();
    expect(police.phase).toBe('idle');
    drag(fire, [100, 200, 300]);
    expect(sent).toEqual(['police', 'fire']);
  });
});

function drag(slide: Slide, moves: number[]) {
  slide.press(FINGER, 0, TRAVEL);
  for (const x of moves) slide.move(FINGER, x);
}
