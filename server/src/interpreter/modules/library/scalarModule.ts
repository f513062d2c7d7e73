/** `theano.scalar`: the rule of element types. Variables that are scalars without being tensors are not supported. */
import { promoteAll } from '../../../tensor/dtype.ts';
import type { NativeBody } from '../../signature.ts';
import type { Value } from '../../values.ts';
import { toDType } from '../numpy/dtypeObjects.ts';

/** Functions of the module, by signature. */
export const scalarFunctions: Readonly<Record<string, NativeBody>> = {
  'upcast(dtype, *dtypes)': (first: Value, others: readonly Value[]) =>
    promoteAll([first, ...others].map(toDType)),
};
