/**
 * Catalogue number 12: the pair `(outputs, updates)` that scan returns, used as if it were the outputs. Told only where
 * the scan itself stands in the same running of a function: elsewhere another caller may give the outputs alone.
 */
import type { Attribute, BinaryOperator, Expression, Subscript } from '../../python/syntax.ts';
import type { Arguments } from '../arguments.ts';
import type { Machine } from '../machine.ts';
import type { NotUnpacked } from '../mistakes.ts';
import { exactElements } from '../objects.ts';
import type { ScanRecord, Value } from '../values.ts';
import { spanOf, tell } from './observing.ts';

/** The scan of which `value` is the whole result. */
export const scanOfWhole = (value: Value): ScanRecord | null => (value.kind === 'tuple' ? value.scan : null);

/** An operand of an operation of the library. */
export function observeOperand(machine: Machine, value: Value, source: Expression | null): void {
  if (source === null || (value.kind !== 'tuple' && value.kind !== 'updates')) return;
  tellUse(machine, value, source, 'operand');
}

/** Both sides of an operator: with a tensor on the other side, or an operator that tuples do not know. */
export function observeOperator(
  machine: Machine,
  operator: BinaryOperator,
  [left, right]: readonly [Value, Value],
  node: Expression,
): void {
  if (node.kind !== 'BinOp') return;
  const sides = [
    [left, right, node.left],
    [right, left, node.right],
  ] as const;
  for (const [value, other, source] of sides) {
    const isTensor = other.kind === 'symbolic' || other.kind === 'shared';
    const isNumber = other.kind === 'number' && operator !== '*' && operator !== '%';
    if (isTensor || isNumber) observeOperand(machine, value, source);
  }
}

/** Operations that take more than tensors. */
const looseOperations: ReadonlySet<string> = new Set(['clone', 'identity', 'ifelse', 'grad', 'Rop', 'Lop']);

export function observeOperands(machine: Machine, name: string, args: Arguments): void {
  if (looseOperations.has(name)) return;
  for (const [index, value] of args.positional.entries())
    observeOperand(machine, value, args.sources[index] ?? null);
}

/** `result.sum()`: a tuple has no such attribute. */
export function observeAttribute(machine: Machine, value: Value, node: Attribute): void {
  const { name } = node.attribute;
  if (name === 'count' || name === 'index' || name.startsWith('__')) return;
  tellUse(machine, value, node.value, 'attribute');
}

/** The outputs of a compiled function. */
export function observeOutputs(machine: Machine, value: Value, source: Expression | null): void {
  if (source === null) return;
  if (value.kind === 'tuple' || value.kind === 'updates') tellUse(machine, value, source, 'function');
  const sources = source.kind === 'List' || source.kind === 'Tuple' ? source.elements : [];
  for (const [index, element] of (exactElements(machine, value) ?? []).entries()) {
    const own = sources[index];
    if (own !== undefined && scanOfWhole(value) === null) tellUse(machine, element, own, 'function');
  }
}

/** Updates that were taken out of the pair as if they were a step: `last = result[-1]`. */
const takenAsStep = new WeakMap<Value, Expression>();

/** An item of a tuple: of the pair with an index that no one writes who means its second part. */
export function noteItem(whole: Value, item: Value, node: Subscript): Value {
  if (item.kind !== 'updates' || scanOfWhole(whole) === null || node.index.kind === 'Number') return item;
  const taken = { ...item };
  takenAsStep.set(taken, node.value);
  return taken;
}

function tellUse(machine: Machine, value: Value, source: Expression, use: NotUnpacked['use']): void {
  const taken = source.kind === 'Name' && use !== 'attribute' ? takenAsStep.get(value) : undefined;
  const isTaken = value.kind === 'updates' && taken !== undefined;
  const record = isTaken
    ? value.scan
    : value.kind === 'updates'
      ? scanOfItem(machine, value, source)
      : scanOfWhole(value);
  if (record === null || record.scope !== machine.activation) return;
  const whole = taken ?? (value.kind === 'updates' && source.kind === 'Subscript' ? source.value : source);
  tell(machine, record.library, {
    kind: 'not-unpacked',
    span: spanOf(source),
    use: value.kind === 'updates' ? 'item' : use,
    name: whole.kind === 'Name' ? whole.name : null,
    scan: spanOf(record.site),
  });
}

/** `result[-1]` is the dict of updates. */
function scanOfItem(
  machine: Machine,
  { scan, view }: Value & { kind: 'updates' },
  source: Expression,
): ScanRecord | null {
  if (view !== 'mapping' || source.kind !== 'Subscript') return null;
  const { value } = source;
  if (value === scan.site) return scan;
  return value.kind === 'Name' && scanOfWhole(machine.evaluate(value)) === scan ? scan : null;
}
