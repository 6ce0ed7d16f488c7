// Knows every screen of both pages. Opens each in Chromium on the built files under the window's own
// policy, light and dark, phone and desktop, also at 200 % text; takes a picture, and fails on an axe
// violation, on a sideways overflow, on a page error and on a breach of the policy.
// Usage: npm run shots -- [FOLDER] [ONLY]    (first: npm run build)
import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const FOLDER = process.argv[2] ?? '/tmp/w/shots';
const ONLY = process.argv[3] ?? '';
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const AT_ONCE = Number(process.env.AT_ONCE ?? 3);
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1400,1200',
];

const openSheet = (page) => page.getByRole('button', { name: 'SOS', exact: true }).click();
const toSpeakers = (page) => page.getByText('through this computer').scrollIntoViewIfNeeded();
const ask = async (page) => {
  await openSheet(page);
  await page.getByRole('button', { name: 'Police', exact: true }).evaluate((thumb) => thumb.click());
};
const show911 = async (page) => {
  await openSheet(page);
  await page.getByRole('button', { name: 'Call 911 yourself' }).click();
};
const refuse = async (page) => {
  await ask(page);
  await page.getByRole('button', { name: 'Request police now' }).click();
};

const askSiren = async (page) => {
  await openSheet(page);
  await page.locator('button[data-kind=siren_only]').evaluate((button) => button.click());
};
const tapSiren = async (page) => {
  await openSheet(page);
  await page.locator('button[data-kind=siren_only]').click();
};
const holdSiren = async (page) => {
  await openSheet(page);
  await page.locator('button[data-kind=siren_only]').hover();
  await page.mouse.down();
  await page.waitForTimeout(600);
};

const APP = [
  { name: 'welcome' },
  { name: 'welcome-starting' },
  { name: 'welcome-failed', query: 'fail=start_demo', act: (page) => page.getByRole('button', { name: 'Try it' }).click() },
  { name: 'dashboard' },
  { name: 'dashboard-siren' },
  { name: 'dashboard-empty' },
  { name: 'dashboard-troubled' },
  { name: 'dashboard-first' },
  { name: 'dashboard-speakers', act: toSpeakers },
  { name: 'dashboard-no-audio', act: toSpeakers },
  { name: 'dashboard-happening' },
  { name: 'sheet', act: openSheet },
  { name: 'sheet-first', act: openSheet },
  { name: 'sheet-ineligible', act: openSheet },
  { name: 'sheet-unreachable', act: openSheet },
  { name: 'sheet-911', act: show911 },
  { name: 'sheet-asking', scenario: 'sheet', act: ask },
  { name: 'sheet-refused', query: 'fail=slide', act: refuse },
  { name: 'counting' },
  { name: 'counting-elsewhere' },
  { name: 'counting-unheld' },
  { name: 'counting-sending' },
  { name: 'committing' },
  { name: 'committing-held' },
  { name: 'unreachable' },
  { name: 'cancelling' },
  { name: 'cancelling-unreachable' },
  { name: 'asking' },
  { name: 'waiting' },
  { name: 'too-old' },
  { name: 'cancelled' },
  { name: 'refused' },
  { name: 'timeline-waiting' },
  { name: 'timeline-calling' },
  { name: 'timeline-answered' },
  { name: 'timeline-requesting' },
  { name: 'timeline-requested' },
  { name: 'timeline-unconfirmed' },
  { name: 'timeline-cancelled-by-contact' },
  { name: 'timeline-too-late' },
  { name: 'siren-sheet', act: openSheet },
  { name: 'siren-sheet-asking', scenario: 'siren-sheet', act: askSiren },
  { name: 'siren-sheet-tapped', scenario: 'siren-sheet', act: tapSiren },
  { name: 'siren-sheet-holding', scenario: 'siren-sheet', query: 'fail=slide', act: holdSiren },
  { name: 'siren-counting' },
  { name: 'siren-committing' },
  { name: 'siren-waiting' },
  { name: 'siren-cancelled' },
  { name: 'siren-waiting-for-news' },
  { name: 'siren-ordered' },
  { name: 'siren-sounding' },
  { name: 'siren-silencing' },
  { name: 'siren-silent' },
  { name: 'siren-police' },
  { name: 'siren-police-silencing' },
  { name: 'siren-announced' },
  { name: 'siren-password' },
  { name: 'leaving-held' },
  { name: 'leaving-unheld' },
  { name: 'leaving-cancelling' },
  { name: 'leaving-calling' },
  { name: 'leaving-siren' },
];
const BOARD = ['idle', 'dialing', 'ringing', 'prove', 'password', 'deciding', 'telling', 'siren', 'siren-silent', 'reconnecting', 'used'];

const screens = [
  ...APP.map(({ name, scenario = name, query = '', act }) => ({ name, act, url: `app.html?scenario=${scenario}&${query}` })),
  ...BOARD.map((name) => ({ name: `board-${name}`, url: `board.html?scenario=${name}` })),
].filter(({ name }) => name.includes(ONLY));

const LOOKS = [
  { look: 'phone-light', width: 390, height: 844, scheme: 'light' },
  { look: 'phone-dark', width: 390, height: 844, scheme: 'dark' },
  { look: 'desktop-light', width: 1100, height: 760, scheme: 'light' },
  { look: 'desktop-dark', width: 1100, height: 760, scheme: 'dark' },
  { look: 'phone-200', width: 390, height: 844, scheme: 'light', text: '200%' },
  { look: 'desktop-200', width: 1100, height: 760, scheme: 'dark', text: '200%' },
];

const server = await preview({ preview: { port: 0, strictPort: false }, logLevel: 'error' });
const base = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
const failures = [];
let taken = 0;

for (const look of LOOKS) {
  await mkdir(`${FOLDER}/${look.look}`, { recursive: true });
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
  });
  // Tauri freezes the prototype in the real window.
  await context.addInitScript(() => Object.freeze(Object.prototype));
  const queue = [...screens];
  const worker = async () => {
    for (let screen = queue.shift(); screen; screen = queue.shift()) await shoot(context, look, screen);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await context.close();
}

await browser.close();
await new Promise((done) => server.httpServer.close(done));
for (const failure of failures) console.error(failure);
console.log(`${taken} pictures of ${screens.length} screens in ${FOLDER}, ${failures.length} failures`);
process.exit(failures.length ? 1 : 0);

async function shoot(context, { look, text }, { name, url, act }) {
  const where = `${look}/${name}`;
  const page = await context.newPage();
  page.on('pageerror', (error) => failures.push(`${where}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) failures.push(`${where}: ${message.text()}`);
  });
  try {
    await page.goto(base + url);
    await page.locator('h1').first().waitFor();
    if (text) await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
    await act?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${FOLDER}/${where}.png` });
    taken += 1;
    failures.push(...(await overflow(page)).map((what) => `${where}: too wide: ${what}`));
    failures.push(...(await violations(page)).map((what) => `${where}: ${what}`));
  } catch (error) {
    failures.push(`${where}: ${error.message}`);
  }
  await page.close();
}

/** Nothing may need sideways scrolling or be cut off at the side. */
function overflow(page) {
  return page.evaluate(() => {
    const wide = (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
    const outside = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
    };
    return [...document.querySelectorAll('main, dialog, dialog *, main *, p, h1')]
      .filter((element) => !element.closest('svg, .unseen, .arrows'))
      .filter((element) => wide(element) || outside(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 40)}`);
  });
}

async function violations(page) {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations: found } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  return found.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
