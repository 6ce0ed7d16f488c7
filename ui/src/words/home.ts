// Knows what the welcome and the dashboard say.
import type { ContactView, HomeFacts, IncidentView, Plan } from '../backend/wire';
import { keypadDigits, spaced } from './keypad';
import { kindHeading } from './kinds';
import { courseMarked } from './mode';
import { called } from './readiness';
import { entryWords, nameIn, standing } from './timeline';
import * as en from './en/home';
import * as es from './es/home';
import * as fr from './fr/home';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { camerasSaid, MONITORED, PLAN_SAID, FIRST, ALARM, linkedSaid, DEMO_PASSWORD } = words;
export const { WELCOME, RULE, HAPPENING, SPEAKERS, STARTING, STATION, PLAN_NAME, DEMO_DEVICES, MONITORING, DASHBOARD, INCIDENT_UNKNOWN } = words;

export const PLANS = ['basic', 'plus', 'pro'] as const satisfies readonly Plan[];

export const planName = (plan: Plan) => PLAN_SAID(PLAN_NAME[plan]);

export const planLine = (facts: HomeFacts) =>
  facts.has_alarm ? `${planName(facts.plan)} · ${MONITORING[facts.monitoring]}` : planName(facts.plan);

export function firstToBeCalled(contacts: readonly ContactView[]): string {
  const [first] = called(contacts);
  return first ? FIRST.called(first.name) : FIRST.none;
}

/** One line for each thing that stands in the home. */
export const deviceLines = (facts: HomeFacts) =>
  facts.has_alarm ? [...thingLines(facts), MONITORED[facts.monitoring]] : thingLines(facts);

type Things = Pick<HomeFacts, 'cameras' | 'cameras_linked' | 'has_alarm' | 'security_kit'>;

/** The same without who watches it. */
export const thingLines = (things: Things) =>
  [camerasSentence(things), alarmSentence(things), things.has_alarm ? linkedSentence(things) : null].filter((line) => line !== null);

function camerasSentence({ cameras }: Things): string {
  return camerasSaid(cameras.length, cameras.filter((camera) => camera.compatible).length);
}

function alarmSentence({ has_alarm, security_kit }: Things): string {
  if (!has_alarm) return ALARM.none;
  return security_kit ? ALARM.withKeypad : ALARM.alone;
}

function linkedSentence({ cameras, cameras_linked }: Things): string | null {
  const sounding = cameras.filter((camera) => camera.compatible).length;
  if (sounding === 0) return null;
  return cameras_linked ? linkedSaid(sounding) : ALARM.noCamera;
}

/** One line of the list of latest incidents. */
export const incidentLine = (incident: IncidentView) => ({
  kind: courseMarked(incident.plan.course, kindHeading(incident.kind)),
  stands: standing(incident),
  at: incident.timeline[0]?.at_ms ?? null,
});

/** The demo's verbal password, and how it is pressed. */
export const demoPassword = (password: string) => ({
  words: DEMO_PASSWORD.words(password),
  keys: DEMO_PASSWORD.keys(spaced(keypadDigits(password))),
});

/** The newest step of an incident, when its standing does not say the same. */
export function latestStep(incident: IncidentView): string | null {
  const last = incident.timeline.at(-1);
  if (!last) return null;
  const step = entryWords(last, incident, nameIn(incident));
  return step === standing(incident) ? null : step;
}
