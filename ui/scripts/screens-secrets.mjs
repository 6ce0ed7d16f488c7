// Knows the screens of passwords and codes, and how a person gets there.

const go = (page, action) => page.locator(`[data-action="${action}"]`).first().click();
const type = (page, name, text) => page.locator(`input[name="${name}"]`).fill(text);
const secrets = async (page) => {
  await go(page, 'secrets');
  await page.locator('[data-pair="codes"]').waitFor();
};
const chooseCodes = async (page) => {
  await secrets(page);
  await go(page, 'choose-codes');
  await type(page, 'code', '4829');
  await type(page, 'duress_code', '730415');
};
const weakCodes = async (page) => {
  await chooseCodes(page);
  await go(page, 'keep-codes');
  await page.locator('[data-problem="code"]').waitFor();
};
const keptCodes = async (page) => {
  await chooseCodes(page);
  await type(page, 'code', '482916');
  await go(page, 'keep-codes');
  await page.locator('[data-result]').waitFor();
};
const tryPassword = async (page) => {
  await secrets(page);
  await go(page, 'test-passwords');
  await type(page, 'typed', 'sundown');
  await type(page, 'code_now', '482916');
  await go(page, 'try-passwords');
  await page.locator('[data-result]').waitFor();
};
const changeWithCode = async (page) => {
  await go(page, 'change-home');
  await page.locator('input[name="code_now"]').waitFor();
  await page.locator('input[name="code_now"]').scrollIntoViewIfNeeded();
};

const hears = async (page) => {
  await go(page, 'readiness');
  await go(page, 'hears');
  await page.locator('[data-hears]').scrollIntoViewIfNeeded();
};
const leave = async (page) => {
  await go(page, 'household');
  await go(page, 'leave-home');
};
const codedCancel = async (page) => {
  await secrets(page);
  await go(page, 'cancel-code');
  await page.locator('[data-cancel-code]').scrollIntoViewIfNeeded();
};

export const SECRETS = [
  { name: 'counting-code' },
  { name: 'counting-code-refused' },
  { name: 'waiting-code', act: (page) => go(page, 'withdraw') },
  { name: 'secrets-cancel-code', scenario: 'dashboard-coded', act: codedCancel },
  { name: 'readiness-hears', scenario: 'dashboard', act: hears },
  { name: 'dashboard-operated' },
  { name: 'household-leave', scenario: 'dashboard-joined', act: leave },
  { name: 'secrets', scenario: 'home', act: secrets },
  { name: 'secrets-demo', scenario: 'dashboard', act: secrets },
  { name: 'secrets-choosing', scenario: 'home', act: chooseCodes },
  { name: 'secrets-weak', scenario: 'home', act: weakCodes },
  { name: 'secrets-kept', scenario: 'home', act: keptCodes },
  { name: 'secrets-tried', scenario: 'dashboard', act: tryPassword },
  { name: 'home-changing-with-code', scenario: 'home-coded', act: changeWithCode },
];
