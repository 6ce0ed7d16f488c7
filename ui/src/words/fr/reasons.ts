// Knows where a refusal leads, in Canadian French.
export const SET_UP_AGAIN = 'Configurer ce domicile de nouveau';
export const CHANGE_HOME = 'Modifier ce domicile';
