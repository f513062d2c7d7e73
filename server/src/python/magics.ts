/**
 * What IPython understands and Python does not: `%magic`, `%%cellmagic`, `!command`, `name = %magic`, `object?`. Each such
 * line is replaced by Python of the same length that does nothing, so every offset and line after it stays where it is.
 */

/** Cell magics whose body is ordinary Python that runs. */
const transparentCellMagics = ['time', 'timeit', 'capture', 'prun', 'memit', 'debug'];

/** Replaces magics in the source of one cell. The length stays the same. */
export function neutraliseMagics(source: string): string {
  const cellMagic = /^\s*%%(\w+)/.exec(source);
  if (cellMagic !== null && !transparentCellMagics.includes(cellMagic[1] ?? '')) {
    return source.split('\n').map(comment).join('\n');
  }
  if (!/[%!?]/.test(source)) return source;
  const state: ScanState = { quote: null, depth: 0, continues: false };
  return source
    .split('\n')
    .map((line) => {
      const isStart = state.quote === null && state.depth === 0 && !state.continues;
      const replaced = isStart ? neutraliseLine(line) : line;
      scanLine(replaced, state);
      return replaced;
    })
    .join('\n');
}

function neutraliseLine(line: string): string {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const content = line.slice(indent);
  if (
    /^[%!]/.test(content) ||
    /^\?{1,2}\s*[\w.]+\s*$/.test(content) ||
    /^[\w.]+\s*\?{1,2}\s*$/.test(content)
  ) {
    return line.slice(0, indent) + (indent === 0 ? comment(content) : pass(content));
  }
  const assignment = /^([\w.,\s]+?=\s*)([%!])/.exec(content);
  if (assignment !== null && !assignment[0].includes('==')) {
    const head = line.slice(0, indent) + (assignment[1] ?? '');
    return head + nothing(line.slice(head.length));
  }
  return line;
}

/** A line that is only a comment. */
const comment = (line: string): string => (line === '' ? '' : `#${line.slice(1)}`);

/** An indented statement must stay one: its block may have no other. */
const pass = (content: string): string =>
  padded('pass', content.length) ?? padded('...', content.length) ?? '0'.padEnd(content.length);

/** A value for an assignment whose right side Python can not compute. */
const nothing = (value: string): string => padded('None', value.length) ?? padded('""', value.length) ?? '0';

/** `text` followed by a comment up to `length`; null when it is too long. */
function padded(text: string, length: number): string | null {
  if (text.length > length) return null;
  const rest = length - text.length;
  return rest < 2 ? text + ' '.repeat(rest) : `${text} #${' '.repeat(rest - 2)}`;
}

/** What a line leaves open for the next one. */
interface ScanState {
  /** The closing of a triple-quoted string that is open. */
  quote: '"""' | "'''" | null;
  /** Open brackets. */
  depth: number;
  /** The line ended in a backslash. */
  continues: boolean;
}

function scanLine(line: string, state: ScanState): void {
  state.continues = false;
  for (let at = 0; at < line.length; at++) {
    if (state.quote !== null) {
      const end = endOfTriple(line, at, state.quote);
      if (end < 0) return;
      at = end - 1;
      state.quote = null;
      continue;
    }
    const unit = line[at];
    if (unit === '#') return;
    if (unit === '"' || unit === "'") {
      const triple = unit === '"' ? '"""' : "'''";
      if (line.startsWith(triple, at)) {
        state.quote = triple;
        at += 2;
      } else at = endOfString(line, at, unit);
    } else if (unit === '(' || unit === '[' || unit === '{') state.depth++;
    else if (unit === ')' || unit === ']' || unit === '}') state.depth = Math.max(0, state.depth - 1);
    else if (unit === '\\' && line.slice(at + 1).trim() === '') state.continues = true;
  }
}

function endOfTriple(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}

/** The offset of the closing quote, or of the end of the line. */
function endOfString(line: string, from: number, quote: string): number {
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === quote) return at;
  }
  return line.length;
}
