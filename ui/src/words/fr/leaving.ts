// Knows what is said before the window closes or the app quits, in Canadian French.
import type * as en from '../en/leaving';
import type { Words } from '../language';

export const LEAVING: Words<typeof en.LEAVING> = {
  title: { window: 'Fermer cette fenêtre?', app: 'Quitter Mayday?' },
  stay: 'Rester',
  anyway: { window: 'Fermer quand même', app: 'Quitter quand même' },
  computer: 'La station fonctionne sur cet ordinateur, qui doit rester allumé.',
};

export const THEN: Words<typeof en.THEN> = {
  window: 'Mayday continue sans sa fenêtre et vous avise.',
  app: 'Mayday ne vous dira pas ce qui arrive ensuite.',
};

const EVEN_IF = { window: 'même si cette fenêtre se ferme', app: 'même si Mayday est quitté' };

const held = (evenIf: string): Words<typeof en.HELD.window> => ({
  help: (asked, street) => `Le SOS continue. La station l’a et demande ${asked} au ${street} ${evenIf}.`,
  nobody: `La station l’a et continue d’appeler ${evenIf}. Personne n’est envoyé.`,
  siren: `L’ordre de sirène continue. La station l’a et fait retentir la sirène ${evenIf}.`,
});

export const HELD: Words<typeof en.HELD> = { window: held(EVEN_IF.window), app: held(EVEN_IF.app) };

export const UNACKNOWLEDGED: Words<typeof en.UNACKNOWLEDGED> = {
  help: {
    lead: 'La station n’a pas confirmé qu’elle a votre demande.',
    window: 'Mayday continue d’essayer sans sa fenêtre, mais il se peut que personne ne vienne. Restez, ou appelez le 911.',
    app: 'Si vous quittez maintenant, il se peut que personne ne vienne. Restez, ou appelez le 911.',
  },
  siren: {
    lead: 'La station n’a pas confirmé qu’elle a votre ordre de sirène.',
    window: 'Mayday continue d’essayer sans sa fenêtre, mais il se peut que la sirène reste silencieuse.',
    app: 'Si vous quittez maintenant, il se peut que la sirène reste silencieuse.',
  },
};

export const CANCELLING: Words<typeof en.CANCELLING> = {
  lead: 'La station n’a pas confirmé votre annulation.',
  help: {
    window: 'Mayday continue d’essayer sans sa fenêtre. Tant que la station ne l’a pas, elle peut donner suite à votre demande.',
    app: 'Si vous quittez maintenant, l’annulation peut ne pas arriver, et la station peut donner suite à votre demande.',
  },
  siren: {
    window: 'Mayday continue d’essayer sans sa fenêtre. Tant que la station ne l’a pas, elle peut donner suite à votre ordre de sirène.',
    app: 'Si vous quittez maintenant, l’annulation peut ne pas arriver, et la station peut donner suite à votre ordre de sirène.',
  },
};

export const GOES_ON: Words<typeof en.GOES_ON> = {
  alone: 'La station continue.',
  siren: 'La sirène continue jusqu’à ce qu’on la coupe ou que son temps fixé soit écoulé.',
  asksUnless: (asked, street) => `La station continue d’appeler. Elle demande ${asked} au ${street} sauf si cet appel annule.`,
  calls: 'La station continue d’appeler. On ne demande à personne de venir.',
  requesting: (asked, street) => `La station continue de demander ${asked} pour le ${street} et avise vos contacts.`,
  requested: (requested, street) => `${requested} pour le ${street} : cela reste ainsi. La station continue d’aviser vos contacts.`,
  entryDelay: 'Le délai d’entrée court. Si on ne désarme pas, la station déclenche l’alarme.',
  informing: 'La station continue d’aviser vos contacts. On ne demande à personne de venir.',
  nobodySent: 'Personne n’a répondu et personne n’a été envoyé. Rouvrez Mayday pour envoyer la police.',
  held: (asked, street) => `La station a ce SOS et agit d’elle-même : elle appelle vos contacts et demande ${asked} au ${street}.`,
};
