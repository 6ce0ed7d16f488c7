// Knows where a check begins, in which window, and how long it may wait.
export const HOLD_MS = 1_500;

export const touch = () => ({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
export const desktop = () => ({ viewport: { width: 1100, height: 760 } });

export const thumb = (page, name = 'Police') => page.getByRole('button', { name, exact: true });

/** Addresses are relative: the context knows the server. */
export async function atSheet(page) {
  await page.goto('app.html?scenario=sheet');
  await page.getByRole('button', { name: 'SOS', exact: true }).click();
  await thumb(page).waitFor();
}

export async function atWelcome(page) {
  await page.goto('app.html?scenario=welcome');
  await page.getByRole('button', { name: 'Set up my home' }).waitFor();
}

export const atHome = (scenario) => async (page) => {
  await page.goto(`app.html?scenario=${scenario}`);
  await page.getByRole('button', { name: 'SOS', exact: true }).waitFor();
};
