// Knows what the sheet, the countdown and the screens after it say. None of it claims more than the
// view knows (C6).
import type { ContactView, Course, HomeFacts, Kind, ReasonView, SosView } from '../backend/wire';
import { isHelp, kindAdjective, kindAsked, kindName } from './kinds';
import { called } from './readiness';
import { SIREN, SIREN_LOST, SIREN_ORDERED, SIREN_SEND_NOW, SIREN_TOO_LATE, sirenHeld, sirenRefused, sirenUnsettled } from './siren';

export const SHEET = {
  question: 'Who should come?',
  to: 'Responders go to',
  only: 'Use SOS only in an emergency.',
  slide: 'Slide all the way; you then have five seconds to cancel.',
  hold: 'Or press and hold for a second and a half: a finger, Space or Enter.',
  describedBy: 'Slide all the way, or hold Space or Enter for a second and a half.',
  unreachable: 'The station does not answer right now. You can slide: Mayday keeps trying. Call 911 too.',
  sending: 'Sending…',
  notNow: 'Not now',
};

/** Who cannot send: the home, or this device alone. */
export const refusedTitle = (reasons: readonly ReasonView[]) =>
  reasons.every(({ code }) => code === 'revoked') ? 'SOS is not available on this device' : 'SOS is not available for this home';

/** What sounds besides (D1, D2, D4): `null` where nothing can. */
export const alsoSounds = (facts: HomeFacts) =>
  facts.has_alarm ? 'Police and fire also sound the siren. Medical is silent.' : null;

export const confirmNow = (kind: Kind) => (isHelp(kind) ? `Request ${kindAsked(kind)} now` : SIREN.confirm);

export function firstCall(contacts: readonly ContactView[]): string {
  const [first] = called(contacts);
  return first ? `${first.name} will be called first.` : 'No contact is set up: responders are requested at once.';
}

export const COUNTDOWN = {
  cancel: 'Cancel',
  sending: 'Sending…',
  journal: 'This device could not write its record; the station’s counts.',
  journalUnheld: 'This device could not write its record. Keep Mayday open.',
};

export const comingIn = (kind: Kind) => (isHelp(kind) ? `Requesting ${kindAsked(kind)} in` : SIREN.soundsIn);

/** The one sentence of the countdown: what the station is known to do (C5, C6). */
export function heldSentence({ kind, held, trouble, station_elsewhere }: SosView): string {
  if (!held) return trouble ? `${trouble} We keep trying.` : 'Sending to the station…';
  if (!isHelp(kind)) return sirenHeld(station_elsewhere);
  return station_elsewhere
    ? 'The station already holds your request. It will act even if this phone stops working.'
    : 'The station on this computer already holds your request. It will act even if this window closes.';
}

export const journalSentence = ({ held }: SosView) => (held ? COUNTDOWN.journal : COUNTDOWN.journalUnheld);

/** What a screen reader hears while the seconds run: the start, and three. */
export const SPOKEN_AT = [3];
export const spokenStart = (kind: Kind, seconds: number) =>
  `${comingIn(kind)} ${seconds} seconds. To cancel, press the Cancel button or Escape.`;

export const UNSETTLED_ACTION = {
  sendNow: (kind: Kind) => (isHelp(kind) ? 'Send now' : SIREN_SEND_NOW),
  withdraw: 'Withdraw',
  dismiss: 'Back to home',
};

export function cancelledTooLate(kind: Kind, first: ContactView | undefined): string {
  if (!isHelp(kind)) return SIREN_TOO_LATE;
  if (!first) return 'The cancel came too late.';
  return `The cancel came too late. Only answering the call to ${first.name} can still cancel.`;
}

/** A refusal. One that came after the station had taken the request takes nothing back, and says so. */
export function refused({ kind, held, reasons }: Pick<SosView, 'kind' | 'held' | 'reasons'>): { title: string; detail: string } {
  if (reasons.some(({ code }) => code === 'home_unknown')) return lost(kind);
  if (!isHelp(kind)) return sirenRefused(held);
  return held
    ? {
        title: 'The station acts by itself',
        detail: `It already holds your ${kindAdjective(kind)} request, and takes no further word from this device.`,
      }
    : { title: 'Not sent', detail: `The station refused your ${kindAdjective(kind)} request. Nobody was asked to come.` };
}

/** What the station once held may have gone some of its way; what became of it nobody knows. */
const lost = (kind: Kind) =>
  isHelp(kind)
    ? {
        title: 'The station cannot act on your request',
        detail: `It does not know this home any more, and nothing of your ${kindAdjective(kind)} request. Call 911.`,
      }
    : SIREN_LOST;

export const WAITING_FOR_NEWS = {
  title: (kind: Kind, course: Course) => {
    if (!isHelp(kind)) return SIREN_ORDERED;
    return course === 'full' ? 'Help requested' : 'The station has your slide';
  },
  detail: 'Waiting for news from the station',
};

/** Says what a screen between the countdown and the station's answer says. */
export interface UnsettledWords {
  title: string;
  detail: string | null;
}

/** The screens between the countdown and the station's answer. `seconds` belongs to the waiting. */
export function unsettled(sos: SosView, contacts: readonly ContactView[], seconds: number): UnsettledWords {
  if (!isHelp(sos.kind)) return sirenUnsettled(sos, seconds);
  switch (sos.phase) {
    case 'committing':
      return committing(sos);
    case 'cancelling':
      return { title: 'Cancelling…', detail: sos.offer_911 ? cancelUnreached(contacts, sos.trouble) : null };
    case 'asking':
      return { title: 'Checking with the station what became of your request…', detail: null };
    case 'waiting':
      return {
        title: `Your ${kindAdjective(sos.kind)} request did not reach the station.`,
        detail: seconds > 0 ? `It goes by itself in ${seconds} s.` : (sos.trouble ?? 'Sending…'),
      };
    case 'too_old':
      return {
        title: `A ${kindAdjective(sos.kind)} request from earlier never reached the station.`,
        detail: 'It will not be sent by itself. Slide again if you still need help.',
      };
    case 'counting':
    case 'committed':
    case 'cancelled_too_late':
    case 'cancelled':
    case 'refused':
      return { title: kindName(sos.kind), detail: null };
  }
}

function committing({ offer_911, held, trouble }: SosView): UnsettledWords {
  const title = 'Sending your request…';
  if (trouble) return { title, detail: `${trouble} We keep trying. Call 911.` };
  if (!offer_911) return { title, detail: null };
  return held
    ? { title, detail: 'The station holds your request and acts by itself.' }
    : { title, detail: 'The station has not answered yet. We keep trying. Call 911.' };
}

function cancelUnreached(contacts: readonly ContactView[], trouble: string | null): string {
  const [first] = called(contacts);
  const why = trouble ?? 'Could not reach the station to cancel.';
  if (!first) return `${why} If it got your request, it asks responders to come.`;
  return `${why} If it got your request it will call ${first.name}. Answer that call to cancel.`;
}
