// Knows what is said before the window closes or the app quits while something goes on: what happens
// without it, as far as the station has acknowledged it, and nothing more (C5, C6).
import type { Course, IncidentView, LeavingView } from '../backend/wire';
import { isHelp, kindAsked, servicesAsked, servicesRequested } from './kinds';
import { has, servicesOf } from './timeline';
import * as en from './en/leaving';
import * as es from './es/leaving';
import * as fr from './fr/leaving';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { THEN, HELD, UNACKNOWLEDGED, CANCELLING, GOES_ON } = words;
export const { LEAVING } = words;

export interface LeavingWords {
  lines: string[];
  /** Nobody may come: the number stands beside it. */
  offer911: boolean;
}

/** What goes on without the window, or without the app. `incident` is the open one, once it is known. */
export function leavingWords(asked: LeavingView, street: string, incident: IncidentView | null, course: Course = 'full'): LeavingWords {
  switch (asked.known) {
    case 'held':
      return { lines: [held(asked, street, course), LEAVING.computer], offer911: false };
    case 'unacknowledged':
      return { lines: unacknowledged(asked), offer911: isHelp(asked.kind) };
    case 'cancelling':
      return { lines: cancelling(asked), offer911: false };
    case 'open':
      return { lines: [goesOn(asked, street, incident), THEN[asked.what], LEAVING.computer], offer911: false };
  }
}

function held({ kind, what }: LeavingView, street: string, course: Course): string {
  if (!isHelp(kind)) return HELD[what].siren;
  return course === 'full' ? HELD[what].help(kindAsked(kind), street) : HELD[what].nobody;
}

function unacknowledged({ kind, what }: LeavingView): string[] {
  const words = isHelp(kind) ? UNACKNOWLEDGED.help : UNACKNOWLEDGED.siren;
  return [words.lead, words[what]];
}

function cancelling({ kind, what }: LeavingView): string[] {
  return [CANCELLING.lead, (isHelp(kind) ? CANCELLING.help : CANCELLING.siren)[what]];
}

function goesOn({ kind }: LeavingView, street: string, incident: IncidentView | null): string {
  if (!incident) return isHelp(kind) ? GOES_ON.asksUnless(kindAsked(kind), street) : kind === 'siren_only' ? GOES_ON.siren : GOES_ON.alone;
  const services = servicesOf(incident);
  const asked = servicesAsked(services);
  switch (incident.phase) {
    case 'siren_alone':
      return GOES_ON.siren;
    case 'requesting':
      return GOES_ON.requesting(asked, street);
    case 'requested':
      return GOES_ON.requested(servicesRequested(services), street);
    case 'held':
      return has(incident, 'entry_delay') ? GOES_ON.entryDelay : heldByStation(kind, asked, street);
    case 'informing':
      return GOES_ON.informing;
    case 'nobody_sent':
      return GOES_ON.nobodySent;
    case 'contacting':
      return contacting(incident, asked, street);
    case 'joined':
    case 'closed':
      return GOES_ON.alone;
  }
}

const heldByStation = (kind: LeavingView['kind'], asked: string, street: string) =>
  isHelp(kind) ? GOES_ON.held(asked, street) : GOES_ON.siren;

/** A drill sends nobody, whatever the call brings. */
const contacting = ({ plan }: IncidentView, asked: string, street: string) =>
  plan.course === 'full' ? GOES_ON.asksUnless(asked, street) : GOES_ON.calls;
