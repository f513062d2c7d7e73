/** Recorded calls as data. */
import type { CallData } from '../../../../protocol/src/questions.ts';
import type { ValueData } from '../../../../protocol/src/values.ts';
import { backendText } from '../backendText.ts';
import type { RecordedCall } from '../journal/records.ts';
import { changeText } from './changeText.ts';
import { describeLost, describeValue } from './describeValue.ts';
import type { AnswerRule, Evidence } from './evidence.ts';
import { inputsOf, outputsOf } from './findValue.ts';
import { scanHeadings } from './replayAnswers.ts';
import { type NameOf, variableNamer } from './variableNames.ts';

/** A call that took no longer is made again where its results are not kept: the latest one of a long loop. */
const quickMs = 20;

export const callsAnswer: AnswerRule<'calls'> = (_, evidence) => {
  const nameOf = variableNamer(evidence);
  return [...evidence.journal.calls.calls].reverse().map((call) => {
    evidence.host.checkpoint();
    return callData(call, nameOf, evidence);
  });
};

function callData(call: RecordedCall, nameOf: NameOf, evidence: Evidence): CallData {
  const { id, runId, place, functionName, facts, compiled } = call;
  const { graph } = compiled;
  return {
    id,
    runId,
    place,
    functionName,
    inputs: inputsOf(call)?.map(describeValue) ?? graph.inputs.map(describeLost),
    outputs: outputData(call, evidence),
    changes: call.changes.map((change) => changeText(change, nameOf(change.variable.variable), evidence)),
    error: facts.error === null ? null : `${facts.error.type}: ${facts.error.message}`,
    elapsedMs: facts.elapsedMs,
    backend: backendText([facts]),
    scans: scanHeadings(compiled, evidence),
  };
}

function outputData(call: RecordedCall, evidence: Evidence): readonly ValueData[] {
  const { graph, outputCount } = call.compiled;
  const isReady = call.values?.outputs !== null || call.facts.elapsedMs <= quickMs;
  const outputs = isReady || call.facts.error !== null ? outputsOf(call, evidence) : null;
  return outputs?.map(describeValue) ?? graph.outputs.slice(0, outputCount).map(describeLost);
}
