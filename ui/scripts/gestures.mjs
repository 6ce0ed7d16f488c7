// Knows the gestures that only a real browser can prove. Runs them in Chromium on the built files and
// the simulation; each in a window of its own, waiting for what has to come.
// Usage: npm run gestures -- [ONLY]    (first: npm run build)
import { open, together } from './browser.mjs';
import { HELP } from './gestures/help.mjs';
import { LIVE } from './gestures/live.mjs';
import { REORDER } from './gestures/reorder.mjs';
import { SETUP } from './gestures/setup.mjs';
import { SHEET } from './gestures/sheet.mjs';
import { THROUGH } from './gestures/through.mjs';

const ONLY = process.argv[2] ?? '';
const AT_ONCE = Number(process.env.AT_ONCE ?? 4);
/** How long something that has to come may take on a machine that is busy. */
const PATIENCE_MS = 15_000;

const checks = [...SHEET, ...SETUP, ...REORDER, ...THROUGH, ...HELP, ...LIVE].filter(({ name }) => name.includes(ONLY));
const { base, browser, end } = await open();
let failed = 0;

await together(checks, AT_ONCE, run);
await end();
const passed = checks.length - failed;
console.log('Touch, mouse and keyboard in a real browser');
console.log(`Tests  ${failed ? `${failed} failed | ` : ''}${passed} passed (${checks.length})`);
process.exit(failed || !passed ? 1 : 0);

async function run({ name, context, start, act }) {
  const opened = await browser.newContext({ ...context(), baseURL: base });
  opened.setDefaultTimeout(PATIENCE_MS);
  const page = await opened.newPage();
  try {
    await start(page);
    await act(page);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`FAILS ${name}: ${error.message}`);
  }
  await opened.close();
}
