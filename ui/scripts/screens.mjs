// Knows every screen of both pages: its address in the simulation, and how a person gets there.
import { HELP } from './screens-help.mjs';
import { HISTORY } from './screens-history.mjs';
import { HOUSEHOLD } from './screens-household.mjs';
import { LIVE } from './screens-live.mjs';
import { SECRETS } from './screens-secrets.mjs';
import { THROUGH } from './screens-through.mjs';
import { inLanguages } from './screens-language.mjs';

const openSheet = (page) => page.getByRole('button', { name: 'SOS', exact: true }).click();
const toSpeakers = (page) => page.getByText('through this computer').scrollIntoViewIfNeeded();
const ask = async (page) => {
  await openSheet(page);
  await page.getByRole('button', { name: 'Police', exact: true }).evaluate((thumb) => thumb.click());
};
const show911 = async (page) => {
  await openSheet(page);
  await page.getByRole('button', { name: 'Call 911 yourself' }).click();
};
const refuse = async (page) => {
  await ask(page);
  await page.getByRole('button', { name: 'Request police now' }).click();
};
const askSiren = async (page) => {
  await openSheet(page);
  await page.locator('button[data-kind=siren_only]').evaluate((button) => button.click());
};
const tapSiren = async (page) => {
  await openSheet(page);
  await page.locator('button[data-kind=siren_only]').click();
};
const holdSiren = async (page) => {
  await openSheet(page);
  await page.locator('button[data-kind=siren_only]').hover();
  await page.mouse.down();
  await page.waitForTimeout(600);
};

export const go = (page, action) => page.locator(`[data-action="${action}"]`).first().click();
const at = (page, step) => page.locator(`[data-step="${step}"]`).waitFor();
export const type = (page, name, text) => page.locator(`input[name="${name}"]`).fill(text);
export const onwards = async (page, step) => {
  await go(page, 'next');
  await at(page, step);
};
const begin = async (page) => {
  await go(page, 'set-up');
  await at(page, 'address');
};
const typeAddress = async (page) => {
  await begin(page);
  await type(page, 'street', '48 Juniper Lane, Apt 3');
  await type(page, 'city', 'Duluth');
  await page.locator('select[name="subdivision"]').selectOption('MN');
  await type(page, 'postal_code', '55802');
};
const toDevices = async (page) => {
  await typeAddress(page);
  await onwards(page, 'devices');
};
const chooseDevices = async (page, alarm = true) => {
  await toDevices(page);
  if (alarm) {
    await page.locator('input[name="has_alarm"]').check();
    await page.locator('input[name="security_kit"]').check();
  }
  await page.locator('[data-counter="compatible"] [data-action="more"]').click();
  await page.locator('[data-counter="incompatible"] [data-action="more"]').click();
};
const toContacts = async (page, alarm) => {
  await chooseDevices(page, alarm);
  await onwards(page, 'contacts');
};
const typeContacts = async (page, alarm) => {
  await toContacts(page, alarm);
  await type(page, 'contact_name_0', 'Lena Olsen');
  await type(page, 'contact_phone_0', '(218) 555-0141');
  await type(page, 'contact_name_1', 'Tom Olsen');
  await type(page, 'contact_phone_1', '(218) 555-0142');
  await page.locator('input[name="contacts_agree"]').check();
};
const addContact = async (page) => {
  await typeContacts(page);
  await go(page, 'add-contact');
  await type(page, 'contact_name_2', 'Grace Abara');
  await type(page, 'contact_phone_2', '(218) 555-0141');
  await go(page, 'next');
  await page.locator('[data-problem="contact_phone"]').waitFor();
};
export const toPassword = async (page, alarm) => {
  await typeContacts(page, alarm);
  await onwards(page, 'password');
};
const toPlan = async (page, alarm) => {
  await toPassword(page, alarm);
  await type(page, 'password', 'juniper');
  await onwards(page, 'plan');
};
const toFinish = async (page, alarm) => {
  await toPlan(page, alarm);
  if (alarm !== false) await page.locator('input[value="professional"]').check();
  await onwards(page, 'finish');
  await page.locator('[data-verdict="sos"]').waitFor();
};
const changeHome = async (page) => {
  await go(page, 'change-home');
  await page.locator('[data-verdict="sos"]').waitFor();
};
const setUpAgain = async (page) => {
  await go(page, 'set-up-again');
  await at(page, 'password');
};
const refusedStep = async (page) => {
  await begin(page);
  await go(page, 'next');
  await page.locator('[data-problem]').first().waitFor();
};
const conflict = async (page) => {
  await toPlan(page);
  await page.locator('input[value="professional"]').check();
  await page.locator('input[value="plus"]').check();
  await go(page, 'next');
  await page.locator('[data-problem]').first().waitFor();
};

const APP = [
  { name: 'welcome' },
  { name: 'welcome-starting' },
  { name: 'welcome-failed', query: 'fail=start_demo', act: (page) => page.getByRole('button', { name: 'Try it' }).click() },
  { name: 'setup-address', scenario: 'welcome', act: begin },
  { name: 'setup-address-wrong', scenario: 'welcome', act: refusedStep },
  { name: 'setup-address-typed', scenario: 'welcome', act: typeAddress },
  { name: 'setup-unreachable', scenario: 'welcome', query: 'fail=check_set_up', act: async (page) => {
    await typeAddress(page);
    await go(page, 'next');
    await page.locator('[data-failure]').waitFor();
  } },
  { name: 'setup-devices', scenario: 'welcome', act: toDevices },
  { name: 'setup-devices-chosen', scenario: 'welcome', act: chooseDevices },
  { name: 'setup-contacts', scenario: 'welcome', act: toContacts },
  { name: 'setup-contacts-wrong', scenario: 'welcome', act: addContact },
  { name: 'setup-password', scenario: 'welcome', act: toPassword },
  { name: 'setup-password-typed', scenario: 'welcome', act: async (page) => {
    await toPassword(page);
    await type(page, 'password', 'juniper');
  } },
  { name: 'setup-plan', scenario: 'welcome', act: toPlan },
  { name: 'setup-plan-cameras', scenario: 'welcome', act: (page) => toPlan(page, false) },
  { name: 'setup-plan-conflict', scenario: 'welcome', act: conflict },
  { name: 'setup-finish', scenario: 'welcome', act: toFinish },
  { name: 'setup-finish-not-yet', scenario: 'welcome', act: (page) => toFinish(page, false) },
  { name: 'setup-change', scenario: 'home', act: changeHome },
  { name: 'setup-change-contacts', scenario: 'home', act: async (page) => {
    await changeHome(page);
    await page.locator('[data-edit="contacts"]').click();
    await at(page, 'contacts');
  } },
  { name: 'home' },
  { name: 'home-speakers', act: toSpeakers },
  { name: 'home-cameras' },
  { name: 'home-unknown' },
  { name: 'home-unknown-sheet', scenario: 'home-unknown', act: openSheet },
  { name: 'home-unknown-refused' },
  { name: 'home-unknown-incident' },
  { name: 'setup-again', scenario: 'home-unknown', act: setUpAgain },
  { name: 'setup-again-finish', scenario: 'home-unknown', act: async (page) => {
    await setUpAgain(page);
    await type(page, 'password', 'juniper');
    await go(page, 'next');
    await page.locator('[data-verdict="sos"]').waitFor();
  } },
  { name: 'home-ineligible' },
  { name: 'home-sheet-ineligible', scenario: 'home-ineligible', act: openSheet },
  { name: 'dashboard' },
  { name: 'dashboard-siren' },
  { name: 'dashboard-empty' },
  { name: 'dashboard-troubled' },
  { name: 'dashboard-revoked' },
  { name: 'dashboard-first' },
  { name: 'dashboard-speakers', act: toSpeakers },
  { name: 'dashboard-no-audio', act: toSpeakers },
  { name: 'dashboard-audio-busy', act: toSpeakers },
  { name: 'dashboard-happening' },
  { name: 'sheet', act: openSheet },
  { name: 'sheet-ineligible', act: openSheet },
  { name: 'sheet-revoked', act: openSheet },
  { name: 'sheet-first', act: openSheet },
  { name: 'sheet-unreachable', act: openSheet },
  { name: 'sheet-911', act: show911 },
  { name: 'sheet-asking', scenario: 'sheet', act: ask },
  { name: 'sheet-refused', query: 'fail=slide', act: refuse },
  { name: 'counting' },
  { name: 'counting-elsewhere' },
  { name: 'counting-unheld' },
  { name: 'counting-sending' },
  { name: 'committing' },
  { name: 'committing-held' },
  { name: 'unreachable' },
  { name: 'cancelling' },
  { name: 'cancelling-unreachable' },
  { name: 'asking' },
  { name: 'waiting' },
  { name: 'too-old' },
  { name: 'cancelled' },
  { name: 'refused' },
  { name: 'refused-home' },
  { name: 'refused-revoked' },
  { name: 'refused-after-hold' },
  { name: 'timeline-waiting' },
  { name: 'timeline-calling' },
  { name: 'timeline-answered' },
  { name: 'timeline-requesting' },
  { name: 'timeline-requested' },
  { name: 'timeline-unconfirmed' },
  { name: 'timeline-voicemail' },
  { name: 'timeline-cancelled-by-contact' },
  { name: 'timeline-too-late' },
  { name: 'siren-sheet', act: openSheet },
  { name: 'siren-sheet-asking', scenario: 'siren-sheet', act: askSiren },
  { name: 'siren-sheet-tapped', scenario: 'siren-sheet', act: tapSiren },
  { name: 'siren-sheet-holding', scenario: 'siren-sheet', query: 'fail=slide', act: holdSiren },
  { name: 'siren-counting' },
  { name: 'siren-committing' },
  { name: 'siren-waiting' },
  { name: 'siren-cancelled' },
  { name: 'siren-waiting-for-news' },
  { name: 'siren-ordered' },
  { name: 'siren-sounding' },
  { name: 'siren-silencing' },
  { name: 'siren-silent' },
  { name: 'siren-police' },
  { name: 'siren-police-silencing' },
  { name: 'siren-announced' },
  { name: 'siren-password' },
  { name: 'leaving-held' },
  { name: 'leaving-unheld' },
  { name: 'leaving-cancelling' },
  ...['leaving-calling', 'leaving-siren'].map((name) => ({ name })),
];
const BOARD = ['test', 'test-digits', 'test-password', 'test-opt-out', 'test-goodbye', 'idle', 'dialing', 'ringing', 'prove', 'password', 'deciding', 'telling', 'message', 'recording', 'siren', 'siren-silent', 'deciding-late', 'offering', 'agent', 'agent-idle', 'reconnecting', 'used'];

const control = (action) => async (page) => {
  await page.locator(`[data-control="${action}"] [data-action="${action}"]`).first().click();
  await page.locator('input[name="code"]').first().waitFor();
};
const wrongCode = async (page) => {
  await control('disarm')(page);
  await type(page, 'code', '0000');
  await page.locator('[data-action="disarm-confirm"]').first().click();
  await page.locator('[data-problem="code"]').waitFor();
};
const act = (action) => (page) => page.locator(`[data-action="${action}"]`).first().click();
const readiness = async (page) => {
  await act('readiness')(page);
  await page.locator('[data-screen=readiness]').waitFor();
};
const plans = async (page) => {
  await act('plans')(page);
  await page.locator('details').first().waitFor();
};
const plansOpen = async (page) => {
  await plans(page);
  for (const plan of await page.locator('summary').all()) await plan.click();
};

const ALARMS = [
  ...['alarm-delay', 'alarm-burglar', 'alarm-burglar-answered', 'alarm-burglar-only', 'alarm-burglar-requesting'],
  ...['alarm-burglar-requested', 'alarm-burglar-passed-on', 'alarm-nobody-sent', 'alarm-smoke', 'alarm-co', 'alarm-panic'],
  ...['alarm-false', 'alarm-flood', 'alarm-unmonitored', 'alarm-ended', 'alarm-no-code', 'sos-still-need-help', 'sos-joined'],
  ...['sos-send-now', 'drill-counting', 'drill-timeline', 'practice-dashboard', 'practice-counting', 'practice-smoke', 'practice-first-week'],
  ...['practice-over', 'dashboard-ready', 'dashboard-ready-amber', 'dashboard-alarm', 'dashboard-unread', 'dashboard-nobody-sent', 'dashboard-history'],
].map((name) => ({ name }));

const DONE = [
  { name: 'alarm-burglar-disarming', scenario: 'alarm-burglar', act: control('disarm') },
  { name: 'alarm-burglar-wrong-code', scenario: 'alarm-burglar', act: wrongCode },
  { name: 'alarm-smoke-cancelling', scenario: 'alarm-smoke', act: control('cancel-in-app') },
  { name: 'dashboard-alarm-disarming', scenario: 'dashboard-alarm', act: control('disarm') },
  { name: 'sos-responders', act: act('responders') },
  { name: 'drill-sheet', act: act('drill') },
  { name: 'practice-sheet', act: openSheet },
  { name: 'practice-starting', scenario: 'dashboard-history', act: control('start-practice') },
  { name: 'practice-ending', scenario: 'practice-dashboard', act: control('end-practice') },
  { name: 'burglar-setting', scenario: 'dashboard-history', act: control('burglar-setting') },
  ...SECRETS,
  ...HOUSEHOLD,
  { name: 'readiness', act: readiness },
  { name: 'readiness-tested', act: readiness },
  { name: 'readiness-missed', act: readiness },
  { name: 'readiness-calling', act: readiness },
  { name: 'readiness-digits', act: readiness },
  { name: 'readiness-green', act: readiness },
  { name: 'readiness-refused', scenario: 'readiness', query: 'fail=ring_contact', act: async (page) => {
    await readiness(page);
    await act('ring')(page);
    await page.locator('[role=alert]').waitFor();
  } },
  { name: 'plans', act: plans },
  { name: 'plans-open', scenario: 'plans', act: plansOpen },
];

const ENGLISH = [...APP, ...ALARMS, ...DONE, ...THROUGH, ...HISTORY, ...HELP, ...LIVE].map(({ name, scenario = name, query = '', act }) => ({ name, act, url: `app.html?scenario=${scenario}&${query}` }));

export const SCREENS = [
  ...ENGLISH,
  ...inLanguages(ENGLISH),
  ...BOARD.map((name) => ({ name: `board-${name}`, url: `board.html?scenario=${name}` })),
];
