// Knows what is said about the home's people and devices, in Spanish.
import type * as en from '../en/household';
import type { Words } from '../language';

export const HOUSEHOLD: Words<typeof en.HOUSEHOLD> = {
  above: 'Su hogar',
  title: 'Personas y dispositivos',
  lead: 'Todos los teléfonos y computadoras de este hogar. Cada uno puede pedir ayuda. Un propietario también puede cambiar el hogar.',
  open: 'Ver quién pertenece a este hogar',
  card: 'Deje entrar a otros y quite un teléfono perdido.',
  devices: 'Dispositivos de este hogar',
  reading: 'Preguntando a la estación…',
  this: 'Este dispositivo',
  connected: 'Conectado',
  notConnected: 'No conectado ahora',
  remove: 'Quitar',
  removeDoes: 'Ya no puede enviar ningún SOS desde aquí. Lo que ya envió sigue.',
  removeConfirm: 'Quitar este dispositivo',
  removed: (name) => `Se quitó ${name}.`,
  member: 'Este es el dispositivo de un miembro. El de un propietario deja entrar a otros o los quita.',
  owners: 'El dispositivo de un propietario puede cambiar esto. Este es de un miembro.',
};

export const ROLE: Words<typeof en.ROLE> = { owner: 'Propietario', member: 'Miembro' };

export const INVITE: Words<typeof en.INVITE> = {
  title: 'Dejar entrar un dispositivo',
  as: 'Como',
  options: [
    { value: 'member', text: 'Miembro' },
    { value: 'owner', text: 'Propietario' },
  ],
  does: {
    member: 'Un miembro puede pedir ayuda y ver todo. Cambiar el hogar queda para los propietarios.',
    owner: 'Un propietario también puede cambiar el hogar, sus contactos y sus secretos, y quitar dispositivos.',
  },
  make: 'Crear un código de enlace',
  confirm: 'Crear el código',
  how: 'En el otro dispositivo: abra Mayday, elija «Unirse a un hogar» y escriba o pegue esto.',
  code: 'Código de enlace',
  address: 'Dirección de la estación',
  link: 'Todo en una línea',
  copy: 'Copiar la línea',
  copyMessage: 'Copiar un mensaje para enviar',
  message: (link, code, address) =>
    `Únase a mi hogar en Mayday: abra la app, elija «Unirse a un hogar» y pegue esta línea:\n\n${link}\n\nO escriba el código ${code} y la dirección ${address}. Deja entrar un solo dispositivo. No lo comparta con nadie más.`,
  copied: 'Copiado.',
  copyFailed: 'No se pudo copiar. Seleccione la línea y cópiela a mano.',
  qr: 'Código QR de la misma línea',
  once: 'Deja entrar un solo dispositivo.',
  here: 'El otro dispositivo debe estar en la misma red que esta computadora, o llegar a ella de otra manera.',
};

export const HOLDS: Words<typeof en.HOLDS> = {
  over: 'Este código venció. Cree uno nuevo.',
  minute: 'Vale alrededor de un minuto más.',
  minutes: (count) => `Vale ${count} minutos más.`,
};

export const RECOVERY: Words<typeof en.RECOVERY> = {
  title: 'Código de recuperación',
  what: 'Convierte un dispositivo en el de un propietario cuando todos los demás se perdieron. Anótelo y guárdelo lejos de los dispositivos de este hogar.',
  has: 'Se creó un código de recuperación. No se puede volver a mostrar.',
  none: 'Todavía no se creó ningún código de recuperación.',
  make: 'Crear un código de recuperación',
  again: 'Crear uno nuevo',
  does: 'El anterior deja de servir.',
  confirm: 'Crear el código',
  once: 'Se muestra ahora y nunca más. Sirve una sola vez.',
};

export const JOIN: Words<typeof en.JOIN> = {
  action: 'Unirse a un hogar',
  how: 'Con un código de enlace de un dispositivo que pertenece a él.',
  title: 'Unirse a un hogar',
  lead: 'En un dispositivo del hogar: «Personas y dispositivos», luego «Crear un código de enlace».',
  typed: 'Código de enlace, o la línea completa',
  typedHint: 'Doce letras y dígitos, o la línea que empieza con mayday:pair',
  address: 'Dirección de la estación',
  addressHint: 'Está junto al código, como 192.168.1.20:47100. La línea completa ya la incluye.',
  join: 'Unirse',
  joining: 'Buscando la estación…',
  missing: 'Escriba el código de enlace.',
  addressMissing: 'Escriba la dirección que está junto al código.',
  back: 'Atrás',
};

export const ADDED = (day: string) => `agregado el ${day}`;
export const removeName = (name: string) => `Quitar ${name}`;
export const STATION_ELSEWHERE = 'Funciona en otra máquina, y actúa aunque esta deje de funcionar.';

export const REMOVED_ELSEWHERE: Words<typeof en.REMOVED_ELSEWHERE> = {
  title: 'La estación ya no acepta este dispositivo',
  detail: 'Se quitó del hogar, o aquí se perdió su clave. En una emergencia, llame al 911.',
  again: 'Volver a unirse al hogar',
};

export const LEAVE: Words<typeof en.LEAVE> = {
  title: 'Dejar este hogar',
  text: 'Dejar este hogar',
  confirm: 'Dejarlo ahora',
  keep: 'Seguir en este hogar',
  does: 'Este dispositivo olvida el hogar y ya no puede enviar ningún SOS por él. Si su estación no responde, pida a un propietario que también quite este dispositivo.',
};
