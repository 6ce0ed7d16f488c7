// Knows which reasons lie with the home, so that its answers mend them, and which with this device.
import type { Reason } from '../backend/wire';
import * as en from './en/reasons';
import * as es from './es/reasons';
import * as fr from './fr/reasons';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { CHANGE_HOME } = words;
export const { SET_UP_AGAIN } = words;

const OF_DEVICE = ['revoked', 'revoked_after_hold', 'not_understood', 'id_reused'] as const satisfies readonly Reason[];

/** Where a refusal leads to the answers of a home that was set up. */
export const changeHome = (mended: Reason) => (mended === 'home_unknown' ? SET_UP_AGAIN : CHANGE_HOME);

export type HomeReason = Exclude<Reason, (typeof OF_DEVICE)[number]>;

export const isOfHome = (reason: Reason): reason is HomeReason => !OF_DEVICE.some((ofDevice) => ofDevice === reason);
