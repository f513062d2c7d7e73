/**
 * Edits of source text that keep comments and layout: statements before and after others, arguments of calls, elements
 * of brackets. Every function gives edits of the present text.
 */
import type { Span } from '../../base/span.ts';
import type { TextEdit } from '../../python/parsedFile.ts';
import type { Call, Dict, Expression, Keyword, List, Statement, Tuple } from '../../python/syntax.ts';
import type { Program } from './program.ts';

export const insert = (offset: number, newText: string): TextEdit => ({
  start: offset,
  end: offset,
  newText,
});

export const replace = ({ start, end }: Span, newText: string): TextEdit => ({ start, end, newText });

export const wrap = ({ start, end }: Span, before: string, after: string): readonly TextEdit[] => [
  insert(start, before),
  insert(end, after),
];

/** The white space before an offset, when nothing else stands before it on its line; else null. */
export function indentBefore(program: Program, offset: number): string | null {
  const { text } = program.file;
  let lineStart = offset;
  while (lineStart > 0 && !/[\r\n]/.test(text[lineStart - 1] ?? '')) lineStart--;
  const before = text.slice(lineStart, offset);
  return /^[ \t\f]*$/.test(before) ? before : null;
}

/** `code` as a statement of its own right before another. */
export function statementBefore(program: Program, statement: Statement, code: string): TextEdit {
  const indent = indentBefore(program, statement.start);
  const separator = indent === null ? '; ' : program.lineBreak + indent;
  return insert(statement.start, code + separator);
}

/** `code` as a statement of its own right after a simple statement. */
export function statementAfter(program: Program, statement: Statement, code: string): TextEdit {
  const indent = indentBefore(program, statement.start);
  const next = program.tokenAfter(statement.end);
  const comment = program.commentAfter(statement.end);
  const lineEnd = comment?.end ?? statement.end;
  const isLast = next === null || /[\r\n]/.test(program.text({ start: statement.end, end: next.start }));
  if (indent === null || !isLast) return insert(statement.end, `; ${code}`);
  return insert(lineEnd, program.lineBreak + indent + code);
}

/** Adds an argument at the end of a call, in the layout of the others. */
export function addArgument(program: Program, call: Call, code: string): readonly TextEdit[] {
  const spread = call.keywords.find(({ name }) => name === null);
  // Python 2 knows nothing that may follow `**options`.
  if (spread !== undefined) return [insert(spread.start, `${code}, `)];
  const closing = { start: call.end - 1, end: call.end };
  const count = call.args.length + call.keywords.length;
  if (count === 0) return [insert(closing.start, code)];
  const last = [...call.args, ...call.keywords].reduce((a, b) => (a.start > b.start ? a : b));
  return addElement(program, { last, closing }, code);
}

/** The end of something in brackets: its last element and the closing bracket. */
interface BracketEnd {
  readonly last: Span;
  readonly closing: Span;
}

function addElement(program: Program, { last, closing }: BracketEnd, code: string): readonly TextEdit[] {
  const indent = indentBefore(program, last.start);
  const before = program.tokenBefore(closing.start);
  const end = before?.end ?? last.end;
  const hasComma = before?.text === ',';
  if (indent === null) return [insert(end, hasComma ? ` ${code},` : `, ${code}`)];
  const lineEnd = program.commentAfter(end)?.end ?? end;
  const line = program.lineBreak + indent + code;
  if (hasComma) return [insert(lineEnd, `${line},`)];
  return [insert(end, ','), insert(lineEnd, line)];
}

/** Adds elements at the end of a list or of a tuple. */
export function addElements(program: Program, display: List | Tuple, code: string): readonly TextEdit[] {
  const { text } = program.file;
  const isClosed = /[\])]/.test(text[display.end - 1] ?? '') && hasBrackets(program, display);
  const last = display.elements.at(-1);
  if (last === undefined) return [insert(display.end - 1, code)];
  if (isClosed)
    return addElement(program, { last, closing: { start: display.end - 1, end: display.end } }, code);
  const hasComma = text[display.end - 1] === ',';
  return [insert(display.end, hasComma ? ` ${code}` : `, ${code}`)];
}

/** Adds an item at the end of a dict. */
export function addDictItem(program: Program, dict: Dict, code: string): readonly TextEdit[] {
  const last = dict.items.at(-1);
  if (last === undefined) return [insert(dict.end - 1, code)];
  return addElement(program, { last, closing: { start: dict.end - 1, end: dict.end } }, code);
}

/** True when the brackets of a display are its own: `(a), b` has none. */
export function hasBrackets(program: Program, display: List | Tuple): boolean {
  if (display.kind === 'List') return true;
  const [first] = display.elements;
  if (first === undefined) return true;
  const isOpen = program.file.text[display.start] === '(';
  return isOpen && program.withParentheses(first).start > display.start;
}

/** Takes an argument out of a call, with the comma that belongs to it. */
export function removeArgument(program: Program, call: Call, argument: Expression | Keyword): TextEdit {
  const before = program.tokenBefore(argument.start);
  if (before?.text === ',') return replace({ start: before.start, end: argument.end }, '');
  const after = program.tokenAfter(argument.end);
  if (after?.text !== ',') return replace(argument, '');
  const next = program.tokenAfter(after.end);
  return replace({ start: argument.start, end: next?.start ?? call.end - 1 }, '');
}

const primaries: ReadonlySet<Expression['kind']> = new Set([
  'Name',
  'Attribute',
  'Call',
  'Subscript',
  'List',
  'Dict',
  'Set',
  'ListComp',
  'DictComp',
  'SetComp',
  'GeneratorExp',
  'String',
]);

const looserThanPlus: ReadonlySet<Expression['kind']> = new Set([
  'Lambda',
  'IfExp',
  'BoolOp',
  'Compare',
  'NamedExpr',
  'Yield',
  'YieldFrom',
  'Starred',
]);

/** The text of an expression as something of which an attribute can be taken. */
export const primaryText = (program: Program, node: Expression): string =>
  isPrimary(program, node) ? program.text(node) : `(${program.text(node)})`;

const isPrimary = (program: Program, node: Expression): boolean =>
  primaries.has(node.kind) || (node.kind === 'Tuple' && hasBrackets(program, node));

/** The text of an expression as an operand of `+`. */
export function operandText(program: Program, node: Expression): string {
  const isLoose =
    looserThanPlus.has(node.kind) ||
    (node.kind === 'Tuple' && !hasBrackets(program, node)) ||
    (node.kind === 'UnaryOp' && node.operator === 'not') ||
    (node.kind === 'BinOp' && ['|', '^', '&', '<<', '>>'].includes(node.operator));
  return isLoose ? `(${program.text(node)})` : program.text(node);
}

/** The text of an expression as one argument of a call or one element of a display. */
export function elementText(program: Program, node: Expression): string {
  const isLoose =
    (node.kind === 'Tuple' && !hasBrackets(program, node)) ||
    node.kind === 'NamedExpr' ||
    node.kind === 'Yield' ||
    node.kind === 'YieldFrom';
  return isLoose ? `(${program.text(node)})` : program.text(node);
}

/** Puts text right after an expression: `.items()`, `[1]`. */
export const appendTo = (program: Program, node: Expression, suffix: string): readonly TextEdit[] =>
  isPrimary(program, node) ? [insert(node.end, suffix)] : wrap(node, '(', `)${suffix}`);
