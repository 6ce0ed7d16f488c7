// Bringing the contacts into another order in the set-up: by drag, by key, by button, and never by accident.
import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announcer } from '../../parts/announcer.svelte';
import { all, contact, names, pass, press, step, title, toContacts } from './set-up-way';

const HEIGHT = 200;
const GAP = 16;

beforeEach(() => {
  vi.useFakeTimers();
  announcer.tell('');
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const at = this.tagName === 'LI' ? [...(this.parentElement?.children ?? [])].indexOf(this) : 0;
    return new DOMRect(0, at * (HEIGHT + GAP), 300, HEIGHT);
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a contact that is dragged by its handle', () => {
  /** proves: P2 */
  it('follows the pointer, the others make room, and it is put where it was dropped', async () => {
    await three();
    await down(0);
    await move(0, 230);
    expect(shifts()).toEqual(['translateY(230px)', 'translateY(-216px)', 'translateY(0px)']);
    expect(names()).toEqual(['Ana', 'Ben', 'Cleo']);
    await move(0, 400);
    expect(shifts()).toEqual(['translateY(400px)', 'translateY(-216px)', 'translateY(-216px)']);
    await up(0);
    expect(names()).toEqual(['Ben', 'Cleo', 'Ana']);
    expect(shifts()).toEqual(['', '', '']);
    expect(said()).toBe('Ana is now third of three.');
    expect(document.activeElement).toBe(handle(2));
  });

  /** proves: P2 */
  it('goes up as well, and only as far as it is dragged', async () => {
    await three();
    await drag(2, -120);
    expect(names()).toEqual(['Ana', 'Cleo', 'Ben']);
    expect(said()).toBe('Cleo is now second of three.');
  });

  it('stays where it was when it is hardly moved, or was only tapped', async () => {
    await three();
    await drag(0, 60);
    await drag(0, 2);
    await fireEvent.click(handle(0), { detail: 1 });
    expect(names()).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(said()).toBe('');
  });

  /** proves: P2 */
  it.each([
    ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
    ['a pointer that is taken away', () => fireEvent.pointerCancel(handle(0), { pointerId: 1 })],
    ['a pointer that is lost', () => fireEvent(handle(0), Object.assign(new Event('lostpointercapture', { bubbles: true }), { pointerId: 1 }))],
  ])('is put back by %s, and a later drop does nothing', async (_, end) => {
    await three();
    await down(0);
    await move(0, 400);
    await end();
    await tick();
    expect(shifts()).toEqual(['', '', '']);
    expect(said()).toBe('Put back: Ana is first of three.');
    await move(0, 400);
    await up(0);
    expect(names()).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(step()).toBe('contacts');
  });

  it('is led by one pointer, and by the main button alone', async () => {
    await three();
    await fireEvent.pointerDown(handle(0), { pointerId: 2, button: 2, isPrimary: true, clientY: 0 });
    await fireEvent.pointerMove(handle(0), { pointerId: 2, clientY: 400 });
    expect(shifts()).toEqual(['', '', '']);
    await down(0);
    await fireEvent.pointerMove(handle(0), { pointerId: 7, clientY: 400 });
    await fireEvent.pointerUp(handle(0), { pointerId: 7 });
    expect(names()).toEqual(['Ana', 'Ben', 'Cleo']);
  });

  it('takes what was typed with it, and a new place sends nothing', async () => {
    await three();
    await drag(0, 230);
    expect(all('[name^="contact_phone_"]').map((node) => (node as HTMLInputElement).value)).toEqual(['(218) 555-0142', '(218) 555-0141', '(218) 555-0143']);
    expect(title()).toBe('Who is called');
  });
});

describe('without a pointer', () => {
  /** proves: P2, A8 */
  it('the arrow keys on the handle move a contact, with the focus on it', async () => {
    await three();
    handle(0).focus();
    await arrow('ArrowDown');
    expect(names()).toEqual(['Ben', 'Ana', 'Cleo']);
    expect(said()).toBe('Ana is now second of three.');
    expect(document.activeElement).toBe(handle(1));
    await arrow('ArrowUp');
    await arrow('ArrowUp');
    expect(names()).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(document.activeElement).toBe(handle(0));
  });

  /** proves: P2, A8 */
  it('the buttons beside it are still there, and a screen reader’s click on the handle says how', async () => {
    await three();
    expect(handle(1).getAttribute('aria-label')).toBe('Reorder: second contact');
    expect(document.getElementById(handle(1).getAttribute('aria-describedby') ?? '')?.textContent).toBe('Drag to reorder, or press the up and down arrow keys.');
    await fireEvent.click(handle(1), { detail: 0 });
    expect(said()).toBe('Drag to reorder, or press the up and down arrow keys.');
    await press('Move up: second contact');
    expect(names()).toEqual(['Ben', 'Ana', 'Cleo']);
    expect(said()).toBe('Ben is now first of three.');
  });
});

async function three() {
  await toContacts();
  await contact(0, 'Ana', '(218) 555-0141');
  await contact(1, 'Ben', '(218) 555-0142');
  await press('Add another contact');
  await contact(2, 'Cleo', '(218) 555-0143');
  expect(screen.getAllByRole('button', { name: /^Reorder/u })).toHaveLength(3);
}

const handle = (at: number) => all('[data-action="reorder"]')[at] as HTMLButtonElement;
const said = () => document.querySelector('[aria-live="polite"]')?.textContent;
const shifts = () => all('[data-question="contacts"] li').map((row) => (row as HTMLElement).style.transform);
const down = (at: number) => fireEvent.pointerDown(handle(at), { pointerId: 1, button: 0, isPrimary: true, clientY: 500 });
const move = (at: number, by: number) => fireEvent.pointerMove(handle(at), { pointerId: 1, clientY: 500 + by });
const up = async (at: number) => {
  await fireEvent.pointerUp(handle(at), { pointerId: 1 });
  await pass(10);
};

async function drag(at: number, by: number) {
  await down(at);
  await move(at, by);
  await up(at);
}

async function arrow(key: string) {
  await fireEvent.keyDown(document.activeElement as HTMLElement, { key });
  await pass(10);
}
