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

/** The camera that is new in the home, and what comes of looking for it. */
const look = async (page) => {
  await live()(page);
  await act(page, 'look-for-cameras');
  await page.locator('[data-around]:not(:empty) p').waitFor();
};
const choose = async (page) => {
  await look(page);
  await page.locator('[data-list=found] button').first().click();
  await page.locator('[data-chosen]').waitFor();
};
const several = async (page) => {
  await live()(page);
  await page.locator('input[name=camera_address]').fill('http://go2rtc.local:1984');
  await act(page, 'connect-camera');
  await page.locator('[data-list=several]').waitFor();
};
const wrongStills = async (page) => {
  await live()(page);
  await page.locator('input[name=camera_address]').fill('rtsp://192.168.1.20/stream');
  await page.locator('[data-opens=connect-more] summary').click();
  await page.locator('input[name=camera_stills]').fill('192.168.1.20/still.jpg');
  await act(page, 'connect-camera');
  await page.locator('[data-problem=camera_stills]').waitFor();
};
const where = async (page) => {
  await live()(page);
  await page.locator('[data-opens=connect-where] summary').click();
};
/** A picture was drawn, not only its frame. */
const drawn = async (page) => {
  await live('playing')(page);
  await page.locator('canvas.covered').waitFor();
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
    await page.locator('.one > [role=status]:not(:empty)').waitFor();
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
  { name: 'live-connect-found', scenario: 'live-new', act: look },
  { name: 'live-connect-chosen', scenario: 'live-new', act: choose },
  { name: 'live-connect-nothing', scenario: 'live-alone', act: look },
  { name: 'live-connect-several', scenario: 'live-new', act: several },
  { name: 'live-connect-where', scenario: 'live-new', act: where },
  { name: 'live-connect-stills', scenario: 'live-new', act: wrongStills },
  { name: 'live-pictures', act: drawn },
  { name: 'live-plain', act: drawn },
  { name: 'live-unplayable', act: live('unplayable') },
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
  { name: 'timeline-clip-pictures-watched', scenario: 'timeline-clip-pictures', act: async (page) => {
    await clip(page);
    await act(page, 'watch-clip');
    await page.locator('progress[value]').waitFor();
    await act(page, 'play-clip');
  } },
];
