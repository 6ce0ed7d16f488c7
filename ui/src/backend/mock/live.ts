// Knows how the simulated cameras stand, each by its id: one plays, one has stopped, one is being asked, one is unknown.
import type { LiveBackend } from '../backend';
import { compose } from '../live';
import type { CameraView, ClipState, ErrorBody, HomeView, LiveHead, LiveStatus, PictureFrom } from '../wire';
import { STREET_MIME, street } from './street';

const camera = (id: string, name: string, changes: Partial<CameraView> = {}): CameraView => ({ id, name, kind: 'camera', compatible: true, ...changes });

export const DRIVE = camera('cam-drive', 'Drive');
export const GARDEN = camera('cam-garden', 'Garden', { compatible: false });
export const SHED = camera('cam-shed', 'Shed');
export const NEW = camera('cam-new', '');
/** More than one camera, each in another state. */
export const CAMERAS: readonly CameraView[] = [DRIVE, GARDEN, SHED, NEW];

const STATUS: Record<string, LiveStatus> = {
  'cam-drive': { at: 'stopped', problem: 'unreachable', for_ms: 95_000, again_in_ms: 24_000 },
  'cam-refused': { at: 'stopped', problem: 'wrong_password', for_ms: 4_000, again_in_ms: 116_000 },
  'cam-shed': { at: 'connecting', for_ms: 3_000, after: null },
};
const PLAYING: LiveStatus = { at: 'playing', for_ms: 60_000 };
/** Where pictures go. */
const SAVED_AT = '/home/ana/Downloads/Mayday picture.jpg';
/** Incidents of which something is kept. */
const CLIPS: Record<string, ClipState> = {
  'i-clip': { state: 'kept', length_ms: 70_000 },
  'i-clip-running': { state: 'running' },
  'i-clip-cut': { state: 'cut_off' },
};
const AT_MS = new Date(2026, 0, 15, 22, 48, 3).getTime();
const clip = (incident: string) => ({ incident, camera: 'cam-front', at_ms: AT_MS, until_ms: AT_MS + 30 * 86_400_000 });

/** How long ago the picture of a camera that has stopped was taken. */
const STILL_MS = 95_000;

/** `may`: rejects a command that is meant to fail. `home`: the home that is shown. */
export function liveOf(may: (command: string) => void, home: () => HomeView | null, change: (changed: (home: HomeView) => HomeView) => void): LiveBackend {
  const viewers: { id: string; pulls: number }[] = [];
  const connected = new Set<string>();
  const deleted = new Set<string>();
  const from = (id: string): PictureFrom => {
    if (connected.has(id) || id in STATUS) return { from: 'camera', host: '192.168.1.20' };
    return id === 'cam-front' || id === 'cam-garden' ? { from: 'demo' } : { from: 'nowhere' };
  };
  const never = () => new Promise<ArrayBuffer>(() => {});
  return {
    pictures: async () => (may('pictures'), (home()?.cameras ?? []).map(({ id }) => ({ camera: id, from: from(id) }))),
    connect: async ({ camera: id, address }) => {
      may('connect_camera');
      if (!address.trim()) throw 'address_missing';
      if (!address.startsWith('rtsp://')) throw 'address_not_rtsp';
      if (address.includes('/wrong')) throw 'wrong_password';
      connected.add(id);
      return { kept: true };
    },
    disconnect: async (id) => void connected.delete(id),
    name: async (id, request) => {
      may('name_camera');
      if (!request.name.trim()) throw NO_NAME;
      change((shown) => ({ ...shown, cameras: shown.cameras.map((one) => (one.id === id ? { ...one, ...request } : one)) }));
    },
    open: async (id) => viewers.push({ id, pulls: 0 }) - 1,
    pull: async (number) => {
      const viewer = viewers[number];
      if (!viewer || viewer.pulls++ > 0) return never();
      return answer(STATUS[viewer.id] ?? PLAYING);
    },
    again: async () => {},
    close: async () => {},
    clips: async (incident) => (incident in CLIPS && !deleted.has(incident) ? [{ ...clip(incident), state: CLIPS[incident] as ClipState }] : []),
    clip: async () => (may('clip'), compose({ mime: STREET_MIME, length: street().length }, street())),
    deleteClip: async (incident) => (may('delete_clip'), void deleted.add(incident)),
    save: async () => (may('save_snapshot'), SAVED_AT),
  };
}

function answer(status: LiveStatus): ArrayBuffer {
  const picture = street();
  const none: LiveHead = { status, still: null, begins: null, media: 0, skipped: false };
  if (status.at === 'connecting') return compose(none);
  if (status.at === 'playing') return compose({ ...none, begins: { mime: STREET_MIME, length: picture.length, sound: true } }, picture);
  if (status.problem === 'wrong_password') return compose(none);
  return compose({ ...none, still: { mime: STREET_MIME, length: picture.length, age_ms: STILL_MS } }, picture);
}

const NO_NAME: ErrorBody = {
  code: 'malformed',
  sentence: 'A camera’s name has 1 to 60 signs that can be read aloud.',
  reasons: [],
  problems: [],
};
