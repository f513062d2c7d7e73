/**
 * What `object` itself has for comparisons, hashes and texts, as `object.__eq__`, `super().__hash__` and `value.__str__` see it. The
 * operators do not look here: for them a class without such a method has none.
 */
import { objectType, raiseTypeError } from '../exceptions.ts';
import { comparisonNames, directMethod, lookupInType, type RichComparison, typeOf } from '../pyType.ts';
import { pythonVersion } from '../runtime.ts';
import { NotImplemented, type PyBuiltin, type Value } from '../values.ts';
import { callDirect } from './calls.ts';
import { isSame, isTrue } from './comparison.ts';
import { hash, identityOf } from './hashing.ts';
import { repr, str } from './text.ts';

function compareObjects(operator: RichComparison, self: Value, other: Value): Value {
  if (operator === '==') return isSame(self, other) ? true : NotImplemented;
  if (operator !== '!=') return NotImplemented;
  const equal = lookupInType(typeOf(self), '__eq__');
  const result = equal ? callDirect(equal, self, other) : compareObjects('==', self, other);
  return result === NotImplemented ? result : !isTrue(result);
}

function formatObject(self: Value, specification: Value): Value {
  if (specification === '') return str(self);
  return raiseTypeError(`unsupported format string passed to ${typeOf(self).name}.__format__`);
}

const hashOfObject = (self: Value): Value =>
  typeof self === 'object' && self !== null && !typeOf(self).isNative ? identityOf(self) : hash(self);

type Body = (self: never, other: never) => Value;
const method = (name: string, body: (self: Value, other: Value) => Value, operandCount: 0 | 1): PyBuiltin =>
  directMethod(name, body as Body, {
    type: objectType,
    operands: { least: operandCount, most: operandCount },
  });

const comparisons = new Map(
  Object.entries(comparisonNames).map(([operator, name]) => [
    name,
    method(name, (self, other) => compareObjects(operator as RichComparison, self, other), 1),
  ]),
);

const others = new Map([
  ['__hash__', method('__hash__', hashOfObject, 0)],
  ['__str__', method('__str__', repr, 0)],
  ['__format__', method('__format__', formatObject, 1)],
]);

/** The method of `object` with this name that its namespace does not have. */
export function objectMethod(name: string): PyBuiltin | undefined {
  if (!name.startsWith('__')) return undefined;
  return others.get(name) ?? (pythonVersion() === 3 ? comparisons.get(name) : undefined);
}
