/**
 * Whether the statements of each block stand at one margin. tree-sitter accepts a line that is indented too far, or back
 * to no outer margin; Python refuses both. Reads a finished tree, so that an edit can not leave anything behind.
 */
import type { SyntaxProblem } from './parsedFile.ts';
import type { Module, Statement } from './syntax.ts';

/** The statements that begin their line at another margin than their block. */
export function indentationProblems(text: string, module: Module): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const pending: Block[] = [{ body: module.body, margin: 0 }];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    let { margin } = block;
    for (const statement of block.body) {
      const width = marginOf(text, statement.start);
      if (width !== null) {
        margin ??= width;
        if (width !== margin) problems.push(problemAt(statement, { isTooFar: width > margin }));
      }
      for (const body of blocksOf(statement)) if (body.length > 0) pending.push({ body, margin: null });
    }
  }
  return problems;
}

/** `margin`: null until the first statement that begins a line has set it. */
interface Block {
  readonly body: readonly Statement[];
  readonly margin: number | null;
}

const problemAt = ({ start }: Statement, { isTooFar }: { readonly isTooFar: boolean }): SyntaxProblem => ({
  span: { start, end: start + 1 },
  message: isTooFar ? 'unexpected indent' : 'unindent does not match any outer indentation level',
});

/** The width of the white space before `offset`; null when something else stands before it on its logical line. */
function marginOf(text: string, offset: number): number | null {
  let start = offset;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  const before = start === 0 ? 10 : text.charCodeAt(start - 1);
  if (before !== 10 && before !== 13) return null;
  const lineEnd = before === 10 && text.charCodeAt(start - 2) === 13 ? start - 2 : start - 1;
  if (text[lineEnd - 1] === '\\') return null;
  let width = 0;
  for (let at = start; at < offset; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 9) width += 8 - (width % 8);
    else if (unit === 12) width = 0;
    else if (unit === 32) width++;
  }
  return width;
}

/** Blank, tab, form feed, byte order mark. */
const isBlank = (unit: number): boolean => unit === 32 || unit === 9 || unit === 12 || unit === 0xfeff;

function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'FunctionDef':
    case 'ClassDef':
    case 'With':
      return [statement.body];
    case 'For':
    case 'While':
    case 'If':
      return [statement.body, statement.orelse];
    case 'Try':
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
        statement.orelse,
        statement.finalbody,
      ];
    case 'Match':
      return statement.cases.map((one) => one.body);
    default:
      return [];
  }
}
