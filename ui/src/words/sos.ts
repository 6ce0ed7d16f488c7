// Knows what the sheet, the countdown and the screens after it say. None of it claims more than the
// view knows (C6).
import type { ContactView, Course, ErrorCode, HomeFacts, Kind, ReasonView, SosView } from '../backend/wire';
import { isHelp, kindAdjective, kindAsked, kindName } from './kinds';
import { called } from './readiness';
import { SIREN, SIREN_LOST, SIREN_ORDERED, SIREN_SEND_NOW, SIREN_TOO_LATE, sirenHeld, sirenRefused, sirenUnsettled } from './siren';
import * as en from './en/sos';
import * as es from './es/sos';
import * as fr from './fr/sos';
import { inLanguage } from './language';
import { troubleWords } from './station';

const words = inLanguage({ en, es, fr });
const { ACTION, NOT_AVAILABLE, ALSO_SOUNDS, request, FIRST, HELD, TOO_LATE, REFUSED, NEWS, UNSETTLED } = words;
export const { SHEET, COUNTDOWN, CODED } = words;

/** Who cannot send: the home, or this device alone. */
export const refusedTitle = (reasons: readonly ReasonView[]) =>
  reasons.every(({ code }) => code === 'revoked') ? NOT_AVAILABLE.device : NOT_AVAILABLE.home;

/** What sounds besides (D1, D2, D4): `null` where nothing can. */
export const alsoSounds = (facts: HomeFacts) =>
  facts.has_alarm ? ALSO_SOUNDS : null;

export const confirmNow = (kind: Kind) => (isHelp(kind) ? request.now(kindAsked(kind)) : SIREN.confirm);

export function firstCall(contacts: readonly ContactView[]): string {
  const [first] = called(contacts);
  return first ? FIRST.called(first.name) : FIRST.none;
}

export const comingIn = (kind: Kind) => (isHelp(kind) ? request.soon(kindAsked(kind)) : SIREN.soundsIn);

/** The one sentence of the countdown: what the station is known to do (C5, C6). */
export function heldSentence({ kind, held, trouble: said, station_elsewhere }: SosView): string {
  const trouble = troubleWords(said);
  if (!held) return trouble ? HELD.trying(trouble) : HELD.sending;
  if (!isHelp(kind)) return sirenHeld(station_elsewhere);
  return station_elsewhere ? HELD.elsewhere : HELD.here;
}

export const journalSentence = ({ held }: SosView) => (held ? COUNTDOWN.journal : COUNTDOWN.journalUnheld);

/** What a screen reader hears while the seconds run: the start, and three. */
export const SPOKEN_AT = [3];

/** `coded`: a cancel takes the home's code (C7). */
export const spokenStart = (kind: Kind, seconds: number, coded = false) =>
  coded ? `${request.soonSpoken(comingIn(kind), seconds)} ${CODED.spoken}` : request.spoken(comingIn(kind), seconds);

/** Why the station did not take a code. */
export function codeRefused(code: ErrorCode): string {
  if (code === 'wrong_code') return words.CODE_REFUSED.wrong;
  return code === 'too_many_tries' ? words.CODE_REFUSED.tries : words.CODE_REFUSED.needed;
}

export const UNSETTLED_ACTION = {
  sendNow: (kind: Kind) => (isHelp(kind) ? ACTION.send : SIREN_SEND_NOW),
  withdraw: ACTION.withdraw,
  dismiss: ACTION.dismiss,
};

export function cancelledTooLate(kind: Kind, first: ContactView | undefined): string {
  if (!isHelp(kind)) return SIREN_TOO_LATE;
  return first ? TOO_LATE.answer(first.name) : TOO_LATE.only;
}

/** A refusal. One that came after the station had taken the request takes nothing back, and says so. */
export function refused({ kind, held, reasons }: Pick<SosView, 'kind' | 'held' | 'reasons'>): { title: string; detail: string } {
  if (reasons.some(({ code }) => code === 'home_unknown')) return lost(kind);
  if (!isHelp(kind)) return sirenRefused(held);
  return held
    ? { title: REFUSED.acts, detail: REFUSED.holds(kindAdjective(kind)) }
    : { title: REFUSED.notSent, detail: REFUSED.nobody(kindAdjective(kind)) };
}

/** What the station once held may have gone some of its way; what became of it nobody knows. */
const lost = (kind: Kind) => (isHelp(kind) ? { title: REFUSED.lost, detail: REFUSED.unknown(kindAdjective(kind)) } : SIREN_LOST);

export const WAITING_FOR_NEWS = {
  title: (kind: Kind, course: Course) => {
    if (!isHelp(kind)) return SIREN_ORDERED;
    return course === 'full' ? NEWS.help : NEWS.slide;
  },
  detail: NEWS.waiting,
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
      return { title: UNSETTLED.cancelling, detail: sos.offer_911 ? cancelUnreached(contacts, sos.trouble) : null };
    case 'asking':
      return { title: UNSETTLED.asking, detail: null };
    case 'waiting':
      return {
        title: UNSETTLED.waiting(kindAdjective(sos.kind)),
        detail: seconds > 0 ? UNSETTLED.goes(seconds) : (troubleWords(sos.trouble) ?? COUNTDOWN.sending),
      };
    case 'too_old':
      return {
        title: UNSETTLED.tooOld(kindAdjective(sos.kind)),
        detail: UNSETTLED.slideAgain,
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
  const title = UNSETTLED.committing;
  const said = troubleWords(trouble);
  if (said) return { title, detail: UNSETTLED.trying(said) };
  if (!offer_911) return { title, detail: null };
  return { title, detail: held ? UNSETTLED.acts : UNSETTLED.trying(UNSETTLED.noAnswer) };
}

function cancelUnreached(contacts: readonly ContactView[], trouble: string | null): string {
  const [first] = called(contacts);
  const why = troubleWords(trouble) ?? UNSETTLED.cancelUnreached;
  return first ? UNSETTLED.mayCall(why, first.name) : UNSETTLED.mayAsk(why);
}
