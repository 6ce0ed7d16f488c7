// Knows the help that is there without a network, in Canadian French.
import type * as en from '../en/help';
import type { Question, Topic } from '../help';
import type { Words } from '../language';

export const HELP: Words<typeof en.HELP> = {
  above: 'Dans l’appli, même sans réseau',
  title: 'Aide',
  now: 'En cas d’urgence, utilisez SOS ou appelez le 911',
  nowHow: 'Le bouclier rouge reste en haut. Cette page peut attendre.',
  demo: 'Ce domicile est une démo : sa station ne peut envoyer personne. Appelez le 911.',
  topics: 'Comment ça marche',
  questions: 'Questions et réponses',
  card: 'Le déroulement d’une urgence, la contrainte, un commerce, et les questions que les gens posent.',
  open: 'Ouvrir l’aide',
};

export const TOPICS: readonly Topic[] = [
  {
    id: 'process',
    title: 'Le déroulement d’une urgence',
    says: ['Du glissement aux secours. La chronologie montre chaque étape quand elle a lieu, et jamais plus que ce qu’on sait.'],
    steps: [
      'Touchez le bouclier rouge et glissez police, pompiers ou médicale jusqu’au bout.',
      'Vous avez cinq secondes pour annuler. D’ici là, personne n’est appelé et rien ne retentit.',
      'La station appelle le premier contact. Avec une station de base, police et pompiers font aussi retentir la sirène.',
      'La personne qui répond compose les deux chiffres que dit l’appel. Ensuite, le 1 demande de l’aide, tout de suite et sans mot de passe. Pour annuler, le mot de passe verbal vient d’abord, là où le domicile le demande, puis le 2.',
      'Personne ne répond, rien n’est décidé en une minute, ou le mot de passe est mauvais : les secours sont demandés.',
      'Après la demande, les autres contacts sont avisés, et de nouveau le premier s’il n’a pas répondu.',
      'C’est terminé quand une personne le dit, ou quatre heures après que la demande a été acceptée.',
    ],
    after: ['Les secours vont à l’adresse inscrite de ce domicile, pas là où est votre téléphone.'],
  },
  {
    id: 'plans',
    title: 'Plans d’intervention',
    says: [
      'Chaque type d’alarme a son propre plan : qui est appelé d’abord, ce qui suit quand personne ne répond, et qui peut annuler. La station lit le même tableau que celui de l’appli.',
      'Seule l’alarme antivol a un réglage : ce qui suit quand personne ne répond. Les autres ne peuvent pas être modifiés, et chacun dit pourquoi.',
    ],
    doors: [
      { to: 'plans', text: 'Afficher les plans d’intervention' },
      { to: 'compare', text: 'Comparer De base, Plus et Pro' },
    ],
  },
  {
    id: 'duress',
    title: 'Contrainte',
    says: ['La contrainte est la façon silencieuse de demander la police quand quelqu’un vous force. C’est pour une vraie urgence seulement, et cela ne peut pas être annulé.'],
    points: [
      'Entrez le code de contrainte au clavier ou dans l’appli, ou donnez le mot de passe de contrainte dans un appel de la station. Cela a l’air d’un désarmement ou d’une annulation normale.',
      'La police est demandée tout de suite. On lui dit de venir en silence et de ne pas appeler ici.',
      'Pas de sirène, pas de notification, et pas d’appel à un contact. Rien dans ce domicile ne le montre : ni chronologie, ni historique, ni compte, ni reçu.',
      'Les codes et les mots de passe peuvent être essayés sans aucune conséquence, sur la page où on les choisit.',
      'Pendant l’entraînement de ce domicile, c’est un agent qui est joint au lieu de la police.',
    ],
    doors: [{ to: 'secrets', text: 'Mots de passe et codes' }],
  },
  {
    id: 'business',
    title: 'Surveiller un commerce',
    says: [
      'Dans un commerce, ou à une adresse zonée comme tel, la fumée et le monoxyde de carbone ne sont pas surveillés. L’antivol, la panique, la contrainte et SOS le sont.',
      'Une alarme de fumée ou de monoxyde de carbone y retentit quand même, et dit que personne n’a été appelé. Sortez et appelez le 911.',
      'La première étape de la configuration demande ce qu’il y a à l’adresse.',
    ],
  },
  {
    id: 'video',
    title: 'Demandes de vidéo',
    says: ['Cette version n’a pas de demandes de vidéo : personne ne peut demander un enregistrement à ce domicile, et il n’y a rien ici à partager ni à refuser.'],
    after: ['Ces règles sont fixées avant qu’il y en ait :'],
    points: [
      'Un organisme s’adresse au service, jamais directement à vous, et seulement avec le numéro de dossier d’une enquête active. Il dit quelle période, de 15 minutes à 12 heures, et une zone de 0,025 à 0,5 mille carré; une demande se ferme après sept jours.',
      'Vous décidez : partager des enregistrements choisis, refuser, ou ne plus recevoir aucune demande. Partager un enregistrement, un nom et une adresse sont trois choix distincts, et tous sont désactivés.',
      'À moins que vous partagiez, l’organisme n’apprend rien, pas même à combien de personnes on a demandé. Vous apparaissez comme « Voisin » avec un numéro.',
      'Aucun organisme n’obtient l’accès à un appareil, et aucun n’obtient les données du compte ni une adresse sans votre consentement explicite.',
    ],
  },
  {
    id: 'through',
    title: 'Passer malgré Ne pas déranger',
    says: [
      'Un téléphone en Ne pas déranger ne sonne pas de lui-même pour la station. Chaque contact enregistre une fois le numéro de la station et le laisse passer.',
      'Les étapes sont là pour iPhone et Android, avec des dessins, et pour les alertes de cet ordinateur.',
    ],
    doors: [{ to: 'through', text: 'Préparer leurs téléphones' }],
  },
];

export const QUESTIONS: readonly Question[] = [
  {
    id: 'dials-911',
    ask: 'Mayday compose-t-il le 911?',
    says: ['Non, jamais. L’appli montre le numéro, et une personne le compose. Mayday demande par sa station : elle appelle vos contacts et demande les secours.'],
  },
  {
    id: 'demo',
    ask: 'Qu’est-ce qu’une démo?',
    says: [
      'Un domicile dont la station ne peut envoyer personne : elle n’a pas de vraie ligne téléphonique ou pas de centre de surveillance. Chaque domicile de cette version est une démo, et chaque écran le dit.',
      'Les appels sonnent sur des fiches du tableau de téléphones, au lieu de vrais téléphones. En cas d’urgence, appelez le 911.',
    ],
  },
  {
    id: 'practice',
    ask: 'Qu’est-ce que l’entraînement?',
    says: [
      'Une période où personne n’est envoyé. Les sirènes sont réelles, et un message vocal automatique remplace les appels. Les sept premiers jours après l’inscription d’une alarme sont de l’entraînement; plus tard, vous pouvez le commencer pour 15 minutes à 8 heures, avec le code d’accès.',
      'Il se termine de lui-même. Tant qu’il dure, chaque écran le dit.',
    ],
  },
  {
    id: 'drill',
    ask: 'Qu’est-ce qu’un exercice?',
    says: ['Un SOS voulu, du début à la fin : les appels sonnent et la sirène retentit un instant. Il ne peut pas demander les secours. Ensuite, un reçu dit ce qui aurait été demandé.'],
  },
  {
    id: 'phone-breaks',
    ask: 'Et si le téléphone ou l’ordinateur tombe en panne après le glissement?',
    says: [
      'Le glissement va tout de suite à la station. Une fois qu’elle l’a, elle n’a plus besoin de l’appareil : sans nouvelles de lui, la station agit d’elle-même sept secondes après le glissement.',
      'Une station sur le même ordinateur s’arrête avec cet ordinateur. Une station sur une autre machine, non.',
    ],
  },
  {
    id: 'window',
    ask: 'Et si je ferme la fenêtre pendant un SOS?',
    says: ['L’appli dit d’abord ce qui continue sans elle, et pose la question. Fermée quand même, elle continue d’envoyer ce que la station n’a pas confirmé, et donne les nouvelles par notification.'],
  },
  {
    id: 'no-internet',
    ask: 'Et s’il n’y a pas d’Internet?',
    says: [
      'L’appli et une station sur le même ordinateur n’en ont pas besoin pour se joindre. Une station sur une autre machine a besoin du réseau entre les deux.',
      'Si la station ne répond pas, l’appli continue d’essayer. Huit secondes après le glissement, elle dit où en sont les choses et propose le 911.',
    ],
  },
  {
    id: 'power',
    ask: 'Et si l’ordinateur de la station est éteint ou en veille?',
    says: ['Alors elle n’appelle personne pendant ce temps. Ce qui était dû est fait quand il se réveille ou redémarre. Un glissement qui n’est jamais arrivé et qui a quinze minutes ou plus ne part plus de lui-même.'],
  },
  {
    id: 'who-is-called',
    ask: 'Qui est appelé?',
    says: [
      'Dans un SOS, le premier contact, et les autres après la demande des secours. Pour une alarme antivol, chaque contact dans l’ordre, jusqu’à joindre une personne. Pour la contrainte, personne.',
      'Les appels vont aux numéros de votre liste et à aucun autre.',
    ],
  },
  {
    id: 'voicemail',
    ask: 'Une boîte vocale compte-t-elle comme une réponse?',
    says: ['Non. Seule compte une personne, qui compose les deux chiffres que dit l’appel. Une boîte vocale reçoit un message avec le type d’alarme, l’adresse et le numéro à rappeler, et l’étape suivante ne l’attend pas.'],
  },
  {
    id: 'cancel',
    ask: 'Puis-je annuler?',
    says: [
      'Dans les cinq secondes du glissement, dans l’appli : alors personne n’est appelé et rien ne retentit. Ensuite, seule une réponse au premier appel peut annuler un SOS; annuler dans l’appli n’arrête pas les secours.',
      'Les alarmes diffèrent : désarmer annule une alarme antivol jusqu’à ce qu’on demande la police, et rien n’annule le monoxyde de carbone ni la contrainte. Les plans d’intervention le disent pour chaque type.',
    ],
  },
  {
    id: 'password',
    ask: 'Et si un contact ne connaît pas le mot de passe verbal?',
    says: ['Il n’est jamais nécessaire pour demander de l’aide. Sans lui, un contact ne peut pas annuler : dans un SOS ou une alarme de fumée, c’est comme si personne n’avait répondu, et dans une alarme antivol ou de panique, la police est demandée tout de suite. On ne dit pas à la personne qu’il était mauvais.'],
  },
  {
    id: 'siren',
    ask: 'Quand la sirène retentit-elle?',
    says: ['Avec une station de base : pour police et pompiers après les cinq secondes, et pour les alarmes antivol, de fumée, de monoxyde de carbone et de panique. Jamais pour l’aide médicale, la contrainte, l’inondation ou le gel. Elle s’arrête d’elle-même après dix minutes; la couper n’arrête ni les appels ni les secours.'],
  },
  {
    id: 'who-sees',
    ask: 'Qui voit quoi?',
    says: [
      'Chaque appareil de ce domicile voit ses incidents, exercices et historique; la contrainte n’est dans aucun d’eux. Les propriétaires peuvent aussi modifier le domicile. Les mots de passe et les codes peuvent être comparés et jamais lus.',
      'La personne appelée entend le type d’alarme et l’adresse. Les registres sont gardés par la station de ce domicile.',
    ],
  },
  {
    id: 'lost',
    ask: 'Et si un de nos téléphones ou ordinateurs est perdu?',
    says: ['Retirez-le sous « Personnes et appareils », sur l’appareil d’un propriétaire. Dès lors, il ne peut plus envoyer de SOS d’ici; ce que la station en avait reçu avant suit son cours.'],
  },
];
