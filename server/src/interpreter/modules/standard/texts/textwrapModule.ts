/** `textwrap`. The algorithm, and where a word may be cut, are those of CPython 3.12's `textwrap`. */
import { once } from '../../../../base/once.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf, textLength } from '../../../protocols/items.ts';
import { str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { grow, turn } from '../../../runtime.ts';
import { asText } from '../../../types/textValues.ts';
import { list, type PyModule, PyObject, type Value } from '../../../values.ts';

interface WrapOptions {
  readonly width: number;
  readonly initialIndent: string;
  readonly subsequentIndent: string;
  readonly expandsTabs: boolean;
  readonly replacesWhitespace: boolean;
  readonly fixesSentenceEndings: boolean;
  readonly breaksLongWords: boolean;
  readonly dropsWhitespace: boolean;
  readonly breaksOnHyphens: boolean;
  readonly tabSize: number;
  readonly maxLines: number | null;
  readonly placeholder: string;
}

const parameterNames = [
  'width',
  'initial_indent',
  'subsequent_indent',
  'expand_tabs',
  'replace_whitespace',
  'fix_sentence_endings',
  'break_long_words',
  'drop_whitespace',
  'break_on_hyphens',
  'tabsize',
  'max_lines',
  'placeholder',
];

/** Options by the names of Python's parameters. */
export function wrapOptions(given: ReadonlyMap<string, Value>): WrapOptions {
  const holds = (name: string, { missing }: { readonly missing: boolean }): boolean => {
    const value = given.get(name);
    return value === undefined ? missing : isTrue(value);
  };
  const text = (name: string, missing: string): string => {
    const value = given.get(name);
    return value === undefined ? missing : str(value);
  };
  const maxLines = given.get('max_lines') ?? null;
  return {
    width: sizeOf(given.get('width') ?? 70),
    initialIndent: text('initial_indent', ''),
    subsequentIndent: text('subsequent_indent', ''),
    expandsTabs: holds('expand_tabs', { missing: true }),
    replacesWhitespace: holds('replace_whitespace', { missing: true }),
    fixesSentenceEndings: holds('fix_sentence_endings', { missing: false }),
    breaksLongWords: holds('break_long_words', { missing: true }),
    dropsWhitespace: holds('drop_whitespace', { missing: true }),
    breaksOnHyphens: holds('break_on_hyphens', { missing: true }),
    tabSize: sizeOf(given.get('tabsize') ?? 8),
    maxLines: maxLines === null ? null : sizeOf(maxLines),
    placeholder: text('placeholder', ' [...]'),
  };
}

const space = '[\\t\\n\\v\\f\\r ]';
const word = '[\\p{L}\\p{N}_]';
const letter = '[\\p{L}\\p{Nl}\\p{No}_]';
const punctuation = `[\\p{L}\\p{N}_!"'&.,?]`;
const wordSeparator = once(
  () =>
    new RegExp(
      `${space}+|(?<=${punctuation})-{2,}(?=${word})|[^\\t\\n\\v\\f\\r ]+?(?:-(?:(?<=${letter}{2}-)|(?<=${letter}-${letter}-))(?=${letter}-?${letter})|(?=${space}|$)|(?<=${punctuation})(?=-{2,}${word}))`,
      'gu',
    ),
);
const simpleSeparator = new RegExp(`${space}+`, 'gu');
const isBlank = (chunk: string): boolean => chunk.trim() === '';
const length = textLength;
const cut = (chunk: string, start: number, end?: number): string => [...chunk].slice(start, end).join('');

function expandTabs(text: string, size: number): string {
  return str(call(getAttribute(text, 'expandtabs'), [size]));
}

/** The parts of a text that match, and those between them. */
function splitAround(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(separator)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(match[0]);
    end = match.index + match[0].length;
    turn();
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function chunksOf(given: string, options: WrapOptions): string[] {
  let text = options.expandsTabs ? expandTabs(given, options.tabSize) : given;
  if (options.replacesWhitespace) text = text.replace(/[\t\n\v\f\r]/g, ' ');
  const separator = options.breaksOnHyphens ? wordSeparator() : simpleSeparator;
  const chunks = splitAround(text, separator);
  if (!options.fixesSentenceEndings) return chunks;
  for (let i = 0; i < chunks.length - 1; i++) {
    if (chunks[i + 1] === ' ' && /[a-z][.!?]["']?$/.test(chunks[i]!)) chunks[i + 1] = '  ';
  }
  return chunks;
}

/** Lines of the text, not wider than asked for. */
/** The lines of a text. */
export function wrapText(text: string, options: WrapOptions): string[] {
  if (options.width <= 0) raiseValueError(`invalid width ${options.width} (must be > 0)`);
  if (options.maxLines !== null) {
    const indent = options.maxLines > 1 ? options.subsequentIndent : options.initialIndent;
    if (length(indent) + length(options.placeholder.trimStart()) > options.width) {
      raiseValueError('placeholder too large for max width');
    }
  }
  return new LineFiller(chunksOf(text, options).reverse(), options).fill();
}

class LineFiller {
  readonly #lines: string[] = [];
  /** What is left, last first. */
  readonly #chunks: string[];
  readonly #options: WrapOptions;

  constructor(chunks: string[], options: WrapOptions) {
    this.#chunks = chunks;
    this.#options = options;
  }

  fill(): string[] {
    const { dropsWhitespace, maxLines, initialIndent, subsequentIndent } = this.#options;
    const chunks = this.#chunks;
    while (chunks.length > 0) {
      turn();
      const indent = this.#lines.length > 0 ? subsequentIndent : initialIndent;
      const width = this.#options.width - length(indent);
      if (dropsWhitespace && isBlank(chunks.at(-1)!) && this.#lines.length > 0) chunks.pop();
      const line = this.#takeLine(width);
      if (dropsWhitespace && line.length > 0 && isBlank(line.at(-1)!)) line.pop();
      if (line.length === 0) continue;
      const isRoomForMore = maxLines === null || this.#lines.length + 1 < maxLines;
      const isRest = chunks.length === 0 || (dropsWhitespace && chunks.length === 1 && isBlank(chunks[0]!));
      if (isRoomForMore || (isRest && length(line.join('')) <= width)) this.#addLine(indent + line.join(''));
      else {
        this.#shorten(line, indent, width);
        break;
      }
    }
    return this.#lines;
  }

  #addLine(line: string): void {
    grow(line.length);
    this.#lines.push(line);
  }

  #takeLine(width: number): string[] {
    const chunks = this.#chunks;
    const line: string[] = [];
    let used = 0;
    while (chunks.length > 0 && used + length(chunks.at(-1)!) <= width) {
      used += length(chunks.at(-1)!);
      line.push(chunks.pop()!);
    }
    if (chunks.length > 0 && length(chunks.at(-1)!) > width) this.#breakWord(line, used, width);
    return line;
  }

  #breakWord(line: string[], used: number, width: number): void {
    const chunks = this.#chunks;
    const room = width < 1 ? 1 : width - used;
    if (this.#options.breaksLongWords) {
      const chunk = chunks.at(-1)!;
      let end = room;
      if (this.#options.breaksOnHyphens && length(chunk) > room) {
        const hyphen = cut(chunk, 0, room).lastIndexOf('-');
        if (hyphen > 0 && /[^-]/.test(chunk.slice(0, hyphen))) end = hyphen + 1;
      }
      line.push(cut(chunk, 0, end));
      chunks[chunks.length - 1] = cut(chunk, end);
    } else if (line.length === 0) line.push(chunks.pop()!);
  }

  /** Ends the last line with the placeholder. */
  #shorten(line: string[], indent: string, width: number): void {
    const { placeholder } = this.#options;
    while (line.length > 0) {
      if (!isBlank(line.at(-1)!) && length(line.join('')) + length(placeholder) <= width) {
        this.#lines.push(indent + line.join('') + placeholder);
        return;
      }
      line.pop();
    }
    const last = this.#lines.at(-1);
    if (last !== undefined) {
      const previous = last.trimEnd();
      if (length(previous) + length(placeholder) <= this.#options.width) {
        this.#lines[this.#lines.length - 1] = previous + placeholder;
        return;
      }
    }
    this.#lines.push(indent + placeholder.trimStart());
  }
}

class PyTextWrapper extends PyObject {
  readonly values = new Map<string, Value>();
}

const defaultOf = (name: string): Value => {
  const options = wrapOptions(new Map());
  const values: readonly Value[] = Object.values(options);
  return values[parameterNames.indexOf(name)] ?? null;
};

const textWrapperType = defineType<PyTextWrapper>({
  name: 'TextWrapper',
  module: 'textwrap',
  class: PyTextWrapper,
  create: (type) => {
    const made = new PyTextWrapper();
    if (type !== textWrapperType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    for (const [index, value] of args.entries()) self.values.set(parameterNames[index]!, value);
    for (const [name, value] of keywords ?? []) {
      checkName(name, 'TextWrapper.__init__');
      self.values.set(name, value);
    }
  },
  attributes: Object.fromEntries(
    parameterNames.map((name) => [
      name,
      {
        get: (self: PyTextWrapper) => self.values.get(name) ?? defaultOf(name),
        set: (self: PyTextWrapper, value: Value) => void self.values.set(name, value),
      },
    ]),
  ),
  methods: {
    'wrap(text)': (self: PyTextWrapper, text: Value) => list(wrapText(str(text), wrapOptions(self.values))),
    'fill(text)': (self: PyTextWrapper, text: Value) =>
      wrapText(str(text), wrapOptions(self.values)).join('\n'),
  },
});

function checkName(name: string, owner: string): void {
  if (!parameterNames.includes(name)) {
    raiseTypeError(`${owner}() got an unexpected keyword argument '${name}'`);
  }
}

function optionsOf(width: Value | undefined, given: ReadonlyMap<string, Value>): WrapOptions {
  for (const name of given.keys()) checkName(name, 'TextWrapper.__init__');
  return wrapOptions(width === undefined ? given : new Map([['width', width], ...given]));
}

const textOf = (value: Value): string =>
  asText(value) ?? raiseTypeError(`expected string or bytes-like object, got '${typeOf(value).name}'`);

/** Takes away what all lines that are not blank begin with. */
function dedent(text: string): string {
  const normal = text.replace(/^[ \t]+$/gm, '');
  let margin: string | null = null;
  for (const [, indent] of normal.matchAll(/(^[ \t]*)(?:[^ \t\n])/gm)) {
    if (margin === null || indent!.startsWith(margin)) margin ??= indent!;
    else {
      let shared = 0;
      while (shared < margin.length && margin[shared] === indent![shared]) shared++;
      margin = margin.slice(0, shared);
    }
  }
  return margin ? normal.replace(new RegExp(`^${margin}`, 'gm'), '') : normal;
}

function indentLines(text: Value, prefix: Value, predicate: Value | undefined): string {
  const lines = call(getAttribute(text, 'splitlines'), [true]) as { items: Value[] } & object;
  const isIndented = (line: string): boolean =>
    predicate === undefined || predicate === null ? !isBlank(line) : isTrue(call(predicate, [line]));
  return lines.items.map((line) => (isIndented(str(line)) ? str(prefix) + str(line) : str(line))).join('');
}

export const textwrapModule = (): PyModule =>
  defineModule({
    name: 'textwrap',
    values: { TextWrapper: textWrapperType },
    functions: {
      'wrap(text, width?, **options)': (text: Value, width: Value | undefined, given: Map<string, Value>) =>
        list(wrapText(textOf(text), optionsOf(width, given))),
      'fill(text, width?, **options)': (text: Value, width: Value | undefined, given: Map<string, Value>) =>
        wrapText(textOf(text), optionsOf(width, given)).join('\n'),
      'shorten(text, width, **options)': (text: Value, width: Value, given: Map<string, Value>) => {
        const plain = textOf(text).trim().split(/\s+/u).join(' ');
        return wrapText(plain, optionsOf(width, new Map([...given, ['max_lines', 1]]))).join('\n');
      },
      'dedent(text)': (text: Value) => dedent(textOf(text)),
      'indent(text, prefix, predicate?)': indentLines,
    },
  });
