/** Places of a program as data: a span in the version of the document that its text comes from. */
import type { PlaceData } from '../../../../protocol/src/places.ts';
import { LineIndex } from '../../base/lineIndex.ts';
import { plainSpan, type Span } from '../../base/span.ts';
import type { CallSite, SourceText } from '../../interpreter/callSite.ts';

/** Older texts hardly run any more. */
const keptTexts = 100;

export class Places {
  readonly #versions = new Map<string, number>();
  /** Spans are nodes of syntax trees: of one text. */
  readonly #known = new WeakMap<Span, PlaceData>();
  #current = { text: '', version: 0 };

  beginRun(text: string, version: number): void {
    this.#current = { text, version };
    this.#versions.delete(text);
    this.#versions.set(text, version);
    const [oldest] = this.#versions.keys();
    if (this.#versions.size > keptTexts && oldest !== undefined) this.#versions.delete(oldest);
  }

  /** The place where the program is: in a text that was run earlier if a function of that one is running. */
  of({ span, frame }: CallSite): PlaceData {
    const known = this.#known.get(span);
    if (known !== undefined) return known;
    const place = { version: this.#versionOf(frame), span: plainSpan(span) };
    this.#known.set(span, place);
    return place;
  }

  /** A place in a text that ran earlier, or in a module that one of them imports. */
  in({ file, text, isImported }: SourceText, span: Span): PlaceData {
    const { version } = this.#current;
    if (!isImported) return { version: this.#versions.get(text) ?? version, span: plainSpan(span) };
    const lines = new LineIndex(text);
    const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
    return { version, span: plainSpan(span), path: file, range };
  }

  #versionOf(innermost: CallSite['frame']): number {
    let frame = innermost;
    while (frame?.names.source.isImported) frame = frame.caller;
    const text = frame?.names.source.text;
    const current = this.#current;
    if (text === undefined || text === current.text) return current.version;
    return this.#versions.get(text) ?? current.version;
  }
}
