/** Products of vectors, matrices and stacks of matrices in the step of a scan. */

import { t } from '../../../base/l10n.ts';
import { converted } from '../conversion.ts';
import { asScalar, materialize } from '../elementLoops.ts';
import { codeType } from '../elementTypes.ts';
import { type ProductKind, products } from '../products.ts';
import type { Rule } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { elementCountOf } from '../values.ts';

const ruleFor =
  (kind: ProductKind): Rule =>
  (context, [left, right]) => {
    const { builder, apply } = context;
    const dtype = codeType(apply.outputs[0].dtype);
    if (dtype === 'bool') throw unsupported(t('products of booleans'));
    const a = materialize(builder, converted(left, dtype));
    const b = materialize(builder, converted(right, dtype));
    const product = products[kind](context, a, b);
    return [elementCountOf(product) === 1 ? asScalar(builder, product) : product];
  };

export const dotRule = ruleFor('dot');
export const matmulRule = ruleFor('matmul');
export const batchedDotRule = ruleFor('batchedDot');
