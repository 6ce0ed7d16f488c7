// Knows what only a real browser can prove of the way through Do Not Disturb: the keyboard's whole way.
import assert from 'node:assert/strict';
import { atHome, desktop } from './starts.mjs';

export const THROUGH = [];
const check = (name, context, start, act) => THROUGH.push({ name, context, start, act });

const focused = (page, attribute) => page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute);

check('the way through Do Not Disturb is gone by keyboard alone', desktop, atHome('through'), async (page) => {
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const to = async (action) => {
    for (let tabs = 0; tabs < 12 && (await focused(page, 'data-action')) !== action; tabs += 1) await press('Tab');
    assert.equal(await focused(page, 'data-action'), action);
  };
  await page.locator('[data-action="through"]').focus();
  await press('Enter');
  await page.locator('[data-action="copy-number"]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
  await to('save-card');
  await press('Enter');
  await page.getByText('Saved: ').waitFor();
  await to('save-card-4');
  await press('Tab');
  assert.equal(await focused(page, 'value'), 'iphone');
  await press('ArrowRight');
  await page.locator('[data-guide="android"]').waitFor();
  await to('try-alerts');
  await press('Enter');
  await page.getByText('Did you see it?').waitFor();
  await press('Shift+Tab');
  assert.equal(await focused(page, 'data-action'), 'alert-unseen');
  await press('Enter');
  await page.getByText('You said you did not see it').waitFor();
  assert.equal(await focused(page, 'role'), 'status');
  await press('Tab');
  assert.equal(await focused(page, 'value'), 'gnome');
});
