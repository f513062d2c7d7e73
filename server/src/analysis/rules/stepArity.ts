/** step-arity: the step takes another number of arguments than scan passes. */
import { t } from '../../base/l10n.ts';
import type { MistakeOf } from '../mistakes.ts';
import { counted, listOf, related } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const stepArity: MistakeRule<'step-arity'> = {
  level: 'error',
  summary: 'The step takes another number of arguments than scan passes to it.',
  report(mistake) {
    const { span, passed, step } = mistake;
    return {
      span,
      message: t(
        'Scan passes {0}, but the step takes {1}: the call raises TypeError.',
        counted(passed, 'arguments') + made(mistake),
        taken(mistake),
      ),
      related: [related(step, t('This is the step.'))],
    };
  },
};

/** Where the arguments come from, in their order. */
function made({ passed, counts }: MistakeOf<'step-arity'>): string {
  const { sequences, states, nonSequences } = counts;
  const parts = [
    sequences > 0 ? t('{0} from sequences', sequences) : '',
    states > 0 ? t('{0} from states', states) : '',
    nonSequences > 0 ? t('{0} from non-sequences', nonSequences) : '',
  ].filter((part) => part !== '');
  return passed === 0 ? '' : t(' ({0})', listOf(parts));
}

function taken({ least, most }: MistakeOf<'step-arity'>): string {
  if (most === null) return t('at least {0}', least);
  return least === most ? `${least}` : t('{0} to {1}', least, most);
}
