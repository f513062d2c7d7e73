/** Which Python is the person's: the setting, else the one chosen in the Python extension, else the one on the path. */
import * as vscode from 'vscode';
import { defaultClientSettings } from '../../../protocol/src/editor.ts';

/** As much of the Python extension's interface as is used. */
interface PythonExtension {
  readonly environments?: { getActiveEnvironmentPath(uri: vscode.Uri): { readonly path: string } };
}

export async function findPython(uri: vscode.Uri): Promise<string> {
  const configured = vscode.workspace
    .getConfiguration('scanlens', uri)
    .get('pythonPath', defaultClientSettings.pythonPath)
    .trim();
  if (configured !== '') return configured;
  return (await chosenPython(uri)) ?? (process.platform === 'win32' ? 'python' : 'python3');
}

async function chosenPython(uri: vscode.Uri): Promise<string | null> {
  const extension = vscode.extensions.getExtension<PythonExtension>('ms-python.python');
  if (extension === undefined) return null;
  const { environments } = await extension.activate();
  const path = environments?.getActiveEnvironmentPath(uri).path;
  // It answers with a mere name where nothing was chosen.
  return path === undefined || path === '' || path === 'python' ? null : path;
}
