// Knows what the window may ask of the core, and nothing about how it is reached. Truth lives in
// Rust: the window renders views and sends intents. Failed intents reject with an ErrorBody.
import type {
  ActivityView,
  HearsView,
  AgentActionRequest,
  AppView,
  BoardActionRequest,
  BoardReadinessActionRequest,
  BoardView,
  BurglarSetting,
  CardVersion,
  CameraId,
  ClipView,
  ConnectCameraRequest,
  ConnectedView,
  ContactId,
  DeviceId,
  DeviceRole,
  FoundView,
  HistoryFilter,
  HistoryPageView,
  HomeSetup,
  IncidentId,
  IncidentView,
  InvitationCardView,
  Kind,
  NameCameraRequest,
  PairedDevicesView,
  PictureView,
  Plan,
  RaiseRequest,
  SavedHistoryView,
  SetSecretsRequest,
  SetUpDraft,
  SetUpPreview,
  StationCardView,
  TestSecretRequest,
  TestSecretResponse,
  Trigger,
} from './wire';

/** The pictures of the home's cameras: nothing of it waits for an SOS, and no SOS for it. */
export interface LiveBackend {
  /** Where the picture of each camera of the home comes from, on this device. */
  pictures(): Promise<PictureView[]>;
  /** Looks for cameras on this network, for about four seconds. What it answers stands for where they are. */
  look(): Promise<FoundView[]>;
  /**
   * Looks for a camera's picture, and keeps where it is once one came; where several cameras are at one address, it
   * answers which. Rejects with a CameraProblem.
   */
  connect(request: ConnectCameraRequest): Promise<ConnectedView>;
  /** Forgets where a camera is. */
  disconnect(camera: CameraId): Promise<void>;
  /** Names a camera for the whole household. */
  name(camera: CameraId, request: NameCameraRequest): Promise<void>;
  /**
   * Begins to watch a camera; resolves to a number for what follows. `plain`: its single pictures, for a window that
   * cannot show its video. Rejects with a CameraProblem.
   */
  open(camera: CameraId, plain: boolean): Promise<number>;
  /** What came since it was asked last: at once, or when something comes. See `parse` of ./live. */
  pull(viewer: number): Promise<ArrayBuffer>;
  /** Asks a camera that has stopped at once. */
  again(viewer: number): Promise<void>;
  close(viewer: number): Promise<void>;
  /** The clips around an incident that are kept on this device. */
  clips(incident: IncidentId): Promise<ClipView[]>;
  /** A clip as a video file, or as pictures one after the other. Rejects with a CameraProblem. */
  clip(incident: IncidentId, camera: CameraId): Promise<ArrayBuffer>;
  deleteClip(incident: IncidentId, camera: CameraId): Promise<void>;
  /** Saves a picture (JPEG); resolves to where it is. */
  save(picture: Uint8Array): Promise<string>;
}

export interface Backend {
  /** The view as it is. */
  view(): Promise<AppView>;
  /** Every change from then on. Resolves once it listens. */
  onView(show: (view: AppView) => void): Promise<void>;
  /** First start: a demo home with a station of its own. */
  startDemo(): Promise<void>;
  /** This device was removed from the home: add it again. */
  addDevice(): Promise<void>;
  /** A slide has ended. Once per gesture. `camera`: the one from whose picture it came. */
  slide(kind: Kind, camera?: CameraId | null): Promise<void>;
  /** A slide of a drill has ended: everything but the dispatch request. */
  drill(kind: Kind): Promise<void>;
  /** An alarm as a drill; resolves to its incident. Rejects with every reason why its plan would not be carried out. */
  drillAlarm(trigger: Trigger): Promise<IncidentId | null>;
  /** Cancel or withdraw the SOS under way. In a home where a cancel takes the code, it rejects without one. */
  cancel(code?: string): Promise<void>;
  /** Silence the siren of an incident, and nothing else of it. */
  silence(incident: IncidentId): Promise<void>;
  /** Disarm the home's alarm. What that does besides is in each incident's plan. Rejects a wrong code. */
  disarm(code: string): Promise<void>;
  /** Cancel an open incident, as far as its plan lets the app. Rejects a wrong code. */
  cancelInApp(incident: IncidentId, code: string): Promise<void>;
  /** Help at once: without the call, where nobody was sent, or after a contact's cancel. */
  sendHelp(incident: IncidentId): Promise<void>;
  /** What was told has been read. */
  readNotice(incident: IncidentId): Promise<void>;
  /** A person says that it is over. */
  sayOver(incident: IncidentId): Promise<void>;
  /** Enter practice for so many minutes; `0`: leave it. Rejects a wrong code. */
  setPractice(minutes: number, code: string): Promise<void>;
  /** What follows when nobody answers about a burglar alarm. Rejects a wrong code. */
  setBurglarSetting(setting: BurglarSetting, code: string): Promise<void>;
  /** Whether a cancel in the five seconds takes the code. Rejects a wrong code. */
  setCancelCode(on: boolean, code: string): Promise<void>;
  /** What contacts hear when the station calls, for each kind that this home is called about. */
  hears(): Promise<HearsView[]>;
  /** Leaves a home whose station is on another machine. */
  leaveHome(): Promise<void>;
  /** Opens the operator's help outside of the app. */
  openHelp(): Promise<void>;
  /** Has the station ring a contact, to prove that he can be reached. `dndOn`: Do Not Disturb is on at his phone. Rejects with the reason. */
  ringContact(contact: ContactId, dndOn: boolean): Promise<void>;
  /** End the test call to a contact. */
  hangUpContact(contact: ContactId): Promise<void>;
  /** Send a waiting request at once. */
  sendNow(): Promise<void>;
  /** Leave an ended SOS screen. */
  dismiss(): Promise<void>;
  openBoard(): Promise<void>;
  setDemoPlan(plan: Plan): Promise<void>;
  /** What stands in the demo home: a doorbell alone, or a base station with keypad too. */
  setDemoDevices(baseStation: boolean): Promise<void>;
  /** Every problem of a set-up, and what it would lead to. Keeps nothing. `change`: of the home that is there. */
  checkSetUp(setup: HomeSetup, change: boolean): Promise<SetUpPreview>;
  /** Makes a home; the next view shows it. Rejects with every problem. */
  setUp(setup: HomeSetup): Promise<void>;
  /** Comes into a home whose station is on another machine, with a link, or a code and the station's address. */
  pairWithCode(typed: string, address: string): Promise<void>;
  /** A code that lets one further device in. Rejects a wrong access code. */
  invite(role: DeviceRole, code: string): Promise<InvitationCardView>;
  /** A code that makes an owner's device when every other is lost. It replaces the one before. */
  makeRecovery(code: string): Promise<InvitationCardView>;
  /** Who belongs to the home. */
  pairedDevices(): Promise<PairedDevicesView>;
  /** Who did what in the home, newest first. */
  activity(): Promise<ActivityView[]>;
  /** Removes a device from the home. Rejects a wrong access code. */
  removeDevice(device: DeviceId, code: string): Promise<void>;
  /** Keeps a set-up that may be left, without its password; `null`: forgets it. */
  keepDraft(draft: SetUpDraft | null): Promise<void>;
  /** The set-up that was left before its end. */
  readDraft(): Promise<SetUpDraft | null>;
  /** Changes the home that was set up. Rejects a wrong code, and wrong answers with every problem. */
  changeHome(setup: HomeSetup, code: string): Promise<void>;
  /** Chooses a pair of secrets. Rejects a wrong code, and weak ones with every problem. */
  setSecrets(request: SetSecretsRequest): Promise<void>;
  /** Whether a secret is the one it is meant to be. Nothing comes of it. Rejects a wrong code. */
  testSecret(request: TestSecretRequest): Promise<TestSecretResponse>;
  /** SOS is for emergencies only: read. */
  readRule(): Promise<void>;
  /** Whether the demo siren may sound through this computer's speakers. */
  setSpeakers(on: boolean): Promise<void>;
  /** Sound the demo siren once. */
  trySpeakers(): Promise<void>;
  /** The station as a card that a phone can save. Rejects while its number is not known. */
  stationCard(): Promise<StationCardView>;
  /** Saves the card as a file; resolves to where it is. */
  saveStationCard(version: CardVersion): Promise<string>;
  /** A page of every incident and drill that fits, newest first: from the newest, or from before one on. */
  history(filter: HistoryFilter, before: IncidentId | null): Promise<HistoryPageView>;
  /** One incident, however old. */
  incident(incident: IncidentId): Promise<IncidentView>;
  /** Saves everything that fits as JSON, with signed receipts; resolves to where it is. */
  saveHistory(filter: HistoryFilter): Promise<SavedHistoryView>;
  /** Saves a page to print, from behind its policy on; resolves to where it is. */
  savePrintedHistory(page: string): Promise<string>;
  /** Saves the signed receipt of an incident; resolves to where it is. */
  saveReceipt(incident: IncidentId): Promise<string>;
  /** Send a test alert; the next view asks what became of it. */
  tryAlerts(): Promise<void>;
  /** Whether the test alert was seen. */
  sayAlert(seen: boolean): Promise<void>;
  /** The question before leaving is on the screen. Without this the window goes within a second. */
  leavingShown(): Promise<void>;
  /** The language of the app, here and in its notifications. The page then loads anew. */
  chooseLanguage(language: 'en' | 'es' | 'fr-CA'): Promise<void>;
  /** The pictures of the home's cameras. */
  readonly live: LiveBackend;
  stay(): Promise<void>;
  leaveAnyway(): Promise<void>;
}

export type BoardLink = 'connecting' | 'live' | 'reconnecting' | 'used' | 'removed';

export interface BoardBackend {
  /** Shows every view and how the link stands, until the page goes. */
  follow(show: (view: BoardView) => void, link: (link: BoardLink) => void): void;
  act(request: BoardActionRequest): Promise<void>;
  /** What a contact does with the phone in a test call. */
  test(request: BoardReadinessActionRequest): Promise<void>;
  /** The base station's keypad silences its siren. */
  silence(): Promise<void>;
  /** A sensor, button or code of the base station. */
  raise(request: RaiseRequest): Promise<void>;
  /** A code at its keypad. */
  disarm(code: string): Promise<void>;
  /** A contact calls the station's number. */
  callBack(contact: ContactId): Promise<void>;
  /** Somebody here answers as the station's agent, or no longer does. */
  signIn(signedIn: boolean): Promise<void>;
  /** What the agent does about somebody who waits. */
  agent(request: AgentActionRequest): Promise<void>;
}
