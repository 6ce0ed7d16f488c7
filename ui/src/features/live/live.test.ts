// What Live View knows: which camera an SOS comes from, and what came of connecting, naming and saving.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveBackend } from '../../backend/backend';
import { FRONT_DOOR, HOME } from '../../backend/mock/home';
import { CAMERAS, DRIVE, SHED } from '../../backend/mock/live';
import type { ConnectCameraRequest, ErrorBody, FoundView, HomeView } from '../../backend/wire';
import { NO_SENTENCE } from '../../words/common';
import { Live } from './live.svelte';
import { Player } from './player.svelte';

const REQUEST: ConnectCameraRequest = { camera: 'cam-drive', place: { at: 'address', of: 'rtsp://192.168.1.20' }, stills: '', user: 'ana', password: 'Maple 7', transport: 'tcp' };
const FOUND: FoundView[] = [{ number: 1, name: 'Drive', host: '192.168.1.20' }];
const REFUSED: ErrorBody = { code: 'malformed', sentence: 'That is no name.', reasons: [], problems: [] };
const several: HomeView = { ...HOME, cameras: [FRONT_DOOR, ...CAMERAS] };

let core: ReturnType<typeof coreOf>;
let live: Live;

beforeEach(() => {
  vi.useFakeTimers();
  core = coreOf();
  live = new Live(core);
});
afterEach(() => void vi.useRealTimers());

describe('an SOS comes', () => {
  /** proves: S3 */
  it('from the only camera of the home, whether it is looked at or not', () => {
    expect(live.sosFrom({ ...HOME, cameras: [DRIVE] })).toBe(DRIVE.id);
  });

  /** proves: S3 */
  it('from the one of several that is looked at alone, and from none beside each other', () => {
    expect(live.sosFrom(several)).toBeNull();
    live.look(SHED.id);
    expect(live.sosFrom(several)).toBe(SHED.id);
    live.look(null);
    expect(live.sosFrom(several)).toBeNull();
  });

  /** proves: S3 */
  it('from none that the home has no more, and from none where there is none', () => {
    live.look('cam-gone');
    expect([live.sosFrom(several), live.sosFrom({ ...HOME, cameras: [] })]).toEqual([null, null]);
  });
});

describe('where a picture comes from', () => {
  it('is not known before the core has said so, and nowhere for a camera that it does not name', async () => {
    expect([live.pictures, live.from('cam-drive')]).toEqual([null, { from: 'nowhere' }]);
    await live.load();
    expect([live.from('cam-drive'), live.from('cam-shed')]).toEqual([{ from: 'camera', host: '192.168.1.20' }, { from: 'nowhere' }]);
  });

  it('stays as it was known when the core does not answer, and says so', async () => {
    await live.load();
    core.pictures.mockRejectedValueOnce(new Error('gone'));
    await live.load();
    expect([live.problem, live.from('cam-drive')]).toEqual([NO_SENTENCE, { from: 'camera', host: '192.168.1.20' }]);
    await live.load();
    expect(live.problem).toBe('');
  });

  it('is watched by a player of its camera', async () => {
    const player = live.player('cam-shed');
    player.watch(document.createElement('video'), document.createElement('canvas'), () => {})();
    expect([player instanceof Player, core.open.mock.calls]).toEqual([true, [['cam-shed', false]]]);
  });
});

describe('a camera that is connected', () => {
  /** proves: S2 */
  it.each([
    [true, 'Connected. This computer keeps the address, and the password in its keyring.'],
    [false, 'Connected until Mayday ends: this computer has no keyring that is open, and the password is kept nowhere else.'],
  ])('says whether it is kept (%s), and its picture begins anew from there', async (kept, said) => {
    core.connect.mockResolvedValueOnce({ is: 'connected', kept });
    await expect(live.connect(REQUEST)).resolves.toBe(true);
    expect(core.connect.mock.calls).toEqual([[REQUEST]]);
    expect([live.said, live.failed, live.connected, core.pictures.mock.calls.length]).toEqual([said, !kept, 1, 1]);
  });

  /** proves: S2 */
  it('with what shows no picture says why, and nothing that was known changes', async () => {
    core.connect.mockRejectedValueOnce('wrong_path');
    await expect(live.connect(REQUEST)).resolves.toBe('wrong_path');
    expect([live.said, live.connected, core.pictures.mock.calls.length]).toEqual(['', 0, 0]);
  });

  it.each([new Error('gone'), 'command connect_camera not found'])('by a core that does not answer (%s) says so', async (why) => {
    core.connect.mockRejectedValueOnce(why);
    await expect(live.connect(REQUEST)).resolves.toBe(false);
    expect([live.said, live.failed, live.connected]).toEqual([NO_SENTENCE, true, 0]);
  });

  it('at an address of several is none yet: one of them is to be chosen', async () => {
    core.connect.mockResolvedValueOnce({ is: 'several', found: FOUND });
    await expect(live.connect(REQUEST)).resolves.toEqual(FOUND);
    expect([live.said, live.connected, core.pictures.mock.calls.length]).toEqual(['', 0, 0]);
  });

  it('is looked for on the network, and it is said why that could not be', async () => {
    await expect(live.search()).resolves.toEqual(FOUND);
    core.look.mockRejectedValueOnce(REFUSED).mockRejectedValueOnce(new Error('gone'));
    await expect(live.search()).resolves.toBe('That is no name.');
    await expect(live.search()).resolves.toBe(NO_SENTENCE);
  });

  it('says nothing of what was said before while it is looked for', () => {
    live.said = 'Saved';
    core.connect.mockReturnValueOnce(new Promise(() => {}));
    void live.connect(REQUEST);
    expect(live.said).toBe('');
  });

  it('is forgotten, and its picture ends with that', async () => {
    await expect(live.disconnect('cam-drive')).resolves.toBeNull();
    expect([core.disconnect.mock.calls, live.connected, core.pictures.mock.calls.length]).toEqual([[['cam-drive']], 1, 1]);
    core.disconnect.mockRejectedValueOnce(REFUSED);
    await expect(live.disconnect('cam-drive')).resolves.toBe('That is no name.');
    expect(live.connected).toBe(1);
  });
});

describe('a name', () => {
  /** proves: S1 */
  it('goes to the core, and is said to be kept once it is', async () => {
    await expect(live.name('cam-drive', 'Yard', 'doorbell')).resolves.toBeNull();
    expect([core.name.mock.calls, live.said, live.failed]).toEqual([[['cam-drive', { name: 'Yard', kind: 'doorbell' }]], 'The name is kept.', false]);
  });

  it('that the core refuses is not said to be kept', async () => {
    core.name.mockRejectedValueOnce(REFUSED);
    await expect(live.name('cam-drive', '', 'camera')).resolves.toBe('That is no name.');
    expect(live.said).toBe('');
  });
});

describe('a picture that is saved', () => {
  const video = Object.assign(document.createElement('video'), { videoWidth: 1_280, videoHeight: 720 });
  /** `alphas`: how much of a picture each look finds; the last one stays. */
  const drawn = (blob: Blob | null, ...alphas: number[]) => {
    const context = { drawImage: vi.fn(), getImageData: () => ({ data: [0, 0, 0, alphas.length > 1 ? alphas.shift() : (alphas[0] ?? 255)] }) };
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as unknown as GPUCanvasContext);
    return vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(blob));
  };

  it('goes to the core as a JPEG of its whole size, and it is said where it is', async () => {
    const made = vi.spyOn(document, 'createElement');
    const toBlob = drawn(new Blob([Uint8Array.of(255, 216)]));
    await live.save(video);
    const canvas = made.mock.results[0]?.value as HTMLCanvasElement;
    expect([canvas.width, canvas.height, toBlob.mock.lastCall?.[1]]).toEqual([1_280, 720, 'image/jpeg']);
    expect([core.save.mock.calls, live.said, live.failed]).toEqual([[[Uint8Array.of(255, 216)]], 'Saved as /home/ana/Mayday picture.jpg', false]);
  });

  it('is the one on the canvas where single pictures are shown', async () => {
    const made = vi.spyOn(document, 'createElement');
    drawn(new Blob([Uint8Array.of(255)]));
    await live.save(Object.assign(document.createElement('canvas'), { width: 640, height: 360 }));
    const canvas = made.mock.results[1]?.value as HTMLCanvasElement;
    expect([canvas.width, canvas.height, core.save.mock.calls.length]).toEqual([640, 360, 1]);
  });

  it.each(['draw', 'keep'])('says so when it fails: %s', async (step) => {
    drawn(step === 'draw' ? null : new Blob([]));
    if (step === 'keep') core.save.mockRejectedValueOnce(REFUSED);
    await live.save(video);
    expect([live.said, live.failed, core.save.mock.calls.length]).toEqual(['The picture could not be saved.', true, step === 'draw' ? 0 : 1]);
  });

  it('waits for the next picture where the video gives none, and is no black one if none comes', async () => {
    vi.useFakeTimers();
    drawn(new Blob([]), 0, 0, 255);
    const saved = live.save(video);
    await vi.advanceTimersByTimeAsync(100);
    await saved;
    expect([live.failed, core.save.mock.calls.length]).toEqual([false, 1]);
    drawn(new Blob([]), 0);
    const never = live.save(video);
    await vi.advanceTimersByTimeAsync(5_000);
    await never;
    expect([live.failed, core.save.mock.calls.length]).toEqual([true, 1]);
    vi.useRealTimers();
  });

  it('is not spoken of any more beside another camera', async () => {
    drawn(new Blob([]));
    await live.save(video);
    live.look('cam-shed');
    expect([live.said, live.looked]).toEqual(['', 'cam-shed']);
  });
});

describe('the full screen', () => {
  it('fills the window also where the system does not let it fill the screen', async () => {
    const asked = vi.fn(async () => Promise.reject(new TypeError('no')));
    document.documentElement.requestFullscreen = asked;
    live.fill(true);
    await vi.advanceTimersByTimeAsync(0);
    expect([live.full, asked.mock.calls.length]).toEqual([true, 1]);
    live.fill(false);
    expect(live.full).toBe(false);
    Reflect.deleteProperty(document.documentElement, 'requestFullscreen');
  });
});

function coreOf() {
  return {
    pictures: vi.fn(async () => [{ camera: 'cam-drive', from: { from: 'camera' as const, host: '192.168.1.20' } }]),
    look: vi.fn<LiveBackend['look']>(async () => FOUND),
    connect: vi.fn<LiveBackend['connect']>(async () => ({ is: 'connected', kept: true })),
    disconnect: vi.fn<LiveBackend['disconnect']>(async () => {}),
    name: vi.fn<LiveBackend['name']>(async () => {}),
    open: vi.fn<LiveBackend['open']>(async () => 0),
    pull: vi.fn(() => new Promise<ArrayBuffer>(() => {})),
    again: vi.fn(async () => {}),
    close: vi.fn(async () => {}),
    clips: vi.fn(async () => []),
    clip: vi.fn(async () => new ArrayBuffer(0)),
    deleteClip: vi.fn(async () => {}),
    save: vi.fn<LiveBackend['save']>(async () => '/home/ana/Mayday picture.jpg'),
  };
}
