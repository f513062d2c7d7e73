/**
 * `np.einsum`: sums of products, written as one letter per axis. Every subscript is a step through each operand; the sum runs over the
 * letters that the result does not have.
 */
import { type DType, type Element, promoteAll } from '../../../tensor/dtype.ts';
import { assign, cast, type NDArray, zeros } from '../../../tensor/ndarray.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { runtime } from '../../runtime.ts';
import { Ellipsis, PyList, PyTuple, type Value } from '../../values.ts';
import { integerOf, isMissing, outputOf } from './arguments.ts';
import { arrayOf, castChecked, reserve } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { presented } from './numpyScalar.ts';

/** Letters of the operands and of the result; `null` where the result is implied. */
interface Subscripts {
  readonly inputs: readonly string[];
  readonly output: string | null;
}

function parse(text: string, count: number): Subscripts {
  const clean = text.replaceAll(' ', '');
  const wrong = /[^a-zA-Z,.\->]/.exec(clean);
  if (wrong)
    raiseValueError(
      `invalid subscript '${wrong[0]}' in einstein sum subscripts string, subscripts must be letters`,
    );
  const [left, right] = clean.split('->') as [string, string | undefined];
  const inputs = left.split(',');
  if (inputs.length > count)
    raiseValueError(
      'more operands provided to einstein sum function than specified in the subscripts string',
    );
  if (inputs.length < count)
    raiseValueError(
      'fewer operands provided to einstein sum function than specified in the subscripts string',
    );
  return { inputs, output: right ?? null };
}

/** `einsum(a, [0, 1], b, [1, 2], [0, 2])`: numbers as letters. */
function fromLists(values: readonly Value[]): { subscripts: Subscripts; operands: NDArray[] } {
  const letters = (list: Value): string =>
    (list instanceof PyList || list instanceof PyTuple
      ? list.items
      : raiseTypeError('invalid subscript list')
    )
      .map((item) => (item === Ellipsis ? '...' : letterOf(integerOf(item))))
      .join('');
  const operands: NDArray[] = [];
  const inputs: string[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) {
    operands.push(arrayOf(values[i]));
    inputs.push(letters(values[i + 1]));
  }
  const output = values.length % 2 === 1 ? letters(values.at(-1)!) : null;
  return { subscripts: { inputs, output }, operands };
}

const letterOf = (index: number): string => String.fromCharCode(index < 26 ? 65 + index : 97 + index - 26);

/** Axes under an ellipsis get names of their own, counted from the last. */
const hidden = (count: number): string[] => Array.from({ length: count }, (_, i) => `…${count - 1 - i}`);

function labelsOf(text: string, ndim: number, operand: number): string[] {
  const [before, after] = text.split('...') as [string, string | undefined];
  const named = before.length + (after?.length ?? 0);
  if (named > ndim)
    raiseValueError(`einstein sum subscripts string contains too many subscripts for operand ${operand}`);
  if (after === undefined && named < ndim)
    raiseValueError(
      `operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.`,
    );
  return [...before, ...(after === undefined ? [] : [...hidden(ndim - named), ...after])];
}

function outputLabels(subscripts: Subscripts, inputs: readonly (readonly string[])[]): string[] {
  const all = inputs.flat();
  const ellipsis = hidden(
    Math.max(0, ...inputs.map((labels) => labels.filter((label) => label.length > 1).length)),
  );
  if (subscripts.output === null) {
    const once = [...new Set(all)].filter(
      (label) => label.length === 1 && all.filter((each) => each === label).length === 1,
    );
    return [...ellipsis, ...once.sort()];
  }
  const [before, after] = subscripts.output.split('...') as [string, string | undefined];
  const labels = [...before, ...(after === undefined ? [] : [...ellipsis, ...after])];
  for (const label of labels) {
    if (labels.filter((each) => each === label).length > 1)
      raiseValueError(`einstein sum subscripts string includes output subscript '${label}' multiple times`);
    if (label.length === 1 && !all.includes(label))
      raiseValueError(
        `einstein sum subscripts string included output subscript '${label}' which never appeared in an input`,
      );
  }
  return labels;
}

function sizesOf(
  operands: readonly NDArray[],
  { inputs, output }: { readonly inputs: readonly (readonly string[])[]; readonly output: readonly string[] },
): Map<string, number> {
  const sizes = new Map<string, number>();
  // What one operand gives without a sum is a view of it, which NumPy finds in another place.
  const isView = operands.length === 1 && inputs[0].every((label) => output.includes(label));
  operands.forEach((operand, i) => {
    checkRepeated(operand, inputs[i], isView ? 'single operand' : `operand ${i}`);
    inputs[i].forEach((label, axis) => {
      const length = operand.shape[axis];
      const known = sizes.get(label);
      if (known === undefined || known === 1) sizes.set(label, length);
      else if (length !== 1 && length !== known) raiseMismatch(operands, inputs, output);
    });
  });
  return sizes;
}

/** A label that stands twice in one operand goes along a diagonal. */
function checkRepeated(operand: NDArray, labels: readonly string[], where: string): void {
  for (const [axis, label] of labels.entries()) {
    const [known, length] = [operand.shape[labels.indexOf(label)], operand.shape[axis]];
    if (known === length || known === 1 || length === 1) continue;
    raiseValueError(
      `dimensions in ${where} for collapsing index '${label}' don't match (${known} != ${length})`,
    );
  }
}

/** NumPy's iterator goes through the labels of the result, then through the others in the order of their codes. */
function raiseMismatch(
  operands: readonly NDArray[],
  inputs: readonly (readonly string[])[],
  output: readonly string[],
): never {
  const others = [...new Set(inputs.flat())].filter((label) => !output.includes(label)).sort();
  const order = [...output, ...others];
  const shapes = operands.map((operand, i) => {
    const axes = order.map((label) => inputs[i].indexOf(label));
    const remapped = axes.map((axis) => (axis < 0 ? null : operand.shape[axis]));
    return `${shapeText(operand.shape)}->${shapeText(remapped)}`;
  });
  return raiseValueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapes.join(' ')} `,
  );
}

/** `convert_shape_to_string`: axes that an operand lacks are left out where they lead. */
function shapeText(shape: readonly (number | null)[]): string {
  const first = shape.findIndex((length) => length !== null);
  if (first < 0) return '()';
  const shown = shape.slice(first).map((length) => length ?? 'newaxis');
  return `(${shown.join(',')}${shape.length === 1 ? ',' : ''})`;
}

interface Loop {
  readonly length: number;
  /** The step in each operand, then in the result. */
  readonly steps: readonly number[];
}

/** The step that a letter makes in an operand; a letter that stands twice goes along the diagonal. */
function stepOf(operand: NDArray, labels: readonly string[], label: string): number {
  return labels.reduce(
    (sum, each, axis) =>
      each === label && operand.shape[axis] > 1 ? sum + operand.layout.strides[axis] : sum,
    0,
  );
}

function runLoops(operands: readonly NDArray[], loops: readonly Loop[], result: NDArray): void {
  const target = result.storage;
  const storages = operands.map((operand) => operand.storage);
  const places = operands.map((operand) => operand.layout.offset);
  const multiply = (at: readonly number[]): Element => {
    let product = storages[0][at[0]] as never;
    for (let k = 1; k < storages.length; k++) product = (product * (storages[k][at[k]] as never)) as never;
    return product;
  };
  const isTruth = result.dtype === 'bool';
  const visit = (depth: number, at: number[], to: number): void => {
    if (depth === loops.length) {
      const sum = ((target[to] as never) + (multiply(at) as never)) as never;
      target[to] = (isTruth ? Number(Boolean(sum)) : sum) as never;
      return;
    }
    const { length, steps } = loops[depth];
    const here = at.slice();
    let place = to;
    for (let i = 0; i < length; i++) {
      visit(depth + 1, here, place);
      for (let k = 0; k < here.length; k++) here[k] += steps[k];
      place += steps[here.length];
    }
    runtime().checkpoint();
  };
  visit(0, places, 0);
}

function contract(subscripts: Subscripts, operands: readonly NDArray[], dtype: DType): NDArray {
  const inputs = operands.map((operand, i) => labelsOf(subscripts.inputs[i], operand.ndim, i));
  const output = outputLabels(subscripts, inputs);
  const sizes = sizesOf(operands, { inputs, output });
  const shape = output.map((label) => sizes.get(label) ?? 1);
  reserve(dtype, elementCount(shape));
  const result = zeros(dtype, shape);
  const summed = [...sizes.keys()].filter((label) => !output.includes(label));
  const loops = [...output, ...summed].map((label) => ({
    length: sizes.get(label) ?? 1,
    steps: [
      ...operands.map((operand, i) => stepOf(operand, inputs[i], label)),
      output.includes(label) ? result.layout.strides[output.indexOf(label)] : 0,
    ],
  }));
  if (result.size > 0) runLoops(operands, loops, result);
  return result;
}

/** Without a sum the result of one operand is a window on it; null where there is a sum. */
function windowOf(subscripts: Subscripts, operand: NDArray): NDArray | null {
  const inputs = [labelsOf(subscripts.inputs[0], operand.ndim, 0)];
  const output = outputLabels(subscripts, inputs);
  if (inputs[0].some((label) => !output.includes(label))) return null;
  const sizes = sizesOf([operand], { inputs, output });
  return operand.view({
    shape: output.map((label) => sizes.get(label) ?? 1),
    strides: output.map((label) => stepOf(operand, inputs[0], label)),
    offset: operand.layout.offset,
  });
}

function einsum(values: readonly Value[], ...given: (Value | undefined)[]): Value {
  const [out, dtype] = given;
  if (values.length === 0 || (typeof values[0] === 'string' && values.length === 1))
    raiseValueError(
      'must specify the einstein sum subscripts string and at least one operand, or at least one operand and its corresponding subscripts list',
    );
  const { subscripts, operands } =
    typeof values[0] === 'string'
      ? {
          subscripts: parse(values[0], values.length - 1),
          operands: values.slice(1).map((value) => arrayOf(value)),
        }
      : fromLists(values);
  if (operands.length === 1 && isMissing(out) && isMissing(dtype)) {
    const window = windowOf(subscripts, operands[0]);
    if (window) return window;
  }
  const type = optionalDType(dtype) ?? promoteAll(operands.map((operand) => operand.dtype));
  const result = contract(
    subscripts,
    operands.map((operand) => cast(operand, type)),
    type,
  );
  const target = outputOf(out);
  if (target === undefined) return presented(result);
  assign(target, castChecked(result, target.dtype));
  return target;
}

/** Functions of the module. */
export const einsumFunctions = {
  'einsum(*operands, out?, dtype?, order?, casting?, optimize?)': einsum,
};
