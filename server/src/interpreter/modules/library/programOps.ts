/**
 * Ops that a program defines, as the engine sees them: their methods are called when a graph is built, differentiated or run. Theano 1.0.5,
 * `gof/op.py`; Aesara 2.9.4 and PyTensor 3.0.7, `graph/op.py` and `graph/basic.py`. Code in C is passed over: `perform` means the same.
 */
import type { Gradient } from '../../../graph/gradient/gradientRule.ts';
import { ProgramOp, type ProgramOpParams, programOpEntry } from '../../../graph/ops/programOp.ts';
import { printType, type TensorType } from '../../../graph/tensorType.ts';
import { type Apply, applyTyped, type GraphContext, type Op, Variable } from '../../../graph/variable.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { getAttribute, tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { equals, isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { PyFloat, PyList, type PyObject, type Value } from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { NumpyScalar } from '../numpy/numpyScalar.ts';
import { gradientOf, PlaceholderVariable, presentGradient } from './gradientPlaceholders.ts';
import { applyObject, PyApply } from './pyApply.ts';

/** The code of one op object. */
class PythonOp extends ProgramOp {
  readonly context: GraphContext;
  readonly object: PyObject;

  constructor(context: GraphContext, object: PyObject) {
    super();
    this.context = context;
    this.object = object;
  }

  #call(method: string, args: readonly Value[]): Value {
    return call(getAttribute(this.object, method), args);
  }

  infer(inputs: readonly Variable[]): readonly TensorType[] {
    return nodeOf(this.object, this.#call('make_node', inputs)).apply.outputs.map(({ type }) => type);
  }

  perform(inputs: readonly NDArray[], apply: Apply): readonly NDArray[] {
    const cells = apply.outputs.map(() => new PyList([null]));
    const given = new PyList(inputs.map((input) => input.copy()));
    this.#call('perform', [applyObject(this.context, apply), given, new PyList([...cells])]);
    return cells.map(({ items }, i) => this.#stored(items[0] ?? null, apply.outputs[i]!.type));
  }

  /** The libraries go on with whatever was stored; what is not of the promised type is refused here. */
  #stored(value: Value, type: TensorType): NDArray {
    const isNumber = value instanceof NumpyScalar || value instanceof PyFloat || typeof value === 'number';
    const array = value instanceof NDArray || isNumber ? arrayOf(value) : null;
    const isPromised =
      array?.dtype === type.dtype &&
      array.shape.length === type.shape.length &&
      type.shape.every((length, axis) => length === null || length === array.shape[axis]);
    if (isPromised) return isNumber ? storedNumber(array) : array.copy();
    const found = array === null ? typeOf(value).name : `${array.dtype} (${array.shape.join(', ')})`;
    const promised = printType(this.context.dialect, type);
    return notSupported(`perform of ${this.print()} stores ${found}, but its output is ${promised}`);
  }

  pullback(apply: Apply, gradients: readonly (Variable | null)[]): readonly Gradient[] {
    const name = this.context.dialect.opGradientMethod;
    const given = gradients.map((gradient) => presentGradient(this.context, gradient));
    const lists = [apply.inputs, apply.outputs, given].map((items) => new PyList([...items]));
    const found = this.#call(name, lists);
    const shown = name === 'pullback' ? name : 'grad';
    if (found === null)
      return raiseTypeError(`${this.print()}.${shown} returned NoneType, expected iterable.`);
    const terms = toArray(found);
    if (terms.length !== apply.inputs.length)
      return raiseValueError(`${this.print()} returned the wrong number of gradient terms.`);
    return terms.map((term) => this.#termOf(term));
  }

  #termOf(term: Value): Gradient {
    if (term instanceof Variable) return term;
    if (term instanceof PlaceholderVariable) return gradientOf(term);
    if (term !== null) return notSupported(`a gradient of ${this.print()} that is no variable`);
    return raiseTypeError(
      `${this.print()}.grad returned None for a gradient term, this is prohibited. Instead of None,return zeros_like(input), disconnected_type(), or a NullType variable such as those made with the grad_undefined or grad_unimplemented helper functions.`,
    );
  }

  connections(apply: Apply): readonly (readonly boolean[])[] | null {
    const pattern = tryGetAttribute(this.object, 'connection_pattern');
    if (pattern === undefined) return null;
    const rows = toArray(call(pattern, [applyObject(this.context, apply)]));
    return rows.map((row) => toArray(row).map(isTrue));
  }

  get defaultOutput(): number | null {
    const index = tryGetAttribute(this.object, 'default_output');
    return typeof index === 'number' ? index : null;
  }

  equals(other: ProgramOp): boolean {
    return other instanceof PythonOp && equals(this.object, other.object);
  }

  print(): string {
    return str(this.object);
  }
}

const storedNumbers = new WeakSet<NDArray>();

/** What was stored as a number is one where it is the result of a function. */
function storedNumber(array: NDArray): NDArray {
  storedNumbers.add(array);
  return array;
}

/** The number that `perform` stored in place of an array; else the array. */
export const asStored = (array: NDArray): Value =>
  storedNumbers.has(array) ? new NumpyScalar(array.dtype, array.at(0)) : array;

const known = new WeakMap<PyObject, PythonOp>();

function programOf(context: GraphContext, op: PyObject): PythonOp {
  const found = known.get(op) ?? new PythonOp(context, op);
  known.set(op, found);
  return found;
}

/** `Apply(op, inputs, outputs)`: variables like the given outputs, made by the op. */
export function appliedProgramOp(
  context: GraphContext,
  op: PyObject,
  lists: readonly [Value, Value],
): PyApply {
  const inputs = variablesIn(lists[0], 'inputs');
  const outputs = variablesIn(lists[1], 'outputs');
  if (outputs.some(({ owner }) => owner !== null))
    return raiseValueError('All output variables passed to Apply must belong to it.');
  if (outputs.length === 0) return notSupported('an op without outputs');
  const types = outputs.map(({ type }) => type);
  const params: ProgramOpParams = {
    program: programOf(context, op),
    inputTypes: inputs.map(({ type }) => type),
    outputTypes: types,
  };
  const made = applyTyped(context, { op: { entry: programOpEntry, params } as Op, inputs }, types);
  made.forEach((variable, i) => {
    variable.name = outputs[i]!.name;
  });
  return applyObject(context, made[0]!.owner!);
}

function variablesIn(list: Value, what: 'inputs' | 'outputs'): Variable[] {
  return toArray(list).map((item) => {
    if (item instanceof Variable) return item;
    const wanted = what === 'inputs' ? 'Variable instances' : 'Variable instances with no owner';
    return raiseTypeError(`The '${what}' argument to Apply must contain ${wanted}, not ${str(item)}`);
  });
}

/** What `make_node` gave. */
export function nodeOf(op: PyObject, node: Value): PyApply {
  if (node instanceof PyApply) return node;
  return notSupported(`make_node of ${str(op)} that gives no Apply`);
}
