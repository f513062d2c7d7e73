/**
 * "Compare with Python": a cell and those above it run here and with the person's Python, and what their names hold is compared. Python
 * runs only in a trusted workspace and only after the person has seen the command.
 */
import * as vscode from 'vscode';
import { commands, defaultClientSettings } from '../../../protocol/src/editor.ts';
import {
  type CommandContext,
  type CommandHandlers,
  type Target,
  targetOrThrow,
  uriOf,
} from '../commandTargets.ts';
import { t } from '../l10n.ts';
import { refuseUntrusted, runToEnd } from '../runCommands.ts';
import { compareNames } from './compareNames.ts';
import { comparisonText } from './comparisonText.ts';
import { findPython } from './findPython.ts';
import { type PythonAnswer, type PythonQuestion, readAnswer } from './pythonAnswer.ts';
import { commandLine, type PythonCall, type PythonOutput, type RunPython } from './pythonRunner.ts';

/** Elements of each array that are compared. */
const elementLimit = 100_000;

/** `runPython` is null on hosts that can not start programs. */
export function compareCommands(context: CommandContext, runPython: RunPython | null): CommandHandlers {
  return {
    [commands.comparePython]: (uri, position) => compare(context, runPython, targetOrThrow(uri, position)),
  };
}

async function compare(context: CommandContext, runPython: RunPython | null, target: Target): Promise<void> {
  if (!vscode.workspace.isTrusted) return refuseUntrusted();
  const { document } = target;
  if (runPython === null || document.uri.scheme !== 'file')
    throw new Error(t('Python can be started only for files on a disk, and not in the browser.'));
  const call = await pythonCall(context, target);
  const accept = t('Run');
  const choice = await vscode.window.showInformationMessage(
    t('Run this cell and those above it with Python, and compare?'),
    { modal: true, detail: `${commandLine(call)}\n${t('in {0}', call.folder)}` },
    accept,
  );
  if (choice !== accept) return;
  const text = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Comparing with Python'), cancellable: true },
    (_, token) => comparison(context, { runPython, target, call, token }),
  );
  if (text !== null) await context.texts.show(t('Comparison with Python'), text);
}

interface Work {
  readonly runPython: RunPython;
  readonly target: Target;
  readonly call: PythonCall;
  readonly token: vscode.CancellationToken;
}

/** null when it was cancelled. */
async function comparison(
  context: CommandContext,
  { runPython, target, call, token }: Work,
): Promise<string | null> {
  const cancelled = new AbortController();
  token.onCancellationRequested(() => cancelled.abort());
  const uri = uriOf(target.document);
  const [output, ended] = await Promise.all([
    runPython(call, cancelled.signal),
    runToEnd(context, { scope: 'through', ...target }, token),
  ]);
  if (token.isCancellationRequested) return null;
  const python = answerIn(output, call);
  const here = await context.server.question(uri, 'names', { limit: elementLimit });
  if (here === null) throw new Error(t('The names of the program can not be read. Run it again.'));
  return comparisonText({
    command: commandLine(call),
    names: compareNames(here, python.names),
    python,
    error: ended === 'finished' ? null : ended,
  });
}

async function pythonCall(context: CommandContext, { document, position }: Target): Promise<PythonCall> {
  const settings = vscode.workspace.getConfiguration('scanlens', document);
  const text = document.getText();
  const regions = context.documents.find(uriOf(document))?.regions;
  const end = regions?.at(document.offsetAt(position))?.end ?? text.length;
  const question: PythonQuestion = {
    text: text.slice(0, end),
    name: document.uri.fsPath,
    limit: elementLimit,
  };
  return {
    executable: await findPython(document.uri),
    args: [vscode.Uri.joinPath(context.extensionUri, 'python', 'tell_names.py').fsPath],
    folder: vscode.Uri.joinPath(document.uri, '..').fsPath,
    input: JSON.stringify(question),
    timeoutMs: 1000 * settings.get('pythonTimeoutSeconds', defaultClientSettings.pythonTimeoutSeconds),
  };
}

function answerIn(
  { stdout, stderr, failure }: PythonOutput,
  { executable, timeoutMs }: PythonCall,
): PythonAnswer {
  if (failure === 'missing')
    throw new Error(
      t('{0} was not found. The setting scanlens.pythonPath says which Python is used.', executable),
    );
  if (failure === 'timeout')
    throw new Error(
      t(
        'Python was stopped after {0} s. The setting scanlens.pythonTimeoutSeconds allows more.',
        timeoutMs / 1000,
      ),
    );
  try {
    return readAnswer(stdout);
  } catch {
    const lastLine = stderr.trimEnd().split('\n').at(-1) ?? '';
    throw new Error(t('Python gave no answer: {0}', lastLine));
  }
}
