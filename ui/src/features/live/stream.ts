// Knows how one stream of a camera gets into a video element: in order, at its live edge, and never more than a few
// seconds of it. The core's fragments begin with a key frame wherever something was left out.
import type { ClipFile } from '../../backend/live';
import { PICTURES } from './pictures';

declare global {
  /** The iPhone's kind of media source. */
  var ManagedMediaSource: typeof MediaSource | undefined;
}

/** What a window takes streams with. `undefined`: it takes none. */
const mediaSource = (): typeof MediaSource | undefined => globalThis.ManagedMediaSource ?? globalThis.MediaSource;

/** Whether this window can show what says so of itself. */
export const canShow = (mime: string): boolean => mime === PICTURES || (mediaSource()?.isTypeSupported(mime) ?? false);

/** So far may the picture be behind what has come before it jumps there. */
const MOST_BEHIND_S = 1.2;
/** Where it lands, so that the next fragment is there in time. */
const LANDS_BEHIND_S = 0.1;
/** What was shown longer ago is let go. */
const KEPT_S = 8;
/** Fragments that wait for the decoder. More: it takes nothing any more. */
const MOST_WAITING = 600;

export class Stream {
  readonly #source: MediaSource;
  readonly #address: string;
  #buffer: SourceBuffer | null = null;
  #waiting: { bytes: BufferSource; begins: boolean }[] = [];
  #ended = false;
  /** Whether the stream that plays has come to its live edge once, and where it begins. */
  #landed = false;
  #from = 0;
  #closed = false;

  /** `onfailed`: the video takes this stream no more. */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly mime: string,
    private readonly onfailed: () => void,
    /** It stays at the live edge; else it is shown from its beginning. */
    private readonly live = true,
  ) {
    const Source = mediaSource();
    if (!Source) throw new Error('this window takes no stream');
    this.#source = new Source();
    this.#address = URL.createObjectURL(this.#source);
    // The iPhone's kind opens in no element that could send it elsewhere.
    if (globalThis.ManagedMediaSource) video.disableRemotePlayback = true;
    this.#source.addEventListener('sourceopen', () => this.#open(), { once: true });
    video.addEventListener('error', this.#onerror);
    video.src = this.#address;
  }

  readonly #onerror = () => this.#fail();

  append(bytes: BufferSource): void {
    this.#wait(bytes, false);
  }

  /** Another stream goes on in the same element: one that is taken apart and put together again can stand still for good. */
  goesOn(mime: string, begins: BufferSource): boolean {
    if (this.#closed || mime !== this.mime) return false;
    this.#ended = this.#landed = false;
    this.#wait(begins, true);
    return true;
  }

  #wait(bytes: BufferSource, begins: boolean): void {
    this.#waiting.push({ bytes, begins });
    if (this.#waiting.length > MOST_WAITING) return this.#fail();
    this.#next();
  }

  /** Nothing more comes: the picture is a still, or the file is whole. */
  end(): void {
    this.#ended = true;
    this.#next();
  }

  close(): void {
    this.#closed = true;
    this.video.removeEventListener('error', this.#onerror);
    this.#buffer = null;
    this.#waiting = [];
    URL.revokeObjectURL(this.#address);
  }

  #open(): void {
    if (this.#closed) return;
    URL.revokeObjectURL(this.#address);
    try {
      this.#buffer = this.#source.addSourceBuffer(this.mime);
    } catch {
      return this.#fail();
    }
    this.#buffer.addEventListener('updateend', () => this.#next());
    this.#buffer.addEventListener('error', () => this.#fail());
    this.#next();
  }

  #next(): void {
    const buffer = this.#buffer;
    if (!buffer || buffer.updating || this.#source.readyState === 'closed') return;
    try {
      if (this.live && this.#letGo(buffer)) return;
      const next = this.#waiting.shift();
      if (next?.begins && buffer.buffered.length) this.#from = buffer.timestampOffset = buffer.buffered.end(buffer.buffered.length - 1);
      if (next) return buffer.appendBuffer(next.bytes);
      if (this.live) this.#follow(buffer);
      if (this.#ended && this.#source.readyState === 'open') this.#source.endOfStream();
    } catch {
      return this.#fail();
    }
  }

  /** Lets go of what was shown. */
  #letGo(buffer: SourceBuffer): boolean {
    const { buffered } = buffer;
    const until = this.video.currentTime - KEPT_S;
    if (buffered.length === 0 || until - buffered.start(0) < KEPT_S) return false;
    buffer.remove(0, until);
    return true;
  }

  /** Stays at the live edge, also over what was left out. */
  #follow({ buffered }: SourceBuffer): void {
    const last = buffered.length - 1;
    if (last < 0) return;
    const [start, end] = [buffered.start(last), buffered.end(last)];
    const { currentTime } = this.video;
    // What a stream begins with can be a second old.
    const behind = end - currentTime > (this.#landed ? MOST_BEHIND_S : LANDS_BEHIND_S);
    this.#landed ||= end > this.#from;
    if (currentTime < start || behind) this.video.currentTime = Math.max(start, end - LANDS_BEHIND_S);
    if (this.video.paused) void this.video.play().catch(() => {});
  }

  /** An element that shows something else now may still complain about this. */
  #fail(): void {
    if (this.#closed) return;
    this.close();
    this.onfailed();
  }
}

/** Shows a whole file from its beginning; returns how to let go of it. Without sound where the window does not let it sound by itself. */
export function showWhole(video: HTMLVideoElement, { mime, bytes }: ClipFile, onfailed: () => void): () => void {
  if (!canShow(mime)) {
    onfailed();
    return () => {};
  }
  const stream = new Stream(video, mime, onfailed, false);
  stream.append(bytes);
  stream.end();
  const begin = () => {
    if (video.buffered.length) video.currentTime = video.buffered.start(0);
    void video.play().catch(() => {
      video.muted = true;
      return video.play().catch(() => {});
    });
  };
  video.addEventListener('loadeddata', begin, { once: true });
  return () => {
    video.removeEventListener('loadeddata', begin);
    stream.close();
  };
}
