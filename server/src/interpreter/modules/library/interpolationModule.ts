/** `interp` and `interpolate1d` of PyTensor, bound to Python. */
import {
  type InterpolationMethod,
  interpolated,
  interpolationMethods,
} from '../../../graph/ops/interpolation.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import type { Value } from '../../values.ts';
import { asVariable } from './convert.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

export function interpolationFunctions(context: GraphContext): Functions {
  const optional = (value: Missing): Variable | null =>
    value === undefined || value === null ? null : asVariable(context, value);
  const points = ([x, y, left, right]: readonly Missing[], extrapolates: boolean) => ({
    x: asVariable(context, x!),
    y: asVariable(context, y!),
    left: optional(left),
    right: optional(right),
    extrapolates,
  });
  const checked = (given: ReturnType<typeof points>): ReturnType<typeof points> =>
    given.x.ndim === 1 && given.y.ndim === 1 ? given : raiseValueError('Inputs must be 1d');
  return {
    'interp(x, xp, fp, left?, right?, period?)': (at, ...rest) =>
      interpolated('linear', checked(points(rest, false)), asVariable(context, at!)),
    'interpolate1d(x, y, method?, left_pad?, right_pad?, extrapolate?)': (x, y, method, ...rest) => {
      const [left, right, extrapolates] = rest;
      const given = points([x, y, left, right], extrapolates === undefined || isTrue(extrapolates));
      return builtin('interpolation(x_hat)', ((at: Value) =>
        interpolated(methodOf(method), checked(given), argument(at))) as NativeBody);
    },
  };
}

/** The points at which the values are wanted have to be symbolic. */
function argument(at: Value): Variable {
  if (at instanceof Variable) return at;
  return raiseTypeError(`Inputs to vectorize function must be TensorVariable, got ${repr(typeOf(at))}`);
}

function methodOf(value: Missing): InterpolationMethod {
  const text = value === undefined ? 'linear' : asText(value);
  const found = interpolationMethods.find((method) => method === text);
  if (found !== undefined) return found;
  throw new EngineError('NotImplementedError', `Unknown interpolation method: ${text}. `);
}
