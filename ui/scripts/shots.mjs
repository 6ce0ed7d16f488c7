// Knows how every screen looks: a picture of each, light and dark, phone and desktop, also at 200 %
// text. Fails on what may never be found on one (browser.mjs).
// Usage: npm run shots -- [FOLDER] [ONLY]    (first: npm run build)
import { mkdir } from 'node:fs/promises';
import { enlarge, listen, open, overflow, still, together, violations } from './browser.mjs';
import { SCREENS } from './screens.mjs';

const FOLDER = process.argv[2] ?? '/tmp/w/shots';
const ONLY = process.argv[3] ?? '';
const AT_ONCE = Number(process.env.AT_ONCE ?? 3);
const LOOKS = [
  { look: 'phone-light', width: 390, height: 844, scheme: 'light' },
  { look: 'phone-dark', width: 390, height: 844, scheme: 'dark' },
  { look: 'desktop-light', width: 1100, height: 760, scheme: 'light' },
  { look: 'desktop-dark', width: 1100, height: 760, scheme: 'dark' },
  { look: 'phone-200', width: 390, height: 844, scheme: 'light', text: '200%' },
  { look: 'desktop-200', width: 1100, height: 760, scheme: 'dark', text: '200%' },
];

const screens = SCREENS.filter(({ name }) => name.includes(ONLY));
const { base, browser, end } = await open();
const failures = [];
let taken = 0;

for (const look of LOOKS) {
  await mkdir(`${FOLDER}/${look.look}`, { recursive: true });
  const context = await still(browser, look);
  await together(screens, AT_ONCE, (screen) => shoot(context, look, screen));
  await context.close();
}

await end();
for (const failure of failures) console.error(failure);
console.log(`${taken} pictures of ${screens.length} screens in ${FOLDER}, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);

async function shoot(context, { look, text }, { name, url, act }) {
  const where = `${look}/${name}`;
  const page = await context.newPage();
  const found = (what) => failures.push(`${where}: ${what}`);
  listen(page, found);
  try {
    await page.goto(base + url);
    await page.locator('h1').first().waitFor();
    if (text) await enlarge(page, text);
    await act?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${FOLDER}/${where}.png` });
    taken += 1;
    for (const what of [...(await overflow(page)), ...(await violations(page))]) found(what);
  } catch (error) {
    found(error.message);
  }
  await page.close();
}
