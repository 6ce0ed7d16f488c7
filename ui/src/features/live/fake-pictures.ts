// Knows how a window decodes pictures, for tests where none can. Each is as wide as it has bytes; what begins with a zero
// is broken. Where decoding is slow, a test says when it has come to an end.
import { vi } from 'vitest';

const HEAD = 12;

export interface FakeDecoder {
  /** What was begun to decode, each as its bytes. */
  begun: number[][];
  /** What was drawn, as its bytes. */
  drawn: number[][];
  /** Decoding ends when a test says so. */
  slow: boolean;
  /** The one that is decoded comes to an end. */
  finish: () => void;
  closed: number;
}

/** Puts it in the place of the window's, until `vi.unstubAllGlobals`. */
export function fakeDecoder(): FakeDecoder {
  const decoder: FakeDecoder = { begun: [], drawn: [], slow: false, finish: () => {}, closed: 0 };
  const bytesOf = new Map<object, number[]>();
  vi.stubGlobal('createImageBitmap', async (jpeg: Blob) => {
    const read = [...new Uint8Array(await jpeg.arrayBuffer())];
    decoder.begun.push(read);
    if (decoder.slow) await new Promise<void>((resolve) => (decoder.finish = resolve));
    if (read[0] === 0) throw new DOMException('broken', 'InvalidStateError');
    const picture = { width: read.length, height: 1, close: () => void (decoder.closed += 1) };
    bytesOf.set(picture, read);
    return picture;
  });
  const drawImage = (picture: object) => void decoder.drawn.push(bytesOf.get(picture) ?? []);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage } as unknown as GPUCanvasContext);
  return decoder;
}

/** A picture as a camera sends it: its length, its time, its bytes. */
export function framed(at: number, ...jpeg: number[]): number[] {
  const head = new DataView(new ArrayBuffer(HEAD));
  head.setUint32(0, jpeg.length);
  head.setBigUint64(4, BigInt(at));
  return [...new Uint8Array(head.buffer), ...jpeg];
}
