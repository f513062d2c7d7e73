/** The page of all webviews: waits for what it has to show and shows it. */

import type { WebviewContent, WebviewMessage } from '../../protocol/src/webview.ts';
import { Host, type VsCodeApi } from './host.ts';
import { InspectorView } from './inspector/inspectorView.ts';
import { milestone } from './milestones.ts';
import { PlotsView } from './plots/plotsView.ts';
import { ValueView } from './values/valueView.ts';

declare function acquireVsCodeApi(): VsCodeApi;

const host = new Host(acquireVsCodeApi(), { show, ran: () => view?.ran() });
let view: View | null = null;

/** Something that is shown until something else is. */
interface View {
  /** A run of the document has ended. */
  ran(): void;
  /** It is not shown any more: nothing that it listens to may reach it. */
  dispose(): void;
}

function show(content: WebviewContent): void {
  view?.dispose();
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
  ) => View;
} = {
  inspector: (root, content) => new InspectorView(root, host, content),
  plots: (root, content) => new PlotsView(root, host, content),
  value: (root, content) => new ValueView(root, host, content),
};

window.addEventListener('message', ({ data }: MessageEvent<WebviewMessage>) => host.receive(data));
milestone('page');
host.start();
