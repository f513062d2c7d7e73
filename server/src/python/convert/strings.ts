/** String literals, joined literals and f-strings. */
import type { Span } from '../../base/span.ts';
import { decodeString, type StringMode } from '../literals.ts';
import { kinds, tokens } from '../nodeKinds.ts';
import type { Expression, FormattedValue, JoinedStr, StringLiteral } from '../syntax.ts';
import {
  addProblem,
  type Conversion,
  childrenOf,
  errorExpression,
  operandsOf,
  sourceOf,
  spanOf,
  tupleOrSingle,
} from './conversion.ts';

/** One literal of the source: what its start says, and its pieces. */
interface Part {
  readonly prefix: string;
  readonly isBytes: boolean;
  readonly isFormat: boolean;
  readonly pieces: readonly (StringLiteral | FormattedValue)[];
}

export function string(c: Conversion, row: number): Expression {
  if (isUnterminated(c, row)) return unterminated(c, row);
  const part = readPart(c, row);
  const [only] = part.pieces;
  if (!part.isFormat && only?.kind === 'String')
    return { ...only, start: c.nodes.start(row), end: c.nodes.end(row) };
  return joinParts(c, row, [part]);
}

/** The problem itself is noted by the lexer. */
const unterminated = (c: Conversion, row: number): Expression => ({
  kind: 'ErrorExpression',
  ...spanOf(c, row),
  message: 'this string has no end',
  children: [],
});

/** `'a' 'b'`: adjacent literals are one. */
export function concatenatedString(c: Conversion, row: number): Expression {
  const rows = operandsOf(c, row);
  if (rows.some((child) => isUnterminated(c, child))) return unterminated(c, row);
  return joinParts(
    c,
    row,
    rows.map((child) => readPart(c, child)),
  );
}

function joinParts(c: Conversion, row: number, parts: readonly Part[]): Expression {
  const span = spanOf(c, row);
  const first = parts[0]!;
  const pieces = mergePieces(parts.flatMap((part) => part.pieces));
  if (c.python === 3 && parts.some((part) => part.isBytes !== first.isBytes))
    return errorExpression(c, span, 'bytes and text literals can not be joined');
  if (parts.some((part) => part.isFormat)) return { kind: 'JoinedStr', ...span, values: pieces };
  const prefix =
    c.python === 2 ? (parts.find((part) => part.prefix.includes('u')) ?? first).prefix : first.prefix;
  const value = parts.flatMap((part) => part.pieces).map((piece) => (piece as StringLiteral).value);
  return {
    kind: 'String',
    start: span.start,
    end: span.end,
    variety: first.isBytes ? 'bytes' : 'str',
    prefix,
    value: value.length === 1 ? value[0]! : value.join(''),
  };
}

/** Neighbouring texts become one, as in CPython. */
function mergePieces(
  pieces: readonly (StringLiteral | FormattedValue)[],
): (StringLiteral | FormattedValue)[] {
  const result: (StringLiteral | FormattedValue)[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === 'String' && piece.value === '') continue;
    if (piece.kind === 'String' && last?.kind === 'String')
      result[result.length - 1] = { ...last, end: piece.end, value: last.value + piece.value };
    else result.push(piece);
  }
  return result;
}

/** True for a literal without closing quotes, which tree-sitter sees with some. */
function isUnterminated(c: Conversion, row: number): boolean {
  const source = sourceOf(c, row);
  const quotes = /^[a-z]*('''|"""|'|")/i.exec(source)?.[1];
  return quotes === undefined || !source.endsWith(quotes) || source.length < 2 * quotes.length;
}

function readPart(c: Conversion, row: number): Part {
  const children = childrenOf(c, row);
  const prefix = /^[a-z]*/i.exec(sourceOf(c, children[0]!))![0].toLowerCase();
  const isFormat = prefix.includes('f') || prefix.includes('t');
  const isBytes = prefix.includes('b');
  const mode = modeOf(c, prefix);
  const bodyStart = c.nodes.end(children[0]!);
  const bodyEnd = c.nodes.start(children.at(-1)!);
  if (isFormat) {
    const pieces = formatPieces(c, children, { span: { start: bodyStart, end: bodyEnd }, mode, prefix });
    return { prefix, isBytes, isFormat, pieces };
  }
  const piece = textPiece(c, { start: bodyStart, end: bodyEnd }, { mode, prefix, bracesAreDoubled: false });
  return { prefix, isBytes, isFormat, pieces: [piece] };
}

function modeOf(c: Conversion, prefix: string): StringMode {
  const isRaw = prefix.includes('r');
  const isBytes = prefix.includes('b');
  const isUnicode = c.python === 3 ? !isRaw : prefix.includes('u') || c.unicodeLiterals;
  return { isBytes, hasEscapes: !isRaw, hasUnicodeEscapes: isUnicode && !isBytes };
}

interface TextOptions {
  readonly mode: StringMode;
  readonly prefix: string;
  /** `{{` stands for `{`. */
  readonly bracesAreDoubled: boolean;
}

function textPiece(c: Conversion, span: Span, options: TextOptions): StringLiteral {
  const source = c.text.slice(span.start, span.end);
  const body = options.bracesAreDoubled ? source.replace(/\{\{|\}\}/g, (pair) => pair[0]!) : source;
  const { value, problem } = decodeString(body, options.mode);
  if (problem) addProblem(c, { start: span.start + problem.offset, end: span.end }, problem.message);
  if (c.python === 3 && options.mode.isBytes && /[^\0-\x7f]/.test(body))
    addProblem(c, span, 'a bytes literal can only contain ASCII characters');
  const variety = options.mode.isBytes ? 'bytes' : 'str';
  return { kind: 'String', start: span.start, end: span.end, variety, prefix: options.prefix, value };
}

interface FormatOptions {
  readonly span: Span;
  readonly mode: StringMode;
  readonly prefix: string;
}

/** The texts and fields among the children of an f-string or a format specification. */
function formatPieces(
  c: Conversion,
  children: readonly number[],
  options: FormatOptions,
): (StringLiteral | FormattedValue)[] {
  const pieces: (StringLiteral | FormattedValue)[] = [];
  let textStart = options.span.start;
  const addText = (end: number, { bracesAreDoubled }: { readonly bracesAreDoubled: boolean }): void => {
    if (end > textStart)
      pieces.push(textPiece(c, { start: textStart, end }, { ...options, bracesAreDoubled }));
  };
  for (const child of children) {
    const kind = c.nodes.kind(child);
    if (kind !== kinds.interpolation && kind !== kinds.format_expression) continue;
    addText(c.nodes.start(child), { bracesAreDoubled: true });
    pieces.push(formattedValue(c, child, options));
    textStart = c.nodes.end(child);
  }
  addText(options.span.end, { bracesAreDoubled: true });
  return pieces;
}

function formattedValue(c: Conversion, row: number, options: FormatOptions): FormattedValue {
  const children = childrenOf(c, row);
  const isField = (child: number): boolean => {
    const kind = c.nodes.kind(child);
    return kind !== kinds.type_conversion && kind !== kinds.format_specifier;
  };
  const operands = operandsOf(c, row).filter(isField);
  const conversionRow = children.find((child) => c.nodes.kind(child) === kinds.type_conversion);
  const specRow = children.find((child) => c.nodes.kind(child) === kinds.format_specifier);
  const equalsRow = children.find((child) => c.nodes.kind(child) === tokens['=']);
  const debugEnd = c.nodes.start(conversionRow ?? specRow ?? children.at(-1)!);
  const span = spanOf(c, row);
  return {
    kind: 'FormattedValue',
    ...span,
    value:
      operands.length > 0
        ? tupleOrSingle(c, operands, c.nodes.end(operands.at(-1)!))
        : errorExpression(c, span, 'expected an expression'),
    conversion: conversionRow === undefined ? null : conversionAt(c, conversionRow),
    formatSpec: specRow === undefined ? null : formatSpec(c, specRow, options),
    debugText: equalsRow === undefined ? null : c.text.slice(span.start + 1, debugEnd),
  };
}

function conversionAt(c: Conversion, row: number): FormattedValue['conversion'] {
  const letter = sourceOf(c, row).slice(1).trim();
  if (letter === 'r' || letter === 's' || letter === 'a') return letter;
  addProblem(c, spanOf(c, row), 'a conversion is !r, !s or !a');
  return null;
}

function formatSpec(c: Conversion, row: number, options: FormatOptions): JoinedStr {
  const span = { start: c.nodes.start(row) + 1, end: c.nodes.end(row) };
  const values = formatPieces(c, childrenOf(c, row), { ...options, span });
  return { kind: 'JoinedStr', ...span, values };
}
