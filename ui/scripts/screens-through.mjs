// Knows the screens of the way through Do Not Disturb, and how a person gets there.

const act = (action) => (page) => page.locator(`[data-action="${action}"]`).first().click();
const through = async (page) => {
  await act('through')(page);
  await page.locator('[data-screen="through"]').waitFor();
};
const toCard = async (page) => {
  await through(page);
  await page.locator('[data-action="copy-number"]').waitFor();
};
const guideOf = (system) => async (page) => {
  await toCard(page);
  await page.locator(`input[value="${system}"]`).first().check();
  await page.locator(`[data-guide="${system}"]`).scrollIntoViewIfNeeded();
};
const toAlerts = (pressed) => async (page) => {
  await through(page);
  const button = page.locator('[data-action="try-alerts"]');
  await button.scrollIntoViewIfNeeded();
  if (pressed) await button.click();
};
const computers = (system) => async (page) => {
  await through(page);
  await page.locator('summary').click();
  await page.locator(`input[value="${system}"]`).check();
  await page.locator(`[data-guide="${system}"]`).scrollIntoViewIfNeeded();
};
const saveCard = async (page) => {
  await toCard(page);
  await act('save-card')(page);
  await page.getByText(/^Saved|could not be saved/u).scrollIntoViewIfNeeded();
};

export const THROUGH = [
  { name: 'through', act: toCard },
  { name: 'through-unknown', act: through },
  { name: 'through-iphone', scenario: 'through', act: guideOf('iphone') },
  { name: 'through-android', scenario: 'through', act: guideOf('android') },
  { name: 'through-saved', scenario: 'through', act: saveCard },
  { name: 'through-not-saved', scenario: 'through', query: 'fail=save_station_card', act: saveCard },
  { name: 'through-mac', scenario: 'through', act: computers('mac') },
  { name: 'through-windows', scenario: 'through', act: computers('windows') },
  { name: 'through-gnome', scenario: 'through', act: computers('gnome') },
  { name: 'through-kde', scenario: 'through', act: computers('kde') },
  { name: 'through-asked', act: toAlerts(false) },
  { name: 'through-trying', scenario: 'through', act: toAlerts(true) },
  { name: 'through-seen', act: toAlerts(false) },
  { name: 'through-unseen', act: toAlerts(false) },
];
