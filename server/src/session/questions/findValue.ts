/** From references to values: one row per kind of reference. */
import type { ValueRef } from '../../../../protocol/src/values.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { RecordedCall } from '../journal/records.ts';
import { changeOf } from '../journal/variableLog.ts';
import { asFound, type FoundValue } from './describeValue.ts';
import type { Evidence } from './evidence.ts';
import { valueInStep } from './replayAnswers.ts';

type RefKind = ValueRef['kind'];
type Find<Kind extends RefKind> = (
  ref: Extract<ValueRef, { readonly kind: Kind }>,
  evidence: Evidence,
) => FoundValue | null;

const findRules: { readonly [Kind in RefKind]: Find<Kind> } = {
  variable: ({ variableId }, { journal }) => {
    const recorded = journal.variables.find(variableId);
    if (recorded === null) return null;
    return { array: recorded.variable.value, isRandomState: recorded.variable.isRandomState };
  },
  change: ({ variableId, changeId, side }, { journal }) => {
    const recorded = journal.variables.find(variableId);
    const values = recorded === null ? null : (changeOf(recorded, changeId)?.values ?? null);
    if (recorded === null || values === null) return null;
    const array = journal.asRecorded(values[side]);
    return array === null ? null : { array, isRandomState: recorded.variable.isRandomState };
  },
  call: ({ callId, part, index }, evidence) => {
    const call = evidence.journal.calls.find(callId);
    if (call === null) return null;
    return (part === 'input' ? inputsOf(call) : outputsOf(call, evidence))?.[index] ?? null;
  },
  shown: ({ valueId }, { journal }) => {
    const array = journal.shown.find(valueId);
    return array === null ? null : { array, isRandomState: false };
  },
  step: valueInStep,
};

/** The value; null where it is not there any more. */
export function findValue(ref: ValueRef, evidence: Evidence): FoundValue | null {
  const find = findRules[ref.kind] as Find<RefKind>;
  return find(ref as never, evidence);
}

/** The arguments of a call; null where they are not kept. */
export const inputsOf = ({ compiled, values }: RecordedCall): readonly FoundValue[] | null =>
  values?.inputs.map((array, i) => asFound(compiled.graph.inputs[i], array)) ?? null;

/** The results of a call. Where they are not kept, the call is made again; null where that is not possible. */
export function outputsOf(call: RecordedCall, evidence: Evidence): readonly FoundValue[] | null {
  const { compiled, values, facts } = call;
  if (facts.error !== null) return [];
  const outputs = values?.outputs ?? outputsAgain(call, evidence);
  if (outputs === null) return null;
  const shown = outputs.slice(0, compiled.outputCount);
  return shown.map((array, i) => asFound(compiled.graph.outputs[i], array));
}

function outputsAgain(call: RecordedCall, { journal, host, replays }: Evidence): readonly NDArray[] | null {
  const key = String(call.id);
  const known = replays.outputs.get(key);
  if (known !== undefined) return known;
  const given = journal.givenTo(call);
  if (given === null) return null;
  const { outputs } = call.compiled.plan.run(given.inputs, given.sharedBefore, host);
  const byteLength = outputs.reduce((sum, array) => sum + array.byteLength, 0);
  replays.outputs.set(key, outputs, byteLength);
  return outputs;
}
