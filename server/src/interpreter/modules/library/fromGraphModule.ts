/** `OpFromGraph` as Python calls it: its arguments, the overrides of its gradient, and how it is applied. */
import { fillText } from '../../../graph/dialects/fillText.ts';
import type { Gradient } from '../../../graph/gradient/gradientRule.ts';
import {
  type FromGraphOptions,
  type FromGraphParams,
  fromGraph,
  fromGraphEntry,
  type Pullback,
  type PullbackArguments,
} from '../../../graph/ops/fromGraph.ts';
import { applyNew, type GraphContext, type Op, Variable } from '../../../graph/variable.ts';
import {
  exceptionType,
  notSupported,
  raise,
  raiseAttributeError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, type Value } from '../../values.ts';
import { gradientOf, PlaceholderVariable } from './gradientPlaceholders.ts';
import { PyOp } from './pyOp.ts';

type Missing = Value | undefined;
type Keywords = ReadonlyMap<string, Value>;

const isClassic = ({ dialect }: GraphContext): boolean => dialect.fromGraphArguments === 'classic';

/** An override that is not there: `'default'` of old, None now. */
const isDefault = (context: GraphContext, value: Missing): value is undefined =>
  value === undefined || (isClassic(context) ? asText(value) === 'default' : value === null);

interface Overrides {
  readonly left: Missing;
  /** `grad_overrides`: without the outputs. */
  readonly gradient: Missing;
  readonly right: Missing;
}

export const fromGraphSignatures = {
  classic:
    'OpFromGraph(inputs, outputs, inline?, lop_overrides?, grad_overrides?, rop_overrides?, connection_pattern?, name?, **kwargs)',
  new: 'OpFromGraph(inputs, outputs, *, inline?, pullback?, pushforward?, lop_overrides?, rop_overrides?, connection_pattern?, strict?, name?, destroy_map?, **kwargs)',
} as const;

/** `OpFromGraph(…)` of Theano and Aesara. */
export const classicFromGraph =
  (context: GraphContext) =>
  (...args: unknown[]): Op => {
    const [inputs, outputs, inline, left, gradient, right, connections, name] = args as Missing[];
    const graph = graphArguments(context, [inputs!, outputs!], args[8] as Keywords);
    const overrides = { left, gradient, right };
    return makeOp(context, graph, { inline, connections, name, overrides });
  };

/** `OpFromGraph(…)` of PyTensor. */
export const newFromGraph =
  (context: GraphContext) =>
  (...args: unknown[]): Op => {
    const [inputs, outputs, inline, back, forward, left, right, connections, strict, name, destroys] =
      args as Missing[];
    const keywords = args[11] as Keywords;
    if (isGiven(destroys)) return notSupported('OpFromGraph(destroy_map=…)');
    checkTwice(inputs!, keywords);
    const graph = graphArguments(context, [inputs!, outputs!], keywords);
    const overrides = {
      left: renamedOverride(context, { lop_overrides: left, pullback: back }),
      gradient: undefined,
      right: renamedOverride(context, { rop_overrides: right, pushforward: forward }),
    };
    const op = makeOp(context, graph, { inline, connections, name, overrides });
    const { shared } = op.params as FromGraphParams;
    if (strict !== undefined && isTrue(strict) && shared.length > 0) {
      return raiseValueError(
        `All variables needed to compute inner-graph must be provided as inputs under strict=True. The inner-graph implicitly depends on the following shared variables ${repr(new PyList([...shared]))}`,
      );
    }
    return op;
  };

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** PyTensor has new names for two arguments. */
function renamedOverride(context: GraphContext, given: Readonly<Record<string, Missing>>): Missing {
  const [old, now] = Object.keys(given);
  if (!isGiven(given[old!])) return given[now!];
  if (isGiven(given[now!])) return raiseValueError(`${old} and ${now} are mutually exclusive`);
  context.warn('FutureWarning', `${old} is deprecated in favor of ${now}.`);
  return given[old!];
}

function checkTwice(inputs: Value, keywords: Keywords): void {
  if (asText(keywords.get('on_unused_input') ?? null) === 'ignore') return;
  if (inputs instanceof Variable) raiseTypeError(`object of type '${typeOf(inputs).name}' has no len()`);
  const all = toArray(inputs);
  const twice = [...new Set(all.filter((one, i) => all.indexOf(one) !== i))];
  if (twice.length === 0) return;
  raiseValueError(
    `The following variables were provided more than once as inputs to the OpFromGraph, resulting in an invalid graph: ${repr(new PyList(twice))}. Use dummy variables or var.copy() to distinguish variables when creating the OpFromGraph graph.`,
  );
}

interface GraphArguments {
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
}

function graphArguments(
  context: GraphContext,
  [inputs, outputs]: readonly [Value, Value],
  keywords: Keywords,
): GraphArguments {
  const isAlone = context.dialect.graphLists === 'eachAlone';
  if (isAlone && !(outputs instanceof PyList))
    return raiseTypeError(`outputs must be list, got ${repr(typeOf(outputs))}`);
  if (isAlone && !(inputs instanceof PyList))
    return raiseTypeError(
      `can only concatenate ${typeOf(inputs).name} (not "list") to ${typeOf(inputs).name}`,
    );
  if (!(inputs instanceof PyList && outputs instanceof PyList))
    return raiseTypeError('Inputs and outputs must be lists');
  const variables = (list: PyList): Variable[] =>
    list.items.map((item) => (item instanceof Variable ? item : refuseItem(context, item)));
  const graph = { inputs: variables(inputs), outputs: variables(outputs) };
  if (keywords.has('updates') || keywords.has('givens')) {
    if (isAlone) raiseTypeError('updates and givens are not allowed here');
    raise(exceptionType('NotImplementedError'), 'Updates and givens are not supported');
  }
  for (const name of keywords.keys()) if (!functionKeywords.has(name)) refuseKeyword(context, name);
  return graph;
}

/** What is handed on to `function`; nothing of it changes values. */
const functionKeywords = new Set(['mode', 'on_unused_input', 'accept_inplace', 'profile', 'trust_input']);

/** The libraries refuse it when the op runs for the first time. */
function refuseKeyword({ dialect }: GraphContext, name: string): never {
  return raiseTypeError(`${dialect.refusingFunction}() got an unexpected keyword argument '${name}'`);
}

function refuseItem({ dialect }: GraphContext, item: Value): never {
  const values = dialect.errorValues === 'arguments' ? [item] : [];
  return raiseTypeError(fillText(dialect.noGraphVariable, str(item)), ...values);
}

interface OtherArguments {
  readonly inline: Missing;
  readonly connections: Missing;
  readonly name: Missing;
  readonly overrides: Overrides;
}

function makeOp(context: GraphContext, graph: GraphArguments, given: OtherArguments): Op {
  const { overrides, inline } = given;
  if (!isDefault(context, overrides.left) && !isDefault(context, overrides.gradient))
    return raiseValueError('lop_overrides and grad_overrides are mutually exclusive');
  if (!isDefault(context, overrides.right))
    return notSupported('OpFromGraph with an override of Rop (rop_overrides, pushforward)');
  const name = isGiven(given.name) ? asText(given.name) : null;
  if (isGiven(given.name) && typeof name !== 'string')
    return raise(exceptionType('AssertionError'), 'name must be None or string object');
  const options: FromGraphOptions = {
    name: name ?? null,
    isInline: inline !== undefined && isTrue(inline),
    pullback: pullbackOf(context, overrides),
    connections: isGiven(given.connections)
      ? toArray(given.connections).map((row) => toArray(row).map(isTrue))
      : null,
  };
  return fromGraph(context, graph, options) as Op;
}

function pullbackOf(context: GraphContext, { left, gradient }: Overrides): Pullback | null {
  const isLeft = !isDefault(context, left);
  const override = isLeft ? left! : gradient;
  if (isDefault(context, override)) return null;
  const value: Value = override;
  return (given) => {
    if (isFromGraph(value)) return overriddenByOp(value, given, { hasOutputs: isLeft });
    const args = argumentsOf(given, { hasOutputs: isLeft });
    if (value instanceof PyList) return listed(context, value.items, { given, args });
    return called(context, value, { given, args });
  };
}

/** What a function is given that overrides the gradient. */
function argumentsOf(given: PullbackArguments, { hasOutputs }: { readonly hasOutputs: boolean }): Value[] {
  const gradients = given.gradients.map(
    (gradient) => gradient ?? notSupported('an override of the gradient for outputs without a gradient'),
  );
  const lists = hasOutputs ? [given.inputs, given.outputs, gradients] : [given.inputs, gradients];
  return lists.map((variables) => new PyList([...variables]));
}

interface Overriding {
  readonly given: PullbackArguments;
  readonly args: readonly Value[];
}

const isFromGraph = (value: Value): value is Value & PyOp =>
  value instanceof PyOp && value.op.entry === (fromGraphEntry as unknown);

function overriddenByOp(
  op: Value & PyOp,
  given: PullbackArguments,
  { hasOutputs }: { readonly hasOutputs: boolean },
): readonly Gradient[] {
  const gradients = argumentsOf(given, { hasOutputs }).flatMap(toArray);
  const { inner } = op.op.params as FromGraphParams;
  if (isClassic(op.context) && inner.inputs.length !== gradients.length)
    return raiseValueError(`expect overrider with ${gradients.length} inputs, got ${inner.inputs.length}`);
  return fromGraphApplied(op.context, op.op, gradients);
}

function resultOf(value: Value): Gradient {
  if (value instanceof Variable) return value;
  if (value instanceof PlaceholderVariable) return gradientOf(value);
  return raiseAttributeError(`'${typeOf(value).name}' object has no attribute 'type'`);
}

const classicTypes =
  "L_op/gradient override should be (single or list of)'default' | OpFromGraph | callable | Variable with NullType or DisconnectedType, got ";

function refuseOverride(
  context: GraphContext,
  value: Value,
  { isListed }: { readonly isListed: boolean },
): never {
  if (isClassic(context)) raiseTypeError(`${classicTypes}${str(value)}`);
  const type = repr(typeOf(value));
  return isListed
    ? raiseValueError(`Override list should contain None, Variable or callable, got ${type}`)
    : raiseTypeError(`L_op/R_op override should be None, a list or a Callable, got ${type}`);
}

/** One override per input. */
function listed(
  context: GraphContext,
  items: readonly Value[],
  { given, args }: Overriding,
): readonly Gradient[] {
  const { inputs } = given;
  if (items.length !== inputs.length) {
    const text = `Need to override ${inputs.length} gradients, got ${items.length}`;
    return raise(exceptionType('ValueError'), text, new PyList([...items]));
  }
  const isUsual = (item: Value): boolean => isDefault(context, item);
  const defaults = given.defaults(inputs.filter((_, i) => isUsual(items[i]!)));
  let next = 0;
  return items.map((item) => {
    if (isUsual(item)) return defaults[next++]!;
    if (item instanceof PlaceholderVariable && isClassic(context)) return gradientOf(item);
    if (!isCallable(item)) return refuseOverride(context, item, { isListed: true });
    return resultOf(call(item, args));
  });
}

/** One override for all inputs. */
function called(context: GraphContext, value: Value, { given, args }: Overriding): readonly Gradient[] {
  if (!isCallable(value)) return refuseOverride(context, value, { isListed: false });
  const found = call(value, args);
  if (!(found instanceof PyList)) {
    const type = repr(typeOf(found));
    return isClassic(context)
      ? raiseTypeError(`Gradient/L_op overriding function should return a list, got "${type}"`)
      : raiseTypeError(`pullback/pushforward overriding function should return a list, got ${type}`);
  }
  const [wanted, count] = [given.inputs.length, found.items.length];
  if (count !== wanted) {
    return isClassic(context)
      ? raiseValueError(
          `Gradient/L_op overriding function should return list of ${wanted} outputs, got ${count}`,
        )
      : raiseValueError(
          `pullback/pushforward overriding function None should return a list of ${wanted} outputs, got ${count}`,
        );
  }
  return found.items.map(resultOf);
}

/** `op(*inputs)`: the shared variables of the graph come by themselves. */
export function fromGraphApplied(context: GraphContext, op: Op, inputs: readonly Value[]): Variable[] {
  const { inner, shared } = op.params as FromGraphParams;
  const count = inner.inputs.length - shared.length;
  const isWhole = context.dialect.innerShared === 'taken' && inputs.length === inner.inputs.length;
  if (inputs.length !== count && !isWhole) {
    return raiseValueError(fillText(context.dialect.innerInputCount, count, inputs.length));
  }
  const given = inputs.map((input, i) => {
    const type = getAttribute(inner.inputs[i]!, 'type');
    return call(getAttribute(type, 'filter_variable'), [input]) as Variable;
  });
  return applyNew(context, op, isWhole ? given : [...given, ...shared]);
}
