/** What works without running anything. */
import * as vscode from 'vscode';
import { findings, hoverAt, lenses, open, placeOf } from './documents.ts';
import { contains, equal, eventually, test } from './harness.ts';

const example = 'examples/theano/four_variants.py';

/** The offset of the name in the call of scan with this number, from 1. */
function scanPlace(document: vscode.TextDocument, ordinal: number): number {
  const places = [...document.getText().matchAll(/(?<=theano\.)scan\(/g)];
  return places[ordinal - 1]?.index ?? -1;
}

test('activates when a Python file is opened', async () => {
  await open(example);
  const extension = vscode.extensions.getExtension('scanlens.scanlens');
  if (extension === undefined) throw new Error('the extension is not there');
  await eventually('activation', () => (extension.isActive ? true : null));
});

test('flags the third of the four variants and nothing else', async () => {
  const document = await open(example);
  const found = await findings(document);
  equal(found.length, 1, 'findings');
  const [finding] = found;
  if (finding === undefined) throw new Error('no finding');
  const code = finding.code;
  if (typeof code !== 'object') throw new Error(`the code has no link: ${JSON.stringify(code)}`);
  equal(code.value, 'dropped-updates', 'code');
  contains(code.target.toString(), 'docs/rules/dropped-updates.md', 'link of the code');
  equal(finding.severity, vscode.DiagnosticSeverity.Warning, 'severity');
  equal(finding.range.start.line, document.positionAt(scanPlace(document, 3)).line, 'line');
  contains(document.getText(finding.range), 'scan', 'flagged text');
});

test('the finding points at the updates in the step function', async () => {
  const document = await open(example);
  const [finding] = await findings(document);
  const related = finding?.relatedInformation ?? [];
  const texts = related.map(({ location }) => document.getText(location.range)).join('\n');
  contains(texts, 'a + 1', 'related location');
});

test('hover on a scan tells outputs and updates apart, and where the updates go', async () => {
  const document = await open(example);
  await findings(document);
  const [second, third, fourth] = await Promise.all(
    [2, 3, 4].map((ordinal) => hoverAt(document, scanPlace(document, ordinal))),
  );
  contains(second ?? '', '**Updates**: none', 'hover on the second scan');
  contains(third ?? '', '**Outputs**: none', 'hover on the third scan');
  contains(third ?? '', 'dropped', 'hover on the third scan');
  contains(fourth ?? '', 'passed to', 'hover on the fourth scan');
});

test('every cell has a lens that runs it', async () => {
  const document = await open(example);
  const found = await eventually('lenses', async () => {
    const present = await lenses(document);
    return present.length > 0 ? present : null;
  });
  const names = found.map((lens) => lens.command?.command);
  contains(names.join(' '), 'scanlens.runCell', 'lenses');
  contains(names.join(' '), 'scanlens.runAll', 'lenses');
});

test('a finding goes when its cause is repaired and comes back with it', async () => {
  const document = await open('dropped.py');
  await findings(document);
  const place = document.positionAt(placeOf(document, 'outputs=outputs)') + 'outputs=outputs'.length);
  const repair = new vscode.WorkspaceEdit();
  repair.insert(document.uri, place, ', updates=updates');
  await vscode.workspace.applyEdit(repair);
  await eventually('no findings', () => {
    return vscode.languages.getDiagnostics(document.uri).length === 0 ? true : null;
  });
  await vscode.commands.executeCommand('undo');
  equal((await findings(document)).length, 1, 'findings after undo');
});
