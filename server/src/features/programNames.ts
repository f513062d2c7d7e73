/** How the program writes and names what facts speak of, read from the tree: for texts and for places to go to. */
import type { ScanFact } from '../analysis/facts.ts';
import { shortened } from '../base/shortened.ts';
import { contains, plainSpan, type Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { AnyNode, Call, Expression } from '../python/syntax.ts';
import { nodeAt } from '../python/walk.ts';

const longestName = 40;

/** The text of a span on one line, at most `limit` UTF-16 units. */
export const sourceOf = ({ text }: ParsedFile, { start, end }: Span, limit = 60): string =>
  shortened(text.slice(start, end).replace(/\s+/g, ' ').trim(), limit);

/** The call with exactly this span. */
export function callAt(file: ParsedFile, { start, end }: Span): Call | null {
  const found = nodeAt(file.module, start).find(
    (node) => node.kind === 'Call' && node.start === start && node.end === end,
  );
  return found?.kind === 'Call' ? found : null;
}

/** The name that a compiled function gets: `f` in `f = theano.function(...)`; null where it gets none. */
export function functionName(call: Span, file: ParsedFile): string | null {
  const statement = nodeAt(file.module, call.start).findLast((node) => node.kind === 'Assign');
  if (statement?.kind !== 'Assign' || statement.value.start !== call.start) return null;
  const [target] = statement.targets;
  return target === undefined ? null : sourceOf(file, target, longestName);
}

/** The argument of a call with this name, or at this place among the positional ones. */
export function argumentOf(call: Call, name: string, position: number | null): Expression | null {
  const keyword = call.keywords.find((one) => one.name?.name === name);
  if (keyword !== undefined) return keyword.value;
  return position === null ? null : (call.args[position] ?? null);
}

/** What `function` is given as `updates`: the fourth parameter. */
export const updatesArgument = (call: Call): Expression | null => argumentOf(call, 'updates', 3);

/** What scan is given as its step. */
export function stepArgument(scan: ScanFact, file: ParsedFile): Expression | null {
  const call = callAt(file, scan.span);
  return call === null ? null : argumentOf(call, 'fn', 0);
}

/** The word that stands for the definition of a step: the name after `def`, or `lambda`; null in another file. */
export function stepWord({ step }: ScanFact, file: ParsedFile): Span | null {
  if (step === null || step.place.path !== null) return null;
  const { start, end } = step.place;
  const node = nodeAt(file.module, start).find(
    (one) => one.start === start && one.end === end && isStep(one),
  );
  if (node?.kind === 'FunctionDef') return plainSpan(node.name);
  return node === undefined ? null : { start, end: start + 'lambda'.length };
}

const isStep = ({ kind }: AnyNode): boolean => kind === 'FunctionDef' || kind === 'Lambda';

/** How the program calls each output: names that the statement of the scan binds; null where there is none. */
export function outputNames(scan: ScanFact, file: ParsedFile): readonly (string | null)[] {
  const count = scan.outputs?.length ?? 0;
  const statement = nodeAt(file.module, scan.callee.start).findLast((node) => node.kind === 'Assign');
  if (statement?.kind !== 'Assign') return Array<null>(count).fill(null);
  const targets = { start: statement.start, end: statement.value.start };
  const names = scan.mentions
    .filter((mention) => mention.part === 'outputs' && contains(targets, mention))
    .map((mention) => sourceOf(file, mention, longestName));
  const [name] = names;
  if (name !== undefined && names.length === 1 && count > 1 && name !== '_')
    return Array.from({ length: count }, (_, index) => `${name}[${index}]`);
  return Array.from({ length: count }, (_, index) =>
    names.length === count && names[index] !== '_' ? (names[index] ?? null) : null,
  );
}

/** An update as it is written. */
export interface EntryParts {
  readonly key: Expression | null;
  readonly value: Expression | null;
}

/** Key and new value in `a: a + 1`, `(a, a + 1)` and `changes[a] = a + 1`; nulls for other forms. */
export function entryParts(entry: Span, file: ParsedFile): EntryParts {
  const path = nodeAt(file.module, entry.start).reverse();
  const node = path.find(({ start, end }) => start <= entry.start && entry.end <= end);
  switch (node?.kind) {
    case 'DictItem':
      return node;
    case 'Tuple':
    case 'List':
      return { key: node.elements[0] ?? null, value: node.elements[1] ?? null };
    case 'Subscript': {
      const statement = path[path.indexOf(node) + 1];
      return { key: node.index, value: statement?.kind === 'Assign' ? statement.value : null };
    }
    default:
      return { key: null, value: null };
  }
}
