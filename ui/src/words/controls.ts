// Knows what disarm, cancel and the other controls of an open incident say. Silence, cancel and disarm are three
// controls with three outcomes, and each says its own (C3, D6, F7, G3).
import type { HomeView, IncidentView } from '../backend/wire';
import { isOpen, isStarted } from './timeline';
import * as en from './en/controls';
import * as es from './es/controls';
import * as fr from './fr/controls';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { DISARMS, CANCELS, DISARM, CANCEL } = words;
export const { CODE, SEND_NOW, SEND, STILL, NOTICE, OVER, JOINED, RESPONDERS } = words;

/** What helps to type the code: the demo shows its own, which protects nothing. */
export const codeHint = ({ demo_secrets }: HomeView) => (demo_secrets ? CODE.demo(demo_secrets.code) : undefined);

export interface ControlWords {
  text: string;
  confirm: string;
  does: string;
}

/** Disarming means the home's alarm; `null` where it does nothing that could be heard or seen. */
export function disarmWords(incident: IncidentView): ControlWords | null {
  const { plan, siren } = incident;
  const heard = siren !== null && siren.step !== 'silent';
  if (!isOpen(incident) || plan.opens === 'after_five_seconds' || (plan.disarm === 'no_effect' && !heard)) return null;
  const quiet = plan.course === 'full' || plan.course === 'drill' ? DISARMS[plan.disarm][isStarted(incident) ? 1 : 0] : DISARM.silences;
  return { text: DISARM.text, confirm: DISARM.confirm, does: quiet };
}

/** A cancel in the app, where it does something that no other control does. */
export function cancelControl(incident: IncidentView): ControlWords | null {
  const cell = CANCELS[incident.plan.cancel_in_app];
  if (!cell || !isOpen(incident) || incident.phase === 'held') return null;
  return { text: CANCEL.text, confirm: CANCEL.confirm, does: cell[isStarted(incident) ? 1 : 0] };
}
