/**
 * `numpy.linalg`: real matrices, in stacks too. The signs and orders of vectors are LAPACK's; the algorithms are in
 * `tensor/linalg`.
 */
import { defineModule } from '../../../nativeModule.ts';
import type { PyModule } from '../../../values.ts';
import { keepMatrices } from '../matrixClass.ts';
import { numpyExceptions } from '../numpyErrors.ts';
import { interfaceFunctions, tensorEquations } from './arrayInterface.ts';
import { decompositionFunctions } from './decompositions.ts';
import { norm } from './norms.ts';
import { solvingFunctions } from './solving.ts';

/** Makes `numpy.linalg`. */
export function linalgModule(numpy: 1 | 2): PyModule {
  const { linAlgError } = numpyExceptions(numpy);
  const module = defineModule({
    name: 'numpy.linalg',
    values: { LinAlgError: linAlgError },
    functions: keepMatrices({
      'norm(x, ord?, axis?, keepdims?)': norm,
      ...decompositionFunctions,
      ...solvingFunctions,
      ...tensorEquations,
      ...(numpy === 2 ? interfaceFunctions : {}),
    }),
    refused: ['test'],
  });
  if (numpy === 1) module.namespace.delete('svdvals');
  return module;
}
