/** state-ndim: the initial value of a state has the wrong number of axes. */
import { counted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const stateNdim: MistakeRule<'state-ndim'> = {
  level: 'error',
  summary: 'The initial value of a state has another number of axes than the state needs.',
  report: ({ span, state, initial, needed, isMultiTap }) => ({
    span,
    message: `The initial value of state ${state + 1} has ${counted(initial, 'axis', 'axes')} and needs ${needed}: ${
      isMultiTap
        ? 'with these taps it holds several past states along a first axis of their own.'
        : 'as many as what the step returns for it.'
    }`,
    related: [],
  }),
};
