/** step-arity: the step takes another number of arguments than scan passes. */
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
      message: `Scan passes ${counted(passed, 'argument')}${made(mistake)}, but the step takes ${taken(mistake)}: the call raises TypeError.`,
      related: [related(step, 'This is the step.')],
    };
  },
};

/** Where the arguments come from, in their order. */
function made({ passed, counts }: MistakeOf<'step-arity'>): string {
  const { sequences, states, nonSequences } = counts;
  const parts = [
    sequences > 0 ? `${sequences} from sequences` : '',
    states > 0 ? `${states} from states` : '',
    nonSequences > 0 ? `${nonSequences} from non-sequences` : '',
  ].filter((part) => part !== '');
  return passed === 0 ? '' : ` (${listOf(parts)})`;
}

function taken({ least, most }: MistakeOf<'step-arity'>): string {
  if (most === null) return `at least ${least}`;
  return least === most ? `${least}` : `${least} to ${most}`;
}
