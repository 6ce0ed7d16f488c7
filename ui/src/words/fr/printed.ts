// Knows what the history says on paper, in Canadian French.
import type * as en from '../en/printed';
import type { Words } from '../language';

export const PRINTED: Words<typeof en.PRINTED> = {
  title: 'Historique de Mayday',
  made: (when) => `fait le ${when}`,
  unsigned: 'Cette page est faite pour être lue et n’est pas signée. Le reçu de chaque incident l’est.',
  time: 'Heure',
  what: 'Ce qui s’est passé',
};
