// Knows what the page for responders says, in Canadian French.
import type * as en from '../en/responders';
import type { Words } from '../language';

export const REACHED: Words<typeof en.REACHED> = {
  answered: (name) => `${name} a répondu`,
  confirmed_by: (name) => `${name} a demandé de l’aide`,
  cancelled_by: (name) => `${name} a dit que c’était une fausse alarme`,
  told: (name) => `On a avisé ${name}`,
};
