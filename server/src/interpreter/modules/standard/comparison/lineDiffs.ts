/** Differences of lists of lines: unified, context and ndiff. From CPython's `difflib`. */
import { str } from '../../../protocols/text.ts';
import type { Value } from '../../../values.ts';
import { type JunkTest, type Opcode, SequenceMatcher } from './sequenceMatcher.ts';

export interface DiffLabels {
  readonly fromFile: string;
  readonly toFile: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly context: number;
  readonly lineTerminator: string;
}

function matcherOf(a: readonly Value[], b: readonly Value[], isJunk: JunkTest = null): SequenceMatcher {
  const matcher = new SequenceMatcher(isJunk, { autoJunk: true });
  matcher.setFirst(a);
  matcher.setSecond(b);
  return matcher;
}

const dated = (name: string, date: string): string => (date === '' ? name : `${name}\t${date}`);

function unifiedRange(start: number, stop: number): string {
  const length = stop - start;
  if (length === 1) return String(start + 1);
  return `${length === 0 ? start : start + 1},${length}`;
}

/** `difflib.unified_diff`. */
export function unifiedDiff(a: readonly Value[], b: readonly Value[], labels: DiffLabels): string[] {
  const end = labels.lineTerminator;
  const lines: string[] = [];
  for (const group of matcherOf(a, b).groupedOpcodes(labels.context)) {
    if (lines.length === 0) {
      lines.push(`--- ${dated(labels.fromFile, labels.fromDate)}${end}`);
      lines.push(`+++ ${dated(labels.toFile, labels.toDate)}${end}`);
    }
    const [first, last] = [group[0]!, group.at(-1)!];
    lines.push(`@@ -${unifiedRange(first[1], last[2])} +${unifiedRange(first[3], last[4])} @@${end}`);
    for (const [tag, i1, i2, j1, j2] of group) {
      if (tag === 'equal') lines.push(...marked(' ', a, i1, i2));
      if (tag === 'replace' || tag === 'delete') lines.push(...marked('-', a, i1, i2));
      if (tag === 'replace' || tag === 'insert') lines.push(...marked('+', b, j1, j2));
    }
  }
  return lines;
}

const marked = (mark: string, lines: readonly Value[], start: number, stop: number): string[] =>
  lines.slice(start, stop).map((line) => mark + str(line));

function contextRange(start: number, stop: number): string {
  const length = stop - start;
  const first = length === 0 ? start : start + 1;
  return length <= 1 ? String(first) : `${first},${first + length - 1}`;
}

const contextMarks = { insert: '+ ', delete: '- ', replace: '! ', equal: '  ' } as const;

/** `difflib.context_diff`. */
export function contextDiff(a: readonly Value[], b: readonly Value[], labels: DiffLabels): string[] {
  const end = labels.lineTerminator;
  const lines: string[] = [];
  for (const group of matcherOf(a, b).groupedOpcodes(labels.context)) {
    if (lines.length === 0) {
      lines.push(`*** ${dated(labels.fromFile, labels.fromDate)}${end}`);
      lines.push(`--- ${dated(labels.toFile, labels.toDate)}${end}`);
    }
    const [first, last] = [group[0]!, group.at(-1)!];
    const has = (tag: Opcode[0]): boolean => group.some((each) => each[0] === tag || each[0] === 'replace');
    lines.push(`***************${end}`, `*** ${contextRange(first[1], last[2])} ****${end}`);
    if (has('delete')) {
      for (const [tag, i1, i2] of group) {
        if (tag !== 'insert') lines.push(...marked(contextMarks[tag], a, i1, i2));
      }
    }
    lines.push(`--- ${contextRange(first[3], last[4])} ----${end}`);
    if (has('insert')) {
      for (const [tag, , , j1, j2] of group) {
        if (tag !== 'delete') lines.push(...marked(contextMarks[tag], b, j1, j2));
      }
    }
  }
  return lines;
}

/** Two lines that are put together. */
interface LinePair {
  readonly i: number;
  readonly j: number;
  readonly isIdentical: boolean;
}

/** A window of both lists. */
type Window = readonly [aStart: number, aEnd: number, bStart: number, bEnd: number];

/** `difflib.Differ`: lines that are like each other are put together, with marks under what differs. */
export class Differ {
  readonly #a: readonly Value[];
  readonly #b: readonly Value[];
  readonly #charJunk: JunkTest;
  readonly #lines: string[] = [];

  constructor(a: readonly Value[], b: readonly Value[], charJunk: JunkTest) {
    this.#a = a;
    this.#b = b;
    this.#charJunk = charJunk;
  }

  compare(lineJunk: JunkTest): string[] {
    for (const [tag, ...window] of matcherOf(this.#a, this.#b, lineJunk).opcodes()) {
      if (tag === 'replace') this.#replace(window);
      else if (tag === 'delete') this.#dump('-', window);
      else if (tag === 'insert') this.#dump('+', window);
      else this.#dump(' ', window);
    }
    return this.#lines;
  }

  #dump(tag: '-' | '+' | ' ', [aStart, aEnd, bStart, bEnd]: Window): void {
    const lines = tag === '+' ? this.#b.slice(bStart, bEnd) : this.#a.slice(aStart, aEnd);
    for (const line of lines) this.#lines.push(`${tag} ${str(line)}`);
  }

  #replace(window: Window): void {
    const [aStart, aEnd, bStart, bEnd] = window;
    const pair = this.#closest(window);
    if (pair === null) {
      const isShorter = bEnd - bStart < aEnd - aStart;
      for (const tag of isShorter ? (['+', '-'] as const) : (['-', '+'] as const)) this.#dump(tag, window);
      return;
    }
    this.#around([aStart, pair.i, bStart, pair.j]);
    const [line, other] = [str(this.#a[pair.i]!), str(this.#b[pair.j]!)];
    if (pair.isIdentical) this.#lines.push(`  ${line}`);
    else this.#markPair(line, other);
    this.#around([pair.i + 1, aEnd, pair.j + 1, bEnd]);
  }

  #around(window: Window): void {
    const [aStart, aEnd, bStart, bEnd] = window;
    if (aStart < aEnd && bStart < bEnd) this.#replace(window);
    else if (aStart < aEnd) this.#dump('-', window);
    else if (bStart < bEnd) this.#dump('+', window);
  }

  /** The lines that are most alike without being equal; otherwise equal ones; null for neither. */
  #closest([aStart, aEnd, bStart, bEnd]: Window): LinePair | null {
    const matcher = new SequenceMatcher(this.#charJunk, { autoJunk: true });
    let best = 0.74;
    let found: LinePair | null = null;
    let equal: LinePair | null = null;
    for (let j = bStart; j < bEnd; j++) {
      const other = str(this.#b[j]!);
      matcher.setSecond([...other]);
      for (let i = aStart; i < aEnd; i++) {
        const line = str(this.#a[i]!);
        if (line === other) {
          equal ??= { i, j, isIdentical: true };
          continue;
        }
        matcher.setFirst([...line]);
        const isClose =
          matcher.realQuickRatio() > best && matcher.quickRatio() > best && matcher.ratio() > best;
        if (!isClose) continue;
        best = matcher.ratio();
        found = { i, j, isIdentical: false };
      }
    }
    return best < 0.75 ? equal : found;
  }

  #markPair(line: string, other: string): void {
    const matcher = matcherOf([...line], [...other], this.#charJunk);
    let marks = '';
    let otherMarks = '';
    for (const [tag, i1, i2, j1, j2] of matcher.opcodes()) {
      const [length, otherLength] = [i2 - i1, j2 - j1];
      if (tag === 'replace') {
        marks += '^'.repeat(length);
        otherMarks += '^'.repeat(otherLength);
      } else if (tag === 'delete') marks += '-'.repeat(length);
      else if (tag === 'insert') otherMarks += '+'.repeat(otherLength);
      else {
        marks += ' '.repeat(length);
        otherMarks += ' '.repeat(otherLength);
      }
    }
    this.#lines.push(`- ${line}`);
    this.#addMarks(line, marks);
    this.#lines.push(`+ ${other}`);
    this.#addMarks(other, otherMarks);
  }

  /** The marks, with the white space of the line where there is none. */
  #addMarks(line: string, marks: string): void {
    const kept = [...line]
      .slice(0, marks.length)
      .map((character, index) => (marks[index] === ' ' && /\s/u.test(character) ? character : marks[index]))
      .join('')
      .trimEnd();
    if (kept !== '') this.#lines.push(`? ${kept}\n`);
  }
}
