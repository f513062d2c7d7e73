/**
 * The state view of the activity bar: draws the lines of the model as a tree, follows the active editor, and asks again after each
 * run while it is seen.
 */
import * as vscode from 'vscode';
import { commands } from '../../../protocol/src/editor.ts';
import type { PlaceData } from '../../../protocol/src/places.ts';
import type { Ask } from '../ask.ts';
import { uriOf } from '../commandTargets.ts';
import { contextKeys, setContextKey } from '../contextKeys.ts';
import type { DocumentChange, DocumentStates } from '../documentStates.ts';
import { t } from '../l10n.ts';
import { CellLines } from '../notebooks/cellLines.ts';
import { isNotebookCell, rangeInCell, stateUriOf } from '../notebooks/notebookOf.ts';
import { StateModel } from './stateModel.ts';
import type { StateIcon, StateNode } from './stateNodes.ts';

/** As it is written in package.json. */
export const stateViewId = 'scanlens.state';

/** Line numbers follow edits when the person pauses. */
const pauseMs = 300;

const dropped = new vscode.ThemeColor('scanlens.droppedForeground');
const failed = new vscode.ThemeColor('scanlens.errorForeground');

const icons: Readonly<Record<StateIcon, vscode.ThemeIcon>> = {
  document: vscode.ThemeIcon.File,
  variables: new vscode.ThemeIcon('symbol-variable'),
  variable: new vscode.ThemeIcon('symbol-number'),
  array: new vscode.ThemeIcon('symbol-array'),
  random: new vscode.ThemeIcon('pulse'),
  functions: new vscode.ThemeIcon('symbol-function'),
  function: new vscode.ThemeIcon('symbol-function'),
  dropping: new vscode.ThemeIcon('warning', dropped),
  calls: new vscode.ThemeIcon('list-ordered'),
  call: new vscode.ThemeIcon('play'),
  failed: new vscode.ThemeIcon('error', failed),
  scan: new vscode.ThemeIcon('sync'),
  change: new vscode.ThemeIcon('git-commit'),
  restored: new vscode.ThemeIcon('history'),
  input: new vscode.ThemeIcon('arrow-right'),
  output: new vscode.ThemeIcon('arrow-left'),
  update: new vscode.ThemeIcon('refresh'),
  dropped: new vscode.ThemeIcon('warning', dropped),
  note: new vscode.ThemeIcon('info'),
};

export class StateView implements vscode.Disposable {
  readonly model: StateModel;
  readonly #documents: DocumentStates;
  readonly #cellLines = new CellLines();
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #tree: vscode.TreeView<StateNode>;
  readonly #subscriptions: vscode.Disposable[];
  /** The Python document that was looked at last. */
  #active: string | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #hasState = false;

  constructor(ask: Ask, documents: DocumentStates) {
    this.#documents = documents;
    this.model = new StateModel({
      ask,
      lineOf: (uri, place) => this.rangeOf(uri, place)?.start.line ?? null,
      titleOf,
      changed: () => this.#draw(),
    });
    this.#tree = vscode.window.createTreeView(stateViewId, {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node?: StateNode) =>
          node === undefined ? [...this.model.roots(this.#active)] : this.#childrenOf(node),
        getTreeItem: (node) => treeItem(node),
        // Only documents are revealed.
        getParent: () => undefined,
      },
    });
    this.#subscriptions = [
      this.#changed,
      this.#tree,
      this.#tree.onDidChangeVisibility(({ visible }) => this.model.watch(visible ? 'seen' : 'hidden')),
      documents.onDidChange((change) => this.#documentChanged(change)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#cellEdited(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.model.forget(uri.toString());
        this.#cellLines.forget(uri.toString());
      }),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => this.model.forget(uri.toString())),
      vscode.window.onDidChangeActiveTextEditor(() => this.#activeChanged()),
    ];
    this.model.watch(this.#tree.visible ? 'seen' : 'hidden');
    this.#activeChanged();
  }

  dispose(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The document that commands without an argument mean: the one looked at, else the only one with something to show. */
  get document(): string | null {
    const { uris } = this.model;
    const active = this.#active;
    const isKnown = (uri: string) => this.#documents.find(uri) !== null || this.model.stateOf(uri) !== null;
    if (active !== null && isKnown(active)) return active;
    return uris.length === 1 ? (uris[0] ?? null) : null;
  }

  /** Where a place of a document stands now; null when nobody knows any more. */
  rangeOf(uri: string, place: PlaceData): vscode.Range | null {
    if (place.cell !== undefined) return rangeInCell(place, this.#cellLines);
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    const span = this.#documents.find(uri)?.tracker.presentSpan(place.version, place.span) ?? null;
    if (document === undefined || span === null) return null;
    return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  }

  async #childrenOf(node: StateNode): Promise<StateNode[]> {
    return [...(await this.model.children(node))];
  }

  #documentChanged({ uri, what }: DocumentChange): void {
    if (what === 'runs' && this.#documents.find(uri)?.tracker.isRunning === false) this.model.touch(uri);
    if (what === 'text') this.#drawSoon(uri);
  }

  #cellEdited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (!isNotebookCell(document)) return;
    this.#cellLines.edited(uriOf(document), document.version, contentChanges);
    this.#drawSoon(stateUriOf(document));
  }

  /** The lines of its places have moved. */
  #drawSoon(uri: string): void {
    if (!this.#tree.visible || this.model.stateOf(uri) === null) return;
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#draw(), pauseMs);
  }

  #activeChanged(): void {
    const document = vscode.window.activeTextEditor?.document;
    const uri = document?.languageId === 'python' ? stateUriOf(document) : null;
    if (uri === null || uri === this.#active) return;
    this.#active = uri;
    if (!this.#tree.visible || this.model.uris.length < 2) return;
    const node = this.model.roots(uri).find((one) => one.uri === uri);
    const isExpanded = { select: false, focus: false, expand: true };
    if (node !== undefined) void this.#tree.reveal(node, isExpanded);
  }

  #draw(): void {
    const hasState = this.model.uris.length > 0;
    if (hasState !== this.#hasState) void setContextKey(contextKeys.hasState, hasState);
    this.#hasState = hasState;
    this.#changed.fire(undefined);
  }
}

const titleOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));

function treeItem(node: StateNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, collapsibleState(node));
  // What opens when it is clicked does nothing else.
  if (node.children.length === 0 && node.traits.includes('place'))
    item.command = { command: commands.revealInCode, title: t('Reveal in the Code'), arguments: [node] };
  item.id = node.id;
  item.description = node.description;
  item.tooltip = node.tooltip;
  item.iconPath = icons[node.icon];
  item.contextValue = node.traits.join(' ');
  item.accessibilityInformation = { label: node.spoken };
  if (node.icon === 'document') item.resourceUri = vscode.Uri.parse(node.uri);
  return item;
}

function collapsibleState({ children, isOpenAtFirst }: StateNode): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return isOpenAtFirst ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
