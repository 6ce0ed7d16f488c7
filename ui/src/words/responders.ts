// Knows what the page for responders says: what, where, when, and who was reached. Nothing that is not on the timeline.
import type { IncidentView } from '../backend/wire';
import { TRIGGER } from './alarm';
import { clockTime } from './common';
import { SERVICE_SUBJECT, kindHeading } from './kinds';
import { nameIn } from './timeline';
import * as en from './en/responders';
import * as es from './es/responders';
import * as fr from './fr/responders';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { REACHED } = words;

export interface Fact {
  key: string;
  text: string;
}

export const whatHappened = (incident: IncidentView): Fact[] => [
  { key: 'kind', text: kindHeading(incident.kind) },
  ...incident.timeline.flatMap((entry, at) =>
    entry.event === 'alarm_raised' || entry.event === 'also_triggered'
      ? [{ key: `t-${at}`, text: `${TRIGGER[entry.trigger]}, ${clockTime(entry.at_ms)}` }]
      : [],
  ),
];

export const whoIsAsked = (incident: IncidentView): Fact[] =>
  incident.timeline.flatMap((entry, at) =>
    entry.event === 'requested' ? [{ key: `r-${at}`, text: `${SERVICE_SUBJECT[entry.service]}, ${clockTime(entry.at_ms)}` }] : [],
  );

/** Everybody who answered, with the last thing that is known of him. */
export function whoWasReached(incident: IncidentView): Fact[] {
  const reached = new Map<string, string>();
  for (const entry of incident.timeline) {
    if (!('contact' in entry)) continue;
    const said = REACHED[entry.event];
    if (said) reached.set(entry.contact, `${said(nameIn(incident)(entry.contact))}, ${clockTime(entry.at_ms)}`);
  }
  return [...reached].map(([key, text]) => ({ key, text }));
}

export const began = ({ timeline }: IncidentView) => (timeline[0] ? clockTime(timeline[0].at_ms) : '');
