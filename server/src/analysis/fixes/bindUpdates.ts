/**
 * Makes what a scan returns second readable: an expression for it, the edits that the expression needs, and the
 * statement after which it can be read.
 */
import { t } from '../../base/l10n.ts';
import { contains } from '../../base/span.ts';
import type { Scope } from '../../python/scopes.ts';
import type { AnyNode, Assign, Call, Expression, Name, Statement } from '../../python/syntax.ts';
import { walk } from '../../python/walk.ts';
import { type Change, type Outcome, refuse, safe, together, unsafe } from './fix.ts';
import { freeName, usageOf } from './freeNames.ts';
import type { Program } from './program.ts';
import { hasBrackets, insert, replace, statementAfter, statementBefore } from './textEdits.ts';

/** Updates that can be read. */
export interface Bound {
  /** The expression that reads them. */
  readonly text: string;
  readonly change: Change;
  /** They are there after this statement, in this scope. */
  readonly statement: Statement;
  readonly scope: Scope;
  /** True when the statement itself can read them too. */
  readonly isBefore: boolean;
}

/** A call of which the result is to be taken apart, and who will read the second part. */
export interface Site {
  readonly program: Program;
  readonly call: Call;
  readonly statement: Statement;
  readonly scope: Scope;
  readonly readers: readonly AnyNode[];
  /** What a new name should be; it may be an attribute. */
  readonly name?: string;
  /** Where the updates are in what the call returns; absent for the pair that scan returns. */
  readonly place?: Place;
}

/** Element `index` of a tuple of `count`. */
export interface Place {
  readonly index: number;
  readonly count: number;
}

const ofPair: Place = { index: 1, count: 2 };

export function siteOf(program: Program, call: Call, readers: readonly AnyNode[]): Outcome<Site> {
  const statement = program.statementOf(call);
  if (statement === null) return refuse(t('The text around this call is not understood.'));
  return { program, call, statement, scope: program.scopeAt(statement), readers };
}

/** Makes the updates readable that `site.call` returns as part of a tuple. */
export function bindUpdates(site: Site): Outcome<Bound> {
  const { program, call } = site;
  const parent = program.parentOf(call);
  if (parent?.kind === 'Assign') return fromTargets(site, parent);
  if (parent?.kind === 'ExpressionStatement')
    return named(site, (name) => [insert(call.start, `${blanks(site)}${name} = `)]);
  if (parent?.kind === 'NamedExpr') return readable(site, `${parent.target.name}[${placeIn(site).index}]`);
  if (parent?.kind !== 'Subscript' || !isFirst(parent.index))
    return refuse(t('What the scan returns is used as a whole.'));
  if (placeIn(site).count !== 2) return refuse(t('What the call returns is not unpacked at once.'));
  const outer = program.parentOf(parent);
  if (outer?.kind === 'Assign' && outer.value === parent && outer.targets.length === 1) {
    const [target] = outer.targets as readonly [Expression];
    const rest = { start: program.withParentheses(call).end, end: parent.end };
    return named(site, (name) => [...withSecondTarget(program, target, name), replace(rest, '')]);
  }
  return pullOut(site, parent);
}

const isFirst = (index: Expression): boolean => index.kind === 'Number' && index.text === '0';

const placeIn = ({ place }: Site): Place => place ?? ofPair;

/** Targets for what comes before the updates. */
const blanks = (site: Site): string => '_, '.repeat(placeIn(site).index);

/** Readable by an expression, after edits. */
const readable = ({ statement, scope }: Site, text: string, change = safe()): Bound => ({
  text,
  change,
  statement,
  scope,
  isBefore: false,
});

const newName = ({ program, scope, readers, name }: Site, base: string): string =>
  name ?? freeName(program, base, scope, readers);

/** Bound to a new name by edits. */
function named(site: Site, edits: (name: string) => Change['edits']): Bound {
  const text = newName(site, 'updates');
  return readable(site, text, safe(...edits(text)));
}

/** `target = …` as `target, name = …`. */
export function withSecondTarget(program: Program, target: Expression, name: string): Change['edits'] {
  const isBare = target.kind === 'Tuple' && !hasBrackets(program, target);
  const { start, end } = program.withParentheses(target);
  return isBare ? [insert(start, '('), insert(end, `), ${name}`)] : [insert(end, `, ${name}`)];
}

// ------------------------------------------------------------------------------------------------- results with a name

function fromTargets(site: Site, { targets }: Assign): Outcome<Bound> {
  const { index, count } = placeIn(site);
  for (const target of targets) {
    if (target.kind === 'Name') return fromPairName(site, target);
    if (target.kind !== 'Tuple' && target.kind !== 'List') continue;
    const starred = target.elements.findIndex(({ kind }) => kind === 'Starred');
    const element = target.elements[index];
    if (starred === index && element?.kind === 'Starred' && element.value.kind === 'Name')
      return readable(site, `${element.value.name}[0]`);
    if (element === undefined || target.elements.length !== count || starred >= 0) continue;
    if (element.kind === 'Name') return fromElement(site, element);
    if (element.kind === 'Attribute') return readable(site, site.program.text(element));
  }
  return refuse(t('What the scan returns is unpacked in a way that is not understood.'));
}

function fromPairName(site: Site, { name }: Name): Bound {
  const { bindings } = usageOf(site.scope, name);
  const item = `${name}[${placeIn(site).index}]`;
  if (bindings.length === 1) return readable(site, item);
  return named(site, (free) => [statementAfter(site.program, site.statement, `${free} = ${item}`)]);
}

function fromElement(site: Site, target: Name): Bound {
  const { program, scope, statement } = site;
  const { bindings, uses } = usageOf(scope, target.name);
  const isOnly = bindings.length === 1;
  const isBlank = /^_+$/.test(target.name);
  if (!isBlank && (isOnly || reachesReaders(site, bindings))) return readable(site, target.name);
  const isDeleted = bindings.some((binding) => program.parentOf(binding)?.kind === 'Delete');
  if (isDeleted || (uses.length > 0 && !isOverwritten(site, target))) {
    // Somebody needs this name: it stays, and what it holds gets a second one.
    return named(site, (free) => [statementAfter(program, statement, `${free} = ${target.name}`)]);
  }
  const text = newName(site, isBlank ? 'updates' : target.name);
  return readable(site, text, safe(replace(target, text)));
}

/** True when all readers follow in the block and nothing up to the last of them may bind the name again. */
function reachesReaders({ program, statement, scope, readers }: Site, bindings: readonly AnyNode[]): boolean {
  const block = program.blockOf(statement) ?? [];
  const from = block.indexOf(statement) + 1;
  const places = readers.map((reader) => block.findIndex((one) => contains(one, reader)));
  const areHere = readers.every((reader) => program.scopeAt(reader) === scope);
  if (places.length === 0 || !areHere || places.some((place) => place < from)) return false;
  const between = block.slice(from, Math.max(...places) + 1);
  return bindings.every(
    (binding) =>
      program.scopeAt(binding) === scope && !between.some((statement) => contains(statement, binding)),
  );
}

/** True when the next statements of the block bind the name again before anything can read it. */
function isOverwritten({ program, statement, scope }: Site, target: Name): boolean {
  const block = program.blockOf(statement) ?? [];
  const { bindings, uses } = usageOf(scope, target.name);
  const isRead = ({ start, end }: Statement): boolean =>
    uses.some((use) => use.start >= start && use.end <= end);
  for (const next of block.slice(block.indexOf(statement) + 1)) {
    if (isRead(next)) return false;
    const isBound = bindings.some((binding) => program.statementOf(binding) === next);
    if (isBound && next.kind === 'Assign') return !uses.some((use) => program.scopeAt(use) !== scope);
  }
  return false;
}

// ---------------------------------------------------------------------------------------------- results without a name

const movable: ReadonlySet<AnyNode['kind']> = new Set([
  'Assign',
  'AnnAssign',
  'AugAssign',
  'ExpressionStatement',
  'Return',
  'Print',
]);
const conditional: ReadonlySet<AnyNode['kind']> = new Set([
  'Lambda',
  'IfExp',
  'BoolOp',
  'ListComp',
  'SetComp',
  'DictComp',
  'GeneratorExp',
  'Await',
  'Yield',
  'YieldFrom',
  'NamedExpr',
]);

/**
 * Gives the call of `site` a statement of its own before the one that it stands in; `use`, which is the call or something
 * around it, becomes the name of the outputs.
 */
export function pullOut(site: Site, use: Expression): Outcome<Bound> {
  const { program, call, statement, scope, readers } = site;
  const head = { start: call.start, end: program.tokenAfter(call.function.end)?.start ?? call.end };
  if (!movable.has(statement.kind) || isConditional(program, use, statement))
    return refuse(t('The call stands where it can not get a statement of its own.'));
  if (/[\r\n]/.test(program.text(head)))
    return refuse(t('The call begins on one line and goes on in the next.'));
  const outputs = freeName(program, 'outputs', scope, readers);
  const updates = newName(site, 'updates');
  const code = `${outputs}, ${updates} = ${program.text(call)}`;
  const edits = [statementBefore(program, statement, code), replace(use, outputs)];
  const change = runsBefore(statement, call) ? unsafe(...edits) : safe(...edits);
  return { text: updates, change, statement, scope, isBefore: true };
}

function isConditional(program: Program, node: AnyNode, statement: Statement): boolean {
  for (const outer of program.around(node)) {
    if (outer === statement) return false;
    if (conditional.has(outer.kind)) return true;
  }
  return true;
}

/** True when the statement calls something before `call`: it would run after it then. */
function runsBefore(statement: Statement, call: Call): boolean {
  let found = false;
  walk(statement, (node) => {
    if (node.kind === 'Call' && node.end <= call.start) found = true;
  });
  return found;
}

/** The bound updates with further edits. */
export const withChange = (bound: Bound, change: Change): Bound => ({
  ...bound,
  change: together(bound.change, change),
});
