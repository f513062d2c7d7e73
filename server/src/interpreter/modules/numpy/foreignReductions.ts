/**
 * Reductions by functions (`np.sum(x)`, `np.mean(x)`, …) of what is no array. NumPy calls the method of that name where the object has
 * one, `_wrapreduction` in its `fromnumeric.py`; what no array holds it keeps whole, as the one element of an array of objects.
 */
import { scalar } from '../../../tensor/ndarray.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { PyGenerator } from '../../types/generatorType.ts';
import type { Value } from '../../values.ts';
import { sum as sumOfItems } from '../builtinNumbers.ts';
import { isMissing } from './arguments.ts';
import { foreignArray, isArrayLike, numpyVersion } from './conversion.ts';
import { presented } from './numpyScalar.ts';
import { knownText } from './textScalar.ts';
import { warn } from './warnings.ts';

const nothing = { axis: null, out: null };
const typed = { axis: null, dtype: null, out: null };

/** By function, the parameters that NumPy passes on even where the program leaves them out. */
const always: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  sum: nothing,
  prod: nothing,
  max: nothing,
  min: nothing,
  all: nothing,
  any: nothing,
  mean: typed,
  var: { ...typed, ddof: 0 },
  std: { ...typed, ddof: 0 },
};

/** What the function of this signature gives for the value; undefined where it is an array or becomes one. */
export function reduceForeign(
  signature: string,
  value: Value,
  args: readonly (Value | undefined)[],
): Value | undefined {
  if (isArrayLike(value) || knownText(value) !== null) return undefined;
  const [name, parameters] = [signature.slice(0, signature.indexOf('(')), parametersOf(signature)];
  const kept = always[name];
  if (kept === undefined) return undefined;
  if (name === 'sum' && value instanceof PyGenerator) return sumOfGenerator(value);
  const method = tryGetAttribute(value, name);
  if (method !== undefined) {
    const keywords = new Map(Object.entries(kept));
    for (const [i, parameter] of parameters.entries())
      if (!isMissing(args[i])) keywords.set(parameter, args[i]!);
    return call(method, [], keywords);
  }
  const isPlain = args.every(isMissing);
  return !isPlain || foreignArray(value) !== undefined ? undefined : ofOneObject(name, value);
}

const parametersOf = (signature: string): string[] =>
  signature
    .slice(signature.indexOf('(') + 1, -1)
    .split(', ')
    .filter((each) => each !== '*')
    .map((each) => each.replace('?', ''));

function sumOfGenerator(value: PyGenerator): Value {
  if (numpyVersion() === 2) {
    raiseTypeError(
      'Calling np.sum(generator) is deprecated.Use np.sum(np.fromiter(generator)) or the python sum builtin instead.',
    );
  }
  warn(
    'DeprecationWarning',
    'Calling np.sum(generator) is deprecated, and in the future will give a different result. Use np.sum(np.fromiter(generator)) or the python sum builtin instead.',
  );
  return sumOfItems(value, undefined);
}

/** An array of one object without axes: nothing is added to it or compared with it, but a mean divides it. */
function ofOneObject(name: string, value: Value): Value | undefined {
  switch (name) {
    case 'sum':
    case 'prod':
    case 'max':
    case 'min':
      return value;
    case 'any':
    case 'all':
      return numpyVersion() === 1 ? value : presented(scalar('bool', isTrue(value) ? 1 : 0));
    case 'mean':
      return binaryFunctions['/'](value, 1);
    default:
      // Deviations of objects are not computed here, but where there is no mean it ends with that.
      binaryFunctions['/'](value, 1);
      return undefined;
  }
}
