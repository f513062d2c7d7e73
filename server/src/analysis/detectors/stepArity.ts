/**
 * Numbers that have to agree: what scan passes and what the step takes; the entries of `outputs_info` and what the step
 * returns (Theano 1.0.5, `scan.py` line 870).
 */
import type { Span } from '../../base/span.ts';
import type { Expression, FunctionDef, Lambda } from '../../python/syntax.ts';
import type { Machine } from '../machine.ts';
import { returnedExpressions } from '../stepReturns.ts';
import { isOpaque } from '../tensorRules.ts';
import { ndimOf } from '../terms.ts';
import { type FunctionObject, optionsOf, type Value } from '../values.ts';
import { calledName, spanOf, tell } from './observing.ts';
import { firstPython, shapesOf } from './returnShapes.ts';
import { argumentSpan, isOneStep, type ScanInput } from './scanInput.ts';
import { hasUnknownKeyword } from './scanKeywords.ts';

/** Catalogue number 5. */
export function checkStepArity(machine: Machine, call: ScanInput): void {
  const { record, fn, layout } = call;
  const passed = layout.passed;
  // Checkpoints pass slices of their own making.
  if (passed === null || record.kind === 'scan_checkpoints' || hasUnknownKeyword(record)) return;
  // A scalar is no sequence: scan fails before it calls the step.
  if (layout.sequences?.some(({ type }) => type !== null && ndimOf(type) === 0)) return;
  const takes = optionsOf(fn).map(capacityOf);
  const [first] = takes;
  if (first == null || takes.includes(null)) return;
  const span = stepSpan(call);
  const isWrong = takes.every((one) => one !== null && !accepts(one, passed.length));
  if (!isWrong) {
    machine.observe('step-arity', span, 'fine');
    return;
  }
  const count = (role: string) => passed.filter((argument) => argument.role === role).length;
  const { node, scope } = first.object;
  tell(machine, record.library, {
    kind: 'step-arity',
    span,
    passed: passed.length,
    least: first.least,
    most: first.most,
    counts: { sequences: count('sequence'), states: count('state'), nonSequences: count('nonSequence') },
    step: { start: node.start, end: node.end, path: scope.module.path },
  });
}

/** A name is underlined; a lambda may go over many lines. */
function stepSpan({ named, record }: ScanInput): Span {
  const source = named.get('fn')?.source;
  return spanOf(source?.kind === 'Name' || source?.kind === 'Attribute' ? source : record.site.function);
}

interface Capacity {
  readonly object: FunctionObject;
  readonly least: number;
  /** Null for any number. */
  readonly most: number | null;
}

const accepts = ({ least, most }: Capacity, count: number): boolean =>
  least <= count && (most === null || count <= most);

/** How many arguments a callable takes by position; null where that is not known or it can never be called so. */
function capacityOf(fn: Value): Capacity | null {
  const keywords = new Set<string>();
  let given = 0;
  let callee = fn;
  for (; callee.kind === 'partial'; callee = callee.callee) {
    given += callee.args.length;
    for (const name of callee.keywords.keys()) keywords.add(name);
  }
  if (callee.kind !== 'function') return null;
  const { items } = callee.object.node.parameters;
  const isGiven = (item: (typeof items)[number]) =>
    item.target.kind === 'Identifier' && keywords.has(item.target.name);
  const positional = items.filter(({ variety }) => variety === 'positional' || variety === 'positionalOnly');
  const isRequired = (item: (typeof items)[number]) => item.default === null && !isGiven(item);
  if (items.some((item) => item.variety === 'keywordOnly' && isRequired(item))) return null;
  const least = positional.findLastIndex(isRequired) + 1;
  const firstGiven = positional.findIndex(isGiven);
  const takesAll = items.some(({ variety }) => variety === 'varArgs');
  const most = firstGiven >= 0 ? firstGiven : takesAll ? null : positional.length;
  return {
    object: callee.object,
    least: Math.max(least - given, 0),
    most: most === null ? null : Math.max(most - given, 0),
  };
}

/** Catalogue number 6. */
export function checkOutputsInfo(machine: Machine, call: ScanInput): void {
  const { record, layout, result, fn } = call;
  const entries = layout.states?.length ?? null;
  const outputs = result.outputs?.length ?? null;
  if (entries === null || outputs === null || entries === 0 || isOneStep(call)) return;
  // Scan looks for Python values first.
  if (shapesOf(machine, call.returned).some((shape) => firstPython(shape) !== null)) return;
  const span = argumentSpan(call, 'outputs_info');
  if (entries === outputs) machine.observe('outputs-info-arity', span, 'fine');
  else if (outputs !== 1 || isSingle(fn, call.returned))
    tell(machine, record.library, { kind: 'outputs-info-arity', span, entries, outputs });
}

/** Operations that give lists, which are one value here. */
const listOperations: ReadonlySet<string> = new Set([
  'grad',
  'split',
  'svd',
  'eig',
  'eigh',
  'qr',
  'nonzero',
  'Rop',
  'Lop',
  'jacobian',
  'hessian',
  'clone',
  'clone_replace',
  'ifelse',
  'meshgrid',
  'unstack',
  'max_and_argmax',
  'scan',
]);

/** True when one value that is returned is surely one variable and no list of several. */
function isSingle(fn: Value, returned: Value): boolean {
  if (!optionsOf(returned).every(({ kind }) => kind === 'symbolic' || kind === 'shared')) return true;
  let callee = fn;
  while (callee.kind === 'partial') callee = callee.callee;
  if (callee.kind !== 'function') return false;
  return returnedExpressions(callee.object.node).every((expression) =>
    isSingleExpression(callee.object.node, expression, { isUnclear: isOpaque(returned) }),
  );
}

function isSingleExpression(
  step: FunctionDef | Lambda,
  expression: Expression,
  { isUnclear }: { readonly isUnclear: boolean },
): boolean {
  switch (expression.kind) {
    case 'BinOp':
    case 'Compare':
      return true;
    case 'Call':
      return !listOperations.has(calledName(expression.function));
    case 'Name': {
      const made = madeBy(step, expression.name);
      return made === null ? !isUnclear : isSingleExpression(step, made, { isUnclear });
    }
    default:
      return !isUnclear;
  }
}

/** The expression of the statement that gives a local name its only value. */
function madeBy(step: FunctionDef | Lambda, name: string): Expression | null {
  if (step.kind === 'Lambda') return null;
  const made = step.body.filter(
    (statement) =>
      statement.kind === 'Assign' &&
      statement.targets.some((target) => target.kind === 'Name' && target.name === name),
  );
  const [only] = made;
  const isItself = only?.kind === 'Assign' && only.value.kind === 'Name';
  return made.length === 1 && only?.kind === 'Assign' && !isItself ? only.value : null;
}
