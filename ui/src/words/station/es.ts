// Knows what the page says in place of the station's sentences, in Spanish.
import type { StationWords } from './words';

const EMERGENCY = 'En una emergencia, llame al 911.';
const WEAK = 'al menos seis y a lo sumo 32, ni una sola tecla repetida ni teclas seguidas, y al menos dos teclas distintas de las de su pareja.';

export const es = {
  errors: {
    malformed: 'La estación no pudo leer esta petición.',
    too_large: 'Esta petición es demasiado grande.',
    no_such_route: 'La estación no tiene nada en esta dirección.',
    not_paired: 'Este dispositivo no está enlazado con la estación.',
    not_allowed: 'Este dispositivo no puede hacer eso.',
    revoked: 'Este dispositivo se quitó del hogar.',
    unknown: 'La estación no conoce esta solicitud.',
    id_reused: 'Esta solicitud ya se usó para otra cosa.',
    too_old: 'Esta solicitud tiene más de 15 minutos. Deslice de nuevo si necesita ayuda.',
    not_eligible: 'SOS no está disponible para este hogar.',
    not_stored: 'La estación no pudo guardar esta solicitud, así que no se aceptó.',
    disk_full: 'El disco de la estación está lleno, así que no pudo guardar esta solicitud.',
    too_slow: 'Esta solicitud tardó demasiado en llegar.',
    busy: 'La estación está muy ocupada. La solicitud se envía de nuevo.',
    already_under_way: 'Ya hay un SOS en curso.',
    no_home: 'En este dispositivo no hay ningún hogar configurado.',
    unreachable: 'No se puede contactar a la estación.',
    not_now: 'Eso no es posible en este momento.',
    set_up_problems: 'Hay que revisar algunas respuestas.',
    incident_open: 'Hay un SOS o una alarma abiertos. Esto se puede cambiar cuando terminen.',
    code_needed: 'En este hogar cancelar requiere el código.',
    wrong_code: 'Ese no es el código de este hogar.',
    too_many_tries: 'Demasiados códigos incorrectos. Inténtelo más tarde. Para pedir ayuda nunca hace falta un código.',
    no_station_number: 'La estación todavía no ha dicho de qué número vienen sus llamadas.',
    not_saved: 'No se pudo guardar el archivo: la carpeta de Descargas falta, está llena o está protegida.',
    no_test_call_during_incident: 'Hay un SOS o una alarma abiertos. Se podrán hacer llamadas de prueba cuando terminen.',
    in_another_call: 'La estación está al teléfono con este contacto en este momento.',
    rung_too_often: 'A este contacto se le llamó seis veces en una hora. Inténtelo más tarde.',
    opted_out: 'Este contacto pidió que no se le llame. Para volver a llamar, quite la entrada de la lista y agréguela de nuevo.',
    owner_only: 'Eso lo puede hacer el dispositivo de un propietario. Este es de un miembro.',
    wrong_pairing_code: 'Este código no deja entrar ningún dispositivo, o ya no. Pida uno nuevo.',
    not_a_pairing_code: 'Eso no es un código de enlace. Revíselo, o pida uno nuevo.',
    no_outer_door: 'La estación no pudo abrirse a otros dispositivos.',
    not_the_station: 'Lo que respondió allí no pudo demostrar que es la estación del hogar. No se guardó nada y no se reveló el código.',
    other_version: 'La estación es de otra versión que esta app. Actualice las dos.',
    too_many_devices: 'Ya entraron dieciséis dispositivos. Quite uno primero.',
  },
  reasons: {
    plan_without_sos: { sentence: 'El plan de este hogar no incluye SOS.', mend: 'Cambie al plan Pro.' },
    us_territory: {
      sentence: 'SOS funciona en los 50 estados y D. C., no en los territorios de EE. UU.',
      mend: `Si se mudó, corrija la dirección registrada. ${EMERGENCY}`,
    },
    quebec: { sentence: 'SOS funciona en Canadá, pero no en Quebec.', mend: `Si se mudó, corrija la dirección registrada. ${EMERGENCY}` },
    outside_region: {
      sentence: 'La dirección de este hogar está fuera de la región donde funciona SOS.',
      mend: 'Revise la dirección registrada. En una emergencia, llame a su número local de emergencias.',
    },
    no_device: { sentence: 'Este hogar todavía no tiene alarma, cámara ni timbre.', mend: 'Agregue una estación base, una cámara o un timbre.' },
    alarm_not_enrolled: {
      sentence: 'La alarma de este hogar no está inscrita en el monitoreo profesional.',
      mend: 'Inscríbala en el monitoreo profesional.',
    },
    self_monitored: {
      sentence: 'La alarma de este hogar tiene monitoreo propio, y SOS necesita monitoreo profesional.',
      mend: 'Cambie del monitoreo propio al profesional.',
    },
    cameras_not_enrolled: { sentence: 'Las cámaras de este hogar no están inscritas en SOS.', mend: 'Inscríbalas en SOS para cámaras.' },
    no_compatible_camera: { sentence: 'Ninguna cámara de este hogar funciona con SOS.', mend: 'Agregue una cámara o un timbre que funcione con SOS.' },
    no_base_station: { sentence: 'Este hogar no tiene estación base, así que no hay sirena.', mend: 'Agregue una estación base.' },
    revoked: { sentence: 'Este dispositivo se quitó del hogar.', mend: `Vuelva a agregar este dispositivo al hogar. ${EMERGENCY}` },
    revoked_after_hold: {
      sentence: 'Este dispositivo se quitó del hogar después de que la estación recibió la solicitud. La estación actúa por sí misma.',
      mend: 'Solo contestar la llamada de la estación, u otro dispositivo del hogar dentro de los cinco segundos, puede cancelarla.',
    },
    not_understood: { sentence: 'La estación no pudo leer la solicitud de este dispositivo.', mend: `Cierre Mayday y ábralo de nuevo. ${EMERGENCY}` },
    id_reused: { sentence: 'Esta solicitud ya se usó para otra cosa.', mend: 'Deslice de nuevo.' },
    plan_without_monitoring: { sentence: 'El plan de este hogar no incluye monitoreo profesional.', mend: 'Cambie al plan Pro.' },
    flood_outside_united_states: {
      sentence: 'Las alarmas de inundación y congelación se atienden solo en Estados Unidos.',
      mend: 'Tenga cerca a alguien que pueda mirar, y deje activadas las notificaciones de la app.',
    },
    smoke_at_business: {
      sentence: 'Las alarmas de humo y monóxido de carbono no se monitorean en la dirección de un negocio.',
      mend: 'En un incendio o con gas en el aire, salga y llame al 911. No se llama a nadie más.',
    },
    home_unknown: {
      sentence: 'La estación ya no conoce este hogar.',
      mend: 'Vuelva a configurar este hogar. Sus respuestas se guardan en este dispositivo.',
    },
  },
  findings: {
    station_silent: () => ({ sentence: 'La estación no responde. No se puede enviar SOS.', mend: `Mayday sigue intentando. ${EMERGENCY}` }),
    station_here: () => ({
      sentence: 'La estación funciona en esta computadora: se detiene cuando la computadora duerme o la casa se queda sin electricidad.',
      mend: 'Deje esta computadora encendida y enchufada, o ponga la estación en otro lugar.',
    }),
    no_carrier: () => ({
      sentence: 'Demo: esta estación no llama a ningún teléfono. Sus llamadas aparecen solo en el tablero de teléfonos.',
      mend: `Hay que conectar una línea telefónica a la estación. ${EMERGENCY}`,
    }),
    carrier_not_proved: () => ({
      sentence: 'Demo: la línea a la red telefónica no ha confirmado ninguna prueba.',
      mend: 'Quien opera la estación tiene que llamar una vez a un teléfono.',
    }),
    no_dispatcher: () => ({
      sentence: 'Demo: esta estación no puede enviar a nadie. Sus solicitudes solo se anotan.',
      mend: `Hay que conectar un centro de monitoreo a la estación. ${EMERGENCY}`,
    }),
    dispatcher_not_proved: () => ({
      sentence: 'Demo: esta estación no puede enviar a nadie. Quien recibe sus solicitudes no ha confirmado ninguna prueba.',
      mend: `Hay que enviar y confirmar una prueba. ${EMERGENCY}`,
    }),
    not_eligible: () => ({ sentence: 'Desde este hogar no se puede enviar SOS.', mend: 'Vea cada motivo, y cómo remediarlo, en la pantalla del hogar.' }),
    few_reachable: () => ({
      sentence: 'Menos de dos contactos han demostrado que se les puede localizar.',
      mend: 'Inicie una llamada de prueba a cada contacto y deje que presione los dígitos.',
    }),
    practice: () => ({ sentence: 'La práctica está activada: no se envía a nadie.', mend: 'Termina sola. Puede terminarla con el código.' }),
    no_code: () => ({ sentence: 'No hay código de acceso, así que la alarma no se puede desarmar.', mend: 'Elija un código de acceso.' }),
    virtual_hub: () => ({ sentence: 'La estación base es virtual: no suena ninguna sirena real.', mend: 'Conecte una estación base real.' }),
    opted_out: (who) => ({
      sentence: `${who} pidió que no se le llame más.`,
      mend: `Pregunte a ${who}. Para volver a llamar, quite la entrada de la lista y agréguela de nuevo.`,
    }),
    did_not_answer: (who) => ({
      sentence: `${who} no contestó la última llamada de prueba.`,
      mend: `Pida a ${who} que guarde la estación como contacto, e inicie otra llamada de prueba.`,
    }),
    never_tested: (who) => ({
      sentence: `${who} nunca ha contestado una llamada de prueba.`,
      mend: `Inicie una llamada de prueba a ${who}, con No molestar activado.`,
    }),
    expired: (who) => ({
      sentence: `${who} contestó una llamada de prueba hace más de 90 días.`,
      mend: `Inicie una llamada de prueba a ${who}, con No molestar activado.`,
    }),
    without_dnd: (who) => ({
      sentence: `${who} contestó una llamada de prueba, pero sin No molestar activado.`,
      mend: `Pida a ${who} que active No molestar, e inicie otra llamada de prueba.`,
    }),
    password_not_known: (who) => ({
      sentence: `${who} ingresó una contraseña verbal incorrecta.`,
      mend: `Diga la contraseña a ${who}, e inicie otra llamada de prueba.`,
    }),
    password_not_tried: (who) => ({
      sentence: `${who} no ha ingresado la contraseña verbal.`,
      mend: `Inicie otra llamada de prueba y deje que ${who} la ingrese.`,
    }),
  },
  notices: {
    no_keyring: 'El llavero de esta computadora no respondió, así que Mayday pedirá a su estación una clave nueva en cada inicio. SOS funciona.',
    no_keyring_elsewhere:
      'El llavero de esta computadora no respondió, así que Mayday no pudo guardar su clave. SOS funciona hasta que se cierre Mayday; después este dispositivo tiene que volver a unirse al hogar.',
    station_not_started: `No se pudo iniciar la estación. No se puede enviar SOS. ${EMERGENCY}`,
    other_station_version:
      'La estación es de otra versión y todavía tiene un incidente abierto. Cuando termine, un nuevo inicio de Mayday la reemplaza.',
    journal_unreadable: 'Mayday no pudo leer parte de sus propios registros en este dispositivo.',
    station_cannot_write: 'Mayday no puede escribir en su propia carpeta: el disco está lleno o protegido. Haga espacio, o permítale escribir ahí.',
    station_disk_full: 'El disco de la estación está lleno. Los incidentes abiertos siguen. Puede que un nuevo SOS no se guarde: haga espacio en el disco y, en una emergencia, llame también al 911.',
    station_not_storing: `La estación no puede guardar nada en este momento. Puede que un SOS no se acepte. ${EMERGENCY}`,
    station_records_put_aside: 'Los registros de la estación se dañaron. Se apartaron, y se recuperó lo que aún se podía leer. Si pidió ayuda y todavía la necesita, deslice de nuevo o llame al 911.',
    home_unknown: `La estación ya no conoce este hogar. No se puede enviar SOS. Vuelva a configurar el hogar: sus respuestas se guardan en este dispositivo; solo hay que escribir la contraseña verbal. ${EMERGENCY}`,
    entitlement_altered:
      'Se alteró lo que este dispositivo guarda del plan y la inscripción del hogar, así que no se confía en ello. Mayday lo pide de nuevo a la estación. SOS funciona: la estación decide.',
  },
  notLive: {
    no_carrier: {
      sentence: 'Esta estación no puede llamar a teléfonos. Sus llamadas aparecen solo en el tablero de teléfonos.',
      mend: 'Hay que conectar una línea telefónica a la estación.',
    },
    no_dispatcher: {
      sentence: 'Nadie recibe las solicitudes de ayuda de esta estación. Solo se anotan.',
      mend: 'Hay que conectar un centro de monitoreo a la estación.',
    },
    dispatcher_not_proved: {
      sentence: 'El centro que recibe las solicitudes de ayuda no ha confirmado ninguna prueba.',
      mend: 'Hay que enviar y confirmar una prueba.',
    },
  },
  problems: {
    street: 'Escriba la calle y el número adonde debe ir la ayuda, con signos que se puedan leer en voz alta y sin que sea demasiado largo.',
    city: 'Escriba la ciudad o el pueblo, con signos que se puedan leer en voz alta y sin que sea demasiado largo.',
    subdivision: 'Elija el estado o la provincia.',
    postal_code: 'Escriba el código postal de ese estado o provincia: cinco dígitos en Estados Unidos, como M5V 2T6 en Canadá. Revise los dos.',
    security_kit: 'El kit de seguridad va con una estación base. Agregue la estación base, o no incluya el kit.',
    cameras: 'Un hogar tiene aquí a lo sumo 64 cámaras y timbres.',
    cameras_linked: 'Para eso hacen falta una estación base y una cámara que funcione con SOS. Agréguelas, o no las vincule.',
    contacts: 'Nombre de dos a diez personas: se llama a la segunda cuando no se localiza a la primera.',
    contact_name: 'Escriba el nombre de esta persona, con signos que se puedan leer en voz alta y sin que sea demasiado largo.',
    contact_phone: 'Escriba el número propio de esta persona con su código de área, o con + y el código de país. No valen números de emergencia, de pago, de la estación ni ya incluidos en la lista.',
    contacts_agree: 'Pregunte antes a cada uno: la estación los llama en una emergencia, de día o de noche.',
    permit: 'Escriba a lo sumo 120 caracteres.',
    password: `Elija una contraseña verbal de letras o dígitos; con ella cancela un contacto: ${WEAK}`,
    duress_password: `Elija otra contraseña de coacción de letras o dígitos: ${WEAK}`,
    code: `Elija un código solo de dígitos: ${WEAK}`,
    duress_code: `Elija otro código de coacción, solo de dígitos: ${WEAK}`,
    monitoring: 'El monitoreo necesita una estación base, y el profesional además el plan Pro. Cámbielo, o elija sin inscribir.',
    sos_for_cameras: 'SOS para cámaras necesita el plan Pro y una cámara que funcione con SOS. Cámbielo, o desactívelo.',
  },
  trouble: 'La estación no pudo guardar esta solicitud.',
  proved: {
    stationAnswers: 'La estación responde.',
    answered: (count, of) => `${count} de ${of} contactos contestaron una llamada de prueba.`,
    passwordKnown: (count, of) => `${count} de ${of} contactos saben la contraseña verbal.`,
    carrier: 'La estación ya llamó a un teléfono real.',
    dispatcher: 'Quien envía la ayuda ha confirmado una prueba.',
    hub: 'La estación base responde.',
  },
} satisfies StationWords;
