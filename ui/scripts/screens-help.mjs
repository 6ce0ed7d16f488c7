// Knows the screens of the help, the plans side by side, who runs the station, and a contact that is dragged; and how a
// person gets there.

const press = (page, action) => page.locator(`[data-action="${action}"]`).first().click();
const help = async (page) => {
  await press(page, 'help');
  await page.locator('[data-screen="help"]').waitFor();
};
const opened = (...names) => async (page) => {
  await help(page);
  for (const name of names) await page.locator(`[data-opens="${name}"] > summary`).click();
  await page.locator(`[data-opens="${names[0]}"]`).evaluate((piece) => piece.scrollIntoView({ block: 'center' }));
};
const all = async (page) => {
  await help(page);
  for (const summary of await page.locator('summary').all()) await summary.click();
};
const show911 = async (page) => {
  await help(page);
  await page.getByRole('button', { name: 'Call 911 yourself' }).click();
};
const compare = async (page) => {
  await press(page, 'compare');
  await page.locator('[data-screen="compare"]').waitFor();
};
const operator = (page) => page.locator('[data-operator]').evaluate((card) => card.scrollIntoView({ block: 'center' }));
const joined = async (page) => {
  await press(page, 'join-home');
  await page.locator('input[name="pairing_code"]').fill('7K3M-92QX-HT4W');
  await page.locator('input[name="pairing_address"]').fill('192.168.1.20:47100');
  await press(page, 'join');
  await page.locator('[data-operator="elsewhere"]').waitFor();
  await operator(page);
};
const dragging = async (page) => {
  await press(page, 'change-home');
  await page.locator('[data-edit="contacts"]').click();
  const handle = page.locator('[data-action="reorder"]').first();
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  await page.mouse.move(box.x + 24, box.y + 24);
  await page.mouse.down();
  await page.mouse.move(box.x + 24, box.y + 150, { steps: 6 });
  await page.locator('li.held').waitFor();
};

export const HELP = [
  { name: 'help', scenario: 'dashboard', act: help },
  { name: 'help-own', scenario: 'home', act: help },
  { name: 'help-911', scenario: 'dashboard', act: show911 },
  { name: 'help-process', scenario: 'dashboard', act: opened('process') },
  { name: 'help-duress', scenario: 'home', act: opened('duress') },
  { name: 'help-video', scenario: 'dashboard', act: opened('video', 'business') },
  { name: 'help-questions', scenario: 'dashboard', act: opened('cancel', 'phone-breaks') },
  { name: 'help-all', scenario: 'dashboard', act: all },
  { name: 'help-compare', scenario: 'dashboard', act: compare },
  { name: 'help-compare-self-monitored', scenario: 'home-ineligible', act: compare },
  { name: 'help-operator', scenario: 'dashboard', act: operator },
  { name: 'help-operator-elsewhere', scenario: 'welcome', act: joined },
  { name: 'setup-contacts-dragging', scenario: 'home', act: dragging },
];
