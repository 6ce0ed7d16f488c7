// Knows what only a real browser can prove of Live View: where the shield, the words and the controls stand, whatever
// the camera does.
import assert from 'node:assert/strict';
import { enlarge } from '../browser.mjs';
import { desktop, touch } from './starts.mjs';

export const LIVE = [];
const check = (name, context, act) => LIVE.push({ name, context, start: async () => {}, act });

const STATES = ['live', 'live-pictures', 'live-plain', 'live-unplayable', 'live-stopped', 'live-refused', 'live-connecting', 'live-not-compatible'];
const SHIELD = 'header button';
const CONTROLS = '.controls';

async function look(page, scenario, language = 'en') {
  await page.goto(`app.html?scenario=${scenario}&lang=${language}`);
  await page.locator('[data-action="live"]').click();
  await page.locator('[data-live]').first().waitFor();
  const at = { 'live-connecting': 'connecting', 'live-stopped': 'stopped', 'live-refused': 'stopped', 'live-unplayable': 'unplayable' }[scenario] ?? 'playing';
  await page.locator(`[data-live=${at}]`).first().waitFor();
}

const boxOf = (page, selector) => page.locator(selector).first().boundingBox();

/** Each of them wholly in the next one that holds it, and none over another. */
async function expectApart(page, selectors, within) {
  const boxes = [];
  for (const selector of selectors) {
    if (await page.locator(selector).count()) boxes.push({ selector, ...(await boxOf(page, selector)) });
  }
  const outer = within && (await boxOf(page, within));
  for (const one of boxes) {
    if (outer) assert.ok(one.y >= outer.y - 1 && one.y + one.height <= outer.y + outer.height + 1, `${one.selector} is cut off`);
    for (const other of boxes) {
      const lie = one.y + one.height > other.y + 1 && other.y + other.height > one.y + 1 && one.x + one.width > other.x + 1 && other.x + other.width > one.x + 1;
      assert.ok(one === other || !lie, `${one.selector} lies over ${other.selector}`);
    }
  }
}

for (const [window, context] of [['phone', touch], ['desktop', desktop]]) {
  check(`the controls of a picture keep their place whatever the camera does, in each language, on a ${window}`, context, async (page) => {
    for (const language of ['en', 'es', 'fr-CA']) {
      const places = [];
      for (const scenario of STATES) {
        await look(page, scenario, language);
        const { y } = await boxOf(page, CONTROLS);
        places.push(Math.round(y));
      }
      assert.deepEqual(places, STATES.map(() => places[0]), language);
    }
  });

  check(`no word over a picture is cut off or lies over another, also at twice the size, on a ${window}`, context, async (page) => {
    for (const scenario of [...STATES, 'live-grid']) {
      await look(page, scenario);
      for (const size of ['100%', '200%']) {
        await enlarge(page, size);
        for (const camera of await page.locator('[data-camera]').evaluateAll((frames) => frames.map((frame) => frame.dataset.camera))) {
          const frame = `[data-camera="${camera}"]`;
          await expectApart(page, ['.not', '.single', '.said', '.name'].map((words) => `${frame} ${words}`), frame);
        }
      }
    }
  });

  check(`the shield stays where it is when a picture fills the window, over nothing else, on a ${window}`, context, async (page) => {
    for (const scenario of STATES) {
      await look(page, scenario);
      const before = await boxOf(page, SHIELD);
      await page.locator('[data-action="live-fill"]').click();
      await page.locator('.full [data-live]').waitFor();
      assert.deepEqual(await boxOf(page, SHIELD), before, scenario);
      await expectApart(page, [SHIELD, 'header .words', '.not', '.single', '.said', '.name', CONTROLS]);
      await page.getByRole('button', { name: 'SOS', exact: true }).click();
      await page.getByRole('dialog').waitFor();
    }
  });
}

check('a picture that fills the window is saved, and it says where', desktop, async (page) => {
  await look(page, 'live');
  await page.waitForFunction(() => document.querySelector('video').videoWidth > 0);
  await page.locator('[data-action="live-fill"]').click();
  await page.locator('[data-action="live-save"]').click();
  const said = page.locator('.one > [role=status]:not(:empty)');
  await said.waitFor();
  const isSeen = await said.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });
  assert.ok(isSeen, 'it is behind the picture');
});

const top = async (page, selector) => Math.round((await boxOf(page, selector)).y + (await page.evaluate(() => scrollY)));

check('a camera is looked for, chosen and connected by the keyboard alone, and nothing moves that was pressed', desktop, async (page) => {
  await page.goto('app.html?scenario=live-new');
  await page.locator('[data-action="live"]').click();
  const looks = page.locator('[data-action="look-for-cameras"]');
  const before = await top(page, '[data-action="look-for-cameras"]');
  await looks.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('[data-list=found]'));
  assert.equal(await top(page, '[data-action="look-for-cameras"]'), before, 'the button has moved');
  await page.keyboard.press('Tab');
  const found = await top(page, '[data-found="1"]');
  await page.keyboard.press('Enter');
  await page.locator('[data-chosen]').waitFor();
  assert.equal(await top(page, '[data-found="1"]'), found, 'what was chosen has moved');
  await page.locator('input[name=camera_user]').focus();
  await page.keyboard.type('ana');
  await page.keyboard.press('Enter');
  await page.locator('[data-live=playing]').waitFor();
  await page.waitForFunction(() => document.querySelector('video').videoWidth > 0);
});

check('pictures of a camera are drawn one after the other, are live for as long as they come, and one is saved', desktop, async (page) => {
  await look(page, 'live-pictures');
  await page.locator('canvas.covered').waitFor();
  const seen = () => page.locator('canvas.covered').evaluate((canvas) => canvas.toDataURL());
  const first = await seen();
  await page.waitForFunction((before) => document.querySelector('canvas').toDataURL() !== before, first);
  await page.waitForTimeout(4_000);
  assert.equal(await page.locator('.badge').textContent(), 'Live');
  await page.locator('[data-action="live-save"]').click();
  await page.locator('.one > [role=status]:not(:empty)').waitFor();
  assert.match(await page.locator('.one > [role=status]').textContent(), /^Saved as /u);
});

check('a video that goes on stays live', desktop, async (page) => {
  await look(page, 'live');
  await page.waitForTimeout(5_000);
  assert.equal(await page.locator('.badge').textContent(), 'Live');
});

check('a window that takes no streams shows the single pictures of a camera, and says so', desktop, async (page) => {
  await page.addInitScript(() => {
    delete window.MediaSource;
    delete window.ManagedMediaSource;
  });
  await look(page, 'live-plain');
  await page.locator('[data-plain]').waitFor();
  assert.ok(await page.locator('canvas.covered').isVisible());
});
