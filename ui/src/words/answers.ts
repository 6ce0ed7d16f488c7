// Knows how the answers of a set-up read when they stand together: lines of text, step by step.
import type { HomeSetup } from '../backend/wire';
import { planName, thingLines } from './home';
import { REGIONS } from './regions';
import type { Step } from './setup';
import * as en from './en/answers';
import * as es from './es/answers';
import * as fr from './fr/answers';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { ENROLLED, SAID } = words;

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
  return [street, [city, place].filter(Boolean).join(', '), premises === 'business' ? SAID.business : ''].filter(Boolean);
}

function passwordLine({ password }: HomeSetup, change: boolean): string {
  if (password !== undefined) return change ? SAID.newPassword : SAID.password;
  return change ? SAID.samePassword : SAID.noPassword;
}

function planLines({ plan, has_alarm, monitoring, cameras, sos_for_cameras, ask_password, permit }: HomeSetup): string[] {
  return [
    `${planName(plan)}.`,
    ...(has_alarm ? [ENROLLED[monitoring]] : []),
    ...(permit ? [SAID.permit(permit)] : []),
    ...(cameras.length ? [sos_for_cameras ? SAID.camerasOn : SAID.camerasOff] : []),
    ...(has_alarm ? [] : [ask_password ? SAID.asked : SAID.notAsked]),
  ];
}
