// Knows the gestures of the SOS sheet that only a real browser can prove: a finger, a mouse, a held key, the focus.
import assert from 'node:assert/strict';
import { HOLD_MS, atSheet, desktop, thumb, touch } from './starts.mjs';

export const SHEET = [];
const check = (name, context, act) => SHEET.push({ name, context, start: atSheet, act });

const heading = (page) => page.locator('main h1').textContent();
const counting = (page) => page.getByRole('heading', { name: /^Requesting .* in$/u }).waitFor();

check('a finger slides to the end', touch, async (page) => {
  await slideByTouch(page, 1);
  await counting(page);
});
check('a finger that stops half-way sends nothing', touch, async (page) => {
  await slideByTouch(page, 0.5);
  await page.waitForTimeout(200);
  assert.equal(await heading(page), '12 Maple Street');
});
check('a tap sends nothing and opens nothing', touch, async (page) => {
  await thumb(page).tap();
  await page.waitForTimeout(HOLD_MS + 300);
  assert.equal(await page.getByRole('button', { name: 'Request police now' }).count(), 0);
  assert.equal(await heading(page), '12 Maple Street');
});
check('a mouse slides past nine tenths and lets go', desktop, async (page) => {
  await slideByMouse(page, 0.94);
  await counting(page);
});
check('a mouse that lets go before nine tenths sends nothing', desktop, async (page) => {
  await slideByMouse(page, 0.85);
  await page.waitForTimeout(200);
  assert.equal(await heading(page), '12 Maple Street');
});
check('a mouse that presses the thumb for a second and a half sends', desktop, async (page) => {
  await thumb(page, 'Medical').hover();
  await page.mouse.down();
  await page.waitForTimeout(HOLD_MS + 100);
  await counting(page);
  await page.mouse.up();
});
for (const key of ['Space', 'Enter']) {
  check(`${key} held on the thumb sends, and the key that is still down does not cancel`, desktop, async (page) => {
    await thumb(page, 'Fire').focus();
    await repeat(page, key, HOLD_MS + 500);
    await counting(page);
    await repeat(page, key, 300);
    await page.keyboard.up(key);
    await page.waitForTimeout(700);
    assert.match(await heading(page), /^Requesting the fire department in$/u);
    await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'Cancelled. Nobody was called.' }).waitFor();
  });
}
check('a key that is let go early sends nothing', desktop, async (page) => {
  await thumb(page).focus();
  await repeat(page, 'Space', 500);
  await page.keyboard.up('Space');
  await page.waitForTimeout(HOLD_MS);
  assert.equal(await heading(page), '12 Maple Street');
});
check('a screen reader’s click asks once more, and Escape closes the sheet', desktop, async (page) => {
  await thumb(page).evaluate((node) => node.click());
  const confirm = page.getByRole('button', { name: 'Request police now' });
  assert.ok(await confirm.evaluate((node) => node === document.activeElement));
  await page.keyboard.press('Escape');
  await page.waitForTimeout(100);
  assert.equal(await page.locator('dialog').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'SOS');
});
check('the focus stays in the sheet', desktop, async (page) => {
  for (let at = 0; at < 20; at += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest('dialog')));
  }
});
check('Escape cancels the countdown', desktop, async (page) => {
  await slideByMouse(page, 1);
  await counting(page);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Cancelled. Nobody was called.' }).waitFor();
});
check('the siren is held with the mouse, and a tap does nothing', desktop, async (page) => {
  const siren = await sirenOf(page);
  await siren.click();
  await page.getByText('Keep holding for a second and a half.').waitFor();
  await page.waitForTimeout(HOLD_MS + 300);
  assert.equal(await heading(page), '12 Maple Street');
  await siren.hover();
  await page.mouse.down();
  await page.waitForTimeout(HOLD_MS + 100);
  await page.getByRole('heading', { name: 'Siren sounds in' }).waitFor();
  await page.mouse.up();
});
check('the siren is called off when the mouse leaves it', desktop, async (page) => {
  const siren = await sirenOf(page);
  await siren.hover();
  await page.mouse.down();
  await page.mouse.move(5, 5, { steps: 5 });
  await page.waitForTimeout(HOLD_MS + 300);
  assert.equal(await heading(page), '12 Maple Street');
  await page.mouse.up();
});
check('Space held on the siren sends, and the key that is still down does not cancel', desktop, async (page) => {
  await (await sirenOf(page)).focus();
  await repeat(page, 'Space', HOLD_MS + 800);
  assert.equal(await heading(page), 'Siren sounds in');
  await page.keyboard.up('Space');
  await page.waitForTimeout(300);
  assert.equal(await heading(page), 'Siren sounds in');
});
check('the shield stands at the same place on dashboard and timeline', desktop, async (page) => {
  await page.keyboard.press('Escape');
  const shield = page.getByRole('button', { name: 'SOS', exact: true });
  const before = await shield.boundingBox();
  await page.locator('[data-incident]').first().click();
  await page.getByRole('heading', { name: 'Demo · Police requested' }).waitFor();
  assert.deepEqual(await shield.boundingBox(), before);
  assert.ok(before.width >= 64 && before.height >= 64);
});

/** The sheet of a home with a base station. */
async function sirenOf(page) {
  await page.goto('app.html?scenario=siren-sheet');
  await page.getByRole('button', { name: 'SOS', exact: true }).click();
  return page.locator('button[data-kind=siren_only]');
}

/** Where the thumb is, and how far it can go. */
async function way(page) {
  const box = await thumb(page).boundingBox();
  const track = await thumb(page).locator('xpath=..').boundingBox();
  const travel = track.width - box.width - 2 * (box.x - track.x);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, travel };
}

async function slideByMouse(page, part) {
  const { x, y, travel } = await way(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + travel * part, y, { steps: 12 });
  await page.mouse.up();
}

async function slideByTouch(page, part) {
  const { x, y, travel } = await way(page);
  const session = await page.context().newCDPSession(page);
  const send = (type, at) => session.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [{ x: at, y }] });
  await send('touchStart', x);
  for (let step = 1; step <= 12; step += 1) await send('touchMove', x + (travel * part * step) / 12);
  await send('touchEnd', null);
}

/** A held key repeats, as a real keyboard does. */
async function repeat(page, key, ms) {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    await page.keyboard.down(key);
    await page.waitForTimeout(45);
  }
}
