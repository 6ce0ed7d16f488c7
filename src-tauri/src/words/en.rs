//! What notifications and the tray say in English.

use mayday_protocol::{Kind, Service};

use super::{Unit, Words, capital, listed};

pub(super) static WORDS: Words = Words {
    kind,
    calling: |kind| format!("{kind}: calling"),
    help_requested: "Help requested",
    calling_contacts: |kind| format!("{kind}: calling your contacts"),
    informing: |kind| format!("{kind}: calling your contacts. Nobody is sent."),
    requesting: |asked| format!("Requesting {}…", names(asked)),
    requested: |asked| format!("{} requested", capital(&names(asked))),
    nobody_answered: "Nobody answered. Nobody was sent.",
    siren_sounds: "Siren sounds",
    nobody_called: |kind| format!("{kind}. Nobody was called. Call 911."),
    cancelled_by_contact: "Cancelled by a contact",
    cancelled_unasked: "Cancelled. Nobody was asked to come.",
    cancelled_uncalled: "Cancelled. Nobody was called.",
    cancelled_twice: "Two SOS were cancelled within ten minutes",
    ask_whether_well: "Nobody was asked to come. Ask there whether all is well.",
    disarmed: "Disarmed. Nobody was asked to come.",
    drill_over: "The drill is over. Nobody was asked to come.",
    practice_leave: "Nobody is sent. If this is real: leave the house, call 911.",
    practice: "Nobody is sent. If this is real, call 911.",
    drill: "This is a drill: nobody is sent.",
    can_send_nobody: "This station can send nobody.",
    test_alert: "Test alert",
    nothing_happened: "This is how Mayday's alerts arrive. Nothing has happened.",
    without_window: "Mayday goes on without its window",
    unacknowledged_siren: "The station has not confirmed that it has your siren order.",
    unacknowledged: "The station has not confirmed that it has your request. Call 911.",
    held_siren: "The station has your siren order, and acts by itself.",
    held: "The station has your request, and acts by itself.",
    cancelling: "The station has not confirmed your cancel.",
    station_goes_on: "The station goes on.",
    open_to_see: "Open Mayday to see what happens.",
    practice_on: |left| format!("On for {left}"),
    practice_is: "An alarm brings a voice message, and nobody is sent. If it is real, call 911.",
    practice_day: "Ends in a day",
    from_then_on: "From then on an alarm follows its response plan. This station can send nobody.",
    practice_over: "Practice is over",
    from_now_on: "An alarm follows its response plan now. This station can send nobody.",
    length: |count, unit| {
        let unit = match unit {
            Unit::Minutes => "minute",
            Unit::Hours => "hour",
            Unit::Days => "day",
        };
        format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
    },
    no_home: "No home is set up",
    ready: "Ready",
    not_eligible: "SOS is not available for this home",
    no_station: "The station does not answer",
    on_its_way: |kind| format!("{kind} is on its way"),
    is_open: |kind| format!("{kind} is open"),
    mark_practice: "Practice · ",
    mark_drill: "Drill · ",
    mark_demo: "Demo · ",
    open: "Open Mayday",
    quit: "Quit",
};

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "Police SOS",
        Kind::SosFire => "Fire SOS",
        Kind::SosMedical => "Medical SOS",
        Kind::SirenOnly => "Siren only",
        Kind::Burglar => "Burglar alarm",
        Kind::Smoke => "Smoke alarm",
        Kind::CarbonMonoxide => "Carbon monoxide alarm",
        Kind::Panic => "Panic alarm",
        Kind::Duress => "Message",
        Kind::Flood => "Flood alarm",
        Kind::Freeze => "Freeze alarm",
    }
}

const fn service(service: Service) -> &'static str {
    match service {
        Service::Police => "police",
        Service::Fire => "fire department",
        Service::Medical => "medical help",
    }
}

fn names(asked: &[Service]) -> String {
    let names: Vec<_> = asked.iter().map(|asked| service(*asked)).collect();
    if names.is_empty() { "help".to_owned() } else { listed(&names, "and") }
}
