/** The colours of the editor's theme for what is drawn on a canvas; everything else takes them from the style sheet. */
import { hex } from '../scene/colormaps.ts';
import { rgbOf } from '../scene/plotColors.ts';

/** Colours as CSS writes them. */
export interface ThemeColors {
  readonly foreground: string;
  readonly background: string;
  readonly muted: string;
  readonly grid: string;
  readonly accent: string;
  readonly series: readonly string[];
}

/** Colours of lines in the style sheet. */
export const colorCount = 8;

export function themeColors(): ThemeColors {
  const style = getComputedStyle(document.body);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    foreground: color('--text'),
    background: color('--paper'),
    muted: color('--muted'),
    grid: mixed(color('--text'), color('--paper')),
    accent: color('--accent'),
    series: Array.from({ length: colorCount }, (_, index) => color(`--series-${index}`)),
  };
}

/** How much of the text's colour is in the lines of a grid: seen, but not before anything else. */
const gridShare = 0.2;

function mixed(foreground: string, background: string): string {
  const [over, under] = [rgbOf(foreground), rgbOf(background)];
  if (over === null || under === null) return '#80808040';
  const part = (index: 0 | 1 | 2) => Math.round(under[index] + (over[index] - under[index]) * gridShare);
  return hex([part(0), part(1), part(2)]);
}

/** Calls back when the person has chosen another theme, until `over`. */
export function onThemeChange(changed: () => void, over: AbortSignal): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id'],
  });
  over.addEventListener('abort', () => observer.disconnect());
}
