/** update-dtype: the new value of a shared variable has another dtype than the variable. */
import { libraryNames } from '../libraryVersions.ts';
import { followsFloatX, inForce } from './floatXWords.ts';
import { dtypeExpression, quoted, related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const updateDtype: MistakeRule<'update-dtype'> = {
  level: 'error',
  summary: 'The new value of a shared variable has another dtype than the variable.',
  report({ span, version, name, under, value }, context) {
    const force = inForce(under, context);
    if (force === null) return null;
    const { found, level, condition } = force;
    const isFloatX = followsFloatX(under, ({ variable }) => variable);
    const dtype = dtypeExpression(version.library, found.variable, isFloatX);
    return {
      span,
      message:
        `${condition}${quoted(name)} is ${found.variable} and its new value ${found.value}: ${libraryNames[version.library]} ` +
        `converts neither and raises TypeError. Cast the new value: \`.astype(${dtype})\`.`,
      related: value === null ? [] : [related(value, `The new value: ${found.value}.`)],
      level,
    };
  },
};
