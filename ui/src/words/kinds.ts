// Knows what the kinds and the three services are called: on a control, inside a sentence, at its start.
// What a kind does is never read from its name: that stands in its incident's plan.
import type { Kind, Service } from '../backend/wire';
import { listed } from './common';
import * as en from './en/kinds';
import * as es from './es/kinds';
import * as fr from './fr/kinds';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { NOBODY, requested, areRequested, KIND_NAME, KIND_ADJECTIVE, KIND_HEADING } = words;
export const { SERVICE_ASKED, SERVICE_SUBJECT } = words;

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

export const kindName = (kind: Kind) => KIND_NAME[kind];

export const kindAdjective = (kind: Kind) => KIND_ADJECTIVE[kind];

export const kindHeading = (kind: Kind) => KIND_HEADING[kind];

export const kindAsked = (kind: Kind) => (isHelp(kind) ? SERVICE_ASKED[SERVICE_OF[kind]] : NOBODY.asked);

/** Several, after a verb: "police and the fire department". */
export const servicesAsked = (services: readonly Service[]) =>
  services.length ? listed(services.map((service) => SERVICE_ASKED[service])) : NOBODY.asked;

/** Several, as a subject: "Police and fire department". */
export function servicesSubject(services: readonly Service[]): string {
  const [first, ...others] = services.map((service) => SERVICE_SUBJECT[service]);
  return first ? listed([first, ...others.map((name) => name.toLowerCase())]) : NOBODY.subject;
}

/** "Police and fire department requested". */
export const servicesRequested = (services: readonly Service[]) => requested(services, servicesSubject(services));

/** "police are requested": what follows. */
export const servicesWillBe = (services: readonly Service[]) => areRequested(services, servicesAsked(services));
