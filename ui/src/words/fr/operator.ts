// Knows what is said about who runs the station of this home, in Canadian French.
import type * as en from '../en/operator';
import type { Words } from '../language';

export const OPERATOR: Words<typeof en.OPERATOR> = {
  title: 'Qui exploite cette station',
  here: 'La station de ce domicile fonctionne sur cet ordinateur et appartient au ménage.',
  elsewhere: 'La station de ce domicile fonctionne sur une autre machine et appartient au ménage.',
  mayday: 'Mayday n’exploite ni station ni centre de surveillance.',
  demo: 'Ce domicile est une démo : personne n’est appelé à y venir. En cas d’urgence, appelez le 911.',
  runs: (name) => `${name} exploite la station de ce domicile.`,
  centre: (name) => `${name} demande les secours, pour les domiciles en service.`,
  noCentre: 'Aucun centre de surveillance ne demande les secours.',
  licences: (all) => `Permis : ${all.join(', ')}`,
  help: 'Aide et communauté',
  outside: 'S’ouvre dans votre navigateur, hors de Mayday.',
};
