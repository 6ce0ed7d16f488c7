//! What notifications and the tray say in Spanish.

use mayday_protocol::{Kind, Service};

use super::{Unit, Words, capital, listed};

pub(super) static WORDS: Words = Words {
    kind,
    calling: |kind| format!("{kind}: llamando"),
    help_requested: "Ayuda solicitada",
    calling_contacts: |kind| format!("{kind}: llamando a sus contactos"),
    informing: |kind| format!("{kind}: llamando a sus contactos. No se envía a nadie."),
    requesting: |asked| format!("Solicitando {}…", names(asked)),
    requested: |asked| format!("{} {}", capital(&names(asked)), solicited(asked)),
    nobody_answered: "Nadie contestó. No se envió a nadie.",
    siren_sounds: "Suena la sirena",
    nobody_called: |kind| format!("{kind}. No se llamó a nadie. Llame al 911."),
    cancelled_by_contact: "Cancelado por un contacto",
    cancelled_unasked: "Cancelado. No se pidió a nadie que viniera.",
    cancelled_uncalled: "Cancelado. No se llamó a nadie.",
    cancelled_twice: "Se cancelaron dos SOS en diez minutos",
    ask_whether_well: "No se pidió a nadie que viniera. Pregunte allí si todo está bien.",
    disarmed: "Desarmado. No se pidió a nadie que viniera.",
    drill_over: "El simulacro terminó. No se pidió a nadie que viniera.",
    practice_leave: "No se envía a nadie. Si es real: salga de la casa, llame al 911.",
    practice: "No se envía a nadie. Si es real, llame al 911.",
    drill: "Esto es un simulacro: no se envía a nadie.",
    can_send_nobody: "Esta estación no puede enviar a nadie.",
    test_alert: "Aviso de prueba",
    nothing_happened: "Así llegan los avisos de Mayday. No ha pasado nada.",
    without_window: "Mayday sigue sin su ventana",
    unacknowledged_siren: "La estación no ha confirmado que tiene su orden de sirena.",
    unacknowledged: "La estación no ha confirmado que tiene su solicitud. Llame al 911.",
    held_siren: "La estación tiene su orden de sirena y actúa por sí misma.",
    held: "La estación tiene su solicitud y actúa por sí misma.",
    cancelling: "La estación no ha confirmado su cancelación.",
    station_goes_on: "La estación sigue.",
    open_to_see: "Abra Mayday para ver qué pasa.",
    practice_on: |left| format!("Activada durante {left}"),
    practice_is: "Una alarma trae un mensaje de voz y no se envía a nadie. Si es real, llame al 911.",
    practice_day: "Termina en un día",
    from_then_on: "Desde entonces una alarma sigue su plan de respuesta. Esta estación no puede enviar a nadie.",
    practice_over: "La práctica terminó",
    from_now_on: "Una alarma sigue ahora su plan de respuesta. Esta estación no puede enviar a nadie.",
    length: |count, unit| {
        let unit = match unit {
            Unit::Minutes => "minuto",
            Unit::Hours => "hora",
            Unit::Days => "día",
        };
        format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
    },
    no_home: "No hay ningún hogar configurado",
    ready: "Todo en orden",
    not_eligible: "SOS no está disponible para este hogar",
    no_station: "La estación no responde",
    on_its_way: |kind| format!("{kind}: enviándose"),
    is_open: |kind| format!("{kind}: en curso"),
    mark_practice: "Práctica · ",
    mark_drill: "Simulacro · ",
    mark_demo: "Demo · ",
    open: "Abrir Mayday",
    quit: "Salir",
};

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::SosPolice => "SOS policía",
        Kind::SosFire => "SOS bomberos",
        Kind::SosMedical => "SOS médico",
        Kind::SirenOnly => "Solo sirena",
        Kind::Burglar => "Alarma de robo",
        Kind::Smoke => "Alarma de humo",
        Kind::CarbonMonoxide => "Alarma de monóxido de carbono",
        Kind::Panic => "Alarma de pánico",
        Kind::Duress => "Mensaje",
        Kind::Flood => "Alarma de inundación",
        Kind::Freeze => "Alarma de congelación",
    }
}

const fn service(service: Service) -> &'static str {
    match service {
        Service::Police => "policía",
        Service::Fire => "bomberos",
        Service::Medical => "ayuda médica",
    }
}

fn names(asked: &[Service]) -> String {
    let names: Vec<_> = asked.iter().map(|asked| service(*asked)).collect();
    if names.is_empty() { "ayuda".to_owned() } else { listed(&names, "y") }
}

/// Agrees with what is asked for: police and medical help are feminine, and together with the firefighters masculine.
fn solicited(asked: &[Service]) -> String {
    let gender = if asked.contains(&Service::Fire) { 'o' } else { 'a' };
    format!("solicitad{gender}{}", if is_plural(asked) { "s" } else { "" })
}

fn is_plural(asked: &[Service]) -> bool {
    asked.len() > 1 || asked.contains(&Service::Fire)
}
