// Knows what is said before the window closes or the app quits, in Spanish.
import type * as en from '../en/leaving';
import type { Words } from '../language';

export const LEAVING: Words<typeof en.LEAVING> = {
  title: { window: '¿Cerrar esta ventana?', app: '¿Salir de Mayday?' },
  stay: 'Quedarse',
  anyway: { window: 'Cerrar de todos modos', app: 'Salir de todos modos' },
  computer: 'La estación funciona en esta computadora, que debe seguir encendida.',
};

export const THEN: Words<typeof en.THEN> = {
  window: 'Mayday sigue sin su ventana y le avisa.',
  app: 'Mayday no le dirá qué pasa después.',
};

const EVEN_IF = { window: 'aunque se cierre esta ventana', app: 'aunque Mayday se cierre' };

const held = (evenIf: string): Words<typeof en.HELD.window> => ({
  help: (asked, street) => `El SOS sigue. La estación lo tiene y pide ${asked} en ${street} ${evenIf}.`,
  nobody: `La estación lo tiene y sigue llamando ${evenIf}. No se envía a nadie.`,
  siren: `La orden de sirena sigue. La estación la tiene y hace sonar la sirena ${evenIf}.`,
});

export const HELD: Words<typeof en.HELD> = { window: held(EVEN_IF.window), app: held(EVEN_IF.app) };

export const UNACKNOWLEDGED: Words<typeof en.UNACKNOWLEDGED> = {
  help: {
    lead: 'La estación no ha confirmado que tiene su solicitud.',
    window: 'Mayday sigue intentando sin su ventana, pero puede que no venga nadie. Quédese, o llame al 911.',
    app: 'Si sale ahora, puede que no venga nadie. Quédese, o llame al 911.',
  },
  siren: {
    lead: 'La estación no ha confirmado que tiene su orden de sirena.',
    window: 'Mayday sigue intentando sin su ventana, pero puede que la sirena no suene.',
    app: 'Si sale ahora, puede que la sirena no suene.',
  },
};

export const CANCELLING: Words<typeof en.CANCELLING> = {
  lead: 'La estación no ha confirmado su cancelación.',
  help: {
    window: 'Mayday sigue intentando sin su ventana. Hasta que la reciba, la estación puede actuar según su solicitud.',
    app: 'Si sale ahora, puede que la cancelación no llegue, y la estación puede actuar según su solicitud.',
  },
  siren: {
    window: 'Mayday sigue intentando sin su ventana. Hasta que la reciba, la estación puede actuar según su orden de sirena.',
    app: 'Si sale ahora, puede que la cancelación no llegue, y la estación puede actuar según su orden de sirena.',
  },
};

export const GOES_ON: Words<typeof en.GOES_ON> = {
  alone: 'La estación sigue.',
  siren: 'La sirena sigue hasta que se silencie o termine su tiempo fijado.',
  asksUnless: (asked, street) => `La estación sigue llamando. Pide ${asked} en ${street} si esa llamada no cancela.`,
  calls: 'La estación sigue llamando. No se pide a nadie que venga.',
  requesting: (asked, street) => `La estación sigue solicitando ${asked} para ${street} y avisa a sus contactos.`,
  requested: (requested, street) => `${requested} para ${street}: eso queda así. La estación sigue avisando a sus contactos.`,
  entryDelay: 'Corre el retardo de entrada. Si no se desarma, la estación activa la alarma.',
  informing: 'La estación sigue avisando a sus contactos. No se pide a nadie que venga.',
  nobodySent: 'Nadie contestó y no se envió a nadie. Vuelva a abrir Mayday para enviar policía.',
  held: (asked, street) => `La estación tiene este SOS y actúa por sí misma: llama a sus contactos y pide ${asked} en ${street}.`,
};
