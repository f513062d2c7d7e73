/** The words of the rules about dropped updates: which rule speaks, what it says in each library, and where it points. */
import { describe, expect, test } from 'vitest';
import type { DroppedUpdates } from '../../../../server/src/analysis/facts.ts';
import { draw, droppedScan, findings, type Release, said, span, update, use } from './handMade.ts';

const a = update('a');
const normal = draw('srng.normal');
const onState = draw('srng.binomial', { dependsOnStep: true });
const generator = update('rng', { isRandom: true });
const counter = update('c', { origin: 'default' });

const beginning = (variables: DroppedUpdates['variables'], release: Release) =>
  said({ scans: [droppedScan({ variables }, release)] }).replace(/: the updates of this scan .*/, '');

describe('what happens', () => {
  test.each([
    [[a], 'theano', '`a` keeps its value'],
    [[a, update('b')], 'theano', '`a` and `b` keep their values'],
    [
      ['a', 'b', 'c', 'd', 'e'].map((name) => update(name)),
      'theano',
      '`a`, `b`, `c` and 2 more keep their values',
    ],
    [[normal], 'theano', 'Each call re-uses all but one of the previous draws of `srng.normal`'],
    [[normal], 'aesara 2.5.0', 'Each call re-uses all but one of the previous draws of `srng.normal`'],
    [[normal], 'aesara', 'Every call returns the same draws of `srng.normal`'],
    [[normal, draw('srng.normal')], 'pytensor', 'Every call returns the same draws of `srng.normal`'],
    [
      [onState],
      'theano',
      'The function fails to compile, as size or parameters of `srng.binomial` depend on the state',
    ],
    [[onState], 'pytensor', 'Every call returns the same draws of `srng.binomial`'],
    [[generator], 'aesara', 'Every call returns the same draws of `rng`'],
    [[generator], 'theano', 'Every call returns the same draws of `rng`'],
    [[counter], 'theano', '`c` changes once per call instead of once per step'],
    [[counter], 'pytensor', '`c` keeps its value'],
    [[a, normal], 'pytensor', '`a` keeps its value, and every call returns the same draws of `srng.normal`'],
  ] as const)('%# in %s', (variables, release, text) => {
    expect(beginning(variables, release)).toBe(`warning: ${text}`);
  });
});

describe('the way they are lost', () => {
  const message = (way: DroppedUpdates['way'], changes: Parameters<typeof droppedScan>[2] = {}) => {
    const [finding] = findings({ scans: [droppedScan({ way }, 'theano', changes)] });
    return `${finding?.rule}: ${finding?.message}`;
  };

  test('no function receives them', () => {
    expect(message({ kind: 'noFunction' })).toBe(
      'dropped-updates: `a` keeps its value: the updates of this scan reach no compiled function. ' +
        'Pass them: `theano.function(..., updates=updates)`.',
    );
    expect(message({ kind: 'noFunction' }, { updatesName: '_', kind: 'reduce' })).toBe(
      'dropped-updates: `a` keeps its value: the updates of this reduce reach no compiled function. ' +
        'Keep what reduce returns second and pass it: `theano.function(..., updates=updates)`.',
    );
  });

  test('the function has others', () => {
    const dropped = { functions: [use({ hasUpdates: true })] };
    expect(said({ scans: [droppedScan(dropped)] })).toMatch(
      / Add `updates` to the updates that the function has\.$/,
    );
    expect(said({ scans: [droppedScan(dropped, 'theano', { updatesName: null })] })).toMatch(
      / Add what scan returns second to the updates that the function has\.$/,
    );
  });

  test('a helper keeps them', () => {
    expect(
      message({ kind: 'helper', name: 'build', return: { ...span, path: null } }, { updatesName: 'u' }),
    ).toBe(
      'lost-in-helper: `a` keeps its value: `build` returns outputs of this scan without its updates. ' +
        'Return both, `return outputs, u`, and pass the updates to the function.',
    );
  });

  test('the step around does not return them', () => {
    expect(message({ kind: 'nestedScan', outer: span }, { updatesName: null })).toBe(
      'lost-in-nested-scan: `a` keeps its value: the step around this scan does not return its updates. ' +
        'Return them after the outputs: `return outputs, updates`.',
    );
  });

  test.each([
    ['theano', 'Each step of the outer scan re-uses all but one of the previous draws of `srng.normal`'],
    ['pytensor', 'Every step of the outer scan and every call returns the same draws of `srng.normal`'],
  ] as const)('draws in a nested scan of %s', (release, text) => {
    const way = { kind: 'nestedScan', outer: span } as const;
    expect(said({ scans: [droppedScan({ way, variables: [normal] }, release)] })).toContain(`: ${text}: `);
  });

  test('another scan takes the name', () => {
    const way = { kind: 'overwritten', name: 'u', by: { start: 90, end: 99 } } as const;
    expect(message(way)).toBe(
      'overwritten-updates: `a` keeps its value: `u` is bound again before anything reads the updates of this scan. ' +
        'Use two names and pass both: `updates=first + second`.',
    );
    expect(said({ scans: [droppedScan({ way }, 'pytensor')] })).toContain('`updates={**first, **second}`');
    expect(message({ ...way, by: span })).toContain(' Collect them in the loop: `all_updates.update(u)`.');
  });

  test('a caller drops what a helper returns', () => {
    expect(message({ kind: 'caller', call: span, helper: 'build' })).toBe(
      'dropped-updates: `a` keeps its value: `build` returns the updates of this scan, and its caller drops them. ' +
        'Keep what `build` returns as updates and pass it: `theano.function(..., updates=updates)`.',
    );
  });

  test('a caller drops what a helper of another file returns', () => {
    const way = { kind: 'caller', call: span, helper: 'build' } as const;
    const { kind, library, version, callee } = droppedScan({});
    const scan = { start: 1, end: 2, path: 'helpers.py' };
    const variables = [update('a', { entry: { start: 3, end: 4, path: 'helpers.py' } })];
    const call = { kind, library, version, callee, scan, dropped: { way, variables, functions: [use()] } };
    expect(findings({ droppedCalls: [call] })).toEqual([
      {
        rule: 'dropped-updates',
        level: 'warning',
        span,
        message:
          '`a` keeps its value: this call drops the updates that `build` returns. ' +
          'Keep what `build` returns as updates and pass it: `theano.function(..., updates=updates)`.',
        related: [
          { span: { start: 1, end: 2 }, message: 'This is the scan.', path: 'helpers.py' },
          { span: { start: 3, end: 4 }, message: 'The step updates `a` here.', path: 'helpers.py' },
          { span: use().callee, message: 'This function uses the scan without its updates.' },
        ],
        subject: { kind: 'droppedCall', call },
      },
    ]);
  });
});

describe('the rule that speaks', () => {
  const caller = { kind: 'caller', call: span, helper: 'build' } as const;
  test.each([
    [[normal], { kind: 'noFunction' }, 'dropped-random-updates'],
    [[normal, generator], caller, 'dropped-random-updates'],
    [[a, normal], caller, 'dropped-updates'],
    [[counter], { kind: 'noFunction' }, 'dropped-updates'],
    [[normal], { kind: 'nestedScan', outer: span }, 'lost-in-nested-scan'],
    [[normal], { kind: 'helper', name: 'build', return: { ...span, path: null } }, 'lost-in-helper'],
  ] as const)('%#: %s', (variables, way, rule) => {
    expect(findings({ scans: [droppedScan({ variables, way })] })[0]?.rule).toBe(rule);
  });
});

test('related places say what happens there', () => {
  const variables = [a, normal, counter];
  const way = { kind: 'helper', name: 'build', return: { ...span, path: null } } as const;
  const [finding] = findings({ scans: [droppedScan({ variables, way })] });
  expect(finding?.related.map(({ message }) => message)).toEqual([
    'The updates are lost here.',
    'The step updates `a` here.',
    'The step draws `srng.normal` here.',
    '`c` has a default update, made here.',
    'This function uses the scan without its updates.',
  ]);
});
