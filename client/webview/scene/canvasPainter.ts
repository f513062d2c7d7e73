/** Draws a scene on a canvas: the same picture as `svgWriter.ts`. */
import type { Scene, Shape } from '../../scene/scene.ts';

const font = 'DejaVu Sans, Verdana, Arial, sans-serif';

/** `density`: pixels of the canvas for each pixel of the scene. */
export function paintScene(canvas: HTMLCanvasElement, scene: Scene, density: number): void {
  canvas.width = Math.round(scene.width * density);
  canvas.height = Math.round(scene.height * density);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, scene.width, scene.height);
  for (const shape of scene.shapes) paint(context, shape);
}

type Of<K extends Shape['kind']> = Extract<Shape, { readonly kind: K }>;

function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'path':
      paintPath(context, shape);
      break;
    case 'text':
      paintText(context, shape);
      break;
    case 'image':
      paintImage(context, shape);
      break;
    case 'group': {
      context.save();
      const { x, y, width, height } = shape.clip;
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      for (const each of shape.shapes) paint(context, each);
      context.restore();
    }
  }
}

function paintPath(
  context: CanvasRenderingContext2D,
  { pieces, isClosed, stroke, fill, opacity }: Of<'path'>,
): void {
  context.save();
  context.globalAlpha = opacity ?? 1;
  context.beginPath();
  for (const piece of pieces) {
    for (const [index, [x, y]] of piece.entries()) {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    if (isClosed) context.closePath();
  }
  if (fill !== null) {
    context.fillStyle = fill;
    context.fill();
  }
  if (stroke !== null) {
    context.strokeStyle = stroke.color;
    context.lineWidth = stroke.width;
    context.lineJoin = 'round';
    context.setLineDash([...(stroke.dash ?? [])]);
    context.stroke();
  }
  context.restore();
}

const aligns = { start: 'left', middle: 'center', end: 'right' } as const;

function paintText(context: CanvasRenderingContext2D, shape: Of<'text'>): void {
  const { at, text, size, color, anchor, baseline, isBold, isUpright } = shape;
  context.save();
  context.translate(at[0], at[1]);
  if (isUpright === true) context.rotate(-Math.PI / 2);
  context.font = `${isBold === true ? 'bold ' : ''}${size}px ${font}`;
  context.fillStyle = color;
  context.textAlign = aligns[anchor];
  context.textBaseline = baseline;
  context.fillText(text, 0, 0);
  context.restore();
}

function paintImage(
  context: CanvasRenderingContext2D,
  { rect, columnCount, rowCount, pixels }: Of<'image'>,
): void {
  if (columnCount === 0 || rowCount === 0) return;
  const small = document.createElement('canvas');
  small.width = columnCount;
  small.height = rowCount;
  small
    .getContext('2d')
    ?.putImageData(new ImageData(new Uint8ClampedArray(pixels), columnCount, rowCount), 0, 0);
  context.save();
  context.imageSmoothingEnabled = false;
  context.drawImage(small, rect.x, rect.y, rect.width, rect.height);
  context.restore();
}
