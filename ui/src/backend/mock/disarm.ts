// Knows what a disarm or a cancel in the app comes to in the simulation: what the incident's plan says.
import type { CancelEffect, ErrorBody, IncidentView } from '../wire';
import { EVERYWHERE, type Happening } from './home';

const refusal = (code: ErrorBody['code'], sentence: string): ErrorBody => ({ code, sentence, reasons: [], problems: [] });

export const WRONG_CODE = refusal('wrong_code', 'That is not this home’s code.');
export const CODE_NEEDED = refusal('code_needed', 'In this home a cancel takes the code.');
export const TOO_MANY_TRIES = refusal('too_many_tries', 'Too many wrong codes. Try again later. Help never needs a code.');
export const INCIDENT_OPEN = refusal('incident_open', 'An SOS or alarm is open. This can be changed once it has ended.');

const BY_DISARM = { no_effect: 'nothing', cancels: 'cancelled', passed_on: 'passed_on' } as const;
const IN_APP = { no_effect: 'nothing', as_disarm: 'cancelled', passed_on: 'passed_on', stops_siren: 'siren_only' } as const;

const isStarted = ({ timeline }: IncidentView) => timeline.some(({ event }) => event === 'requesting');

/** Once responders are being asked, nothing cancels any more. */
const late = (effect: CancelEffect, incident: IncidentView): CancelEffect =>
  effect === 'cancelled' && isStarted(incident) ? 'passed_on' : effect;

export const disarmEffect = (incident: IncidentView) => late(BY_DISARM[incident.plan.disarm], incident);
export const cancelEffect = (incident: IncidentView) => late(IN_APP[incident.plan.cancel_in_app], incident);

const SILENT = { siren: { step: 'silent', places: EVERYWHERE } } as const;

/** What changes in the incident, besides the entry. */
export function changesOf(effect: CancelEffect, incident: IncidentView, silences: boolean): Partial<IncidentView> {
  const siren = incident.siren && silences ? SILENT : {};
  return effect === 'cancelled' ? { ...siren, phase: 'closed', ending: 'disarmed' } : siren;
}

export const disarmed = (effect: CancelEffect): Happening => ({ event: 'disarmed', effect });
export const cancelled = (effect: CancelEffect): Happening => ({ event: 'cancelled_in_app', effect });
