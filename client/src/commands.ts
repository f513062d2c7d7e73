/** Registers the commands of the extension. A notification appears only when one of them failed. */
import * as vscode from 'vscode';
import { commands, linkCommands } from '../../protocol/src/editor.ts';
import type { CommandContext, CommandHandlers } from './commandTargets.ts';
import { compareCommands } from './comparison/compareCommand.ts';
import type { RunPython } from './comparison/pythonRunner.ts';
import { fixAll } from './fixAll.ts';
import { openPage, showPlaces } from './linkCommands.ts';
import { messageOf } from './messageOf.ts';
import type { NotebookKernel } from './notebooks/notebookKernel.ts';
import { goToProducingLine } from './producingLine.ts';
import { resultCommands } from './resultCommands.ts';
import { runCommands } from './runCommands.ts';
import { chooseValue, type StateCommandContext, stateCommands } from './stateView/stateCommands.ts';
import { valueCommands } from './values/valueCommands.ts';
import { webviewCommands } from './webviews/webviewCommands.ts';
import type { WebviewPanels } from './webviews/webviewPanels.ts';

const examplePath = 'examples/theano/four_variants.py';

/** The views that commands open. */
export interface CommandViews {
  readonly state: StateCommandContext;
  readonly panels: WebviewPanels;
  readonly notebooks: NotebookKernel;
  /** null on hosts that can not start programs. */
  readonly runPython: RunPython | null;
}

/** Registers all commands; the result unregisters them. */
export function registerCommands(
  context: CommandContext,
  { state, panels, notebooks, runPython }: CommandViews,
): vscode.Disposable {
  const handlers: CommandHandlers = {
    ...runCommands(context),
    ...notebooks.commands,
    ...resultCommands(context),
    ...compareCommands(context, runPython),
    ...webviewCommands(panels, context.documents),
    [commands.goToProducingLine]: () => goToProducingLine(context),
    [commands.fixAll]: () => fixAll(),
    [commands.showLog]: () => context.log.show(true),
    [commands.openExample]: () => openExample(context.extensionUri),
    [linkCommands.showPlaces]: (uri, position, places) => showPlaces(uri, position, places),
    [linkCommands.openPage]: (address) => openPage(address),
    ...stateCommands(state),
    ...valueCommands({
      ...state,
      choose: () => chooseValue(state),
      draw: ({ uri, name, ref }) => panels.openValue(uri, name, ref),
    }),
  };
  const registered = Object.entries(handlers).map(([name, handler]) =>
    vscode.commands.registerCommand(name, (...args: unknown[]) => guarded(context, () => handler(...args))),
  );
  return vscode.Disposable.from(...registered);
}

/** The one place where a failed command becomes a notification. */
async function guarded(context: CommandContext, action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    context.log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(`ScanLens: ${messageOf(error)}`);
  }
}

async function openExample(extensionUri: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, examplePath));
  const content = new TextDecoder().decode(bytes);
  const document = await vscode.workspace.openTextDocument({ language: 'python', content });
  await vscode.window.showTextDocument(document);
}
