// Knows what is said where plan and enrolment could not be checked, in Canadian French.
export const IN_DOUBT = 'L’inscription du domicile n’a pas pu être vérifiée à la réception. Ceci a été accepté quand même.';
