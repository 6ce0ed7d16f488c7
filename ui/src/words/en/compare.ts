// Knows what each plan allows, in English.

export const COMPARE = {
  above: 'Basic, Plus and Pro',
  title: 'The plans side by side',
  lead: 'What each plan allows. Plan and enrollment are chosen where the home is set up.',
  caption: 'What each plan allows',
  what: 'What it is about',
  yours: 'This home’s plan',
  prices: 'The operator of the station sets the prices. They are shown without tax.',
  has: (line: string) => `This home: ${line}`,
  same: 'Of this, Basic and Plus allow the same.',
  words: 'What this means',
  card: (plan: string) => `This home has ${plan}. See what each plan allows.`,
  open: 'Compare the plans',
};

export const ANSWER = { yes: 'Yes', no: 'No' };

/** What a plan can allow. `if` is the condition that belongs to it. */
export const ROWS = {
  sos: {
    what: 'SOS',
    how: 'Slide for police, fire or medical help.',
    if: 'Yes, once the home is enrolled',
  },
  professional: {
    what: 'Professional monitoring',
    how: 'The station answers this home’s alarm. Enrolling is a step of its own; a home with an alarm needs it for SOS.',
    if: 'Can be enrolled',
  },
  cameras: {
    what: 'SOS for cameras',
    how: 'For a home with cameras or doorbells and no alarm. Professional monitoring covers the cameras at its address.',
    if: 'Can be enrolled',
  },
  plans: {
    what: 'Response plans for alarms',
    how: 'Burglar, smoke, carbon monoxide, panic, duress, flood and freeze: the station carries out the plan of that kind.',
    if: 'Yes, with professional monitoring',
  },
  self: {
    what: 'A self-monitored alarm',
    how: 'You look after the alarm yourself. Such a home has no SOS, even with an enrolled camera.',
    if: 'Yes, without SOS',
  },
  nobody: {
    what: 'An alarm that nobody monitors',
    how: 'It sounds, tells this home’s devices, and says that nobody was called: call 911.',
    if: 'Yes',
  },
  code: {
    what: 'Disarming takes the code',
    how: 'At the keypad, and in the app too.',
    if: 'Yes',
  },
};
