// Knows how the built files are served under the window's own policy and opened in Chromium, and what
// may never be found on a screen: an axe violation, a sideways overflow, a page error, a breach of the policy.
import axe from 'axe-core';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { unbound } from './screens-language.mjs';

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
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A server of the built files and a browser; `end` closes both. */
export async function open() {
  const server = await preview({ preview: { port: 0, strictPort: false }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: program(), args: ARGS });
  const end = async () => {
    await browser.close();
    await new Promise((done) => server.httpServer.close(done));
  };
  return { base: server.resolvedUrls.local[0], browser, end };
}

/** `$CHROMIUM`, or the first that the path knows. */
function program() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (!found) throw new Error(`no browser: install one of ${NAMES.join(', ')}, or name it in CHROMIUM`);
  return found;
}

/** A window without motion. Tauri freezes the prototype in the real one. */
export async function still(browser, { width, height, scheme, timezoneId }) {
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, colorScheme: scheme, reducedMotion: 'reduce', deviceScaleFactor: 1, timezoneId });
  await context.addInitScript(() => Object.freeze(Object.prototype));
  await context.addInitScript(axe.source);
  await unbound(context);
  return context;
}

/** Calls `found` for each error of the page itself. */
export function listen(page, found) {
  page.on('pageerror', (error) => found(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) found(message.text());
  });
}

export const enlarge = (page, size) => page.evaluate((value) => (document.documentElement.style.fontSize = value), size);

/** Works through a list, some at a time. */
export async function together(items, atOnce, work) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Nothing may need sideways scrolling or be cut off at the side. */
export async function overflow(page) {
  const found = await page.evaluate(() => {
    const wide = (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
    const outside = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
    };
    // A typed line scrolls inside its own field.
    return [...document.querySelectorAll('main, dialog, dialog *, main *, p, h1')]
      .filter((element) => !element.closest('svg, input, .unseen, .arrows'))
      .filter((element) => wide(element) || outside(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 40)}`);
  });
  return found.map((what) => `too wide: ${what}`);
}

/** What axe finds: everything, or by the named rules alone. */
export async function violations(page, rules) {
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: AXE_TAGS };
  const { violations: found } = await page.evaluate((only) => window.axe.run(document, { runOnly: only }), runOnly);
  return found.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
