/** Runs a graph on every backend and compares: the reference backend says what is right. */
import { expect } from 'vitest';
import type { BackendChoice } from '../../../server/src/compile/compile.ts';
import type { BackendName } from '../../../server/src/graph/functionGraph.ts';
import type { Variable } from '../../../server/src/graph/variable.ts';
import { isFloat } from '../../../server/src/tensor/dtype.ts';
import type { NDArray } from '../../../server/src/tensor/ndarray.ts';
import type { Engine } from '../graph/engine.ts';
import { tolerances } from './tolerances.ts';

/** What is compared, and which backend is expected to have run where `wasm` was asked for. */
export interface Comparison {
  readonly inputs: readonly (readonly [Variable, NDArray])[];
  readonly outputs: readonly Variable[];
  readonly ran?: BackendName;
}

/** One run of the outputs on one backend. */
export function runOn(engine: Engine, backend: BackendChoice, { inputs, outputs }: Comparison): NDArray[] {
  engine.backend = backend;
  const compiled = engine.compile(
    inputs.map(([variable]) => variable),
    outputs,
    { onUnusedInput: 'ignore' },
  );
  return engine.results(compiled, ...inputs.map(([, value]) => value));
}

/** Expects WebAssembly to have run, and to give what the reference gives. */
export function expectAgreement(engine: Engine, comparison: Comparison): void {
  const wanted = runOn(engine, 'reference', comparison);
  const found = runOn(engine, 'wasm', comparison);
  const call = engine.notes.calls.at(-1)!;
  expect([call.backend, call.fallbacks]).toEqual([comparison.ran ?? 'wasm', []]);
  found.forEach((array, i) => {
    expectSame(array, wanted[i]!);
  });
}

/** The same type, shape and elements, up to what the table of tolerances allows. */
export function expectSame(found: NDArray, wanted: NDArray): void {
  expect([found.dtype, found.shape]).toEqual([wanted.dtype, wanted.shape]);
  const allowed = isFloat(found.dtype)
    ? tolerances.wasm[found.dtype === 'float32' ? 'float32' : 'float64']
    : 0;
  for (let i = 0; i < found.size; i++) {
    const [a, b] = [found.at(i), wanted.at(i)];
    const isSame =
      Object.is(a, b) ||
      (typeof a === 'number' &&
        typeof b === 'number' &&
        Math.abs(a - b) <= allowed * Math.max(Math.abs(a), Math.abs(b)));
    expect(isSame, `element ${i}: ${a} instead of ${b}`).toBe(true);
  }
}
