/**
 * Commands about what runs have left behind: reveal, restore, reset. They work on a line of the state view, and without one by asking
 * with lists, so that no mouse is needed.
 */
import * as vscode from 'vscode';
import { commands } from '../../../protocol/src/editor.ts';
import type { PlaceData } from '../../../protocol/src/places.ts';
import type { RestoreParams, StateData, VariableData } from '../../../protocol/src/questions.ts';
import type { Ask } from '../ask.ts';
import type { CommandHandlers } from '../commandTargets.ts';
import { t } from '../l10n.ts';
import { revealPlace } from '../revealPlace.ts';
import type { NamedValue } from '../values/valueAddress.ts';
import type { ValueDocuments } from '../values/valueDocuments.ts';
import { type Choice, lostByReset, valueChoices, variableChoices } from './restoreChoices.ts';
import { isStateNode } from './stateNodes.ts';
import { type StateView, stateViewId } from './stateView.ts';

export interface StateCommandContext {
  readonly ask: Ask;
  readonly view: StateView;
  readonly values: ValueDocuments;
}

export function stateCommands(context: StateCommandContext): CommandHandlers {
  const { view } = context;
  return {
    [commands.showState]: () => vscode.commands.executeCommand(`${stateViewId}.focus`),
    [commands.refreshState]: () => view.model.touchAll(),
    [commands.revealInCode]: (node) => reveal(view, node),
    [commands.restoreValue]: (node) => chooseAndRestore(context, node),
    [commands.restoreBefore]: (node) => restoreSide(context, node, 'before'),
    [commands.restoreAfter]: (node) => restoreSide(context, node, 'after'),
    [commands.resetVariable]: (node) => resetVariable(context, node),
    [commands.resetVariables]: () => resetVariables(context),
  };
}

/** Lets a person choose a value of the document that is looked at. */
export async function chooseValue(context: StateCommandContext): Promise<NamedValue | null> {
  const { uri, state } = await presentState(context);
  const chosen = await choose(variableChoices(state, 'values'), {
    title: t('Which shared variable?'),
    nothing: t('There are no shared variables. Run a cell first.'),
  });
  if (chosen === null) return null;
  const { id, name } = chosen.value;
  return { uri, ref: { kind: 'variable', variableId: id }, name };
}

/** Shows the code from which a line of the view comes. */
async function reveal(view: StateView, node: unknown): Promise<void> {
  if (!isStateNode(node) || node.place === null) throw new Error(t('Choose a line of the state view first.'));
  await revealPlace(node.uri, node.place, (uri, place) => view.rangeOf(uri, place));
}

async function chooseAndRestore(context: StateCommandContext, node: unknown): Promise<void> {
  const found = await variableOf(context, node, {
    title: t('Restore a value of which variable?'),
    nothing: t('No shared variable has changed.'),
  });
  if (found === null) return;
  const { uri, variable } = found;
  const history = await context.ask(uri, 'history', { variableId: variable.id });
  if (history === null) throw new Error(t('This variable is not there any more. Run the program again.'));
  const lineOf = (place: PlaceData) => context.view.rangeOf(uri, place)?.start.line ?? null;
  const chosen = await choose(valueChoices(history, { uri, prefix: uri, lineOf }), {
    title: t('Restore which value of {0}?', variable.name),
    nothing: t('No earlier value is kept.'),
  });
  if (chosen !== null) await restore(context, uri, { variableId: variable.id, change: chosen.value });
}

async function restoreSide(
  context: StateCommandContext,
  node: unknown,
  side: 'before' | 'after',
): Promise<void> {
  if (!isStateNode(node) || node.subject.kind !== 'change')
    throw new Error(t('Choose a change in the state view first.'));
  const { variable, change } = node.subject;
  await restore(context, node.uri, { variableId: variable.id, change: { id: change.id, side } });
}

async function resetVariable(context: StateCommandContext, node: unknown): Promise<void> {
  const found = await variableOf(context, node, {
    title: t('Reset which variable to its first value?'),
    nothing: t('No shared variable has changed.'),
  });
  if (found === null) return;
  const { uri, variable } = found;
  const state = await stateOf(context, uri);
  if (!(await mayLose(lostByReset(state, variable.id)))) return;
  await restore(context, uri, { variableId: variable.id, change: null });
}

async function resetVariables(context: StateCommandContext): Promise<void> {
  const { uri, state } = await presentState(context);
  if (!(await mayLose(lostByReset(state, null)))) return;
  await restore(context, uri, { variableId: null, change: null });
}

/** Asks only when something is lost. */
async function mayLose(lost: readonly VariableData[]): Promise<boolean> {
  if (lost.length === 0) return true;
  const names = lost.map(({ name }) => name).join(', ');
  const message = t(
    'The present value of {0} is too large to be kept, so it can not be brought back.',
    names,
  );
  const reset = t('Reset');
  return (await vscode.window.showWarningMessage(message, { modal: true }, reset)) === reset;
}

async function restore(context: StateCommandContext, uri: string, params: RestoreParams): Promise<void> {
  const state = await context.ask(uri, 'restore', params);
  if (state === null) throw new Error(t('That value is not kept any more.'));
  context.view.model.receive(uri, state);
  context.values.touch(uri);
}

/** The variable of a line of the view, or one that the person chooses among those that have changed. */
async function variableOf(
  context: StateCommandContext,
  node: unknown,
  words: ChoiceWords,
): Promise<{ readonly uri: string; readonly variable: VariableData } | null> {
  if (isStateNode(node) && node.subject.kind === 'variable')
    return { uri: node.uri, variable: node.subject.variable };
  const { uri, state } = await presentState(context);
  const chosen = await choose(variableChoices(state, 'changed'), words);
  return chosen === null ? null : { uri, variable: chosen.value };
}

/** The state of the document that is looked at. */
async function presentState(
  context: StateCommandContext,
): Promise<{ readonly uri: string; readonly state: StateData }> {
  const uri = context.view.document;
  if (uri === null) throw new Error(t('Nothing has been run yet.'));
  return { uri, state: await stateOf(context, uri) };
}

async function stateOf({ ask }: StateCommandContext, uri: string): Promise<StateData> {
  const state = await ask(uri, 'state', {});
  if (state === null) throw new Error(t('Nothing has been run yet.'));
  return state;
}

interface ChoiceWords {
  readonly title: string;
  /** Why there is nothing to choose from. */
  readonly nothing: string;
}

async function choose<T>(choices: readonly Choice<T>[], words: ChoiceWords): Promise<Choice<T> | null> {
  if (choices.length === 0) throw new Error(words.nothing);
  const options = { title: words.title, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick([...choices], options)) ?? null;
}
