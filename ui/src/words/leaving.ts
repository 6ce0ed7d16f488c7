// Knows what is said before the window closes or the app quits while something goes on: what happens
// without it, as far as the station has acknowledged it, and nothing more (C5, C6).
import type { Course, IncidentView, LeavingView } from '../backend/wire';
import { isHelp, kindAsked, servicesAsked, servicesSubject } from './kinds';
import { has, servicesOf } from './timeline';

export const LEAVING = {
  title: { window: 'Close this window?', app: 'Quit Mayday?' },
  stay: 'Stay',
  anyway: { window: 'Close anyway', app: 'Quit anyway' },
  /** A station of this computer ends with it. */
  computer: 'The station runs on this computer, which has to stay on.',
};

const EVEN_IF = { window: 'even if this window closes', app: 'even if Mayday quits' };
const THEN = {
  window: 'Mayday goes on without its window, and notifies you.',
  app: 'Mayday will not tell you what happens then.',
};

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
  if (course !== 'full' && isHelp(kind)) return `The station has it and goes on calling ${EVEN_IF[what]}. Nobody is sent.`;
  return isHelp(kind)
    ? `The SOS goes on. The station has it and asks for ${kindAsked(kind)} at ${street} ${EVEN_IF[what]}.`
    : `The siren order goes on. The station has it and sounds the siren ${EVEN_IF[what]}.`;
}

function unacknowledged({ kind, what }: LeavingView): string[] {
  const order = isHelp(kind) ? 'your request' : 'your siren order';
  const may = isHelp(kind) ? 'nobody may come' : 'the siren may stay silent';
  const then = what === 'window' ? `Mayday keeps trying without its window, but ${may}.` : `If you quit now, ${may}.`;
  return [`The station has not confirmed that it has ${order}.`, isHelp(kind) ? `${then} Stay, or call 911.` : then];
}

function cancelling({ kind, what }: LeavingView): string[] {
  const order = isHelp(kind) ? 'your request' : 'your siren order';
  return [
    'The station has not confirmed your cancel.',
    what === 'window'
      ? `Mayday keeps trying without its window. Until the station has it, the station may act on ${order}.`
      : `If you quit now, the cancel may not arrive, and the station may act on ${order}.`,
  ];
}

const SIREN_GOES_ON = 'The siren goes on until it is silenced or its set time is over.';

function goesOn({ kind }: LeavingView, street: string, incident: IncidentView | null): string {
  if (!incident) return isHelp(kind) ? `The station goes on calling. It asks for ${kindAsked(kind)} at ${street} unless that call cancels.` : kind === 'siren_only' ? SIREN_GOES_ON : 'The station goes on.';
  const services = servicesOf(incident);
  const asked = servicesAsked(services);
  switch (incident.phase) {
    case 'siren_alone':
      return SIREN_GOES_ON;
    case 'requesting':
      return `The station goes on requesting ${asked} for ${street}, and tells your contacts.`;
    case 'requested':
      return `${servicesSubject(services)} requested for ${street}: that stays so. The station goes on telling your contacts.`;
    case 'held':
      return has(incident, 'entry_delay')
        ? 'The entry delay runs. Unless it is disarmed, the station raises the alarm.'
        : heldByStation(kind, asked, street);
    case 'informing':
      return 'The station goes on telling your contacts. Nobody is asked to come.';
    case 'nobody_sent':
      return 'Nobody answered, and nobody was sent. Open Mayday again to send police.';
    case 'contacting':
      return contacting(incident, asked, street);
    case 'joined':
    case 'closed':
      return 'The station goes on.';
  }
}

function heldByStation(kind: LeavingView['kind'], asked: string, street: string): string {
  return isHelp(kind)
    ? `The station holds this SOS and acts by itself: it calls your contacts and asks for ${asked} at ${street}.`
    : SIREN_GOES_ON;
}

/** A drill sends nobody, whatever the call brings. */
function contacting({ plan }: IncidentView, asked: string, street: string): string {
  return plan.course === 'full'
    ? `The station goes on calling. It asks for ${asked} at ${street} unless that call cancels.`
    : 'The station goes on calling. Nobody is asked to come.';
}
