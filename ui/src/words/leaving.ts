// Knows what is said before the window closes or the app quits while something goes on: what happens
// without it, as far as the station has acknowledged it, and nothing more (C5, C6).
import type { IncidentView, LeavingView } from '../backend/wire';
import { isHelp, kindAsked, kindSubject } from './kinds';

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
export function leavingWords(asked: LeavingView, street: string, incident: IncidentView | null): LeavingWords {
  switch (asked.known) {
    case 'held':
      return { lines: [held(asked, street), LEAVING.computer], offer911: false };
    case 'unacknowledged':
      return { lines: unacknowledged(asked), offer911: isHelp(asked.kind) };
    case 'cancelling':
      return { lines: cancelling(asked), offer911: false };
    case 'open':
      return { lines: [goesOn(asked, street, incident), THEN[asked.what], LEAVING.computer], offer911: false };
  }
}

function held({ kind, what }: LeavingView, street: string): string {
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

function goesOn({ kind }: LeavingView, street: string, incident: IncidentView | null): string {
  if (!isHelp(kind)) return 'The siren goes on until it is silenced or its set time is over.';
  switch (incident?.phase) {
    case 'requesting':
      return `The station goes on requesting ${kindAsked(kind)} for ${street}, and tells your contacts.`;
    case 'requested':
      return `${kindSubject(kind)} requested for ${street}: that stays so. The station goes on telling your contacts.`;
    case 'held':
      return `The station holds this SOS and acts by itself: it calls your contacts and asks for ${kindAsked(kind)} at ${street}.`;
    case 'contacting':
    case 'siren_alone':
    case 'closed':
    case undefined:
      return `The station goes on calling. It asks for ${kindAsked(kind)} at ${street} unless that call cancels.`;
  }
}
