/**
 * Finds the examples of a text: prompts, what they expect, their options. The rules are those of CPython's `doctest`
 * (Tim Peters), read line by line. Pure: no values of Python.
 */

/** One example. `source`, `want` and `message` end with a line break where they are not empty. */
export interface FoundExample {
  readonly source: string;
  readonly want: string;
  /** The last lines of a traceback that is expected; null for none. */
  readonly message: string | null;
  /** The line of the prompt in the text, from 0. */
  readonly line: number;
  readonly indent: number;
  /** Whether options are on or off in this example only. */
  readonly options: ReadonlyMap<string, boolean>;
}

/** The options that examples and runners may have, by their bits. */
export const optionBits = {
  DONT_ACCEPT_TRUE_FOR_1: 1,
  DONT_ACCEPT_BLANKLINE: 2,
  NORMALIZE_WHITESPACE: 4,
  ELLIPSIS: 8,
  SKIP: 16,
  IGNORE_EXCEPTION_DETAIL: 32,
  REPORT_UDIFF: 64,
  REPORT_CDIFF: 128,
  REPORT_NDIFF: 256,
  REPORT_ONLY_FIRST_FAILURE: 512,
  FAIL_FAST: 1024,
} as const;

/** Raises ValueError with a message. */
type Fail = (message: string) => never;

const expandTabs = (text: string): string => {
  let column = 0;
  return text.replace(/\t|[\r\n]|[^\t\r\n]+/g, (part) => {
    if (part === '\n' || part === '\r') {
      column = 0;
      return part;
    }
    const shown = part === '\t' ? ' '.repeat(8 - (column % 8)) : part;
    column += shown.length;
    return shown;
  });
};

function dedented(text: string): { readonly lines: string[]; readonly indent: number } {
  const lines = text.split('\n');
  const indents = lines.filter((line) => /^ *\S/.test(line)).map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  if (indents.length === 0 || indent === 0) return { lines, indent: 0 };
  return { lines: lines.map((line) => line.slice(indent)), indent };
}

const traceback = /^Traceback \((?:most recent call last|innermost last)\):\s*$[\s\S]*?^(\w[\s\S]*)/m;

class ExampleReader {
  readonly #lines: readonly string[];
  readonly #outer: number;
  readonly #name: string;
  readonly #fail: Fail;

  constructor(text: string, name: string, fail: Fail) {
    const { lines, indent } = dedented(expandTabs(text));
    this.#lines = lines;
    this.#outer = indent;
    this.#name = name;
    this.#fail = fail;
  }

  all(): FoundExample[] {
    const found: FoundExample[] = [];
    for (let at = 0; at < this.#lines.length; ) {
      const indent = /^( *)>>>/.exec(this.#lines[at]!)?.[1]?.length;
      if (indent === undefined) {
        at++;
        continue;
      }
      const { example, next } = this.#example(at, indent);
      if (example !== null) found.push(example);
      at = next;
    }
    return found;
  }

  #example(start: number, indent: number): { readonly example: FoundExample | null; readonly next: number } {
    let at = start + 1;
    while (at < this.#lines.length && /^ *\.\.\./.test(this.#lines[at]!)) at++;
    const written = this.#lines.slice(start, at);
    const wantStart = at;
    while (at < this.#lines.length && !/^ *(?:>>>.*)?$/.test(this.#lines[at]!)) at++;
    const expected = this.#lines.slice(wantStart, at);
    this.#checkPrompts(written, indent, start);
    this.#checkPrefix(written.slice(1), `${' '.repeat(indent)}.`, start + 1);
    this.#checkPrefix(expected, ' '.repeat(indent), wantStart);
    const source = written.map((line) => line.slice(indent + 4)).join('\n');
    const want = expected.map((line) => line.slice(indent)).join('\n');
    const options = this.#options(source, start);
    if (/^ *(?:#.*)?$/.test(source)) return { example: null, next: at };
    const message = want.startsWith('Traceback') ? (traceback.exec(want)?.[1] ?? null) : null;
    const example = {
      source: ended(source),
      want: want === '' ? '' : ended(want),
      message: message === null ? null : ended(message),
      line: start,
      indent: this.#outer + indent,
      options,
    };
    return { example, next: at };
  }

  #checkPrompts(lines: readonly string[], indent: number, start: number): void {
    for (const [index, line] of lines.entries()) {
      if (line.length < indent + 4 || line[indent + 3] === ' ') continue;
      const prompt = line.slice(indent, indent + 3);
      this.#fail(
        `line ${start + index + 1} of the docstring for ${this.#name} lacks blank after ${prompt}: ${quoted(line)}`,
      );
    }
  }

  #checkPrefix(lines: readonly string[], prefix: string, start: number): void {
    for (const [index, line] of lines.entries()) {
      if (line === '' || line.startsWith(prefix)) continue;
      this.#fail(
        `line ${start + index + 1} of the docstring for ${this.#name} has inconsistent leading whitespace: ${quoted(line)}`,
      );
    }
  }

  #options(source: string, line: number): ReadonlyMap<string, boolean> {
    const options = new Map<string, boolean>();
    for (const [, written = ''] of source.matchAll(/#\s*doctest:\s*([^\n'"]*)$/gm)) {
      for (const option of written.replaceAll(',', ' ').split(/\s+/).filter(Boolean)) {
        const name = option.slice(1);
        if (!/^[+-]/.test(option) || !Object.hasOwn(optionBits, name)) {
          this.#fail(
            `line ${line + 1} of the doctest for ${this.#name} has an invalid option: ${quoted(option)}`,
          );
        }
        options.set(name, option.startsWith('+'));
      }
    }
    return options;
  }
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);

/** The examples of a text, in order. */
export const findExamples = (text: string, name: string, fail: Fail): FoundExample[] =>
  new ExampleReader(text, name, fail).all();
