// Knows which screens are looked at in the other languages too: those with the longest words and the least room.

const NAMES = [
  ...['welcome', 'dashboard', 'dashboard-alarm', 'practice-dashboard', 'sheet', 'siren-sheet', 'counting', 'siren-counting', 'unreachable'],
  ...['timeline-calling', 'timeline-requesting', 'timeline-requested', 'alarm-burglar', 'drill-sheet', 'setup-contacts', 'setup-finish'],
  ...['readiness', 'plans-open', 'leaving-held', 'counting-code', 'through-iphone', 'through-android'],
];
export const LANGUAGES = ['es', 'fr-CA'];

export const inLanguages = (screens) =>
  LANGUAGES.flatMap((language) =>
    screens.filter(({ name }) => NAMES.includes(name)).map(({ name, url, act }) => ({ name: `${name}-${language}`, act, url: `${url}&lang=${language}` })),
  );

/** A page that has one language only is asked for without saying so. */
export const unbound = (context) =>
  context.route(/app\.html\?.*lang=/u, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/ data-language="en"/u, '');
    await route.fulfill({ response, body });
  });
