// Knows every entry of a timeline, in English.
import type { CancelEffect, CommittedBy, Ending, NotAnswered, Receiver } from '../../backend/wire';

export const WHY = {
  rang_out: 'it rang out',
  hung_up: 'rejected or hung up',
  busy: 'the line was busy',
  voicemail: 'voicemail took it',
  no_key_pressed: 'nobody pressed the two digits',
  line_failed: 'the line failed',
  in_another_call: 'the station is in another call with this contact',
} satisfies Record<NotAnswered, string>;

export const REAL = {
  device: 'Help requested: the station has your request',
  station: 'Help requested: the station acted by itself',
} satisfies Record<CommittedBy, string>;

export const NOT_REAL = {
  device: 'The station has your slide. Nobody is sent.',
  station: 'The station went on by itself. Nobody is sent.',
} satisfies Record<CommittedBy, string>;

/** `requested` as in "Police requested". */
export const ACCEPTED = {
  webhook: (requested: string) => `${requested}: the webhook accepted it`,
  dispatch_log: (requested: string) => `${requested} in the station’s own dispatch log. Nobody outside was asked.`,
} satisfies Record<Receiver, (requested: string) => string>;

export const DISARMED = {
  nothing: 'Disarmed: that silences the siren and stops nothing else',
  cancelled: 'Disarmed: the alarm is cancelled, nobody is asked to come',
  passed_on: 'Disarmed: passed on to responders, not guaranteed',
  siren_only: 'Disarmed: the siren is told to stop',
} satisfies Record<CancelEffect, string>;

export const CANCELLED = {
  nothing: 'Cancel pressed in the app: it stops neither calls nor responders',
  cancelled: 'Cancelled in the app: nobody is asked to come',
  passed_on: 'Cancel pressed in the app: passed on to responders, not guaranteed',
  siren_only: 'Cancelled in the app: the siren is told to stop',
} satisfies Record<CancelEffect, string>;

export const ENDED = {
  cancelled_on_device: 'Cancelled in time',
  cancelled_by_contact: 'Over: it was a false alarm, and the others were told',
  siren_over: 'Over: there was only the siren',
  by_station: 'Closed by the station after its set time',
  by_person: 'Over: a person said so',
  disarmed: 'Over: it was disarmed',
  nobody_sent: 'The time to send police from here is over',
  told: 'Over: there is nobody else to tell',
  before_an_agent: 'Over: it is before an agent',
  drill_over: 'The drill is over. Nobody was sent.',
} satisfies Record<Ending, string>;

/** `card` is whose phone it is, `asked` is who is asked to come. */
export const SAYS = {
  holds: 'The station holds the request',
  entryDelay: (trigger: string) => `${trigger}. The entry delay runs.`,
  alarmRaised: (kind: string, trigger: string) => `${kind}: ${trigger}`,
  alsoTriggered: (trigger: string) => `Also noted: ${trigger}`,
  sendNow: 'Help was asked for in the app, at once',
  stillNeedHelp: 'Help is still needed: asked for on the device that slid',
  nobodySent: 'Nobody answered. Nobody was sent.',
  decidingOver: 'The calls have taken three minutes: nobody else is called to decide',
  alsoAsked: (asked: string) => `A further slide asks for ${asked}`,
  joined: 'This slide was added to an SOS that was open',
  calledBack: (card: string) => `The station’s number is called from ${card}`,
  wouldRequest: (asked: string) => `Without the drill, ${asked} would be requested at this point`,
  agentAsked: (card: string) => `An agent was asked for on ${card}`,
  agentWaiting: 'The agents who are signed in have been told',
  noAgent: 'No agent is signed in. If this is real, call 911.',
  agentTook: 'An agent has taken it',
  agentSendsHelp: 'An agent asks responders to come',
  read: 'The notice was read',
  calling: (card: string) => `Connecting to ${card}`,
  callingToTell: (card: string) => `Connecting to ${card}, only to inform`,
  ringing: (phone: string) => `Ringing ${phone}`,
  answered: (card: string) => `Answered on ${card}: the two digits were pressed`,
  notAnswered: (card: string, why: string) => `No answer on ${card}: ${why}`,
  messageLeft: (card: string) => `Message left on the voicemail of ${card}`,
  messageNotLeft: (card: string) => `No message could be left on the voicemail of ${card}`,
  noDecision: (card: string) => `No decision came from ${card}`,
  nobodyToCall: 'No contact is set up',
  confirmedBy: (card: string) => `Help confirmed on ${card}`,
  cancelledBy: (card: string) => `Cancelled on ${card}`,
  wrongPassword: (card: string) => `No valid password came from ${card}`,
  requesting: (asked: string) => `Requesting ${asked}…`,
  notConfirmed: (subject: string) => `${subject} request not confirmed yet`,
  told: (card: string) => `Message heard on ${card}`,
};
