// Knows the screens of the history, and how a person gets there.

const press = (page, action) => page.locator(`[data-action="${action}"]`).first().click();
const history = async (page) => {
  await press(page, 'history');
  await page.locator('[data-screen="history"] [role="status"]').first().waitFor();
  await page.locator('[aria-busy="false"]').waitFor();
};
const choose = (value) => async (page) => {
  await history(page);
  await page.locator(`input[value="${value}"]`).check();
  await page.locator('[aria-busy="false"]').waitFor();
};
const earlier = async (page) => {
  await history(page);
  await press(page, 'history-earlier');
  await page.locator('[data-incident="i-past-30"]').waitFor();
};
const save = (action) => async (page) => {
  await history(page);
  await press(page, action);
  await page.getByText(/^Saved|could not be saved/u).scrollIntoViewIfNeeded();
};
const failed = async (page) => {
  await press(page, 'history');
  await page.locator('[role="alert"]').waitFor();
};
const old = async (page) => {
  await history(page);
  await page.locator('[data-incident="i-past-18"]').click();
  await press(page, 'save-receipt');
  await page.getByText(/^Saved/u).scrollIntoViewIfNeeded();
};

export const HISTORY = [
  { name: 'history', act: history },
  { name: 'history-empty', act: history },
  { name: 'history-drills', scenario: 'history', act: choose('drills_and_practice') },
  { name: 'history-none', scenario: 'history-empty', act: choose('sos') },
  { name: 'history-earlier', scenario: 'history', act: earlier },
  { name: 'history-saved', scenario: 'history', act: save('save-json') },
  { name: 'history-not-saved', scenario: 'history', query: 'fail=save_printed_history', act: save('save-printed') },
  { name: 'history-failed', scenario: 'history', query: 'fail=read_history', act: failed },
  { name: 'history-old-incident', scenario: 'history', act: old },
];
