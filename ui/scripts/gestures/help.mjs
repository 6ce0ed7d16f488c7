// Knows what only a real browser can prove of the help and the plans side by side: the keyboard, and what a width shows.
import assert from 'node:assert/strict';
import { go } from '../screens.mjs';
import { atHome, desktop, touch } from './starts.mjs';

export const HELP = [];
const check = (name, context, act) => HELP.push({ name, context, start: atHome('dashboard'), act });

check('a topic of the help is opened, followed and left by keyboard alone', desktop, async (page) => {
  await page.locator('[data-action="help"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-screen="help"]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
  const on = (selector) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const to = async (selector) => {
    for (let tabs = 0; tabs < 12 && !(await on(selector)); tabs += 1) await page.keyboard.press('Tab');
    assert.ok(await on(selector), `${selector} cannot be reached by Tab`);
  };
  await to('[data-opens="plans"] > summary');
  assert.equal(await page.locator('[data-action="help-compare"]').isVisible(), false);
  await page.keyboard.press('Space');
  await to('[data-action="help-compare"]');
  await page.keyboard.press('Enter');
  await page.locator('[data-screen="compare"]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
});
check('the plans stand in a table on a desktop', desktop, async (page) => {
  await go(page, 'compare');
  await page.getByRole('columnheader', { name: 'Pro' }).waitFor();
  assert.equal(await page.getByRole('rowheader').count(), 7);
  assert.equal(await page.locator('[data-card="pro"]').isVisible(), false);
});
check('the plans stand in cards on a phone', touch, async (page) => {
  await go(page, 'compare');
  await page.getByRole('article', { name: /^Pro/u }).waitFor();
  assert.equal(await page.locator('table').isVisible(), false);
  assert.equal(await page.getByRole('table').count(), 0);
});
