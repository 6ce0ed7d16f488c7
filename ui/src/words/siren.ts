// Knows what is said about the siren: alone, as part of an SOS, and how it is silenced. A siren alone
// asks for nobody, so none of its words says that help is requested; and no word says that it sounds
// or is silent before the base station has said so (C6, D6, D8).
import type { Event, IncidentView, Mode, ReasonView, SirenPlaces, SosView } from '../backend/wire';
import { listed } from './common';
import { kindName } from './kinds';
import { BASE_STATION, LINKED_CAMERAS } from './mode';
import type { UnsettledWords } from './sos';
import * as en from './en/siren';
import * as es from './es/siren';
import * as fr from './fr/siren';
import { inLanguage } from './language';
import { reasonWords, troubleWords } from './station';

const words = inLanguage({ en, es, fr });
const { MISSING_BASE_STATION, CANCELLED, STANDS, ENTRY, HELD, REFUSED, UNSETTLED, STAYS_SILENT, NOT_STARTED, KEYPAD, ONLY } = words;
export const { SIREN, SIREN_LOST, SIREN_TOO_LATE, SIREN_SEND_NOW, SIREN_HELD, SIREN_DECIDED, SILENCE } = words;

/** Why the siren cannot sound alone: the first thing in the way. */
export function sirenReason(reasons: readonly ReasonView[]): string | null {
  const first = reasons[0];
  return first?.code === 'no_base_station' ? MISSING_BASE_STATION : first ? reasonWords(first).sentence : null;
}

export const sirenHeld = (elsewhere: boolean) => (elsewhere ? HELD.elsewhere : HELD.here);

export const sirenRefused = (held: boolean) =>
  held ? { title: REFUSED.acts, detail: REFUSED.holds } : { title: REFUSED.notSent, detail: REFUSED.silent };

/** The screens between the countdown and the station's answer, for a siren alone. */
export function sirenUnsettled(sos: SosView, seconds: number): UnsettledWords {
  switch (sos.phase) {
    case 'committing':
      return { title: UNSETTLED.starting, detail: sos.offer_911 || sos.trouble ? starting(sos) : null };
    case 'cancelling':
      return {
        title: UNSETTLED.cancelling,
        detail: sos.offer_911 ? UNSETTLED.cancelUnreached : null,
      };
    case 'asking':
      return { title: UNSETTLED.asking, detail: null };
    case 'waiting':
      return {
        title: UNSETTLED.waiting,
        detail: seconds > 0 ? UNSETTLED.goes(seconds) : UNSETTLED.sending,
      };
    case 'too_old':
      return {
        title: UNSETTLED.tooOld,
        detail: UNSETTLED.soundAgain,
      };
    case 'counting':
    case 'committed':
    case 'cancelled_too_late':
    case 'cancelled':
    case 'refused':
      return { title: kindName(sos.kind), detail: null };
  }
}

const starting = ({ held, trouble }: SosView) => {
  const said = troubleWords(trouble);
  if (said) return UNSETTLED.trying(said);
  return held ? UNSETTLED.acts : UNSETTLED.trying(UNSETTLED.noAnswer);
};

/** A cancel that was pressed in time can arrive after the station had acted; the words stay true. */
export const sirenCancelled = (incident: IncidentView | null) =>
  incident?.siren ? CANCELLED[incident.siren.step] : STAYS_SILENT;

export const SIREN_ORDERED = STANDS.ordered;

/** How a siren alone stands while it is open. */
export const sirenStands = ({ siren }: IncidentView) => STANDS[siren?.step ?? 'ordered'];

/** Beside an incident that is open: how its siren stands, where it can be heard. */
export const sirenLine = ({ siren }: IncidentView) => (siren && siren.step !== 'silent' ? STANDS[siren.step] : null);

/** How it stands once it is over. One that never began was not silenced. */
export const sirenOver = ({ timeline }: IncidentView) =>
  timeline.some(({ event }) => event === 'siren_not_started') ? NOT_STARTED : STANDS.silent;

export type SirenEvent = Extract<Event['event'], `siren_${string}` | 'silencing' | 'announced'>;

export const SIREN_ENTRY = {
  ...ENTRY,
  siren_sounds: (mode: Mode, places: SirenPlaces | null) => ENTRY.siren_sounds(placesNamed(mode, places)),
  siren_not_started: (mode: Mode) => ENTRY.siren_not_started(BASE_STATION[mode]),
} satisfies Record<SirenEvent, (mode: Mode, places: SirenPlaces | null) => string>;

function placesNamed(mode: Mode, places: SirenPlaces | null): string {
  const keypad = places?.keypad ? [KEYPAD] : [];
  const cameras = places?.cameras ? [LINKED_CAMERAS[mode]] : [];
  return listed([BASE_STATION[mode], ...keypad, ...cameras]);
}

/** What silencing does not do (D6). */
export function silencesOnly({ plan, phase }: Pick<IncidentView, 'plan' | 'phase'>): string {
  if (plan.first_step === 'siren_alone') return ONLY.nobody;
  if (phase === 'closed' || phase === 'nobody_sent') return ONLY.siren;
  return plan.service ? ONLY.callsAndResponders : ONLY.calls;
}
