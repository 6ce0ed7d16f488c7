// Knows what the welcome and the dashboard say.
import type { ContactView, HomeFacts, IncidentView, Monitoring, Plan, StationLink } from '../backend/wire';
import { SERVICE_OF, SERVICE_SUBJECT, SERVICE_ASKED, kindName } from './kinds';
import { standing } from './timeline';

export const WELCOME = {
  title: 'Mayday',
  what: 'Slide for police, fire or medical help, and a monitoring station calls your people and asks responders to come.',
  tryIt: 'Try it',
  tryItHow: 'A demo home with a phone board. It can reach nobody real.',
  starting: 'Starting the station on this computer…',
  choices: [
    { name: 'Set up my home', why: 'Not available in this version yet.' },
    { name: 'Join a home', why: 'Not available in this version yet.' },
  ],
  emergency: 'In an emergency, call 911.',
};

export const STARTING = 'Opening Mayday…';

export const STATION = {
  none: { title: 'No station yet', detail: 'No home is set up on this device.' },
  connecting: { title: 'Looking for the station…', detail: 'You can use SOS meanwhile. It keeps trying.' },
  reachable: { title: 'The station answers', detail: 'It runs the demo on this computer.' },
  unreachable: {
    title: 'The station does not answer',
    detail: 'An SOS would keep trying to reach it. In an emergency, call 911.',
  },
} satisfies Record<StationLink, { title: string; detail: string }>;

export const PLAN_NAME = { basic: 'Basic', plus: 'Plus', pro: 'Pro' } satisfies Record<Plan, string>;
export const PLANS = ['basic', 'plus', 'pro'] as const satisfies readonly Plan[];

export const MONITORING = {
  not_enrolled: 'alarm not enrolled',
  self_monitored: 'self-monitored alarm',
  professional: 'professionally monitored',
} satisfies Record<Monitoring, string>;

export const DASHBOARD = {
  station: 'Station',
  contacts: 'Emergency contacts',
  devices: 'Cameras and alarm',
  plan: 'Demo plan',
  planHow: 'Try what SOS does on each plan.',
  incidents: 'Latest',
  noIncidents: 'Nothing has happened yet.',
  notices: 'Please note',
  board: 'Phone board',
  boardHow: 'Stand-ins for your contacts’ phones. Nobody real is called.',
};

export const planLine = (facts: HomeFacts) =>
  facts.has_alarm ? `${PLAN_NAME[facts.plan]} plan · ${MONITORING[facts.monitoring]}` : `${PLAN_NAME[facts.plan]} plan`;

export function firstToBeCalled(contacts: readonly ContactView[]): string {
  const first = contacts[0];
  return first ? `First to be called: ${first.name}` : 'No contact is set up: responders are requested at once.';
}

export const devicesLine = (facts: HomeFacts) => `${camerasSentence(facts)} ${alarmSentence(facts)}`;

function camerasSentence({ cameras }: HomeFacts): string {
  const compatible = cameras.filter((camera) => camera.compatible).length;
  if (cameras.length === 0) return 'No doorbell or camera.';
  if (cameras.length === 1) {
    return compatible ? '1 doorbell or camera, works with SOS.' : '1 doorbell or camera, does not work with SOS.';
  }
  if (compatible === 0) return `${cameras.length} doorbells or cameras, none works with SOS.`;
  if (compatible === cameras.length) return `${cameras.length} doorbells or cameras, all work with SOS.`;
  return `${cameras.length} doorbells or cameras, ${compatible} of them with SOS.`;
}

function alarmSentence({ has_alarm, security_kit }: HomeFacts): string {
  if (!has_alarm) return 'No base station, so no siren sounds.';
  return security_kit ? 'Base station and keypad.' : 'Base station.';
}

/** One line of the list of latest incidents. */
export const incidentLine = (incident: IncidentView) => ({
  kind: `${kindName(incident.kind)} SOS`,
  stands: standing(incident),
  at: incident.timeline[0]?.at_ms ?? null,
});

export const serviceSubject = (incident: IncidentView) => SERVICE_SUBJECT[SERVICE_OF[incident.kind]];
export const serviceAsked = (incident: IncidentView) => SERVICE_ASKED[SERVICE_OF[incident.kind]];
