// Knows what is said beside the pictures of cameras, in Spanish (S1, S2, B3).
import type * as en from '../en/live';
import type { Words } from '../language';

export const LIVE: Words<typeof en.LIVE> = {
  title: 'En vivo',
  card: 'Vea las cámaras y los timbres de este hogar como están ahora, con SOS sobre la imagen.',
  open: 'Abrir En vivo',
  none: 'Este hogar aún no tiene cámaras ni timbres.',
  noneHow: 'Agréguelos donde se configura el hogar. Sus imágenes aparecerán aquí.',
  noneMember: 'Un propietario los agrega donde se configura el hogar. Sus imágenes aparecerán aquí.',
  reading: 'Buscando las cámaras de este hogar',
  all: 'Todas las cámaras',
  look: (name) => `Ver ${name}`,
  picture: (name) => `Imagen de ${name}`,
  live: 'En vivo',
  connecting: 'Conectando',
  still: (ago) => `Imagen tomada ${ago}`,
  stopped: (length) => `Sin imagen desde hace ${length}`,
  again: 'Intentar ahora',
  againIn: (seconds) => (seconds > 1 ? `Se intenta de nuevo en ${seconds} segundos` : 'Se intenta ahora'),
  notCompatible: 'SOS no funciona con esta cámara',
  unplayable: 'Esta computadora no puede mostrar el tipo de imagen de esta cámara.',
  unplayableMend: 'Elija H.264 como formato de video en los ajustes de la cámara.',
  sosWorks: 'SOS funciona sin la imagen.',
  soundOn: 'Activar el sonido',
  soundOff: 'Quitar el sonido',
  noSound: 'Sin sonido',
  fill: 'Pantalla completa',
  unfill: 'Salir de pantalla completa',
  save: 'Guardar imagen',
  saved: (path) => `Se guardó como ${path}`,
  notSaved: 'No se pudo guardar la imagen.',
  demo: 'Una calle dibujada: la imagen de la demo.',
  from: (host) => `Desde ${host} en esta red`,
};

export const UNNAMED: Words<typeof en.UNNAMED> = { camera: (n) => `Cámara ${n}`, doorbell: (n) => `Timbre ${n}` };

export const CONNECT: Words<typeof en.CONNECT> = {
  title: 'Conectar esta cámara',
  again: 'Conectarla de otra forma',
  own: 'Usar una cámara propia',
  how: 'Esta computadora pregunta a la cámara misma, en su red. La imagen no va a ninguna otra parte.',
  address: 'Su dirección',
  addressHint: 'Empieza por rtsp:// y está en la app o el manual de la cámara.',
  user: 'Usuario',
  password: 'Contraseña',
  account: 'De la cuenta de la cámara. Deje ambos vacíos si no tiene.',
  udp: 'La imagen viaja al lado de la conexión (UDP)',
  udpHint: 'Para cámaras que no lo hacen de otra forma.',
  submit: 'Buscar la imagen',
  looking: 'Buscando la imagen. Tarda hasta 15 segundos.',
  kept: 'Conectada. Esta computadora guarda la dirección, y la contraseña en su llavero.',
  notKept: 'Conectada hasta que Mayday termine: esta computadora no tiene un llavero abierto, y la contraseña no se guarda en otra parte.',
  forget: 'Olvidar esta conexión',
  forgetConfirm: 'Olvidarla',
  forgetDoes: 'Esta computadora olvida la dirección y la contraseña. La cámara sigue en el hogar.',
};

export const NAME: Words<typeof en.NAME> = {
  title: 'Nombre',
  name: 'Cómo se llama',
  hint: 'Lo ven las personas de este hogar, también junto a un SOS desde su imagen.',
  kind: 'Qué es',
  kinds: { camera: 'Cámara', doorbell: 'Timbre' },
  submit: 'Guardar este nombre',
  kept: 'El nombre está guardado.',
};

export const PROBLEM: Words<typeof en.PROBLEM> = {
  not_connected: { text: 'Esta computadora no sabe dónde está esta cámara.', mend: 'Conéctela aquí.' },
  no_keyring: { text: 'El llavero que tiene la contraseña de esta cámara está cerrado o no existe.', mend: 'Ábralo, o conecte la cámara de nuevo.' },
  too_many: { text: 'Hay demasiadas imágenes abiertas.', mend: 'Salga de En vivo y vuelva a abrirlo.' },
  address_missing: { text: 'No se escribió ninguna dirección.', mend: 'Escriba la que está en la app o el manual de la cámara.' },
  address_not_rtsp: { text: 'Esta no es la dirección de una cámara.', mend: 'Tiene esta forma: rtsp://192.168.1.20:554/stream1.' },
  unreachable: { text: 'Nada responde en la dirección de la cámara.', mend: 'Compruebe que tiene corriente y está en esta red.' },
  not_a_camera: { text: 'Lo que responde allí no es una cámara.', mend: 'Compruebe la dirección y el número tras los dos puntos.' },
  wrong_password: { text: 'La cámara rechaza el usuario o la contraseña.', mend: 'Compruebe ambos en la app de la cámara.' },
  wrong_path: { text: 'La cámara no tiene nada en esta dirección.', mend: 'Compruebe lo que está tras la última barra.' },
  refused: { text: 'La cámara lo rechazó.', mend: 'Quizá la ven demasiados a la vez. Cierre su app e inténtelo de nuevo.' },
  no_video: { text: 'Lo que envía la cámara no tiene imagen.', mend: 'Compruebe que la dirección es la de su video.' },
  unknown_codec: { text: 'La cámara envía un tipo de imagen que no se puede mostrar.', mend: 'Elija H.264 como formato de video en sus ajustes.' },
  silent: { text: 'La cámara respondió y después no envió nada.', mend: 'Apáguela y enciéndala de nuevo.' },
  garbage: { text: 'No se entiende lo que envía la cámara.', mend: 'Apáguela y enciéndala de nuevo.' },
  ended: { text: 'La cámara terminó la imagen.', mend: 'Quizá está arrancando de nuevo.' },
  clip_lost: { text: 'Este clip ya no se puede abrir.', mend: 'Puede estar dañado, o su clave ya no está en el llavero.' },
};

export const ATTACHED: Words<typeof en.ATTACHED> = (name) => `Enviado desde la imagen de ${name}`;

export const CLIP: Words<typeof en.CLIP> = {
  title: 'Clips de las cámaras',
  where: 'Solo en esta computadora, cifrados. Nada los envía a ninguna parte.',
  running: 'Se está guardando: sigue durante un minuto.',
  kept: (length) => `${length} alrededor del comienzo`,
  cut_off: 'Cortado: Mayday o la cámara terminó antes del minuto.',
  until: (day) => `Se borra solo el ${day}`,
  watch: (name) => `Ver ${name}`,
  hide: 'Cerrar el clip',
  opening: 'Abriendo el clip',
  remove: 'Borrar este clip',
  removeConfirm: 'Borrarlo',
  removeDoes: 'No se puede recuperar.',
  gone: 'Una cámara que este hogar ya no tiene',
};
