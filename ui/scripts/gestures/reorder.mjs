// Knows what only a real browser can prove of bringing the contacts into another order: a finger, a mouse, real
// rectangles, and a page that follows.
import assert from 'node:assert/strict';
import { go, toPassword, type } from '../screens.mjs';
import { atWelcome, desktop, touch } from './starts.mjs';

export const REORDER = [];
const check = (name, context, act) => REORDER.push({ name, context, start: atContacts, act });
const without = (context) => () => ({ ...context(), reducedMotion: 'reduce' });

const handle = (page, at) => page.locator('[data-action="reorder"]').nth(at);
const rows = (page) => page.locator('[data-question="contacts"] li');
const said = (page, text) => page.waitForFunction((words) => document.querySelector('[aria-live="polite"]')?.textContent === words, text);

check('a finger drags a contact by its handle, the page does not scroll meanwhile, and it is put there', touch, async (page) => {
  const { x, y, next } = await way(page, 0);
  const before = await scrolled(page);
  const finger = await fingerOf(page);
  await finger('touchStart', x, y);
  for (let step = 1; step <= 10; step += 1) await finger('touchMove', x, y + (next * step) / 10);
  assert.equal(await scrolled(page), before);
  assert.ok(Math.abs((await shift(page, 0)) - next) < 2);
  await finger('touchEnd');
  await said(page, 'Lena Olsen is now second of three.');
  assert.deepEqual(await names(page), ['Tom Olsen', 'Lena Olsen', 'Grace Abara']);
});
check('a finger beside the handle scrolls the page and moves nobody', touch, async (page) => {
  const box = await page.locator('[data-contact] h2').nth(1).boundingBox();
  const finger = await fingerOf(page);
  const before = await scrolled(page);
  await finger('touchStart', box.x + 10, box.y + 10);
  for (let step = 1; step <= 10; step += 1) await finger('touchMove', box.x + 10, box.y + 10 - 20 * step);
  await finger('touchEnd');
  await page.waitForFunction((from) => document.querySelector('main').scrollTop !== from, before);
  assert.deepEqual(await names(page), ['Lena Olsen', 'Tom Olsen', 'Grace Abara']);
});
check('a mouse drags the last contact to the top, over a page that follows', desktop, async (page) => {
  await page.setViewportSize({ width: 1100, height: 520 });
  await handle(page, 2).scrollIntoViewIfNeeded();
  const { x, y } = await way(page, 2);
  const before = await scrolled(page);
  const { bottom } = await page.evaluate(() => document.querySelector('main header').getBoundingClientRect().toJSON());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, bottom + 10, { steps: 8 });
  await page.waitForFunction(() => document.querySelector('main').scrollTop === 0);
  assert.ok(before > 0);
  await page.mouse.up();
  await said(page, 'Grace Abara is now first of three.');
  assert.deepEqual(await names(page), ['Grace Abara', 'Lena Olsen', 'Tom Olsen']);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Reorder: first contact');
});
check('Escape puts a dragged contact back, and the step stays', desktop, async (page) => {
  const { x, y, next } = await way(page, 0);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + next, { steps: 8 });
  await page.keyboard.press('Escape');
  await said(page, 'Put back: Lena Olsen is first of three.');
  assert.equal(await shift(page, 0), 0);
  await page.mouse.up();
  assert.deepEqual(await names(page), ['Lena Olsen', 'Tom Olsen', 'Grace Abara']);
  assert.equal(await page.locator('[data-step="contacts"]').count(), 1);
});
check('the others make room in motion, and at once for whoever wants no motion', desktop, async (page) => {
  const { x, y, next } = await way(page, 0);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + next, { steps: 8 });
  const taking = () => rows(page).nth(1).evaluate((row) => getComputedStyle(row).transitionDuration);
  assert.notEqual(await taking(), '0s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await taking(), '0s');
  await page.mouse.up();
  await said(page, 'Lena Olsen is now second of three.');
});
check('the arrow keys on a handle move a contact, and the handle is large enough for a thumb', without(touch), async (page) => {
  for (let at = 0; at < 3; at += 1) {
    const { width, height } = await handle(page, at).boundingBox();
    assert.ok(width >= 48 && height >= 48, `${width} by ${height}`);
  }
  assert.equal(await handle(page, 0).evaluate((button) => getComputedStyle(button).touchAction), 'none');
  await handle(page, 1).focus();
  await page.keyboard.press('ArrowDown');
  await said(page, 'Tom Olsen is now third of three.');
  await page.keyboard.press('ArrowUp');
  await said(page, 'Tom Olsen is now second of three.');
  assert.deepEqual(await names(page), ['Lena Olsen', 'Tom Olsen', 'Grace Abara']);
});

/** Three people on the list. */
async function atContacts(page) {
  await atWelcome(page);
  await toPassword(page);
  await go(page, 'back');
  await go(page, 'add-contact');
  await type(page, 'contact_name_2', 'Grace Abara');
  await page.locator('main').evaluate((main) => (main.scrollTop = 0));
}

const names = (page) => page.locator('[name^="contact_name_"]').evaluateAll((fields) => fields.map(({ value }) => value));
const scrolled = (page) => page.locator('main').evaluate((main) => main.scrollTop);
const shift = (page, at) => rows(page).nth(at).evaluate((row) => new DOMMatrix(getComputedStyle(row).transform).m42);

/** Where a handle is, and how far it is to the place of the next row. */
async function way(page, at) {
  const box = await handle(page, at).boundingBox();
  const row = await rows(page).nth(at).boundingBox();
  const below = await rows(page).nth(at + 1 < (await rows(page).count()) ? at + 1 : at).boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, next: Math.round(below.y - row.y) };
}

async function fingerOf(page) {
  const session = await page.context().newCDPSession(page);
  return (type, x, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
}
