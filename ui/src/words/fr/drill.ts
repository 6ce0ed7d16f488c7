// Knows what is said about the drill of an alarm, in Canadian French.
import type * as en from '../en/drill';
import type { Words } from '../language';

export const DRILL_ALARM: Words<typeof en.DRILL_ALARM> = {
  open: 'Exercice d’alarme',
  choose: 'Quelle alarme',
  start: 'Commencer cet exercice',
  does: 'Le plan de cette alarme est suivi : les téléphones de vos contacts sonnent, la sirène retentit un instant et on ne demande à personne de venir.',
};

export const DRILLED: Words<typeof en.DRILLED> = [
  { value: 'glass_break', text: 'Antivol' },
  { value: 'smoke_alarm', text: 'Fumée' },
  { value: 'co_alarm', text: 'Monoxyde de carbone' },
  { value: 'panic_button', text: 'Panique' },
  { value: 'flood_sensor', text: 'Inondation' },
  { value: 'freeze_sensor', text: 'Gel' },
];
