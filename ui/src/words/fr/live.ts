// Knows what is said beside the pictures of cameras, in French (S1, S2, B3).
import type * as en from '../en/live';
import { de } from '../grammar/french';
import type { Words } from '../language';

export const LIVE: Words<typeof en.LIVE> = {
  title: 'En direct',
  card: 'Voyez les caméras et les sonnettes de ce domicile comme elles sont maintenant, avec SOS sur l’image.',
  open: 'Ouvrir En direct',
  none: 'Ce domicile n’a pas encore de caméra ni de sonnette.',
  noneHow: 'Ajoutez-les là où le domicile est configuré. Leurs images seront ici.',
  noneMember: 'Un propriétaire les ajoute là où le domicile est configuré. Leurs images seront ici.',
  reading: 'Recherche des caméras de ce domicile',
  all: 'Toutes les caméras',
  look: (name) => `Voir ${name}`,
  picture: (name) => `Image ${de(name)}`,
  live: 'En direct',
  connecting: 'Connexion',
  still: (ago) => `Image prise ${ago}`,
  stopped: (length) => `Pas d’image depuis ${length}`,
  again: 'Réessayer maintenant',
  againIn: (seconds) => (seconds > 1 ? `Nouvel essai dans ${seconds} secondes` : 'Nouvel essai maintenant'),
  notCompatible: 'SOS ne fonctionne pas avec cette caméra',
  unplayable: 'Cet ordinateur ne peut pas montrer ce type d’image.',
  unplayableMend: 'Choisissez H.264 comme format vidéo dans les réglages de la caméra.',
  sosWorks: 'SOS fonctionne sans l’image.',
  soundOn: 'Activer le son',
  soundOff: 'Couper le son',
  noSound: 'Sans son',
  fill: 'Plein écran',
  unfill: 'Quitter le plein écran',
  save: 'Enregistrer l’image',
  saved: (path) => `Enregistrée sous ${path}`,
  notSaved: 'L’image n’a pas pu être enregistrée.',
  demo: 'Une rue dessinée : l’image de la démo.',
  from: (host) => `De ${host} sur ce réseau`,
};

export const UNNAMED: Words<typeof en.UNNAMED> = { camera: (n) => `Caméra ${n}`, doorbell: (n) => `Sonnette ${n}` };

export const CONNECT: Words<typeof en.CONNECT> = {
  title: 'Connecter cette caméra',
  again: 'La connecter autrement',
  own: 'Utiliser votre propre caméra',
  how: 'Cet ordinateur demande à la caméra elle-même, sur votre réseau. Son image ne va nulle part ailleurs.',
  address: 'Son adresse',
  addressHint: 'Elle commence par rtsp:// et se trouve dans l’application ou le manuel de la caméra.',
  user: 'Nom d’utilisateur',
  password: 'Mot de passe',
  account: 'Du compte de la caméra. Laissez les deux vides si elle n’en a pas.',
  udp: 'L’image voyage à côté de la connexion (UDP)',
  udpHint: 'Pour les caméras qui ne le font pas autrement.',
  submit: 'Chercher l’image',
  looking: 'Recherche de l’image. Cela prend jusqu’à 15 secondes.',
  kept: 'Connectée. Cet ordinateur garde l’adresse, et le mot de passe dans son trousseau.',
  notKept: 'Connectée jusqu’à la fermeture de Mayday : cet ordinateur n’a pas de trousseau ouvert, et le mot de passe n’est gardé nulle part ailleurs.',
  forget: 'Oublier cette connexion',
  forgetConfirm: 'L’oublier',
  forgetDoes: 'Cet ordinateur oublie l’adresse et le mot de passe. La caméra reste dans le domicile.',
};

export const NAME: Words<typeof en.NAME> = {
  title: 'Nom',
  name: 'Comment elle s’appelle',
  hint: 'Les personnes de ce domicile le voient, aussi à côté d’un SOS depuis son image.',
  kind: 'Ce que c’est',
  kinds: { camera: 'Caméra', doorbell: 'Sonnette' },
  submit: 'Garder ce nom',
  kept: 'Le nom est gardé.',
};

export const PROBLEM: Words<typeof en.PROBLEM> = {
  not_connected: { text: 'Cet ordinateur ne sait pas où est cette caméra.', mend: 'Connectez-la ici.' },
  no_keyring: { text: 'Le trousseau qui garde le mot de passe de cette caméra est verrouillé ou absent.', mend: 'Déverrouillez-le, ou connectez la caméra de nouveau.' },
  too_many: { text: 'Trop d’images sont ouvertes.', mend: 'Quittez En direct et ouvrez-le de nouveau.' },
  address_missing: { text: 'Aucune adresse n’a été écrite.', mend: 'Écrivez celle qui se trouve dans l’application ou le manuel de la caméra.' },
  address_not_rtsp: { text: 'Ce n’est pas l’adresse d’une caméra.', mend: 'Elle ressemble à rtsp://192.168.1.20:554/stream1.' },
  unreachable: { text: 'Rien ne répond à l’adresse de la caméra.', mend: 'Vérifiez qu’elle a du courant et qu’elle est sur ce réseau.' },
  not_a_camera: { text: 'Ce qui répond là n’est pas une caméra.', mend: 'Vérifiez l’adresse et le nombre après le deux-points.' },
  wrong_password: { text: 'La caméra refuse le nom d’utilisateur ou le mot de passe.', mend: 'Vérifiez les deux dans l’application de la caméra.' },
  wrong_path: { text: 'La caméra n’a rien à cette adresse.', mend: 'Vérifiez ce qui suit la dernière barre oblique.' },
  refused: { text: 'La caméra a refusé.', mend: 'Trop d’autres la regardent peut-être. Fermez son application et réessayez.' },
  no_video: { text: 'Ce que la caméra envoie n’a pas d’image.', mend: 'Vérifiez que l’adresse est celle de sa vidéo.' },
  unknown_codec: { text: 'La caméra envoie un type d’image qui ne peut pas être montré.', mend: 'Choisissez H.264 comme format vidéo dans ses réglages.' },
  silent: { text: 'La caméra a répondu, puis n’a rien envoyé.', mend: 'Éteignez-la et rallumez-la.' },
  garbage: { text: 'Ce que la caméra envoie ne peut pas être compris.', mend: 'Éteignez-la et rallumez-la.' },
  ended: { text: 'La caméra a terminé l’image.', mend: 'Elle redémarre peut-être.' },
  clip_lost: { text: 'Cet extrait ne peut plus être ouvert.', mend: 'Il est peut-être abîmé, ou sa clé n’est plus dans le trousseau.' },
};

export const ATTACHED: Words<typeof en.ATTACHED> = (name) => `Envoyé depuis l’image ${de(name)}`;

export const CLIP: Words<typeof en.CLIP> = {
  title: 'Extraits des caméras',
  where: 'Sur cet ordinateur seul, chiffrés. Rien ne les envoie ailleurs.',
  running: 'En cours : il dure encore une minute.'.replace(' :', ' :'),
  kept: (length) => `${length} autour du début`,
  cut_off: 'Coupé : Mayday ou la caméra s’est arrêté avant la fin de la minute.',
  until: (day) => `Supprimé de lui-même le ${day}`,
  watch: (name) => `Voir ${name}`,
  hide: 'Fermer l’extrait',
  opening: 'Ouverture de l’extrait',
  remove: 'Supprimer cet extrait',
  removeConfirm: 'Le supprimer',
  removeDoes: 'Il ne peut pas être récupéré.',
  gone: 'Une caméra que ce domicile n’a plus',
};
