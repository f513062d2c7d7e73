/** From the records of compiled functions to facts: one per call of `function`, whatever the ways that lead to it. */
import { groupBy } from '../base/grouping.ts';
import { plainSpan } from '../base/span.ts';
import type { CompiledFunctionFact } from './facts.ts';
import type { Machine } from './machine.ts';
import { placeOf } from './updatesProof.ts';
import type { CompiledRecord } from './values.ts';

/** The facts about every compiled function of the analysed file, in source order. */
export function functionFacts(machine: Machine): readonly CompiledFunctionFact[] {
  const own = machine.compiled.filter((record) => record.module === machine.main);
  const bySite = groupBy(own, (record) => record.site);
  return [...bySite.values()].map(functionFact).sort((a, b) => a.span.start - b.span.start);
}

function functionFact(records: readonly CompiledRecord[]): CompiledFunctionFact {
  const { site } = records[0] as CompiledRecord;
  const updated = new Set(records.flatMap((record) => [...record.updated]));
  return {
    span: plainSpan(site),
    callee: plainSpan(site.function),
    updated: [...updated].map((variable) => placeOf(variable.site, variable.module)),
  };
}
