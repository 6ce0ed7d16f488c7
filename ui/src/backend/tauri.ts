// Knows Tauri's commands and events by name. The only file that imports it.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Backend, LiveBackend } from './backend';
import { Views } from './views';
import type { ActivityView, AppView, ConnectedView, PictureView, HearsView, HistoryPageView, IncidentId, IncidentView, InvitationCardView, PairedDevicesView, SavedHistoryView, SetUpDraft, SetUpPreview, StationCardView, TestSecretResponse, ViewEvent } from './wire';

const views = new Views();

const live: LiveBackend = {
  pictures: () => invoke<PictureView[]>('pictures'),
  connect: (request) => invoke<ConnectedView>('connect_camera', { request }),
  disconnect: (camera) => invoke('disconnect_camera', { camera }),
  name: (camera, request) => invoke('name_camera', { camera, request }),
  open: (camera) => invoke<number>('live_open', { camera }),
  pull: (viewer) => invoke<ArrayBuffer>('live_pull', { viewer }),
  again: (viewer) => invoke('live_again', { viewer }),
  close: (viewer) => invoke('live_close', { viewer }),
  save: (picture) => invoke<string>('save_snapshot', picture),
};

export const tauri: Backend = {
  view: async () => views.whole(await invoke<AppView>('view')),
  onView: async (show) => {
    await listen<ViewEvent>('view', (event) => show(views.told(event.payload)));
  },
  startDemo: () => invoke('start_demo'),
  addDevice: () => invoke('add_device'),
  slide: (kind, camera) => invoke('slide', { kind, camera: camera ?? null }),
  drill: (kind) => invoke('drill', { kind }),
  drillAlarm: (trigger) => invoke<IncidentId | null>('drill_alarm', { trigger }),
  cancel: (code) => invoke('cancel', { code: code ?? null }),
  silence: (incident) => invoke('silence', { incident }),
  disarm: (code) => invoke('disarm', { code }),
  cancelInApp: (incident, code) => invoke('cancel_in_app', { incident, code }),
  sendHelp: (incident) => invoke('send_help', { incident }),
  readNotice: (incident) => invoke('read_notice', { incident }),
  sayOver: (incident) => invoke('say_over', { incident }),
  setPractice: (minutes, code) => invoke('set_practice', { minutes, code }),
  setCancelCode: (on, code) => invoke('set_cancel_code', { on, code }),
  hears: () => invoke<HearsView[]>('hears'),
  leaveHome: () => invoke('leave_home'),
  openHelp: () => invoke('open_help'),
  setBurglarSetting: (setting, code) => invoke('set_burglar_setting', { setting, code }),
  ringContact: (contact, dndOn) => invoke('ring_contact', { contact, dndOn }),
  hangUpContact: (contact) => invoke('hang_up_contact', { contact }),
  sendNow: () => invoke('send_now'),
  dismiss: () => invoke('dismiss'),
  openBoard: () => invoke('open_board'),
  setDemoPlan: (plan) => invoke('set_demo_plan', { plan }),
  setDemoDevices: (baseStation) => invoke('set_demo_devices', { baseStation }),
  checkSetUp: (setup, change) => invoke<SetUpPreview>('check_set_up', { setup, change }),
  setUp: (setup) => invoke('set_up', { setup }),
  pairWithCode: (typed, address) => invoke('pair_with_code', { typed, address }),
  invite: (role, code) => invoke<InvitationCardView>('invite', { role, code }),
  makeRecovery: (code) => invoke<InvitationCardView>('make_recovery', { code }),
  pairedDevices: () => invoke<PairedDevicesView>('paired_devices'),
  activity: () => invoke<ActivityView[]>('activity'),
  removeDevice: (device, code) => invoke('remove_device', { device, code }),
  keepDraft: (draft) => invoke('keep_draft', { draft }),
  readDraft: () => invoke<SetUpDraft | null>('read_draft'),
  changeHome: (setup, code) => invoke('change_home', { setup, code }),
  setSecrets: (request) => invoke('set_secrets', { request }),
  testSecret: (request) => invoke<TestSecretResponse>('test_secret', { request }),
  readRule: () => invoke('read_rule'),
  setSpeakers: (on) => invoke('set_speakers', { on }),
  trySpeakers: () => invoke('try_speakers'),
  stationCard: () => invoke<StationCardView>('station_card'),
  saveStationCard: (version) => invoke<string>('save_station_card', { version }),
  history: (filter, before) => invoke<HistoryPageView>('read_history', { filter, before }),
  incident: (incident) => invoke<IncidentView>('incident', { incident }),
  saveHistory: (filter) => invoke<SavedHistoryView>('save_history', { filter }),
  savePrintedHistory: (page) => invoke<string>('save_printed_history', { page }),
  saveReceipt: (incident) => invoke<string>('save_receipt', { incident }),
  tryAlerts: () => invoke('try_alerts'),
  sayAlert: (seen) => invoke('say_alert', { seen }),
  chooseLanguage: (language) => invoke('choose_language', { language }),
  leavingShown: () => invoke('leaving_shown'),
  stay: () => invoke('stay'),
  live,
  leaveAnyway: () => invoke('leave_anyway'),
};
