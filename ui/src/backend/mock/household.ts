// Knows who belongs to the simulated home, and the code that lets a further device in.
import type { Backend } from '../backend';
import type { Activity, ActivityView, DeviceRole, ErrorBody, InvitationCardView, PairedDeviceView } from '../wire';

const DAY_MS = 86_400_000;
const HOLDS_MS = 600_000;

/** The code that the simulation takes. */
export const PAIRING_CODE = '7K3M-92QX-HT4W';
const RECOVERY_CODE = 'R8TN-4WQ2-0HZX-M71C-PB9E';
const ADDRESS = '192.168.1.20:47100';

const refused = (code: ErrorBody['code'], sentence: string): ErrorBody => ({ code, sentence, reasons: [], problems: [] });
const NO_CODE = refused('not_a_pairing_code', 'That is no pairing code. Look at it again, or ask for a new one.');
const WRONG = refused('wrong_pairing_code', 'This code lets no device in, or not any more. Ask for a new one.');

const device = (id: string, name: string, role: DeviceRole, days: number, changes: Partial<PairedDeviceView> = {}): PairedDeviceView => ({
  id,
  name,
  role,
  added_ms: Date.now() - days * DAY_MS,
  connected: false,
  this: false,
  ...changes,
});

const act = (hours: number, by: string | null, what: Activity, changes: Partial<ActivityView> = {}): ActivityView => ({
  at_ms: Date.now() - hours * 3_600_000,
  by,
  this: by === 'This computer',
  what,
  whom: null,
  ...changes,
});

const ACTIVITY = [
  act(1, 'Ana’s phone', { did: 'cancelled_slide', incident: 'i-1' }),
  act(1, 'Ana’s phone', { did: 'slid', kind: 'sos_fire', drill: false, incident: 'i-1' }),
  act(5, 'This computer', { did: 'rang_contact', contact: 'c-ana' }, { whom: 'Ana Ruiz' }),
  act(30, 'This computer', { did: 'set_practice', minutes: 60 }),
  act(50, 'Kitchen tablet', { did: 'slid', kind: 'sos_police', drill: true, incident: 'i-0' }),
  act(72, 'Kitchen tablet', { did: 'came_in', role: 'member' }),
  act(73, 'This computer', { did: 'set_secrets', pair: 'codes' }),
  act(74, 'This computer', { did: 'changed_home' }),
  act(80, null, { did: 'disarmed' }),
  act(288, 'Ana’s phone', { did: 'came_in', role: 'owner' }),
];

/** A picture that no camera reads: the simulation lets nobody in. */
const QR = { size: 21, path: 'M0 0h7v1h-7zM0 1h1v5h-1zM6 1h1v5h-1zM0 6h7v1h-7zM2 2h3v3h-3zM14 0h7v1h-7zM14 1h1v5h-1zM20 1h1v5h-1zM14 6h7v1h-7zM16 2h3v3h-3zM0 14h7v1h-7zM0 15h1v5h-1zM6 15h1v5h-1zM0 20h7v1h-7zM2 16h3v3h-3zM9 9h2v3h-2zM12 12h3v1h-3zM17 10h1v6h-1zM10 16h4v2h-4z' };

const invitation = (code: string, expires_in_ms: number | null): InvitationCardView => ({
  invitation: { code, link: `mayday:pair?at=${ADDRESS}&key=${'5c'.repeat(32)}&code=${code}`, addresses: [ADDRESS], expires_in_ms },
  qr: QR,
});

type Household = Pick<Backend, 'pairWithCode' | 'invite' | 'makeRecovery' | 'pairedDevices' | 'activity' | 'removeDevice'>;

/** `may`: rejects a command that is meant to fail. `enter`: shows the home that was entered. */
export function householdOf(may: (command: string) => void, enter: () => void): Household {
  let recovery = false;
  let devices = [
    device('d-1', 'This computer', 'owner', 40, { this: true, connected: true }),
    device('d-2', 'Ana’s phone', 'owner', 12, { connected: true }),
    device('d-3', 'Kitchen tablet', 'member', 3),
  ];
  return {
    pairWithCode: async (typed, address) => {
      may('pair_with_code');
      const code = typed.trim();
      if (!code.startsWith('mayday:pair?') && (!/^[\dA-Z-]{14}$/u.test(code) || !/^[\w.-]+:\d+$/u.test(address.trim()))) throw NO_CODE;
      if (!code.endsWith(PAIRING_CODE)) throw WRONG;
      enter();
    },
    invite: async () => {
      may('invite');
      return invitation(PAIRING_CODE, HOLDS_MS);
    },
    makeRecovery: async () => {
      may('make_recovery');
      recovery = true;
      return invitation(RECOVERY_CODE, null);
    },
    pairedDevices: async () => {
      may('paired_devices');
      return { devices, has_recovery: recovery };
    },
    activity: async () => ACTIVITY,
    removeDevice: async (id) => {
      may('remove_device');
      devices = devices.filter((known) => known.id !== id);
    },
  };
}
