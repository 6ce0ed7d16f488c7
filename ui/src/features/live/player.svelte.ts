// Knows one picture: it asks the core for what is new, hands it to the video or, where single pictures come, to the canvas,
// and says how the camera stands. Where the window cannot show the video, it asks for single pictures, once. What is wrong is the camera's own; nothing here waits for an SOS, and no SOS for it.
import { untrack } from 'svelte';
import type { LiveBackend } from '../../backend/backend';
import { parse, type Answer } from '../../backend/live';
import type { CameraId, CameraProblem, LiveStatus } from '../../backend/wire';
import { isProblem } from '../../words/live';
import { PICTURES, Pictures } from './pictures';
import { Stream, canShow } from './stream';

/** How long after the core has gone it is asked again. */
const AGAIN_MS = 1_000;
/** A video that has not moved for so long while pictures come stands still, and nobody is told that it is live. */
const FROZEN_MS = 3_000;
/** When it is begun anew: later than a busy machine needs for the first picture. */
const STUCK_MS = 10_000;
/** So often a stream is begun anew that the video does not take. */
const MOST_FAILS = 3;
/** What was shown for so long can be shown: what goes wrong then counts from one. */
const HELD_MS = 10_000;

type Asked = Pick<LiveBackend, 'open' | 'pull' | 'again' | 'close'>;

export class Player {
  /** `null`: the core has not answered yet. */
  status = $state.raw<LiveStatus | null>(null);
  /** When it said so, on this page's clock. */
  at = $state(0);
  /** Why it is not even asked. */
  refused = $state<CameraProblem | null>(null);
  /** When the picture that stands there was taken, on this page's clock; `null`: there is none, or it moves. */
  stillAt = $state<number | null>(null);
  /** When the picture moved last, on this page's clock. */
  movedAt = $state(0);
  /** The window cannot show what the camera sends. */
  unplayable = $state(false);
  /** Its single pictures are asked for: the window cannot show its video. */
  plain = $state(false);
  /** They were asked for, and where they are is not known. */
  noStills = $state(false);
  /** What stands there is on the canvas. */
  drawn = $state(false);
  sound = $state(false);
  /** Whether a picture stands there, moving or not. */
  shows = $state(false);
  #viewer: number | null = null;
  #stream: Stream | Pictures | null = null;
  #video: HTMLVideoElement | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #turn = 0;
  #fails = 0;
  /** How often the video had failed when single pictures were asked for; `null`: they were not. */
  #failedBefore: number | null = null;
  #began = 0;

  constructor(
    private readonly backend: Asked,
    private readonly camera: CameraId,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Shows the camera in these elements until the answer is called. `onswitch`: what the video shows goes from it. */
  watch(video: HTMLVideoElement, canvas: HTMLCanvasElement, onswitch: () => void): () => void {
    this.#video = video;
    this.#canvas = canvas;
    this.#forget();
    const turn = ++this.#turn;
    const moved = () => void (this.#stream instanceof Stream && (this.movedAt = this.now()));
    const loaded = () => (this.drawn = false);
    video.addEventListener('timeupdate', moved);
    video.addEventListener('loadeddata', loaded);
    // Whoever watches does not begin anew with what changes here.
    void untrack(() => this.#ask(turn, onswitch));
    return () => {
      video.removeEventListener('timeupdate', moved);
      video.removeEventListener('loadeddata', loaded);
      this.#turn += 1;
      this.#end();
      this.#video = this.#canvas = null;
    };
  }

  /** Another element, or another connection of the camera: nothing of before is true of it. */
  #forget(): void {
    this.#fails = 0;
    this.status = this.refused = this.stillAt = this.#failedBefore = null;
    this.unplayable = this.sound = this.shows = this.plain = this.noStills = this.drawn = false;
  }

  /** What shows the picture that stands there. */
  get picture(): HTMLVideoElement | HTMLCanvasElement | null {
    return this.drawn ? this.#canvas : this.#video;
  }

  again = () => {
    if (this.#viewer !== null) void this.backend.again(this.#viewer).catch(() => {});
  };

  /** Milliseconds since the last picture, where it does not move. */
  stillFor(now: number): number | null {
    return this.stillAt === null ? null : Math.max(0, now - this.stillAt);
  }

  /** Whether what stands there is what the camera sees now. */
  moves(now: number): boolean {
    return this.status?.at === 'playing' && now - this.movedAt < FROZEN_MS;
  }

  async #ask(turn: number, onswitch: () => void): Promise<void> {
    while (turn === this.#turn) {
      const viewer = await this.#open(turn);
      if (viewer !== null) await this.#pull(turn, viewer, onswitch);
      // A keyring may be unlocked meanwhile.
      if (turn !== this.#turn || (this.refused && this.refused !== 'no_keyring')) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  /** `null`: it is not watched, for a reason that is shown or because the core did not answer. */
  async #open(turn: number): Promise<number | null> {
    try {
      const viewer = await this.backend.open(this.camera, this.plain);
      if (turn !== this.#turn) return this.#close(viewer);
      this.#viewer = viewer;
      this.refused = null;
      return viewer;
    } catch (error) {
      if (turn !== this.#turn || !isProblem(error)) return null;
      if (this.plain && error === 'no_stills') this.#giveUp();
      else this.refused = error;
      return null;
    }
  }

  /** Until the picture goes, or the core has let go of it. */
  async #pull(turn: number, viewer: number, onswitch: () => void): Promise<void> {
    try {
      while (turn === this.#turn && viewer === this.#viewer) {
        const answer = parse(await this.backend.pull(viewer));
        if (turn === this.#turn && viewer === this.#viewer) this.#take(answer, onswitch);
      }
    } catch {
      if (turn !== this.#turn) return;
      this.#end();
      if (this.shows) this.stillAt ??= this.now();
    }
  }

  #take({ head, still, begins, media }: Answer, onswitch: () => void): void {
    this.at = this.now();
    this.status = head.status;
    if (head.still && still && !this.shows && canShow(head.still.mime)) {
      this.#begin(head.still.mime, still, onswitch)?.end();
      this.stillAt = this.at - head.still.age_ms;
    }
    if (head.begins && begins) {
      const { mime, sound } = head.begins;
      this.sound = sound && mime !== PICTURES;
      if (this.#fails >= MOST_FAILS || !canShow(mime)) this.#cannot();
      else {
        this.unplayable = this.noStills = false;
        this.#begin(mime, begins, onswitch);
      }
    }
    if (media.length && this.#stream && !this.unplayable) {
      this.#stream.append(media);
      this.stillAt = null;
      if (this.#stream instanceof Stream && this.at - this.movedAt > STUCK_MS) this.#anew();
    }
    // Another viewer is opened: what this one said is not true any more.
    if (this.#viewer === null) return;
    this.shows ||= this.#stream instanceof Stream;
    if (head.status.at === 'playing') this.stillAt = null;
    else if (this.shows) this.stillAt ??= this.at - head.status.for_ms;
  }

  #begin(mime: string, begins: Uint8Array<ArrayBuffer>, onswitch: () => void): Stream | Pictures | null {
    if (!this.#video || !this.#canvas) return null;
    this.#began = this.movedAt = this.now();
    if (this.#stream?.goesOn(mime, begins)) return this.#stream;
    if (!(this.#stream instanceof Pictures)) onswitch();
    this.#stream?.close();
    if (mime === PICTURES) letGo(this.#video);
    this.#stream =
      mime === PICTURES
        ? new Pictures(this.#canvas, () => this.#showsPicture(), () => this.#failed())
        : new Stream(this.#video, mime, () => this.#failed());
    this.#stream.append(begins);
    return this.#stream;
  }

  #showsPicture(): void {
    this.movedAt = this.now();
    this.drawn = this.shows = true;
    if (this.status?.at !== 'playing') this.stillAt ??= this.movedAt;
  }

  /** The window cannot show this: the camera's single pictures are asked for. */
  #cannot(): void {
    if (this.#failedBefore !== null) {
      this.unplayable = true;
      return;
    }
    this.#failedBefore = this.#fails;
    this.#fails = 0;
    this.plain = true;
    this.#anew();
  }

  /** Nobody knows where they are. The video is looked at again: the camera may come to send another kind. */
  #giveUp(): void {
    this.#fails = this.#failedBefore ?? 0;
    this.plain = false;
    this.unplayable = this.noStills = true;
  }

  /** It says nothing and shows nothing: a new viewer begins with a key frame. */
  #anew(): void {
    if (this.shows) this.stillAt ??= this.movedAt;
    this.shows = false;
    this.#end();
  }

  /** The element takes nothing any more: a new viewer begins with a key frame, unless that was tried again and again. */
  #failed(): void {
    this.#fails = this.now() - this.#began > HELD_MS ? 1 : this.#fails + 1;
    if (this.#fails >= MOST_FAILS) this.#cannot();
    this.#anew();
  }

  #end(): void {
    const viewer = this.#viewer;
    this.#viewer = null;
    this.status = null;
    this.#stream?.close();
    this.#stream = null;
    if (viewer !== null) this.#close(viewer);
  }

  #close(viewer: number): null {
    void this.backend.close(viewer).catch(() => {});
    return null;
  }
}

/** Nothing of what it showed stays in it. */
function letGo(video: HTMLVideoElement): void {
  if (!video.hasAttribute('src')) return;
  video.removeAttribute('src');
  video.load();
}
