/** What elementwise ops do to complex elements: NumPy's functions, and the few that NumPy has not as functions. */
import { Complex, type ComplexDType } from '../../tensor/complex.ts';
import { complexFunction } from '../../tensor/complexFunctions.ts';
import type { Element } from '../../tensor/dtype.ts';
import type { ScalarFunction } from '../../tensor/elementwise.ts';
import { notSupported } from '../../tensor/engineError.ts';
import * as libm from '../../tensor/libm.ts';
import type { ScalarOpName } from './scalarOps.ts';

/** Where NumPy's name is another one. */
const numpyNames: Readonly<Partial<Record<ScalarOpName, string>>> = {
  sub: 'subtract',
  mul: 'multiply',
  true_div: 'true_divide',
  pow: 'power',
  eq: 'equal',
  neq: 'not_equal',
  lt: 'less',
  le: 'less_equal',
  gt: 'greater',
  ge: 'greater_equal',
  neg: 'negative',
  abs_: 'absolute',
  sqr: 'square',
  inv: 'reciprocal',
  conj: 'conjugate',
};

type Pair = (a: Complex, b: Complex) => Element;

const own: Readonly<Partial<Record<ScalarOpName, unknown>>> = {
  identity: (z: Complex) => z,
  second: (_: Complex, z: Complex) => z,
  switch: (condition: Element, a: Complex, b: Complex) => (condition ? a : b),
  real: (z: Complex) => z.re,
  imag: (z: Complex) => z.im,
  angle: (z: Complex) => libm.atan2(z.im, z.re),
  complex: ((a, b) => new Complex(a.re, b.re)) satisfies Pair,
  complex_from_polar: ((a, b) => new Complex(a.re * libm.cos(b.re), a.re * libm.sin(b.re))) satisfies Pair,
};

/** The op as a function of complex elements, for the major version of NumPy. */
export function complexScalarFunction(name: ScalarOpName, dtype: ComplexDType, numpy: 1 | 2): ScalarFunction {
  if (own[name]) return own[name] as ScalarFunction;
  const found = complexFunction(numpyNames[name] ?? name, dtype, numpy);
  if (!found) throw notSupported(`${name} of complex numbers`);
  return found.compute;
}
