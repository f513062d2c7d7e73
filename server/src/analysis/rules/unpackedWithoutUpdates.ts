/** unpacked-without-updates: `outputs, updates =` of a scan with `return_updates=False`. */
import { t } from '../../base/l10n.ts';
import { relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const unpackedWithoutUpdates: MistakeRule<'unpacked-without-updates'> = {
  level: 'error',
  summary: 'A scan with return_updates=False is unpacked as if it returned updates.',
  report({ span, outputs, scan }) {
    // Two outputs fit two names.
    if (outputs === 2) {
      const message = t(
        'The second name gets the second output, not updates: `return_updates=False` makes scan return the outputs alone. Name both outputs for what they are.',
      );
      return { span, message, related: relatedScan(scan), level: 'warning' };
    }
    const message =
      outputs === 1
        ? t(
            'This raises ValueError: `return_updates=False` makes scan return the outputs alone, one variable. Bind only the outputs.',
          )
        : t(
            'This raises ValueError: `return_updates=False` makes scan return the outputs alone, a list of {0}. Bind only the outputs.',
            outputs,
          );
    return { span, message, related: relatedScan(scan) };
  },
};
