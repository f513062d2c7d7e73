/** A primitive on values of one type, computed where its elements are needed. */
import type { PrimitiveName } from '../../tensor/primitives.ts';
import { primitiveBytes } from './byteVectors.ts';
import { scalarCode } from './scalarCode.ts';
import type { LazyValue, Value } from './values.ts';
import { hasVectorForm, primitivePack } from './vectorCode.ts';

/** The operands have the type of the result. */
export function pendingPrimitive(
  name: PrimitiveName,
  operands: readonly Value[],
  shape: readonly number[],
): LazyValue {
  const { dtype } = operands[0];
  return {
    kind: 'lazy',
    dtype,
    shape,
    operands,
    element: (_, args) => scalarCode(name, args, dtype),
    packs: {
      compute: (builder, args) => primitivePack(builder, name, { args, dtype }),
      gains: hasVectorForm(name, dtype),
    },
    bytes: primitiveBytes(name, dtype),
  };
}
