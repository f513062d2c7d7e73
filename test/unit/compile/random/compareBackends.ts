/** Runs a random program on the reference backend and on WebAssembly and says how they differ. */

import type { BackendChoice } from '../../../../server/src/compile/compile.ts';
import type { Fallback } from '../../../../server/src/graph/functionGraph.ts';
import { isFloat } from '../../../../server/src/tensor/dtype.ts';
import { EngineError } from '../../../../server/src/tensor/engineError.ts';
import type { NDArray } from '../../../../server/src/tensor/ndarray.ts';
import { tolerances } from '../tolerances.ts';
import type { RandomProgram } from './randomScans.ts';

type Outcome = { readonly arrays: readonly NDArray[] } | { readonly error: string };

export interface Compared {
  /** null where the backends agree. */
  readonly difference: string | null;
  /** Which backend computed the scan, and why another did not. */
  readonly ran: string;
  readonly fallbacks: readonly Fallback[];
}

export function compareBackends(program: RandomProgram): Compared {
  const wanted = outcomeOf(program, 'reference');
  const found = outcomeOf(program, 'wasm');
  // What nobody reads is not computed and raises nothing.
  if ('error' in wanted && !('error' in found) && program.outputs !== program.all)
    return compareBackends({ ...program, outputs: program.all });
  const call = program.engine.notes.calls.at(-1);
  return {
    difference: differenceOf(found, wanted),
    ran: 'error' in found ? 'error' : (call?.backend ?? 'none'),
    fallbacks: 'error' in found ? [] : (call?.fallbacks ?? []),
  };
}

function outcomeOf({ engine, inputs, outputs }: RandomProgram, backend: BackendChoice): Outcome {
  engine.backend = backend;
  try {
    const variables = inputs.map(([variable]) => variable);
    const compiled = engine.compile(variables, outputs, { onUnusedInput: 'ignore' });
    return { arrays: engine.results(compiled, ...inputs.map(([, value]) => value)) };
  } catch (error) {
    if (error instanceof EngineError) return { error: `${error.type}: ${error.message}` };
    throw error;
  }
}

function differenceOf(found: Outcome, wanted: Outcome): string | null {
  if ('error' in wanted || 'error' in found) {
    const [a, b] = [found, wanted].map((one) => ('error' in one ? one.error : 'no error'));
    return a === b ? null : `${a} instead of ${b}`;
  }
  const differences = wanted.arrays.map((array, i) => arrayDifference(found.arrays[i], array));
  const first = differences.findIndex((difference) => difference !== null);
  return first < 0 ? null : `output ${first}: ${differences[first]}`;
}

/** How an array differs from the wanted one, beyond what the table of tolerances allows. */
function arrayDifference(found: NDArray, wanted: NDArray): string | null {
  const [type, wantedType] = [found, wanted].map(({ dtype, shape }) => `${dtype}(${shape})`);
  if (type !== wantedType) return `${type} instead of ${wantedType}`;
  const limit = isFloat(found.dtype) ? tolerances.wasm[found.dtype === 'float32' ? 'float32' : 'float64'] : 0;
  for (let i = 0; i < found.size; i++) {
    const [a, b] = [found.at(i), wanted.at(i)];
    if (Object.is(a, b)) continue;
    const isNear =
      typeof a === 'number' &&
      typeof b === 'number' &&
      Math.abs(a - b) <= limit * Math.max(Math.abs(a), Math.abs(b));
    if (!isNear) return `element ${i} of ${type}: ${a} instead of ${b}`;
  }
  return null;
}
