// Runs in the app's own page. `first`: opens Live View and answers after how many milliseconds a picture stood there, be it
// the last one of before, and after how many one that was made since. `behind`: watches so many pictures, and answers how many milliseconds after it was made each was there.
const [what, count, done] = arguments;
const SQUARE = 16;
const BITS = 24;
const canvas = document.createElement('canvas');
[canvas.width, canvas.height] = [SQUARE * BITS, SQUARE];
const context = canvas.getContext('2d', { willReadFrequently: true });
const drawn = () => new Promise((next) => requestAnimationFrame(next));

// When the picture was made, as its squares say; `null`: there is none between two pictures.
const mark = (video) => {
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(video, 0, 0, canvas.width, SQUARE, 0, 0, canvas.width, SQUARE);
  const { data } = context.getImageData(0, SQUARE / 2, canvas.width, 1);
  const at = (square) => 4 * (square * SQUARE + SQUARE / 2);
  if (!data[at(0) + 3]) return null;
  let mark = 0;
  for (let bit = 0; bit < BITS; bit++) mark = mark * 2 + (data[at(bit)] > 128 ? 1 : 0);
  return mark;
};

const first = async () => {
  const from = performance.now();
  const pressed = Date.now() % 2 ** BITS;
  let still;
  document.querySelector('[data-action=live]').click();
  for (;;) {
    await drawn();
    const video = document.querySelector('video');
    if (!video?.getVideoPlaybackQuality().totalVideoFrames) continue;
    still ??= performance.now() - from;
    const made = mark(video);
    // What was kept of before was made before the press.
    if (made !== null && made >= pressed) return { still, ms: performance.now() - from };
  }
};

const behind = async () => {
  const video = document.querySelector('video');
  const behind = [];
  let last = mark(video);
  while (behind.length < count) {
    await drawn();
    const made = mark(video);
    const now = Date.now() % 2 ** BITS;
    if (made === null || made === last) continue;
    last = made;
    behind.push(now - made);
  }
  return { behind };
};

(what === 'first' ? first() : behind()).then(done, (error) => done({ error: String(error) }));
