/** The functions of `theano.tensor` that are not methods as well: variables, constants, creation, joins, assignment. */

import { int64Constant, integerConstant } from '../../../graph/constants.ts';
import { dimShuffle, rebroadcast } from '../../../graph/ops/dimShuffle.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import { constantIn, eyeMatrix, filledLike, range, stacked } from '../../../graph/ops/math.ts';
import { alloc, join, shapeOf } from '../../../graph/ops/shapes.ts';
import { Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { type DType, isFloat, promoteAll } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { cast } from '../../../tensor/ndarray.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import { str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { type PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, constantOf, integerArgument, lengthsArgument, optionalDType } from './convert.ts';
import { namedValues } from './namedValues.ts';
import { specifyBroadcastable, specifyShape } from './specifyShapes.ts';
import { defineAssignment } from './tensorAssignment.ts';
import { castOf, dimShuffleOf, normOf, sizeOf, type TensorBody, transposeOf } from './tensorMethods.ts';
import { givenElementType, nameArgument, optionalElementType } from './tensorTypeObject.ts';
import { defineVariables, lengthPattern } from './tensorVariables.ts';
import { variableMethods } from './variableMethods.ts';

type Missing = Value | undefined;
type Body = (...args: (Value | undefined)[]) => Value;

/** A function that takes a variable first, as a function of the module. */
function asFunction(context: GraphContext, signature: string, body: TensorBody): PyBuiltin {
  const open = signature.indexOf('(');
  const rest = signature.slice(open + 1);
  const full = `${signature.slice(0, open)}(x${rest === ')' ? '' : ', '}${rest}`;
  return builtin(full, ((first: Value, ...more: never[]) =>
    body(asVariable(context, first), ...more)) as NativeBody);
}

/** All names of the tensor module that ScanLens has, before the dialect takes away what the library does not have. */
export function tensorNames(context: GraphContext): Map<string, Value> {
  const names = new Map<string, Value>();
  const define = (signature: string, body: Body): void => {
    const made = builtin(signature, body as NativeBody);
    names.set(made.name, made);
  };
  for (const [signature, body] of Object.entries(variableMethods)) {
    const made = asFunction(context, signature, body);
    names.set(made.name, made);
  }
  defineMaking(context, define);
  defineShaping(context, define);
  defineAssignment(context, define);
  defineVariables(context, names);
  return names;
}

function defineMaking(context: GraphContext, define: (signature: string, body: Body) => void): void {
  const floatX = (dtype: Missing): DType => optionalDType(context, dtype) ?? context.floatX;
  const filled = (value: number) => (shape: Missing, dtype: Missing) =>
    alloc(constantIn(context, floatX(dtype), value), lengthsArgument(context, shape!));
  define('zeros(shape, dtype?)', filled(0));
  define('ones(shape, dtype?)', filled(1));
  define('full(shape, fill_value, dtype?)', (shape, value, dtype) => {
    const variable = asVariable(context, value!);
    const wanted = optionalDType(context, dtype) ?? variable.dtype;
    return alloc(castConstant(variable, wanted), lengthsArgument(context, shape!));
  });
  define('full_like(a, fill_value, dtype?)', (model, value, dtype) => {
    const like = asVariable(context, model!);
    return elemwise(
      'second',
      like,
      castConstant(asVariable(context, value!), optionalDType(context, dtype) ?? like.dtype),
    );
  });
  define('alloc(value, *shape)', (value, shape) =>
    alloc(
      asVariable(context, value!),
      (shape as unknown as Value[]).flatMap((length) => lengthsArgument(context, length)),
    ),
  );
  define('eye(n, m?, k?, dtype?)', (n, m, k, dtype) => {
    const length = (value: Value): Variable => lengthsArgument(context, value)[0]!;
    return eyeMatrix(
      context,
      [length(n!), length(m ?? n!), length(k ?? 0)],
      givenElementType(context, dtype),
    );
  });
  define('identity_like(x)', (x) => {
    const like = asVariable(context, x!);
    if (like.ndim < 2) {
      throw new EngineError('IndexError', `index 1 is out of bounds for axis 0 with size ${like.ndim}`);
    }
    const lengths = [0, 1].map((axis) => subtensorLength(like, axis));
    return eyeMatrix(context, [lengths[0]!, lengths[1]!, int64Constant(context, 0)], like.dtype);
  });
  define('arange(start, stop?, step?, dtype?)', (start, stop, step, dtype) =>
    arangeOf(context, { start: start!, stop, step, dtype }),
  );
  define('constant(x, name?, ndim?, dtype?)', (x, name, _, dtype) =>
    makeConstant(context, x!, { name, dtype, isConstant: true }),
  );
  const asTensor: Body = (x, name, _, dtype) => makeConstant(context, x!, { name, dtype, isConstant: false });
  define('as_tensor_variable(x, name?, ndim?, dtype?)', asTensor);
  define('as_tensor(x, name?, ndim?, dtype?)', asTensor);
  define('cast(x, dtype)', (x, dtype) => castOf(asVariable(context, x!), dtype!));
  define('switch(cond, ift, iff)', (c, a, b) => choose(context, c!, a!, b!));
  define('where(cond, ift?, iff?)', (c, a, b) => {
    if (a === undefined || b === undefined) return notSupported('where with one argument');
    return choose(context, c!, a, b);
  });
}

const choose = (context: GraphContext, condition: Value, then: Value, otherwise: Value): Variable =>
  elemwise(
    'switch',
    asVariable(context, condition),
    asVariable(context, then),
    asVariable(context, otherwise),
  );

const subtensorLength = (variable: Variable, axis: number): Variable =>
  lengthsArgument(variable.context, shapeOf(variable))[axis]!;

/** A constant in another type stays a constant. */
function castConstant(variable: Variable, dtype: DType): Variable {
  return variable instanceof Constant
    ? new Constant(variable.context, cast(variable.value, dtype))
    : castTo(variable, dtype);
}

function makeConstant(
  context: GraphContext,
  value: Value,
  options: { name: Missing; dtype: Missing; isConstant: boolean },
): Value {
  if (options.isConstant) refuseConstant(context, value);
  const made = options.isConstant ? constantOf(context, value) : asVariable(context, value);
  const dtype = optionalDType(context, options.dtype);
  const variable = dtype === null ? made : castConstant(made, dtype);
  const name = nameArgument(options.name);
  if (name === null) return variable;
  if (variable instanceof Constant) return new Constant(context, variable.value, { name });
  variable.name = name;
  return variable;
}

/** `constant` may take numbers and arrays of them alone, and says so in words of its own. */
function refuseConstant({ dialect }: GraphContext, value: Value): void {
  if (dialect.constantValues === 'tensors') return;
  const isNumber = (one: Value): boolean => {
    if (one instanceof PyList || one instanceof PyTuple) return one.items.every(isNumber);
    return !(one === null || one instanceof Variable || one instanceof PyDict || asText(one) !== null);
  };
  if (!isNumber(value))
    throw new EngineError('TypeError', `Could not convert ${str(value)} to TensorType`, typeOf(value));
}

/** Integers widen to 64 bits, floats keep their common type. */
function arangeOf(
  context: GraphContext,
  given: { start: Value; stop: Missing; step: Missing; dtype: Missing },
): Variable {
  const isShort = given.stop === undefined || given.stop === null;
  const start = isShort ? integerConstant(context, 0) : asVariable(context, given.start);
  const stop = asVariable(context, isShort ? given.start : given.stop!);
  const step =
    given.step === undefined || given.step === null
      ? integerConstant(context, 1)
      : asVariable(context, given.step);
  const common = promoteAll([start.dtype, stop.dtype, step.dtype]);
  const usual = isFloat(common) ? common : common.startsWith('u') ? 'uint64' : 'int64';
  const dtype = optionalElementType(context, given.dtype) ?? usual;
  return range({ start, stop, step }, dtype);
}

function defineShaping(context: GraphContext, define: (signature: string, body: Body) => void): void {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  define('dimshuffle(x, *pattern)', (x, pattern) => dimShuffleOf(tensor(x), pattern as unknown as Value[]));
  define('transpose(x, axes?)', (x, axes) =>
    transposeOf(tensor(x), axes === undefined || axes === null ? [] : [axes]),
  );
  define('shape(x)', (x) => shapeOf(tensor(x)));
  define('size(x)', (x) => sizeOf(tensor(x)));
  define('stack(tensors, *more, axis?)', (tensors, more, axis) => {
    const rest = more as unknown as Value[];
    if (tensors instanceof PyList || tensors instanceof PyTuple) {
      const at = axis ?? rest[0] ?? 0;
      if (tensors.items.length === 0) throw nothingToStack(context);
      return stacked(tensors.items.map(tensor), integerArgument(at, 'axis'));
    }
    if (context.dialect.stackOfVariable === 'refused') raiseTypeError('First argument should be a Sequence.');
    if (tensors instanceof Variable && rest.length === 0) return tensors;
    context.warn(
      'DeprecationWarning',
      'stack(*tensors) interface is deprecated, use stack(tensors, axis=0) instead.',
    );
    return stacked([tensors!, ...rest].map(tensor), 0);
  });
  define('concatenate(tensor_list, axis?)', (list, axis) => joinAll(context, list!, axis ?? 0));
  define('join(axis, *tensors)', (axis, list) =>
    joinAll(context, new PyList(list as unknown as Value[]), axis!),
  );
  define('shape_padleft(t, n_ones?)', (x, count) => pad(tensor(x), count, 'left'));
  define('shape_padright(t, n_ones?)', (x, count) => pad(tensor(x), count, 'right'));
  define('unbroadcast(x, *axes)', (x, axes) => changeAxes(tensor(x), axes as unknown as Value[], null));
  define('addbroadcast(x, *axes)', (x, axes) => changeAxes(tensor(x), axes as unknown as Value[], 1));
  define('patternbroadcast(x, broadcastable)', (x, pattern) =>
    rebroadcast(
      tensor(x),
      lengthPattern(pattern!).map((broadcasts) => (broadcasts ? 1 : null)),
    ),
  );
  define('specify_shape(x, shape)', (x, shape) => specifyShape(tensor(x), shape!));
  define('specify_broadcastable(x, *axes)', (x, axes) =>
    specifyBroadcastable(tensor(x), axes as unknown as Value[]),
  );
}

const nothingToStack = ({ dialect }: GraphContext): EngineError =>
  new EngineError(dialect.emptyStack, dialect.emptyStackText);

function joinAll(context: GraphContext, list: Value, axis: Value): Variable {
  if (!(list instanceof PyList || list instanceof PyTuple)) {
    throw new EngineError(
      'TypeError',
      "The 'tensors' argument must be either a tuple or a list, make sure you did not forget () or [] around arguments of concatenate.",
      list,
    );
  }
  if (axis instanceof Variable && !(axis instanceof Constant))
    return notSupported('join along a symbolic axis');
  return join(
    list.items.map((item) => asVariable(context, item)),
    integerArgument(axis, 'axis'),
  );
}

function pad(variable: Variable, count: Missing, side: 'left' | 'right'): Variable {
  const axes = new Array<'x'>(count === undefined ? 1 : integerArgument(count, 'n_ones')).fill('x');
  const own = [...variable.type.shape.keys()];
  return dimShuffle(variable, side === 'left' ? [...axes, ...own] : [...own, ...axes]);
}

function changeAxes(variable: Variable, axes: readonly Value[], length: 1 | null): Variable {
  const chosen = axes.map((axis) => integerArgument(axis, 'axis'));
  return rebroadcast(
    variable,
    variable.type.shape.map((_, axis) => (chosen.includes(axis) ? length : undefined)),
  );
}

/** Functions on matrices that live elsewhere too. */
export const otherNames = (context: GraphContext): ReadonlyMap<string, Value> =>
  new Map<string, Value>([
    ...namedValues(context),
    [
      'norm',
      builtin('norm(x, ord, axis?)', ((x: Value, ord: Value, axis: Missing) =>
        normOf(asVariable(context, x), ord, axis)) as NativeBody),
    ],
    [
      'zeros_like',
      builtin('zeros_like(model, dtype?, opt?)', ((x: Value, dtype: Missing) =>
        likeConstant(context, x, { dtype, value: 0 })) as NativeBody),
    ],
    [
      'ones_like',
      builtin('ones_like(model, dtype?, opt?)', ((x: Value, dtype: Missing) =>
        likeConstant(context, x, { dtype, value: 1 })) as NativeBody),
    ],
  ]);

function likeConstant(
  context: GraphContext,
  model: Value,
  given: { dtype: Missing; value: number },
): Variable {
  const like = asVariable(context, model);
  return filledLike(
    like,
    constantIn(context, optionalDType(context, given.dtype) ?? like.dtype, given.value),
  );
}
