/**
 * What settings do, each changed in the workspace and looked at through the editor's own commands. In the Node host only: how settings
 * come to the server is the same in both, and `libraryVersion` is tested in both.
 */
import * as vscode from 'vscode';
import { findings, hoverAt, lenses, open, placeOf, resultsAt } from './documents.ts';
import { contains, equal, eventually, isNodeHost, test } from './harness.ts';

const example = 'examples/theano/four_variants.py';

const settingTest: typeof test = isNodeHost ? test : () => {};

/** Sets one setting for the workspace while `look` waits for its effect. */
async function withSetting(name: string, value: unknown, look: () => Promise<unknown>): Promise<void> {
  const update = (to: unknown) =>
    vscode.workspace.getConfiguration('scanlens').update(name, to, vscode.ConfigurationTarget.Workspace);
  await update(value);
  try {
    await look();
  } finally {
    await update(undefined);
  }
}

/** Waits until `look` says yes; what was there before the change may stay for a while. */
const becomes = (what: string, look: () => Promise<boolean>): Promise<true> =>
  eventually(what, async () => ((await look()) ? true : null));

settingTest('setting lenses: false takes all lenses away', async () => {
  const document = await open(example);
  await becomes('lenses', async () => (await lenses(document)).length > 0);
  await withSetting('lenses', false, () =>
    becomes('no lenses', async () => (await lenses(document)).length === 0),
  );
});

settingTest('setting inlayHints: off, scans and all', async () => {
  const document = await open(example);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const count = async () =>
    (
      await vscode.commands.executeCommand<readonly vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      )
    ).length;
  await becomes('hints of two scans', async () => (await count()) === 2);
  await withSetting('inlayHints', 'off', () => becomes('no hints', async () => (await count()) === 0));
  await withSetting('inlayHints', 'all', () => becomes('more hints', async () => (await count()) > 2));
});

settingTest('setting semanticTokens: off', async () => {
  const document = await open(example);
  const count = async () =>
    (
      await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      )
    )?.data.length ?? 0;
  await becomes('tokens', async () => (await count()) > 0);
  await withSetting('semanticTokens', 'off', () => becomes('no tokens', async () => (await count()) === 0));
});

settingTest('setting rules: the level of a rule', async () => {
  const document = await open('dropped.py');
  const [before] = await findings(document);
  equal(before?.severity, vscode.DiagnosticSeverity.Warning, 'level');
  await withSetting('rules', { 'dropped-updates': 'error' }, () =>
    becomes('an error', async () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    ),
  );
});

settingTest('setting floatX: what hovers assume', async () => {
  const document = await open(example);
  const hover = () => hoverAt(document, placeOf(document, 'theano.scan') + 8);
  contains(await hover(), 'floatX float64', 'hover');
  await withSetting('floatX', 'float32', () =>
    becomes('float32', async () => (await hover()).includes('floatX float32')),
  );
});

settingTest('setting runTimeoutSeconds: an endless run ends, and says which setting it was', async () => {
  const document = await open('endless.py');
  await vscode.window.showTextDocument(document, { preview: false });
  await withSetting('runTimeoutSeconds', 0.5, async () => {
    await vscode.commands.executeCommand('scanlens.runAll');
    await eventually('the end of the run', async () => {
      const shown = (await resultsAt(document, 'count += 1')) ?? (await resultsAt(document, 'while True'));
      return shown?.includes('scanlens.runTimeoutSeconds') === true ? shown : null;
    });
  });
});
