// Knows the steps through Do Not Disturb on each system, in Spanish. Menus keep the names that were seen: the English ones.
import type { GuideWords, System } from '../through-steps';

const SAVE = ['Guarde la estación como contacto.', 'Escanee el código con este teléfono, o abra en él el archivo de contacto.'] as const;

export const es: { menus: string; guides: Record<System, GuideWords> } = {
  menus: 'Los nombres de los menús van aquí en inglés: el sistema los muestra en su propio idioma, en el mismo lugar.',
  guides: {
    iphone: {
      steps: [
        SAVE,
        'Abra la estación en Contactos y toque Editar («Edit»).',
        'Toque «Ringtone».',
        'Active «Emergency Bypass» y toque «Done».',
        ['Si quiere, haga lo mismo en «Text Tone».', 'Así también se oyen los mensajes de texto de la estación.'],
      ],
      besides: 'Con «Emergency Bypass» la llamada suena también cuando el iPhone está en silencio.',
      versions: 'Los iPhone más nuevos llaman «Focus» a No molestar. «Emergency Bypass» funciona en cada «Focus».',
    },
    android: {
      steps: [
        SAVE,
        'Abra la estación en Contactos y toque la estrella.',
        'Abra «Settings» › «Sound & vibration» › «Do Not Disturb».',
        'Toque «People» y luego «Calls».',
        'Elija «Starred contacts».',
      ],
      besides: 'Deje el volumen del timbre alto: un teléfono en silencio o en vibración no suena ni siquiera así.',
      versions: 'Los fabricantes difieren: busque «Do Not Disturb» en «Notifications» o «Modes», y los favoritos en lugar de los que tienen estrella.',
    },
    mac: {
      steps: [
        'Abra «System Settings» › «Focus» y elija el que usa, por ejemplo «Do Not Disturb».',
        'En «Allow Notifications» abra «Allowed Apps» y agregue Mayday.',
        'Abra «System Settings» › «Notifications» › «Mayday» y permita («Allow notifications») las notificaciones que se quedan en pantalla.',
      ],
      versions: 'En Macs más antiguas es «System Preferences» › «Notifications & Focus». Permitir solo las notificaciones urgentes no basta: lo que cuenta es la lista de apps.',
    },
    windows: {
      steps: [
        'Abra «Settings» › «System» › «Notifications».',
        'En «Do not disturb» abra «Set priority notifications».',
        'En «Apps» elija «Add apps» y luego Mayday.',
      ],
      versions: 'Windows 10 tiene la misma lista en «Settings» › «System» › «Focus assist» › «Priority only».',
    },
    gnome: {
      steps: [
        'Abra «Settings» › «Notifications» y deje activas las notificaciones de Mayday.',
        ['«Do Not Disturb» puede seguir activo: las notificaciones críticas pasan.', 'Mayday marca cada uno de sus avisos como crítico.'],
      ],
      versions: 'Si Mayday todavía no está en la lista, no hay nada que cambiar: aparece con su primer aviso o después de instalarse.',
    },
    kde: {
      steps: [
        'Abra «System Settings» › «Notifications».',
        ['Junto a «Critical notifications» marque «Show in Do Not Disturb mode».', 'Mayday marca cada uno de sus avisos como crítico.'],
      ],
      versions: 'Algunas versiones lo escriben «Show critical notifications» bajo «Do Not Disturb».',
    },
  },
};
