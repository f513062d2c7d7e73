/** `vectorize_graph` and `vectorize` of PyTensor, bound to Python. */
import { printVariable } from '../../../graph/printVariable.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { vectorizeGraph } from '../../../graph/vectorize.ts';
import { PyDict } from '../../containers.ts';
import { raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

const isSequence = (value: Value): value is PyList | PyTuple =>
  value instanceof PyList || value instanceof PyTuple;

const isVariable = (value: Value): value is Variable => value instanceof Variable;

function vectorizedOutputs(outputs: Value, replacements: ReadonlyMap<Variable, Variable>): Value {
  const roots = isSequence(outputs) ? outputs.items : [outputs];
  const wrong = roots.find((root) => !isVariable(root));
  if (wrong !== undefined)
    return raiseAttributeError(`'${typeOf(wrong).name}' object has no attribute 'owner'`);
  const made = vectorizeGraph(roots.filter(isVariable), replacements);
  return isSequence(outputs) ? new PyList(made) : made[0]!;
}

function replacementsOf(replace: Value): Map<Variable, Variable> {
  if (!(replace instanceof PyDict))
    return raiseAttributeError(`'${typeOf(replace).name}' object has no attribute 'items'`);
  const pairs = [...replace.table.entries()].map((entry) => [entry.key, entry.value] as const);
  if (!pairs.every((pair) => pair.every(isVariable)))
    return raiseValueError(`Some of the replaced items are not Variables: ${repr(replace)}`);
  return new Map(pairs as (readonly [Variable, Variable])[]);
}

/** The axes of each operand in `(m,n),(n)->(m)`. */
interface Signature {
  readonly inputs: readonly (readonly string[])[];
  readonly outputs: readonly (readonly string[])[];
}

const name = '\\w+';
const operand = `\\((?:${name}(?:,${name})*,?)?\\)`;
const operands = `${operand}(?:,${operand})*`;
const whole = new RegExp(`^(?:${operands})?->${operands}$`);

function parsedSignature(text: string): Signature {
  const dense = text.replace(/\s+/g, '');
  if (!whole.test(dense)) return raiseValueError(`not a valid gufunc signature: ${dense}`);
  const [inputs, outputs] = dense
    .split('->')
    .map((side) => (side.match(/\([^)]*\)/g) ?? []).map((each) => each.match(/\w+/g) ?? []));
  return { inputs: inputs!, outputs: outputs! };
}

/** What stands for an input inside of the function: without the axes that the signature does not name. */
function coreInput(input: Value, axes: readonly string[]): Variable {
  if (!isVariable(input))
    return raiseTypeError(`Inputs to vectorize function must be TensorVariable, got ${repr(typeOf(input))}`);
  if (input.ndim < axes.length) {
    const text = repr(new PyTuple([...axes]));
    return raiseValueError(`Input ${printVariable(input)} has less dimensions than signature ${text}`);
  }
  const { dtype, shape } = input.type;
  return new Variable(
    input.context,
    { dtype, shape: shape.slice(shape.length - axes.length) },
    { name: input.name },
  );
}

function vectorized(func: Value, signature: Missing, inputs: readonly Value[]): Value {
  const text = signature === undefined || signature === null ? null : asText(signature)!;
  const parsed = text === null ? null : parsedSignature(text);
  if (parsed && parsed.inputs.length !== inputs.length)
    return raiseValueError(`Number of inputs does not match signature: ${text}`);
  const cores = inputs.map((input, i) => coreInput(input, parsed?.inputs[i] ?? []));
  const outputs = call(func, cores);
  if (outputs === null) return raiseValueError('vectorize function returned no outputs');
  const count = isSequence(outputs) ? outputs.items.length : 1;
  if (parsed && parsed.outputs.length !== count)
    return raiseValueError(`Number of outputs does not match signature: ${text}`);
  return vectorizedOutputs(outputs, new Map(cores.map((core, i) => [core, inputs[i] as Variable])));
}

/** `pytensor.graph.replace`: functions over graphs. */
export const vectorizeGraphFunctions = (context: GraphContext): Functions => ({
  'vectorize_graph(outputs, replace)': (outputs, replace) =>
    vectorizedOutputs(outputs!, replacementsOf(replace!)),
  'vectorize(outputs, replace)': (outputs, replace) => {
    context.warn('UserWarning', 'vectorize was renamed to vectorize_graph');
    return vectorizedOutputs(outputs!, replacementsOf(replace!));
  },
});

/** `pytensor.tensor.vectorize`: functions of a program. */
export const vectorizeFunctions = (): Functions => ({
  'vectorize(func, signature?)': (func, signature) =>
    builtin('inner(*inputs)', ((inputs: Value) =>
      vectorized(func!, signature, inputs as unknown as Value[])) as NativeBody),
});
