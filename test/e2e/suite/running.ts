/** Running cells, read through the command that says results aloud: decorations can not be asked for. */
import * as vscode from 'vscode';
import { lensesOfCell, open, placeOf, resultsAt } from './documents.ts';
import { contains, eventually, note, test } from './harness.ts';

/** Runs the cell at the first place of `text` and answers with its results once they contain `expected`. */
async function runAndRead(path: string, text: string, expected: string): Promise<string> {
  const document = await open(path);
  await runAt(document, 'scanlens.runCell', text);
  return readResults(document, text, expected);
}

function readResults(document: vscode.TextDocument, text: string, expected: string): Promise<string> {
  return eventually(`${expected} in the results`, async () => {
    // A lens names the time of the last run; before that there is nothing to read.
    if (!/ \d[\d.]* m?s/.test(await lensesOfCell(document, text))) return null;
    const results = await resultsAt(document, text);
    return results?.includes(expected) === true ? results : null;
  });
}

async function runAt(document: vscode.TextDocument, command: string, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(placeOf(document, text));
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand(command);
}

test('running a cell shows outputs and the change of state', async () => {
  const results = await runAndRead('counter.py', 'counter = theano.function', 'a: 1 became 11');
  contains(results, '[]', 'results');
});

test('the state goes on from run to run', async () => {
  await runAndRead('counter.py', 'second = counter()', 'a: 11 became 21');
});

test('an exception is shown where it happened, with its traceback, and at the call', async () => {
  const document = await open('raises.py');
  await runAt(document, 'scanlens.runAll', 'divide(1)');
  const call = await readResults(document, 'divide(1)', 'ZeroDivisionError');
  const place = await readResults(document, 'x / 0', 'ZeroDivisionError: division by zero');
  contains(call, 'Line 9', 'results at the call');
  contains(place, 'Line 4', 'results at the place');
  contains(place, 'Traceback', 'results at the place');
  contains(place, 'in divide', 'results at the place');
});

test('an endless loop can be cancelled, and the next cell runs', async () => {
  const document = await open('endless.py');
  await runAt(document, 'scanlens.runCell', 'while True');
  await eventually('the lens to cancel', async () => {
    return (await lensesOfCell(document, 'while True')).includes('Cancel') ? true : null;
  });
  const start = Date.now();
  await runAt(document, 'scanlens.cancel', 'while True');
  await eventually('the end of the run', async () => {
    return (await lensesOfCell(document, 'while True')).includes('cancelled') ? true : null;
  });
  note(`cancel took at most ${Date.now() - start} ms (asked every 50 ms)`);
  await runAndRead('endless.py', '6 * 7', '42');
});
