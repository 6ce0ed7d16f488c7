// Knows which clips this device keeps of one incident, and the one that is watched.
import type { LiveBackend } from '../../backend/backend';
import { parseClip, type ClipFile } from '../../backend/live';
import type { CameraId, CameraProblem, ClipView, IncidentId } from '../../backend/wire';
import { errorBody } from '../../words/common';
import { isProblem } from '../../words/live';

type Asked = Pick<LiveBackend, 'clips' | 'clip' | 'deleteClip'>;

/** While one is being kept, how often it is looked how it stands. */
const AGAIN_MS = 3_000;

export class Clips {
  known = $state.raw<readonly ClipView[]>([]);
  /** The clip that is watched. */
  watched = $state.raw<{ camera: CameraId; file: ClipFile } | null>(null);
  opening = $state<CameraId | null>(null);
  #next: ReturnType<typeof setTimeout> | undefined;
  #left = false;
  problem = $state<{ camera: CameraId; why: CameraProblem } | null>(null);

  constructor(
    private readonly backend: Asked,
    private readonly incident: IncidentId,
  ) {}

  /** Looks how they stand, and again for as long as one is being kept. */
  load = async () => {
    clearTimeout(this.#next);
    // Without an answer what was known stands.
    this.known = await this.backend.clips(this.incident).catch(() => this.known);
    clearTimeout(this.#next);
    if (!this.#left && this.known.some(({ state }) => state.state === 'running')) this.#next = setTimeout(() => void this.load(), AGAIN_MS);
  };

  /** The screen goes. */
  leave = () => {
    this.#left = true;
    clearTimeout(this.#next);
    this.close();
  };

  open = async (camera: CameraId) => {
    this.close();
    this.problem = null;
    this.opening = camera;
    try {
      this.watched = { camera, file: parseClip(await this.backend.clip(this.incident, camera)) };
    } catch (error) {
      this.problem = { camera, why: isProblem(error) ? error : 'clip_lost' };
    }
    this.opening = null;
  };

  close = () => {
    this.watched = null;
  };

  /** The video does not take what was opened. */
  fail = (camera: CameraId) => {
    this.watched = null;
    this.problem = { camera, why: 'clip_lost' };
  };

  /** Resolves to what went wrong, or to nothing. */
  remove = async (camera: CameraId): Promise<string | null> => {
    try {
      await this.backend.deleteClip(this.incident, camera);
    } catch (error) {
      return errorBody(error).sentence;
    }
    this.close();
    await this.load();
    return null;
  };
}
