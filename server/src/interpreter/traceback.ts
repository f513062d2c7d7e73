/**
 * The text of a traceback, as CPython's `traceback` module prints it: frames with marks, causes and contexts, notes, exception
 * groups, and names that were perhaps meant. Python 2 has only frames and the last line.
 */
import { LineIndex } from '../base/lineIndex.ts';
import { shownBytes } from './byteTexts.ts';
import { asPythonException, exceptionType, hintOf, PyRaisedInstance } from './exceptions.ts';
import { repr, str } from './protocols/text.ts';
import { isSubtype, typeOf } from './pyType.ts';
import { pythonVersion } from './runtime.ts';
import { suggestionFor } from './suggestions.ts';
import { marksUnder } from './tracebackMarks.ts';
import { membersOf } from './types/exceptionGroups.ts';
import { PyExceptionValue, PyList, PyTuple, type TracebackFrame, type Value } from './values.ts';

const cause = '\nThe above exception was the direct cause of the following exception:\n\n';
const during = '\nDuring handling of the above exception, another exception occurred:\n\n';
const head = 'Traceback (most recent call last):\n';
const maxGroupWidth = 15;
const maxGroupDepth = 10;
const shownRepetitions = 3;

/** What of an exception is told. */
export interface TracebackOptions {
  /** How many frames: the first, or the last where it is negative. */
  readonly limit?: number;
  /** False: without the exceptions before it. */
  readonly chain?: boolean;
  /** True: with hints for the person in front of the screen, which the program does not see. */
  readonly hints?: boolean;
}

/** The traceback with the exceptions before it, with hints and without a final line break. */
export function tracebackText(value: PyExceptionValue): string {
  return tracebackParts(value, { hints: true }).join('').replace(/\n$/, '');
}

/** The entries of `traceback.format_exception`, each ending with a line break. */
export function tracebackParts(value: PyExceptionValue, options: TracebackOptions = {}): string[] {
  const shown = new Shown(value, options);
  shown.exception(value);
  return shown.parts;
}

/** One traceback on its way to text; groups nest in it. */
class Shown {
  readonly parts: string[] = [];
  readonly #options: TracebackOptions;
  readonly #known: Map<PyExceptionValue, { readonly before: PyExceptionValue | null; readonly how: string }>;
  #depth = 0;
  /** The next end of a group draws its last line. */
  #mustClose = false;

  constructor(value: PyExceptionValue, options: TracebackOptions) {
    this.#options = options;
    this.#known = new Map();
    this.#link(value, new Set());
  }

  /** Every exception is told once: finds what is told before each. */
  #link(first: PyExceptionValue, seen: Set<PyExceptionValue>): void {
    const queue = [first];
    seen.add(first);
    const claim = (other: Value | undefined): PyExceptionValue | null => {
      if (!(other instanceof PyExceptionValue) || seen.has(other)) return null;
      seen.add(other);
      queue.push(other);
      return other;
    };
    for (let value = queue.pop(); value; value = queue.pop()) {
      const causedBy = claim(value.cause);
      const context = claim(value.context);
      for (const member of membersOf(value) ?? []) claim(member);
      const before = causedBy ?? (value.suppressContext ? null : context);
      this.#known.set(value, { before, how: causedBy ? cause : during });
    }
  }

  exception(value: PyExceptionValue): void {
    const chain: { readonly told: PyExceptionValue; readonly how: string | null }[] = [];
    const follows = pythonVersion() === 3 && this.#options.chain !== false;
    for (let told: PyExceptionValue | null = value; told; ) {
      const before: PyExceptionValue | null = follows ? (this.#known.get(told)?.before ?? null) : null;
      chain.push({ told, how: before ? this.#known.get(told)!.how : null });
      told = before;
    }
    for (const { told, how } of chain.reverse()) {
      if (how !== null) this.#emit(how);
      const members = membersOf(told);
      if (!members) this.#plain(told);
      else if (this.#depth > maxGroupDepth) this.#emit(`... (max_group_depth is ${maxGroupDepth})\n`);
      else this.#group(told, members);
    }
  }

  #plain(value: PyExceptionValue): void {
    const frames = framesOf(value, this.#options.limit);
    if (frames.length > 0) this.#emit(head, ...frameParts(frames));
    this.#emit(...exceptionLines(value, this.#options));
  }

  #group(value: PyExceptionValue, members: readonly PyExceptionValue[]): void {
    const isOutermost = this.#depth === 0;
    if (isOutermost) this.#depth++;
    const frames = framesOf(value, this.#options.limit);
    if (frames.length > 0) {
      const text = `Exception Group ${head}`;
      if (isOutermost) this.parts.push(`${this.#indent()}+ ${text}`);
      else this.#emit(text);
      this.#emit(...frameParts(frames));
    }
    this.#emit(...exceptionLines(value, this.#options));
    this.#mustClose = false;
    const count = Math.min(members.length, maxGroupWidth + 1);
    for (let index = 0; index < count; index++) this.#member(members, index, { isLast: index === count - 1 });
    if (isOutermost) this.#depth = 0;
  }

  #member(
    members: readonly PyExceptionValue[],
    index: number,
    { isLast }: { readonly isLast: boolean },
  ): void {
    if (isLast) this.#mustClose = true;
    const isCut = index >= maxGroupWidth;
    const title = isCut ? '...' : String(index + 1);
    this.parts.push(
      `${this.#indent()}${index === 0 ? '+-' : '  '}+---------------- ${title} ----------------\n`,
    );
    this.#depth++;
    if (isCut) {
      const rest = members.length - maxGroupWidth;
      this.#emit(`and ${rest} more exception${rest > 1 ? 's' : ''}\n`);
    } else this.exception(members[index]!);
    if (isLast && this.#mustClose) {
      this.parts.push(`${this.#indent()}+------------------------------------\n`);
      this.#mustClose = false;
    }
    this.#depth--;
  }

  #indent(): string {
    return ' '.repeat(2 * this.#depth);
  }

  #emit(...texts: readonly string[]): void {
    const margin = this.#depth > 0 ? `${this.#indent()}| ` : '';
    for (const text of texts) this.parts.push(margin === '' ? text : text.replace(/^(?=[\s\S])/gm, margin));
  }
}

/** The frames that an exception passed, outermost first. */
export function framesOf(value: PyExceptionValue, limit?: number): TracebackFrame[] {
  return limited([...value.frames].reverse(), limit);
}

/** The first frames, or the last for a negative limit. */
export function limited(frames: readonly TracebackFrame[], limit?: number): TracebackFrame[] {
  if (limit === undefined) return [...frames];
  return limit >= 0 ? frames.slice(0, limit) : frames.slice(limit);
}

/** The entries of `traceback.format_list`: more than three equal frames are counted, as in CPython 3. */
export function frameParts(frames: readonly TracebackFrame[]): string[] {
  const result: string[] = [];
  const counts = pythonVersion() === 3;
  for (let start = 0; start < frames.length; ) {
    let end = start + 1;
    while (counts && end < frames.length && isSameLine(frames[start]!, frames[end]!)) end++;
    const count = end - start;
    for (const frame of frames.slice(start, start + Math.min(count, shownRepetitions))) {
      result.push(frameText(frame));
    }
    const more = count - shownRepetitions;
    if (more > 0) result.push(`  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`);
    start = end;
  }
  return result;
}

const isSameLine = (a: TracebackFrame, b: TracebackFrame): boolean =>
  a.functionName === b.functionName && a.file === b.file && (a.span === b.span || lineOf(a) === lineOf(b));

/** The line of a frame, from 1. */
export const lineOf = (frame: TracebackFrame): number =>
  new LineIndex(frame.text).lineAt(frame.span.start) + 1;

/** The source line of a frame, without the spaces around it. */
export function sourceLineOf(frame: TracebackFrame): string {
  const index = new LineIndex(frame.text);
  const line = index.lineAt(frame.span.start);
  return frame.text.slice(index.lineStart(line), index.lineStart(line + 1)).trim();
}

function frameText(frame: TracebackFrame): string {
  const text = `  File "${frame.file}", line ${lineOf(frame)}, in ${frame.functionName}\n`;
  const source = sourceLineOf(frame);
  if (source === '') return text;
  const marks = pythonVersion() === 3 ? marksUnder(frame) : '';
  return `${text}    ${source}\n${marks === '' ? '' : `    ${marks}\n`}`;
}

/** The entries of `traceback.format_exception_only`: the last line, and notes. */
export function exceptionLines(value: PyExceptionValue, options: TracebackOptions = {}): string[] {
  return [`${exceptionLine(value, options)}\n`, ...noteLines(value.notes)];
}

/** `ValueError: message`. */
function exceptionLine(value: PyExceptionValue, options: TracebackOptions): string {
  const type = typeOf(value);
  const isBuiltin = type.module === 'builtins' || (pythonVersion() === 2 && !type.module.includes('.'));
  const isPlain = isBuiltin || type.module === '__main__';
  const name =
    pythonVersion() === 2 ? type.name : isPlain ? type.qualifiedName : `${type.module}.${type.qualifiedName}`;
  const hint = options.hints ? hintOf(value) : undefined;
  const suggestion = pythonVersion() === 3 ? suggestionFor(value) : '';
  const text = exceptionMessage(value);
  const message =
    (pythonVersion() === 2 ? shownBytes(text) : text) + suggestion + (hint === undefined ? '' : ` (${hint})`);
  return message === '' ? name : `${name}: ${message}`;
}

/** `str(exception)`; a note instead when the program's own `__str__` fails. */
function exceptionMessage(value: PyExceptionValue): string {
  const shown = value instanceof PyRaisedInstance ? value.instance : value;
  return safely(() => str(shown), '<exception str() failed>');
}

function noteLines(notes: Value | undefined): string[] {
  if (notes === undefined || notes === null) return [];
  if (!(notes instanceof PyList || notes instanceof PyTuple)) {
    return [`${safely(() => repr(notes), '<__notes__ repr() failed>')}\n`];
  }
  return notes.items.flatMap((note) =>
    safely(() => str(note), '<note str() failed>')
      .split('\n')
      .map((line) => `${line}\n`),
  );
}

function safely(text: () => string, otherwise: string): string {
  try {
    return text();
  } catch (error) {
    const exception = asPythonException(error);
    if (!exception || isSubtype(typeOf(exception.value), exceptionType('NotSupportedByScanLens')))
      throw error;
    return otherwise;
  }
}
