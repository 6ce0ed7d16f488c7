// Knows what setting a home up says, in Canadian French.
import type * as en from '../en/setup';
import { de } from '../grammar/french';
import type { Words } from '../language';

export const WHOLE: Words<typeof en.WHOLE> = {
  change: { title: 'Modifier votre domicile', lead: 'Modifiez ce qui n’est plus exact. Rien n’est gardé avant que vous enregistriez.' },
  again: {
    title: 'Configurer ce domicile de nouveau',
    lead: 'Ces réponses ont été gardées sur cet appareil. La station ne garde rien avant que vous ayez terminé.',
  },
};

export const STEP_TITLE: Words<typeof en.STEP_TITLE> = {
  address: 'Où vont les secours',
  devices: 'Ce qu’il y a sur place',
  contacts: 'Qui est appelé',
  password: 'Le mot de passe verbal',
  plan: 'Forfait et inscription',
  finish: 'Avant de terminer',
};

export const STEP_LEAD: Words<typeof en.STEP_LEAD> = {
  address: 'L’adresse de ce domicile. La police, les pompiers et l’aide médicale sont envoyés ici, où que soit votre téléphone.',
  devices: 'Choisissez ce qu’il y a dans ce domicile. S’il n’y a rien d’un type, laissez tel quel.',
  contacts: 'Dans un SOS, la station appelle d’abord le premier, puis avise les autres. Il en faut deux.',
  password: 'La station le demande quand un contact veut annuler. Il prouve que c’est bien l’un de vos proches.',
  plan: 'SOS exige le forfait Pro et un domicile inscrit.',
  finish: 'Voici ce que donnent vos réponses. Rien n’est gardé avant que vous ayez terminé.',
};

export const STEP_OF = (at: number, of: number) => `Étape ${at} de ${of}`;

export const BUTTONS: Words<typeof en.BUTTONS> = {
  changing: 'Votre domicile',
  back: 'Précédent',
  leave: 'Retour à l’accueil',
  leaveUnsaved: 'Quitter sans enregistrer',
  next: 'Suivant',
  done: 'Terminé',
  finish: 'Terminer',
  save: 'Enregistrer les changements',
  again: 'Réessayer',
  checking: 'Vérification…',
  saving: 'Enregistrement de votre domicile…',
  looking: 'Examen de vos réponses…',
  lookAgain: (count) => (count === 1 ? 'Une réponse est à revoir.' : `${count} réponses sont à revoir.`),
};

export const ADDRESS: Words<typeof en.ADDRESS> = {
  street: 'Rue et numéro',
  streetHint: 'Avec l’appartement, s’il y en a un.',
  city: 'Ville ou village',
  country: 'Pays',
  premises: 'Ce qu’il y a à cette adresse',
};

export const PREMISES: Words<typeof en.PREMISES> = [
  { value: 'residential', text: 'Une habitation', detail: 'Des gens y vivent.' },
  {
    value: 'business',
    text: 'Un commerce',
    detail: 'Ou zoné comme tel. Les alarmes de fumée et de monoxyde de carbone n’y sont pas surveillées; SOS, antivol, panique et contrainte le sont.',
  },
];

export const DEVICES: Words<typeof en.DEVICES> = {
  alarm: 'Une station de base',
  alarmHow: 'Le centre d’une alarme. Elle fait retentir la sirène.',
  kit: 'L’ensemble de sécurité de l’alarme, avec son clavier',
  kitHow: 'Le clavier retentit avec la sirène.',
  cameras: 'Caméras et sonnettes',
  camerasHow: 'Le manuel dit si l’appareil fonctionne avec SOS. Pas certain? Comptez-le parmi ceux qui ne fonctionnent pas.',
  compatible: 'Fonctionnent avec SOS',
  incompatible: 'Ne fonctionnent pas avec SOS',
  linked: 'Les caméras retentissent avec la sirène',
  linkedHow: 'Celles qui fonctionnent avec SOS.',
  cameraOf: {
    compatible: 'caméra ou sonnette qui fonctionne avec SOS',
    incompatible: 'caméra ou sonnette qui ne fonctionne pas avec SOS',
  },
  more: (what) => `Ajouter : ${what}`,
  fewer: (what) => `Retirer : ${what}`,
};

export const ORDINALS: Words<typeof en.ORDINALS> = ['Premier', 'Deuxième', 'Troisième', 'Quatrième', 'Cinquième', 'Sixième', 'Septième', 'Huitième', 'Neuvième', 'Dixième'];

export const contactTitle = (at: number) => `${ORDINALS[at] ?? `${at + 1}e`} contact`;

export const PEOPLE: Words<typeof en.PEOPLE> = {
  first: 'Habituellement vous. La station appelle d’abord ce téléphone : répondez pour confirmer, ou pour annuler. Si personne ne répond, les secours sont demandés.',
  second: 'De préférence quelqu’un de l’extérieur de votre domicile.',
  name: 'Nom',
  phone: 'Numéro de téléphone',
  add: 'Ajouter un autre contact',
  agree: 'Ces personnes acceptent d’être appelées',
  agreeHow: 'La station les appelle en cas d’urgence, jour et nuit. Demandez d’abord à chacune.',
  up: (title) => `Monter : ${title.toLowerCase()}`,
  down: (title) => `Descendre : ${title.toLowerCase()}`,
  remove: (title) => `Retirer : ${title.toLowerCase()}`,
  removed: (name) => (name ? `Retrait ${de(name)}.` : 'Le contact a été retiré.'),
};

export const PASSWORD_HINT = 'Un mot dont vos proches se souviennent, d’au moins six lettres ou chiffres. Majuscules et minuscules reviennent au même.';

export const PASSWORD: Words<typeof en.PASSWORD> = {
  label: 'Mot de passe verbal',
  hint: { new: PASSWORD_HINT, change: '', again: `Entrez-le de nouveau : il n’a jamais été gardé sur cet appareil. ${PASSWORD_HINT}` },
  elsewhere: 'Le mot de passe verbal se modifie sous Mots de passe et codes, avec son mot de passe de contrainte.',
  facts: [
    'Pour annuler, un contact l’entre sur le téléphone qui a été appelé.',
    'Chaque personne de votre liste doit le connaître. Dites-le-leur aujourd’hui.',
    'Il n’est jamais nécessaire pour demander de l’aide.',
    'Il n’est plus montré ensuite.',
  ],
};

export const PLAN: Words<typeof en.PLAN> = {
  plan: 'Forfait',
  monitoring: 'Qui surveille l’alarme',
  cameras: 'SOS pour caméras',
  camerasOn: 'Inscrire les caméras et les sonnettes à SOS',
  camerasHow: 'Nécessaire pour SOS dans un domicile sans station de base.',
  camerasCovered: 'La surveillance professionnelle couvre aussi les caméras à cette adresse.',
  ask: 'Quand la station appelle',
  who: 'La station de cet ordinateur fait la surveillance. Mayday n’exploite aucun centre de surveillance.',
  permit: 'Numéro de permis d’alarme',
  permitHow: 'Seulement si votre municipalité exige un permis.',
  fees: 'Votre municipalité peut exiger un permis d’alarme, facturer les fausses alarmes ou le déplacement de gardiens ou d’agents.',
};

export const PLAN_CHOICES: Words<typeof en.PLAN_CHOICES> = [
  { value: 'basic', text: 'De base', detail: 'Sans SOS. Une alarme peut être autosurveillée.' },
  { value: 'plus', text: 'Plus', detail: 'Sans SOS. Une alarme peut être autosurveillée.' },
  { value: 'pro', text: 'Pro', detail: 'SOS pour la police, les pompiers et une aide médicale, la sirène seule, et la surveillance professionnelle.' },
];

export const MONITORING_CHOICES: Words<typeof en.MONITORING_CHOICES> = [
  { value: 'professional', text: 'Surveillance professionnelle', detail: 'La station appelle vos proches et demande les secours. SOS l’exige.' },
  { value: 'self_monitored', text: 'Autosurveillance', detail: 'Vous vous occupez vous-même de l’alarme. Sans SOS.' },
  { value: 'not_enrolled', text: 'Non inscrite', detail: 'Personne ne surveille l’alarme. Sans SOS.' },
];

export const ASK_CHOICES: Words<typeof en.ASK_CHOICES> = [
  { value: 'ask', text: 'Demander le mot de passe verbal', detail: 'Seule une personne qui le connaît peut annuler.' },
  { value: 'never', text: 'Ne pas le demander', detail: 'Quiconque répond au téléphone du premier contact peut annuler.' },
];

export const FINISH: Words<typeof en.FINISH> = {
  mend: 'À revoir',
  gateHint: 'Ce qui est modifié ici n’est gardé qu’avec lui.',
  works: 'SOS fonctionnera de ce domicile.',
  worksNot: 'SOS ne fonctionnera pas encore :',
  siren: 'La sirène seule fonctionnera aussi.',
  sirenNot: 'La sirène seule ne fonctionnera pas encore :',
  sirenAlso: 'La sirène seule exige la même chose, et :',
  sirenSame: 'La sirène seule exige la même chose.',
  answers: 'Vos réponses',
  change: 'Modifier',
  changeName: (title) => `Modifier : ${title}`,
};

export const NOT_LIVE: Words<typeof en.NOT_LIVE> = {
  title: 'Pas encore en service',
  until: 'D’ici là, ceci est une démo : elle ne peut envoyer personne. En cas d’urgence, appelez le 911.',
};
