// Runs in the app's own page: slides, each cancelled and dismissed again, and empty invokes between them. Answers with
// milliseconds: {slide, first, empty, refused}, one of each for every cycle; `first` is when the page was first told of
// the slide, in whole milliseconds.
//
// The page's clock ticks in whole milliseconds. A measurement begins at a tick, and its end is found by counting how
// often the clock can be read up to the next tick.
const [cycles, done] = arguments;
const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
const tick = () => {
  const from = performance.now();
  let reads = 0;
  let now = from;
  while (now === from) {
    now = performance.now();
    reads++;
  }
  return { now, reads, length: now - from };
};
tick();
const whole = [1, 2, 3, 4, 5].map(tick).sort((one, other) => one.reads - other.reads)[2];
const now = () => {
  const { now, reads, length } = tick();
  return now - Math.min(reads / whole.reads, 1) * length;
};
let firstShown;
const shown = (fits) =>
  new Promise((found) => {
    firstShown = undefined;
    window.benchmarkSees = (view) => {
      firstShown ??= performance.now();
      if (fits(view)) {
        window.benchmarkSees = undefined;
        found(now());
      }
    };
  });
// A person looks at a page that has been drawn: nothing is measured while it draws what came before.
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))));
const after = async (command, fits, more) => {
  await drawn();
  const found = shown(fits);
  const from = tick().now;
  await invoke(command, more);
  const end = await found;
  return { whole: end - from, first: firstShown - from };
};
const timed = async (command) => {
  await drawn();
  const from = tick().now;
  await invoke(command).catch(() => {});
  return now() - from;
};
const run = async () => {
  if (!window.benchmarkListens) {
    const handler = transformCallback(({ payload }) => window.benchmarkSees?.(payload));
    await invoke('plugin:event|listen', { event: 'view', target: { kind: 'Any' }, handler });
    window.benchmarkListens = true;
  }
  const times = { slide: [], first: [], empty: [], refused: [], tick: whole.length };
  for (let cycle = 0; cycle < cycles; cycle++) {
    const slide = await after('slide', (view) => view.sos?.held, { kind: 'sos_police' });
    times.slide.push(slide.whole);
    times.first.push(slide.first);
    await after('cancel', (view) => view.sos?.phase === 'cancelled');
    await after('dismiss', (view) => !view.sos);
    times.empty.push(await timed('dismiss'));
    times.refused.push(await timed('no_such_command'));
  }
  return times;
};
run().then(done, (error) => done({ error: String(error?.message ?? JSON.stringify(error)) }));
