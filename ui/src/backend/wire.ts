// Generated from crates/wire by `cargo xtask generate`. Do not edit.

export type SignalId = string;

export type IncidentId = string;

export type HomeId = string;

export type ContactId = string;

export type CameraId = string;

export type Kind = "sos_police" | "sos_fire" | "sos_medical" | "siren_only" | "burglar" | "smoke" | "carbon_monoxide" | "panic" | "duress" | "flood" | "freeze";

export type Service = "police" | "fire" | "medical";

export type Trigger = "contact_sensor" | "motion_detector" | "glass_break" | "smoke_listener" | "smoke_alarm" | "co_listener" | "co_alarm" | "panic_button" | "keypad_panic" | "keypad_police" | "keypad_fire" | "keypad_medical" | "duress_code" | "duress_password" | "flood_sensor" | "freeze_sensor";

export type BurglarSetting = "if_no_one_cancels" | "only_if_i_say";

export type Course = "full" | "practice" | "drill" | "unmonitored";

export type Siren = "sounds" | "announces" | "silent";

export type Opens = "after_five_seconds" | "after_entry_delay" | "at_once";

export type Whom = "first" | "all_in_order";

export type NotReached = "dispatch" | "nobody_sent";

export type NoDecision = "as_not_reached" | "next_contact" | "dispatch";

export type WrongPassword = "as_not_reached" | "dispatch";

export type PasswordAsked = "as_enrolled" | "always";

export type CancelByContact = "in_that_call" | "until_dispatch";

export type AfterCancel = "nothing" | "still_need_help" | "tell_the_rest";

export type Deciding = { 
/**
 * Who is called.
 */
whom: Whom, 
/**
 * No contact was reached.
 */
not_reached: NotReached, 
/**
 * A person answered, and 60 s brought no valid decision.
 */
no_decision: NoDecision, 
/**
 * The password was wrong or not known.
 */
wrong_password: WrongPassword, 
/**
 * Whether the password is asked.
 */
password: PasswordAsked, 
/**
 * In which calls a contact can cancel.
 */
cancel: CancelByContact, 
/**
 * What follows a cancel.
 */
after_cancel: AfterCancel, };

export type Audience = "first_then_second" | "in_order";

export type FirstStep = { "decide": Deciding } | "dispatch" | { "tell": Audience } | "ask_agent" | "siren_alone";

export type Disarm = "no_effect" | "cancels" | "passed_on";

export type CancelInApp = "no_effect" | "as_disarm" | "passed_on" | "stops_siren";

export type AfterDispatch = "others_and_first_if_unreached" | "the_rest" | "all" | "nobody";

export type WhileOpen = "own_incident" | "notes_burglar";

export type Visibility = "household" | "hidden";

export type ResponsePlan = { 
/**
 * The kind the row is for.
 */
kind: Kind, 
/**
 * The value of the household's setting that the row is for; `None`: there is no setting (F8).
 */
setting: BurglarSetting | null, 
/**
 * How much of the plan is carried out.
 */
course: Course, 
/**
 * Who is asked to come; `None`: nobody.
 */
service: Service | null, 
/**
 * What the base station does.
 */
siren: Siren, 
/**
 * When the incident opens.
 */
opens: Opens, 
/**
 * What the station does first.
 */
first_step: FirstStep, 
/**
 * What disarming does to calls and dispatch. It silences the siren in every row (D6).
 */
disarm: Disarm, 
/**
 * What a cancel in the app does once the incident is open.
 */
cancel_in_app: CancelInApp, 
/**
 * Who is told once a dispatch request stands.
 */
after_dispatch: AfterDispatch, 
/**
 * What another alarm of the home means while this incident is open.
 */
while_open: WhileOpen, 
/**
 * Who may know of it.
 */
visibility: Visibility, };

export type Plan = "basic" | "plus" | "pro";

export type Monitoring = "not_enrolled" | "self_monitored" | "professional";

export type Country = "united_states" | "canada" | "other";

export type Region = { 
/**
 * The country.
 */
country: Country, 
/**
 * ISO 3166-2 subdivision without its country, such as `TX`, `PR`, `QC`.
 */
subdivision: string, };

export type Premises = "residential" | "business";

export type Camera = { 
/**
 * Whether SOS works on its picture (B3).
 */
compatible: boolean, };

export type HomeFacts = { 
/**
 * The subscription.
 */
plan: Plan, 
/**
 * Where the registered address is.
 */
region: Region, 
/**
 * What it is.
 */
premises: Premises, 
/**
 * Whether there is an alarm, that is, a base station.
 */
has_alarm: boolean, 
/**
 * Whether the alarm security kit is there: base station *and* keypad sound (B5).
 */
security_kit: boolean, 
/**
 * Who watches the alarm.
 */
monitoring: Monitoring, 
/**
 * Whether the cameras are enrolled in SOS (B3).
 */
sos_for_cameras: boolean, 
/**
 * The cameras and doorbells.
 */
cameras: Array<Camera>, 
/**
 * Whether compatible cameras sound with the alarm's siren (B6).
 */
cameras_linked: boolean, 
/**
 * Whether the verbal password is asked where there is no alarm (E6).
 */
ask_password: boolean, };

export type Reason = "plan_without_sos" | "us_territory" | "quebec" | "outside_region" | "no_device" | "alarm_not_enrolled" | "self_monitored" | "cameras_not_enrolled" | "no_compatible_camera" | "no_base_station" | "revoked" | "revoked_after_hold" | "not_understood" | "id_reused" | "plan_without_monitoring" | "flood_outside_united_states" | "smoke_at_business" | "home_unknown";

export type ReasonView = { 
/**
 * For programs.
 */
code: Reason, 
/**
 * What is in the way.
 */
sentence: string, 
/**
 * The step that mends it.
 */
mend: string, };

export type ErrorCode = "malformed" | "too_large" | "no_such_route" | "not_paired" | "not_allowed" | "revoked" | "unknown" | "id_reused" | "too_old" | "not_eligible" | "not_stored" | "disk_full" | "too_slow" | "busy" | "already_under_way" | "no_home" | "unreachable" | "not_now" | "set_up_problems" | "incident_open" | "wrong_code" | "too_many_tries" | "code_needed" | "no_station_number" | "not_saved" | "no_test_call_during_incident" | "in_another_call" | "rung_too_often" | "opted_out" | "owner_only" | "wrong_pairing_code" | "not_a_pairing_code" | "no_outer_door" | "not_the_station" | "other_version" | "too_many_devices";

export type SetUpField = "street" | "city" | "subdivision" | "postal_code" | "security_kit" | "cameras" | "cameras_linked" | "contacts" | "contact_name" | "contact_phone" | "contacts_agree" | "permit" | "password" | "duress_password" | "code" | "duress_code" | "monitoring" | "sos_for_cameras";

export type FieldProblem = { 
/**
 * The question.
 */
field: SetUpField, 
/**
 * For a contact: its place on the list, from 0.
 */
at?: number, 
/**
 * For people.
 */
sentence: string, };

export type ErrorBody = { 
/**
 * For programs.
 */
code: ErrorCode, 
/**
 * For people.
 */
sentence: string, 
/**
 * Every reason, where there are reasons.
 */
reasons: Array<ReasonView>, 
/**
 * What has to be mended, question by question, where a set-up was refused.
 */
problems: Array<FieldProblem>, };

export type Mode = "demo";

export type NotAnswered = "rang_out" | "hung_up" | "busy" | "voicemail" | "no_key_pressed" | "line_failed" | "in_another_call";

export type PasswordKnowledge = "not_tried" | "known" | "not_known";

export type NotFinished = "hung_up_here" | "alarm_first" | "home_changed";

export type TryResult = "reached" | { "not_reached": NotAnswered } | { "not_finished": NotFinished };

export type ReadinessStage = "dialing" | "ringing" | "proving" | "password" | "goodbye";

export type CallingView = { 
/**
 * Where it stands.
 */
stage: ReadinessStage, 
/**
 * The digits to press, while they are spoken.
 */
digits: string | null, 
/**
 * The two words by which the station proves itself (M7).
 */
words: [string, string], };

export type ProofView = { 
/**
 * When, in milliseconds since the Unix epoch, by the station's clock.
 */
at_ms: number, 
/**
 * From the first ringing to the last digit.
 */
answered_in_ms: number, 
/**
 * Whether Do Not Disturb was said to be on.
 */
dnd_on: boolean, 
/**
 * What is left of its 90 days, when this view was made.
 */
expires_in_ms: number, };

export type LastTryView = { 
/**
 * When it ended, in milliseconds since the Unix epoch, by the station's clock.
 */
at_ms: number, 
/**
 * What it came to.
 */
result: TryResult, };

export type ContactReadiness = { 
/**
 * The proof, while it counts.
 */
proof: ProofView | null, 
/**
 * Whether there was one that counts no longer.
 */
expired: boolean, 
/**
 * Whether the contact knows the verbal password (N6).
 */
password: PasswordKnowledge, 
/**
 * Whether the contact asked not to be called any more: incidents call him no longer.
 */
opted_out: boolean, 
/**
 * The latest try.
 */
last_try: LastTryView | null, 
/**
 * The call that runs.
 */
calling: CallingView | null, };

export type CameraKind = "camera" | "doorbell";

export type CameraView = { 
/**
 * Which camera.
 */
id: CameraId, 
/**
 * What the household calls it; empty: it has no name yet.
 */
name: string, 
/**
 * What it is.
 */
kind: CameraKind, 
/**
 * Whether SOS works on its picture (B3).
 */
compatible: boolean, };

export type CameraProblem = "not_connected" | "no_keyring" | "too_many" | "address_missing" | "address_unknown" | "stills_unknown" | "found_gone" | "no_stills" | "unreachable" | "not_a_camera" | "wrong_password" | "wrong_path" | "refused" | "no_video" | "unknown_codec" | "silent" | "garbage" | "ended" | "clip_lost";

export type CameraTransport = "tcp" | "udp";

export type PictureFrom = { "from": "nowhere" } | { "from": "demo" } | { "from": "camera", "host": string };

export type PictureView = { 
/**
 * Which camera.
 */
camera: CameraId, 
/**
 * Where from.
 */
from: PictureFrom, };

export type NameCameraRequest = { 
/**
 * What the household calls it.
 */
name: string, 
/**
 * What it is.
 */
kind: CameraKind, };

export type CameraPlace = { "at": "address", "of": string } | { "at": "found", "of": number };

export type ConnectCameraRequest = { 
/**
 * Which camera.
 */
camera: CameraId, 
/**
 * Where it is.
 */
place: CameraPlace, 
/**
 * The web address of its still pictures, for a window that cannot show its video; empty: none, or the one that was
 * found with it.
 */
stills: string, 
/**
 * The user name; empty: none, or the one in the address.
 */
user: string, 
/**
 * The password that goes with it.
 */
password: string, 
/**
 * How its pictures travel.
 */
transport: CameraTransport, };

export type FoundView = { 
/**
 * Stands for its address, which no window is told.
 */
number: number, 
/**
 * What it calls itself; may be empty.
 */
name: string, 
/**
 * The name or number of its machine.
 */
host: string, };

export type ConnectedView = { "is": "connected", 
/**
 * Whether it is still known after a restart: its password can be kept in a keyring alone.
 */
kept: boolean, } | { "is": "several", 
/**
 * Which.
 */
found: Array<FoundView>, };

export type LiveStatus = { "at": "connecting", 
/**
 * Milliseconds since it was asked.
 */
for_ms: number, 
/**
 * Why it stopped before, if it did.
 */
after: CameraProblem | null, } | { "at": "playing", 
/**
 * Milliseconds since the first one.
 */
for_ms: number, } | { "at": "stopped", 
/**
 * Why.
 */
problem: CameraProblem, 
/**
 * Milliseconds since the last picture, or since it was first asked.
 */
for_ms: number, 
/**
 * Milliseconds until it is asked again.
 */
again_in_ms: number, };

export type StillHead = { 
/**
 * Its media type, with its codecs.
 */
mime: string, 
/**
 * Its bytes.
 */
length: number, 
/**
 * How old it is, in milliseconds.
 */
age_ms: number, };

export type StreamHead = { 
/**
 * Its media type, with its codecs.
 */
mime: string, 
/**
 * Bytes of its beginning.
 */
length: number, 
/**
 * Whether sound comes with it.
 */
sound: boolean, };

export type LiveHead = { 
/**
 * Where the camera stands.
 */
status: LiveStatus, 
/**
 * What was shown last, for a window that has seen nothing yet.
 */
still: StillHead | null, 
/**
 * A stream begins here.
 */
begins: StreamHead | null, 
/**
 * Bytes of what came since.
 */
media: number, 
/**
 * Whether something was left out, because the window was slow.
 */
skipped: boolean, };

export type ClipHead = { 
/**
 * Its media type, with its codecs.
 */
mime: string, 
/**
 * Its bytes.
 */
length: number, };

export type ClipState = { "state": "running" } | { "state": "kept", 
/**
 * How long it is, in milliseconds.
 */
length_ms: number, } | { "state": "cut_off" };

export type ClipView = { 
/**
 * Around which incident.
 */
incident: IncidentId, 
/**
 * Of which camera.
 */
camera: CameraId, 
/**
 * When it was caused, in milliseconds since the Unix epoch.
 */
at_ms: number, 
/**
 * How it stands.
 */
state: ClipState, 
/**
 * When it is deleted by itself, in milliseconds since the Unix epoch.
 */
until_ms: number, };

export type ContactView = { 
/**
 * Which contact.
 */
id: ContactId, 
/**
 * The name.
 */
name: string, 
/**
 * The phone number, as people write it.
 */
phone: string, 
/**
 * Whether this person can be reached. Told of the home's contacts, not of those of an incident.
 */
readiness: ContactReadiness, };

export type AddressSetup = { 
/**
 * Street and number.
 */
street: string, 
/**
 * City or town.
 */
city: string, 
/**
 * Country and state or province.
 */
region: Region, 
/**
 * ZIP or postal code.
 */
postal_code: string, };

export type ContactSetup = { 
/**
 * Which contact, where it is on the list already.
 */
id?: ContactId, 
/**
 * The name.
 */
name: string, 
/**
 * The phone number, as people write it.
 */
phone: string, };

export type HomeSetup = { 
/**
 * Where responders go.
 */
address: AddressSetup, 
/**
 * What stands at that address (B9).
 */
premises: Premises, 
/**
 * Whether there is an alarm, that is, a base station.
 */
has_alarm: boolean, 
/**
 * Whether the alarm security kit is there, with its keypad (B5).
 */
security_kit: boolean, 
/**
 * The cameras and doorbells.
 */
cameras: Array<Camera>, 
/**
 * Whether compatible cameras sound with the alarm's siren (B6).
 */
cameras_linked: boolean, 
/**
 * The people who are called, in order. The first and the second are required (P2).
 */
contacts: Array<ContactSetup>, 
/**
 * Whether everybody on the list has agreed to be called.
 */
contacts_agree: boolean, 
/**
 * The number of the town's alarm permit, where it asks for one (B11).
 */
permit: string, 
/**
 * The verbal password (N1). `None` keeps the one that is set: it is never shown again.
 */
password?: string, 
/**
 * The subscription.
 */
plan: Plan, 
/**
 * Who watches the alarm (B2, B4).
 */
monitoring: Monitoring, 
/**
 * Whether the cameras are enrolled in SOS (B3).
 */
sos_for_cameras: boolean, 
/**
 * Whether the verbal password is asked where there is no alarm (E6).
 */
ask_password: boolean, };

export type NotLive = "no_carrier" | "no_dispatcher" | "dispatcher_not_proved";

export type NotLiveView = { 
/**
 * For programs.
 */
code: NotLive, 
/**
 * What is missing.
 */
sentence: string, 
/**
 * The step that mends it.
 */
mend: string, };

export type SetUpDraft = { 
/**
 * The answers so far.
 */
setup: HomeSetup, 
/**
 * The step that was shown last, as the page names it.
 */
step: string, };

export type SetUpPreview = { 
/**
 * What has to be mended first.
 */
problems: Array<FieldProblem>, 
/**
 * Why this home could not send an SOS; empty when it could.
 */
reasons: Array<ReasonView>, 
/**
 * Why this home could not sound its siren alone; empty when it could.
 */
siren_reasons: Array<ReasonView>, 
/**
 * What would keep it from being live.
 */
not_live: Array<NotLiveView>, };

export type PracticeView = { 
/**
 * Milliseconds until it ends by itself, when this view was made.
 */
remaining_ms: number, };

export type DemoSecrets = { 
/**
 * The duress password (N4).
 */
duress_password: string, 
/**
 * The access code.
 */
code: string, 
/**
 * The duress code (J1).
 */
duress_code: string, };

export type StationContact = { 
/**
 * The name.
 */
name: string, 
/**
 * The published number that every call comes from, as people write it.
 */
number: string, };

export type SecretPair = "passwords" | "codes";

export type Secret = "password" | "duress_password" | "code" | "duress_code";

export type SecretsView = { 
/**
 * The verbal password.
 */
password: boolean, 
/**
 * The duress password.
 */
duress_password: boolean, 
/**
 * The access code.
 */
code: boolean, 
/**
 * The duress code.
 */
duress_code: boolean, };

export type SetSecretsRequest = { 
/**
 * Which pair.
 */
pair: SecretPair, 
/**
 * The one that means what it says.
 */
plain: string, 
/**
 * Its duress twin; `None`: there is none.
 */
duress?: string, 
/**
 * The access code as it is; not looked at while none is set.
 */
code: string, };

export type TestSecretRequest = { 
/**
 * Which it is meant to be.
 */
secret: Secret, 
/**
 * As it was typed.
 */
typed: string, 
/**
 * The access code; not looked at while none is set.
 */
code: string, };

export type TestSecretResponse = { 
/**
 * Whether it is the one it was meant to be.
 */
right: boolean, };

export type Level = "green" | "amber" | "red";

export type Finding = "station_silent" | "station_here" | "no_carrier" | "carrier_not_proved" | "no_dispatcher" | "dispatcher_not_proved" | "not_eligible" | "few_reachable" | "practice" | "no_code" | "virtual_hub" | "opted_out" | "did_not_answer" | "never_tested" | "expired" | "without_dnd" | "password_not_known" | "password_not_tried";

export type FindingView = { 
/**
 * For programs.
 */
code: Finding, 
/**
 * How bad it is.
 */
level: Level, 
/**
 * Whom it is about, where it is about one contact.
 */
contact: ContactId | null, 
/**
 * What is so. It may name the contact.
 */
sentence: string, 
/**
 * The step that mends it.
 */
mend: string, };

export type ReadinessView = { 
/**
 * The worst of the findings.
 */
level: Level, 
/**
 * Every finding, the worst first.
 */
findings: Array<FindingView>, 
/**
 * What was proved, in plain words.
 */
good: Array<string>, };

export type HearsView = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * Whether the call can confirm or cancel; else it only tells.
 */
decides: boolean, 
/**
 * What is said to whoever picks up.
 */
says: string, 
/**
 * What is left on a voicemail.
 */
voicemail: string, };

export type SignedEntitlement = { 
/**
 * What is said: an `Entitlement` as JSON, byte for byte as it was signed.
 */
said: string, 
/**
 * The Ed25519 public key of whoever says it, in base64.
 */
key: string, 
/**
 * The signature over the bytes of `said`, in base64.
 */
signature: string, };

export type OperatorView = { 
/**
 * The operator's name.
 */
name: string, 
/**
 * The monitoring centre that asks for responders; `None`: none does.
 */
centre: string | null, 
/**
 * The licences that both hold, each as it is written on paper.
 */
licences: Array<string>, 
/**
 * Help and community: one page, opened outside the app (P5).
 */
help: string | null, };

export type HomeView = { 
/**
 * Which home.
 */
id: HomeId, 
/**
 * Demo, or (once the station can really send somebody) live.
 */
mode: Mode, 
/**
 * Street and number: where responders go (A4).
 */
street: string, 
/**
 * City, state and postal code, as one line.
 */
city: string, 
/**
 * What eligibility is decided from.
 */
facts: HomeFacts, 
/**
 * The cameras and doorbells, in order (S1).
 */
cameras: Array<CameraView>, 
/**
 * The emergency contacts, in order.
 */
contacts: Array<ContactView>, 
/**
 * The verbal password, in the home to try alone: a real home's is never shown again.
 */
demo_password: string | null, 
/**
 * The other secrets of the home to try.
 */
demo_secrets: DemoSecrets | null, 
/**
 * What follows when nobody answers about a burglar alarm (F8).
 */
burglar_setting: BurglarSetting, 
/**
 * Practice, while it is shown to be on.
 */
practice: PracticeView | null, 
/**
 * Whether an access code was set: without one the alarm cannot be disarmed.
 */
has_code: boolean, 
/**
 * Whether a cancel in the five seconds takes the access code (C7).
 */
cancel_takes_code: boolean, 
/**
 * Which passwords and codes are set.
 */
secrets: SecretsView, 
/**
 * What was set up, without its password; `None` in the home to try.
 */
setup: HomeSetup | null, 
/**
 * What keeps this home from being live.
 */
not_live: Array<NotLiveView>, 
/**
 * The station, as the contacts' phones have to know it (O2); `None`: it has not said so yet.
 */
station: StationContact | null, 
/**
 * Who runs the station (B15); `None`: the household itself.
 */
operator: OperatorView | null, 
/**
 * How ready it is, and why (V2).
 */
readiness: ReadinessView, 
/**
 * The signed word about plan and enrolment (B13); `None`: from a station that gave none.
 */
entitlement: SignedEntitlement | null, };

export type SirenPlaces = { 
/**
 * The keypad, with the alarm security kit (B5).
 */
keypad: boolean, 
/**
 * The linked cameras (B6).
 */
cameras: boolean, };

export type SirenStep = "ordered" | "sounding" | "stopping" | "silent";

export type SirenView = { 
/**
 * What is known of it.
 */
step: SirenStep, 
/**
 * Where it sounds, beside the base station.
 */
places: SirenPlaces, };

export type Role = "deciding" | "telling" | "call_back";

export type CommittedBy = "device" | "station";

export type Receiver = "dispatch_log" | "webhook";

export type CancelEffect = "nothing" | "cancelled" | "passed_on" | "siren_only";

export type Event = { "event": "held" } | { "event": "entry_delay", 
/**
 * What was triggered.
 */
trigger: Trigger, } | { "event": "alarm_raised", 
/**
 * What raised it.
 */
trigger: Trigger, } | { "event": "also_triggered", 
/**
 * What raised it.
 */
trigger: Trigger, } | { "event": "nobody_called" } | { "event": "disarmed", 
/**
 * What that did beside silencing the siren.
 */
effect: CancelEffect, } | { "event": "cancelled_in_app", 
/**
 * What that did.
 */
effect: CancelEffect, } | { "event": "send_now" } | { "event": "still_need_help" } | { "event": "nobody_sent" } | { "event": "deciding_over" } | { "event": "also_asked", 
/**
 * For whom.
 */
service: Service, } | { "event": "joined", 
/**
 * Which.
 */
incident: IncidentId, } | { "event": "called_back", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "would_request", 
/**
 * Who would have been asked to come.
 */
service: Service, } | { "event": "agent_asked", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "agent_waiting" } | { "event": "no_agent" } | { "event": "agent_took" } | { "event": "agent_sends_help" } | { "event": "read" } | { "event": "ended", 
/**
 * How.
 */
ending: Ending, } | { "event": "cancelled_in_hold" } | { "event": "help_requested", 
/**
 * Who decided.
 */
by: CommittedBy, } | { "event": "calling", 
/**
 * Whom.
 */
contact: ContactId, 
/**
 * Whether the answer can decide.
 */
role: Role, } | { "event": "ringing", 
/**
 * Whose.
 */
contact: ContactId, } | { "event": "answered", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "not_answered", 
/**
 * Who was called.
 */
contact: ContactId, 
/**
 * Why it counts as not answered.
 */
why: NotAnswered, } | { "event": "message_left", 
/**
 * Whose.
 */
contact: ContactId, } | { "event": "message_not_left", 
/**
 * Whose voicemail it was.
 */
contact: ContactId, } | { "event": "no_decision", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "nobody_to_call" } | { "event": "confirmed_by", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "cancelled_by", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "siren_sounds", 
/**
 * Where, beside the base station.
 */
places: SirenPlaces, } | { "event": "silencing" } | { "event": "siren_silent" } | { "event": "siren_ended" } | { "event": "siren_not_started" } | { "event": "announced" } | { "event": "wrong_password", 
/**
 * Who was asked.
 */
contact: ContactId, } | { "event": "requesting", 
/**
 * Who is asked to come.
 */
service: Service, } | { "event": "requested", 
/**
 * Who is asked to come.
 */
service: Service, 
/**
 * Who accepted.
 */
receiver: Receiver, } | { "event": "not_confirmed", 
/**
 * Who was asked to come.
 */
service: Service, } | { "event": "told", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "closed_by_station" };

export type Ending = "cancelled_on_device" | "cancelled_by_contact" | "siren_over" | "by_station" | "by_person" | "disarmed" | "nobody_sent" | "told" | "before_an_agent" | "drill_over";

export type IncidentPhase = "held" | "contacting" | "requesting" | "requested" | "informing" | "nobody_sent" | "joined" | "siren_alone" | "closed";

export type TimelineEntry = { 
/**
 * Milliseconds since the Unix epoch, by the station's clock.
 */
at_ms: number, } & ({ "event": "held" } | { "event": "entry_delay", 
/**
 * What was triggered.
 */
trigger: Trigger, } | { "event": "alarm_raised", 
/**
 * What raised it.
 */
trigger: Trigger, } | { "event": "also_triggered", 
/**
 * What raised it.
 */
trigger: Trigger, } | { "event": "nobody_called" } | { "event": "disarmed", 
/**
 * What that did beside silencing the siren.
 */
effect: CancelEffect, } | { "event": "cancelled_in_app", 
/**
 * What that did.
 */
effect: CancelEffect, } | { "event": "send_now" } | { "event": "still_need_help" } | { "event": "nobody_sent" } | { "event": "deciding_over" } | { "event": "also_asked", 
/**
 * For whom.
 */
service: Service, } | { "event": "joined", 
/**
 * Which.
 */
incident: IncidentId, } | { "event": "called_back", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "would_request", 
/**
 * Who would have been asked to come.
 */
service: Service, } | { "event": "agent_asked", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "agent_waiting" } | { "event": "no_agent" } | { "event": "agent_took" } | { "event": "agent_sends_help" } | { "event": "read" } | { "event": "ended", 
/**
 * How.
 */
ending: Ending, } | { "event": "cancelled_in_hold" } | { "event": "help_requested", 
/**
 * Who decided.
 */
by: CommittedBy, } | { "event": "calling", 
/**
 * Whom.
 */
contact: ContactId, 
/**
 * Whether the answer can decide.
 */
role: Role, } | { "event": "ringing", 
/**
 * Whose.
 */
contact: ContactId, } | { "event": "answered", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "not_answered", 
/**
 * Who was called.
 */
contact: ContactId, 
/**
 * Why it counts as not answered.
 */
why: NotAnswered, } | { "event": "message_left", 
/**
 * Whose.
 */
contact: ContactId, } | { "event": "message_not_left", 
/**
 * Whose voicemail it was.
 */
contact: ContactId, } | { "event": "no_decision", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "nobody_to_call" } | { "event": "confirmed_by", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "cancelled_by", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "siren_sounds", 
/**
 * Where, beside the base station.
 */
places: SirenPlaces, } | { "event": "silencing" } | { "event": "siren_silent" } | { "event": "siren_ended" } | { "event": "siren_not_started" } | { "event": "announced" } | { "event": "wrong_password", 
/**
 * Who was asked.
 */
contact: ContactId, } | { "event": "requesting", 
/**
 * Who is asked to come.
 */
service: Service, } | { "event": "requested", 
/**
 * Who is asked to come.
 */
service: Service, 
/**
 * Who accepted.
 */
receiver: Receiver, } | { "event": "not_confirmed", 
/**
 * Who was asked to come.
 */
service: Service, } | { "event": "told", 
/**
 * Who.
 */
contact: ContactId, } | { "event": "closed_by_station" });

export type IncidentView = { 
/**
 * The incident.
 */
id: IncidentId, 
/**
 * The signal it came from.
 */
signal: SignalId, 
/**
 * What it is about.
 */
kind: Kind, 
/**
 * The row of the plan table that it follows, as it stood when the signal was accepted.
 */
plan: ResponsePlan, 
/**
 * Demo, or live.
 */
mode: Mode, 
/**
 * The two words by which the station proves itself in its calls (M7).
 */
words: [string, string], 
/**
 * For how long the device that slid may still ask for help after a contact's cancel, in milliseconds when this view
 * was made (E10).
 */
still_need_help_ms: number | null, 
/**
 * For how long an entry delay still runs, in milliseconds when this view was made: then the station raises the alarm
 * unless it was disarmed (F11).
 */
alarm_in_ms: number | null, 
/**
 * Whether somebody of the household has yet to read what was told (K1).
 */
unread: boolean, 
/**
 * Whether enrolment could not be checked when this was accepted: it was accepted all the same (B13).
 */
enrolment_in_doubt: boolean, 
/**
 * The camera from whose picture it was slid (S3); `None`: from none, or from one that the home has no more.
 */
camera: CameraView | null, 
/**
 * Where responders go.
 */
street: string, 
/**
 * City and state.
 */
city: string, 
/**
 * Where it stands.
 */
phase: IncidentPhase, 
/**
 * How it ended, once it has.
 */
ending: Ending | null, 
/**
 * The siren, once it was ordered.
 */
siren: SirenView | null, 
/**
 * Grows with every change: of two views the higher one is newer.
 */
seq: number, 
/**
 * The contacts that the timeline names.
 */
contacts: Array<ContactView>, 
/**
 * What happened, oldest first.
 */
timeline: Array<TimelineEntry>, };

export type HistoryGroup = "sos" | "alarms" | "drills_and_practice";

export type HistoryFilter = { 
/**
 * Only this; `null`: everything.
 */
group: HistoryGroup | null, 
/**
 * Only what began at this time or later: milliseconds since the Unix epoch.
 */
since_ms: number | null, };

export type HistoryPageView = { 
/**
 * The incidents.
 */
incidents: Array<IncidentView>, 
/**
 * Whether there are earlier ones.
 */
more: boolean, };

export type SavedHistoryView = { 
/**
 * Where it is.
 */
path: string, 
/**
 * How many incidents are in it.
 */
incidents: number, };

export type Language = "en" | "es" | "fr-CA";

export type StationLink = "none" | "connecting" | "reachable" | "unreachable" | "revoked" | "home_unknown";

export type SosPhase = "counting" | "committing" | "cancelling" | "asking" | "waiting" | "too_old" | "committed" | "cancelled_too_late" | "cancelled" | "refused";

export type SosView = { 
/**
 * The signal.
 */
signal: SignalId, 
/**
 * Which slider.
 */
kind: Kind, 
/**
 * Whether it is a drill: everything but the dispatch request (L5).
 */
drill: boolean, 
/**
 * Where it stands.
 */
phase: SosPhase, 
/**
 * Milliseconds left when this view was made: of the countdown, or of the waiting. Else 0.
 */
remaining_ms: number, 
/**
 * Whether the station has acknowledged that it holds the signal. With [`SosPhase::Refused`]: it acts by itself
 * all the same.
 */
held: boolean, 
/**
 * Whether the person can still cancel or withdraw.
 */
can_cancel: boolean, 
/**
 * Whether the screen has to offer 911.
 */
offer_911: boolean, 
/**
 * Whether the station is on another machine, so that it acts even if this one stops working (C5).
 */
station_elsewhere: boolean, 
/**
 * What the station answered when it could not store the signal; it is asked again. `None`: nothing of the kind.
 */
trouble: string | null, 
/**
 * Why the station did not take the code of the last cancel (C7); `None`: none was refused.
 */
code_refused: ErrorCode | null, 
/**
 * Whether the device's journal could not be written: a crash could forget this SOS.
 */
journal_broken: boolean, 
/**
 * Why the station refused, each with the step that mends it.
 */
reasons: Array<ReasonView>, 
/**
 * The incident, once the station has said so.
 */
incident: IncidentId | null, };

export type NoticeCode = "no_keyring" | "no_keyring_elsewhere" | "station_not_started" | "other_station_version" | "journal_unreadable" | "station_cannot_write" | "station_disk_full" | "station_not_storing" | "station_records_put_aside" | "home_unknown" | "entitlement_altered";

export type Notice = { 
/**
 * For programs.
 */
code: NoticeCode, 
/**
 * For people.
 */
sentence: string, };

export type Leaving = "window" | "app";

export type GoingOn = { "known": "unacknowledged" } | { "known": "held" } | { "known": "cancelling" } | { "known": "open", 
/**
 * The incident.
 */
incident: IncidentId, };

export type LeavingView = { 
/**
 * What the person wants to leave.
 */
what: Leaving, 
/**
 * What it is about.
 */
kind: Kind, } & ({ "known": "unacknowledged" } | { "known": "held" } | { "known": "cancelling" } | { "known": "open", 
/**
 * The incident.
 */
incident: IncidentId, });

export type SpeakerProblem = "no_device" | "not_played" | "busy";

export type SpeakersView = { 
/**
 * Whether the person has allowed it. Off until then.
 */
on: boolean, 
/**
 * What was in the way when it was last tried.
 */
problem: SpeakerProblem | null, };

export type QrView = { 
/**
 * Modules on each side.
 */
size: number, 
/**
 * The dark modules as the data of an SVG path, one unit to a module.
 */
path: string, };

export type DeviceId = string;

export type DeviceRole = "owner" | "member";

export type Activity = { "did": "slid", 
/**
 * What.
 */
kind: Kind, 
/**
 * As a drill.
 */
drill: boolean, 
/**
 * What came of it.
 */
incident: IncidentId, } | { "did": "cancelled_slide", 
/**
 * Which.
 */
incident: IncidentId, } | { "did": "cancelled_in_app", 
/**
 * Which.
 */
incident: IncidentId, } | { "did": "sent_help", 
/**
 * About what.
 */
incident: IncidentId, } | { "did": "silenced", 
/**
 * Of what.
 */
incident: IncidentId, } | { "did": "said_over", 
/**
 * Which.
 */
incident: IncidentId, } | { "did": "disarmed" } | { "did": "set_practice", 
/**
 * For how long; `0`: ended.
 */
minutes: number, } | { "did": "set_burglar_setting", 
/**
 * The setting.
 */
setting: BurglarSetting, } | { "did": "set_cancel_code", 
/**
 * Whether it does.
 */
on: boolean, } | { "did": "set_secrets", 
/**
 * Which pair.
 */
pair: SecretPair, } | { "did": "changed_home" } | { "did": "rang_contact", 
/**
 * Whom.
 */
contact: ContactId, } | { "did": "came_in", 
/**
 * As what.
 */
role: DeviceRole, } | { "did": "removed_device", 
/**
 * Which.
 */
device: DeviceId, } | { "did": "left_home" } | { "did": "made_recovery" };

export type ActivityView = { 
/**
 * When, in milliseconds of the station's wall clock.
 */
at_ms: number, 
/**
 * The device; `None`: it is forgotten.
 */
by: string | null, 
/**
 * Whether it is the device that asks.
 */
this: boolean, 
/**
 * What.
 */
what: Activity, 
/**
 * The name of the contact or device that it is about, where it is about one that is known.
 */
whom: string | null, };

export type InvitationView = { 
/**
 * The code, in groups of four.
 */
code: string, 
/**
 * Everything as one line: see [`PairingLink`].
 */
link: string, 
/**
 * Where the station may be met.
 */
addresses: Array<string>, 
/**
 * Milliseconds for which it holds; `None`: until it is used.
 */
expires_in_ms: number | null, };

export type InvitationCardView = { 
/**
 * The code.
 */
invitation: InvitationView, 
/**
 * Its link as a QR code.
 */
qr: QrView, };

export type PairedDeviceView = { 
/**
 * Which.
 */
id: DeviceId, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it may do.
 */
role: DeviceRole, 
/**
 * When it was added, in milliseconds of the station's wall clock.
 */
added_ms: number, 
/**
 * Whether it listens right now.
 */
connected: boolean, 
/**
 * Whether it is the device that asks.
 */
this: boolean, };

export type PairedDevicesView = { 
/**
 * The devices, oldest first.
 */
devices: Array<PairedDeviceView>, 
/**
 * Whether a recovery code was made and not used.
 */
has_recovery: boolean, };

export type StationCardView = { 
/**
 * The name.
 */
name: string, 
/**
 * The number, as people write it.
 */
number: string, 
/**
 * The vCard of version 3.0, which every phone reads.
 */
vcard3: string, 
/**
 * The vCard of version 4.0.
 */
vcard4: string, 
/**
 * Version 3.0 as a QR code.
 */
qr: QrView, };

export type CardVersion = "three" | "four";

export type Desktop = "mac" | "windows" | "gnome" | "kde" | "other";

export type AlertAnswer = { 
/**
 * Whether the person saw it.
 */
seen: boolean, 
/**
 * When that was said: milliseconds since the Unix epoch.
 */
at_ms: number, };

export type AlertsView = { 
/**
 * Which system shows them.
 */
desktop: Desktop, 
/**
 * Whether a test alert was sent and nobody has said yet what became of it.
 */
asked: boolean, 
/**
 * What was said last.
 */
answer: AlertAnswer | null, };

export type AskedFor = { 
/**
 * The incident.
 */
incident: IncidentId, 
/**
 * Grows with every click: the window goes there once for each.
 */
times: number, };

export type AppView = { 
/**
 * Grows with every view: the window drops what is older than what it shows.
 */
seq: number, 
/**
 * The home; `None` before the first start's choice.
 */
home: HomeView | null, 
/**
 * Whether the station answers.
 */
station: StationLink, 
/**
 * Whether the station is on another machine, so that it acts even if this one stops working (C5, Q5).
 */
station_elsewhere: boolean, 
/**
 * What this device may do in its home (V1).
 */
role: DeviceRole, 
/**
 * Why this home may not send an SOS; empty when it may.
 */
reasons: Array<ReasonView>, 
/**
 * Why this home may not sound its siren alone; empty when it may.
 */
siren_reasons: Array<ReasonView>, 
/**
 * The SOS of this device that is under way or just ended.
 */
sos: SosView | null, 
/**
 * The latest slides of this device: it alone can skip their first call, or still ask for help after a contact's
 * cancel (E9, E10).
 */
slid_here: Array<SignalId>, 
/**
 * The home's latest incidents, newest first.
 */
incidents: Array<IncidentView>, 
/**
 * What else the person should know.
 */
notices: Array<Notice>, 
/**
 * Whether the person has read that SOS is for emergencies only (A6). Nothing waits for it.
 */
rule_read: boolean, 
/**
 * The demo siren through this computer's speakers.
 */
speakers: SpeakersView, 
/**
 * What is known of this computer's own alerts.
 */
alerts: AlertsView, 
/**
 * The question before leaving, while there is one.
 */
leaving: LeavingView | null, 
/**
 * The incident that a notification was clicked for.
 */
asked_for: AskedFor | null, };

export type ViewEvent = { 
/**
 * Whether the incidents are those that the window was told last.
 */
same_incidents: boolean, 
/**
 * Grows with every view: the window drops what is older than what it shows.
 */
seq: number, 
/**
 * The home; `None` before the first start's choice.
 */
home: HomeView | null, 
/**
 * Whether the station answers.
 */
station: StationLink, 
/**
 * Whether the station is on another machine, so that it acts even if this one stops working (C5, Q5).
 */
station_elsewhere: boolean, 
/**
 * What this device may do in its home (V1).
 */
role: DeviceRole, 
/**
 * Why this home may not send an SOS; empty when it may.
 */
reasons: Array<ReasonView>, 
/**
 * Why this home may not sound its siren alone; empty when it may.
 */
siren_reasons: Array<ReasonView>, 
/**
 * The SOS of this device that is under way or just ended.
 */
sos: SosView | null, 
/**
 * The latest slides of this device: it alone can skip their first call, or still ask for help after a contact's
 * cancel (E9, E10).
 */
slid_here: Array<SignalId>, 
/**
 * The home's latest incidents, newest first.
 */
incidents: Array<IncidentView>, 
/**
 * What else the person should know.
 */
notices: Array<Notice>, 
/**
 * Whether the person has read that SOS is for emergencies only (A6). Nothing waits for it.
 */
rule_read: boolean, 
/**
 * The demo siren through this computer's speakers.
 */
speakers: SpeakersView, 
/**
 * What is known of this computer's own alerts.
 */
alerts: AlertsView, 
/**
 * The question before leaving, while there is one.
 */
leaving: LeavingView | null, 
/**
 * The incident that a notification was clicked for.
 */
asked_for: AskedFor | null, };

export type BoardCallState = { "state": "dialing" } | { "state": "ringing" } | { "state": "prove_human", 
/**
 * The digits to press.
 */
digits: string, } | { "state": "asking_password", 
/**
 * How many keys of the password were pressed. `*` starts over.
 */
keys: number, } | { "state": "deciding", 
/**
 * Whether 2 cancels.
 */
can_cancel: boolean, } | { "state": "offering" };

export type BoardCallView = { 
/**
 * The incident.
 */
incident: IncidentId, 
/**
 * The call within it.
 */
call: number, 
/**
 * What the incident is about.
 */
kind: Kind, 
/**
 * Whether the answer can decide.
 */
role: Role, 
/**
 * What the station says once a person has answered.
 */
says: string, 
/**
 * The two words by which the station proves itself (M7).
 */
words: [string, string], } & ({ "state": "dialing" } | { "state": "ringing" } | { "state": "prove_human", 
/**
 * The digits to press.
 */
digits: string, } | { "state": "asking_password", 
/**
 * How many keys of the password were pressed. `*` starts over.
 */
keys: number, } | { "state": "deciding", 
/**
 * Whether 2 cancels.
 */
can_cancel: boolean, } | { "state": "offering" });

export type BoardMessageView = { 
/**
 * The incident.
 */
incident: IncidentId, 
/**
 * The call that the voicemail took.
 */
call: number, 
/**
 * Whether it is on the voicemail; `false` while it is being spoken.
 */
left: boolean, 
/**
 * What it says.
 */
words: string, };

export type BoardReadinessState = { "state": "dialing" } | { "state": "ringing" } | { "state": "prove_human", 
/**
 * The digits to press.
 */
digits: string, } | { "state": "asking_password", 
/**
 * How many keys of the password were pressed. `*` starts over.
 */
keys: number, } | { "state": "asking_opt_out" } | { "state": "goodbye", 
/**
 * Whether the contact is off the list.
 */
opted_out: boolean, };

export type BoardReadinessCallView = { 
/**
 * Which.
 */
id: SignalId, 
/**
 * What the station says, as far as the call has come.
 */
says: string, 
/**
 * The two words by which the station proves itself (M7).
 */
words: [string, string], } & ({ "state": "dialing" } | { "state": "ringing" } | { "state": "prove_human", 
/**
 * The digits to press.
 */
digits: string, } | { "state": "asking_password", 
/**
 * How many keys of the password were pressed. `*` starts over.
 */
keys: number, } | { "state": "asking_opt_out" } | { "state": "goodbye", 
/**
 * Whether the contact is off the list.
 */
opted_out: boolean, });

export type BoardContactView = { 
/**
 * Whose.
 */
id: ContactId, 
/**
 * The name.
 */
name: string, 
/**
 * The number.
 */
phone: string, 
/**
 * What goes on there: every running call to it, oldest first.
 */
calls: Array<BoardCallView>, 
/**
 * A test call that runs there.
 */
readiness: BoardReadinessCallView | null, 
/**
 * The latest message of an open incident on its voicemail.
 */
message: BoardMessageView | null, };

export type AgentWaitView = { 
/**
 * The home.
 */
home: HomeId, 
/**
 * The incident.
 */
incident: IncidentId, 
/**
 * Who asked; `None`: the plan did.
 */
contact: string | null, 
/**
 * Where it is.
 */
street: string, };

export type SoundingView = { 
/**
 * Where, beside the base station.
 */
places: SirenPlaces, 
/**
 * Milliseconds until it ends by itself, when this view was made.
 */
remaining_ms: number, };

export type BaseStationView = { 
/**
 * Whether its keypad is there too.
 */
keypad: boolean, 
/**
 * The siren, while it sounds.
 */
sounding: SoundingView | null, 
/**
 * The last sentence it has said aloud.
 */
said: string | null, };

export type BoardView = { 
/**
 * Where the home is, as the station says it in a call.
 */
street: string, 
/**
 * The number that the station calls from.
 */
caller_number: string, 
/**
 * The phones, in the order of the list.
 */
contacts: Array<BoardContactView>, 
/**
 * The base station, where the home has one.
 */
base_station: BaseStationView | null, 
/**
 * The verbal password, as the demo's people know it.
 */
demo_password: string | null, 
/**
 * The other secrets of the home to try.
 */
demo_secrets: DemoSecrets | null, 
/**
 * Whether somebody at this board answers as the station's agent.
 */
agent_signed_in: boolean, 
/**
 * Who waits for an agent.
 */
agent_queue: Array<AgentWaitView>, };

export type BoardAction = "answer" | "ignore" | "voicemail" | "busy" | "fail" | "hang_up" | "key";

export type BoardActionRequest = { 
/**
 * The incident.
 */
incident: IncidentId, 
/**
 * The call within it.
 */
call: number, 
/**
 * What the contact does.
 */
action: BoardAction, 
/**
 * The key, with [`BoardAction::Key`]: a digit, `*` or `#`.
 */
key?: string, };

export type BoardReadinessActionRequest = { 
/**
 * Which call.
 */
id: SignalId, 
/**
 * What the contact does.
 */
action: BoardAction, 
/**
 * The key, with [`BoardAction::Key`]: a digit, `*` or `#`.
 */
key?: string, };

export type RaiseRequest = { 
/**
 * What was triggered.
 */
trigger: Trigger, 
/**
 * For how long it may be disarmed before it is an alarm (F11). Only a burglar alarm has an entry delay.
 */
entry_delay_ms: number, };

export type CodeRequest = { 
/**
 * The access code, or the duress code: nothing tells them apart (J1).
 */
code: string, };

export type CallBackRequest = { 
/**
 * Who.
 */
contact: ContactId, };

export type AgentSignInRequest = { 
/**
 * Whether an agent is there.
 */
signed_in: boolean, };

export type AgentActionRequest = { 
/**
 * The incident that waits.
 */
incident: IncidentId, 
/**
 * Whom the agent asks to come, by raising an incident that runs in full (L3); `None`: nobody.
 */
send?: Service, };
