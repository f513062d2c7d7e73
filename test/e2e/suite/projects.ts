/** What the files around a program and the settings change about it. */
import * as vscode from 'vscode';
import { findings, hoverAt, open, placeOf, workspaceFile } from './documents.ts';
import { contains, equal, eventually, isNodeHost, test } from './harness.ts';

const configuration = 'project/pyproject.toml';

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceFile(path), new TextEncoder().encode(text));
}

// A web worker sees only what is open.
if (isNodeHost) {
  test('a helper of another file: the finding points into that file', async () => {
    const [finding] = await findings(await open('helper/uses_counting.py'));
    const places = finding?.relatedInformation?.map(({ location }) => location) ?? [];
    const other = places.find(({ uri }) => uri.path.endsWith('helper/counting.py'));
    if (other === undefined) throw new Error(`no place in the helper: ${places.map(({ uri }) => uri.path)}`);
    const helper = await vscode.workspace.openTextDocument(other.uri);
    contains(helper.getText(other.range), 'scan', 'the place in the helper');
  });

  test('a rule that does not exist is underlined in pyproject.toml, levels follow it', async () => {
    const program = await open('project/counted.py');
    const levels = async () => (await findings(program)).map(({ severity }) => severity);
    equal(await levels(), [vscode.DiagnosticSeverity.Error], 'levels');
    const project = await vscode.workspace.openTextDocument(workspaceFile(configuration));
    const [finding] = await findings(project);
    equal(project.getText(finding?.range), 'no-such-rule', 'flagged text');
    const before = project.getText();
    await write(configuration, '[tool.scanlens]\nlevels = { dropped-updates = "hint" }\n');
    await eventually('the new level', async () =>
      (await levels())[0] === vscode.DiagnosticSeverity.Hint ? true : null,
    );
    await eventually('nothing wrong with the configuration', () =>
      vscode.languages.getDiagnostics(project.uri).length === 0 ? true : null,
    );
    await write(configuration, before);
    await findings(project);
  });
}

test('setting libraryVersion: the release that the hover names', async () => {
  const document = await open('dropped.py');
  await findings(document);
  const settings = vscode.workspace.getConfiguration('scanlens');
  const change = (value: string | undefined) =>
    settings.update('libraryVersion', value, vscode.ConfigurationTarget.Workspace);
  const hover = () => hoverAt(document, placeOf(document, 'scan('));
  contains(await hover(), 'Theano 1.0.5', 'hover');
  await change('theano 0.9');
  await eventually('the other release', async () =>
    (await hover()).includes('Theano 0.9 (the setting') ? true : null,
  );
  await change(undefined);
  await eventually('the assumed release', async () =>
    (await hover()).includes('Theano 1.0.5') ? true : null,
  );
});
