// Knows what is said about passwords and codes, in Spanish.
import type * as en from '../en/secrets';
import type { Words } from '../language';

export const SECRET_FIELD: Words<typeof en.SECRET_FIELD> = {
  show: 'Mostrar',
  hide: 'Ocultar',
  showName: (shown, label) => `${shown ? 'Ocultar' : 'Mostrar'}: ${label.toLowerCase()}`,
  keys: 'En el teclado de un teléfono:',
  keysHidden: 'oculto',
  keysNone: 'Aquí aparecen las teclas para marcarla en un teléfono.',
};

export const SECRETS: Words<typeof en.SECRETS> = {
  title: 'Contraseñas y códigos',
  above: 'Cómo sabe este hogar quién puede cancelar',
  lead: 'Se guardan de modo que se puedan comparar y nunca leer: nadie puede consultarlos, ni aquí ni en la estación.',
  card: 'Lo que sus contactos dicen para cancelar, lo que usted escribe para desarmar y la manera silenciosa de pedir policía.',
  cardMissing: 'Todavía no hay código de acceso. Para desarmar, para la práctica y para los ajustes de este hogar hace falta uno.',
  open: 'Ver contraseñas y códigos',
  duressTitle: 'Si alguien lo obliga',
  duress: [
    'Dé la de coacción. Todo se ve y suena como una cancelación o un desarme normal.',
    'Se pide policía de inmediato, en silencio, y se le dice que no llame aquí.',
    'Es solo para una emergencia verdadera y no se puede cancelar.',
    'Mientras este hogar está en práctica, llega a un agente en lugar de la policía.',
  ],
  set: 'Sí hay',
  notSet: 'No hay',
  change: 'Elegir de nuevo',
  choose: 'Elegir',
  both: 'Las dos se eligen juntas: lo guardado no se puede leer, así que una anterior no se puede comparar con una nueva.',
  save: 'Guardar estas',
  saved: 'Guardado. Sus contactos deben saber la contraseña verbal: dígasela hoy.',
  savedCodes: 'Guardado. Diga los códigos a quienes viven aquí.',
  test: 'Probar una',
  testWhat: 'De una prueba no resulta nada: no se llama ni se avisa a nadie.',
  which: '¿Cuál es?',
  typed: 'Escríbala',
  tryNow: 'Probarla',
  right: (name) => `Coincide: ${name.toLowerCase()}.`,
  wrong: (name) => `No coincide: ${name.toLowerCase()}.`,
  gate: 'Código de acceso actual',
  gateHint: 'Sin él no se cambia ni se prueba nada aquí.',
  optional: 'Puede dejarla vacía. Entonces no hay ninguna.',
  demo: (one, twin) => `En la demo: ${one} y ${twin}. No protegen nada y quedan como están.`,
};

export const PAIRS: Words<typeof en.PAIRS> = {
  passwords: {
    title: 'Contraseñas verbales',
    what: 'Para cancelar, un contacto la escribe en el teléfono al que se llamó. Para pedir ayuda nunca hace falta.',
    plain: {
      secret: 'password',
      field: 'password',
      name: 'Contraseña verbal',
      hint: 'Una palabra que su gente recuerde y pueda decir, de al menos seis letras o dígitos. Mayúsculas y minúsculas valen igual.',
    },
    duress: {
      secret: 'duress_password',
      field: 'duress_password',
      name: 'Contraseña de coacción',
      hint: 'Al menos dos teclas deben ser distintas de las de la contraseña verbal.',
    },
  },
  codes: {
    title: 'Códigos',
    what: 'Se escribe en el teclado y en esta app: para desarmar, para la práctica y para cambiar este hogar.',
    plain: { secret: 'code', field: 'code', name: 'Código de acceso', hint: 'Al menos seis dígitos.' },
    duress: {
      secret: 'duress_code',
      field: 'duress_code',
      name: 'Código de coacción',
      hint: 'Al menos dos dígitos deben ser distintos de los del código de acceso.',
    },
  },
};

export const GUESS: Words<typeof en.GUESS> = {
  billion: 'más de mil millones',
  right: (among) => `Acierta un intento entre ${among}. Tras diez intentos fallidos en un día no se acepta ninguno.`,
};

export const CANCEL_CODE: Words<typeof en.CANCEL_CODE> = {
  title: 'Cancelar un SOS con el código',
  on: { known: 'Cancelar requiere el código', change: 'Permitir cancelar sin el código' },
  off: { known: 'Cancelar no requiere código', change: 'Exigir el código para cancelar' },
  what: 'Se trata de los cinco segundos después de deslizar: sin el código a tiempo, se solicita ayuda. Así nadie más puede retirar su SOS.',
  duress: 'El código de coacción muestra «Cancelado» y pide policía en silencio.',
  does: 'Vale desde el próximo deslizamiento. Cinco segundos son pocos para un código: pruébelo antes en un simulacro.',
};
