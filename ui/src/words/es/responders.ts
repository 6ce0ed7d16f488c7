// Knows what the page for responders says, in Spanish.
import type * as en from '../en/responders';
import type { Words } from '../language';

export const REACHED: Words<typeof en.REACHED> = {
  answered: (name) => `${name} contestó`,
  confirmed_by: (name) => `${name} pidió ayuda`,
  cancelled_by: (name) => `${name} dijo que era una falsa alarma`,
  told: (name) => `Se avisó a ${name}`,
};
