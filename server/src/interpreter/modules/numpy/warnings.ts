/**
 * NumPy's floating point warnings and `np.errstate`: looked for in results, as nothing here sees the processor's flags.
 * A result tells enough: NaN from operands without NaN is "invalid", infinity from finite operands is a division by zero
 * or an overflow, depending on the function.
 */
import { isFloat } from '../../../tensor/dtype.ts';
import { broadcastTo, type NDArray } from '../../../tensor/ndarray.ts';
import { exceptionType, exceptionTypes, raise } from '../../exceptions.ts';
import { callSite, runtime } from '../../runtime.ts';
import { issueWarning } from '../warningFilters.ts';

/** Reports a warning at the place of the program that is running. */
export function warn(
  category:
    | 'RuntimeWarning'
    | 'DeprecationWarning'
    | 'FutureWarning'
    | 'ComplexWarning'
    | 'RankWarning'
    | 'UserWarning',
  message: string,
): void {
  const type = exceptionTypes.get(category);
  if (type) issueWarning(message, type);
  else runtime().observer.warning({ span: callSite().span, category, message });
}

export type FloatError = 'divide' | 'over' | 'under' | 'invalid';
export const floatErrors: readonly FloatError[] = ['divide', 'over', 'under', 'invalid'];
export type Reaction = 'ignore' | 'warn' | 'raise';

const defaults: Readonly<Record<FloatError, Reaction>> = {
  divide: 'warn',
  over: 'warn',
  under: 'ignore',
  invalid: 'warn',
};
const states = new WeakMap<object, Record<FloatError, Reaction>>();

/** `np.geterr()` of the running program; changing it is `np.seterr`. */
export function floatErrorState(): Record<FloatError, Reaction> {
  const running = runtime();
  let state = states.get(running);
  if (!state) {
    state = { ...defaults };
    states.set(running, state);
  }
  return state;
}

const words: Readonly<Record<FloatError, string>> = {
  divide: 'divide by zero',
  over: 'overflow',
  under: 'underflow',
  invalid: 'invalid value',
};

/** Warns, raises or keeps quiet, as the program has set it. */
export function reportFloatError(error: FloatError, where: string): void {
  const reaction = floatErrorState()[error];
  const message = `${words[error]} encountered in ${where}`;
  if (reaction === 'raise') raise(exceptionType('FloatingPointError'), message);
  if (reaction === 'warn') warn('RuntimeWarning', message);
}

/** Functions with poles: there infinity is a division by zero. */
const withPoles = new Set([
  'divide',
  'floor_divide',
  'log',
  'log2',
  'log10',
  'log1p',
  'reciprocal',
  'arctanh',
  'power',
  'float_power',
]);

/** Reports what a float result says went wrong. `name` is the function's, `where` what the message says. */
export function checkFloatResult(
  result: NDArray,
  operands: readonly NDArray[],
  name: string,
  where = name,
): void {
  if (!isFloat(result.dtype)) return;
  const values = result.elements() as ArrayLike<number>;
  let first = 0;
  while (first < values.length && Number.isFinite(values[first])) first++;
  if (first === values.length) return;
  const spread = operands.map((operand) => elementReader(operand, result.shape));
  const found = new Set<FloatError>();
  for (let i = first; i < values.length; i++) {
    if (Number.isFinite(values[i]) || (Number.isNaN(values[i]) && found.has('invalid'))) continue;
    const error = errorOf(
      values[i],
      spread.map((read) => read(i)),
      name,
    );
    if (error) found.add(error);
  }
  for (const error of ['divide', 'over', 'invalid'] as const)
    if (found.has(error)) reportFloatError(error, where);
}

function elementReader(operand: NDArray, shape: readonly number[]): (position: number) => number {
  const values = broadcastTo(operand, shape).elements();
  return (position) => Number(values[position]);
}

function errorOf(value: number, operands: readonly number[], name: string): FloatError | null {
  if (Number.isFinite(value)) return null;
  if (Number.isNaN(value)) return operands.some(Number.isNaN) ? null : 'invalid';
  if (!operands.every(Number.isFinite)) return null;
  if (!withPoles.has(name)) return 'over';
  return isPole(operands, name) ? 'divide' : 'over';
}

function isPole(operands: readonly number[], name: string): boolean {
  const [x, y] = operands;
  if (name === 'divide' || name === 'floor_divide') return y === 0;
  if (name === 'power' || name === 'float_power') return x === 0;
  return true;
}
