// The core's answer about a camera: what was put into it comes out of it.
import { describe, expect, it } from 'vitest';
import { compose, parse, parseClip } from './live';
import type { LiveHead } from './wire';

const MIME = 'video/mp4; codecs="avc1.4d4032"';
const STILL = Uint8Array.of(1, 2, 3);
const BEGINS = Uint8Array.of(4, 5);
const MEDIA = Uint8Array.of(6, 7, 8, 9);
const NOTHING: LiveHead = { status: { at: 'playing', for_ms: 60 }, still: null, begins: null, media: 0, skipped: false };
const still = { mime: MIME, length: STILL.length, age_ms: 4_000 };
const begins = { mime: MIME, length: BEGINS.length, sound: true };

describe('an answer of the core', () => {
  /** proves: S1, S2 */
  it('holds a still, the beginning of a stream and what came since, in that order', () => {
    const head: LiveHead = { ...NOTHING, still, begins, media: MEDIA.length };
    const answer = compose(head, STILL, BEGINS, MEDIA);
    expect(parse(answer)).toEqual({ head, still: STILL, begins: BEGINS, media: MEDIA });
    expect([...new Uint8Array(answer).slice(-9)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('holds nothing where its head announces nothing', () => {
    expect(parse(compose(NOTHING))).toEqual({ head: NOTHING, still: null, begins: null, media: new Uint8Array(0) });
  });

  it.each<[string, Partial<LiveHead>, Uint8Array[], object]>([
    ['a still alone', { still }, [STILL], { still: STILL }],
    ['a beginning alone', { begins }, [BEGINS], { begins: BEGINS }],
    ['what came since alone', { media: MEDIA.length }, [MEDIA], { media: MEDIA }],
    ['a still before what came since', { still, media: MEDIA.length }, [STILL, MEDIA], { still: STILL, media: MEDIA }],
  ])('holds %s', (_, changes, parts, held) => {
    expect(parse(compose({ ...NOTHING, ...changes }, ...parts))).toMatchObject({ still: null, begins: null, media: new Uint8Array(0), ...held });
  });

  it('says in four bytes, the largest first, how long its head is, whatever letters stand in it', () => {
    const head: LiveHead = { ...NOTHING, begins: { ...begins, mime: 'vidéo' } };
    const answer = compose(head, BEGINS);
    const length = new TextEncoder().encode(JSON.stringify(head)).length;
    expect([...new Uint8Array(answer, 0, 4)]).toEqual([0, 0, length >> 8, length & 255]);
    expect(parse(answer)).toMatchObject({ head, begins: BEGINS });
  });
});

/** proves: S4 */
it('a clip is one file, behind a head of its own', () => {
  expect(parseClip(compose({ mime: MIME, length: MEDIA.length }, MEDIA))).toEqual({ mime: MIME, bytes: MEDIA });
});
