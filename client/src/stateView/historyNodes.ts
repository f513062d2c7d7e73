/** Lines of the state view for the changes of a shared variable, newest first. Pure. */
import type { ChangeData, HistoryData, VariableData } from '../../../protocol/src/questions.ts';
import { t } from '../l10n.ts';
import {
  joinTexts,
  linesOf,
  type NodeContext,
  placeText,
  type StateNode,
  stateNode,
  traitsWhere,
} from './stateNodes.ts';

/** The changes in between that are not kept have a line that says how many they are. */
export function historyNodes(history: HistoryData, context: NodeContext): readonly StateNode[] {
  const { changes, variable, omittedCount } = history;
  const newestFirst = changes.toReversed();
  const gap = newestFirst.findIndex(
    (change, index) => change.number - (newestFirst[index + 1]?.number ?? change.number - 1) > 1,
  );
  const nodes = newestFirst.map((change) => changeNode(change, variable, context));
  if (omittedCount === 0) return nodes;
  const at = gap < 0 ? nodes.length : gap + 1;
  return nodes.toSpliced(at, 0, omittedNode(omittedCount, context));
}

function changeNode(change: ChangeData, variable: VariableData, context: NodeContext): StateNode {
  const label = changeText(change, variable.name);
  const place = placeText(change.place, context);
  const cause = causeText(change);
  const { isRandomState } = variable;
  return stateNode(context, {
    id: `change ${change.number}`,
    subject: { kind: 'change', variable, change },
    label,
    description: joinTexts(`#${change.number}`, cause, place),
    tooltip: linesOf(
      change.short,
      joinTexts(cause, place),
      change.isKept ? '' : t('The values of this change are not kept: it is too old, or they are too large.'),
    ),
    spoken: [t('change {0}', change.number), label, cause, place].filter((text) => text !== '').join(', '),
    icon: change.cause === 'restore' ? 'restored' : 'change',
    traits: traitsWhere({
      place: change.place !== null,
      kept: change.isKept,
      value: change.isKept && !isRandomState,
    }),
    place: change.place,
    value:
      change.isKept && !isRandomState
        ? {
            ref: { kind: 'change', variableId: variable.id, changeId: change.id, side: 'after' },
            name: t('{0} after change {1}', variable.name, change.number),
          }
        : null,
  });
}

/** `1 → 11`, `3 of 9 changed`: name and shape stand in the line above. */
export function changeText({ short }: ChangeData, name: string): string {
  if (!short.startsWith(name)) return short;
  const rest = /^(?: \([^)]*\))?: (.*)$/.exec(short.slice(name.length));
  return rest?.[1] ?? short;
}

/** `counter()`, or in words what did it. */
export function causeText({ cause, functionName }: ChangeData): string {
  if (cause === 'restore') return t('restored');
  if (cause === 'setValue') return 'set_value';
  return functionName === null ? t('a call') : `${functionName}()`;
}

const omittedNode = (count: number, context: NodeContext): StateNode =>
  stateNode(context, {
    id: 'omitted',
    label:
      count === 1 ? t('1 change in between is not kept') : t('{0} changes in between are not kept', count),
    icon: 'note',
  });
