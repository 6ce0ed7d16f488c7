// Knows what the page says in place of the station's sentences, in Canadian French.
import type { StationWords } from './words';

const EMERGENCY = 'En cas d’urgence, appelez le 911.';
const WEAK = 'au moins six et au plus 32, ni une seule touche répétée ni des touches qui se suivent, et au moins deux touches différentes de celles de son pendant.';

export const fr = {
  errors: {
    malformed: 'La station n’a pas pu lire cette demande.',
    too_large: 'Cette demande est trop grande.',
    no_such_route: 'La station n’a rien à cette adresse.',
    not_paired: 'Cet appareil n’est pas jumelé à la station.',
    not_allowed: 'Cet appareil ne peut pas faire cela.',
    revoked: 'Cet appareil a été retiré du domicile.',
    unknown: 'La station ne connaît pas cette demande.',
    id_reused: 'Cette demande a déjà servi à autre chose.',
    too_old: 'Cette demande a plus de 15 minutes. Glissez de nouveau si vous avez besoin d’aide.',
    not_eligible: 'SOS n’est pas disponible pour ce domicile.',
    not_stored: 'La station n’a pas pu conserver cette demande, qui n’a donc pas été acceptée.',
    disk_full: 'Le disque de la station est plein, elle n’a donc pas pu conserver cette demande.',
    too_slow: 'Cette demande a mis trop de temps à arriver.',
    busy: 'La station est très occupée. La demande est envoyée de nouveau.',
    already_under_way: 'Un SOS est déjà en cours.',
    no_home: 'Aucun domicile n’est configuré sur cet appareil.',
    unreachable: 'La station ne peut pas être jointe.',
    not_now: 'Ce n’est pas possible en ce moment.',
    set_up_problems: 'Certaines réponses sont à revoir.',
    incident_open: 'Un SOS ou une alarme est ouvert. Ceci pourra être modifié quand ce sera terminé.',
    code_needed: 'Dans ce domicile, une annulation demande le code.',
    wrong_code: 'Ce n’est pas le code de ce domicile.',
    too_many_tries: 'Trop de mauvais codes. Réessayez plus tard. Demander de l’aide n’exige jamais de code.',
    no_station_number: 'La station n’a pas encore dit de quel numéro viennent ses appels.',
    not_saved: 'Le fichier n’a pas pu être enregistré : le dossier Téléchargements est absent, plein ou protégé.',
    no_test_call_during_incident: 'Un SOS ou une alarme est ouvert. Les appels de test seront possibles quand ce sera terminé.',
    in_another_call: 'La station est en ligne avec ce contact en ce moment.',
    rung_too_often: 'Ce contact a été appelé six fois en une heure. Réessayez plus tard.',
    opted_out: 'Ce contact a demandé de ne pas être appelé. Pour appeler de nouveau, retirez l’entrée de la liste et ajoutez-la encore.',
    owner_only: 'L’appareil d’un propriétaire peut faire cela. Celui-ci est celui d’un membre.',
    wrong_pairing_code: 'Ce code ne laisse entrer aucun appareil, ou plus maintenant. Demandez-en un nouveau.',
    not_a_pairing_code: 'Ce n’est pas un code de jumelage. Vérifiez-le, ou demandez-en un nouveau.',
    no_outer_door: 'La station n’a pas pu s’ouvrir à d’autres appareils.',
    not_the_station: 'Ce qui a répondu là-bas n’a pas pu prouver être la station du domicile. Rien n’a été gardé, et le code n’a pas été dévoilé.',
    other_version: 'La station n’est pas de la même version que cette appli. Mettez les deux à jour.',
    too_many_devices: 'Seize appareils sont déjà entrés. Retirez-en un d’abord.',
  },
  reasons: {
    plan_without_sos: { sentence: 'Le forfait de ce domicile ne comprend pas SOS.', mend: 'Passez au forfait Pro.' },
    us_territory: {
      sentence: 'SOS fonctionne dans les 50 États et à D.C., pas dans les territoires américains.',
      mend: `Si vous avez déménagé, corrigez l’adresse inscrite. ${EMERGENCY}`,
    },
    quebec: { sentence: 'SOS fonctionne au Canada, mais pas au Québec.', mend: `Si vous avez déménagé, corrigez l’adresse inscrite. ${EMERGENCY}` },
    outside_region: {
      sentence: 'L’adresse de ce domicile est hors de la région où SOS fonctionne.',
      mend: 'Vérifiez l’adresse inscrite. En cas d’urgence, appelez votre numéro d’urgence local.',
    },
    no_device: { sentence: 'Ce domicile n’a encore ni alarme, ni caméra, ni sonnette.', mend: 'Ajoutez une station de base, une caméra ou une sonnette.' },
    alarm_not_enrolled: {
      sentence: 'L’alarme de ce domicile n’est pas inscrite à la surveillance professionnelle.',
      mend: 'Inscrivez-la à la surveillance professionnelle.',
    },
    self_monitored: {
      sentence: 'L’alarme de ce domicile est autosurveillée, et SOS exige la surveillance professionnelle.',
      mend: 'Passez de l’autosurveillance à la surveillance professionnelle.',
    },
    cameras_not_enrolled: { sentence: 'Les caméras de ce domicile ne sont pas inscrites à SOS.', mend: 'Inscrivez-les à SOS pour caméras.' },
    no_compatible_camera: { sentence: 'Aucune caméra de ce domicile ne fonctionne avec SOS.', mend: 'Ajoutez une caméra ou une sonnette qui fonctionne avec SOS.' },
    no_base_station: { sentence: 'Ce domicile n’a pas de station de base, donc pas de sirène.', mend: 'Ajoutez une station de base.' },
    revoked: { sentence: 'Cet appareil a été retiré du domicile.', mend: `Ajoutez de nouveau cet appareil au domicile. ${EMERGENCY}` },
    revoked_after_hold: {
      sentence: 'Cet appareil a été retiré du domicile après que la station a reçu la demande. La station y donne suite d’elle-même.',
      mend: 'Seule une réponse à l’appel de la station, ou un autre appareil du domicile dans les cinq secondes, peut l’annuler.',
    },
    not_understood: { sentence: 'La station n’a pas pu lire la demande de cet appareil.', mend: `Fermez Mayday et rouvrez-le. ${EMERGENCY}` },
    id_reused: { sentence: 'Cette demande a déjà servi à autre chose.', mend: 'Glissez de nouveau.' },
    plan_without_monitoring: { sentence: 'Le forfait de ce domicile ne comprend pas la surveillance professionnelle.', mend: 'Passez au forfait Pro.' },
    flood_outside_united_states: {
      sentence: 'Les alarmes d’inondation et de gel ne sont traitées qu’aux États-Unis.',
      mend: 'Ayez quelqu’un à proximité qui peut aller voir, et gardez les notifications de l’appli activées.',
    },
    smoke_at_business: {
      sentence: 'Les alarmes de fumée et de monoxyde de carbone ne sont pas surveillées à l’adresse d’un commerce.',
      mend: 'En cas d’incendie ou de gaz dans l’air, sortez et appelez le 911. Personne d’autre n’est appelé.',
    },
    home_unknown: {
      sentence: 'La station ne connaît plus ce domicile.',
      mend: 'Configurez ce domicile de nouveau. Ses réponses sont gardées sur cet appareil.',
    },
  },
  findings: {
    station_silent: () => ({ sentence: 'La station ne répond pas. SOS ne peut pas être envoyé.', mend: `Mayday continue d’essayer. ${EMERGENCY}` }),
    station_here: () => ({
      sentence: 'La station fonctionne sur cet ordinateur : elle s’arrête quand l’ordinateur est en veille ou que la maison manque de courant.',
      mend: 'Gardez cet ordinateur allumé et branché, ou faites fonctionner la station ailleurs.',
    }),
    no_carrier: () => ({
      sentence: 'Démo : cette station n’appelle aucun téléphone. Ses appels n’apparaissent que sur le tableau de téléphones.',
      mend: `Une ligne téléphonique doit être reliée à la station. ${EMERGENCY}`,
    }),
    carrier_not_proved: () => ({
      sentence: 'Démo : la ligne vers le réseau téléphonique n’a confirmé aucun test.',
      mend: 'La personne qui exploite la station doit appeler un téléphone une fois.',
    }),
    no_dispatcher: () => ({
      sentence: 'Démo : cette station ne peut envoyer personne. Ses demandes sont seulement notées.',
      mend: `Un centre de surveillance doit être relié à la station. ${EMERGENCY}`,
    }),
    dispatcher_not_proved: () => ({
      sentence: 'Démo : cette station ne peut envoyer personne. Le destinataire de ses demandes n’a confirmé aucun test.',
      mend: `Un test doit être envoyé et confirmé. ${EMERGENCY}`,
    }),
    not_eligible: () => ({ sentence: 'SOS ne peut pas être envoyé de ce domicile.', mend: 'Voyez chaque raison, et ce qui y remédie, à l’écran du domicile.' }),
    few_reachable: () => ({
      sentence: 'Moins de deux contacts ont prouvé qu’ils peuvent être joints.',
      mend: 'Lancez un appel de test à chaque contact et laissez-le composer les chiffres.',
    }),
    practice: () => ({ sentence: 'L’entraînement est activé : personne n’est envoyé.', mend: 'Il se termine de lui-même. Vous pouvez y mettre fin avec le code.' }),
    no_code: () => ({ sentence: 'Aucun code d’accès n’est choisi, donc l’alarme ne peut pas être désarmée.', mend: 'Choisissez un code d’accès.' }),
    virtual_hub: () => ({ sentence: 'La station de base est virtuelle : aucune vraie sirène ne retentit.', mend: 'Reliez une vraie station de base.' }),
    opted_out: (who) => ({
      sentence: `${who} a demandé de ne plus être appelé.`,
      mend: `Demandez à ${who}. Pour appeler de nouveau, retirez l’entrée de la liste et ajoutez-la encore.`,
    }),
    did_not_answer: (who) => ({
      sentence: `${who} n’a pas répondu au dernier appel de test.`,
      mend: `Demandez à ${who} d’enregistrer la station comme contact, et lancez un autre appel de test.`,
    }),
    never_tested: (who) => ({
      sentence: `${who} n’a jamais répondu à un appel de test.`,
      mend: `Lancez un appel de test à ${who}, Ne pas déranger activé.`,
    }),
    expired: (who) => ({
      sentence: `${who} a répondu à un appel de test il y a plus de 90 jours.`,
      mend: `Lancez un appel de test à ${who}, Ne pas déranger activé.`,
    }),
    without_dnd: (who) => ({
      sentence: `${who} a répondu à un appel de test, mais sans Ne pas déranger activé.`,
      mend: `Demandez à ${who} d’activer Ne pas déranger, et lancez un autre appel de test.`,
    }),
    password_not_known: (who) => ({
      sentence: `${who} a entré un mauvais mot de passe verbal.`,
      mend: `Dites le mot de passe à ${who}, et lancez un autre appel de test.`,
    }),
    password_not_tried: (who) => ({
      sentence: `${who} n’a pas entré le mot de passe verbal.`,
      mend: `Lancez un autre appel de test et laissez ${who} l’entrer.`,
    }),
  },
  notices: {
    no_keyring: 'Le trousseau de cet ordinateur n’a pas répondu, alors Mayday demandera une nouvelle clé à sa station à chaque démarrage. SOS fonctionne.',
    no_keyring_elsewhere:
      'Le trousseau de cet ordinateur n’a pas répondu, alors Mayday n’a pas pu garder sa clé. SOS fonctionne jusqu’à la fermeture de Mayday; ensuite, cet appareil doit rejoindre le domicile de nouveau.',
    station_not_started: `La station n’a pas pu démarrer. SOS ne peut pas être envoyé. ${EMERGENCY}`,
    other_station_version:
      'La station est d’une autre version et a encore un incident ouvert. Quand il sera terminé, un nouveau démarrage de Mayday la remplacera.',
    journal_unreadable: 'Mayday n’a pas pu lire une partie de ses propres registres sur cet appareil.',
    station_cannot_write: 'Mayday ne peut pas écrire dans son propre dossier : le disque est plein ou protégé. Faites de la place, ou permettez-lui d’y écrire.',
    station_disk_full:
      'Le disque de la station est plein. Les incidents ouverts continuent. Un nouveau SOS pourrait ne pas être conservé : faites de la place sur le disque et, en cas d’urgence, appelez aussi le 911.',
    station_not_storing: `La station ne peut rien conserver en ce moment. Un SOS pourrait ne pas être accepté. ${EMERGENCY}`,
    station_records_put_aside:
      'Les registres de la station étaient endommagés. Ils ont été mis de côté, et ce qui pouvait encore être lu a été repris. Si vous avez demandé de l’aide et en avez encore besoin, glissez de nouveau ou appelez le 911.',
    home_unknown: `La station ne connaît plus ce domicile. SOS ne peut pas être envoyé. Configurez le domicile de nouveau : vos réponses sont gardées sur cet appareil, seul le mot de passe verbal est à entrer. ${EMERGENCY}`,
    entitlement_altered:
      'Ce que cet appareil garde du forfait et de l’inscription du domicile a été altéré, alors on ne s’y fie pas. Mayday le redemande à la station. SOS fonctionne : c’est la station qui décide.',
  },
  notLive: {
    no_carrier: {
      sentence: 'Cette station ne peut pas appeler de téléphones. Ses appels n’apparaissent que sur le tableau de téléphones.',
      mend: 'Une ligne téléphonique doit être reliée à la station.',
    },
    no_dispatcher: {
      sentence: 'Personne ne reçoit les demandes de secours de cette station. Elles sont seulement notées.',
      mend: 'Un centre de surveillance doit être relié à la station.',
    },
    dispatcher_not_proved: {
      sentence: 'Le centre qui reçoit les demandes de secours n’a confirmé aucun test.',
      mend: 'Un test doit être envoyé et confirmé.',
    },
  },
  problems: {
    street: 'Écrivez la rue et le numéro où les secours doivent venir, avec des signes qui se lisent à voix haute et sans que ce soit trop long.',
    city: 'Écrivez la ville ou le village, avec des signes qui se lisent à voix haute et sans que ce soit trop long.',
    subdivision: 'Choisissez l’État ou la province.',
    postal_code: 'Écrivez le code postal de cet État ou de cette province : comme M5V 2T6 au Canada, cinq chiffres aux États-Unis. Vérifiez les deux.',
    security_kit: 'L’ensemble de sécurité va avec une station de base. Ajoutez la station de base, ou laissez l’ensemble de côté.',
    cameras: 'Un domicile a ici au plus 64 caméras et sonnettes.',
    cameras_linked: 'Il faut une station de base et une caméra qui fonctionne avec SOS. Ajoutez-les, ou ne liez pas les caméras.',
    contacts: 'Nommez de deux à dix personnes : la deuxième est appelée quand la première ne peut pas être jointe.',
    contact_name: 'Écrivez le nom de cette personne, avec des signes qui se lisent à voix haute et sans que ce soit trop long.',
    contact_phone:
      'Écrivez le numéro personnel de cette personne avec son indicatif régional, ou avec + et l’indicatif du pays. Pas de numéro d’urgence, payant, de la station ou déjà sur la liste.',
    contacts_agree: 'Demandez d’abord à chacune de ces personnes : la station les appelle en cas d’urgence, jour et nuit.',
    permit: 'Écrivez au plus 120 caractères.',
    password: `Choisissez un mot de passe verbal de lettres ou de chiffres, avec lequel un contact annule : ${WEAK}`,
    duress_password: `Choisissez un autre mot de passe de contrainte, de lettres ou de chiffres : ${WEAK}`,
    code: `Choisissez un code de chiffres seulement : ${WEAK}`,
    duress_code: `Choisissez un autre code de contrainte, de chiffres seulement : ${WEAK}`,
    monitoring: 'La surveillance exige une station de base, et la surveillance professionnelle exige aussi le forfait Pro. Changez-le, ou choisissez non inscrite.',
    sos_for_cameras: 'SOS pour caméras exige le forfait Pro et une caméra qui fonctionne avec SOS. Changez cela, ou désactivez-le.',
  },
  trouble: 'La station n’a pas pu conserver cette demande.',
  proved: {
    stationAnswers: 'La station répond.',
    answered: (count, of) => `${count} contacts sur ${of} ont répondu à un appel de test.`,
    passwordKnown: (count, of) => `${count} contacts sur ${of} connaissent le mot de passe verbal.`,
    carrier: 'La station a appelé un vrai téléphone.',
    dispatcher: 'Le destinataire qui envoie les secours a confirmé un test.',
    hub: 'La station de base répond.',
  },
} satisfies StationWords;
