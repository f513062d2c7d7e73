/** The contexts of `decimal`: precision and rounding. */
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { defineType } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { PyObject, type Value } from '../../../values.ts';
import type { Precision, Rounding } from './decimalNumber.ts';

/** `Context`. */
export class PyContext extends PyObject implements Precision {
  prec = 28;
  rounding: Rounding = 'ROUND_HALF_EVEN';
}

/** The context of each running program. */
export const contexts = new WeakMap<object, PyContext>();

export function context(): PyContext {
  const running = runtime();
  let found = contexts.get(running);
  if (!found) {
    found = new PyContext();
    contexts.set(running, found);
  }
  return found;
}

export const roundings = [
  ...['ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR'],
  ...['ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_05UP'],
];

export function roundingOf(value: Value): Rounding {
  if (typeof value === 'string' && roundings.includes(value)) return value as Rounding;
  return raiseTypeError(
    'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
  );
}

export function setPrecision(self: PyContext, value: Value): void {
  const prec = sizeOf(value);
  if (prec < 1) raiseValueError('valid range for prec is [1, MAX_PREC]');
  if (prec > 100_000) notSupported('a decimal precision of more than 100,000 digits');
  self.prec = prec;
}

export function makeContext(base: PyContext, keywords: ReadonlyMap<string, Value> | null): PyContext {
  const made = new PyContext();
  made.prec = base.prec;
  made.rounding = base.rounding;
  for (const [name, value] of keywords ?? []) {
    if (name === 'prec') setPrecision(made, value);
    else if (name === 'rounding') made.rounding = roundingOf(value);
    else notSupported(`${name} of a decimal context`);
  }
  return made;
}

/** `localcontext()`: another context inside a `with`. */
export class PyLocalContext extends PyObject {
  readonly inner: PyContext;
  outer: PyContext | null = null;
  constructor(inner: PyContext) {
    super();
    this.inner = inner;
  }
}
defineType<PyLocalContext>({
  name: 'decimal.ContextManager',
  module: 'decimal',
  class: PyLocalContext,
  enter: (self) => {
    self.outer = context();
    contexts.set(runtime(), self.inner);
    return self.inner;
  },
  exit: (self) => {
    if (self.outer) contexts.set(runtime(), self.outer);
    return false;
  },
});
