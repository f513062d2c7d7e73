/** pair-is-two-outputs: `return (s, s + 1)` is two outputs, not an update. */
import { t } from '../../base/l10n.ts';
import { quoted, relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const pairIsTwoOutputs: MistakeRule<'pair-is-two-outputs'> = {
  level: 'warning',
  summary: 'A pair of a shared variable and its new value is two outputs of the scan, not an update.',
  report: ({ span, name, scan }) => ({
    span,
    message: t(
      '{0} keeps its value: scan takes this pair as two outputs, not as an update. Return `{{1}: ...}` for an update.',
      quoted(name),
      name,
    ),
    related: relatedScan(scan),
  }),
};
