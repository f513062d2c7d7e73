/** Values in another element type. */
import { conversionOfBytes } from './byteVectors.ts';
import { type CodeDType, convert, isFloatType, literalOf } from './elementTypes.ts';
import { convertPack, hasDirectConversion } from './packs.ts';
import type { Value } from './values.ts';

/** A value in another element type, converted where its elements are needed. */
export function converted(value: Value, dtype: CodeDType): Value {
  if (value.dtype === dtype) return value;
  const from = value.dtype;
  if (value.kind === 'scalar' && value.expression.kind === 'literal' && value.known) {
    const number = value.expression.value;
    if (isFloatType(dtype)) return { ...value, dtype, expression: literalOf(dtype, Number(number)) };
  }
  return {
    kind: 'lazy',
    dtype,
    shape: value.shape,
    operands: [value],
    element: (_, [x]) => convert(x, from, dtype),
    packs: {
      compute: (builder, [x]) => convertPack(builder, x, dtype),
      gains: hasDirectConversion(from, dtype),
    },
    bytes: conversionOfBytes(from, dtype),
  };
}
