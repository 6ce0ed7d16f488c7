// Knows the state of Live View: where each picture comes from, which camera is looked at alone, and what came of what a
// person asked.
import type { LiveBackend } from '../../backend/backend';
import type { CameraId, CameraKind, CameraProblem, ConnectCameraRequest, FoundView, HomeView, PictureFrom, PictureView } from '../../backend/wire';
import { errorBody } from '../../words/common';
import { CONNECT, LIVE, NAME, isProblem } from '../../words/live';
import { Player } from './player.svelte';

/** How often a video is asked for the picture that stands in it: a second's worth. */
const MOST_LOOKS = 60;

export class Live {
  /** `null`: not known yet. */
  pictures = $state.raw<readonly PictureView[] | null>(null);
  problem = $state('');
  /** The camera that is looked at alone. */
  looked = $state<CameraId | null>(null);
  /** Sound is off until a person wants it. */
  muted = $state(true);
  full = $state(false);
  said = $state('');
  failed = $state(false);
  /** Counts connections, so that a picture begins anew with another one. */
  connected = $state(0);

  constructor(private readonly backend: LiveBackend) {}

  load = async () => {
    try {
      this.pictures = await this.backend.pictures();
      this.problem = '';
    } catch (error) {
      this.problem = errorBody(error).sentence;
    }
  };

  from(camera: CameraId): PictureFrom {
    return this.pictures?.find((picture) => picture.camera === camera)?.from ?? { from: 'nowhere' };
  }

  player = (camera: CameraId) => new Player(this.backend, camera);

  /** The camera whose picture an SOS comes from: the one that is looked at, or the only one. */
  sosFrom({ cameras }: HomeView): CameraId | null {
    if (cameras.length === 1) return cameras[0]?.id ?? null;
    return cameras.some(({ id }) => id === this.looked) ? this.looked : null;
  }

  look = (camera: CameraId | null) => {
    this.said = '';
    this.looked = camera;
  };

  /** Resolves to the cameras that were found on this network, or to why it was not looked. */
  search = async (): Promise<readonly FoundView[] | string> => {
    try {
      return await this.backend.look();
    } catch (error) {
      return errorBody(error).sentence;
    }
  };

  /** Resolves to whether a picture came, to why there is none, or to the cameras of which one has to be chosen. */
  connect = async (request: ConnectCameraRequest): Promise<boolean | CameraProblem | readonly FoundView[]> => {
    this.said = '';
    try {
      const came = await this.backend.connect(request);
      if (came.is === 'several') return came.found;
      this.#say(came.kept ? CONNECT.kept : CONNECT.notKept, !came.kept);
    } catch (error) {
      if (isProblem(error)) return error;
      this.#say(errorBody(error).sentence, true);
      return false;
    }
    this.connected += 1;
    await this.load();
    return true;
  };

  disconnect = async (camera: CameraId): Promise<string | null> => {
    try {
      await this.backend.disconnect(camera);
    } catch (error) {
      return errorBody(error).sentence;
    }
    this.connected += 1;
    await this.load();
    return null;
  };

  name = async (camera: CameraId, name: string, kind: CameraKind): Promise<string | null> => {
    try {
      await this.backend.name(camera, { name, kind });
    } catch (error) {
      return errorBody(error).sentence;
    }
    this.#say(NAME.kept, false);
    return null;
  };

  /** Saves the picture that stands there. */
  save = async (picture: HTMLVideoElement | HTMLCanvasElement) => {
    try {
      this.#say(LIVE.saved(await this.backend.save(await jpeg(picture))), false);
    } catch {
      this.#say(LIVE.notSaved, true);
    }
  };

  /** Fills the window, and the screen where the system lets it. */
  fill = (full: boolean) => {
    this.full = full;
    const asked = full ? document.documentElement.requestFullscreen?.() : document.fullscreenElement ? document.exitFullscreen() : undefined;
    void asked?.catch(() => {});
  };

  #say(said: string, failed: boolean): void {
    this.said = said;
    this.failed = failed;
  }
}

async function jpeg(picture: HTMLVideoElement | HTMLCanvasElement): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  const isVideo = picture instanceof HTMLVideoElement;
  canvas.width = isVideo ? picture.videoWidth : picture.width;
  canvas.height = isVideo ? picture.videoHeight : picture.height;
  for (let looks = 0; !(await drawn(canvas, picture)); looks += 1) if (looks === MOST_LOOKS) throw new Error('no picture');
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (!blob) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
}

/** Between two pictures a video can give none, and an empty one would be saved as a black one. */
async function drawn(canvas: HTMLCanvasElement, picture: HTMLVideoElement | HTMLCanvasElement): Promise<boolean> {
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0);
  const [, , , alpha] = context?.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data ?? [];
  if (alpha) return true;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return false;
}
