/** The shared variables of a namespace: their values, their histories, and the way back to earlier ones. */
import type { RestoreParams, StateData, VariableData } from '../../../../protocol/src/questions.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { RecordedVariable } from '../journal/records.ts';
import { changeOf, changesOf, firstValue } from '../journal/variableLog.ts';
import { isIdentical } from '../stateChangeText.ts';
import { changeData } from './changeText.ts';
import { describeValue } from './describeValue.ts';
import type { AnswerRule, Evidence } from './evidence.ts';
import { functionsData } from './functionData.ts';
import { namedVariables, variableNamer } from './variableNames.ts';

export const stateAnswer: AnswerRule<'state'> = (_, evidence) => stateData(evidence);

export const historyAnswer: AnswerRule<'history'> = ({ variableId }, evidence) => {
  const recorded = evidence.journal.variables.find(variableId);
  if (recorded === null) return null;
  const name = variableNamer(evidence)(recorded.variable);
  const changes = changesOf(recorded).map((change) => {
    evidence.host.checkpoint();
    return changeData(change, name, evidence);
  });
  return {
    variable: variableData(recorded, name, evidence),
    changes,
    omittedCount: recorded.changeCount - changes.length,
  };
};

export const restoreAnswer: AnswerRule<'restore'> = ({ variableId, change }, evidence) => {
  const { variables } = evidence.journal;
  const one = variableId === null ? null : variables.find(variableId);
  if (variableId !== null && one === null) return null;
  const chosen = one === null ? [...variables.variables] : [one];
  const values = chosen.map((recorded) => ({ recorded, value: earlierValue(recorded, change, evidence) }));
  // All or nothing: a state that is half of one time and half of another was never there.
  const found = values.flatMap(({ recorded, value }) => (value === null ? [] : [{ recorded, value }]));
  if (found.length < values.length) return null;
  for (const { recorded, value } of found)
    if (!isIdentical(recorded.variable.value, value)) evidence.journal.restore(recorded, value);
  return stateData(evidence);
};

function earlierValue(
  recorded: RecordedVariable,
  wanted: RestoreParams['change'],
  { journal }: Evidence,
): NDArray | null {
  const held =
    wanted === null ? firstValue(recorded) : (changeOf(recorded, wanted.id)?.values?.[wanted.side] ?? null);
  return held === null ? null : journal.asRecorded(held);
}

function stateData(evidence: Evidence): StateData {
  return {
    variables: namedVariables(evidence).map(({ recorded, name }) => variableData(recorded, name, evidence)),
    functions: functionsData(evidence),
    callCount: evidence.journal.calls.count,
  };
}

function variableData(recorded: RecordedVariable, name: string, evidence: Evidence): VariableData {
  const { id, variable, place, changeCount } = recorded;
  const last = changesOf(recorded).at(-1);
  return {
    ...describeValue({ array: variable.value, isRandomState: variable.isRandomState }),
    id,
    name,
    place,
    changeCount,
    lastChange: last === undefined ? null : changeData(last, name, evidence),
  };
}
