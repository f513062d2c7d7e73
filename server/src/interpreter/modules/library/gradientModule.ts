/** `theano.gradient` as Python calls it: `grad` and what is made of it, and the functions that change a gradient. */
import { hessian, jacobian } from '../../../graph/gradient/derivatives.ts';
import { type GradOptions, grad, leftOperator, rightOperator } from '../../../graph/gradient/grad.ts';
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { type GradientGate, gated } from '../../../graph/ops/gradientGate.ts';
import { reduced } from '../../../graph/ops/math.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { PyDict, PySet } from '../../containers.ts';
import { notSupported, raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { asDouble } from '../../protocols/numbers.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, wrapIntoList } from './convert.ts';

type Missing = Value | undefined;
type Body = (...args: Missing[]) => Value;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** One variable or several; results come back in the same form. */
interface Several {
  readonly variables: readonly Variable[];
  present(results: readonly Value[]): Value;
}

function severalOf(value: Value): Several {
  const present = (results: readonly Value[]): Value => {
    if (value instanceof PyList) return new PyList([...results]);
    return value instanceof PyTuple ? new PyTuple([...results]) : results[0]!;
  };
  return { variables: wrapIntoList(value).map(expectVariable), present };
}

function expectVariable(value: Value): Variable {
  if (value instanceof Variable) return value;
  return raiseTypeError(`Expected Variable, got ${str(value)} of type ${repr(typeOf(value))}`);
}

function disconnectedInputs(value: Missing): GradOptions['disconnectedInputs'] {
  const text = value === undefined ? 'raise' : asText(value);
  if (text === 'raise' || text === 'warn' || text === 'ignore') return text;
  return raiseValueError(
    "Invalid value for keyword 'disconnected_inputs', valid values are 'ignore', 'warn' and 'raise'.",
  );
}

function returnDisconnected(value: Missing): GradOptions['returnDisconnected'] {
  const text = value === undefined ? 'zero' : (asText(value) ?? '').toLowerCase();
  if (text === 'zero' || text === 'none') return text;
  return notSupported(`return_disconnected=${isGiven(value) ? repr(value) : 'None'}`);
}

const constantsOf = (value: Missing): Variable[] =>
  isGiven(value) ? toArray(value).map(expectVariable) : [];

function knownGradients(context: GraphContext, value: Missing): (readonly [Variable, Variable])[] {
  if (!isGiven(value)) return [];
  if (!(value instanceof PyDict)) return raiseTypeError('known_grads has to be a dictionary');
  return [...value.table.entries()].map((entry) => [
    expectVariable(entry.key),
    asVariable(context, entry.value),
  ]);
}

/** The libraries ask a cost for its type before anything else. */
const costVariable = (cost: Value): Variable =>
  cost instanceof Variable
    ? cost
    : raiseAttributeError(`'${typeOf(cost).name}' object has no attribute 'type'`);

function gradBody(context: GraphContext): Body {
  return (...args) => {
    const [cost, wrt, constants, disconnected, names, known, returned, nulls] = args;
    if (wrt instanceof PySet) {
      return raiseTypeError(
        "wrt must not be a set. sets have no defined iteration order, so we can't return gradients in a  matching order.",
      );
    }
    if (isGiven(nulls) && asText(nulls) !== 'raise') return notSupported('null_gradients');
    const { variables, present } = severalOf(wrt!);
    const found = grad(context, {
      cost: isGiven(cost) ? costVariable(cost) : null,
      wrt: variables,
      constants: constantsOf(constants),
      knownGradients: knownGradients(context, known),
      disconnectedInputs: disconnectedInputs(disconnected),
      returnDisconnected: returnDisconnected(returned),
      addsNames: names === undefined || isTrue(names),
    });
    return present(found);
  };
}

const pointsOf = (context: GraphContext, points: Value): Variable[] =>
  wrapIntoList(points).map((point) => asVariable(context, point));

/** PyTensor has new names for two old functions and tells so. */
function renamed(context: GraphContext, names: { old: string; new: string }, body: Body): Body {
  return (...args) => {
    if (context.dialect.opText === 'pytensor')
      context.warn('FutureWarning', `${names.old} is deprecated, use ${names.new} instead.`);
    return body(...args);
  };
}

function leftBody(context: GraphContext): Body {
  return (...args) => {
    const [outputs, wrt, points, constants, disconnected, returned] = args;
    const { variables, present } = severalOf(wrt!);
    const given = { wrt: variables, points: pointsOf(context, points!), constants: constantsOf(constants) };
    return present(
      leftOperator(context, wrapIntoList(outputs).map(expectVariable), given, {
        disconnectedInputs: disconnectedInputs(disconnected),
        returnDisconnected: returnDisconnected(returned),
      }),
    );
  };
}

function rightBody(context: GraphContext): Body {
  return (...args) => {
    const [outputs, wrt, points, disconnected, returned] = args;
    const { variables, present } = severalOf(outputs!);
    const given = { wrt: wrapIntoList(wrt).map(expectVariable), points: pointsOf(context, points!) };
    for (const [i, variable] of given.wrt.entries()) checkPoint(variable, given.points[i]!, i);
    return present(
      rightOperator(context, variables, given, {
        disconnectedInputs: disconnectedInputs(disconnected),
        returnDisconnected: returnDisconnected(returned),
      }),
    );
  };
}

function checkPoint(variable: Variable, point: Variable, index: number): void {
  if (variable.ndim === point.ndim) return;
  raiseValueError(
    `Element ${index} of wrt/eval_point have mismatched dimensionality: ${variable.ndim} versus ${point.ndim}`,
  );
}

const derivativeBody =
  (context: GraphContext, make: typeof jacobian): Body =>
  (expression, wrt, constants, disconnected) => {
    const { variables, present } = severalOf(wrt!);
    return present(
      make(context, expectVariable(expression!), variables, {
        constants: constantsOf(constants),
        disconnectedInputs: disconnectedInputs(disconnected),
      }),
    );
  };

/** `hessian_vector_product`: the gradient of the product of the gradient and a point. */
const hessianProductBody =
  (context: GraphContext): Body =>
  (cost, wrt, points, constants, disconnected) => {
    const variables = wrapIntoList(wrt).map(expectVariable);
    const gradients = (of: Variable): Variable[] =>
      grad(context, {
        cost: of,
        wrt: variables,
        constants: constantsOf(constants),
        knownGradients: [],
        disconnectedInputs: disconnectedInputs(disconnected),
        returnDisconnected: 'zero',
        addsNames: true,
      }) as Variable[];
    const along = pointsOf(context, points!);
    const products = gradients(costVariable(cost!)).map((gradient, i) =>
      reduced('sum', elemwise('mul', gradient, along[i]!), { axis: null, keepsAxes: false, dtype: null }),
    );
    const found = gradients(products.reduce((sum, product) => elemwise('add', sum, product)));
    return wrt instanceof Variable ? found[0]! : new PyList(found);
  };

/** `subgraph_grad`: gradients up to `end`, from a cost and from known gradients. */
function subgraphBody(context: GraphContext): Body {
  return (...args) => {
    const [wrt, end, start, cost, details] = args;
    const wanted = wrapIntoList(wrt).map(expectVariable);
    const ends = wrapIntoList(end).map(expectVariable);
    const all = [...new Set([...wanted, ...ends])];
    const from = (known: Missing, from: Missing): Variable[] =>
      grad(context, {
        cost: isGiven(from) ? asVariable(context, from) : null,
        wrt: all,
        constants: ends,
        knownGradients: knownGradients(context, known),
        disconnectedInputs: 'ignore',
        returnDisconnected: 'zero',
        addsNames: true,
      }) as Variable[];
    const fromStart = isGiven(start) ? from(start, null) : null;
    const fromCost = isGiven(cost) ? from(null, cost) : null;
    const sums = all.map((_, i) =>
      fromStart && fromCost ? elemwise('add', fromStart[i]!, fromCost[i]!) : (fromStart ?? fromCost)![i]!,
    );
    const listOf = (variables: readonly Variable[]): Value =>
      new PyList(variables.map((variable) => sums[all.indexOf(variable)]!));
    const results = [listOf(wanted), listOf(ends)];
    if (details !== undefined && isTrue(details))
      results.push(
        ...[fromStart, fromCost].map((gradients) => (gradients ? new PyList([...gradients]) : null)),
      );
    return new PyTuple(results);
  };
}

const floatArgument = (value: Value): number =>
  asDouble(value) ?? raiseTypeError(`a number is expected, not ${repr(value)}`);

const gateBody =
  (context: GraphContext, gate: GradientGate): Body =>
  (x) =>
    gated(asVariable(context, x!), gate);

/** Every function of the module by signature. */
export const gradientFunctions = (context: GraphContext): Readonly<Record<string, Body>> => ({
  'grad(cost, wrt, consider_constant?, disconnected_inputs?, add_names?, known_grads?, return_disconnected?, null_gradients?)':
    gradBody(context),
  'Lop(f, wrt, eval_points, consider_constant?, disconnected_inputs?, return_disconnected?)': renamed(
    context,
    { old: 'Lop', new: 'pullback' },
    leftBody(context),
  ),
  'pullback(f, wrt, cotangents, consider_constant?, disconnected_inputs?, return_disconnected?)':
    leftBody(context),
  'Rop(f, wrt, eval_points, disconnected_outputs?, return_disconnected?, use_op_rop_implementation?)':
    renamed(context, { old: 'Rop', new: 'pushforward' }, rightBody(context)),
  'pushforward(f, wrt, tangents, disconnected_outputs?, return_disconnected?, use_op_pushforward?)':
    rightBody(context),
  'jacobian(expression, wrt, consider_constant?, disconnected_inputs?, vectorize?)': derivativeBody(
    context,
    jacobian,
  ),
  'hessian(cost, wrt, consider_constant?, disconnected_inputs?)': derivativeBody(context, hessian),
  'hessian_vector_product(cost, wrt, p, consider_constant?, disconnected_inputs?)':
    hessianProductBody(context),
  'subgraph_grad(wrt, end, start?, cost?, details?)': subgraphBody(context),
  'consider_constant(x)': gateBody(context, { gate: 'considerConstant' }),
  'zero_grad(x)': gateBody(context, { gate: 'zero' }),
  'undefined_grad(x)': gateBody(context, { gate: 'undefined' }),
  'disconnected_grad(x)': gateBody(context, { gate: 'disconnected' }),
  'grad_clip(x, lower_bound, upper_bound)': (x, low, high) =>
    gated(asVariable(context, x!), { gate: 'clip', low: floatArgument(low!), high: floatArgument(high!) }),
  'grad_scale(x, multiplier)': (x, factor) =>
    gated(asVariable(context, x!), { gate: 'scale', factor: floatArgument(factor!) }),
});
