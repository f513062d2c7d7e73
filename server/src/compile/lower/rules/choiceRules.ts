/** One of two values: both are there already, as in the reference, so that only a pointer or an element is chosen. */
import { t } from '../../../base/l10n.ts';
import { type Expression, op } from '../../loopIr/ir.ts';
import { asScalar, materialize } from '../elementLoops.ts';
import { nonZero } from '../elementTypes.ts';
import type { Rule } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { elementCountOf } from '../values.ts';

export const ifElseRule: Rule = ({ builder }, [condition, then, otherwise]) => {
  const { dtype, shape } = then;
  if (shape.some((length, axis) => length !== otherwise.shape[axis]))
    throw unsupported(t('a choice of two shapes'));
  const isTrue = builder.bind(nonZero(asScalar(builder, condition).expression), 'c');
  const chosen = (a: Expression, b: Expression): Expression => builder.bind(op('select', a, b, isTrue), 'p');
  if (elementCountOf(then) === 1) {
    const [a, b] = [then, otherwise].map((value) => asScalar(builder, value).expression);
    return [{ kind: 'scalar', dtype, shape, expression: chosen(a, b) }];
  }
  const [a, b] = [then, otherwise].map((value) => materialize(builder, value));
  // Products add in an order that depends on how their operands lie, which must not change from step to step.
  if (a.strides.some((stride, axis) => shape[axis] !== 1 && stride !== b.strides[axis]))
    throw unsupported(t('a choice of two layouts'));
  return [{ kind: 'buffer', dtype, shape, strides: a.strides, base: chosen(a.base, b.base) }];
};
