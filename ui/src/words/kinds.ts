// Knows what the three services and the siren are called: on a control, inside a sentence, at its start.
import type { Kind, Service } from '../backend/wire';

/** The kinds that ask somebody to come. The siren alone asks nobody. */
export type HelpKind = Exclude<Kind, 'siren_only'>;

export const SERVICE_OF = {
  sos_police: 'police',
  sos_fire: 'fire',
  sos_medical: 'medical',
} as const satisfies Record<HelpKind, Service>;

/** Whether somebody is asked to come. */
export const isHelp = (kind: Kind): kind is HelpKind => kind in SERVICE_OF;

/** The order of the sliders. */
export const KINDS = ['sos_police', 'sos_fire', 'sos_medical'] as const satisfies readonly HelpKind[];

/** After a verb: "Requesting …". */
export const SERVICE_ASKED = {
  police: 'police',
  fire: 'the fire department',
  medical: 'medical help',
} satisfies Record<Service, string>;

/** As a subject: "… requested". */
export const SERVICE_SUBJECT = {
  police: 'Police',
  fire: 'Fire department',
  medical: 'Medical help',
} satisfies Record<Service, string>;

/** On a slider and in a list. */
const KIND_NAME = {
  sos_police: 'Police',
  sos_fire: 'Fire',
  sos_medical: 'Medical',
  siren_only: 'Siren only',
} satisfies Record<Kind, string>;

const KIND_ADJECTIVE = {
  sos_police: 'police',
  sos_fire: 'fire',
  sos_medical: 'medical',
  siren_only: 'siren',
} satisfies Record<Kind, string>;

/** In the list of incidents. */
const KIND_HEADING = {
  sos_police: 'Police SOS',
  sos_fire: 'Fire SOS',
  sos_medical: 'Medical SOS',
  siren_only: 'Siren only',
} satisfies Record<Kind, string>;

export const kindName = (kind: Kind) => KIND_NAME[kind];
export const kindAdjective = (kind: Kind) => KIND_ADJECTIVE[kind];
export const kindHeading = (kind: Kind) => KIND_HEADING[kind];
export const kindAsked = (kind: Kind) => (isHelp(kind) ? SERVICE_ASKED[SERVICE_OF[kind]] : 'nobody');
export const kindSubject = (kind: Kind) => (isHelp(kind) ? SERVICE_SUBJECT[SERVICE_OF[kind]] : 'Nobody');
