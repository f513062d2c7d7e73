/** The page of all webviews: waits for what it has to show and shows it. */

import type { WebviewContent } from '../../protocol/src/webview.ts';
import { Host, type VsCodeApi } from './host.ts';
import { InspectorView } from './inspector/inspectorView.ts';
import { PlotsView } from './plots/plotsView.ts';
import { ValueView } from './values/valueView.ts';

declare function acquireVsCodeApi(): VsCodeApi;

const host = new Host(acquireVsCodeApi());
let view: { ran(): void } | null = null;

function show(content: WebviewContent): void {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.replaceChildren(root);
  document.body.dataset['content'] = content.kind;
  view = views[content.kind](root, content as never);
}

const views: {
  readonly [Kind in WebviewContent['kind']]: (
    root: HTMLElement,
    content: WebviewContent & { readonly kind: Kind },
  ) => { ran(): void };
} = {
  inspector: (root, content) => new InspectorView(root, host, content),
  plots: (root, content) => new PlotsView(root, host, content),
  value: (root, content) => new ValueView(root, host, content),
};

host.start(show, () => view?.ran());
