// Knows how the pictures of the documents are taken: each screen of the list in the simulation, with the same time of day
// each time, as a small PNG in docs/screenshots; and writes docs/screens.md, which shows them.
// Usage: npm run pictures -- [ONLY | --page]    (first: npm run build; with --page it takes none)
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { listen, open, still, together } from './browser.mjs';
import { fewColours } from './few-colours.mjs';
import { FOLDER, LOOKS, MOST_BYTES, PAGE, PICTURES, amiss, page as written } from './pictures-index.mjs';
import { SCREENS } from './screens.mjs';

const ONLY = process.argv[2] ?? '';
const AT_ONCE = Number(process.env.AT_ONCE ?? 3);
const TALLEST = 2000;
/** A few minutes after what the simulation tells of. */
const NOW = new Date('2026-01-15T22:51:30-06:00');
const PLACE = 'America/Chicago';

const failures = [];
await mkdir(FOLDER, { recursive: true });
const taken = ONLY === '--page' ? 0 : await takeAll(PICTURES.filter(({ screen }) => screen.name.includes(ONLY)));
const expected = PICTURES.map(({ file }) => file);
for (const file of await readdir(FOLDER)) if (!expected.includes(file)) await rm(new URL(file, FOLDER));
await writeFile(PAGE, written());

const files = await readdir(FOLDER);
const sizes = await Promise.all(files.map(async (file) => (await stat(new URL(file, FOLDER))).size));
const bytes = sizes.reduce((sum, size) => sum + size, 0);
failures.push(...amiss(SCREENS.map(({ name }) => name), files, written()));
if (bytes > MOST_BYTES) failures.push(`${bytes} bytes are more than ${MOST_BYTES}`);
for (const failure of failures) console.error(failure);
console.log(`${taken} pictures taken, ${files.length} in docs/screenshots, ${(bytes / 1e6).toFixed(2)} MB, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);

async function takeAll(pictures) {
  const { base, browser, end } = await open();
  const blank = await browser.newPage();
  for (const look of LOOKS) {
    const context = await still(browser, { ...look, timezoneId: PLACE });
    await context.clock.setFixedTime(NOW);
    const ofLook = pictures.filter((picture) => picture.look === look);
    await together(ofLook, AT_ONCE, (picture) => take({ context, base, blank }, picture));
    await context.close();
  }
  await end();
  return pictures.length;
}

async function take({ context, base, blank }, { screen, look, file }) {
  const page = await context.newPage();
  listen(page, (what) => failures.push(`${file}: ${what}`));
  try {
    const { url, act } = SCREENS.find(({ name }) => name === screen.name);
    await page.goto(base + url);
    await page.locator('h1').first().waitFor();
    await act?.(page);
    await page.evaluate(() => document.fonts.ready);
    if (look.height > look.width) await grow(page, look, screen.long && look.scheme === 'light');
    await writeFile(new URL(file, FOLDER), await fewColours(blank, await settled(page)));
  } catch (error) {
    failures.push(`${file}: ${error.message}`);
  }
  await page.close();
}

/** Makes the window as high as what it shows. What is too long stays as a phone shows it, unless its upper part is wanted. */
async function grow(page, { width, height }, long) {
  const needed = height + (await page.evaluate(hidden));
  if (needed === height || (needed > TALLEST && !long)) return;
  await page.setViewportSize({ width, height: Math.min(needed, TALLEST) });
  await page.evaluate(toTop);
}

/** The first picture after a change of size can be torn; one that is like the one before is not. A countdown never rests. */
async function settled(page) {
  let before = await page.screenshot();
  for (let tries = 0; tries < 4; tries += 1) {
    await page.waitForTimeout(100);
    const now = await page.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}

/** Runs in the page: how much of what scrolls is not seen. */
function hidden() {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const within = dialog ? [dialog, ...dialog.querySelectorAll('*')] : [document.scrollingElement, ...document.querySelectorAll('body *')];
  const scrolls = (element) => element === document.scrollingElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
  return Math.max(0, ...within.filter(scrolls).map((element) => element.scrollHeight - element.clientHeight));
}

/** Runs in the page. */
function toTop() {
  for (const element of [document.scrollingElement, ...document.querySelectorAll('main, dialog, dialog *')]) element.scrollTop = 0;
}
