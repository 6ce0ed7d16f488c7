// Knows the steps through Do Not Disturb on each system, in Canadian French. Menus keep the names that were seen: the
// English ones.
import type { GuideWords, System } from '../through-steps';

const SAVE = ['Enregistrez la station comme contact.', 'Balayez le code avec ce téléphone, ou ouvrez-y le fichier de contact.'] as const;

export const fr: { menus: string; guides: Record<System, GuideWords> } = {
  menus: 'Les noms des menus sont donnés ici en anglais : le système les affiche dans sa propre langue, au même endroit.',
  guides: {
    iphone: {
      steps: [
        SAVE,
        'Ouvrez la station dans Contacts et touchez Modifier (« Edit »).',
        'Touchez « Ringtone ».',
        'Activez « Emergency Bypass », puis touchez « Done ».',
        ['Si vous voulez, faites de même sous « Text Tone ».', 'Les textos de la station s’entendent alors aussi.'],
      ],
      besides: 'Avec « Emergency Bypass », l’appel sonne aussi quand l’iPhone est en mode silencieux.',
      versions: 'Les iPhone récents appellent « Focus » le mode Ne pas déranger. « Emergency Bypass » fonctionne dans chaque « Focus ».',
    },
    android: {
      steps: [
        SAVE,
        'Ouvrez la station dans Contacts et touchez l’étoile.',
        'Ouvrez « Settings » › « Sound & vibration » › « Do Not Disturb ».',
        'Touchez « People », puis « Calls ».',
        'Choisissez « Starred contacts ».',
      ],
      besides: 'Gardez le volume de la sonnerie haut : un téléphone silencieux ou en vibration ne sonne pas, même ainsi.',
      versions: 'Les fabricants diffèrent : cherchez « Do Not Disturb » sous « Notifications » ou « Modes », et les favoris au lieu des contacts à étoile.',
    },
    mac: {
      steps: [
        'Ouvrez « System Settings » › « Focus » et choisissez celui que vous utilisez, par exemple « Do Not Disturb ».',
        'Sous « Allow Notifications », ouvrez « Allowed Apps » et ajoutez Mayday.',
        'Ouvrez « System Settings » › « Notifications » › « Mayday » et permettez (« Allow notifications ») celles qui restent à l’écran.',
      ],
      versions: 'Sur les Mac plus anciens, c’est « System Preferences » › « Notifications & Focus ». Permettre les seules notifications urgentes ne suffit pas : c’est la liste des applis qui compte.',
    },
    windows: {
      steps: [
        'Ouvrez « Settings » › « System » › « Notifications ».',
        'Sous « Do not disturb », ouvrez « Set priority notifications ».',
        'Sous « Apps », choisissez « Add apps », puis Mayday.',
      ],
      versions: 'Windows 10 a la même liste sous « Settings » › « System » › « Focus assist » › « Priority only ».',
    },
    gnome: {
      steps: [
        'Ouvrez « Settings » › « Notifications » et laissez actives les notifications de Mayday.',
        ['« Do Not Disturb » peut rester actif : les notifications critiques passent.', 'Mayday marque chacune de ses alertes comme critique.'],
      ],
      versions: 'Si Mayday n’est pas encore dans la liste, il n’y a rien à changer : il y apparaît avec sa première alerte, ou après son installation.',
    },
    kde: {
      steps: [
        'Ouvrez « System Settings » › « Notifications ».',
        ['À côté de « Critical notifications », cochez « Show in Do Not Disturb mode ».', 'Mayday marque chacune de ses alertes comme critique.'],
      ],
      versions: 'Certaines versions l’écrivent « Show critical notifications » sous « Do Not Disturb ».',
    },
  },
};
