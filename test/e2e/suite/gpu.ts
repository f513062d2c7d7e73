/** The GPU: in the web worker host on WebGL2, which Chromium's SwiftShader has; in the Node host there is none, and the result says so. */
import * as vscode from 'vscode';
import { lensesOfCell, open, placeOf } from './documents.ts';
import { contains, eventually, isNodeHost, test } from './harness.ts';

const cell = 'halve()';

/** The lenses of the cell once a run of it has ended, and they say what is expected. */
async function runOnGpu(document: vscode.TextDocument, expected: RegExp): Promise<string> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(placeOf(document, cell));
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('scanlens.runCell');
  return eventually(`${expected} in the lenses`, async () => {
    const lenses = await lensesOfCell(document, cell);
    return expected.test(lenses) ? lenses : null;
  });
}

test('setting backend: a scan in float32 runs on the GPU where there is one, and a result says which', async () => {
  const settings = vscode.workspace.getConfiguration('scanlens');
  await settings.update('backend', 'gpu', vscode.ConfigurationTarget.Workspace);
  try {
    const document = await open('gpu.py');
    const first = await runOnGpu(document, /gpu: /);
    // In a browser the program of the GPU comes when the server runs already: at the latest the second run has it.
    const lenses = first.includes('is still being read')
      ? await runOnGpu(document, /gpu: (?!its program)/)
      : first;
    if (isNodeHost) contains(lenses, 'wasm (gpu: ', 'lenses in the Node host');
    else contains(lenses, 'gpu: SwiftShader', 'lenses in the web worker host');
  } finally {
    await settings.update('backend', undefined, vscode.ConfigurationTarget.Workspace);
  }
});
