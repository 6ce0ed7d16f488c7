// Knows what the kinds and the three services are called: on a control, inside a sentence, at its start.
// What a kind does is never read from its name: that stands in its incident's plan.
import type { Kind, Service } from '../backend/wire';
import { listed } from './common';

/** The sliders. The siren alone asks nobody, and alarms are raised by a hub. */
export type HelpKind = 'sos_police' | 'sos_fire' | 'sos_medical';

export const SERVICE_OF = {
  sos_police: 'police',
  sos_fire: 'fire',
  sos_medical: 'medical',
} as const satisfies Record<HelpKind, Service>;

/** The slider of a service. */
export const KIND_OF = { police: 'sos_police', fire: 'sos_fire', medical: 'sos_medical' } as const satisfies Record<Service, HelpKind>;

/** Whether it is one of the sliders. */
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

/** What a hub raises. */
const ALARM_NAME = {
  burglar: 'Burglar alarm',
  smoke: 'Smoke alarm',
  carbon_monoxide: 'Carbon monoxide alarm',
  panic: 'Panic alarm',
  duress: 'Duress',
  flood: 'Flood alarm',
  freeze: 'Freeze alarm',
} satisfies Record<Exclude<Kind, HelpKind | 'siren_only'>, string>;

/** On a slider and in a list. */
const KIND_NAME = {
  sos_police: 'Police',
  sos_fire: 'Fire',
  sos_medical: 'Medical',
  siren_only: 'Siren only',
  ...ALARM_NAME,
} satisfies Record<Kind, string>;

const KIND_ADJECTIVE = {
  sos_police: 'police',
  sos_fire: 'fire',
  sos_medical: 'medical',
  siren_only: 'siren',
  burglar: 'burglar',
  smoke: 'smoke',
  carbon_monoxide: 'carbon monoxide',
  panic: 'panic',
  duress: 'duress',
  flood: 'flood',
  freeze: 'freeze',
} satisfies Record<Kind, string>;

/** In the list of incidents. */
const KIND_HEADING = {
  sos_police: 'Police SOS',
  sos_fire: 'Fire SOS',
  sos_medical: 'Medical SOS',
  siren_only: 'Siren only',
  ...ALARM_NAME,
} satisfies Record<Kind, string>;

export const kindName = (kind: Kind) => KIND_NAME[kind];
export const kindAdjective = (kind: Kind) => KIND_ADJECTIVE[kind];
export const kindHeading = (kind: Kind) => KIND_HEADING[kind];
export const kindAsked = (kind: Kind) => (isHelp(kind) ? SERVICE_ASKED[SERVICE_OF[kind]] : 'nobody');

/** Several, after a verb: "police and the fire department". */
export const servicesAsked = (services: readonly Service[]) =>
  services.length ? listed(services.map((service) => SERVICE_ASKED[service])) : 'nobody';

/** Several, as a subject: "Police and fire department". */
export function servicesSubject(services: readonly Service[]): string {
  const [first, ...others] = services.map((service) => SERVICE_SUBJECT[service]);
  return first ? listed([first, ...others.map((name) => name.toLowerCase())]) : 'Nobody';
}
