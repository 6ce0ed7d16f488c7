// Knows what only a real browser can prove of setting a home up: the keyboard's whole way, and that
// what takes the focus is in sight.
import assert from 'node:assert/strict';
import { go, onwards, toPassword, type } from '../screens.mjs';
import { atHome, atWelcome, desktop, touch } from './starts.mjs';

export const SETUP = [];
const check = (name, context, start, act) => SETUP.push({ name, context, start, act });

const focused = (page, attribute) => page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute);

check('a home is set up by keyboard alone', desktop, atWelcome, async (page) => {
  const write = (text) => page.keyboard.type(text);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const arrived = async (step) => {
    await page.locator(`[data-step="${step}"]`).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
  };
  await page.getByRole('button', { name: 'Set up my home' }).focus();
  await press('Enter');
  await arrived('address');
  await press('Tab');
  await write('48 Juniper Lane');
  await press('Tab');
  await write('Duluth');
  await press('Tab', 'ArrowRight', 'ArrowLeft', 'Tab');
  await write('Minn');
  await press('Tab');
  await write('55802');
  await press('Enter');
  await arrived('devices');
  await press('Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Enter');
  assert.equal(await page.locator('[data-counter="compatible"] output').textContent(), '1');
  await go(page, 'next');
  await arrived('contacts');
  await press('Tab', 'Tab', 'Tab', 'Tab');
  await write('Lena Olsen');
  await press('Tab');
  await write('(218) 555-0141');
  await press('Tab', 'Tab', 'Tab', 'Tab');
  await write('Tom Olsen');
  await press('Tab');
  await write('(218) 555-0142');
  await press('Tab');
  while (!(await page.locator('input[name="contacts_agree"]').evaluate((box) => box === document.activeElement))) await press('Tab');
  await press('Space', 'Enter');
  await arrived('password');
  await press('Tab');
  await write('juniper');
  await press('Enter');
  await arrived('plan');
  await press('Tab', 'Tab', 'ArrowUp', 'ArrowUp');
  assert.ok(await page.locator('input[value="professional"]').isChecked());
  await press('Enter');
  await arrived('finish');
  await page.locator('[data-verdict="sos"][data-works="true"]').waitFor();
  await page.locator('[data-action="finish"]').focus();
  await press('Enter');
  await page.getByRole('heading', { name: '48 Juniper Lane', exact: true }).waitFor();
});
check('the first problem takes the focus, in sight and not under the title', touch, atWelcome, async (page) => {
  await toPassword(page);
  await go(page, 'back');
  await go(page, 'add-contact');
  await type(page, 'contact_name_2', 'Grace Abara');
  await go(page, 'next');
  await page.locator('[data-problem="contact_phone"]').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'contact_phone_2');
  await inSight(page);
});
check('a reason leads to its question, in sight and with the focus, from the sheet too', touch, atHome('home-ineligible'), async (page) => {
  await page.locator('[data-reason="self_monitored"] [data-action="mend"]').tap();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'monitoring');
  await inSight(page);
  await page.getByRole('button', { name: 'SOS', exact: true }).tap();
  await page.getByRole('button', { name: 'Change this home' }).tap();
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'plan');
  await inSight(page);
});
check('a contact moves with the keyboard, and the focus moves with it', desktop, atWelcome, async (page) => {
  await toPassword(page);
  await go(page, 'back');
  await page.getByRole('button', { name: 'Move down: first contact' }).focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move down: second contact');
  assert.equal(await page.locator('input[name="contact_name_0"]').inputValue(), 'Tom Olsen');
  await onwards(page, 'password');
});
check('Escape on the sheet over a home that is being changed leaves what was typed', desktop, atHome('home'), async (page) => {
  await go(page, 'change-home');
  await page.locator('[data-edit="address"]').click();
  await type(page, 'city', 'Superior');
  await page.getByRole('button', { name: 'SOS', exact: true }).click();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('input[name="city"]').inputValue(), 'Superior');
  assert.equal(await focused(page, 'aria-label'), 'SOS');
});

/** What has the focus stands below the title that stays, and above the lower edge. */
async function inSight(page) {
  const { top, bottom, title, edge } = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    const { bottom: title } = document.querySelector('main header').getBoundingClientRect();
    return { top: box.top, bottom: box.bottom, title, edge: innerHeight };
  });
  assert.ok(top >= title && bottom <= edge, `from ${top} to ${bottom}, between ${title} and ${edge}`);
}
