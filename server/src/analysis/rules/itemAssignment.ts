/** item-assignment: an item of a symbolic variable is assigned. */
import { quoted, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const itemAssignment: MistakeRule<'item-assignment'> = {
  level: 'error',
  summary: 'An item of a symbolic variable is assigned, which variables do not support.',
  report({ span, version, target, isIncrement, scan }) {
    const name = isIncrement ? 'inc_subtensor' : 'set_subtensor';
    return {
      span,
      message:
        `${quoted(target)} can not be assigned: variables do not change in place, so this raises TypeError. ` +
        `Make a new one with \`${version.library}.tensor.${name}\` and go on with that.`,
      related: relatedScan(scan),
    };
  },
};
