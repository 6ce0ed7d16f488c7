// Knows where a refusal leads, in Spanish.
export const SET_UP_AGAIN = 'Volver a configurar este hogar';
export const CHANGE_HOME = 'Cambiar este hogar';
