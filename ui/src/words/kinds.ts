// Knows what the three services are called: on a slider, inside a sentence, at its start.
import type { Kind, Service } from '../backend/wire';

export const SERVICE_OF = {
  sos_police: 'police',
  sos_fire: 'fire',
  sos_medical: 'medical',
} as const satisfies Record<Kind, Service>;

/** The order of the sliders. */
export const KINDS = ['sos_police', 'sos_fire', 'sos_medical'] as const satisfies readonly Kind[];

/** On a slider and in a list. */
export const SERVICE_NAME = {
  police: 'Police',
  fire: 'Fire',
  medical: 'Medical',
} satisfies Record<Service, string>;

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

const SERVICE_ADJECTIVE = {
  police: 'police',
  fire: 'fire',
  medical: 'medical',
} satisfies Record<Service, string>;

export const kindName = (kind: Kind) => SERVICE_NAME[SERVICE_OF[kind]];
export const kindAsked = (kind: Kind) => SERVICE_ASKED[SERVICE_OF[kind]];
export const kindAdjective = (kind: Kind) => SERVICE_ADJECTIVE[SERVICE_OF[kind]];
