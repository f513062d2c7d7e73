/** unpacked-without-updates: `outputs, updates =` of a scan with `return_updates=False`. */
import { relatedScan } from './phrases.ts';
import type { MistakeRule } from './rule.ts';

export const unpackedWithoutUpdates: MistakeRule<'unpacked-without-updates'> = {
  level: 'error',
  summary: 'A scan with return_updates=False is unpacked as if it returned updates.',
  report({ span, outputs, scan }) {
    const only = '`return_updates=False` makes scan return the outputs alone';
    // Two outputs fit two names.
    if (outputs === 2) {
      const message = `The second name gets the second output, not updates: ${only}. Name both outputs for what they are.`;
      return { span, message, related: relatedScan(scan), level: 'warning' };
    }
    const message = `This raises ValueError: ${only}, ${outputs === 1 ? 'one variable' : `a list of ${outputs}`}. Bind only the outputs.`;
    return { span, message, related: relatedScan(scan) };
  },
};
