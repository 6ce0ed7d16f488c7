// Knows what is said about the home's people and devices, and about coming into a home with a code (V1).
import type { InvitationView, PairedDeviceView } from '../backend/wire';
import { longDay } from './common';
import * as en from './en/household';
import * as es from './es/household';
import * as fr from './fr/household';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { HOLDS, ADDED } = words;
export const { HOUSEHOLD, ROLE, INVITE, LEAVE, RECOVERY, JOIN, removeName, STATION_ELSEWHERE, REMOVED_ELSEWHERE } = words;

/** How long a code still holds. */
export const holds = (left_ms: number) => (left_ms <= 0 ? HOLDS.over : left_ms < 90_000 ? HOLDS.minute : HOLDS.minutes(Math.round(left_ms / 60_000)));

/** What is sent to whoever is let in. */
export const inviteMessage = ({ code, link, addresses }: InvitationView) => INVITE.message(link, code, addresses[0] ?? '');

/** "Owner · added on May 3, 2026". */
export const deviceLine = ({ role, added_ms }: PairedDeviceView) => `${ROLE[role]} · ${ADDED(longDay(added_ms))}`;
