/**
 * The type of `x[…]`: integers take an axis away, slices keep it, None adds one, and arrays of integers or booleans
 * select. Checked against Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.0.7.
 */
import type { Expression } from '../python/syntax.ts';
import type { Machine } from './machine.ts';
import { exactElements } from './objects.ts';
import { broadcastShapes, noAxes, type Shape, surely } from './shapes.ts';
import { integerOf } from './tensorArguments.ts';
import { asTensor } from './tensorRules.ts';
import { type AxisLength, ndimOf, type TensorFact } from './terms.ts';
import { unknown, type Value } from './values.ts';

/** One part of an index as written, with its value. */
interface IndexPart {
  readonly node: Expression | null;
  readonly value: Value;
}

/** What a part does. `span`: how many axes it uses up; `shape`: what it selects, of an advanced index. */
type Step =
  | { readonly does: 'drop' }
  | { readonly does: 'add' }
  | { readonly does: 'rest' }
  | { readonly does: 'slice'; readonly part: IndexPart }
  | { readonly does: 'select'; readonly shape: readonly AxisLength[]; readonly uses: number };

/** The shape of `value[index]`; null where it is not known. */
export function subscriptShape(
  machine: Machine,
  type: TensorFact,
  index: Expression,
  indexValue: Value,
): Shape {
  const parts = partsOf(machine, index, indexValue);
  const [only] = parts;
  const isInteger = parts.length === 1 && only !== undefined && dropsAxis(only);
  // The common case, also where only the number of axes is known.
  if (isInteger) return type.shape === null || type.shape.length === 0 ? null : type.shape.slice(1);
  if (type.shape === null) return null;
  const steps = parts.map((part) => stepOf(machine, part));
  return steps.every((step) => step !== null) ? applied(machine, type.shape, steps) : null;
}

function partsOf(machine: Machine, index: Expression, value: Value): readonly IndexPart[] {
  if (index.kind === 'Tuple') {
    const values = value.kind === 'tuple' ? value.elements : [];
    return index.elements.map((node, place) => ({ node, value: values[place] ?? unknown }));
  }
  if (value.kind === 'tuple') return value.elements.map((element) => ({ node: null, value: element }));
  const isList = index.kind === 'List' || value.kind === 'container';
  const isTupleOfIndices = isList && exactElements(machine, value)?.every((one) => one.kind === 'symbolic');
  if (isTupleOfIndices && index.kind !== 'List') {
    return (exactElements(machine, value) ?? []).map((element) => ({ node: null, value: element }));
  }
  return [{ node: index, value }];
}

function dropsAxis({ node, value }: IndexPart): boolean {
  if (node?.kind === 'Slice') return false;
  if (value.kind === 'number') return value.variety === 'int';
  const isVariable = value.kind === 'symbolic' || value.kind === 'shared' || value.kind === 'array';
  const type = isVariable ? asTensor(value) : null;
  return type !== null && ndimOf(type) === 0 && type.dtype.float64 !== 'bool';
}

function stepOf(machine: Machine, part: IndexPart): Step | null {
  const { node, value } = part;
  if (node?.kind === 'Slice') return { does: 'slice', part };
  if (node?.kind === 'Constant' && node.value === '...') return { does: 'rest' };
  if (value.kind === 'none') return { does: 'add' };
  if (dropsAxis(part)) return { does: 'drop' };
  const elements = exactElements(machine, value);
  if (elements?.every((element) => element.kind === 'number' && element.variety === 'int')) {
    return { does: 'select', shape: [surely(elements.length)], uses: 1 };
  }
  const type = value.kind === 'number' ? null : asTensor(value);
  const { float32, float64 } = type?.dtype ?? {};
  if (type?.shape == null || float32 == null || float64 == null) return null;
  if (float64 === 'bool') return { does: 'select', shape: ['any'], uses: type.shape.length };
  return { does: 'select', shape: type.shape.map((length) => (length === 1 ? null : length)), uses: 1 };
}

// ------------------------------------------------------------------------------------------------------------- applying

function applied(machine: Machine, shape: readonly AxisLength[], steps: readonly Step[]): Shape {
  const used = steps.reduce((sum, step) => sum + usedBy(step), 0);
  if (used > shape.length || steps.filter((step) => step.does === 'rest').length > 1) return null;
  const rest = shape.length - used;
  const selects = steps.some((step) => step.does === 'select');
  const out: AxisLength[] = [];
  let axis = 0;
  let place: number | null = null;
  for (const step of steps) {
    const isSelecting = step.does === 'select' || (step.does === 'drop' && selects);
    if (isSelecting) place ??= out.length;
    if (step.does === 'add') out.push(1);
    if (step.does === 'slice') out.push(slicedLength(machine, shape[axis] ?? null, step.part));
    const count = step.does === 'rest' ? rest : usedBy(step);
    if (step.does === 'rest') out.push(...shape.slice(axis, axis + rest));
    axis += count;
  }
  out.push(...shape.slice(axis));
  if (place === null) return out;
  const selected = selectedShape(steps);
  return selected === null ? null : out.toSpliced(isTogether(steps) ? place : 0, 0, ...selected);
}

const usedBy = (step: Step): number =>
  step.does === 'drop' || step.does === 'slice' ? 1 : step.does === 'select' ? step.uses : 0;

/** Advanced indices are broadcast together. */
const selectedShape = (steps: readonly Step[]): Shape =>
  steps.reduce<Shape>(
    (shape, step) => (step.does === 'select' ? broadcastShapes(shape, step.shape) : shape),
    noAxes,
  );

/** Advanced indices that stand next to each other leave their axes in place; others go to the front. */
function isTogether(steps: readonly Step[]): boolean {
  const places = steps.flatMap((step, place) =>
    step.does === 'select' || step.does === 'drop' ? [place] : [],
  );
  return places.every((place, count) => place === (places[0] ?? 0) + count);
}

/** The length of a slice: PyTensor works out what Theano does not. */
function slicedLength(machine: Machine, length: AxisLength, { node }: IndexPart): AxisLength {
  if (node?.kind !== 'Slice') return null;
  const { lower, upper, step } = node;
  const isWhole = lower === null && upper === null && (step === null || isUnit(machine, step));
  if (isWhole || length === 'any') return length;
  if (typeof length !== 'number' || length === 1 || step !== null) return null;
  const [from, to] = [lower, upper].map((bound) =>
    bound === null ? undefined : integerOf(machine.evaluate(bound)),
  );
  if (from === null || to === null) return null;
  const [start, end] = [clamp(from ?? 0, length), clamp(to ?? length, length)];
  return surely(Math.max(end - start, 0));
}

const isUnit = (machine: Machine, step: Expression): boolean =>
  Math.abs(integerOf(machine.evaluate(step)) ?? 0) === 1;

const clamp = (bound: number, length: number): number =>
  Math.min(Math.max(bound < 0 ? bound + length : bound, 0), length);
