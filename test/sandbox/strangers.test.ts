/** Notebooks, settings and project files from a stranger: read as far as they make sense, never followed out of that. */
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../protocol/src/editor.ts';
import { parseSettings } from '../../server/src/lsp/settings.ts';
import { readConfiguration } from '../../server/src/project/configuration.ts';
import { parseToml, tomlAt } from '../../server/src/project/tomlTree.ts';
import { readNotebook } from '../../server/src/python/notebook.ts';

const polluted = (): unknown => (({}) as Record<string, unknown>)['polluted'];
const code = (source: unknown, more: object = {}) => ({ cell_type: 'code', source, ...more });
const notebook = (cells: unknown, metadata: unknown = {}): string =>
  JSON.stringify({ nbformat: 4, cells, metadata });

describe('notebooks', () => {
  it.each([
    ['nothing', ''],
    ['half a file', '{"cells": [{"cell_type": "code", "sou'],
    ['no JSON', '<html></html>'],
    ['a list', '[]'],
    ['a number', '1e999'],
    ['null', 'null'],
    ['cells that are no list', '{"cells": {"length": 1000000000000}}'],
    ['no cells', '{"metadata": {}}'],
    ['deep JSON', '['.repeat(200_000)],
    ['another language', notebook([], { kernelspec: { language: 'bash' } })],
  ])('%s is not one', (_, text) => {
    expect(readNotebook(text)).toHaveProperty('problem');
  });

  it.each<[string, unknown, string]>([
    ['a cell that is null', [null, code('a = 1')], 'a = 1'],
    ['a cell that is a list', [[code('x')], code('a = 1')], 'a = 1'],
    ['a source that is a number', [code(5), code('a = 1')], 'a = 1'],
    ['a source that is an object', [code({ toString: 'x' }), code('a = 1')], 'a = 1'],
    ['lines that are no texts', [code(['a = ', null, {}, 1, '1'])], 'a = 1'],
    [
      'a kind of cell that JavaScript knows',
      [{ cell_type: 'constructor', source: 'x' }, code('a = 1')],
      'a = 1',
    ],
    [
      'HTML and commands in text cells',
      [{ cell_type: 'markdown', source: '<script>x</script>[a](command:b)' }, code('a = 1')],
      'a = 1',
    ],
    ['outputs that run', [code('a = 1', { outputs: [{ data: { 'text/html': '<script>' } }] })], 'a = 1'],
    ['magics and shell commands', [code('!rm -rf /\n%run evil.py\na = 1')], 'a = 1'],
  ])('%s is left out', (_, cells, kept) => {
    const read = readNotebook(notebook(cells));
    if ('problem' in read) throw new Error(read.problem);
    const lines = read.text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toContain(kept);
    expect(lines.filter((line) => line !== kept && line.trim() !== 'pass')).toEqual([]);
  });

  it('pollute nothing', () => {
    const text = `{"__proto__": {"polluted": 1}, "cells": [{"__proto__": {"cell_type": "code"}, "source": "x = 1"}], "metadata": {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}}`;
    expect(readNotebook(text)).toEqual({ text: '', cells: [] });
    expect(polluted()).toBeUndefined();
  });

  it('may be large', () => {
    const read = readNotebook(notebook([code('a = 1')], { junk: 'x'.repeat(5_000_000) }));
    expect(read).toHaveProperty('cells.length', 1);
  });
});

describe('settings', () => {
  it.each([
    ['texts for numbers', { runTimeoutSeconds: '1e9', memoryLimitMB: '0x10' }],
    ['no numbers', { runTimeoutSeconds: Number.NaN, memoryLimitMB: {} }],
    ['objects for texts', { floatX: { name: 'float32' }, inlineResults: ['mark'] }],
    ['names of JavaScript', { floatX: 'constructor', inlineResults: '__proto__', backend: 'toString' }],
    ['rules that are no object', { rules: 'off' }],
    ['rules named like methods', { rules: { constructor: 'loud', toString: {} } }],
  ])('%s change nothing', (_, given) => {
    expect(parseSettings(given)).toEqual(defaultSettings);
  });

  it('are kept within what a machine can bear', () => {
    const { runTimeoutSeconds, memoryLimitMB } = parseSettings({
      runTimeoutSeconds: 1e300,
      memoryLimitMB: 1e300,
    });
    expect(runTimeoutSeconds).toBeLessThanOrEqual(3600);
    expect(memoryLimitMB).toBeLessThanOrEqual(1024 * 1024);
    const least = parseSettings({ runTimeoutSeconds: -1, memoryLimitMB: -1 });
    expect(least.runTimeoutSeconds).toBeGreaterThan(0);
    expect(least.memoryLimitMB).toBeGreaterThan(0);
  });

  it('pollute nothing', () => {
    const given = JSON.parse(
      '{"__proto__": {"polluted": 1}, "rules": {"__proto__": "error", "polluted": "x"}}',
    ) as unknown;
    expect(Object.keys(parseSettings(given).rules)).not.toContain('polluted');
    expect(polluted()).toBeUndefined();
  });
});

describe('a project file', () => {
  const read = (text: string) => {
    const toml = parseToml(text);
    return 'problem' in toml ? null : readConfiguration(toml);
  };

  it('with names of JavaScript is read as names', () => {
    const toml = parseToml(
      '[tool.__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n[tool.scanlens]\n',
    );
    expect(polluted()).toBeUndefined();
    if ('problem' in toml) throw new Error('not read');
    expect(tomlAt(toml, 'tool', 'toString')).toBeNull();
    expect(tomlAt(toml, 'tool', '__proto__', 'polluted')).not.toBeNull();
  });

  it.each([
    ['half a table', '[tool.scanlens'],
    ['deep lists', `[tool.scanlens]\nexclude = ${'['.repeat(50_000)}`],
    ['deep names', `[tool.scanlens]\n${'a.'.repeat(20_000)}a = 1\n`],
    ['rules of JavaScript', '[tool.scanlens.rules]\nconstructor = "error"\n__proto__ = "off"\n'],
    [
      'patterns that explode',
      `[tool.scanlens]\nexclude = ["${'**/*'.repeat(500)}", "${'[!'.repeat(500)}"]\n`,
    ],
    ['a version that is none', '[tool.scanlens]\nversion = "9".constructor\nfloatX = "toString"\n'],
  ])('with %s ends in a configuration or in none', (_, text) => {
    expect(() => read(text)).not.toThrow();
    expect(polluted()).toBeUndefined();
  });
});
