/** Plots of a run: one at a time where there are several, drawn in the colours of the theme, saved in those of paper. */
import type { PlotData } from '../../../protocol/src/plots.ts';
import type { PictureFormat, WebviewContent } from '../../../protocol/src/webview.ts';
import { button, choice, element, replaceContent } from '../dom.ts';
import type { Host } from '../host.ts';
import { t } from '../l10n.ts';
import { FigureView } from '../scene/figureView.ts';

export class PlotsView {
  readonly #host: Host;
  readonly #title: string;
  readonly #plots: readonly PlotData[];
  readonly #figure = new FigureView();
  readonly #choice;
  #index: number;

  constructor(root: HTMLElement, host: Host, { title, plots }: WebviewContent & { readonly kind: 'plots' }) {
    this.#host = host;
    this.#title = title;
    this.#plots = plots;
    const remembered = Number(host.remembered ?? plots.length - 1);
    this.#index = Math.max(0, Math.min(remembered, plots.length - 1));
    this.#choice = choice(t('Plot'), (index) => this.#show(Number(index)));
    const save = (format: PictureFormat, text: string) => button(text, () => this.#save(format));
    replaceContent(
      root,
      element(
        'header',
        {},
        this.#choice.element,
        save('png', t('Save as PNG')),
        save('svg', t('Save as SVG')),
      ),
      this.#figure.element,
    );
    this.#show(this.#index);
  }

  /** Plots stay what they are: a new run makes new ones. */
  ran(): void {}

  dispose(): void {
    this.#figure.dispose();
  }

  #show(index: number): void {
    this.#index = index;
    this.#host.remember(index);
    const options = this.#plots.map((plot, each) => ({ value: String(each), text: nameOf(plot, each) }));
    this.#choice.show(options.length > 1 ? options : [], String(index));
    const plot = this.#plots[index];
    if (plot !== undefined) this.#figure.show(plot);
  }

  #save(format: PictureFormat): void {
    const plot = this.#plots[this.#index];
    if (plot !== undefined)
      this.#host.save(format, titleOf(plot) || this.#title, this.#figure.picture(plot, format));
  }
}

const titleOf = ({ title, axes }: PlotData): string =>
  [title, ...axes.map((each) => each.title)].find((each) => each !== '') ?? '';

function nameOf(plot: PlotData, index: number): string {
  const title = titleOf(plot);
  return title === '' ? t('plot {0}', index + 1) : `${index + 1} ${title}`;
}
