// Knows how the answers of a set-up read when they stand together: lines of text, step by step.
import type { HomeSetup } from '../backend/wire';
import { PLAN_NAME, thingLines } from './home';
import { REGIONS } from './regions';
import type { Step } from './setup';

export interface Answer {
  step: Step;
  lines: string[];
}

export function answers(setup: HomeSetup, change: boolean): Answer[] {
  return [
    { step: 'address', lines: addressLines(setup) },
    { step: 'devices', lines: thingLines(setup) },
    { step: 'contacts', lines: setup.contacts.map(({ name, phone }, at) => `${at + 1}. ${name}${phone && `, ${phone}`}`) },
    { step: 'password', lines: [passwordLine(setup, change)] },
    { step: 'plan', lines: planLines(setup) },
  ];
}

export function addressLines({ address: { street, city, region, postal_code }, premises }: HomeSetup): string[] {
  const known = REGIONS[region.country].groups.flatMap(({ subdivisions }) => subdivisions);
  const name = known.find(({ code }) => code === region.subdivision)?.name ?? '';
  const place = [name, postal_code].filter(Boolean).join(' ');
  return [street, [city, place].filter(Boolean).join(', '), premises === 'business' ? 'A business.' : ''].filter(Boolean);
}

function passwordLine({ password }: HomeSetup, change: boolean): string {
  if (password !== undefined) return change ? 'A new one is chosen.' : 'Chosen.';
  return change ? 'Stays as it is.' : 'Not chosen yet.';
}

const ENROLLED = {
  professional: 'Professional monitoring.',
  self_monitored: 'Self-monitored.',
  not_enrolled: 'The alarm is not enrolled.',
} satisfies Record<HomeSetup['monitoring'], string>;

function planLines({ plan, has_alarm, monitoring, cameras, sos_for_cameras, ask_password, permit }: HomeSetup): string[] {
  return [
    `${PLAN_NAME[plan]} plan.`,
    ...(has_alarm ? [ENROLLED[monitoring]] : []),
    ...(permit ? [`Alarm permit ${permit}.`] : []),
    ...(cameras.length ? [sos_for_cameras ? 'SOS for cameras is on.' : 'SOS for cameras is off.'] : []),
    ...(has_alarm ? [] : [ask_password ? 'The verbal password is asked.' : 'The verbal password is not asked.']),
  ];
}
