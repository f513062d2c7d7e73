/**
 * Draws `images/icon.png`, 256 × 256: a lens over the steps of a scan, with the update that goes on below. Written by
 * code, so that the picture has a source; run it with `node scripts/drawIcon.ts` after a change.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const size = 256;
/** Each pixel is the mean of so many samples squared: smooth edges. */
const samplesPerSide = 4;

type Color = readonly [red: number, green: number, blue: number];
/** Negative inside, positive outside, in pixels. */
type Shape = (x: number, y: number) => number;

const background: Color = [18, 38, 58];
const step: Color = [86, 130, 170];
const output: Color = [140, 200, 240];
const update: Color = [245, 176, 65];
const rim: Color = [235, 240, 245];

const circle =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

const ring = (cx: number, cy: number, radius: number, width: number): Shape => {
  const outer = circle(cx, cy, radius);
  return (x, y) => Math.abs(outer(x, y)) - width / 2;
};

const box =
  (cx: number, cy: number, half: number, corner: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - cx) - half + corner;
    const dy = Math.abs(y - cy) - half + corner;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };

const line =
  (from: readonly [number, number], to: readonly [number, number], width: number): Shape =>
  (x, y) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    return Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy) - width / 2;
  };

/** From back to front. */
const layers: readonly (readonly [Shape, Color])[] = [
  [box(128, 128, 124, 40), background],
  [line([36, 84], [186, 84], 7), step],
  [box(44, 84, 20, 7), step],
  [box(110, 84, 20, 7), output],
  [box(176, 84, 20, 7), output],
  [line([110, 100], [110, 168], 7), update],
  [line([110, 168], [60, 168], 7), update],
  [circle(52, 168, 14), update],
  [line([178, 178], [220, 220], 26), rim],
  [ring(132, 128, 66, 16), rim],
];

function colorAt(x: number, y: number): readonly [...Color, alpha: number] {
  const hit = layers.findLast(([shape]) => shape(x, y) <= 0);
  return hit === undefined ? [0, 0, 0, 0] : [...hit[1], 255];
}

/** RGBA of one pixel, its samples weighted by their opacity. */
function pixel(column: number, row: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < samplesPerSide ** 2; sample++) {
    const x = column + ((sample % samplesPerSide) + 0.5) / samplesPerSide;
    const y = row + (Math.floor(sample / samplesPerSide) + 0.5) / samplesPerSide;
    const [red, green, blue, alpha] = colorAt(x, y);
    sum[0]! += red * alpha;
    sum[1]! += green * alpha;
    sum[2]! += blue * alpha;
    sum[3]! += alpha;
  }
  const weight = sum[3]! || 1;
  const opacity = sum[3]! / samplesPerSide ** 2;
  return [sum[0]! / weight, sum[1]! / weight, sum[2]! / weight, opacity].map(Math.round);
}

function rows(): Buffer {
  const bytes: number[] = [];
  for (let row = 0; row < size; row++) {
    bytes.push(0); // no filter
    for (let column = 0; column < size; column++) bytes.push(...pixel(column, row));
  }
  return Buffer.from(bytes);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

function png(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // 8 bits per channel, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows(), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const folder = join(dirname(fileURLToPath(import.meta.url)), '../images');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'icon.png'), png());
