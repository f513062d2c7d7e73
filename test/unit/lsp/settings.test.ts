import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../protocol/src/editor.ts';
import { parseSettings, SettingsStore } from '../../../server/src/lsp/settings.ts';

describe('parseSettings', () => {
  test.each([undefined, null, 3, 'x', [], {}])('%j gives the defaults', (value) => {
    expect(parseSettings(value)).toEqual(defaultSettings);
  });

  test('takes what it understands and leaves the rest', () => {
    const given = {
      floatX: 'float16',
      inlineResults: 'mark',
      lenses: 'yes',
      runTimeoutSeconds: 1e9,
      memoryLimitMB: Number.NaN,
      rules: { 'dropped-updates': 'error', other: 'loud', third: 3 },
    };
    expect(parseSettings(given)).toEqual({
      ...defaultSettings,
      inlineResults: 'mark',
      runTimeoutSeconds: 3600,
      rules: { 'dropped-updates': 'error' },
    });
  });
});

describe('SettingsStore', () => {
  const store = (answers: unknown[]) => {
    const asked: unknown[] = [];
    const workspace = {
      getConfiguration: (item: unknown) => {
        asked.push(item);
        const answer = answers.shift();
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    };
    const warnings: string[] = [];
    const connection = { workspace, console: { warn: (text: string) => warnings.push(text) } };
    return { store: new SettingsStore(connection as never), asked, warnings };
  };

  test('asks once per document until the settings change', async () => {
    const { store: settings, asked } = store([{ lenses: false }, { lenses: true }]);
    settings.begin({}, { canPull: true });
    expect((await settings.of('file:///a.py')).lenses).toBe(false);
    expect((await settings.of('file:///a.py')).lenses).toBe(false);
    settings.changed(null);
    expect((await settings.of('file:///a.py')).lenses).toBe(true);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual({ scopeUri: 'file:///a.py', section: 'scanlens' });
  });

  test('a client that does not answer leaves the settings from the start', async () => {
    const { store: settings, warnings } = store([new Error('no')]);
    settings.begin({ floatX: 'float32' }, { canPull: true });
    expect((await settings.of('file:///a.py')).floatX).toBe('float32');
    expect(warnings).toHaveLength(1);
  });

  test('a client that can not be asked pushes them', async () => {
    const { store: settings, asked } = store([]);
    settings.begin({ floatX: 'float32' }, { canPull: false });
    expect((await settings.of('file:///a.py')).floatX).toBe('float32');
    settings.changed({ floatX: 'float64' });
    expect((await settings.of('file:///a.py')).floatX).toBe('float64');
    expect(asked).toEqual([]);
  });
});
