// Knows the gestures that only a real browser can prove: a finger, a mouse, a held key, the focus.
// Runs them in Chromium on the built files and the simulation.
// Usage: npm run gestures    (first: npm run build)
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const HOLD_MS = 1_500;
const server = await preview({ preview: { port: 0, strictPort: false }, logLevel: 'error' });
const base = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
let failed = 0;

const heading = (page) => page.locator('main h1').textContent();
const thumb = (page, name = 'Police') => page.getByRole('button', { name, exact: true });
const counting = (page) => page.getByRole('heading', { name: /^Requesting .* in$/u }).waitFor({ timeout: 2_000 });

await check('a finger slides to the end', touch, async (page) => {
  await slideByTouch(page, 1);
  await counting(page);
});
await check('a finger that stops half-way sends nothing', touch, async (page) => {
  await slideByTouch(page, 0.5);
  await page.waitForTimeout(200);
  assert.equal(await heading(page), '12 Maple Street');
});
await check('a tap sends nothing and opens nothing', touch, async (page) => {
  await thumb(page).tap();
  await page.waitForTimeout(HOLD_MS + 300);
  assert.equal(await page.getByRole('button', { name: 'Request police now' }).count(), 0);
  assert.equal(await heading(page), '12 Maple Street');
});
await check('a mouse slides past nine tenths and lets go', desktop, async (page) => {
  await slideByMouse(page, 0.94);
  await counting(page);
});
await check('a mouse that lets go before nine tenths sends nothing', desktop, async (page) => {
  await slideByMouse(page, 0.85);
  await page.waitForTimeout(200);
  assert.equal(await heading(page), '12 Maple Street');
});
await check('a mouse that presses the thumb for a second and a half sends', desktop, async (page) => {
  await thumb(page, 'Medical').hover();
  await page.mouse.down();
  await page.waitForTimeout(HOLD_MS + 100);
  await counting(page);
  await page.mouse.up();
});
for (const key of ['Space', 'Enter']) {
  await check(`${key} held on the thumb sends, and the key that is still down does not cancel`, desktop, async (page) => {
    await thumb(page, 'Fire').focus();
    await repeat(page, key, HOLD_MS + 500);
    await counting(page);
    await repeat(page, key, 300);
    await page.keyboard.up(key);
    await page.waitForTimeout(700);
    assert.match(await heading(page), /^Requesting the fire department in$/u);
    await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'Cancelled. Nobody was called.' }).waitFor({ timeout: 2_000 });
  });
}
await check('a key that is let go early sends nothing', desktop, async (page) => {
  await thumb(page).focus();
  await repeat(page, 'Space', 900);
  await page.keyboard.up('Space');
  await page.waitForTimeout(HOLD_MS);
  assert.equal(await heading(page), '12 Maple Street');
});
await check('a screen reader’s click asks once more, and Escape closes the sheet', desktop, async (page) => {
  await thumb(page).evaluate((node) => node.click());
  const confirm = page.getByRole('button', { name: 'Request police now' });
  assert.ok(await confirm.evaluate((node) => node === document.activeElement));
  await page.keyboard.press('Escape');
  await page.waitForTimeout(100);
  assert.equal(await page.locator('dialog').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'SOS');
});
await check('the focus stays in the sheet', desktop, async (page) => {
  for (let at = 0; at < 20; at += 1) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest('dialog')));
  }
});
await check('Escape cancels the countdown', desktop, async (page) => {
  await slideByMouse(page, 1);
  await counting(page);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Cancelled. Nobody was called.' }).waitFor({ timeout: 2_000 });
});
await check('the siren is held with the mouse, and a tap does nothing', desktop, async (page) => {
  const siren = await sirenOf(page);
  await siren.click();
  await page.getByText('Keep holding for a second and a half.').waitFor();
  await page.waitForTimeout(HOLD_MS + 300);
  assert.equal(await heading(page), '12 Maple Street');
  await siren.hover();
  await page.mouse.down();
  await page.waitForTimeout(HOLD_MS + 100);
  await page.getByRole('heading', { name: 'Siren sounds in' }).waitFor({ timeout: 2_000 });
  await page.mouse.up();
});
await check('the siren is called off when the mouse leaves it', desktop, async (page) => {
  const siren = await sirenOf(page);
  await siren.hover();
  await page.mouse.down();
  await page.mouse.move(5, 5, { steps: 5 });
  await page.waitForTimeout(HOLD_MS + 300);
  assert.equal(await heading(page), '12 Maple Street');
  await page.mouse.up();
});
await check('Space held on the siren sends, and the key that is still down does not cancel', desktop, async (page) => {
  await (await sirenOf(page)).focus();
  await repeat(page, 'Space', HOLD_MS + 800);
  assert.equal(await heading(page), 'Siren sounds in');
  await page.keyboard.up('Space');
  await page.waitForTimeout(300);
  assert.equal(await heading(page), 'Siren sounds in');
});
await check('the shield stands at the same place on dashboard and timeline', desktop, async (page) => {
  await page.keyboard.press('Escape');
  const shield = page.getByRole('button', { name: 'SOS', exact: true });
  const before = await shield.boundingBox();
  await page.locator('[data-incident]').first().click();
  await page.getByRole('heading', { name: 'Demo · Police requested' }).waitFor();
  assert.deepEqual(await shield.boundingBox(), before);
  assert.ok(before.width >= 64 && before.height >= 64);
});

await browser.close();
await new Promise((done) => server.httpServer.close(done));
process.exit(failed ? 1 : 0);

async function check(name, context, run) {
  const opened = await browser.newContext(context());
  const page = await opened.newPage();
  try {
    await page.goto(`${base}app.html?scenario=sheet`);
    await page.getByRole('button', { name: 'SOS', exact: true }).click();
    await thumb(page).waitFor();
    await run(page);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`FAILS ${name}: ${error.message}`);
  }
  await opened.close();
}

/** The sheet of a home with a base station. */
async function sirenOf(page) {
  await page.goto(`${base}app.html?scenario=siren-sheet`);
  await page.getByRole('button', { name: 'SOS', exact: true }).click();
  return page.locator('button[data-kind=siren_only]');
}

function touch() {
  return { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
}

function desktop() {
  return { viewport: { width: 1100, height: 760 } };
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
  for (let at = 0; at < ms; at += 50) {
    await page.keyboard.down(key);
    await page.waitForTimeout(45);
  }
}
