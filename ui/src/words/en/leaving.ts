// Knows what is said before the window closes or the app quits, in English.

export const LEAVING = {
  title: { window: 'Close this window?', app: 'Quit Mayday?' },
  stay: 'Stay',
  anyway: { window: 'Close anyway', app: 'Quit anyway' },
  /** A station of this computer ends with it. */
  computer: 'The station runs on this computer, which has to stay on.',
};

export const THEN = {
  window: 'Mayday goes on without its window, and notifies you.',
  app: 'Mayday will not tell you what happens then.',
};

/** What the station has goes on. `asked` is who is asked to come. */
export const HELD = {
  window: {
    help: (asked: string, street: string) => `The SOS goes on. The station has it and asks for ${asked} at ${street} even if this window closes.`,
    nobody: 'The station has it and goes on calling even if this window closes. Nobody is sent.',
    siren: 'The siren order goes on. The station has it and sounds the siren even if this window closes.',
  },
  app: {
    help: (asked: string, street: string) => `The SOS goes on. The station has it and asks for ${asked} at ${street} even if Mayday quits.`,
    nobody: 'The station has it and goes on calling even if Mayday quits. Nobody is sent.',
    siren: 'The siren order goes on. The station has it and sounds the siren even if Mayday quits.',
  },
};

export const UNACKNOWLEDGED = {
  help: {
    lead: 'The station has not confirmed that it has your request.',
    window: 'Mayday keeps trying without its window, but nobody may come. Stay, or call 911.',
    app: 'If you quit now, nobody may come. Stay, or call 911.',
  },
  siren: {
    lead: 'The station has not confirmed that it has your siren order.',
    window: 'Mayday keeps trying without its window, but the siren may stay silent.',
    app: 'If you quit now, the siren may stay silent.',
  },
};

export const CANCELLING = {
  lead: 'The station has not confirmed your cancel.',
  help: {
    window: 'Mayday keeps trying without its window. Until the station has it, the station may act on your request.',
    app: 'If you quit now, the cancel may not arrive, and the station may act on your request.',
  },
  siren: {
    window: 'Mayday keeps trying without its window. Until the station has it, the station may act on your siren order.',
    app: 'If you quit now, the cancel may not arrive, and the station may act on your siren order.',
  },
};

export const GOES_ON = {
  alone: 'The station goes on.',
  siren: 'The siren goes on until it is silenced or its set time is over.',
  asksUnless: (asked: string, street: string) => `The station goes on calling. It asks for ${asked} at ${street} unless that call cancels.`,
  calls: 'The station goes on calling. Nobody is asked to come.',
  requesting: (asked: string, street: string) => `The station goes on requesting ${asked} for ${street}, and tells your contacts.`,
  requested: (requested: string, street: string) => `${requested} for ${street}: that stays so. The station goes on telling your contacts.`,
  entryDelay: 'The entry delay runs. Unless it is disarmed, the station raises the alarm.',
  informing: 'The station goes on telling your contacts. Nobody is asked to come.',
  nobodySent: 'Nobody answered, and nobody was sent. Open Mayday again to send police.',
  held: (asked: string, street: string) =>
    `The station holds this SOS and acts by itself: it calls your contacts and asks for ${asked} at ${street}.`,
};
