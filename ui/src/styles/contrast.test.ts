// Measures the pairs of colours in tokens.css: AAA (7:1) for text on the SOS path, AA (4.5:1) for all
// other text, 3:1 for edges and drawings.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const AAA = 7;
const AA = 4.5;
const DRAWING = 3;

const PAIRS: [string, string, number][] = [
  ['ink', 'bg', AAA],
  ['ink', 'surface', AAA],
  ['muted', 'bg', AAA],
  ['muted', 'surface', AAA],
  ['muted', 'sunken', AA],
  ['ink', 'sunken', AAA],
  ['ink', 'raised', AAA],
  ['on-track', 'sos-track', AAA],
  ['on-track', 'sos-fill', AA],
  ['on-sos', 'sos', AA],
  ['sos', 'bg', DRAWING],
  ['sos', 'sos-track', DRAWING],
  ['on-flood', 'flood', AAA],
  ['on-flood', 'flood-deep', AAA],
  ['flood-ink', 'on-flood', AAA],
  ['siren', 'siren-soft', AAA],
  ['ink', 'siren-soft', AAA],
  ['siren', 'siren-fill', AA],
  ['on-siren', 'siren', AAA],
  ['siren', 'bg', AA],
  ['on-flood', 'siren-flood', AAA],
  ['on-flood', 'siren-flood-deep', AAA],
  ['siren-flood-ink', 'on-flood', AAA],
  ['alarm', 'bg', AAA],
  ['alarm', 'alarm-soft', AAA],
  ['warn', 'bg', AAA],
  ['warn', 'warn-soft', AAA],
  ['ink', 'warn-soft', AAA],
  ['muted', 'warn-soft', AA],
  ['ok', 'surface', AA],
  ['surface', 'ok', AA],
  ['edge', 'bg', DRAWING],
  ['edge', 'surface', DRAWING],
  ['focus', 'bg', DRAWING],
  ['focus', 'surface', DRAWING],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in %s', (_, scheme) => {
  it.each(PAIRS)('%s on %s reaches %d:1', (front, ground, least) => {
    expect(contrast(colour(front, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(least);
  });
});

function colour(name: string, scheme: 0 | 1): string {
  const value = new RegExp(`--${name}: ([^;]+);`, 'u').exec(CSS)?.[1] ?? '';
  const colours = value.match(/#[0-9a-f]{6}/gu) ?? [];
  return colours[scheme] ?? colours[0] ?? '';
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channel = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
