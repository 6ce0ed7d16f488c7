// Knows what the kinds and the three services are called, in English.
import type { Kind, Service } from '../../backend/wire';
import type { HelpKind } from '../kinds';

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

export const NOBODY = { asked: 'nobody', subject: 'Nobody' };

/** What a hub raises. */
export const ALARM_NAME = {
  burglar: 'Burglar alarm',
  smoke: 'Smoke alarm',
  carbon_monoxide: 'Carbon monoxide alarm',
  panic: 'Panic alarm',
  duress: 'Duress',
  flood: 'Flood alarm',
  freeze: 'Freeze alarm',
} satisfies Record<Exclude<Kind, HelpKind | 'siren_only'>, string>;

/** On a slider and in a list. */
export const KIND_NAME = {
  sos_police: 'Police',
  sos_fire: 'Fire',
  sos_medical: 'Medical',
  siren_only: 'Siren only',
  ...ALARM_NAME,
} satisfies Record<Kind, string>;

export const KIND_ADJECTIVE = {
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
export const KIND_HEADING = {
  sos_police: 'Police SOS',
  sos_fire: 'Fire SOS',
  sos_medical: 'Medical SOS',
  siren_only: 'Siren only',
  ...ALARM_NAME,
} satisfies Record<Kind, string>;

/** "Police and fire department requested": the receiving side accepted. */
export const requested = (services: readonly Service[], subject: string) => (services.length ? `${subject} requested` : 'Nobody requested');

/** "police are requested", of what follows. */
export function areRequested(services: readonly Service[], asked: string): string {
  return `${asked} ${services.length > 1 || services[0] === 'police' ? 'are' : 'is'} requested`;
}
