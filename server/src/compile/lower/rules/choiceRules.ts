/** One of two values: both are there already, as in the reference, so that only a pointer or an element is chosen. */
import { type Expression, op } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { asScalar, fill, materialize } from '../elementLoops.ts';
import { nonZero } from '../elementTypes.ts';
import { freshBuffer, type Rule } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, isRowMajor, rowMajor, type Value } from '../values.ts';

export const ifElseRule: Rule = ({ builder }, [condition, then, otherwise]) => {
  const { dtype, shape } = then;
  if (shape.some((length, axis) => length !== otherwise.shape[axis]))
    throw unsupported('a choice of two shapes');
  const isTrue = builder.bind(nonZero(asScalar(builder, condition).expression), 'c');
  const chosen = (a: Expression, b: Expression): Expression => builder.bind(op('select', a, b, isTrue), 'p');
  if (elementCountOf(then) === 1) {
    const [a, b] = [then, otherwise].map((value) => asScalar(builder, value).expression);
    return [{ kind: 'scalar', dtype, shape, expression: chosen(a, b) }];
  }
  const [a, b] = [then, otherwise].map((value) => withoutGaps(builder, value));
  return [{ kind: 'buffer', dtype, shape, strides: rowMajor(dtype, shape), base: chosen(a.base, b.base) }];
};

function withoutGaps(builder: Builder, value: Value): BufferValue {
  const buffer = materialize(builder, value);
  if (isRowMajor(buffer)) return buffer;
  const copy = freshBuffer(builder, buffer);
  fill(builder, copy, buffer);
  return copy;
}
