// Knows how the core's answer about a camera is laid out: a length, a head, and the bytes that it announces.
import type { LiveHead } from './wire';

export interface Answer {
  head: LiveHead;
  /** The last picture of an earlier time, as a stream of its own. */
  still: Uint8Array<ArrayBuffer> | null;
  /** The beginning of a stream. */
  begins: Uint8Array<ArrayBuffer> | null;
  media: Uint8Array<ArrayBuffer>;
}

const HEAD = 4;

/** Takes an answer apart. Its pieces lie in the answer itself. */
export function parse(answer: ArrayBuffer): Answer {
  const length = new DataView(answer).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(answer, HEAD, length))) as LiveHead;
  let at = HEAD + length;
  const next = (size: number) => new Uint8Array(answer, (at += size) - size, size);
  return {
    head,
    still: head.still && next(head.still.length),
    begins: head.begins && next(head.begins.length),
    media: next(head.media),
  };
}

/** The same from the other side, for the simulation. */
export function compose(head: LiveHead, ...parts: Uint8Array[]): ArrayBuffer {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const all = new Uint8Array(HEAD + text.length + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(all.buffer).setUint32(0, text.length);
  let at = HEAD;
  for (const part of [text, ...parts]) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer;
}
