// Knows what is said about readiness and test calls, in Spanish.
import type * as en from '../en/readiness';
import type { Words } from '../language';

export const READINESS: Words<typeof en.READINESS> = {
  title: 'Preparación',
  open: 'Ver qué falta',
  openReady: 'Ver qué se comprobó',
  test: 'Pruebe los teléfonos de sus contactos',
  findings: 'Por revisar',
  nothing: 'No falta nada.',
  proved: 'Qué se comprobó',
  nothingProved: 'Todavía no se comprobó nada.',
  contacts: 'Contactos',
  how: 'La estación llama a esta persona y dice que es una prueba. A quien presiona los dos dígitos que dice se le puede localizar.',
  dnd: 'No molestar está activado',
  dndHow: 'Actívelo en el teléfono de este contacto y luego indíquelo aquí. Solo así la prueba demuestra que la llamada de la estación se oye.',
  hangUp: 'Colgar',
  twoWords: 'Las dos palabras de la estación',
};

export const LEVEL_WORD: Words<typeof en.LEVEL_WORD> = { green: 'Listo', amber: 'Listo, no todo comprobado', red: 'No está listo' };

export const COUNT: Words<typeof en.COUNT> = {
  proved: 'Todo se comprobó.',
  unknown: 'Todavía no se sabe nada.',
  findings: (count) => (count === 1 ? '1 cosa por revisar.' : `${count} cosas por revisar.`),
};

export const NOT_REACHED: Words<typeof en.NOT_REACHED> = {
  rang_out: 'sonó sin que nadie contestara',
  hung_up: 'rechazaron o colgaron',
  busy: 'la línea estaba ocupada',
  voicemail: 'entró el buzón de voz',
  no_key_pressed: 'nadie presionó los dos dígitos',
  line_failed: 'falló la línea',
  in_another_call: 'la estación estaba en otra llamada con este contacto',
};

export const CUT_OFF: Words<typeof en.CUT_OFF> = {
  hung_up_here: 'la terminó el hogar',
  alarm_first: 'terminó porque una alarma necesitaba la línea',
  home_changed: 'terminó porque se cambió el hogar',
};

export const PASSWORD: Words<typeof en.PASSWORD> = {
  known: 'Sabe la contraseña verbal.',
  not_known: 'Ingresó una contraseña verbal incorrecta.',
  not_tried: 'No ha ingresado la contraseña verbal.',
};

export const NOT_CALLED = 'Pidió que no se le llame';
export const BACK = 'Para volver a llamar, quite la entrada de la lista y agréguela de nuevo.';

export const KNOWN: Words<typeof en.KNOWN> = {
  optedOut: 'Pidió que no se le llame. Sigue en la lista, y ninguna alarma llama a este contacto.',
  never: 'Nunca se probó.',
  answered: (took, on, until) => `Contestó una llamada de prueba en ${took} el ${on}, con No molestar desactivado. Vale hasta el ${until}.`,
  answeredDnd: (took, on, until) => `Contestó una llamada de prueba en ${took} el ${on}, con No molestar activado. Vale hasta el ${until}.`,
  expired: 'La prueba venció. Inicie otra.',
  missed: (on, why) => `No contestó el ${on}: ${why}.`,
  cutOff: (on, why) => `La prueba del ${on} no terminó: ${why}.`,
};

export const CALLING: Words<typeof en.CALLING> = {
  dialing: (name) => `Conectando con ${name}…`,
  ringing: (phone) => `Suena ${phone}.`,
  proving: 'Contestaron. La estación dice dos dígitos.',
  digits: (digits) => `Contestaron. Los dígitos que hay que presionar: ${digits}.`,
  password: (name) => `Se localizó a ${name}. La estación pide la contraseña verbal.`,
  goodbye: 'Listo. La estación se despide.',
};

export const ringName = (name: string) => `Iniciar una llamada de prueba a ${name}`;
export const hangUpName = (name: string) => `Colgar la llamada de prueba a ${name}`;

export const HEARS: Words<typeof en.HEARS> = {
  title: 'Lo que oirán sus contactos',
  what: 'Palabra por palabra lo que dice la estación cuando llama, para que nadie lo tome por un engaño. La estación habla en inglés.',
  open: 'Mostrar lo que oirán',
  about: 'Sobre qué',
  decides: 'Quien contesta oye esto, demuestra con dos teclas que hay una persona y entonces puede pedir ayuda o cancelar:',
  tells: 'Quien contesta oye esto:',
  voicemail: 'En el buzón de voz:',
  read: 'Leerlo en voz alta',
};
