/**
 * Editors that show values, page by page: read-only texts with lenses that lead on. A value that can change (a shared variable as it
 * is now) is read anew after each run.
 */
import * as vscode from 'vscode';
import { commands } from '../../../protocol/src/editor.ts';
import type { Ask } from '../ask.ts';
import type { DocumentStates } from '../documentStates.ts';
import { t } from '../l10n.ts';
import { iconGap } from '../lensView.ts';
import { isDrawable } from './drawable.ts';
import { type PageMove, parseIndex } from './pageMoves.ts';
import { type NamedValue, namedValue, valueAddress, valueScheme } from './valueAddress.ts';
import { ValueReader } from './valueReader.ts';
import { offeredMoves, placeInText, valueText } from './valueText.ts';

/** The language of these editors: settings such as no line numbers hang on it. */
const languageId = 'scanlens-value';

/** The commands that go to another page, and what their lenses say. */
const moveLenses: Readonly<Record<PageMove, { readonly command: string; readonly title: () => string }>> = {
  previousPage: { command: commands.previousPage, title: () => `$(arrow-up)${iconGap}${t('Previous page')}` },
  nextPage: { command: commands.nextPage, title: () => `$(arrow-down)${iconGap}${t('Next page')}` },
  previousColumns: {
    command: commands.previousColumns,
    title: () => `$(arrow-left)${iconGap}${t('Previous columns')}`,
  },
  nextColumns: { command: commands.nextColumns, title: () => `$(arrow-right)${iconGap}${t('Next columns')}` },
  previousPlane: {
    command: commands.previousPlane,
    title: () => `$(remove)${iconGap}${t('Previous plane')}`,
  },
  nextPlane: { command: commands.nextPlane, title: () => `$(add)${iconGap}${t('Next plane')}` },
};

export class ValueDocuments implements vscode.Disposable {
  readonly #reader: ValueReader;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #lensesChanged = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(ask: Ask, documents: DocumentStates) {
    this.#reader = new ValueReader(ask, (key) => this.#changed.fire(vscode.Uri.parse(key)));
    this.#subscriptions = [
      this.#changed,
      this.#lensesChanged,
      documents.onDidChange(({ uri, what }) => {
        if (what === 'runs' && documents.find(uri)?.tracker.isRunning === false) this.#reader.touch(uri);
      }),
      vscode.workspace.registerTextDocumentContentProvider(valueScheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#text(uri),
      }),
      vscode.languages.registerCodeLensProvider(
        { scheme: valueScheme },
        {
          onDidChangeCodeLenses: this.#lensesChanged.event,
          provideCodeLenses: (document) => this.#lenses(document),
        },
      ),
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // A change of the language closes a document and opens it again.
        if (document.languageId === languageId) this.#reader.forget(document.uri.toString());
      }),
    ];
    for (const document of vscode.workspace.textDocuments) void this.#opened(document);
  }

  /** Opens a value beside the code, or in the place of another value. */
  async open(value: NamedValue): Promise<void> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from(valueAddress(value)));
    const isAmongValues = vscode.window.activeTextEditor?.document.uri.scheme === valueScheme;
    const viewColumn = isAmongValues ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(await setLanguage(document), { viewColumn, preview: true });
  }

  /** The value in the active editor; null where there is none. */
  get active(): NamedValue | null {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri?.scheme === valueScheme ? namedValue(uri.query) : null;
  }

  /** Goes to another page in the active editor. */
  move(move: PageMove): void {
    const key = activeEditor().document.uri.toString();
    this.#reader.move(key, move);
  }

  /** Asks for an index and goes to it in the active editor. */
  async goToIndex(): Promise<void> {
    const editor = activeEditor();
    const { uri } = editor.document;
    const shape = this.#reader.viewOf(uri.toString())?.page?.shape;
    if (shape === undefined || shape.length === 0 || shape.includes(0))
      throw new Error(t('There is nothing to go to.'));
    const typed = await vscode.window.showInputBox({
      prompt: t('Index of an element of shape ({0})', shape.join(', ')),
      placeHolder: shape.map((length) => Math.max(0, length - 1)).join(', '),
      validateInput: (text) => {
        const index = parseIndex(text, shape);
        return typeof index === 'string' ? index : null;
      },
    });
    const index = typed === undefined ? null : parseIndex(typed, shape);
    if (index !== null && typeof index !== 'string') await this.#goTo(editor, index);
  }

  /** The values of a document may be others by now. */
  touch(uri: string): void {
    this.#reader.touch(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #goTo(editor: vscode.TextEditor, index: readonly number[]): Promise<void> {
    const { document } = editor;
    const key = document.uri.toString();
    const value = namedValue(document.uri.query);
    if (value === null) return;
    this.#reader.goTo(key, index);
    const view = await this.#reader.read(key, value);
    const place = placeInText(view, index);
    if (place === null) return;
    await shown(document, place.line, valueText(view).split('\n')[place.line] ?? '');
    const found = new vscode.Range(place.line, place.start, place.line, place.end);
    editor.selection = new vscode.Selection(found.start, found.end);
    editor.revealRange(found, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #opened(document: vscode.TextDocument): Promise<void> {
    if (document.uri.scheme !== valueScheme) return;
    await setLanguage(document);
    // The editor hears of changes only once a document is open, and statistics may have come before.
    const view = this.#reader.viewOf(document.uri.toString());
    if (view !== null && document.getText() !== valueText(view)) this.#changed.fire(document.uri);
  }

  async #text(uri: vscode.Uri): Promise<string> {
    const value = namedValue(uri.query);
    if (value === null) return '';
    const view = await this.#reader.read(uri.toString(), value);
    this.#lensesChanged.fire();
    return valueText(view);
  }

  #lenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const view = this.#reader.viewOf(uri.toString());
    const value = namedValue(uri.query);
    if (view === null || view.page === null || value === null) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    const moves = offeredMoves(view).map((move) => {
      const { command, title } = moveLenses[move];
      return new vscode.CodeLens(top, { command, title: title() });
    });
    const target = [value.uri, value.ref, value.name];
    const isArray = view.page.shape.length > 0 && !view.page.shape.includes(0);
    const others = [
      ...(isArray ? [{ command: commands.goToIndex, title: `$(search)${iconGap}${t('Go to index…')}` }] : []),
      ...(isDrawable(view.page)
        ? [
            {
              command: commands.drawValue,
              title: `$(graph-line)${iconGap}${t('Plot')}`,
              arguments: target,
            },
          ]
        : []),
      { command: commands.copyNumpy, title: `$(copy)${iconGap}${t('Copy as NumPy')}`, arguments: target },
    ];
    return [...moves, ...others.map((command) => new vscode.CodeLens(top, command))];
  }
}

function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme !== valueScheme) throw new Error(t('Open a value first.'));
  return editor;
}

/** Resolves when the line of the document reads so: a new text comes some time after it was made. */
function shown(document: vscode.TextDocument, line: number, text: string): Promise<void> {
  const isShown = () => line < document.lineCount && document.lineAt(line).text === text;
  if (isShown()) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      changes.dispose();
      closing.dispose();
      resolve();
    };
    const changes = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && isShown()) finish();
    });
    const closing = vscode.workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) finish();
    });
  });
}

async function setLanguage(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  if (document.uri.scheme !== valueScheme || document.languageId === languageId) return document;
  return vscode.languages.setTextDocumentLanguage(document, languageId);
}
