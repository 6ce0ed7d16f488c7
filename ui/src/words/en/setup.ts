// Knows what setting a home up says, in English.
import type { Monitoring, Plan, Premises } from '../../backend/wire';
import type { Purpose, Step } from '../setup';

/** A home whose answers are there is seen as a whole at the end. */
export const WHOLE = {
  change: { title: 'Change your home', lead: 'Change what is no longer right. Nothing is kept until you save.' },
  again: {
    title: 'Set this home up again',
    lead: 'These answers were kept on this device. The station keeps nothing until you finish.',
  },
} satisfies Record<Exclude<Purpose, 'new'>, { title: string; lead: string }>;

export const STEP_TITLE = {
  address: 'Where responders go',
  devices: 'What is there',
  contacts: 'Who is called',
  password: 'The verbal password',
  plan: 'Plan and enrollment',
  finish: 'Before you finish',
} satisfies Record<Step, string>;

export const STEP_LEAD = {
  address: 'The address of this home. Police, fire and medical responders are sent here, wherever your phone is.',
  devices: 'Choose what stands in this home. If there is nothing of a kind, leave it as it is.',
  contacts: 'In an SOS the station calls the first one before anything else, and tells the others after. Two are needed.',
  password: 'The station asks for it when a contact wants to cancel. It proves that it is really one of your people.',
  plan: 'SOS needs the Pro plan, and a home that is enrolled.',
  finish: 'This is what your answers lead to. Nothing is kept until you finish.',
} satisfies Record<Step, string>;

export const STEP_OF = (at: number, of: number) => `Step ${at} of ${of}`;

export const BUTTONS = {
  changing: 'Your home',
  back: 'Back',
  leave: 'Back to home',
  leaveUnsaved: 'Leave without saving',
  next: 'Next',
  done: 'Done',
  finish: 'Finish',
  save: 'Save changes',
  again: 'Try again',
  checking: 'Checking…',
  saving: 'Keeping your home…',
  looking: 'Looking at your answers…',
  lookAgain: (count: number) => (count === 1 ? 'One answer needs another look.' : `${count} answers need another look.`),
};

export const ADDRESS = {
  street: 'Street and number',
  streetHint: 'With the apartment, if there is one.',
  city: 'City or town',
  country: 'Country',
  premises: 'What stands at this address',
};

export const PREMISES = [
  { value: 'residential', text: 'A home', detail: 'People live here.' },
  { value: 'business', text: 'A business', detail: 'Or zoned as one. Smoke and carbon monoxide alarms are not monitored here; SOS, burglary, panic and duress are.' },
] as const satisfies readonly { value: Premises; text: string; detail: string }[];

export const DEVICES = {
  alarm: 'A base station',
  alarmHow: 'The center of an alarm. It sounds the siren.',
  kit: 'The alarm security kit, with its keypad',
  kitHow: 'The keypad sounds with the siren.',
  cameras: 'Cameras and doorbells',
  camerasHow: 'The manual says whether one works with SOS. Not sure? Count it as one that does not.',
  compatible: 'Work with SOS',
  incompatible: 'Do not work with SOS',
  linked: 'Cameras sound with the siren',
  linkedHow: 'Those that work with SOS.',
  cameraOf: { compatible: 'camera or doorbell that works with SOS', incompatible: 'camera or doorbell that does not work with SOS' },
  more: (what: string) => `One more ${what}`,
  fewer: (what: string) => `One fewer ${what}`,
};

export const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** From 0. */
export const contactTitle = (at: number) => `${ORDINALS[at] ?? `${at + 1}th`} contact`;

export const PEOPLE = {
  first: 'Usually you. The station calls this phone first: answer it to confirm, or to cancel. If nobody answers, responders are requested.',
  second: 'Best someone outside your home.',
  name: 'Name',
  phone: 'Phone number',
  add: 'Add another contact',
  agree: 'They have agreed to be called',
  agreeHow: 'The station rings them in an emergency, day or night. Ask each of them first.',
  up: (title: string) => `Move up: ${title.toLowerCase()}`,
  down: (title: string) => `Move down: ${title.toLowerCase()}`,
  remove: (title: string) => `Remove: ${title.toLowerCase()}`,
  removed: (name: string) => `${name || 'The contact'} was removed.`,
};

export const PASSWORD_HINT = 'A word your people remember, of at least six letters or digits. Upper and lower case are the same.';

export const PASSWORD = {
  label: 'Verbal password',
  hint: {
    new: PASSWORD_HINT,
    change: '',
    again: `Type it again: it was never kept on this device. ${PASSWORD_HINT}`,
  } satisfies Record<Purpose, string>,
  elsewhere: 'The verbal password is changed under Passwords and codes, together with its duress password.',
  facts: [
    'To cancel, a contact types it on the phone that was called.',
    'Everyone on your list has to know it. Tell them today.',
    'Asking for help never needs it.',
    'It is not shown again.',
  ],
};

export const PLAN = {
  plan: 'Plan',
  monitoring: 'Who watches the alarm',
  cameras: 'SOS for cameras',
  camerasOn: 'Enroll the cameras and doorbells in SOS',
  camerasHow: 'Needed for SOS in a home without a base station.',
  camerasCovered: 'Professional monitoring covers the cameras at this address too.',
  ask: 'When the station calls',
  who: 'The station on this computer does the monitoring. Mayday itself runs no monitoring center.',
  permit: 'Alarm permit number',
  permitHow: 'Only if your town asks for a permit.',
  fees: 'Your town may ask for an alarm permit, charge for false alarms, or bill you when guards or officers come.',
};

export const PLAN_CHOICES = [
  { value: 'basic', text: 'Basic', detail: 'No SOS. An alarm can be self-monitored.' },
  { value: 'plus', text: 'Plus', detail: 'No SOS. An alarm can be self-monitored.' },
  { value: 'pro', text: 'Pro', detail: 'SOS for police, fire and medical help, the siren alone, and professional monitoring.' },
] as const satisfies readonly { value: Plan; text: string; detail: string }[];

export const MONITORING_CHOICES = [
  { value: 'professional', text: 'Professional monitoring', detail: 'The station calls your people and requests responders. SOS needs it.' },
  { value: 'self_monitored', text: 'Self-monitored', detail: 'You look after the alarm yourself. No SOS.' },
  { value: 'not_enrolled', text: 'Not enrolled', detail: 'Nobody watches the alarm. No SOS.' },
] as const satisfies readonly { value: Monitoring; text: string; detail: string }[];

export const ASK_CHOICES = [
  { value: 'ask', text: 'Ask for the verbal password', detail: 'Only someone who knows it can cancel.' },
  { value: 'never', text: 'Do not ask', detail: 'Whoever answers the first contact’s phone can cancel.' },
] as const;

export const FINISH = {
  mend: 'These need another look',
  gateHint: 'What is changed here is kept only with it.',
  works: 'SOS will work from this home.',
  worksNot: 'SOS will not work yet:',
  siren: 'The siren alone will work too.',
  sirenNot: 'The siren alone will not work yet:',
  sirenAlso: 'The siren alone needs the same, and:',
  sirenSame: 'The siren alone needs the same.',
  answers: 'Your answers',
  change: 'Change',
  changeName: (title: string) => `Change: ${title}`,
};

export const NOT_LIVE = {
  title: 'Not live yet',
  until: 'Until then this is a demo: it can send nobody. In an emergency, call 911.',
};
