// Knows what setting a home up says, in Spanish.
import type * as en from '../en/setup';
import type { Words } from '../language';

export const WHOLE: Words<typeof en.WHOLE> = {
  change: { title: 'Cambiar su hogar', lead: 'Cambie lo que ya no es correcto. No se guarda nada hasta que usted lo guarde.' },
  again: {
    title: 'Volver a configurar este hogar',
    lead: 'Estas respuestas se guardaron en este dispositivo. La estación no guarda nada hasta que termine.',
  },
};

export const STEP_TITLE: Words<typeof en.STEP_TITLE> = {
  address: 'Adónde va la ayuda',
  devices: 'Qué hay en el hogar',
  contacts: 'A quién se llama',
  password: 'La contraseña verbal',
  plan: 'Plan e inscripción',
  finish: 'Antes de terminar',
};

export const STEP_LEAD: Words<typeof en.STEP_LEAD> = {
  address: 'La dirección de este hogar. La policía, los bomberos y la ayuda médica se envían aquí, esté donde esté su teléfono.',
  devices: 'Elija lo que hay en este hogar. Si no hay nada de un tipo, déjelo como está.',
  contacts: 'En un SOS la estación llama al primero antes que nada, y después avisa a los demás. Hacen falta dos.',
  password: 'La estación la pide cuando un contacto quiere cancelar. Demuestra que de verdad es alguien de su gente.',
  plan: 'SOS necesita el plan Pro y un hogar inscrito.',
  finish: 'A esto llevan sus respuestas. No se guarda nada hasta que termine.',
};

export const STEP_OF = (at: number, of: number) => `Paso ${at} de ${of}`;

export const BUTTONS: Words<typeof en.BUTTONS> = {
  changing: 'Su hogar',
  back: 'Atrás',
  leave: 'Volver al inicio',
  leaveUnsaved: 'Salir sin guardar',
  next: 'Siguiente',
  done: 'Listo',
  finish: 'Terminar',
  save: 'Guardar los cambios',
  again: 'Intentar de nuevo',
  checking: 'Revisando…',
  saving: 'Guardando su hogar…',
  looking: 'Revisando sus respuestas…',
  lookAgain: (count) => (count === 1 ? 'Hay que revisar una respuesta.' : `Hay que revisar ${count} respuestas.`),
};

export const ADDRESS: Words<typeof en.ADDRESS> = {
  street: 'Calle y número',
  streetHint: 'Con el apartamento, si lo hay.',
  city: 'Ciudad o pueblo',
  country: 'País',
  premises: 'Qué hay en esta dirección',
};

export const PREMISES: Words<typeof en.PREMISES> = [
  { value: 'residential', text: 'Una vivienda', detail: 'Aquí vive gente.' },
  {
    value: 'business',
    text: 'Un negocio',
    detail: 'O una zona de negocios. Aquí no se monitorean las alarmas de humo ni de monóxido de carbono; sí SOS, robo, pánico y coacción.',
  },
];

export const DEVICES: Words<typeof en.DEVICES> = {
  alarm: 'Una estación base',
  alarmHow: 'El centro de una alarma. Hace sonar la sirena.',
  kit: 'El kit de seguridad de la alarma, con su teclado',
  kitHow: 'El teclado suena con la sirena.',
  cameras: 'Cámaras y timbres',
  camerasHow: 'El manual dice si funciona con SOS. ¿No está seguro? Cuéntela como una que no funciona.',
  compatible: 'Funcionan con SOS',
  incompatible: 'No funcionan con SOS',
  linked: 'Las cámaras suenan con la sirena',
  linkedHow: 'Las que funcionan con SOS.',
  cameraOf: { compatible: 'cámara o timbre que funciona con SOS', incompatible: 'cámara o timbre que no funciona con SOS' },
  more: (what) => `Añadir: ${what}`,
  fewer: (what) => `Quitar: ${what}`,
};

export const ORDINALS: Words<typeof en.ORDINALS> = ['Primer', 'Segundo', 'Tercer', 'Cuarto', 'Quinto', 'Sexto', 'Séptimo', 'Octavo', 'Noveno', 'Décimo'];

export const contactTitle = (at: number) => (ORDINALS[at] ? `${ORDINALS[at]} contacto` : `Contacto ${at + 1}`);

export const PEOPLE: Words<typeof en.PEOPLE> = {
  first: 'Por lo general, usted. La estación llama primero a este teléfono: conteste para confirmar o para cancelar. Si nadie contesta, se solicita la ayuda.',
  second: 'De preferencia, alguien de fuera de su hogar.',
  name: 'Nombre',
  phone: 'Número de teléfono',
  add: 'Agregar otro contacto',
  agree: 'Aceptaron que se les llame',
  agreeHow: 'La estación los llama en una emergencia, de día o de noche. Pregúnteselo antes a cada uno.',
  up: (title) => `Subir: ${title.toLowerCase()}`,
  down: (title) => `Bajar: ${title.toLowerCase()}`,
  remove: (title) => `Quitar: ${title.toLowerCase()}`,
  removed: (name) => (name ? `Se quitó a ${name}.` : 'Se quitó el contacto.'),
};

export const PASSWORD_HINT = 'Una palabra que su gente recuerde, de al menos seis letras o dígitos. Mayúsculas y minúsculas valen igual.';

export const PASSWORD: Words<typeof en.PASSWORD> = {
  label: 'Contraseña verbal',
  hint: { new: PASSWORD_HINT, change: '', again: `Escríbala otra vez: nunca se guardó en este dispositivo. ${PASSWORD_HINT}` },
  elsewhere: 'La contraseña verbal se cambia en Contraseñas y códigos, junto con su contraseña de coacción.',
  facts: [
    'Para cancelar, un contacto la escribe en el teléfono al que se llamó.',
    'Todos los de su lista deben saberla. Dígasela hoy.',
    'Para pedir ayuda nunca hace falta.',
    'No se vuelve a mostrar.',
  ],
};

export const PLAN: Words<typeof en.PLAN> = {
  plan: 'Plan',
  monitoring: 'Quién vigila la alarma',
  cameras: 'SOS para cámaras',
  camerasOn: 'Inscribir las cámaras y los timbres en SOS',
  camerasHow: 'Necesario para SOS en un hogar sin estación base.',
  camerasCovered: 'El monitoreo profesional también abarca las cámaras de esta dirección.',
  ask: 'Cuando la estación llama',
  who: 'La estación de esta computadora hace el monitoreo. Mayday no tiene ningún centro de monitoreo propio.',
  permit: 'Número de permiso de alarma',
  permitHow: 'Solo si su municipio exige un permiso.',
  fees: 'Su municipio puede exigir un permiso de alarma, cobrar por falsas alarmas o facturarle cuando acuden guardias o agentes.',
};

export const PLAN_CHOICES: Words<typeof en.PLAN_CHOICES> = [
  { value: 'basic', text: 'Básico', detail: 'Sin SOS. Usted mismo puede monitorear una alarma.' },
  { value: 'plus', text: 'Plus', detail: 'Sin SOS. Usted mismo puede monitorear una alarma.' },
  { value: 'pro', text: 'Pro', detail: 'SOS para policía, bomberos y ayuda médica, la sirena sola y monitoreo profesional.' },
];

export const MONITORING_CHOICES: Words<typeof en.MONITORING_CHOICES> = [
  { value: 'professional', text: 'Monitoreo profesional', detail: 'La estación llama a su gente y solicita ayuda. SOS lo necesita.' },
  { value: 'self_monitored', text: 'Monitoreo propio', detail: 'Usted mismo se ocupa de la alarma. Sin SOS.' },
  { value: 'not_enrolled', text: 'Sin inscribir', detail: 'Nadie vigila la alarma. Sin SOS.' },
];

export const ASK_CHOICES: Words<typeof en.ASK_CHOICES> = [
  { value: 'ask', text: 'Pedir la contraseña verbal', detail: 'Solo quien la sabe puede cancelar.' },
  { value: 'never', text: 'No pedirla', detail: 'Quien conteste el teléfono del primer contacto puede cancelar.' },
];

export const FINISH: Words<typeof en.FINISH> = {
  mend: 'Hay que revisar esto',
  gateHint: 'Lo que se cambia aquí solo se guarda con él.',
  works: 'SOS funcionará desde este hogar.',
  worksNot: 'SOS todavía no funcionará:',
  siren: 'La sirena sola también funcionará.',
  sirenNot: 'La sirena sola todavía no funcionará:',
  sirenAlso: 'La sirena sola necesita lo mismo, y además:',
  sirenSame: 'La sirena sola necesita lo mismo.',
  answers: 'Sus respuestas',
  change: 'Cambiar',
  changeName: (title) => `Cambiar: ${title}`,
};

export const NOT_LIVE: Words<typeof en.NOT_LIVE> = {
  title: 'Todavía no está en servicio',
  until: 'Hasta entonces esto es una demo: no puede enviar a nadie. En una emergencia, llame al 911.',
};
