/** Images and filled contours as pixels. The rows of the picture go from top to bottom, whatever the axes do. */
import { type Colormap, colormapOf } from './colormaps.ts';
import { contourLevels, heightAt } from './contours.ts';
import { rangeOf, type Scale } from './scales.ts';
import type { Rect, Shape } from './scene.ts';
import { type ImageSeries, imagePlace } from './seriesExtents.ts';

/** Pixels in each direction of filled contours, whose edges are smooth. */
const contourPixels = 256;

export function imageShape(series: ImageSeries, { x, y }: { readonly x: Scale; readonly y: Scale }): Shape {
  const { left, right, bottom, top } = imagePlace(series);
  const across = [x.toPixel(left), x.toPixel(right)];
  const down = [y.toPixel(bottom), y.toPixel(top)];
  const rect: Rect = {
    x: Math.min(...across),
    y: Math.min(...down),
    width: Math.abs((across[1] ?? 0) - (across[0] ?? 0)),
    height: Math.abs((down[1] ?? 0) - (down[0] ?? 0)),
  };
  const isTopFirst = series.isUpsideDown === (down[1] ?? 0) <= (down[0] ?? 0);
  const pixels = series.kind === 'filledContours' ? bandPixels(series) : placePixels(series);
  return {
    kind: 'image',
    rect,
    ...flipped(pixels, { isTopFirst, isMirrored: (across[0] ?? 0) > (across[1] ?? 0) }),
  };
}

interface Pixels {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly pixels: Uint8ClampedArray;
}

function placePixels(series: ImageSeries): Pixels {
  const { rowCount, columnCount, channelCount, values } = series;
  const pixels = new Uint8ClampedArray(4 * rowCount * columnCount);
  if (channelCount === 1) {
    const [low, high] = rangeOf(values);
    const map = colormapOf(series.colormap);
    for (const [index, value] of values.entries()) {
      if (value !== null) setPixel(pixels, index, map, (value - low) / (high - low || 1));
    }
    return { columnCount, rowCount, pixels };
  }
  // Colours are 0 … 1, or 0 … 255 as bytes.
  const factor = rangeOf(values)[1] > 1 ? 1 : 255;
  for (let index = 0; index < rowCount * columnCount; index++) {
    for (let part = 0; part < 3; part++) {
      pixels[4 * index + part] = factor * (values[index * channelCount + part] ?? 0);
    }
    pixels[4 * index + 3] = channelCount === 4 ? factor * (values[index * channelCount + 3] ?? 0) : 255;
  }
  return { columnCount, rowCount, pixels };
}

/** The bands between the heights of contours. */
function bandPixels(series: ImageSeries): Pixels {
  const { rowCount, columnCount } = series;
  const levels = contourLevels(series);
  const map = colormapOf(series.colormap);
  const pixels = new Uint8ClampedArray(4 * contourPixels * contourPixels);
  for (let row = 0; row < contourPixels; row++) {
    for (let column = 0; column < contourPixels; column++) {
      const share = (at: number, count: number) => ((at + 0.5) / contourPixels) * (count - 1);
      const height = heightAt(series, [share(column, columnCount), share(row, rowCount)]);
      if (height === null) continue;
      const band = levels.filter((level) => level <= height).length;
      setPixel(pixels, row * contourPixels + column, map, levels.length === 0 ? 0.5 : band / levels.length);
    }
  }
  return { columnCount: contourPixels, rowCount: contourPixels, pixels };
}

function setPixel(pixels: Uint8ClampedArray, index: number, map: Colormap, at: number): void {
  pixels.set([...map(at), 255], 4 * index);
}

function flipped(
  { columnCount, rowCount, pixels }: Pixels,
  { isTopFirst, isMirrored }: { readonly isTopFirst: boolean; readonly isMirrored: boolean },
): Pixels {
  if (isTopFirst && !isMirrored) return { columnCount, rowCount, pixels };
  const turned = new Uint8ClampedArray(pixels.length);
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const fromRow = isTopFirst ? row : rowCount - 1 - row;
      const fromColumn = isMirrored ? columnCount - 1 - column : column;
      const from = 4 * (fromRow * columnCount + fromColumn);
      turned.set(pixels.subarray(from, from + 4), 4 * (row * columnCount + column));
    }
  }
  return { columnCount, rowCount, pixels: turned };
}
