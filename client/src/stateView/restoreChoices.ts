/** What there is to choose from when a person restores a value without the mouse. Pure. */
import type { HistoryData, RestoreParams, StateData, VariableData } from '../../../protocol/src/questions.ts';
import { t } from '../l10n.ts';
import { causeText, changeText } from './historyNodes.ts';
import { joinTexts, type NodeContext, placeText } from './stateNodes.ts';

export interface Choice<T> {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly value: T;
}

/** The variables to choose from: `changed` are those that are not as they were at first, `values` those that can be read. */
export function variableChoices(
  state: StateData,
  which: 'changed' | 'values',
): readonly Choice<VariableData>[] {
  const wanted = {
    changed: ({ changeCount }: VariableData) => changeCount > 0,
    values: ({ isRandomState }: VariableData) => !isRandomState,
  }[which];
  return state.variables.filter(wanted).map((variable) => ({
    label: variable.name,
    description: joinTexts(variable.changeCount === 0 ? '' : `×${variable.changeCount}`, variable.short),
    detail: '',
    value: variable,
  }));
}

/** Values that a variable had, newest first, without the one that it has. */
export function valueChoices(
  history: HistoryData,
  context: NodeContext,
): readonly Choice<RestoreParams['change']>[] {
  const { changes, variable } = history;
  const kept = changes.filter(({ isKept }) => isKept);
  const after = kept
    .filter(({ number }) => number < variable.changeCount)
    .map((change) => ({
      label: t('After change {0}', change.number),
      description: changeText(change, variable.name),
      detail: joinTexts(causeText(change), placeText(change.place, context)),
      value: { id: change.id, side: 'after' } as const,
    }));
  const [first] = changes;
  const before = {
    label: t('First value'),
    description: first === undefined ? '' : t('before {0}', changeText(first, variable.name)),
    detail: '',
    value: null,
  };
  return [...after.toReversed(), before];
}

/** Variables whose present value could not be brought back after a reset. */
export function lostByReset(state: StateData, variableId: number | null): readonly VariableData[] {
  return state.variables.filter(
    ({ id, lastChange }) => (variableId === null || id === variableId) && lastChange?.isKept === false,
  );
}
