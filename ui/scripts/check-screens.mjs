// Knows that every screen is fit for everybody: on a phone and on a desktop, light and dark, at 200 %
// text, nothing of what may never be found on one is found (browser.mjs). Takes no picture.
// Usage: npm run screens -- [ONLY]    (first: npm run build)
import { enlarge, listen, open, overflow, still, violations } from './browser.mjs';
import { SCREENS } from './screens.mjs';

const ONLY = process.argv[2] ?? '';
const AT_ONCE = Number(process.env.AT_ONCE ?? 3);
const WINDOWS = [
  { window: 'phone', width: 390, height: 844, scheme: 'light' },
  { window: 'desktop', width: 1100, height: 760, scheme: 'light' },
];
/** What a darker page can break. */
const BY_COLOUR = ['color-contrast'];
/** What larger text can break besides. */
const BY_SIZE = ['color-contrast', 'scrollable-region-focusable', 'target-size'];

const screens = SCREENS.filter(({ name }) => name.includes(ONLY));
const { base, browser, end } = await open();
const failed = new Set();
let passed = 0;

for (const window of WINDOWS) {
  const context = await still(browser, window);
  const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => context.newPage()));
  const queue = [...screens];
  await Promise.all(pages.map((page) => work(page, window.window, queue)));
  await context.close();
}

await end();
console.log(`${screens.length} screens, each on a phone and a desktop, light, dark and at 200 % text: axe, overflow, page errors, policy`);
console.log(`Tests  ${failed.size ? `${failed.size} failed | ` : ''}${passed} passed (${passed + failed.size})`);
process.exit(failed.size || !passed ? 1 : 0);

/** One page works through the screens: opening a further one each time takes longer than the check. */
async function work(page, window, queue) {
  let where = '';
  const found = (look, what) => {
    failed.add(where);
    console.error(`FAILS ${where}, ${look}: ${what}`);
  };
  listen(page, (what) => found('page', what));
  for (let screen = queue.shift(); screen; screen = queue.shift()) {
    where = `${window}/${screen.name}`;
    await check(page, screen, found);
    if (!failed.has(where)) passed += 1;
  }
}

async function check(page, { url, act }, found) {
  try {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(base + url);
    await page.locator('h1').first().waitFor();
    await act?.(page);
    await page.evaluate(() => document.fonts.ready);
    for (const what of [...(await overflow(page)), ...(await violations(page))]) found('light', what);
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const what of await violations(page, BY_COLOUR)) found('dark', what);
    await enlarge(page, '200%');
    for (const what of [...(await overflow(page)), ...(await violations(page, BY_SIZE))]) found('200 %', what);
  } catch (error) {
    found('page', error.message);
  }
}
