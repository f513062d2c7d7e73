/** `theano.gradient` as Python calls it: `grad` and what is made of it, and the functions that change a gradient. */
import { fillText } from '../../../graph/dialects/fillText.ts';
import { hessian, jacobian } from '../../../graph/gradient/derivatives.ts';
import {
  type GradOptions,
  grad,
  leftOperator,
  rightOperator,
  usualGrad,
} from '../../../graph/gradient/grad.ts';
import { type Gradient, NullGradient } from '../../../graph/gradient/gradientRule.ts';
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { reduced } from '../../../graph/ops/math.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { PyDict, PySet } from '../../containers.ts';
import { notSupported, raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, wrapIntoList } from './convert.ts';
import { gateFunctions } from './gradientGates.ts';
import { gradientOf, PlaceholderVariable, presentGradient } from './gradientPlaceholders.ts';

type Missing = Value | undefined;
type Body = (...args: Missing[]) => Value;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** One variable or several; results come back in the same form. */
interface Several {
  readonly variables: readonly Variable[];
  present(results: readonly Value[]): Value;
}

function severalOf(context: GraphContext, value: Value): Several {
  const present = (results: readonly Value[]): Value => {
    if (value instanceof PyList) return new PyList([...results]);
    return value instanceof PyTuple ? new PyTuple([...results]) : results[0]!;
  };
  const items = value === null ? [value] : wrapIntoList(value);
  return { variables: items.map((item) => expectVariable(context, item)), present };
}

/** What is no variable may first be looked at when it turns out to be disconnected. */
function expectVariable({ dialect }: GraphContext, value: Value): Variable {
  if (value instanceof Variable) return value;
  return dialect.wrtChecks === 'atOnce'
    ? raiseTypeError(`Expected Variable, got ${str(value)} of type ${repr(typeOf(value))}`)
    : raiseAttributeError(`'${typeOf(value).name}' object has no attribute 'tag'`);
}

function oneOf<const T extends string>(value: Missing, words: readonly T[]): T | 'unknown' {
  const text = value === undefined ? words[0] : asText(value);
  return words.find((word) => word === text) ?? 'unknown';
}

const disconnectedInputs = (value: Missing): GradOptions['disconnectedInputs'] =>
  oneOf(value, ['raise', 'warn', 'ignore']);

const nullGradients = (value: Missing): GradOptions['nullGradients'] => oneOf(value, ['raise', 'return']);

/** What `return_disconnected` says: zeros, None, or a variable that says so. */
interface Disconnected {
  readonly returnDisconnected: GradOptions['returnDisconnected'];
  readonly value: Value;
}

function returnDisconnected(context: GraphContext, value: Missing): Disconnected {
  const given = value === undefined ? 'zero' : (asText(value) ?? '');
  const isExact = context.dialect.disconnectedWords === 'exact';
  switch (isExact ? given : given.toLowerCase()) {
    case 'zero':
      return { returnDisconnected: 'zero', value: null };
    case isExact ? 'None' : 'none':
      return { returnDisconnected: 'null', value: null };
    case isExact ? 'Disconnected' : 'disconnected':
      return { returnDisconnected: 'null', value: presentGradient(context, null) };
    default:
      return { returnDisconnected: 'unknown', value: null };
  }
}

function constantsOf(value: Missing): Variable[] {
  if (!isGiven(value)) return [];
  return toArray(value).map((item) =>
    item instanceof Variable
      ? item
      : raiseTypeError(`Elements of consider_constant must be variables, but got ${repr(typeOf(item))}`),
  );
}

function knownGradients({ dialect }: GraphContext, value: Missing): (readonly [Variable, Gradient])[] {
  if (!isGiven(value)) return [];
  if (!(value instanceof PyDict)) {
    return dialect.knownGradientsAsked === 'owner'
      ? raiseAttributeError(`'${typeOf(toArray(value)[0] ?? null).name}' object has no attribute 'owner'`)
      : raiseAttributeError(`'${typeOf(value).name}' object has no attribute 'keys'`);
  }
  return [...value.table.entries()].map(({ key, value: known }) => {
    const variable = key instanceof Variable ? key : notSupported('known_grads of what is no variable');
    if (known instanceof Variable) return [variable, known];
    if (known instanceof PlaceholderVariable) return [variable, gradientOf(known)];
    const name = dialect.library;
    return raiseTypeError(
      `output grads must be ${name} variables.Ambiguous whether ${repr(typeOf(known))} should be made into tensor or sparse ${name} variable`,
    );
  });
}

/** The libraries ask a cost for its type before anything else. */
function costVariable({ dialect }: GraphContext, cost: Value): Variable {
  if (cost instanceof Variable) return cost;
  const reason = cost instanceof PlaceholderVariable ? cost.type.reason : null;
  if (reason === null) return raiseAttributeError(`'${typeOf(cost).name}' object has no attribute 'type'`);
  return raiseValueError(fillText(dialect.nullCost, reason));
}

function gradBody(context: GraphContext): Body {
  return (...args) => {
    const [cost, wrt, constants, disconnected, names, known, returned, nulls] = args;
    if (wrt instanceof PySet) raiseTypeError(context.dialect.wrtSet);
    const from = isGiven(cost) ? costVariable(context, cost) : null;
    const { variables, present } = severalOf(context, wrt!);
    const { returnDisconnected: answer, value } = returnDisconnected(context, returned);
    const found = grad(context, {
      cost: from,
      wrt: variables,
      constants: constantsOf(constants),
      knownGradients: knownGradients(context, known),
      disconnectedInputs: disconnectedInputs(disconnected),
      returnDisconnected: answer,
      nullGradients: nullGradients(nulls),
      addsNames: names === undefined || isTrue(names),
    });
    return present(found.map((gradient) => (gradient === null ? value : presentGradient(context, gradient))));
  };
}

function pointsOf(context: GraphContext, points: Value): Variable[] {
  return wrapIntoList(points).map((point) => asVariable(context, point));
}

function leftPoints(context: GraphContext, points: Value): Variable[] {
  const other = wrapIntoList(points).find((point) => !(point instanceof Variable));
  if (other === undefined || context.dialect.leftPoints === 'tensors') return pointsOf(context, points);
  return raiseTypeError(
    `output grads must be theano variables.Ambiguous whether ${repr(typeOf(other))} should be made into tensor or sparse theano variable`,
  );
}

/** Two old functions may have new names and tell so. */
function renamed(context: GraphContext, names: { old: string; new: string }, body: Body): Body {
  return (...args) => {
    if (context.dialect.oldOperatorNames === 'deprecated')
      context.warn('FutureWarning', `${names.old} is deprecated, use ${names.new} instead.`);
    return body(...args);
  };
}

function leftBody(context: GraphContext): Body {
  return (...args) => {
    const [outputs, wrt, points, constants, disconnected, returned] = args;
    const { variables, present } = severalOf(context, wrt!);
    const given = {
      wrt: variables,
      points: leftPoints(context, points!),
      constants: constantsOf(constants),
    };
    const { returnDisconnected: answer, value } = returnDisconnected(context, returned);
    const roots = wrapIntoList(outputs).map((output) => expectVariable(context, output));
    const found = leftOperator(context, roots, given, {
      disconnectedInputs: disconnectedInputs(disconnected),
      returnDisconnected: answer,
    });
    return present(found.map((gradient) => gradient ?? value));
  };
}

function rightBody(context: GraphContext): Body {
  return (...args) => {
    const [outputs, wrt, points, disconnected, returned] = args;
    const { variables, present } = severalOf(context, outputs!);
    const given = {
      wrt: wrapIntoList(wrt).map((variable) => expectVariable(context, variable)),
      points: pointsOf(context, points!),
    };
    checkPoints(context, given);
    const { returnDisconnected: answer, value } = returnDisconnected(context, returned);
    const found = rightOperator(context, variables, given, {
      disconnectedInputs: disconnectedInputs(disconnected),
      returnDisconnected: answer,
    });
    return present(found.map((product) => product ?? value));
  };
}

function checkPoints(
  { dialect }: GraphContext,
  { wrt, points }: { readonly wrt: readonly Variable[]; readonly points: readonly Variable[] },
): void {
  if (wrt.length !== points.length) {
    if (dialect.argumentChecks === 'assertions') throw new EngineError('AssertionError');
    raiseValueError(dialect.pointCount);
  }
  const index = wrt.findIndex((variable, i) => variable.ndim !== points[i]!.ndim);
  if (index < 0) return;
  const [wanted, found] = [wrt[index]!.ndim, points[index]!.ndim];
  raiseValueError(fillText(dialect.pointRank, index, wanted, found));
}

/** The libraries look only at the expression itself; what else is no variable is first missed inside of the loop. */
function derivedVariable(context: GraphContext, what: 'jacobian' | 'hessian', value: Value): Variable {
  if (value instanceof Variable) return value;
  const argument = what === 'jacobian' ? 'expression' : 'cost';
  if (context.dialect.argumentChecks === 'exceptions')
    return raiseTypeError(`${what} expects a Variable as \`${argument}\``);
  throw new EngineError('AssertionError', `tensor.${what} expects a Variable as \`${argument}\``);
}

const derivativeBody =
  (context: GraphContext, what: 'jacobian' | 'hessian'): Body =>
  (expression, wrt, constants, disconnected) => {
    const from = derivedVariable(context, what, expression!);
    const { variables, present } = severalOf(context, wrt!);
    return present(
      { jacobian, hessian }[what](context, from, variables, {
        constants: constantsOf(constants),
        disconnectedInputs: disconnectedInputs(disconnected),
      }),
    );
  };

/** `hessian_vector_product`: the gradient of the product of the gradient and a point. */
const hessianProductBody =
  (context: GraphContext): Body =>
  (...args) => {
    const [cost, wrt, points, constants, disconnected] = args;
    const variables = wrapIntoList(wrt).map((one) => expectVariable(context, one));
    const gradients = (of: Variable): Variable[] =>
      grad(context, {
        ...usualGrad,
        cost: of,
        wrt: variables,
        constants: constantsOf(constants),
        disconnectedInputs: disconnectedInputs(disconnected),
      }) as Variable[];
    const along = pointsOf(context, points!);
    const products = gradients(costVariable(context, cost!)).map((gradient, i) =>
      reduced('sum', elemwise('mul', gradient, along[i]!), { axis: null, keepsAxes: false, dtype: null }),
    );
    const found = gradients(products.reduce((sum, product) => elemwise('add', sum, product)));
    return wrt instanceof Variable ? found[0]! : new PyList(found);
  };

/** What the libraries refuse of the arguments of `subgraph_grad`. */
function checkSubgraph({ dialect }: GraphContext, args: readonly Missing[]): void {
  const [wrt, end, start, cost] = args;
  const asserts = dialect.argumentChecks === 'assertions';
  const refuse = (error: 'ValueError' | 'TypeError', text: string): never => {
    throw asserts ? new EngineError('AssertionError') : new EngineError(error, text);
  };
  if (!isGiven(start) && !isGiven(cost)) refuse('ValueError', '`cost` or `start` must be specified.');
  if (!(end instanceof PyList)) refuse('TypeError', '`end` must be a list.');
  if (!(wrt instanceof PyList)) refuse('TypeError', '`wrt` must be a list.');
  if (isGiven(start) && !(start instanceof PyDict)) refuse('TypeError', '`start` must be a dictionary.');
}

/** `subgraph_grad`: gradients up to `end`, from a cost and from known gradients. */
function subgraphBody(context: GraphContext): Body {
  return (...args) => {
    const [wrt, end, start, cost, details] = args;
    checkSubgraph(context, args);
    const wanted = wrapIntoList(wrt).map((one) => expectVariable(context, one));
    const ends = wrapIntoList(end).map((one) => expectVariable(context, one));
    const all = [...new Set([...wanted, ...ends])];
    const from = (known: Missing, from: Missing): Variable[] =>
      grad(context, {
        ...usualGrad,
        cost: isGiven(from) ? costVariable(context, from) : null,
        wrt: all,
        constants: ends,
        knownGradients: knownGradients(context, known),
        disconnectedInputs: 'ignore',
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

/** `grad_undefined` and `grad_not_implemented`, which ops use to say that there is no gradient. */
const missingBody =
  (context: GraphContext, why: string): Body =>
  (op, position, x, comment) => {
    const text = comment === undefined ? '' : (asText(comment) ?? str(comment));
    return presentGradient(
      context,
      new NullGradient(
        `This variable is Null because the grad method for input ${str(position!)} (${str(x!)}) of the ${str(op!)} op is ${why}. ${text}`,
      ),
    );
  };

/** Results as a list, as a tuple, or the only one alone. */
const formatted =
  ({ dialect }: GraphContext): Body =>
  (asList, asTuple, outputs) => {
    const wants = { list: isTrue(asList!), tuple: isTrue(asTuple!) };
    const asserts = dialect.argumentChecks === 'assertions';
    const refuse = (old: string, text: string): never => {
      throw asserts ? new EngineError('AssertionError', old) : new EngineError('ValueError', text);
    };
    if (wants.list && wants.tuple)
      refuse('Both flags cannot be simultaneously True', 'Both flags cannot be simultaneously `True`');
    const isSeveral = outputs instanceof PyList || outputs instanceof PyTuple;
    const items = isSeveral ? [...outputs.items] : [outputs!];
    if (wants.list) return new PyList(items);
    if (wants.tuple) return new PyTuple(items);
    if (!isSeveral) return outputs!;
    if (items.length !== 1) {
      refuse('Wrong arguments. Expected a one element list', 'Wrong arguments; expected a one element list');
    }
    return items[0]!;
  };

/** Every function of the module by signature. */
export const gradientFunctions = (context: GraphContext): Readonly<Record<string, Body>> => ({
  ...gateFunctions(context),
  'grad(cost, wrt, consider_constant?, disconnected_inputs?, add_names?, known_grads?, return_disconnected?, null_gradients?)':
    gradBody(context),
  [context.dialect.lopSignature]: renamed(context, { old: 'Lop', new: 'pullback' }, leftBody(context)),
  'pullback(f, wrt, cotangents, consider_constant?, disconnected_inputs?, return_disconnected?)':
    leftBody(context),
  'Rop(f, wrt, eval_points, disconnected_outputs?, return_disconnected?, use_op_rop_implementation?)':
    renamed(context, { old: 'Rop', new: 'pushforward' }, rightBody(context)),
  'pushforward(f, wrt, tangents, disconnected_outputs?, return_disconnected?, use_op_pushforward?)':
    rightBody(context),
  'jacobian(expression, wrt, consider_constant?, disconnected_inputs?, vectorize?)': derivativeBody(
    context,
    'jacobian',
  ),
  'hessian(cost, wrt, consider_constant?, disconnected_inputs?)': derivativeBody(context, 'hessian'),
  'hessian_vector_product(cost, wrt, p, consider_constant?, disconnected_inputs?)':
    hessianProductBody(context),
  'subgraph_grad(wrt, end, start?, cost?, details?)': subgraphBody(context),
  'format_as(use_list, use_tuple, outputs)': formatted(context),
  'as_list_or_tuple(use_list, use_tuple, outputs)': formatted(context),
  'grad_undefined(op, x_pos, x, comment?)': missingBody(context, context.dialect.undefinedGradient),
  'grad_not_implemented(op, x_pos, x, comment?)': missingBody(context, 'not implemented'),
});
