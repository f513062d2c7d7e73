import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../server/src/tensor/engineError.ts';
import { compareBackends } from './random/compareBackends.ts';
import { randomProgram } from './random/randomScans.ts';

/** Why WebAssembly may leave a random program to the reference. */
const reasons = [
  'no machine code for nonzero',
  'that changes while the loop runs',
  'small integers',
  'an input of another type than its variable',
  'rows of an inner loop that may end early',
  'a choice of two shapes',
  'a choice of two layouts',
  'a mask as an index',
];

/** Programs whose results have to be the same to the last bit; `npm run fuzz:compile` makes more of them. */
function agreesOn(options: { readonly rarePercent: number; readonly seed: number }): void {
  const choices = fc.record({ seed: fc.nat(1_000_000), size: fc.integer({ min: 2, max: 14 }) });
  let ran = 0;
  fc.assert(
    fc.property(choices, ({ seed, size }) => {
      const program = randomProgram({ seed, size, rarePercent: options.rarePercent });
      if (program === null) return;
      const compared = compareBackends(program);
      expect(compared.difference).toBeNull();
      const unexpected = compared.fallbacks.filter(
        ({ reason }) => !reasons.some((known) => reason.includes(known)),
      );
      expect(unexpected).toEqual([]);
      if (compared.ran === 'wasm') ran++;
    }),
    { numRuns: 60, seed: options.seed },
  );
  expect(ran).toBeGreaterThan(25);
}

type Outcome = readonly string[][] | string;

/** Compiles a program; the result calls it. null where the library refuses it. */
function callable(seed: number): (() => Outcome) | null {
  const program = randomProgram({ seed, size: 2 + (seed % 9), rarePercent: 10 });
  if (program === null) return null;
  const { engine, inputs, outputs } = program;
  engine.backend = 'wasm';
  const call = unlessRefused(() => {
    const variables = inputs.map(([variable]) => variable);
    const compiled = engine.compile(variables, outputs, { onUnusedInput: 'ignore' });
    return () => engine.results(compiled, ...inputs.map(([, value]) => value));
  });
  if (typeof call === 'string') return null;
  return () => unlessRefused(() => call().map((array) => Array.from(array.elements(), String)));
}

/** The message where the library refuses. */
function unlessRefused<T>(action: () => T): T | string {
  try {
    return action();
  } catch (error) {
    if (error instanceof EngineError) return error.message;
    throw error;
  }
}

describe('code that was compiled', () => {
  it('gives the same again after other code was compiled and run', () => {
    const calls = Array.from({ length: 60 }, (_, seed) => callable(seed)).filter((one) => one !== null);
    const first = calls.map((call) => call());
    expect(calls.toReversed().map((call) => call())).toEqual(first.toReversed());
  });
});

describe('random scans are the same on both backends', () => {
  it('made of what is usual', () => agreesOn({ rarePercent: 10, seed: 1 }));
  it('made of what is rare', () => agreesOn({ rarePercent: 60, seed: 2 }));
});
