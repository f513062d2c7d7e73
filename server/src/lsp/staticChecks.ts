/**
 * Tells the client what can be said without running: diagnostics and cells. Where a check takes long it waits
 * until typing pauses, as long as the last check took, and it never tells anything about a text that is no longer the present one.
 */
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { CellsParams } from '../../../protocol/src/editor.ts';
import type { Disposable } from '../base/disposable.ts';
import type { Clock } from '../session/evaluatorProcess.ts';
import type { AnalysedText } from './analysedText.ts';
import type { Documents } from './documents.ts';

/** A check that takes less than this follows each edit at once: the time between the keys of somebody fast, and edits that have already arrived share one. */
const quickMs = 100;
/** The longest pause after an edit. */
const longestPauseMs = 250;

export interface StaticChecksOptions {
  readonly documents: Documents;
  readonly clock: Clock;
  /** What to say about the document; rejections are for the caller of {@link StaticChecks} to log. */
  readonly check: (text: AnalysedText) => Promise<StaticFindings>;
  readonly tell: (text: AnalysedText, findings: StaticFindings) => void;
  readonly background: (name: string, work: () => Promise<void>) => void;
}

export interface StaticFindings {
  /** One for each document of the text. */
  readonly diagnostics: readonly PublishDiagnosticsParams[];
  readonly cells: CellsParams['cells'];
  readonly hasMarkers: boolean;
}

export class StaticChecks implements Disposable {
  readonly #options: StaticChecksOptions;
  readonly #timers = new Map<string, Disposable>();
  #lastCostMs = 0;

  constructor(options: StaticChecksOptions) {
    this.#options = options;
  }

  /** The text was opened, or what it is checked by has changed. */
  now(text: AnalysedText): void {
    this.forget(text.uri);
    this.#options.background('check', () => this.#check(text));
  }

  /** The text was edited. */
  soon(text: AnalysedText): void {
    this.forget(text.uri);
    const delayMs = this.#lastCostMs < quickMs ? 0 : Math.min(longestPauseMs, this.#lastCostMs);
    const timer = this.#options.clock.after(delayMs, () => this.now(text));
    this.#timers.set(text.uri, timer);
  }

  forget(uri: string): void {
    this.#timers.get(uri)?.dispose();
    this.#timers.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.#timers.keys()]) this.forget(uri);
  }

  async #check(text: AnalysedText): Promise<void> {
    const { documents, clock, check, tell } = this.#options;
    await documents.ready;
    const { version } = text;
    const isPresent = () => documents.holds(text) && text.version === version;
    if (!isPresent()) return;
    const startedAt = clock.now();
    const findings = await check(text);
    this.#lastCostMs = clock.now() - startedAt;
    if (isPresent()) tell(text, findings);
  }
}
