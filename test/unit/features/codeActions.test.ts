/** Code actions: titles, kinds, and the program after one of them. */
import { describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { fixAllKinds, linkCommands } from '../../../protocol/src/editor.ts';
import type { FixesFor } from '../../../server/src/analysis/fixes/fix.ts';
import { check } from '../../../server/src/analysis/rules/rules.ts';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { diagnosticsOf } from '../../../server/src/features/diagnostics.ts';
import { defaultRules } from '../analysis/cases.ts';
import { checked } from '../analysis/fixes/fixCases.ts';
import { fixture, uri } from './featureFixture.ts';

const noFixes: FixesFor = () => [];

interface Asked {
  readonly fixesFor?: FixesFor;
  readonly only?: readonly string[];
  readonly hasLinkCommands?: boolean;
}

function asked(text: string, { fixesFor = noFixes, only, hasLinkCommands = true }: Asked = {}) {
  const { analysis, file, view, offset, text: whole } = fixture(text);
  const findings = check(file, analysis, defaultRules);
  const place = { span: { start: offset, end: offset }, only: only ?? null };
  const source = { file, analysis };
  const actions = codeActions(findings, place, {
    source,
    view,
    fixesFor,
    check: checked,
    hasLinkCommands,
  });
  return { actions, whole, view, findings };
}

function applied(text: string, { edit }: CodeAction, view: ReturnType<typeof asked>['view']): string {
  const edits = (edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
    ...view.spanOf(range),
    newText,
  }));
  const backwards = edits.sort((a, b) => b.start - a.start);
  return backwards.reduce(
    (result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end),
    text,
  );
}

const dropped = `o, u = theano.sc$0an(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], o)
`;

/** Says `, updates=u` behind the outputs of the only function. */
const passUpdates: FixesFor = (_, { file }) => {
  const place = file.text.indexOf('[], o)') + '[], o'.length;
  const edits = [{ start: place, end: place, newText: ', updates=u' }];
  return [
    { title: 'Rename everything', refusal: 'There is too much of it.' },
    { title: 'Pass the updates', edits, isSafe: true, isPreferred: true },
  ];
};

describe('quick fixes', () => {
  test('are offered with the finding, refused ones with the reason', () => {
    const { actions, whole, view, findings } = asked(dropped, { fixesFor: passUpdates });
    const diagnostics = diagnosticsOf(findings, view);
    expect(actions.map(({ title, disabled }) => [title, disabled?.reason])).toEqual([
      ['Rename everything', 'There is too much of it.'],
      ['Pass the updates', undefined],
      ['Ignore dropped-updates on this line', undefined],
      ['Explain dropped-updates', undefined],
    ]);
    expect(actions[1]).toMatchObject({ kind: CodeActionKind.QuickFix, isPreferred: true, diagnostics });
    expect(applied(whole, actions[1] as CodeAction, view)).toContain('theano.function([], o, updates=u)\n');
  });

  test('are not offered elsewhere', () => {
    expect(asked(`$0y = 1\n${dropped.replace('$0', '')}`, { fixesFor: passUpdates }).actions).toEqual([]);
  });

  test('the page of the rule opens only where the editor has the command', () => {
    const explain = asked(dropped).actions.at(-1);
    expect(explain?.command?.command).toBe(linkCommands.openPage);
    expect(explain?.command?.arguments?.[0]).toMatch(/docs\/rules\/dropped-updates\.md$/);
    const titles = asked(dropped, { hasLinkCommands: false }).actions.map(({ title }) => title);
    expect(titles).toEqual(['Ignore dropped-updates on this line']);
  });
});

describe('ignoring', () => {
  test.each([
    [dropped, '(lambda: {a: a + 1}, n_steps=3)  # scanlens: ignore[dropped-updates]\nf ='],
    [
      dropped.replace('n_steps=3)', 'n_steps=3)  # old  '),
      'n_steps=3)  # old  # scanlens: ignore[dropped-updates]  \nf =',
    ],
    [
      dropped.replace('n_steps=3)', 'n_steps=3)  # scanlens: ignore[taps]'),
      'n_steps=3)  # scanlens: ignore[taps, dropped-updates]\nf =',
    ],
    [dropped.replaceAll('\n', '\r\n'), 'n_steps=3)  # scanlens: ignore[dropped-updates]\r\nf ='],
    [dropped.replace('n_steps', '\n  n_steps'), 'a + 1},  # scanlens: ignore[dropped-updates] \n  n_steps'],
  ])('%j', (text, expected) => {
    const { actions, whole, view } = asked(text, { hasLinkCommands: false });
    expect(applied(whole, actions[0] as CodeAction, view)).toContain(expected);
  });

  test.each([
    dropped.replace('n_steps', '\\\n  n_steps'),
    `${dropped.replace('n_steps=3)', 'n_steps=3, name="""a\nb""")')}`,
  ])('is not possible where no comment can stand: %j', (text) =>
    expect(asked(text, { hasLinkCommands: false }).actions).toEqual([]),
  );
});

describe('all safe fixes at once', () => {
  test.each([['source'], ['source.fixAll'], [fixAllKinds.file]])('as %s', (kind) => {
    const { actions } = asked(dropped, { only: [kind] });
    expect(actions.map((action) => [action.title, action.kind])).toEqual([
      ['Fix all safe ScanLens problems', fixAllKinds.file],
    ]);
  });

  test('only when asked for by name', () => {
    const kinds = asked(dropped, { only: ['quickfix'] }).actions.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['quickfix']));
    expect(asked(dropped, { only: ['refactor'] }).actions).toEqual([]);
    expect(asked(dropped, { only: [fixAllKinds.notebook] }).actions).toEqual([]);
  });

  test('leave everything between them as it is', () => {
    const twice = `o, _ = theano.sc$0an(lambda: {a: a + 1}, n_steps=3)
f = theano.function([], o)
p, _ = theano.scan(lambda: {b: b * 2.0}, n_steps=3)
g = theano.function([], p)
`;
    const { actions, whole, view } = asked(twice, { only: [fixAllKinds.file] });
    const fixed = twice
      .replace('$0', '')
      .replaceAll('_ =', 'updates =')
      .replace(', o)', ', o, updates=updates)')
      .replace(', p)', ', p, updates=updates)');
    expect(applied(whole, actions[0] as CodeAction, view).endsWith(fixed)).toBe(true);
    const edits = actions[0]?.edit?.changes?.[uri] ?? [];
    expect(edits.map(({ newText }) => newText)).toEqual([
      'updates',
      ', updates=updates',
      'updates',
      ', updates=updates',
    ]);
  });

  test('unsafe ones are left to the person', () => {
    const program = `def total(values):
    out, _ = theano.sc$0an(lambda v: (v, {a: a + 1}), values)
    return out[-1]
f = theano.function([x], total(x))
`;
    expect(asked(program, { only: [fixAllKinds.file] }).actions).toEqual([]);
  });
});
