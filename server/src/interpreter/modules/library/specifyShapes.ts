/** `specify_shape` and `specify_broadcastable`: what each library promises of a shape, and refuses. */
import { rebroadcast } from '../../../graph/ops/dimShuffle.ts';
import { constantLength } from '../../../graph/ops/shapes.ts';
import { withShape } from '../../../graph/ops/specifyShape.ts';
import { Constant, type Variable } from '../../../graph/variable.ts';
import { isDiscrete } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { normalizeAxis } from '../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { Ellipsis, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument, vectorParts } from './convert.ts';

/** `specify_shape(x, shape)`. */
export function specifyShape(input: Variable, shape: Value): Variable {
  if (input.context.dialect.specifiedShapes === 'checked') return asTheano(input, shape);
  const lengths = lengthsOf(input, shape);
  if (lengths.length !== input.ndim) {
    return raiseValueError(
      `Input \`x\` is ${input.ndim}-dimensional and will never match a shape of length ${lengths.length}.`,
    );
  }
  for (const length of lengths)
    if (length !== null && !isDiscrete(length.dtype)) raiseTypeError('Shape values must be integer types');
  const known = lengths.map((length) => (length === null ? null : constantLength(length)));
  const open = [...lengths.keys()].filter((axis) => lengths[axis] !== null && known[axis] === null);
  const promised = rebroadcast(
    input,
    known.map((length) => length ?? undefined),
  );
  return open.length === 0
    ? promised
    : withShape(
        promised,
        open,
        open.map((axis) => lengths[axis]!),
      );
}

/** The lengths of all axes; null where nothing is said. */
function lengthsOf(input: Variable, shape: Value): (Variable | null)[] {
  const { context } = input;
  const items = shape instanceof PyList || shape instanceof PyTuple ? shape.items : [shape];
  const [only] = items;
  if (items.length === 1 && only !== null && only !== Ellipsis) {
    const vector = asVariable(context, only!);
    return vector.ndim === 1 ? vectorParts(vector) : [vector];
  }
  const at = items.indexOf(Ellipsis);
  const filled =
    at < 0
      ? items
      : [
          ...items.slice(0, at),
          ...new Array<null>(Math.max(0, input.ndim - items.length + 1)).fill(null),
          ...items.slice(at + 1),
        ];
  return filled.map((item) => (item === null ? null : asVariable(context, item)));
}

/** Theano takes a vector of all lengths and promises nothing. */
function asTheano(input: Variable, shape: Value): Variable {
  if ((shape instanceof PyList || shape instanceof PyTuple) && shape.items.includes(null))
    throw new EngineError('AsTensorError', `Cannot convert ${str(shape)} to TensorType`, typeOf(shape));
  const vector = asVariable(input.context, shape);
  const isWrong =
    vector.ndim !== 1 ||
    !isDiscrete(vector.dtype) ||
    (vector instanceof Constant && vector.value.size !== input.ndim);
  if (isWrong) throw new EngineError('AssertionError');
  const axes = [...input.type.shape.keys()];
  return withShape(input, axes, vectorParts(vector));
}

/** `specify_broadcastable(x, *axes)`: those have the length 1. */
export function specifyBroadcastable(input: Variable, axes: readonly Value[]): Variable {
  const chosen = axes.map((axis) => normalizeAxis(integerArgument(axis, 'axis'), input.ndim));
  return rebroadcast(
    input,
    input.type.shape.map((_, axis) => (chosen.includes(axis) ? 1 : undefined)),
  );
}
