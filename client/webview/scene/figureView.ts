/** A canvas that shows a figure as large as there is room, and makes pictures of it for saving. */
import type { PlotData } from '../../../protocol/src/plots.ts';
import type { PictureFormat } from '../../../protocol/src/webview.ts';
import { figureScene } from '../../scene/figureScene.ts';
import { type Palette, paperPalette } from '../../scene/scene.ts';
import { svgText } from '../../scene/svgWriter.ts';
import { element } from '../dom.ts';
import { t } from '../l10n.ts';
import { onThemeChange, themeColors } from '../theme.ts';
import { paintScene } from './canvasPainter.ts';

/** matplotlib's usual size in pixels, at one and a half times. */
const savedSize = { width: 960, height: 720 } as const;
const savedDensity = 2;

export class FigureView {
  readonly #canvas = element('canvas', { role: 'img' });
  readonly element = element('div', { class: 'figure' }, this.#canvas);
  readonly #over = new AbortController();
  #plot: PlotData | null = null;

  constructor() {
    new ResizeObserver(() => this.#draw()).observe(this.element);
    onThemeChange(() => this.#draw(), this.#over.signal);
  }

  dispose(): void {
    this.#over.abort();
  }

  show(plot: PlotData): void {
    this.#plot = plot;
    this.#draw();
  }

  /** The text of an SVG, or a PNG as base64. */
  picture(plot: PlotData, format: PictureFormat): string {
    const { clientWidth, clientHeight } = this.element;
    const ratio = clientWidth > 0 && clientHeight > 0 ? clientHeight / clientWidth : 0.75;
    const size = {
      width: savedSize.width,
      height: Math.round(savedSize.width * Math.max(0.4, Math.min(1.4, ratio))),
    };
    const scene = figureScene(plot, size, paperPalette, t);
    if (format === 'svg') return svgText(scene);
    const canvas = document.createElement('canvas');
    paintScene(canvas, scene, savedDensity);
    return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (this.#plot === null || width === 0 || height === 0) return;
    const scene = figureScene(this.#plot, { width, height }, themePalette(), t);
    this.#canvas.setAttribute('aria-label', scene.description);
    paintScene(this.#canvas, scene, window.devicePixelRatio);
  }
}

function themePalette(): Palette {
  const { foreground, background, grid, series } = themeColors();
  return { foreground, background, grid, series };
}
