/**
 * NumPy's functions on values of another library, such as symbolic variables: what NumPy asks the value itself, and the words
 * in which the rest fails. What would become an array of objects is refused by the functions as ever.
 */
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { repr } from '../../protocols/text.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import type { NativeBody } from '../../signature.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { applyToObjects, isObject } from './objectLoop.ts';

/** What a function gives for such values; undefined: what it gives for all. */
type Answer = (args: readonly (Value | undefined)[]) => Value | undefined;

/** The value's own method, called with the arguments that NumPy passes on: most do not take `out`. */
const byMethod =
  (name: string, ...passed: readonly string[]): Answer =>
  ([value, axis]) => {
    const method = tryGetAttribute(value!, name);
    if (method === undefined) return undefined;
    const given = new Map<string, Value>([['axis', axis ?? null]]);
    for (const keyword of passed) given.set(keyword, keyword === 'ddof' ? 0 : null);
    return call(method, [], given);
  };

const byAttribute =
  (name: string): Answer =>
  ([value]) =>
    tryGetAttribute(value!, name);

const isNumber = (value: Value | undefined): value is Value =>
  value !== undefined && (isObject(value) || typeof value === 'number');

const noShape: Answer = ([shape]) =>
  isObject(shape)
    ? raiseTypeError(`expected a sequence of integers or a single integer, got '${repr(shape)}'`)
    : undefined;

const noAxes: Answer = ([values]) => {
  const isOfScalars =
    (values instanceof PyList || values instanceof PyTuple) &&
    values.items.length > 0 &&
    values.items.every(isObject);
  return isOfScalars ? raiseValueError('zero-dimensional arrays cannot be concatenated') : undefined;
};

const noNumber: Answer = (args) => {
  for (const value of args.filter(isObject)) {
    const type = typeOf(value);
    if (lookupInType(type, '__float__') === undefined)
      raiseTypeError(`must be real number, not ${type.name}`);
    toFloat(value);
  }
  return undefined;
};

const answers = new Map<string, Answer>([
  ['sum', byMethod('sum', 'out')],
  ['prod', byMethod('prod', 'out')],
  ['max', byMethod('max', 'out')],
  ['min', byMethod('min', 'out')],
  ['any', byMethod('any', 'out')],
  ['all', byMethod('all', 'out')],
  ['mean', byMethod('mean', 'out', 'dtype')],
  ['std', byMethod('std', 'dtype', 'out', 'ddof')],
  ['var', byMethod('var', 'dtype', 'out', 'ddof')],
  ['shape', byAttribute('shape')],
  ['ndim', byAttribute('ndim')],
  ['dot', ([a, b]) => (isNumber(a) && isNumber(b) ? binaryFunctions['*'](a, b) : undefined)],
  [
    'clip',
    ([value, low, high]) => applyToObjects('minimum', [applyToObjects('maximum', [value!, low!])!, high!]),
  ],
  [
    'where',
    ([condition]) =>
      isObject(condition) ? raiseValueError('setting an array element with a sequence.') : undefined,
  ],
  ['concatenate', noAxes],
  ['zeros', noShape],
  ['ones', noShape],
  ['empty', noShape],
  ['full', noShape],
  ['arange', noNumber],
]);

/** The functions, which ask this table first when such a value is among the arguments or in a list of them. */
export function answerForObjects(
  functions: Readonly<Record<string, NativeBody>>,
): Readonly<Record<string, NativeBody>> {
  return Object.fromEntries(
    Object.entries(functions).map(([signature, body]) => {
      const answer = answers.get(signature.slice(0, signature.indexOf('(')));
      if (answer === undefined) return [signature, body];
      const plain = body as (...args: (Value | undefined)[]) => Value;
      const asking = (...args: (Value | undefined)[]): Value =>
        (args.some(holdsObject) ? answer(args) : undefined) ?? plain(...args);
      return [signature, asking as NativeBody];
    }),
  );
}

const holdsObject = (value: Value | undefined): boolean =>
  value instanceof PyList || value instanceof PyTuple ? value.items.some(isObject) : isObject(value);
