/** What has to be said of iterations that were not made again as they ran. */
import type { CallData } from '../../../protocol/src/questions.ts';
import { t } from '../l10n.ts';

/** Iterations are always made again as machine code, whose numbers are those of the reference; '' where the call ran so, too. */
export function replayCaveat(call: Pick<CallData, 'backend'> | null): string {
  if (call === null || !/^gpu\b/.test(call.backend)) return '';
  return t(
    'This call ran on the GPU. Its iterations are made again on the processor, so numbers can differ from those of the call.',
  );
}
