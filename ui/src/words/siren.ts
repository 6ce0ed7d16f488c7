// Knows what is said about the siren: alone, as part of an SOS, and how it is silenced. A siren alone
// asks for nobody, so none of its words says that help is requested; and no word says that it sounds
// or is silent before the base station has said so (C6, D6, D8).
import type { CommittedBy, Event, IncidentView, Mode, ReasonView, SirenPlaces, SirenStep, SosView } from '../backend/wire';
import { listed } from './common';
import { kindName } from './kinds';
import { BASE_STATION, LINKED_CAMERAS } from './mode';
import type { UnsettledWords } from './sos';

/** The control on the sheet. */
export const SIREN = {
  name: 'Sound siren only',
  what: 'Nobody is called, nobody comes.',
  hint: 'Keep holding for a second and a half.',
  describedBy: 'Hold Space or Enter for a second and a half.',
  confirm: 'Sound the siren now',
  soundsIn: 'Siren sounds in',
};

const MISSING_BASE_STATION = 'Needs a base station. This home has none.';

/** Why the siren cannot sound alone: the first thing in the way. */
export function sirenReason(reasons: readonly ReasonView[]): string | null {
  const first = reasons[0];
  return first?.code === 'no_base_station' ? MISSING_BASE_STATION : (first?.sentence ?? null);
}

export const sirenHeld = (elsewhere: boolean) =>
  elsewhere
    ? 'The station already holds this. The siren sounds even if this phone stops working.'
    : 'The station on this computer already holds this. The siren sounds even if this window closes.';

export const sirenRefused = (held: boolean) =>
  held
    ? { title: 'The station acts by itself', detail: 'It already holds the siren order, and takes no further word from this device.' }
    : { title: 'Not sent', detail: 'The station refused the siren order. The siren stays silent.' };

export const SIREN_LOST = {
  title: 'The station cannot act on your siren order',
  detail: 'It does not know this home any more, and nothing of the order. If you are in danger, call 911.',
};

export const SIREN_TOO_LATE = 'The cancel came too late. Only Silence siren can still stop it.';
export const SIREN_SEND_NOW = 'Sound it now';

/** The screens between the countdown and the station's answer, for a siren alone. */
export function sirenUnsettled(sos: SosView, seconds: number): UnsettledWords {
  switch (sos.phase) {
    case 'committing':
      return { title: 'Starting the siren…', detail: sos.offer_911 || sos.trouble ? starting(sos) : null };
    case 'cancelling':
      return {
        title: 'Cancelling…',
        detail: sos.offer_911 ? 'Could not reach the station to cancel. If it got the order, the siren sounds.' : null,
      };
    case 'asking':
      return { title: 'Checking with the station what became of the siren…', detail: null };
    case 'waiting':
      return {
        title: 'The siren order did not reach the station.',
        detail: seconds > 0 ? `It goes by itself in ${seconds} s.` : 'Sending…',
      };
    case 'too_old':
      return {
        title: 'A siren order from earlier never reached the station.',
        detail: 'It will not be sent by itself. Sound the siren again if you still need it.',
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
  if (trouble) return `${trouble} We keep trying. If you are in danger, call 911.`;
  return held
    ? 'The station holds the order and acts by itself.'
    : 'The station has not answered yet. We keep trying. If you are in danger, call 911.';
};

const CANCELLED = {
  ordered: 'Cancelled. The siren is not known to be silent yet.',
  sounding: 'Cancelled. The siren is not known to be silent yet.',
  stopping: 'Cancelled. Silence is not confirmed yet.',
  silent: 'Cancelled. The siren is silent.',
} satisfies Record<SirenStep, string>;

/** A cancel that was pressed in time can arrive after the station had acted; the words stay true. */
export const sirenCancelled = (incident: IncidentView | null) =>
  incident?.siren ? CANCELLED[incident.siren.step] : 'Cancelled. The siren stays silent.';

const STANDS = {
  ordered: 'Siren ordered',
  sounding: 'Siren sounds',
  stopping: 'Silencing the siren…',
  silent: 'Siren silent',
} satisfies Record<SirenStep, string>;

export const SIREN_ORDERED = STANDS.ordered;
export const SIREN_HELD = 'The station holds the siren order';

/** How a siren alone stands while it is open. */
export const sirenStands = ({ siren }: IncidentView) => STANDS[siren?.step ?? 'ordered'];

/** Beside an incident that is open: how its siren stands, where it can be heard. */
export const sirenLine = ({ siren }: IncidentView) => (siren && siren.step !== 'silent' ? STANDS[siren.step] : null);

/** How it stands once it is over. One that never began was not silenced. */
export const sirenOver = ({ timeline }: IncidentView) =>
  timeline.some(({ event }) => event === 'siren_not_started') ? 'Siren not started' : STANDS.silent;

export const SIREN_DECIDED = {
  device: 'Siren decided by you',
  station: 'Siren decided by the station itself',
} satisfies Record<CommittedBy, string>;

export type SirenEvent = Extract<Event['event'], `siren_${string}` | 'silencing' | 'announced'>;

/** One entry of the timeline, without its mark. */
export const SIREN_ENTRY = {
  siren_sounds: (mode: Mode, places: SirenPlaces | null) => `The siren sounds on ${placesNamed(mode, places)}`,
  silencing: () => 'Silence asked; the base station has not confirmed yet',
  siren_silent: () => 'The siren is silent',
  siren_ended: () => 'The siren’s set time is over',
  siren_not_started: (mode: Mode) => `The siren did not start on ${BASE_STATION[mode]}`,
  announced: () => 'The base station said aloud that help was requested',
} satisfies Record<SirenEvent, (mode: Mode, places: SirenPlaces | null) => string>;

function placesNamed(mode: Mode, places: SirenPlaces | null): string {
  const keypad = places?.keypad ? ['its keypad'] : [];
  const cameras = places?.cameras ? [LINKED_CAMERAS[mode]] : [];
  return listed([BASE_STATION[mode], ...keypad, ...cameras]);
}

export const SILENCE = { text: 'Silence siren', stopping: 'Silencing… not confirmed yet' };

/** What silencing does not do (D6). */
export function silencesOnly({ plan, phase }: Pick<IncidentView, 'plan' | 'phase'>): string {
  if (plan.first_step === 'siren_alone') return 'Nobody was called.';
  if (phase === 'closed' || phase === 'nobody_sent') return 'This silences the siren only.';
  return plan.service ? 'This silences the siren only. Calls and responders go on.' : 'This silences the siren only. Calls go on.';
}
