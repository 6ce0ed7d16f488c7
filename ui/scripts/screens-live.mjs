// Knows how a person gets to Live View, in each state that a camera can be in.
const act = (page, action) => page.locator(`[data-action="${action}"]`).first().click();
const until = (page, at) => page.locator(`[data-live=${at}]`).first().waitFor();

const live = (at) => async (page) => {
  await act(page, 'live');
  await page.locator('[data-screen=live]').waitFor();
  // Away from what has come under it.
  await page.mouse.move(0, 0);
  if (at) await until(page, at);
};
/** The picture is there, not only its frame. */
const pictured = async (page) => {
  await page.waitForFunction(() => [...document.querySelectorAll('video')].some((video) => video.videoWidth > 0));
};
const playing = async (page) => {
  await live('playing')(page);
  await pictured(page);
};
const connect = async (page) => {
  await live()(page);
  await page.locator('input[name=camera_address]').fill('rtsp://192.168.1.20:554/wrong');
  await act(page, 'connect-camera');
  await page.locator('[data-problem]').waitFor();
};

const clip = (page) => page.locator('[data-clip]').first().scrollIntoViewIfNeeded();

export const LIVE = [
  { name: 'live', act: playing },
  { name: 'live-full', scenario: 'live', act: async (page) => {
    await playing(page);
    await act(page, 'live-fill');
  } },
  { name: 'live-sheet', scenario: 'live', act: async (page) => {
    await playing(page);
    await page.getByRole('button', { name: 'SOS', exact: true }).click();
  } },
  { name: 'live-saved', scenario: 'live', act: async (page) => {
    await playing(page);
    await act(page, 'live-save');
    await page.locator('.one [role=status]:not(:empty)').waitFor();
  } },
  { name: 'live-stopped', act: async (page) => {
    await live('stopped')(page);
    await pictured(page);
  } },
  { name: 'live-refused', act: live('stopped') },
  { name: 'live-connecting', act: live('connecting') },
  { name: 'live-grid', act: playing },
  { name: 'live-none', act: live() },
  { name: 'live-new', act: live() },
  { name: 'live-connect-wrong', scenario: 'live-new', act: connect },
  { name: 'live-not-compatible', act: playing },
  { name: 'live-name', scenario: 'live', act: async (page) => {
    await playing(page);
    await page.locator('[data-opens=camera-name] summary').click();
  } },
  { name: 'timeline-camera' },
  ...['timeline-clip', 'timeline-clip-running', 'timeline-clip-cut'].map((name) => ({ name, act: clip })),
  { name: 'timeline-clip-watched', scenario: 'timeline-clip', act: async (page) => {
    await clip(page);
    await act(page, 'watch-clip');
    await pictured(page);
  } },
];
