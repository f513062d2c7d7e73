/** Values that modules of `tensor` have besides functions: lists of element types, numbers of NumPy, and how near counts as equal. */
import type { GraphContext } from '../../../graph/variable.ts';
import { type DTypeKind, dtypes, kindOf } from '../../../tensor/dtype.ts';
import { PyFloat, PyList, type Value } from '../../values.ts';

const discrete: readonly DTypeKind[] = ['bool', 'int', 'uint'];
const continuous: readonly DTypeKind[] = ['float', 'complex'];

/** Which kinds of types each list holds. */
const dtypeLists: Readonly<Record<string, readonly DTypeKind[]>> = {
  all_dtypes: [...discrete, ...continuous],
  discrete_dtypes: discrete,
  integer_dtypes: ['int', 'uint'],
  int_dtypes: ['int'],
  uint_dtypes: ['uint'],
  continuous_dtypes: continuous,
  float_dtypes: ['float'],
  complex_dtypes: ['complex'],
};

const tolerances: Readonly<Record<string, number>> = {
  float16_atol: 1e-3,
  float16_rtol: 1e-3,
  float32_atol: 1e-5,
  float32_rtol: 1e-5,
  float64_atol: 1e-8,
  float64_rtol: 1e-5,
};

/** What only PyTensor takes from NumPy. */
const numpyNumbers: Readonly<Record<string, number>> = {
  e: Math.E,
  euler_gamma: 0.5772156649015329,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
  pi: Math.PI,
};

/** Names of the modules of `tensor` with their values. */
export function namedValues({ dialect }: GraphContext): [name: string, value: Value][] {
  const hasNumPys = dialect.numpyNames === 'present';
  return [
    ...Object.entries(dtypeLists).map(([name, kinds]): [string, Value] => [
      name,
      new PyList(dtypes.filter((dtype) => kinds.includes(kindOf(dtype)))),
    ]),
    ...Object.entries({ ...tolerances, ...(hasNumPys ? numpyNumbers : {}) }).map(
      ([name, value]): [string, Value] => [name, new PyFloat(value)],
    ),
    ...(hasNumPys ? [['newaxis', null] as [string, Value]] : []),
  ];
}
