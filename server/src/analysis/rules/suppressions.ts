/**
 * Comments that turn rules off: `# scanlens: ignore[rule, other]` or `# scanlens: ignore` for what begins on their line,
 * and `# scanlens: ignore-file[rule]` on a line of its own for the whole file.
 *
 * A comment behind the first line of a statement counts for all of it, one behind a later line for that line; a comment
 * on a line of its own counts for the line below as if it stood there. Words in strings are no comments: the lexer says
 * what is one. Texts without the word are not even lexed.
 */
import { LineIndex } from '../../base/lineIndex.ts';
import type { Span } from '../../base/span.ts';
import { lex, type TokenTable, tokenKinds } from '../../python/lexer.ts';

/** A rule that a comment names. */
export interface RuleMention {
  readonly id: string;
  readonly span: Span;
}

export interface Suppressions {
  /** Every rule that a comment names, known or not, in source order. */
  readonly mentions: readonly RuleMention[];
  /** True when `rule` is turned off for what begins at `offset`. */
  hides(rule: string, offset: number): boolean;
}

/** The comments of a text. */
export function readSuppressions(text: string): Suppressions {
  return text.includes('scanlens:') ? new Comments(text) : none;
}

const none: Suppressions = { mentions: [], hides: () => false };

/** Ids of rules; `null` stands for all of them. */
type Ids = ReadonlySet<string | null>;

const pattern = /#\s*scanlens:\s*(ignore(?:-file)?)(?![\w-])(?:\s*\[([^\]]*)\]|(?!\s*\[))/dg;

class Comments implements Suppressions {
  readonly mentions: RuleMention[] = [];
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #ofFile = new Set<string | null>();
  readonly #ofLines = new Map<number, Set<string | null>>();
  /** The first lines of statements, in order. */
  readonly #firstLines: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.#read(lex(text));
  }

  hides(rule: string, offset: number): boolean {
    if (names(this.#ofFile, rule)) return true;
    if (this.#ofLines.size === 0) return false;
    const line = this.#lines.lineAt(offset);
    return names(this.#ofLines.get(line), rule) || names(this.#ofLines.get(this.#firstLineOf(line)), rule);
  }

  /** The first line of the statement that holds a line. */
  #firstLineOf(line: number): number {
    const lines = this.#firstLines;
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return lines[low] ?? line;
  }

  #read({ kinds, starts, ends }: TokenTable): void {
    let isAtStart = false;
    for (const [index, kind] of kinds.entries()) {
      const start = starts[index] ?? 0;
      if (isAtStart) this.#firstLines.push(this.#lines.lineAt(start));
      isAtStart = kind === tokenKinds.newline || kind === tokenKinds.openBreak;
      if (kind === tokenKinds.comment) this.#comment(start, ends[index] ?? start);
    }
  }

  #comment(start: number, end: number): void {
    const line = this.#lines.lineAt(start);
    const isAlone = this.#text.slice(this.#lines.lineStart(line), start).trim() === '';
    for (const match of this.#text.slice(start, end).matchAll(pattern)) {
      const ids = this.#idsOf(match, start);
      if (match[1] === 'ignore') this.#add(isAlone ? line + 1 : line, ids);
      else if (isAlone) for (const id of ids) this.#ofFile.add(id);
    }
  }

  #idsOf(match: RegExpExecArray, commentStart: number): Ids {
    const place = match.indices?.[2];
    if (place === undefined) return new Set([null]);
    const ids = new Set<string>();
    for (const part of (match[2] ?? '').matchAll(/[^\s,]+/g)) {
      const start = commentStart + place[0] + part.index;
      this.mentions.push({ id: part[0], span: { start, end: start + part[0].length } });
      ids.add(part[0]);
    }
    return ids;
  }

  #add(line: number, ids: Ids): void {
    const known = this.#ofLines.get(line) ?? new Set();
    for (const id of ids) known.add(id);
    this.#ofLines.set(line, known);
  }
}

const names = (ids: Ids | undefined, rule: string): boolean =>
  ids !== undefined && (ids.has(null) || ids.has(rule));
