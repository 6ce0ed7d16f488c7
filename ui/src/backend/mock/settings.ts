// Knows the settings of the simulated home that take its code, and what its contacts hear.
import type { Backend } from '../backend';
import type { HearsView, HomeView, Kind } from '../wire';

interface Simulation {
  /** Rejects a command that is meant to fail. */
  may: (command: string) => void;
  /** Rejects a wrong code. */
  check: (code: string) => void;
  /** Rejects while an incident is open. */
  unlessOpen: () => void;
  change: (changed: (home: HomeView) => HomeView) => void;
}

const ABOUT: readonly (readonly [Kind, boolean, string])[] = [
  ['sos_police', true, 'a police SOS'],
  ['sos_fire', true, 'a fire SOS'],
  ['sos_medical', true, 'a medical SOS'],
];

const hears = ([kind, decides, about]: (typeof ABOUT)[number]): HearsView => ({
  kind,
  decides,
  says: `Demo. This is the Mayday station with ${about} at 12 Maple Street, Austin, TX.`,
  voicemail: `Demo. This is the Mayday station with ${about} at 12 Maple Street, Austin, TX. Nobody answered this call. Please call back: (202) 555-0110.`,
});

type Settings = Pick<Backend, 'setPractice' | 'setBurglarSetting' | 'setCancelCode' | 'hears' | 'openHelp'>;

export function settingsOf({ may, check, unlessOpen, change }: Simulation): Settings {
  const set = async (command: string, code: string, changed: (home: HomeView) => HomeView) => {
    may(command);
    check(code);
    unlessOpen();
    change(changed);
  };
  return {
    setPractice: (minutes, code) =>
      set('set_practice', code, (home) => ({ ...home, practice: minutes ? { remaining_ms: minutes * 60_000 } : null })),
    setBurglarSetting: (burglar_setting, code) => set('set_burglar_setting', code, (home) => ({ ...home, burglar_setting })),
    setCancelCode: (cancel_takes_code, code) => set('set_cancel_code', code, (home) => ({ ...home, cancel_takes_code })),
    hears: async () => (may('hears'), ABOUT.map(hears)),
    openHelp: async () => may('open_help'),
  };
}
