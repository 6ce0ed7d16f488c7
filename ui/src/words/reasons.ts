// Knows which reasons lie with the home, so that its answers mend them, and which with this device.
import type { Reason } from '../backend/wire';

const OF_DEVICE = ['revoked', 'revoked_after_hold', 'not_understood', 'id_reused'] as const satisfies readonly Reason[];

/** Where a refusal leads to the answers of a home that was set up. */
export const CHANGE_HOME = 'Change this home';

export type HomeReason = Exclude<Reason, (typeof OF_DEVICE)[number]>;

export const isOfHome = (reason: Reason): reason is HomeReason => !OF_DEVICE.some((ofDevice) => ofDevice === reason);
