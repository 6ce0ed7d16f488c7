// Knows where a refusal leads, in English.

/** A home that the station does not know any more is made again from the answers kept on this device. */
export const SET_UP_AGAIN = 'Set this home up again';

export const CHANGE_HOME = 'Change this home';
