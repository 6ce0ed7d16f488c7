// Knows how a camera that sends no video gets onto a canvas: picture after picture (JPEG), each behind its length and its
// time. One is decoded while one waits, never more: where decoding is slow, what lies between is left out.

export const PICTURES = 'image/jpeg';

/** Four bytes of length, eight of milliseconds since the stream began. */
const HEAD = 12;
/** So many broken ones without a good one between: it shows nothing any more. */
const MOST_BROKEN = 3;
/** A picture that is decoded for so long is never shown. */
const STUCK_MS = 10_000;

export interface Timed {
  /** Milliseconds since the stream began. */
  at: number;
  jpeg: Uint8Array<ArrayBuffer>;
}

/** Every picture, in order; they lie in the bytes themselves. `null`: a length does not fit. */
export function timed(bytes: Uint8Array<ArrayBuffer>): Timed[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Timed[] = [];
  for (let begin = 0; begin < bytes.length; ) {
    const from = begin + HEAD;
    if (from > bytes.length) return null;
    const end = from + view.getUint32(begin);
    if (end > bytes.length) return null;
    found.push({ at: Number(view.getBigUint64(begin + 4)), jpeg: bytes.subarray(from, end) });
    begin = end;
  }
  return found;
}

export class Pictures {
  #waiting: Uint8Array<ArrayBuffer> | null = null;
  /** Since when one is decoded. */
  #since: number | null = null;
  #broken = 0;
  #closed = false;

  /** `onshown`: another picture stands there. `onfailed`: none will any more. */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly onshown: () => void,
    private readonly onfailed: () => void,
  ) {}

  /** What came since: its newest picture is shown. */
  append(bytes: Uint8Array<ArrayBuffer>): void {
    const found = timed(bytes);
    const last = found?.at(-1);
    if (last) this.show(last.jpeg);
    else if (!found) this.#fail();
  }

  /** Another stream goes on in the same place. */
  goesOn(mime: string, begins: Uint8Array<ArrayBuffer>): boolean {
    if (this.#closed || mime !== PICTURES) return false;
    this.append(begins);
    return true;
  }

  show(jpeg: Uint8Array<ArrayBuffer>): void {
    if (this.#closed) return;
    this.#waiting = jpeg;
    if (this.#since === null) void this.#work();
    else if (performance.now() - this.#since > STUCK_MS) this.#fail();
  }

  /** What stands there stays. */
  end(): void {}

  close(): void {
    this.#closed = true;
    this.#waiting = null;
  }

  async #work(): Promise<void> {
    while (this.#waiting) {
      const jpeg = this.#waiting;
      this.#waiting = null;
      this.#since = performance.now();
      await this.#decode(jpeg);
    }
    this.#since = null;
  }

  async #decode(jpeg: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      const picture = await decoded(new Blob([jpeg], { type: PICTURES }));
      if (!this.#closed) this.#draw(picture);
      if ('close' in picture) picture.close();
    } catch {
      this.#broken += 1;
      if (this.#broken >= MOST_BROKEN) this.#fail();
      return;
    }
    if (this.#closed) return;
    this.#broken = 0;
    this.onshown();
  }

  #draw(picture: ImageBitmap | HTMLImageElement): void {
    const { canvas } = this;
    const context = canvas.getContext('2d');
    if (!context || !picture.width || !picture.height) throw new Error('nothing to draw');
    // Setting them clears it, also to what they are.
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    context.drawImage(picture, 0, 0);
  }

  #fail(): void {
    if (this.#closed) return;
    this.close();
    this.onfailed();
  }
}

/** The window's policy lets an image come from its own data, and from no other address. */
async function decoded(jpeg: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if (typeof createImageBitmap === 'function') return createImageBitmap(jpeg);
  const image = new Image();
  image.src = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(jpeg);
  });
  await image.decode();
  return image;
}
