/** outputs-info-arity: `outputs_info` has another number of entries than the step has outputs. */
import { counted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const outputsInfoArity: MistakeRule<'outputs-info-arity'> = {
  level: 'error',
  summary: 'The number of entries in outputs_info is not that of the outputs of the step.',
  report: ({ span, entries, outputs }) => ({
    span,
    message:
      `\`outputs_info\` has ${counted(entries, 'entry', 'entries')}, but the step returns ${counted(outputs, 'output')}: ` +
      `scan raises ValueError. ${
        entries < outputs
          ? 'Write `None` for each output that does not feed back.'
          : 'Write one entry per output, `None` where it does not feed back.'
      }`,
    related: [],
  }),
};
