// Knows the help that is there without a network, in Spanish.
import type * as en from '../en/help';
import type { Question, Topic } from '../help';
import type { Words } from '../language';

export const HELP: Words<typeof en.HELP> = {
  above: 'En la app, también sin red',
  title: 'Ayuda',
  now: 'En una emergencia use SOS o llame al 911',
  nowHow: 'El escudo rojo sigue arriba. Esta página puede esperar.',
  demo: 'Este hogar es una demo: su estación no puede enviar a nadie. Llame al 911.',
  topics: 'Cómo funciona',
  questions: 'Preguntas y respuestas',
  card: 'El proceso de emergencia, la coacción, un negocio y las preguntas que hace la gente.',
  open: 'Abrir la ayuda',
};

export const TOPICS: readonly Topic[] = [
  {
    id: 'process',
    title: 'El proceso de emergencia',
    says: ['Del deslizamiento a la ayuda. La cronología muestra cada paso cuando sucede, y nunca más de lo que se sabe.'],
    steps: [
      'Toque el escudo rojo y deslice policía, bomberos o médica hasta el final.',
      'Tiene cinco segundos para cancelar. Hasta entonces no se llama a nadie y no suena nada.',
      'La estación llama al primer contacto. Con una estación base, policía y bomberos también hacen sonar la sirena.',
      'Quien contesta presiona los dos dígitos que dice la llamada. Después, el 1 pide ayuda, de inmediato y sin contraseña. Para cancelar va primero la contraseña verbal, donde el hogar la pide, y después el 2.',
      'Nadie contesta, no se decide nada en un minuto, o la contraseña es incorrecta: se solicita la ayuda.',
      'Después de la solicitud se avisa a los demás contactos, y de nuevo al primero si no contestó.',
      'Termina cuando una persona lo dice, o cuatro horas después de que se aceptó la solicitud.',
    ],
    after: ['La ayuda va a la dirección registrada de este hogar, no adonde está su teléfono.'],
  },
  {
    id: 'plans',
    title: 'Planes de respuesta',
    says: [
      'Cada tipo de alarma tiene su propio plan: a quién se llama primero, qué sigue cuando nadie contesta y quién puede cancelar. La estación lee la misma tabla que muestra la app.',
      'Solo la alarma de robo tiene un ajuste: qué sigue cuando nadie contesta. Los demás no se pueden cambiar, y cada uno dice por qué.',
    ],
    doors: [
      { to: 'plans', text: 'Mostrar los planes de respuesta' },
      { to: 'compare', text: 'Comparar Básico, Plus y Pro' },
    ],
  },
  {
    id: 'duress',
    title: 'Coacción',
    says: ['La coacción es la manera silenciosa de pedir policía cuando alguien lo obliga. Es solo para una emergencia verdadera y no se puede cancelar.'],
    points: [
      'Escriba el código de coacción en el teclado o en la app, o dé la contraseña de coacción en una llamada de la estación. Se ve y suena como un desarme o una cancelación normal.',
      'Se solicita policía de inmediato. Se le dice que venga en silencio y que no llame aquí.',
      'Sin sirena, sin notificación y sin llamada a ningún contacto. Nada en este hogar lo muestra: ni la cronología, ni el historial, ni un recuento, ni un recibo.',
      'Los códigos y las contraseñas se pueden probar sin consecuencia alguna, en la página donde se definen.',
      'Mientras este hogar está en práctica, llega a un agente en lugar de la policía.',
    ],
    doors: [{ to: 'secrets', text: 'Contraseñas y códigos' }],
  },
  {
    id: 'business',
    title: 'Monitorear un negocio',
    says: [
      'En un negocio, o en una dirección de zona de negocios, no se monitorean el humo ni el monóxido de carbono. Sí el robo, el pánico, la coacción y SOS.',
      'Una alarma de humo o de monóxido de carbono allí suena de todos modos, y dice que no se llamó a nadie. Salga y llame al 911.',
      'El primer paso de la configuración pregunta qué hay en la dirección.',
    ],
  },
  {
    id: 'video',
    title: 'Solicitudes de video',
    says: ['Esta versión no tiene solicitudes de video: nadie puede pedir una grabación a este hogar, y aquí no hay nada que compartir ni rechazar.'],
    after: ['Estas reglas están fijadas antes de que haya alguna:'],
    points: [
      'Una agencia pregunta al servicio, nunca a usted directamente, y solo con el número de caso de una investigación activa. Dice qué tiempo, de 15 minutos a 12 horas, y un área de 0.025 a 0.5 millas cuadradas; una solicitud se cierra a los siete días.',
      'Usted decide: compartir las grabaciones que elija, rechazar, o no recibir ninguna solicitud futura. Compartir una grabación, un nombre y una dirección son tres elecciones distintas, y todas están desactivadas.',
      'Si usted no comparte, la agencia no se entera de nada, ni siquiera de a cuántos se preguntó. Usted aparece como «Vecino» con un número.',
      'Ninguna agencia obtiene acceso a un dispositivo, y ninguna obtiene datos de la cuenta ni una dirección sin su consentimiento explícito.',
    ],
  },
  {
    id: 'through',
    title: 'Sonar aunque esté No molestar',
    says: [
      'Un teléfono en No molestar no suena por sí solo con la estación. Cada contacto guarda una vez el número de la estación y lo deja pasar.',
      'Los pasos están ahí para iPhone y Android, con dibujos, y para los avisos de esta computadora.',
    ],
    doors: [{ to: 'through', text: 'Preparar sus teléfonos' }],
  },
];

export const QUESTIONS: readonly Question[] = [
  {
    id: 'dials-911',
    ask: '¿Mayday marca el 911?',
    says: ['No, nunca. La app muestra el número y una persona lo marca. Mayday pide por medio de su estación: llama a sus contactos y solicita ayuda.'],
  },
  {
    id: 'demo',
    ask: '¿Qué es una demo?',
    says: [
      'Un hogar cuya estación no puede enviar a nadie: no tiene una línea telefónica real o no tiene centro de monitoreo. Todos los hogares de esta versión son una demo, y todas las pantallas lo dicen.',
      'Las llamadas suenan en tarjetas del tablero de teléfonos, en lugar de teléfonos reales. En una emergencia, llame al 911.',
    ],
  },
  {
    id: 'practice',
    ask: '¿Qué es la práctica?',
    says: [
      'Un tiempo en que no se envía a nadie. Las sirenas son reales y un mensaje de voz automático reemplaza las llamadas. Los primeros siete días después de inscribir una alarma son práctica; más adelante puede iniciarla por 15 minutos a 8 horas, con el código de acceso.',
      'Termina sola. Mientras dura, todas las pantallas lo dicen.',
    ],
  },
  {
    id: 'drill',
    ask: '¿Qué es un simulacro?',
    says: ['Un SOS a propósito, de principio a fin: suenan las llamadas y la sirena suena un momento. No puede solicitar ayuda. Después hay un recibo que dice qué se habría solicitado.'],
  },
  {
    id: 'phone-breaks',
    ask: '¿Y si el teléfono o la computadora falla después de deslizar?',
    says: [
      'El deslizamiento va de inmediato a la estación. Cuando la estación lo tiene, ya no necesita el dispositivo: sin noticias de él, la estación actúa por sí misma siete segundos después del deslizamiento.',
      'Una estación en la misma computadora se detiene con esa computadora. Una en otra máquina, no.',
    ],
  },
  {
    id: 'window',
    ask: '¿Y si cierro la ventana durante un SOS?',
    says: ['La app primero dice qué sigue sin ella, y pregunta. Si se cierra de todos modos, sigue enviando lo que la estación no ha confirmado y da las noticias por notificación.'],
  },
  {
    id: 'no-internet',
    ask: '¿Y si no hay internet?',
    says: [
      'La app y una estación en la misma computadora no lo necesitan para comunicarse. Una estación en otra máquina necesita la red entre las dos.',
      'Si la estación no responde, la app sigue intentando. Ocho segundos después del deslizamiento dice cómo están las cosas y ofrece el 911.',
    ],
  },
  {
    id: 'power',
    ask: '¿Y si la computadora de la estación está apagada o dormida?',
    says: ['Entonces, mientras tanto, no llama a nadie. Lo que quedó pendiente se hace cuando despierta o vuelve a iniciar. Un deslizamiento que nunca llegó y tiene quince minutos o más ya no se envía solo.'],
  },
  {
    id: 'who-is-called',
    ask: '¿A quién se llama?',
    says: [
      'En un SOS, al primer contacto, y a los demás después de solicitar la ayuda. Con una alarma de robo, a todos los contactos en orden, hasta localizar a una persona. Por coacción, a nadie.',
      'Las llamadas van a los números de su lista y a ningún otro.',
    ],
  },
  {
    id: 'voicemail',
    ask: '¿Un buzón de voz cuenta como respuesta?',
    says: ['No. Solo cuenta una persona que presiona los dos dígitos que dice la llamada. En un buzón de voz se deja un mensaje con el tipo de alarma, la dirección y el número al que devolver la llamada, y el paso siguiente no lo espera.'],
  },
  {
    id: 'cancel',
    ask: '¿Puedo cancelar?',
    says: [
      'Dentro de los cinco segundos del deslizamiento, en la app: entonces no se llama a nadie y no suena nada. Después, solo contestar la primera llamada puede cancelar un SOS; cancelar en la app no detiene la ayuda.',
      'Las alarmas son distintas: desarmar cancela una alarma de robo hasta que se esté solicitando policía, y nada cancela el monóxido de carbono ni la coacción. Los planes de respuesta lo dicen para cada tipo.',
    ],
  },
  {
    id: 'password',
    ask: '¿Y si un contacto no sabe la contraseña verbal?',
    says: ['Para pedir ayuda nunca hace falta. Sin ella un contacto no puede cancelar: en un SOS o una alarma de humo es como si nadie hubiera contestado, y en una alarma de robo o de pánico se solicita policía de inmediato. A quien la da no se le dice que era incorrecta.'],
  },
  {
    id: 'siren',
    ask: '¿Cuándo suena la sirena?',
    says: ['Con una estación base: con policía y bomberos después de los cinco segundos, y con alarmas de robo, humo, monóxido de carbono y pánico. Nunca con ayuda médica, coacción, inundación ni congelación. Se detiene sola a los diez minutos; silenciarla no detiene las llamadas ni la ayuda.'],
  },
  {
    id: 'who-sees',
    ask: '¿Quién ve qué?',
    says: [
      'Todos los dispositivos de este hogar ven sus incidentes, simulacros e historial; la coacción no está en ninguno. Los propietarios también pueden cambiar el hogar. Las contraseñas y los códigos se pueden comparar y nunca leer.',
      'A quien se llama oye el tipo de alarma y la dirección. Los registros los guarda la estación de este hogar.',
    ],
  },
  {
    id: 'lost',
    ask: '¿Y si perdemos un teléfono o una computadora?',
    says: ['Quítelo en «Personas y dispositivos», en el dispositivo de un propietario. Desde entonces no puede enviar ningún SOS desde aquí; lo que la estación había recibido antes de él sigue su curso.'],
  },
];
