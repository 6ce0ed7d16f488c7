// Knows how a browser takes a stream, for tests where none can: it opens once a video has its address, takes one piece
// after another, each in a millisecond, and refuses what a real one refuses. What can be seen of it a test sets.
import { vi } from 'vitest';

type Range = readonly [start: number, end: number];
const TAKES_MS = 1;

class FakeSourceBuffer extends EventTarget {
  updating = false;
  readonly appended: Uint8Array[] = [];
  readonly removed: Range[] = [];
  ranges: readonly Range[] = [];
  timestampOffset = 0;
  /** The next piece cannot be read. */
  breaks = false;

  constructor(private readonly source: FakeMediaSource) {
    super();
  }

  get buffered() {
    const { ranges } = this;
    const at = (index: number) => {
      const range = ranges[index];
      if (!range) throw new DOMException('no such range', 'IndexSizeError');
      return range;
    };
    return { length: ranges.length, start: (index: number) => at(index)[0], end: (index: number) => at(index)[1] };
  }

  appendBuffer(bytes: Uint8Array): void {
    this.#begin();
    this.appended.push(bytes);
    this.#finish(() => {
      if (!this.breaks) return;
      this.dispatchEvent(new Event('error'));
      this.source.readyState = 'ended';
    });
  }

  remove(start: number, end: number): void {
    this.#begin();
    this.removed.push([start, end]);
    this.#finish(() => (this.ranges = this.ranges.flatMap(([from, to]) => (to <= end ? [] : [[Math.max(from, end), to]]))));
  }

  #begin(): void {
    if (this.updating || this.source.readyState === 'closed') throw new DOMException('not now', 'InvalidStateError');
    this.source.readyState = 'open';
    this.updating = true;
  }

  #finish(done: () => void): void {
    setTimeout(() => {
      this.updating = false;
      done();
      this.dispatchEvent(new Event('updateend'));
    }, TAKES_MS);
  }
}

export class FakeMediaSource extends EventTarget {
  static unsupported: string[] = [];
  static isTypeSupported = (mime: string) => !FakeMediaSource.unsupported.includes(mime);
  readyState: 'closed' | 'open' | 'ended' = 'closed';
  mime = '';
  buffer: FakeSourceBuffer | null = null;

  constructor() {
    super();
    made.push(this);
  }

  addSourceBuffer(mime: string): FakeSourceBuffer {
    if (this.readyState !== 'open') throw new DOMException('not open', 'InvalidStateError');
    if (!FakeMediaSource.isTypeSupported(mime)) throw new DOMException('not known', 'NotSupportedError');
    this.mime = mime;
    this.buffer = new FakeSourceBuffer(this);
    return this.buffer;
  }

  endOfStream(): void {
    if (this.readyState !== 'open' || this.buffer?.updating) throw new DOMException('not now', 'InvalidStateError');
    this.readyState = 'ended';
  }

  /** As soon as a video has its address. */
  attached(): void {
    setTimeout(() => {
      this.readyState = 'open';
      this.dispatchEvent(new Event('sourceopen'));
    }, TAKES_MS);
  }
}

let made: FakeMediaSource[] = [];
let addresses = new Map<string, FakeMediaSource>();

/** Puts it in the place of the browser's, until `vi.unstubAllGlobals`. Every source that is made stands in the answer, in order. */
export function fakeMedia(): readonly FakeMediaSource[] {
  made = [];
  addresses = new Map();
  FakeMediaSource.unsupported = [];
  vi.stubGlobal('MediaSource', FakeMediaSource);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((source) => {
    const address = `blob:fake/${made.length}-${addresses.size}`;
    if (source instanceof FakeMediaSource) addresses.set(address, source);
    return address;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  vi.spyOn(HTMLMediaElement.prototype, 'src', 'set').mockImplementation(function (this: HTMLMediaElement, address: string) {
    this.setAttribute('src', address);
    addresses.get(address)?.attached();
  });
  return made;
}

/** Bytes that can be told apart. */
export const bytes = (...values: number[]) => Uint8Array.from(values);
