/** missing-input-in-updates: a variable that only the updates of a step use, and that is not passed to it. */
import { quoted, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const missingInputInUpdates: MistakeRule<'missing-input-in-updates'> = {
  level: 'error',
  summary: 'A variable that only the updates of a step use is not passed to the step.',
  report: ({ span, name, scan }) => ({
    span,
    message:
      `Scan raises MissingInputError: only the updates use ${quoted(name)}, and there scan does not find it by itself. ` +
      'Add it to `non_sequences` and to the parameters of the step.',
    related: relatedScan(scan),
  }),
};
