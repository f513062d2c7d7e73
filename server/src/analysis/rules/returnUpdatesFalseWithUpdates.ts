/** return-updates-false-with-updates: `return_updates=False`, but the step makes updates. */
import { listOfNames, raises } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const returnUpdatesFalseWithUpdates: MistakeRule<'return-updates-false-with-updates'> = {
  level: 'error',
  summary: 'A scan with return_updates=False has a step that makes updates, which PyTensor refuses.',
  report: ({ span, names, isRandom }) => ({
    span,
    message: `PyTensor ${raises('ValueError', 'return_updates=False but Scan produced updates')}: the step ${isRandom ? 'draws' : 'updates'} ${listOfNames(names)}. ${
      isRandom
        ? 'Carry the generator in `outputs_info` and return the next one from the step.'
        : 'Carry the value in `outputs_info` in place of the shared variable.'
    }`,
    related: [],
  }),
};
