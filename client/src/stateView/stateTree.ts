/**
 * The state view's lines for what a document's runs have left behind: shared variables, random streams, compiled functions, recorded
 * calls. Pure.
 */
import type { StateData, VariableData } from '../../../protocol/src/questions.ts';
import { t } from '../l10n.ts';
import { isDrawable } from '../values/drawable.ts';
import { functionNodes } from './functionNodes.ts';
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

/** The groups of one document; those without a line are left out. */
export function stateGroups(state: StateData, context: NodeContext): readonly StateNode[] {
  const variables = variableNodes(state.variables, context);
  const groups = [
    group(context, {
      id: 'variables',
      label: t('Shared variables'),
      icon: 'variables',
      children: variables.filter((node) => !isStream(node)),
      isOpenAtFirst: true,
    }),
    group(context, {
      id: 'streams',
      label: t('Random streams'),
      icon: 'random',
      children: variables.filter(isStream),
      isOpenAtFirst: true,
    }),
    group(context, {
      id: 'functions',
      label: t('Compiled functions'),
      icon: 'functions',
      children: functionNodes(state.functions, context),
      isOpenAtFirst: true,
    }),
    group(context, {
      id: 'calls',
      label: t('Recorded calls'),
      icon: 'calls',
      description: callsText(state.callCount),
      children: state.callCount === 0 ? [] : 'asked',
    }),
  ].filter(({ children }) => children.length > 0);
  return groups.length > 0 ? groups : [emptyNode(context)];
}

const isStream = ({ subject }: StateNode): boolean =>
  subject.kind === 'variable' && subject.variable.isRandomState;

function group(
  context: NodeContext,
  parts: Pick<StateNode, 'id' | 'label' | 'icon' | 'children'> & Partial<StateNode>,
): StateNode {
  const count = typeof parts.children === 'string' ? '' : String(parts.children.length);
  return stateNode(context, { description: count, subject: { kind: 'group' }, ...parts });
}

const emptyNode = (context: NodeContext): StateNode =>
  stateNode(context, {
    id: 'empty',
    label: t('No shared variables and no compiled functions'),
    icon: 'note',
    tooltip: t('What was run so far has made neither shared variables nor compiled functions.'),
  });

function variableNodes(variables: readonly VariableData[], context: NodeContext): readonly StateNode[] {
  const keys = distinctKeys(variables.map(({ name }) => name));
  return variables.map((variable, index) => variableNode(variable, `variable ${keys[index]}`, context));
}

function variableNode(variable: VariableData, id: string, context: NodeContext): StateNode {
  const { name, short, changeCount, isRandomState } = variable;
  const made = placeText(variable.place, context);
  const changes = changesText(changeCount);
  const last = variable.lastChange === null ? '' : t('Last change: {0}', variable.lastChange.short);
  const isArray = variable.shape.length > 0;
  return stateNode(context, {
    id,
    subject: { kind: 'variable', variable },
    label: name,
    description: joinTexts(changeCount === 0 ? '' : `×${changeCount}`, short),
    tooltip: linesOf(name, short, made === '' ? '' : t('Made in {0}', made), changes, last),
    spoken: [name, short, changes].join(', '),
    icon: isRandomState ? 'random' : isArray ? 'array' : 'variable',
    traits: traitsWhere({
      place: variable.place !== null,
      value: !isRandomState,
      plot: isDrawable(variable),
      changed: changeCount > 0,
    }),
    place: variable.place,
    value: isRandomState ? null : { ref: { kind: 'variable', variableId: variable.id }, name },
    children: changeCount === 0 ? [] : 'asked',
  });
}

function changesText(count: number): string {
  if (count === 0) return t('never changed');
  return count === 1 ? t('changed once') : t('changed {0} times', count);
}
