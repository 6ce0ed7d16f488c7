// Knows how the core's answer about a camera is laid out: a length, a head, and the bytes that it announces.
import type { ClipHead, LiveHead } from './wire';

export interface Answer {
  head: LiveHead;
  /** The last picture of an earlier time, as a stream of its own. */
  still: Uint8Array<ArrayBuffer> | null;
  /** The beginning of a stream. */
  begins: Uint8Array<ArrayBuffer> | null;
  media: Uint8Array<ArrayBuffer>;
}

const HEAD = 4;

/** A clip as it is kept. */
export interface ClipFile {
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Takes an answer apart. Its pieces lie in the answer itself. */
export function parse(answer: ArrayBuffer): Answer {
  const { head, next } = begin<LiveHead>(answer);
  return {
    head,
    still: head.still && next(head.still.length),
    begins: head.begins && next(head.begins.length),
    media: next(head.media),
  };
}

export function parseClip(answer: ArrayBuffer): ClipFile {
  const { head, next } = begin<ClipHead>(answer);
  return { mime: head.mime, bytes: next(head.length) };
}

function begin<Head>(answer: ArrayBuffer) {
  const length = new DataView(answer).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(answer, HEAD, length))) as Head;
  let at = HEAD + length;
  return { head, next: (size: number) => new Uint8Array(answer, (at += size) - size, size) };
}

/** The same from the other side, for the simulation. */
export function compose(head: LiveHead | ClipHead, ...parts: Uint8Array[]): ArrayBuffer {
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
