// Knows what the welcome and the dashboard say, in English.
import type { Monitoring, Plan, SpeakerProblem, StationLink } from '../../backend/wire';

export const WELCOME = {
  title: 'Mayday',
  what: 'Slide for police, fire or medical help, and a monitoring station calls your people and asks responders to come.',
  tryIt: 'Try it',
  tryItHow: 'A demo home with a phone board. It can reach nobody real.',
  starting: 'Starting the station on this computer…',
  setUp: 'Set up my home',
  setUpHow: 'Your address, your people, your cameras and alarm. About three minutes.',
  rule: 'Use SOS only in an emergency. In the demo you may try everything: it can send nobody.',
  emergency: 'In an emergency, call 911.',
};

/** Said before the first use, until it is read; on the sheet it stands always (A6). Nothing waits for it. */
export const RULE = {
  title: 'Before the first SOS',
  rule: 'Use SOS only in an emergency.',
  why: 'It asks responders to come to this address. In the demo you may try everything: it can send nobody.',
  read: 'I understand',
};

export const HAPPENING = {
  title: 'Happening now',
  show: 'Show what happens',
};

/** The demo siren through this computer’s speakers: asked first, half a second, once it is confirmed. */
export const SPEAKERS = {
  question: 'Play the demo siren through this computer’s speakers?',
  how: 'Half a second, quietly, once the base station confirms that its siren sounds. Medical stays silent.',
  options: [
    { value: 'off', text: 'No' },
    { value: 'on', text: 'Yes' },
  ],
  try: 'Try the sound',
  problem: {
    no_device: 'This computer has no audio device. The siren cannot be heard here.',
    not_played: 'The audio device did not take the sound. The siren could not be heard here.',
    busy: 'An earlier sound still waits for the audio device. This one is not heard.',
  },
} as const satisfies { problem: Record<SpeakerProblem, string> } & Record<string, unknown>;

export const STARTING = 'Opening Mayday…';

export const STATION = {
  none: { title: 'No station yet', detail: 'No home is set up on this device.' },
  connecting: { title: 'Looking for the station…', detail: 'You can use SOS meanwhile. It keeps trying.' },
  reachable: { title: 'The station answers', detail: 'It runs on this computer.' },
  unreachable: {
    title: 'The station does not answer',
    detail: 'An SOS would keep trying to reach it. In an emergency, call 911.',
  },
  revoked: {
    title: 'This device was removed from the home',
    detail: 'The station takes no SOS from it. In an emergency, call 911.',
  },
  home_unknown: {
    title: 'The station does not know this home any more',
    detail: 'It answers, and its records of this home are gone.',
  },
} satisfies Record<StationLink, { title: string; detail: string }>;

export const PLAN_NAME = { basic: 'Basic', plus: 'Plus', pro: 'Pro' } satisfies Record<Plan, string>;

export const DEMO_DEVICES = [
  { value: 'doorbell', text: 'Doorbell only' },
  { value: 'base_station', text: 'With base station' },
] as const;

export const MONITORING = {
  not_enrolled: 'alarm not enrolled',
  self_monitored: 'self-monitored alarm',
  professional: 'professionally monitored',
} satisfies Record<Monitoring, string>;

export const DASHBOARD = {
  station: 'Station',
  addAgain: 'Add this device again',
  contacts: 'Emergency contacts',
  devices: 'Cameras and alarm',
  plan: 'Demo plan',
  planHow: 'Try what SOS does on each plan.',
  demoDevices: 'Demo devices',
  demoDevicesHow: 'A virtual base station can sound a siren. You see it on the phone board.',
  incidents: 'History',
  noIncidents: 'Nothing has happened yet.',
  history: 'Show the whole history',
  notices: 'Please note',
  board: 'Phone board',
  home: 'Your home',
  change: 'Change',
  changeName: 'Change your home',
  eligible: 'SOS can be sent from this home.',
  notEligible: 'SOS cannot be sent from this home yet:',
  own: 'A home of your own',
  boardHow: 'Stand-ins for your contacts’ phones. Nobody real is called.',
};

/** `compatible` of them work with SOS. */
export function camerasSaid(count: number, compatible: number): string {
  if (count === 0) return 'No doorbell or camera.';
  if (count === 1) return compatible ? '1 doorbell or camera, works with SOS.' : '1 doorbell or camera, does not work with SOS.';
  if (compatible === 0) return `${count} doorbells or cameras, none works with SOS.`;
  if (compatible === count) return `${count} doorbells or cameras, all work with SOS.`;
  return `${count} doorbells or cameras, ${compatible} of them with SOS.`;
}

export const MONITORED = {
  not_enrolled: 'The alarm is not enrolled in monitoring.',
  self_monitored: 'The alarm is self-monitored.',
  professional: 'The alarm is professionally monitored.',
} satisfies Record<Monitoring, string>;

/** On the screens of an incident whose station does not know the home any more. */
export const INCIDENT_UNKNOWN =
  'The station does not know this home any more. Nothing is known of this incident since. In an emergency, call 911.';

/** "Pro plan". */
export const PLAN_SAID = (name: string) => `${name} plan`;

export const FIRST = {
  called: (name: string) => `First to be called: ${name}`,
  none: 'No contact is set up: responders are requested at once.',
};

export const ALARM = {
  none: 'No base station, so no siren sounds.',
  alone: 'Base station.',
  withKeypad: 'Base station and keypad.',
  noCamera: 'No camera sounds with the siren.',
};

export const linkedSaid = (count: number) =>
  count === 1 ? 'The linked camera sounds with the siren.' : `${count} linked cameras sound with the siren.`;

export const DEMO_PASSWORD = {
  words: (password: string) => `Demo password: ${password}`,
  keys: (keys: string) => `on a keypad: ${keys}`,
};
