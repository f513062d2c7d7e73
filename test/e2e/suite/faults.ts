/** The processes behind the editor are killed, in the Node host, where they are processes: the editor goes on and says so. */
import * as vscode from 'vscode';
import { lensesOfCell, open, placeOf, resultsAt } from './documents.ts';
import { eventually, isNodeHost, test } from './harness.ts';

const first = "print('counted'";
const second = "print('again'";
const endless = 'while True';

/** The children of a process whose command line contains `program`. */
function childrenOf(parent: number, program: string): readonly number[] {
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [pid, ppid] = line.trim().split(/\s+/, 2);
    return Number(ppid) === parent && line.includes(program) ? [Number(pid)] : [];
  });
}

const servers = (): readonly number[] => childrenOf(process.pid, 'dist/server/node.cjs');

async function run(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(placeOf(document, text));
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('scanlens.runCell');
}

/** Runs a cell until its results contain what is expected. */
async function runUntil(document: vscode.TextDocument, text: string, expected: string): Promise<void> {
  await run(document, text);
  await eventually(`${expected} in the results`, async () => {
    if (!/ \d[\d.]* m?s|failed/.test(await lensesOfCell(document, text))) return null;
    return (await resultsAt(document, text))?.includes(expected) === true ? true : null;
  });
}

if (isNodeHost) {
  test('an evaluator that is killed costs its variables: the next run says so, and the one after it works', async () => {
    const document = await open('killed.py');
    await runUntil(document, first, 'counted 1');
    await runUntil(document, second, 'again 2');
    const evaluators = servers().flatMap((server) => childrenOf(server, 'evaluator/node.cjs'));
    for (const pid of evaluators) process.kill(pid, 'SIGKILL');
    await runUntil(document, second, 'The evaluator ended unexpectedly (signal SIGKILL).');
    await runUntil(document, first, 'counted 1');
    await runUntil(document, second, 'again 2');
  });

  test('a server that is killed in a run is started again: results stay, the next run says what is lost', async () => {
    const document = await open('killed.py');
    await runUntil(document, first, 'counted 1');
    await run(document, endless);
    await eventually('the lens to cancel', async () =>
      (await lensesOfCell(document, endless)).includes('Cancel') ? true : null,
    );
    const [server, ...others] = servers();
    if (server === undefined || others.length > 0) throw new Error(`${others.length + 1} servers`);
    process.kill(server, 'SIGKILL');
    await eventually('another server', () => (servers().some((pid) => pid !== server) ? true : null));
    await eventually('the lenses of the other server', async () => {
      const lenses = await lensesOfCell(document, endless);
      return lenses !== '' && !lenses.includes('Cancel') ? true : null;
    });
    await eventually('what was shown before', async () =>
      (await resultsAt(document, first))?.includes('counted 1') === true ? true : null,
    );
    await runUntil(document, second, 'The language server ended unexpectedly.');
    await runUntil(document, first, 'counted 1');
  });
}
