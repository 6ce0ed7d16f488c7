// Knows how the simulated cameras stand, each by its id: one plays, one has stopped, one is being asked, one is unknown, one
// sends pictures instead of video, and of some no window can show the video.
import type { LiveBackend } from '../backend';
import { compose } from '../live';
import type { CameraView, ClipState, ConnectCameraRequest, ConnectedView, ErrorBody, FoundView, HomeView, LiveHead, LiveStatus, PictureFrom } from '../wire';
import { PICTURES_MIME, pictureAt, picturesFor } from './pictures';
import { STREET_MIME, street } from './street';

const camera = (id: string, name: string, changes: Partial<CameraView> = {}): CameraView => ({ id, name, kind: 'camera', compatible: true, ...changes });

export const DRIVE = camera('cam-drive', 'Drive');
export const GARDEN = camera('cam-garden', 'Garden', { compatible: false });
export const SHED = camera('cam-shed', 'Shed');
export const NEW = camera('cam-new', '');
/** None but it is on its network. */
export const ALONE = camera('cam-alone', '');
/** It sends pictures, and no video. */
export const PORCH = camera('cam-porch', 'Porch');
/** No window can show its video; its single pictures are known. */
export const GATE = camera('cam-gate', 'Gate');
/** No window can show its video, and there is nothing else. */
export const YARD = camera('cam-yard', 'Yard');
/** More than one camera, each in another state. */
export const CAMERAS: readonly CameraView[] = [DRIVE, GARDEN, SHED, NEW];

const STATUS: Record<string, LiveStatus> = {
  'cam-drive': { at: 'stopped', problem: 'unreachable', for_ms: 95_000, again_in_ms: 24_000 },
  'cam-refused': { at: 'stopped', problem: 'wrong_password', for_ms: 4_000, again_in_ms: 116_000 },
  'cam-shed': { at: 'connecting', for_ms: 3_000, after: null },
};
/** No window takes it. */
export const UNKNOWN_MIME = 'video/mp4; codecs="none.1"';
const FOUND: readonly FoundView[] = [
  { number: 1, name: 'Front door', host: '192.168.1.20' },
  { number: 2, name: 'Back yard', host: '192.168.1.21' },
  { number: 3, name: '', host: '192.168.1.34' },
];
/** At one address. */
const SEVERAL: readonly FoundView[] = [
  { number: 4, name: 'driveway', host: '192.168.1.5' },
  { number: 5, name: 'nursery', host: '192.168.1.5' },
];
const PLAYING: LiveStatus = { at: 'playing', for_ms: 60_000 };
/** Where pictures go. */
const SAVED_AT = '/home/ana/Downloads/Mayday picture.jpg';
/** Incidents of which something is kept. */
const CLIPS: Record<string, ClipState> = {
  'i-clip': { state: 'kept', length_ms: 70_000 },
  'i-clip-running': { state: 'running' },
  'i-clip-cut': { state: 'cut_off' },
  'i-clip-pictures': { state: 'kept', length_ms: 9_000 },
};
const AT_MS = new Date(2026, 0, 15, 22, 48, 3).getTime();
const clip = (incident: string) => ({ incident, camera: 'cam-front', at_ms: AT_MS, until_ms: AT_MS + 30 * 86_400_000 });

/** How long ago the picture of a camera that has stopped was taken. */
const STILL_MS = 95_000;

/** `may`: rejects a command that is meant to fail. `home`: the home that is shown. */
export function liveOf(may: (command: string) => void, home: () => HomeView | null, change: (changed: (home: HomeView) => HomeView) => void): LiveBackend {
  const viewers: { id: string; plain: boolean; pulls: number }[] = [];
  const connected = new Set<string>();
  const deleted = new Set<string>();
  const from = (id: string): PictureFrom => {
    if (connected.has(id) || id in STATUS || [PORCH, GATE, YARD].some((known) => known.id === id)) return { from: 'camera', host: '192.168.1.20' };
    return id === 'cam-front' || id === 'cam-garden' ? { from: 'demo' } : { from: 'nowhere' };
  };
  const never = () => new Promise<ArrayBuffer>(() => {});
  return {
    pictures: async () => (may('pictures'), (home()?.cameras ?? []).map(({ id }) => ({ camera: id, from: from(id) }))),
    look: async () => (may('look_for_cameras'), home()?.cameras.some(({ id }) => id === ALONE.id) ? [] : [...FOUND]),
    connect: async (request) => {
      may('connect_camera');
      const came = cameIn(request);
      if (came.is === 'connected') connected.add(request.camera);
      return came;
    },
    disconnect: async (id) => void connected.delete(id),
    name: async (id, request) => {
      may('name_camera');
      if (!request.name.trim()) throw NO_NAME;
      change((shown) => ({ ...shown, cameras: shown.cameras.map((one) => (one.id === id ? { ...one, ...request } : one)) }));
    },
    open: async (id, plain) => {
      if (plain && id !== GATE.id) throw 'no_stills';
      return viewers.push({ id, plain, pulls: 0 }) - 1;
    },
    pull: async (number) => {
      const viewer = viewers[number];
      if (!viewer) return never();
      const { id, plain } = viewer;
      const pulls = viewer.pulls++;
      const status = STATUS[id] ?? PLAYING;
      if (pulls > 0 && status.at !== 'playing') return never();
      // A picture a second.
      if (pulls > 0) await new Promise((resolve) => setTimeout(resolve, 1_000));
      if (id === PORCH.id || plain) return pictures(pulls);
      if (id === GATE.id || id === YARD.id) return compose({ ...NOTHING, begins: { mime: UNKNOWN_MIME, length: 0, sound: false } });
      return answer(status);
    },
    again: async () => {},
    close: async () => {},
    clips: async (incident) => (incident in CLIPS && !deleted.has(incident) ? [{ ...clip(incident), state: CLIPS[incident] as ClipState }] : []),
    clip: async (incident) => {
      may('clip');
      const [mime, bytes] = incident === 'i-clip-pictures' ? [PICTURES_MIME, picturesFor(10)] : [STREET_MIME, street()];
      return compose({ mime, length: bytes.length }, bytes);
    },
    deleteClip: async (incident) => (may('delete_clip'), void deleted.add(incident)),
    save: async () => (may('save_snapshot'), SAVED_AT),
  };
}

/** What comes of a place that is tried. Throws a CameraProblem. */
function cameIn({ place, stills }: ConnectCameraRequest): ConnectedView {
  if (stills && !/^https?:\/\//u.test(stills)) throw 'stills_unknown';
  if (place.at === 'found') {
    if (![...FOUND, ...SEVERAL].some(({ number }) => number === place.of)) throw 'found_gone';
    return { is: 'connected', kept: true };
  }
  if (!place.of.trim()) throw 'address_missing';
  if (!/^(?:rtsp|https?):\/\//u.test(place.of)) throw 'address_unknown';
  if (place.of.includes('/wrong')) throw 'wrong_password';
  return place.of.includes('go2rtc') ? { is: 'several', found: [...SEVERAL] } : { is: 'connected', kept: true };
}

const NOTHING: LiveHead = { status: PLAYING, still: null, begins: null, media: 0, skipped: false };

function pictures(second: number): ArrayBuffer {
  const picture = pictureAt(second * 1_000);
  return compose({ ...NOTHING, begins: second ? null : { mime: PICTURES_MIME, length: 0, sound: false }, media: picture.length }, picture);
}

function answer(status: LiveStatus): ArrayBuffer {
  const picture = street();
  const none: LiveHead = { ...NOTHING, status };
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
