/** The calls of scan that are flagged because no function gets their updates: what a run tells ghosts of. */
import type { DroppedScan } from '../../../protocol/src/evaluator.ts';
import type { Analysis, ScanFact } from '../analysis/facts.ts';
import type { Finding } from '../analysis/rules/findings.ts';
import { plainSpan } from '../base/span.ts';

const droppingRules: ReadonlySet<string> = new Set(['dropped-updates', 'dropped-random-updates']);

/** `findings` without those that are switched off or ignored. */
export function droppedScansOf(analysis: Analysis, findings: readonly Finding[]): readonly DroppedScan[] {
  return findings.flatMap(({ rule, subject }) =>
    droppingRules.has(rule) && subject?.kind === 'scan' ? [droppedScan(subject.scan, analysis)] : [],
  );
}

function droppedScan({ span, mentions }: ScanFact, { compiledFunctions }: Analysis): DroppedScan {
  const outputs = mentions.filter(({ part }) => part === 'outputs');
  const functions = compiledFunctions.filter((compiled) =>
    outputs.some(({ start }) => compiled.span.start <= start && start < compiled.span.end),
  );
  return { span: plainSpan(span), functions: functions.map((compiled) => plainSpan(compiled.span)) };
}
