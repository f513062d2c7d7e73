/**
 * An animated GIF of what a window shows: few frames, each shown as long as it takes to read. All frames share one palette, and
 * a frame has only what is new in it, so that an editor's quiet surface costs nothing.
 */
import gifenc from 'gifenc';
import type { Locator, Page } from 'playwright-core';

interface Frame {
  readonly png: Buffer;
  readonly delayMs: number;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each, row by row. */
  readonly rgba: Uint8Array;
}

const colorCount = 255;
const transparentIndex = colorCount;

/** Takes frames of a part of a page, in which the pointer is drawn: pictures of a page do not have it. */
export class Animation {
  readonly #page: Page;
  readonly #part: Locator;
  readonly #frames: Frame[] = [];

  private constructor(page: Page, part: Locator) {
    this.#page = page;
    this.#part = part;
  }

  static async of(page: Page, part: Locator): Promise<Animation> {
    await page.evaluate(pointerScript);
    return new Animation(page, part);
  }

  /** The window as it is now, to be shown that long. */
  async frame(delayMs: number): Promise<void> {
    const png = await this.#part.screenshot({ animations: 'disabled' });
    this.#frames.push({ png, delayMs });
  }

  async encode(): Promise<Uint8Array> {
    const decoder = await this.#page.context().newPage();
    const frames: Pixels[] = [];
    for (const { png } of this.#frames) frames.push(await decode(decoder, png));
    await decoder.close();
    return encoded(
      frames,
      this.#frames.map(({ delayMs }) => delayMs),
    );
  }
}

function encoded(frames: readonly Pixels[], delaysMs: readonly number[]): Uint8Array {
  const palette = gifenc.quantize(differentPixels(frames), colorCount);
  while (palette.length <= transparentIndex) palette.push([0, 0, 0]);
  const opaque = palette.slice(0, colorCount);
  const encoder = gifenc.GIFEncoder();
  let before: Uint8Array | null = null;
  for (const [at, { width, height, rgba }] of frames.entries()) {
    const indices = gifenc.applyPalette(rgba, opaque);
    const first = before === null ? { palette } : { transparent: true, transparentIndex };
    const shown = before === null ? indices : newIn(indices, before);
    encoder.writeFrame(shown, width, height, { ...first, delay: delaysMs[at], dispose: 1 });
    before = indices;
  }
  encoder.finish();
  return encoder.bytes();
}

const newIn = (indices: Uint8Array, before: Uint8Array): Uint8Array =>
  indices.map((index, at) => (index === before[at] ? transparentIndex : index));

/** Each colour as often as frames have it in different places: the paper alone would else have most of the palette. */
function differentPixels(frames: readonly Pixels[]): Uint8Array {
  const colors = new Map<number, number>();
  for (const { rgba } of frames) {
    const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
    for (const pixel of pixels) colors.set(pixel, (colors.get(pixel) ?? 0) + 1);
  }
  const few = [...colors].flatMap(([pixel, count]) =>
    Array<number>(Math.ceil(Math.log2(count + 1))).fill(pixel),
  );
  return new Uint8Array(Uint32Array.from(few).buffer);
}

/** A browser reads PNG; nothing else is needed for that. */
async function decode(page: Page, png: Buffer): Promise<Pixels> {
  const script = `(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(png.toString('base64'))}), (one) => one.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
    return { width: image.width, height: image.height, base64: btoa(text) };
  })()`;
  const { width, height, base64 } = await page.evaluate<{ width: number; height: number; base64: string }>(
    script,
  );
  return { width, height, rgba: Uint8Array.from(Buffer.from(base64, 'base64')) };
}

/** Draws an arrow where the mouse is. */
const pointerScript = `(() => {
  const arrow = 'polygon(0 0, 0 82%, 22% 64%, 38% 100%, 55% 92%, 40% 58%, 68% 56%)';
  const shape = (color, inset) => {
    const part = document.createElement('div');
    Object.assign(part.style, { position: 'absolute', inset, background: color, clipPath: arrow });
    return part;
  };
  const pointer = document.createElement('div');
  Object.assign(pointer.style, {
    position: 'fixed', left: '-40px', top: '0', width: '18px', height: '22px', zIndex: '99999', pointerEvents: 'none',
  });
  pointer.append(shape('#fff', '-2px -3px -3px -1px'), shape('#000', '0'));
  document.body.append(pointer);
  addEventListener('mousemove', ({ clientX, clientY }) => {
    Object.assign(pointer.style, { left: clientX + 'px', top: clientY + 'px' });
  }, true);
})()`;
