/** The exceptions of `decimal`. */
import { defineException, exceptionType, notSupported, raise } from '../../../exceptions.ts';
import { PyList, type PyType } from '../../../values.ts';
import { approximately, type Decimal, log10Of } from './decimalNumber.ts';

const decimalException = defineException('DecimalException', 'decimal', exceptionType('ArithmeticError'));

/** A signal; some are exceptions of Python's own too. */
function signal(name: string, base: PyType = decimalException, also?: PyType): PyType {
  const type = defineException(name, 'decimal', base);
  if (also)
    type.mro = [
      type,
      ...base.mro.slice(0, base.mro.indexOf(decimalException) + 1),
      also,
      ...decimalException.mro.slice(1),
    ];
  return type;
}

const zeroDivision = exceptionType('ZeroDivisionError');
export const invalidOperation = signal('InvalidOperation');
export const signals = {
  DecimalException: decimalException,
  InvalidOperation: invalidOperation,
  DivisionByZero: signal('DivisionByZero', decimalException, zeroDivision),
  Clamped: signal('Clamped'),
  Inexact: signal('Inexact'),
  Rounded: signal('Rounded'),
  Subnormal: signal('Subnormal'),
  Overflow: signal('Overflow'),
  Underflow: signal('Underflow'),
  FloatOperation: signal('FloatOperation', decimalException, exceptionType('TypeError')),
};
export const conversionSyntax = signal('ConversionSyntax', invalidOperation);
export const divisionUndefined = signal('DivisionUndefined', invalidOperation, zeroDivision);

/** Raises InvalidOperation. */
export const invalid = (reason: PyType = invalidOperation): never =>
  raise(invalidOperation, new PyList([reason]));
/** Raises DivisionByZero. */
export const divideByZero = (): never => raise(signals.DivisionByZero, new PyList([signals.DivisionByZero]));
/** Exponents have six digits: a power with more of them is told before it is computed, which would take for ever. */
export function checkPower(a: Decimal, b: Decimal): void {
  if (a.coefficient === 0n) return;
  const exponent = log10Of(a) * approximately(b);
  if (exponent >= 1_000_000) raise(signals.Overflow, new PyList([signals.Overflow]));
  if (exponent <= -1_000_000) notSupported('a decimal exponent of more than six digits');
}
