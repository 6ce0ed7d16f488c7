// Knows the screens of the home's people and devices, and of coming into a home, and how a person gets there.

const go = (page, action) => page.locator(`[data-action="${action}"]`).first().click();
const type = (page, name, text) => page.locator(`input[name="${name}"]`).fill(text);
const household = async (page) => {
  await go(page, 'household');
  await page.locator('[data-device]').first().waitFor();
};
const inviting = async (page) => {
  await household(page);
  await go(page, 'invite');
};
const invited = async (page) => {
  await inviting(page);
  await type(page, 'code', '482916');
  await go(page, 'invite-confirm');
  await page.locator('[data-invitation]').waitFor();
};
const removing = async (page) => {
  await household(page);
  await go(page, 'remove-device');
};
const recovered = async (page) => {
  await household(page);
  await go(page, 'recovery');
  await type(page, 'code', '482916');
  await go(page, 'recovery-confirm');
  await page.locator('[data-invitation]').waitFor();
};
const join = async (page) => {
  await go(page, 'join-home');
  await page.locator('[data-screen="join"]').waitFor();
};
const notJoined = async (page) => {
  await join(page);
  await type(page, 'pairing_code', '7K3M-92QX');
  await type(page, 'pairing_address', '192.168.1.20:47100');
  await go(page, 'join');
  await page.locator('[data-problem="pairing_code"]').waitFor();
};
const joined = async (page) => {
  await join(page);
  await type(page, 'pairing_code', '7K3M-92QX-HT4W');
  await type(page, 'pairing_address', '192.168.1.20:47100');
  await go(page, 'join');
  await page.locator('[data-action="household"]').waitFor();
};
const member = async (page) => {
  await joined(page);
  await household(page);
};

export const HOUSEHOLD = [
  { name: 'household', scenario: 'dashboard', act: household },
  { name: 'household-inviting', scenario: 'dashboard', act: inviting },
  { name: 'household-invited', scenario: 'dashboard', act: invited },
  { name: 'household-removing', scenario: 'dashboard', act: removing },
  { name: 'household-recovered', scenario: 'dashboard', act: recovered },
  { name: 'household-member', scenario: 'welcome', act: member },
  { name: 'join', scenario: 'welcome', act: join },
  { name: 'join-refused', scenario: 'welcome', act: notJoined },
  { name: 'dashboard-member', scenario: 'welcome', act: joined },
];
