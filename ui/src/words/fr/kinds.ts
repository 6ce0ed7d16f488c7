// Knows what the kinds and the three services are called, in Canadian French.
import type { Service } from '../../backend/wire';
import type * as en from '../en/kinds';
import type { Words } from '../language';

export const SERVICE_ASKED: Words<typeof en.SERVICE_ASKED> = { police: 'la police', fire: 'les pompiers', medical: 'une aide médicale' };
export const SERVICE_SUBJECT: Words<typeof en.SERVICE_SUBJECT> = { police: 'Police', fire: 'Pompiers', medical: 'Aide médicale' };
export const NOBODY: Words<typeof en.NOBODY> = { asked: 'personne', subject: 'Personne' };

export const ALARM_NAME: Words<typeof en.ALARM_NAME> = {
  burglar: 'Alarme antivol',
  smoke: 'Alarme de fumée',
  carbon_monoxide: 'Alarme de monoxyde de carbone',
  panic: 'Alarme de panique',
  duress: 'Contrainte',
  flood: 'Alarme d’inondation',
  freeze: 'Alarme de gel',
};

export const KIND_NAME: Words<typeof en.KIND_NAME> = {
  sos_police: 'Police',
  sos_fire: 'Pompiers',
  sos_medical: 'Médicale',
  siren_only: 'Sirène seule',
  ...ALARM_NAME,
};

/** After "demande": with its preposition. */
export const KIND_ADJECTIVE: Words<typeof en.KIND_ADJECTIVE> = {
  sos_police: 'de police',
  sos_fire: 'de pompiers',
  sos_medical: 'd’aide médicale',
  siren_only: 'de sirène',
  burglar: 'd’alarme antivol',
  smoke: 'd’alarme de fumée',
  carbon_monoxide: 'd’alarme de monoxyde de carbone',
  panic: 'd’alarme de panique',
  duress: 'de contrainte',
  flood: 'd’alarme d’inondation',
  freeze: 'd’alarme de gel',
};

export const KIND_HEADING: Words<typeof en.KIND_HEADING> = {
  sos_police: 'SOS police',
  sos_fire: 'SOS pompiers',
  sos_medical: 'SOS médical',
  siren_only: 'Sirène seule',
  ...ALARM_NAME,
};

const isPlural = (services: readonly Service[]) => services.length > 1 || services[0] === 'fire';

const ending = (services: readonly Service[]) => `demandé${services.includes('fire') ? '' : 'e'}${isPlural(services) ? 's' : ''}`;

export const requested = (services: readonly Service[], subject: string) => `${subject} ${ending(services)}`;

export const areRequested = (services: readonly Service[], asked: string) => `${asked} ${isPlural(services) ? 'sont' : 'est'} ${ending(services)}`;
