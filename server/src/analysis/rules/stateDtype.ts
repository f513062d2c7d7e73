/** state-dtype: the initial value of a state has another dtype than what the step returns for it. */
import { followsFloatX, inForce } from './floatXWords.ts';
import { capitalized, dtypeExpression, related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const stateDtype: MistakeRule<'state-dtype'> = {
  level: 'error',
  summary: 'The initial value of a state has another dtype than what the step returns for it.',
  report({ span, version, state, under, initial }, context) {
    const force = inForce(under, context);
    if (force === null) return null;
    const { found, level, condition } = force;
    const isFloatX = followsFloatX(under, ({ result }) => result);
    const dtype = dtypeExpression(version.library, found.result, isFloatX);
    return {
      span,
      message:
        `${capitalized(`${condition}state ${state + 1} begins as ${found.initial}`)} and the step returns ${found.result}: ` +
        `scan converts neither and raises ValueError. Begin with that dtype, for example \`np.asarray(0, dtype=${dtype})\`, or cast the result.`,
      related: initial === null ? [] : [related(initial, `The initial value: ${found.initial}.`)],
      level,
    };
  },
};
