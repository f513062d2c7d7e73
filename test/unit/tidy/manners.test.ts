/** Manners of the extension in the editor, where the code or the manifest can show them: nothing unasked, everything by keyboard. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readSources, root } from './sources.ts';

interface Item {
  readonly command: string;
  readonly when?: string;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: unknown; readonly restrictedConfigurations: unknown };
    readonly virtualWorkspaces: unknown;
  };
  readonly contributes: {
    readonly commands: readonly Item[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly keybindings: readonly Item[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string }>> };
  };
};
const { contributes, capabilities } = manifest;
const program = readSources().filter(({ path }) => /^(client|server|protocol)\//.test(path));
const placesOf = (what: RegExp): readonly string[] =>
  program.flatMap(({ path, text }) => [...text.matchAll(what)].map(([found]) => `${path} ${found}`));

describe('nothing unasked', () => {
  it('is notified: a notification answers a command', () => {
    expect(placesOf(/\bshow(?:Information|Warning|Error)Message\b/g)).toEqual(
      [
        // A command of the person failed.
        'client/src/commands.ts showErrorMessage',
        // Asks before Python is started.
        'client/src/comparison/compareCommand.ts showInformationMessage',
        // The command changed nothing.
        'client/src/fixAll.ts showInformationMessage',
        // A cell was to be run in Restricted Mode.
        'client/src/runCommands.ts showErrorMessage',
        // Something would be lost for good.
        'client/src/stateView/stateCommands.ts showWarningMessage',
        // What a click in a webview asked for failed.
        'client/src/webviews/webviewPanel.ts showErrorMessage',
      ].toSorted(),
    );
  });

  it('stands in the status bar: there is one item', () => {
    expect(placesOf(/\bcreateStatusBarItem\b/g)).toHaveLength(1);
  });

  it('is sent anywhere', () => {
    expect(placesOf(/\b(?:fetch|sendBeacon|XMLHttpRequest|WebSocket|createTelemetryLogger)\s*\(/g)).toEqual(
      [],
    );
    expect(placesOf(/from 'node:(?:https?|http2|dgram)'/g)).toEqual([]);
  });

  it('is started: only a Python file or a notebook wakes the extension', () => {
    expect(
      manifest.activationEvents.filter((event) => !/^on(?:Language:python|Notebook:)/.test(event)),
    ).toEqual([]);
  });
});

describe('trust', () => {
  it('is limited without it, and what could start a program is the settings of a trusted workspace only', () => {
    expect(capabilities.untrustedWorkspaces.supported).toBe('limited');
    const paths = Object.keys(contributes.configuration.properties).filter((name) => /path/i.test(name));
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(paths);
  });

  it('is not needed for folders that are on no disk', () => {
    expect(capabilities.virtualWorkspaces).toBe(true);
  });
});

test('each setting has a test of what it does', () => {
  const tests = globSync('test/{unit,processes,e2e}/**/*.ts', { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/'setting ([\w.]+): /g)].map(([, name]) => name),
  );
  const settings = Object.keys(contributes.configuration.properties);
  expect([...new Set(tests)].map((name) => `scanlens.${name}`).toSorted()).toEqual(settings.toSorted());
});

describe('the keyboard', () => {
  /** They need a line of the state view, which has a menu of its own and Enter; Restore Value… asks for the line. */
  const ofLines = ['refreshState', 'revealInCode', 'restoreBefore', 'restoreAfter'];

  it('reaches every command by the palette, but for those of a line', () => {
    const hidden = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
    expect(hidden.map(({ command }) => command).toSorted()).toEqual(
      ofLines.map((name) => `scanlens.${name}`).toSorted(),
    );
  });

  test.each(contributes.keybindings)('$command has its key only where it can be meant', ({ when }) => {
    expect(when).toMatch(/editorTextFocus|focusedView|notebookEditorFocused|activeWebviewPanelId/);
    expect(when).toMatch(/scanlens\.|resourceScheme == scanlens-value/);
  });
});
