/** list-as-sequence: a Python list of numbers as a sequence. */
import { quoted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const listAsSequence: MistakeRule<'list-as-sequence'> = {
  level: 'error',
  summary: 'A Python list of numbers is given as a sequence: scan takes each number for a sequence.',
  report: ({ span, version, text }) => ({
    span,
    message:
      `Scan takes each number in ${quoted(text)} for a sequence of its own and raises TypeError. ` +
      `Make a constant of the list: \`${version.library}.tensor.constant(...)\`.`,
    related: [],
  }),
};
