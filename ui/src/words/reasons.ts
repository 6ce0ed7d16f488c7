// Knows which reasons lie with the home, so that its answers mend them, and which with this device.
import type { Reason } from '../backend/wire';

const OF_DEVICE = ['revoked', 'revoked_after_hold', 'not_understood', 'id_reused'] as const satisfies readonly Reason[];

/** A home that the station does not know any more is made again from the answers kept on this device. */
export const SET_UP_AGAIN = 'Set this home up again';

/** Where a refusal leads to the answers of a home that was set up. */
export const changeHome = (mended: Reason) => (mended === 'home_unknown' ? SET_UP_AGAIN : 'Change this home');

export type HomeReason = Exclude<Reason, (typeof OF_DEVICE)[number]>;

export const isOfHome = (reason: Reason): reason is HomeReason => !OF_DEVICE.some((ofDevice) => ofDevice === reason);
