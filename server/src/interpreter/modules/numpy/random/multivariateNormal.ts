/**
 * `multivariate_normal`: standard normal numbers times a root of the covariance. RandomState takes the root from the singular
 * values; Generator lets the program choose.
 */
import { cholesky } from '../../../../tensor/linalg/lu.ts';
import { singularValues } from '../../../../tensor/linalg/singularValues.ts';
import { symmetricEigen } from '../../../../tensor/linalg/symmetricEigen.ts';
import { cast, fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import type { Sampler } from '../../../../tensor/random/sampler.ts';
import { reshape, transpose } from '../../../../tensor/shaping.ts';
import { raiseValueError } from '../../../exceptions.ts';
import { repr } from '../../../protocols/text.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import type { Value } from '../../../values.ts';
import { isMissing } from '../arguments.ts';
import { add, multiply } from '../arrayMath.ts';
import { arrayOf } from '../conversion.ts';
import { raiseLinAlg } from '../linalg/matrices.ts';
import { closeElements } from '../ordering.ts';
import { dotArrays } from '../products.ts';
import { warn } from '../warnings.ts';
import { fillArray, sizeOfArgument } from './drawing.ts';

export interface NormalRequest {
  readonly mean: Value;
  readonly covariance: Value;
  readonly size: Value | undefined;
  readonly check: Value | undefined;
  readonly tolerance: Value | undefined;
  /** Missing: RandomState's. */
  readonly method?: Value | undefined;
}

/** A root of the covariance, and whether the covariance is one. */
interface Root {
  /** What a row of standard normal numbers is multiplied by. */
  readonly factor: NDArray;
  readonly isValid: boolean;
}

export function multivariateNormal(s: Sampler, request: NormalRequest): NDArray {
  const mean = arrayOf(request.mean);
  const covariance = arrayOf(request.covariance);
  if (mean.ndim !== 1) raiseValueError('mean must be 1 dimensional');
  if (covariance.ndim !== 2 || covariance.shape[0] !== covariance.shape[1])
    raiseValueError('cov must be 2 dimensional and square');
  const n = mean.size;
  if (covariance.shape[0] !== n) raiseValueError('mean and cov must have same length');
  const check = isMissing(request.check) ? 'warn' : request.check;
  if (check !== 'warn' && check !== 'raise' && check !== 'ignore')
    raiseValueError("check_valid must equal 'warn', 'raise', or 'ignore'");
  const shape = [...(sizeOfArgument(request.size) ?? []), n];
  const draw = (): NDArray =>
    reshape(
      fillArray('float64', shape, () => s.normal()),
      [-1, n],
    );
  const early = s.isLegacy ? draw() : null;
  const { factor, isValid } = rootOf(cast(covariance, 'float64'), request);
  if (!isValid) complain(check);
  return reshape(add(dotArrays(early ?? draw(), factor), mean), shape);
}

function complain(check: 'warn' | 'raise' | 'ignore'): void {
  if (check === 'raise') raiseValueError('covariance is not symmetric positive-semidefinite.');
  if (check === 'warn') warn('RuntimeWarning', 'covariance is not symmetric positive-semidefinite.');
}

function rootOf(covariance: NDArray, { method, tolerance }: NormalRequest): Root {
  const n = covariance.shape[0]!;
  const matrix = covariance.copy().elements() as Float64Array;
  const tol = isMissing(tolerance) ? 1e-8 : toFloat(tolerance);
  const square = (elements: ArrayLike<number>): NDArray => fromValues('float64', [n, n], elements);
  if (method === 'cholesky') {
    const factor = cholesky(matrix, n) ?? raiseLinAlg('Matrix is not positive definite');
    return { factor: transpose(square(factor)), isValid: true };
  }
  if (method === 'eigh') {
    const { values, vectors } = symmetricEigen(matrix, n);
    const roots = fromValues(
      'float64',
      [n],
      Array.from(values, (each) => Math.sqrt(Math.abs(each))),
    );
    return {
      factor: transpose(multiply(square(vectors), roots)),
      isValid: values.every((each) => each >= -tol),
    };
  }
  if (method !== undefined && method !== 'svd')
    raiseValueError(`method must be one of {'eigh', 'svd', 'cholesky'}, got ${repr(method)}`);
  const { values, left, right } = singularValues(matrix, n, n);
  const roots = fromValues('float64', [n], values.map(Math.sqrt));
  const whole = dotArrays(
    multiply(transpose(square(right)), fromValues('float64', [n], values)),
    square(right),
  );
  const near = closeElements(whole, covariance, { rtol: tol, atol: tol, equalNan: false });
  const factor =
    method === undefined
      ? multiply(reshape(roots, [n, 1]), square(right))
      : transpose(multiply(square(left), roots));
  return { factor, isValid: (near.elements() as Uint8Array).every(Boolean) };
}
