/** Diagnostics, lenses and the cheap test. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { type CheckOptions, rules } from '../../../server/src/analysis/rules/rules.ts';
import { diagnosticsOf, rulePage } from '../../../server/src/features/diagnostics.ts';
import { cellLenses } from '../../../server/src/features/lenses.ts';
import { mightUseScan } from '../../../server/src/project/scanText.ts';
import { checked } from '../analysis/cases.ts';
import { fixture } from './featureFixture.ts';

const dropped = `o, u = theano.scan(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], o)
$0`;

describe('diagnostics', () => {
  const { text, view } = fixture(dropped);
  const diagnostics = (levels: CheckOptions['levels']) => diagnosticsOf(checked(text, { levels }), view);

  test('name the updates that the function already has', () => {
    const { text } = fixture(`o, u = theano.scan(lambda v: (v, {a: a + 1}), x)
f = theano.function([x], o, updates={b: b + 1.0})
$0`);
    const [finding] = checked(text);
    expect(finding?.message).toBe(
      '`a` keeps its value: the updates of this scan reach no compiled function. ' +
        'Add `u` to the updates that the function has.',
    );
  });

  test('point at the pair in a list of updates', () => {
    const { text } = fixture(`o, _ = theano.scan(lambda v: (v, [(a, a + 1)]), x)
f = theano.function([x], o)
$0`);
    const [finding] = checked(text);
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '(a, a + 1)',
      'theano.function',
    ]);
  });

  test('link to a page that exists', () => {
    const repository = new URL('../../../', import.meta.url);
    const manifest = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'));
    const base = `${manifest.repository.url.replace(/\.git$/, '')}/blob/main/`;
    for (const { id } of rules) {
      expect(rulePage(id).startsWith(base)).toBe(true);
      expect(readFileSync(new URL(rulePage(id).slice(base.length), repository), 'utf8')).toContain(`# ${id}`);
    }
  });

  test('say what happens, where, and what to read', () => {
    const [diagnostic, ...others] = diagnostics({});
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      range: { start: { line: 6, character: 7 }, end: { line: 6, character: 18 } },
      severity: DiagnosticSeverity.Warning,
      code: 'dropped-updates',
      source: 'scanlens',
      message:
        '`a` keeps its value: the updates of this scan reach no compiled function. ' +
        'Pass them: `theano.function(..., updates=u)`.',
    });
    expect(diagnostic?.codeDescription?.href).toMatch(/docs\/rules\/dropped-updates\.md$/);
    expect(
      diagnostic?.relatedInformation?.map(({ location, message }) => [location.range.start, message]),
    ).toEqual([
      [{ line: 6, character: 28 }, 'The step updates `a` here.'],
      [{ line: 7, character: 4 }, 'This function uses the scan without its updates.'],
    ]);
  });

  test('follow the settings', () => {
    expect(diagnostics({ 'dropped-updates': 'off' })).toEqual([]);
    expect(diagnostics({ 'dropped-updates': 'error' })[0]?.severity).toBe(DiagnosticSeverity.Error);
    expect(diagnostics({ 'another-rule': 'off' })).toHaveLength(1);
  });
});

describe('lenses', () => {
  const titles = (program: string) => {
    const { file, view } = fixture(program);
    return cellLenses(file, view).map(({ range, command }) => `${range.start.line} ${command?.title}`);
  };

  test('of cells', () => {
    expect(titles('$0# %% One\ny = 1\n# %% Two\nz = 2\n')).toEqual([
      '0 Run cell',
      '0 Run all',
      '6 Run cell',
      '6 Run above',
      '6 Run all',
      '8 Run cell',
      '8 Run above',
      '8 Run all',
    ]);
  });

  test('of a file without cells', () => {
    expect(titles('y = 1\n$0')).toEqual(['0 Run cell', '0 Run all']);
  });
});

test.each([
  ['import theano\ntheano.scan(f)', true],
  ['from pytensor import scan', true],
  ['import aesara\naesara.foldl(f)', true],
  ['import theano\nx = theano.shared(1)', false],
  ['import jax\njax.lax.scan(f)', false],
  ['mytheano_scan', false],
  ['', false],
])('mightUseScan %j', (text, expected) => expect(mightUseScan(text)).toBe(expected));
