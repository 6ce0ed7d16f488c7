// Knows what is said about who runs the station of this home, in Spanish.
import type * as en from '../en/operator';
import type { Words } from '../language';

export const OPERATOR: Words<typeof en.OPERATOR> = {
  title: 'Quién opera esta estación',
  here: 'La estación de este hogar funciona en esta computadora y es de quienes viven en él.',
  elsewhere: 'La estación de este hogar funciona en otra máquina y es de quienes viven en él.',
  mayday: 'Mayday no opera ninguna estación ni ningún centro de monitoreo.',
  demo: 'Este hogar es una demo: no se pide a nadie que venga. En una emergencia, llame al 911.',
  runs: (name) => `${name} opera la estación de este hogar.`,
  centre: (name) => `${name} pide que venga ayuda, para los hogares en servicio.`,
  noCentre: 'Ningún centro de monitoreo pide que venga ayuda.',
  licences: (all) => `Licencias: ${all.join(', ')}`,
  help: 'Ayuda y comunidad',
  outside: 'Se abre en su navegador, fuera de Mayday.',
};
