/** state-ndim: the initial value of a state has the wrong number of axes. */
import { t } from '../../base/l10n.ts';
import { counted } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const stateNdim: MistakeRule<'state-ndim'> = {
  level: 'error',
  summary: 'The initial value of a state has another number of axes than the state needs.',
  report: ({ span, state, initial, needed, isMultiTap }) => ({
    span,
    message: isMultiTap
      ? t(
          'The initial value of state {0} has {1} and needs {2}: with these taps it holds several past states along a first axis of their own.',
          state + 1,
          counted(initial, 'axes'),
          needed,
        )
      : t(
          'The initial value of state {0} has {1} and needs {2}: as many as what the step returns for it.',
          state + 1,
          counted(initial, 'axes'),
          needed,
        ),
    related: [],
  }),
};
