// Knows how a picture of a screen becomes small and stays sharp: a screen is flat, so 128 of its colours, and the
// nearest of them for every other, are a PNG of half the size of a JPEG.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [PALETTE, EIGHT_BITS] = [3, 8];

/** The PNG again, with at most 128 colours. `page` is a blank one, whose canvas reads the picture. */
export async function fewColours(page, png) {
  const { width, height, palette, pixels } = await page.evaluate(read, png.toString('base64'));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([EIGHT_BITS, PALETTE, 0, 0, 0], 8);
  const indices = Buffer.from(pixels, 'base64');
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) indices.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const data = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', Buffer.from(palette)), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Runs in the page. */
async function read(base64) {
  const MOST = 128;
  const EXACT = 48;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const distance = ([r, g, b], [x, y, z]) => (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
  // The most used exactly; of the others those that lie far enough from all before.
  const byUse = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => parts(colour));
  let palette = [];
  for (let apart = 2; palette.length === 0 || palette.length > MOST; apart *= 1.5) {
    palette = byUse.slice(0, EXACT);
    for (const colour of byUse.slice(EXACT)) {
      if (palette.length > MOST) break;
      if (palette.every((other) => distance(colour, other) >= apart)) palette.push(colour);
    }
  }
  const nearest = new Map();
  const indexOf = (colour) => {
    const wanted = parts(colour);
    let best = 0;
    for (let index = 1; index < palette.length; index += 1) if (distance(wanted, palette[index]) < distance(wanted, palette[best])) best = index;
    nearest.set(colour, best);
    return best;
  };
  let pixels = '';
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    pixels += String.fromCharCode(nearest.get(colour) ?? indexOf(colour));
  }
  return { width, height, palette: palette.flat(), pixels: btoa(pixels) };
}
