// Knows at which step and question each answer is given, and so where each reason and problem is mended.
import type { SetUpField } from '../../backend/wire';
import type { HomeReason } from '../../words/reasons';
import { STEPS, type Step } from '../../words/setup';

/** A question as it stands on the screen: what the station asks about, and some that it never objects to. */
export type Question = SetUpField | 'country' | 'has_alarm' | 'plan' | 'ask_password' | 'premises';

export interface Place {
  step: Step;
  question: Question;
}

const STEP_OF = {
  street: 'address',
  city: 'address',
  subdivision: 'address',
  postal_code: 'address',
  security_kit: 'devices',
  cameras: 'devices',
  cameras_linked: 'devices',
  contacts: 'contacts',
  contact_name: 'contacts',
  contact_phone: 'contacts',
  contacts_agree: 'contacts',
  password: 'password',
  duress_password: 'password',
  code: 'password',
  duress_code: 'password',
  monitoring: 'plan',
  permit: 'plan',
  sos_for_cameras: 'plan',
} satisfies Record<SetUpField, Step>;

const MENDED_AT = {
  plan_without_sos: { step: 'plan', question: 'plan' },
  us_territory: { step: 'address', question: 'subdivision' },
  quebec: { step: 'address', question: 'subdivision' },
  outside_region: { step: 'address', question: 'country' },
  no_device: { step: 'devices', question: 'has_alarm' },
  alarm_not_enrolled: { step: 'plan', question: 'monitoring' },
  self_monitored: { step: 'plan', question: 'monitoring' },
  cameras_not_enrolled: { step: 'plan', question: 'sos_for_cameras' },
  no_compatible_camera: { step: 'devices', question: 'cameras' },
  no_base_station: { step: 'devices', question: 'has_alarm' },
  plan_without_monitoring: { step: 'plan', question: 'plan' },
  flood_outside_united_states: { step: 'address', question: 'country' },
  smoke_at_business: { step: 'address', question: 'premises' },
  home_unknown: { step: 'password', question: 'password' },
} satisfies Record<HomeReason, Place>;

export const stepOf = (field: SetUpField): Step => STEP_OF[field];
export const mendedAt = (reason: HomeReason): Place => MENDED_AT[reason];
export const numberOf = (step: Step) => STEPS.indexOf(step) + 1;
export const before = (step: Step): Step | null => STEPS[STEPS.indexOf(step) - 1] ?? null;
export const after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'finish';
