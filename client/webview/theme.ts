/** The colours of the editor's theme for what is drawn on a canvas; everything else takes them from the style sheet. */

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
    grid: color('--grid'),
    accent: color('--accent'),
    series: Array.from({ length: colorCount }, (_, index) => color(`--series-${index}`)),
  };
}

/** Calls back when the person has chosen another theme. */
export function onThemeChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id'],
  });
}
