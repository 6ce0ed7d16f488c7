//! What notifications and the tray say in Canadian French.

use mayday_protocol::{Kind, Service};

use super::{Unit, Words, capital, listed};

pub(super) static WORDS: Words = Words {
    kind,
    calling: |kind| format!("{kind} : appel en cours"),
    help_requested: "Aide demandée",
    calling_contacts: |kind| format!("{kind} : appel de vos contacts"),
    informing: |kind| format!("{kind} : appel de vos contacts. Personne n’est envoyé."),
    requesting: |asked| format!("On demande {}…", names(asked)),
    requested: |asked| format!("{} {}", capital(&names(asked)), requested(asked)),
    nobody_answered: "Personne n’a répondu. Personne n’a été envoyé.",
    siren_sounds: "La sirène retentit",
    nobody_called: |kind| format!("{kind}. Personne n’a été appelé. Appelez le 911."),
    cancelled_by_contact: "Annulé par un contact",
    cancelled_unasked: "Annulé. On n’a demandé à personne de venir.",
    cancelled_uncalled: "Annulé. Personne n’a été appelé.",
    cancelled_twice: "Deux SOS ont été annulés en dix minutes",
    ask_whether_well: "On n’a demandé à personne de venir. Demandez sur place si tout va bien.",
    disarmed: "Désarmé. On n’a demandé à personne de venir.",
    drill_over: "L’exercice est terminé. On n’a demandé à personne de venir.",
    practice_leave: "Personne n’est envoyé. Si c’est réel : sortez de la maison, appelez le 911.",
    practice: "Personne n’est envoyé. Si c’est réel, appelez le 911.",
    drill: "Ceci est un exercice : personne n’est envoyé.",
    can_send_nobody: "Cette station ne peut envoyer personne.",
    test_alert: "Alerte de test",
    nothing_happened: "C’est ainsi qu’arrivent les alertes de Mayday. Il ne s’est rien passé.",
    without_window: "Mayday continue sans sa fenêtre",
    unacknowledged_siren: "La station n’a pas confirmé qu’elle a votre ordre de sirène.",
    unacknowledged: "La station n’a pas confirmé qu’elle a votre demande. Appelez le 911.",
    held_siren: "La station a votre ordre de sirène et agit d’elle-même.",
    held: "La station a votre demande et agit d’elle-même.",
    cancelling: "La station n’a pas confirmé votre annulation.",
    station_goes_on: "La station continue.",
    open_to_see: "Ouvrez Mayday pour voir ce qui se passe.",
    practice_on: |left| format!("Activé pendant {left}"),
    practice_is: "Une alarme amène un message vocal et personne n’est envoyé. Si c’est réel, appelez le 911.",
    practice_day: "Se termine dans un jour",
    from_then_on: "Dès lors, une alarme suit son plan d’intervention. Cette station ne peut envoyer personne.",
    practice_over: "L’entraînement est terminé",
    from_now_on: "Une alarme suit maintenant son plan d’intervention. Cette station ne peut envoyer personne.",
    length: |count, unit| {
        let unit = match unit {
            Unit::Minutes => "minute",
            Unit::Hours => "heure",
            Unit::Days => "jour",
        };
        // In French zero and one take the singular.
        format!("{count} {unit}{}", if count < 2 { "" } else { "s" })
    },
    no_home: "Aucun domicile n’est configuré",
    ready: "Tout est en ordre",
    not_eligible: "SOS n’est pas offert pour ce domicile",
    no_station: "La station ne répond pas",
    on_its_way: |kind| format!("{kind} : envoi en cours"),
    is_open: |kind| format!("{kind} : en cours"),
    mark_practice: "Entraînement · ",
    mark_drill: "Exercice · ",
    mark_demo: "Démo · ",
    open: "Ouvrir Mayday",
    quit: "Quitter",
};

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "SOS police",
        Kind::SosFire => "SOS pompiers",
        Kind::SosMedical => "SOS médical",
        Kind::SirenOnly => "Sirène seule",
        Kind::Burglar => "Alarme antivol",
        Kind::Smoke => "Alarme de fumée",
        Kind::CarbonMonoxide => "Alarme de monoxyde de carbone",
        Kind::Panic => "Alarme de panique",
        Kind::Duress => "Message",
        Kind::Flood => "Alarme d’inondation",
        Kind::Freeze => "Alarme de gel",
    }
}

const fn service(service: Service) -> &'static str {
    match service {
        Service::Police => "la police",
        Service::Fire => "les pompiers",
        Service::Medical => "une aide médicale",
    }
}

fn names(asked: &[Service]) -> String {
    let names: Vec<_> = asked.iter().map(|asked| service(*asked)).collect();
    if names.is_empty() { "de l’aide".to_owned() } else { listed(&names, "et") }
}

/// Agrees with what is asked for: police and medical help are feminine, and together with the firefighters masculine.
fn requested(asked: &[Service]) -> String {
    let gender = if asked.contains(&Service::Fire) { "" } else { "e" };
    let is_plural = asked.len() > 1 || asked.contains(&Service::Fire);
    let verb = if is_plural { "sont" } else { "est" };
    format!("{verb} demandé{gender}{}", if is_plural { "s" } else { "" })
}
