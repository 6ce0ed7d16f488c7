// Knows what is said of what the home's devices did (V1).
import type { Activity, ActivityView } from '../backend/wire';
import { when } from './common';
import { kindHeading } from './kinds';
import * as en from './en/activity';
import * as es from './es/activity';
import * as fr from './fr/activity';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { SECRETS, BURGLAR, CAME_IN, SIMPLY, DID } = words;
export const { ACTIVITY } = words;

function did(what: Activity, whom: string | null): string {
  switch (what.did) {
    case 'slid':
      return (what.drill ? DID.drill : DID.slid)(kindHeading(what.kind));
    case 'set_practice':
      return what.minutes ? DID.beganPractice : DID.endedPractice;
    case 'set_burglar_setting':
      return BURGLAR[what.setting];
    case 'set_cancel_code':
      return what.on ? DID.cancelCode : DID.cancelFree;
    case 'set_secrets':
      return SECRETS[what.pair];
    case 'rang_contact':
      return whom ? DID.testedPhone(whom) : DID.testedOne;
    case 'came_in':
      return CAME_IN[what.role];
    case 'removed_device':
      return whom ? DID.removed(whom) : DID.removedOne;
    default:
      return SIMPLY[what.did];
  }
}

/** What was done, by whom and when. */
export const activityLine = ({ what, whom, by, this: own, at_ms }: ActivityView, now: number) => ({
  what: did(what, whom),
  by: `${by ?? ACTIVITY.forgotten}${own ? ` (${ACTIVITY.you})` : ''} · ${when(at_ms, now)}`,
});
