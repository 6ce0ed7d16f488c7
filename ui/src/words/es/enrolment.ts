// Knows what is said where plan and enrolment could not be checked, in Spanish.
export const IN_DOUBT = 'No se pudo comprobar la inscripción del hogar cuando esto llegó. Se aceptó de todos modos.';
