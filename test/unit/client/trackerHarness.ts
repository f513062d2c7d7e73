/** A document with cells whose runs and edits a test can play; positions are found by the text that stands there. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../../client/src/editTracking.ts';
import { ResultTracker, type TrackedResult } from '../../../client/src/trackedResults.ts';
import type { InlineResult, RunStateParams } from '../../../protocol/src/editor.ts';
import type { RangeData } from '../../../protocol/src/places.ts';
import type { RunOutcome } from '../../../protocol/src/results.ts';

/** Ids of shared variables, by cells of a run. */
type StateAccess = Pick<RunStateParams, 'stateReads' | 'stateWrites'>;

export class TrackedDocument {
  readonly tracker: ResultTracker;
  #document: TextDocument;
  /** Texts by version, as the server would have them. */
  readonly #versions = new Map<number, TextDocument>();
  now = 1000;
  /** Texts of cells from which the cells of the next runs read. */
  reads: readonly string[] = [];

  constructor(text: string) {
    this.#document = TextDocument.create('', 'python', 1, text);
    this.#versions.set(1, this.#document);
    this.tracker = new ResultTracker(text, () => this.now);
  }

  get text(): string {
    return this.#document.getText();
  }

  get version(): number {
    return this.#document.version;
  }

  readonly lineAt = (offset: number): number => this.#document.positionAt(offset).line;

  /** Asks for a run and lets it begin; `cells` are texts of whole cells. */
  begin(runId: number, ...cells: readonly string[]): number {
    const { version } = this;
    this.tracker.keep(version, this.text);
    const ranges = cells.map((cell) => this.#rangeOf(cell, version));
    const reads = ranges.map(() => this.reads.map((cell) => this.#rangeOf(cell, version)));
    this.tracker.setRunState(
      { uri: '', version, runId, state: 'running', ranges, reads, elapsedMs: 0, backend: '' },
      this.now,
    );
    return version;
  }

  /** The server's results for a version: statement → inline text. */
  results(runId: number, version: number, texts: Readonly<Record<string, string>>): boolean {
    const results = Object.entries(texts).map(([statement, text]): InlineResult => {
      return { role: 'result', range: this.#rangeOf(statement, version), text, detail: text, full: text };
    });
    return this.tracker.setResults({ uri: '', version, runId, results });
  }

  end(runId: number, version: number, state: RunOutcome = 'finished', access: StateAccess = {}): void {
    const params = {
      ...access,
      uri: '',
      version,
      runId,
      state,
      ranges: [],
      reads: [],
      elapsedMs: 12,
      backend: 'reference',
    };
    this.tracker.setRunState(params, this.now);
  }

  /** All of it: a run that gives its results at once. */
  run(
    runId: number,
    cell: string,
    texts: Readonly<Record<string, string>>,
    {
      reads = [],
      writes = [],
    }: { readonly reads?: readonly number[]; readonly writes?: readonly number[] } = {},
  ): void {
    const version = this.begin(runId, cell);
    this.results(runId, version, texts);
    this.end(runId, version, 'finished', { stateReads: [reads], stateWrites: [writes] });
  }

  /** Edits as an editor does: only what differs between `old` and `text` is replaced. */
  replace(old: string, text: string): void {
    const prefix = commonPrefix(old, text);
    const suffix = commonPrefix(reversed(old.slice(prefix)), reversed(text.slice(prefix)));
    const offset = this.#offsetOf(old, this.text) + prefix;
    this.#edit({
      offset,
      length: old.length - prefix - suffix,
      text: text.slice(prefix, text.length - suffix),
    });
  }

  #edit(edit: Edit): void {
    const { offset, length, text } = edit;
    const newText = this.text.slice(0, offset) + text + this.text.slice(offset + length);
    this.#document = TextDocument.create('', 'python', this.version + 1, newText);
    this.#versions.set(this.version, this.#document);
    this.tracker.edit([edit], newText);
  }

  /** What is shown: the text of the statement as it is now, the inline text, and whether it is stale. */
  shown(): string[] {
    return this.tracker.cells.flatMap((cell) =>
      cell.results.map(
        (result) =>
          `${this.#statement(result)} ⇒ ${result.result.text}${cell.staleReason === null ? '' : ' (stale)'}`,
      ),
    );
  }

  #statement(result: TrackedResult): string {
    return this.text.slice(result.start, result.end);
  }

  #rangeOf(part: string, version: number): RangeData {
    const document = this.#versions.get(version) ?? this.#document;
    const start = this.#offsetOf(part, document.getText());
    return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
  }

  #offsetOf(part: string, text: string): number {
    const offset = text.indexOf(part);
    if (offset < 0) throw new Error(`"${part}" is not in the text`);
    return offset;
  }
}

const reversed = (text: string): string => [...text].reverse().join('');

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
