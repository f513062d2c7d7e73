/**
 * Attempts to get out of the evaluator, to stop it, or to use it up: the cells of `attempts/*.py`. Each ends as its markers say (those with
 * `…` at the end give the beginning), within its budget, and leaves an evaluator in which programs run as before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarkers } from '../unit/fixtures/markers.ts';
import { intrinsicsOf } from './intrinsics.ts';
import { plantWorkspace } from './plantedWorkspace.ts';
import { Sandbox } from './sandbox.ts';

const folder = join(import.meta.dirname, 'attempts');

interface Attempt {
  readonly title: string;
  readonly program: string;
}

function attemptsIn(name: string): Attempt[] {
  const [, ...cells] = readFileSync(join(folder, name), 'utf8').split(/^# %% /m);
  return cells.map((cell) => {
    const end = cell.indexOf('\n');
    return { title: cell.slice(0, end), program: cell.slice(end + 1) };
  });
}

const expectedOf = (program: string): string[] =>
  readMarkers(program).map(({ kind, text }) => `${kind} ${text}`.trimEnd());

/** What happened, as far as it is expected: what is given by its beginning stands for all that begins so. */
const asExpected = (endings: readonly string[], expected: readonly string[]): string[] =>
  endings.map((ending, i) => {
    const wanted = expected[i];
    return wanted?.endsWith('…') === true && ending.startsWith(wanted.slice(0, -1)) ? wanted : ending;
  });

const isEndless = (expected: readonly string[]): boolean =>
  expected.at(-1)?.startsWith('!> BudgetExceeded: The program ran longer than') === true;

/** What is run after every attempt. */
const usualProgram = 'print(sum([1, 2, 3]), [x * 2 for x in range(3)], "%s" % {1: "a"})\n';

const workspace = plantWorkspace();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await Sandbox.in(workspace.folder);
});
afterAll(() => workspace.remove());

const files = readdirSync(folder);

describe.each(files)('%s', (name) => {
  it.each(attemptsIn(name).map(({ title, program }) => [title, program]))('%s', (_, program) => {
    const expected = expectedOf(program);
    const before = intrinsicsOf(globalThis);
    const run = sandbox.run(program, isEndless(expected) ? 'short' : 'long');
    expect(asExpected(run.endings, expected)).toEqual(expected);
    expect(run.end.outcome).not.toBe('crashed');
    expect(sandbox.faults).toEqual([]);
    expect(intrinsicsOf(globalThis)).toEqual(before);
    const usual = sandbox.run(usualProgram);
    expect(usual.endings).toEqual(["=> 6 [0, 2, 4] {1: 'a'}"]);
  });
});

it('are many', () => {
  expect(files.flatMap(attemptsIn).length).toBeGreaterThan(150);
});

it('left an engine that computes', () => {
  const program = `
import pytensor
s = pytensor.shared(0)
out, updates = pytensor.scan(lambda: {s: s + 1}, n_steps=10)
f = pytensor.function([], [], updates=updates)
f()
print(s.get_value())
`;
  expect(sandbox.run(program).endings.at(-1)).toBe('=> 10');
});
