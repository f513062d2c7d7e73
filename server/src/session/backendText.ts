/** On what compiled functions ran, in words: `wasm`, or `reference (wasm: no machine code for sort)`. */

import type { CallResult } from '../../../protocol/src/results.ts';
import { t } from '../base/l10n.ts';

/** What ran, each once, and the first reason why another backend was passed over; '' without calls. */
export function backendText(calls: readonly Pick<CallResult, 'backend' | 'fallbacks'>[]): string {
  const names = [...new Set(calls.map(({ backend }) => backend))].join(' + ');
  const reasons = new Set(
    calls.flatMap(({ fallbacks }) => fallbacks.map(({ backend, reason }) => `${backend}: ${reason}`)),
  );
  const [first] = reasons;
  if (first === undefined) return names;
  return reasons.size > 1
    ? t('{0} ({1}, and {2} more)', names, first, reasons.size - 1)
    : t('{0} ({1})', names, first);
}
