/** Lines of the state view for compiled functions: what goes in and out, what a call changes, and what it would but does not. Pure. */
import type { FunctionData } from '../../../protocol/src/questions.ts';
import { t } from '../l10n.ts';
import {
  callsText,
  distinctKeys,
  joinTexts,
  linesOf,
  type NodeContext,
  placeText,
  type StateNode,
  stateNode,
  traitsWhere,
} from './stateNodes.ts';

export function functionNodes(
  functions: readonly FunctionData[],
  context: NodeContext,
): readonly StateNode[] {
  const keys = distinctKeys(functions.map(({ name }) => name ?? ''));
  return functions.map((data, index) => {
    const id = `function ${keys[index]}`;
    const children = partNodes(data, { ...context, prefix: `${context.prefix}#${id}` });
    return functionNode(data, { id, children }, context);
  });
}

function functionNode(
  data: FunctionData,
  node: Pick<StateNode, 'id' | 'children'>,
  context: NodeContext,
): StateNode {
  const { updates, dropped } = data;
  const place = placeText(data.place, context);
  const label = data.name ?? (place === '' ? t('function') : t('function in {0}', place));
  const lost = dropped.length === 0 ? '' : t('dropped: {0}', dropped.join(', '));
  const changed = updates.length === 0 ? '' : t('updates {0}', updates.join(', '));
  const signature = `${inputsText(data.inputs.length)} → ${outputsText(data.outputs.length)}`;
  const calls = callsText(data.callCount);
  const why = dropped.length === 0 ? '' : droppedWords();
  const ran = data.backend === '' ? '' : t('The last call ran on {0}.', data.backend);
  return stateNode(context, {
    ...node,
    subject: { kind: 'function' },
    label,
    description: joinTexts(lost, changed, signature, calls),
    tooltip: linesOf(joinTexts(label, place), signature, changed, lost, why, calls, ran),
    icon: dropped.length > 0 ? 'dropping' : 'function',
    traits: traitsWhere({ place: data.place !== null }),
    place: data.place,
  });
}

const inputsText = (count: number): string => (count === 1 ? t('1 input') : t('{0} inputs', count));
const outputsText = (count: number): string => (count === 1 ? t('1 output') : t('{0} outputs', count));

const droppedWords = (): string =>
  t(
    'A scan inside would change it, but its updates were not passed to the function, so every call drops them.',
  );

function partNodes(data: FunctionData, context: NodeContext): readonly StateNode[] {
  const groups = [
    { role: 'input', icon: 'input', word: t('input'), labels: data.inputs },
    { role: 'output', icon: 'output', word: t('output'), labels: data.outputs },
    { role: 'update', icon: 'update', word: t('updated by each call'), labels: data.updates },
    { role: 'dropped', icon: 'dropped', word: t('update dropped'), labels: data.dropped },
  ] as const;
  return groups.flatMap(({ role, icon, word, labels }) =>
    labels.map((label, index) =>
      stateNode(context, {
        id: `${role} ${index}`,
        label,
        description: label.startsWith(`${role} `) ? '' : word,
        icon,
        ...(role === 'dropped' ? { tooltip: linesOf(label, word, droppedWords()) } : {}),
      }),
    ),
  );
}
