// Knows what is said where plan and enrolment could not be checked, in English.

export const IN_DOUBT = 'The home’s enrolment could not be checked when this came in. It was accepted all the same.';
