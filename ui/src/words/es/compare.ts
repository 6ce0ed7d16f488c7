// Knows what each plan allows, in Spanish.
import type * as en from '../en/compare';
import type { Words } from '../language';

export const COMPARE: Words<typeof en.COMPARE> = {
  above: 'Básico, Plus y Pro',
  title: 'Los planes lado a lado',
  lead: 'Lo que permite cada plan. El plan y la inscripción se eligen donde se configura el hogar.',
  caption: 'Lo que permite cada plan',
  what: 'De qué se trata',
  yours: 'El plan de este hogar',
  prices: 'El operador de la estación fija los precios. Se muestran sin impuestos.',
  has: (line) => `Este hogar: ${line}`,
  same: 'De esto, Básico y Plus permiten lo mismo.',
  words: 'Qué significa esto',
  card: (plan) => `Este hogar tiene ${plan}. Vea lo que permite cada plan.`,
  open: 'Comparar los planes',
};

export const ANSWER: Words<typeof en.ANSWER> = { yes: 'Sí', no: 'No' };

export const ROWS: Words<typeof en.ROWS> = {
  sos: { what: 'SOS', how: 'Deslizar para pedir policía, bomberos o ayuda médica.', if: 'Sí, cuando el hogar está inscrito' },
  professional: {
    what: 'Monitoreo profesional',
    how: 'La estación responde a la alarma de este hogar. La inscripción es un paso aparte; un hogar con alarma la necesita para SOS.',
    if: 'Se puede inscribir',
  },
  cameras: {
    what: 'SOS para cámaras',
    how: 'Para un hogar con cámaras o timbres y sin alarma. El monitoreo profesional abarca las cámaras de su dirección.',
    if: 'Se puede inscribir',
  },
  plans: {
    what: 'Planes de respuesta para alarmas',
    how: 'Robo, humo, monóxido de carbono, pánico, coacción, inundación y congelación: la estación cumple el plan de ese tipo.',
    if: 'Sí, con monitoreo profesional',
  },
  self: {
    what: 'Una alarma con monitoreo propio',
    how: 'Usted mismo se ocupa de la alarma. Un hogar así no tiene SOS, ni siquiera con una cámara inscrita.',
    if: 'Sí, sin SOS',
  },
  nobody: {
    what: 'Una alarma que nadie monitorea',
    how: 'Suena, avisa a los dispositivos de este hogar y dice que no se llamó a nadie: llame al 911.',
    if: 'Sí',
  },
  code: { what: 'Para desarmar hace falta el código', how: 'En el teclado, y también en la app.', if: 'Sí' },
};
