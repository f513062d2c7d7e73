/** too-many-steps: `n_steps` is larger than a sequence is long. */
import { counted, quoted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const tooManySteps: MistakeRule<'too-many-steps'> = {
  level: 'error',
  summary: 'There are more steps in n_steps than elements in a sequence.',
  report: ({ span, version, steps, length, sequence }) => ({
    span,
    message:
      `${quoted(sequence)} has ${counted(length, 'element')} for ${counted(steps, 'step')}: the function raises ValueError ` +
      `when it is called${version.library === 'theano' ? ' ("Sequence is shorter then the required number of steps")' : ''}. ` +
      `Leave \`n_steps\` out, or pass at most ${length}.`,
    related: [],
  }),
};
