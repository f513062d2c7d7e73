/** A scene as the text of an SVG, for saving. */
import { pngBytes } from './pngBytes.ts';
import type { Point, Scene, Shape } from './scene.ts';

const font = 'DejaVu Sans, Verdana, Arial, sans-serif';

export function svgText(scene: Scene): string {
  const clips: string[] = [];
  const body = scene.shapes.map((shape) => shapeText(shape, clips)).join('\n');
  const { width, height } = scene;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">
<title>${escaped(scene.description)}</title>
<defs>${clips.join('')}</defs>
<rect width="${width}" height="${height}" fill="${escaped(scene.background)}"/>
${body}
</svg>
`;
}

/** Groups put what they need into `clips`. */
function shapeText(shape: Shape, clips: string[]): string {
  switch (shape.kind) {
    case 'path':
      return pathText(shape);
    case 'text':
      return textText(shape);
    case 'image':
      return imageText(shape);
    case 'group': {
      const id = `clip${clips.length}`;
      const { x, y, width, height } = shape.clip;
      clips.push(
        `<clipPath id="${id}"><rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"/></clipPath>`,
      );
      return `<g clip-path="url(#${id})">\n${shape.shapes.map((each) => shapeText(each, clips)).join('\n')}\n</g>`;
    }
  }
}

type Of<K extends Shape['kind']> = Extract<Shape, { readonly kind: K }>;

function pathText({ pieces, isClosed, stroke, fill, opacity }: Of<'path'>): string {
  const way = pieces.map((piece) => `M${piece.map(place).join('L')}${isClosed ? 'Z' : ''}`).join('');
  const lined =
    stroke === null
      ? ''
      : ` stroke="${escaped(stroke.color)}" stroke-width="${number(stroke.width)}" stroke-linejoin="round"${dashText(stroke.dash)}`;
  const seen = opacity === undefined ? '' : ` opacity="${number(opacity)}"`;
  return `<path d="${way}" fill="${escaped(fill ?? 'none')}"${lined}${seen}/>`;
}

const dashText = (dash: readonly number[] | undefined): string =>
  dash === undefined ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`;

const baselines = { top: '0.8em', middle: '0.35em', bottom: '-0.15em' } as const;

function textText({ at, text, size, color, anchor, baseline, isBold, isUpright }: Of<'text'>): string {
  const [x, y] = at.map(number);
  const turned = isUpright === true ? ` transform="rotate(-90 ${x} ${y})"` : '';
  const weight = isBold === true ? ' font-weight="bold"' : '';
  return `<text x="${x}" y="${y}" dy="${baselines[baseline]}" font-size="${number(size)}" fill="${escaped(color)}" text-anchor="${anchor}"${weight}${turned}>${escaped(text)}</text>`;
}

function imageText({ rect, columnCount, rowCount, pixels }: Of<'image'>): string {
  const { x, y, width, height } = rect;
  const address = `data:image/png;base64,${base64(pngBytes(columnCount, rowCount, pixels))}`;
  return `<image x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" preserveAspectRatio="none" style="image-rendering:pixelated" href="${address}"/>`;
}

const place = ([x, y]: Point): string => `${number(x)} ${number(y)}`;

/** Hundredths of a pixel are enough. */
const number = (value: number): string => String(Math.round(value * 100) / 100);

/** For text and attributes; characters that XML does not know are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (letter) => (letter === '\n' || letter === '\t' ? ' ' : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.subarray(at, at + 3);
    const four = [
      one >> 2,
      ((one & 3) << 4) | ((two ?? 0) >> 4),
      (((two ?? 0) & 15) << 2) | ((three ?? 0) >> 6),
      (three ?? 0) & 63,
    ];
    const known = three === undefined ? (two === undefined ? 2 : 3) : 4;
    parts.push(four.map((each, index) => (index < known ? letters.charAt(each) : '=')).join(''));
  }
  return parts.join('');
}
