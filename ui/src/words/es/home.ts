// Knows what the welcome and the dashboard say, in Spanish.
import type * as en from '../en/home';
import type { Words } from '../language';

export const WELCOME: Words<typeof en.WELCOME> = {
  title: 'Mayday',
  what: 'Deslice para pedir policía, bomberos o ayuda médica: una estación de monitoreo llama a su gente y pide que venga ayuda.',
  tryIt: 'Probar',
  tryItHow: 'Un hogar de demo con un tablero de teléfonos. No puede contactar a nadie real.',
  starting: 'Iniciando la estación en esta computadora…',
  setUp: 'Configurar mi hogar',
  setUpHow: 'Su dirección, su gente, sus cámaras y su alarma. Unos tres minutos.',
  rule: 'Use SOS solo en una emergencia. En la demo puede probarlo todo: no puede enviar a nadie.',
  emergency: 'En una emergencia, llame al 911.',
};

export const RULE: Words<typeof en.RULE> = {
  title: 'Antes del primer SOS',
  rule: 'Use SOS solo en una emergencia.',
  why: 'Pide que venga ayuda a esta dirección. En la demo puede probarlo todo: no puede enviar a nadie.',
  read: 'Entiendo',
};

export const HAPPENING: Words<typeof en.HAPPENING> = { title: 'Sucede ahora', show: 'Mostrar lo que sucede' };

export const SPEAKERS: Words<typeof en.SPEAKERS> = {
  question: '¿Reproducir la sirena de demo en los altavoces de esta computadora?',
  how: 'Medio segundo, a bajo volumen, cuando la estación base confirma que su sirena suena. Médica sigue en silencio.',
  options: [
    { value: 'off', text: 'No' },
    { value: 'on', text: 'Sí' },
  ],
  try: 'Probar el sonido',
  problem: {
    no_device: 'Esta computadora no tiene dispositivo de audio. Aquí no se puede oír la sirena.',
    not_played: 'El dispositivo de audio no aceptó el sonido. Aquí no se pudo oír la sirena.',
    busy: 'Un sonido anterior todavía espera al dispositivo de audio. Este no se oye.',
  },
};

export const STARTING = 'Abriendo Mayday…';

export const STATION: Words<typeof en.STATION> = {
  none: { title: 'Todavía no hay estación', detail: 'En este dispositivo no hay ningún hogar configurado.' },
  connecting: { title: 'Buscando la estación…', detail: 'Mientras tanto puede usar SOS. Sigue intentando.' },
  reachable: { title: 'La estación responde', detail: 'Funciona en esta computadora.' },
  unreachable: { title: 'La estación no responde', detail: 'Un SOS seguiría intentando comunicarse con ella. En una emergencia, llame al 911.' },
  revoked: { title: 'Este dispositivo se quitó del hogar', detail: 'La estación no acepta ningún SOS de él. En una emergencia, llame al 911.' },
  home_unknown: { title: 'La estación ya no conoce este hogar', detail: 'Responde, pero sus registros de este hogar ya no existen.' },
};

export const PLAN_NAME: Words<typeof en.PLAN_NAME> = { basic: 'Básico', plus: 'Plus', pro: 'Pro' };

export const DEMO_DEVICES: Words<typeof en.DEMO_DEVICES> = [
  { value: 'doorbell', text: 'Solo timbre' },
  { value: 'base_station', text: 'Con estación base' },
];

export const MONITORING: Words<typeof en.MONITORING> = {
  not_enrolled: 'alarma no inscrita',
  self_monitored: 'alarma monitoreada por usted',
  professional: 'monitoreo profesional',
};

export const DASHBOARD: Words<typeof en.DASHBOARD> = {
  station: 'Estación',
  addAgain: 'Volver a agregar este dispositivo',
  contacts: 'Contactos de emergencia',
  devices: 'Cámaras y alarma',
  plan: 'Plan de la demo',
  planHow: 'Pruebe lo que hace SOS con cada plan.',
  demoDevices: 'Dispositivos de la demo',
  demoDevicesHow: 'Una estación base virtual puede hacer sonar una sirena. Se ve en el tablero de teléfonos.',
  incidents: 'Historial',
  noIncidents: 'Todavía no ha pasado nada.',
  history: 'Mostrar todo el historial',
  notices: 'Tenga en cuenta',
  board: 'Tablero de teléfonos',
  home: 'Su hogar',
  change: 'Cambiar',
  changeName: 'Cambiar su hogar',
  eligible: 'Desde este hogar se puede enviar SOS.',
  notEligible: 'Desde este hogar todavía no se puede enviar SOS:',
  own: 'Un hogar propio',
  boardHow: 'Representan los teléfonos de sus contactos. No se llama a nadie real.',
};

const plural = new Intl.PluralRules('es');
const devices = (count: number) => `${count} ${plural.select(count) === 'one' ? 'timbre o cámara' : 'timbres o cámaras'}`;

export function camerasSaid(count: number, compatible: number): string {
  if (count === 0) return 'Ningún timbre ni cámara.';
  if (count === 1) return `${devices(count)}, ${compatible ? 'funciona' : 'no funciona'} con SOS.`;
  if (compatible === 0) return `${devices(count)}, ninguno funciona con SOS.`;
  if (compatible === count) return `${devices(count)}, todos funcionan con SOS.`;
  return `${devices(count)}, ${compatible} de ellos con SOS.`;
}

export const MONITORED: Words<typeof en.MONITORED> = {
  not_enrolled: 'La alarma no está inscrita en el monitoreo.',
  self_monitored: 'Usted mismo monitorea la alarma.',
  professional: 'La alarma tiene monitoreo profesional.',
};

export const INCIDENT_UNKNOWN =
  'La estación ya no conoce este hogar. Desde entonces no se sabe nada de este incidente. En una emergencia, llame al 911.';

export const PLAN_SAID = (name: string) => `Plan ${name}`;

export const FIRST: Words<typeof en.FIRST> = {
  called: (name) => `Primero se llamará a: ${name}`,
  none: 'No hay ningún contacto: la ayuda se solicita de inmediato.',
};

export const ALARM: Words<typeof en.ALARM> = {
  none: 'Sin estación base, así que no suena ninguna sirena.',
  alone: 'Estación base.',
  withKeypad: 'Estación base y teclado.',
  noCamera: 'Ninguna cámara suena con la sirena.',
};

export const linkedSaid = (count: number) =>
  plural.select(count) === 'one' ? 'La cámara vinculada suena con la sirena.' : `${count} cámaras vinculadas suenan con la sirena.`;

export const DEMO_PASSWORD: Words<typeof en.DEMO_PASSWORD> = {
  words: (password) => `Contraseña de la demo: ${password}`,
  keys: (keys) => `en un teclado: ${keys}`,
};
