// Knows what is said of what the home's devices did (V1).
import type { Activity, ActivityView, BurglarSetting, DeviceRole, SecretPair } from '../backend/wire';
import { when } from './common';
import { ROLE } from './household';
import { kindHeading } from './kinds';

export const ACTIVITY = {
  title: 'Who did what',
  nothing: 'Nothing was done yet.',
  more: 'Show all',
  you: 'this device',
  forgotten: 'A device that is forgotten',
};

const SECRETS = { passwords: 'Chose passwords', codes: 'Chose codes' } satisfies Record<SecretPair, string>;

const BURGLAR = {
  if_no_one_cancels: 'Chose for burglar alarms: police unless somebody cancels',
  only_if_i_say: 'Chose for burglar alarms: police only if somebody asks',
} satisfies Record<BurglarSetting, string>;

const CAME_IN = { owner: `Came in as ${ROLE.owner.toLowerCase()}`, member: `Came in as ${ROLE.member.toLowerCase()}` } satisfies Record<DeviceRole, string>;

function did(what: Activity, whom: string | null): string {
  switch (what.did) {
    case 'slid':
      return what.drill ? `Started a drill: ${kindHeading(what.kind)}` : `Slid ${kindHeading(what.kind)}`;
    case 'cancelled_slide':
      return 'Cancelled a slide within the five seconds';
    case 'cancelled_in_app':
      return 'Cancelled in the app';
    case 'sent_help':
      return 'Asked for help at once';
    case 'silenced':
      return 'Silenced the siren';
    case 'said_over':
      return 'Said that it is over';
    case 'disarmed':
      return 'Disarmed the alarm';
    case 'set_practice':
      return what.minutes ? 'Began practice' : 'Ended practice';
    case 'set_burglar_setting':
      return BURGLAR[what.setting];
    case 'set_secrets':
      return SECRETS[what.pair];
    case 'changed_home':
      return 'Changed the home';
    case 'rang_contact':
      return whom ? `Tested the phone of ${whom}` : 'Tested a contact’s phone';
    case 'came_in':
      return CAME_IN[what.role];
    case 'removed_device':
      return whom ? `Removed ${whom}` : 'Removed a device';
    case 'made_recovery':
      return 'Made a recovery code';
  }
}

/** What was done, by whom and when. */
export const activityLine = ({ what, whom, by, this: own, at_ms }: ActivityView, now: number) => ({
  what: did(what, whom),
  by: `${by ?? ACTIVITY.forgotten}${own ? ` (${ACTIVITY.you})` : ''} · ${when(at_ms, now)}`,
});
