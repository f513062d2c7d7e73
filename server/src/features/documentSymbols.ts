/**
 * The outline: cells by their titles, and in them scans, shared variables and compiled functions. What stands inside of
 * something else is its child. A notebook's cell is a document, so it has no symbol for itself.
 */

import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis, CompiledFunctionFact, ScanFact, SharedVariableFact } from '../analysis/facts.ts';
import { t } from '../base/l10n.ts';
import { contains, plainSpan, type Span } from '../base/span.ts';
import type { Cell, ParsedFile } from '../python/parsedFile.ts';
import { nodeAt } from '../python/walk.ts';
import type { DocumentView } from './documentView.ts';
import { functionName, sourceOf } from './programNames.ts';

interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** What is marked when somebody goes there; inside of `span`. */
  readonly selection: Span;
}

const longestName = 60;

/** The symbols of a document; none where nothing in it has to do with scan. */
export function documentSymbols(
  analysis: Analysis,
  file: ParsedFile,
  view: DocumentView,
): readonly DocumentSymbol[] {
  const entries = [
    ...analysis.scans.map((scan) => scanEntry(scan, file)),
    ...analysis.sharedVariables.map((shared) => sharedEntry(shared, file)),
    ...analysis.compiledFunctions.map((compiled) => functionEntry(compiled, file)),
  ].filter(({ selection }) => view.holds(selection));
  if (entries.length === 0) return [];
  const cells = view.isWhole ? file.cells.filter(({ marker }) => marker !== null).map(cellEntry) : [];
  return nested([...cells, ...entries], view);
}

function cellEntry(cell: Cell): Entry {
  return {
    name: cell.title === '' ? t('Cell {0}', cell.index + 1) : cell.title,
    detail: '',
    kind: SymbolKind.Module,
    span: plainSpan(cell),
    selection: plainSpan(cell.marker ?? cell),
  };
}

/** Named by what its outputs and updates are bound to: `outputs, updates`. */
function scanEntry(scan: ScanFact, file: ParsedFile): Entry {
  const step = scan.step === null ? '' : (scan.step.name ?? 'lambda');
  const updates = scan.updates.status === 'proven' ? scan.updates.variables.map(({ name }) => name) : [];
  const goal = scan.dropped === null ? '' : ', dropped';
  const made = updates.length === 0 ? '' : ` → {${updates.join(', ')}}${goal}`;
  const target = targetOf(scan.callee, file);
  return {
    name: target === null ? scan.kind : sourceOf(file, target.target, longestName),
    detail: sourceText(`${scan.kind}(${step})${made}`),
    kind: SymbolKind.Operator,
    span: target?.statement ?? scan.span,
    selection: scan.callee,
  };
}

function sharedEntry({ name, span, isGenerator }: SharedVariableFact, file: ParsedFile): Entry {
  const target = targetOf(span, file);
  const text = target === null ? name : sourceOf(file, target.target, longestName);
  return {
    name: text === '' ? 'shared' : text,
    detail: isGenerator ? t('random state') : t('shared variable'),
    kind: SymbolKind.Variable,
    span: target?.statement ?? span,
    selection: target?.target ?? span,
  };
}

function functionEntry({ span, callee }: CompiledFunctionFact, file: ParsedFile): Entry {
  const target = targetOf(span, file);
  return {
    name: functionName(span, file) ?? 'function',
    detail: t('compiled function'),
    kind: SymbolKind.Function,
    span: target?.statement ?? span,
    selection: target?.target ?? callee,
  };
}

const sourceText = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 2 * longestName);

/** What the value at a place is bound to, where the whole statement does nothing else. */
function targetOf(
  { start }: Span,
  file: ParsedFile,
): { readonly target: Span; readonly statement: Span } | null {
  const statement = nodeAt(file.module, start).findLast((node) => node.kind === 'Assign');
  if (statement?.kind !== 'Assign' || statement.value.start !== start) return null;
  const [first] = statement.targets;
  const last = statement.targets.at(-1);
  if (first === undefined || last === undefined) return null;
  return { target: { start: first.start, end: last.end }, statement: plainSpan(statement) };
}

/** Entries inside of others become their children. */
function nested(entries: readonly Entry[], view: DocumentView): readonly DocumentSymbol[] {
  const inOrder = [...entries].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: DocumentSymbol[] = [];
  const open: { readonly span: Span; readonly children: DocumentSymbol[] }[] = [];
  for (const { name, detail, kind, span, selection } of inOrder) {
    while (open.length > 0 && !contains(open.at(-1)?.span ?? span, span)) open.pop();
    const children: DocumentSymbol[] = [];
    const symbol = {
      name,
      detail,
      kind,
      range: view.rangeOf(span),
      selectionRange: view.rangeOf(selection),
      children,
    };
    (open.at(-1)?.children ?? roots).push(symbol);
    open.push({ span, children });
  }
  return roots;
}
