/** strict-missing: `strict=True`, and the step reads shared variables that are not passed to it. */
import { listOfNames, related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const strictMissing: MistakeRule<'strict-missing'> = {
  level: 'error',
  summary: 'With strict=True the step reads a shared variable that is not in non_sequences.',
  report({ span, names, nonSequences }) {
    return {
      span,
      message:
        `With \`strict=True\` scan raises MissingInputError: the step reads ${listOfNames(names)} without getting ` +
        `${names.length === 1 ? 'it' : 'them'}. Add ${names.length === 1 ? 'it' : 'them'} to \`non_sequences\` and to the step's parameters.`,
      related: nonSequences === null ? [] : [related(nonSequences, 'Add to these.')],
    };
  },
};
