// Knows Tauri's commands and events by name. The only file that imports it.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Backend } from './backend';
import type { AppView } from './wire';

export const tauri: Backend = {
  view: () => invoke<AppView>('view'),
  onView: async (show) => {
    await listen<AppView>('view', (event) => show(event.payload));
  },
  startDemo: () => invoke('start_demo'),
  slide: (kind) => invoke('slide', { kind }),
  cancel: () => invoke('cancel'),
  silence: (incident) => invoke('silence', { incident }),
  sendNow: () => invoke('send_now'),
  dismiss: () => invoke('dismiss'),
  openBoard: () => invoke('open_board'),
  setDemoPlan: (plan) => invoke('set_demo_plan', { plan }),
  setDemoDevices: (baseStation) => invoke('set_demo_devices', { baseStation }),
  readRule: () => invoke('read_rule'),
  setSpeakers: (on) => invoke('set_speakers', { on }),
  trySpeakers: () => invoke('try_speakers'),
  leavingShown: () => invoke('leaving_shown'),
  stay: () => invoke('stay'),
  leaveAnyway: () => invoke('leave_anyway'),
};
