/** One suite on all backends, as the loop written by hand, and in Python. */
import type { NDArray } from '../../server/src/tensor/ndarray.ts';
import { quantile } from '../measurement.ts';
import { measureInPython, type PythonReport } from './inPython.ts';
import { limits } from './limits.ts';
import { type LoadedProgram, load } from './ours.ts';
import { programText, type Sizes, sizesIn } from './program.ts';
import type { Suite } from './suites.ts';

/** How long a thing was measured: nanoseconds per step. */
export interface Timing {
  readonly best: number;
  readonly median: number;
}

export interface SuiteResult {
  readonly title: string;
  readonly steps: number;
  /** Milliseconds: up to the first call; the first call beyond a steady one; the same when the module is known already. */
  readonly loadMs: number;
  readonly compileMs: number;
  readonly compileAgainMs: number;
  /** What a call asks for beyond its arguments. */
  readonly bytes: number;
  readonly backend: string;
  readonly fallbacks: readonly string[];
  /** Ours, the reference backend, the hand-written loop, and what Python has; null where there is none. */
  readonly nsPerStep: Readonly<Record<string, Timing | null>>;
  readonly pythonCompileMs: Readonly<Record<string, number>>;
  /** Who computed something else than we did. */
  readonly disagreeing: readonly string[];
  readonly gigaflops: number | null;
}

/** At least so many calls and so long, at most so many. */
const leastCalls = 3;
const mostCalls = 200;
const forMs = 800;

export async function measureSuite(
  suite: Suite,
  python: string | null,
): Promise<{ result: SuiteResult; versions: PythonReport['versions'] }> {
  const sizes = sizesOf(suite, {});
  const steps = suite.steps(sizes);
  const compiling = measureCompiling(suite);
  const program = load(suite.program, suite.sizes, 'wasm');
  const before = timing(() => program.call(), steps);
  const event = program.last();
  const own = checksum([
    ...event.results.map(({ value }) => value),
    ...(event.results.length > 0 ? [] : event.stateChanges.map(({ after }) => after)),
  ]);
  const limit = measureLimit(suite, program);
  const report = python === null ? null : await measureInPython(python, suite);
  // Once more: the machine may have had other things to do the first time.
  const ours =
    python === null
      ? before
      : better(
          before,
          timing(() => program.call(), steps),
        );
  const others = Object.fromEntries((report?.results ?? []).map((one) => [one.name, one]));
  const timings = Object.fromEntries(
    Object.values(others).map(({ name, bestMs, medianMs }) => {
      const of = name === 'numpy' ? suite.steps(sizesOf(suite, fewer(suite))) : steps;
      const scale = 1e6 / of;
      return [name, bestMs === undefined ? null : { best: bestMs * scale, median: medianMs! * scale }];
    }),
  );
  const compared = {
    'by hand': limit?.checksum,
    pytensor: others['pytensor']?.checksum,
    jax: others['jax']?.checksum,
  };
  const result: SuiteResult = {
    title: suite.title,
    steps,
    ...compiling,
    bytes: program.bytes(),
    backend: event.backend,
    fallbacks: event.fallbacks.map(({ reason }) => reason),
    nsPerStep: {
      wasm: ours,
      reference: measureReference(suite),
      'by hand': limit?.timing ?? null,
      ...timings,
    },
    pythonCompileMs: Object.fromEntries(
      Object.values(others).flatMap(({ name, compileMs }) =>
        compileMs === undefined ? [] : [[name, compileMs]],
      ),
    ),
    disagreeing: suite.isChanging
      ? []
      : Object.entries(compared).flatMap(([name, sum]) =>
          sum === undefined || isNear(sum, own) ? [] : [name],
        ),
    gigaflops: suite.flops ? suite.flops(sizes) / ours.best : null,
  };
  return { result, versions: report?.versions ?? {} };
}

const fewer = ({ length }: Suite): Sizes => ({ [length.name]: length.fewer });

function sizesOf({ program, sizes }: Suite, changed: Sizes): Record<string, number> {
  return sizesIn(programText(program, { ...sizes, ...changed })) as Record<string, number>;
}

/** The best and the median of many calls. */
function timing(call: () => number, steps: number): Timing {
  call();
  const times: number[] = [];
  const until = performance.now() + forMs;
  while (times.length < leastCalls || (times.length < mostCalls && performance.now() < until))
    times.push(call());
  const scale = 1e6 / steps;
  return { best: Math.min(...times) * scale, median: quantile(times, 0.5) * scale };
}

const better = (a: Timing, b: Timing): Timing => ({
  best: Math.min(a.best, b.best),
  median: Math.min(a.median, b.median),
});

/** With few steps, so that little but compiling is measured; before anything else, so that the module is new. */
function measureCompiling(suite: Suite): Pick<SuiteResult, 'loadMs' | 'compileMs' | 'compileAgainMs'> {
  const sizes = { ...suite.sizes, [suite.length.name]: 2 };
  const once = (): { loadMs: number; compileMs: number } => {
    const program = load(suite.program, sizes, 'wasm');
    const first = program.call();
    const steady = Math.min(...Array.from({ length: 5 }, () => program.call()));
    return { loadMs: program.loadedMs, compileMs: first - steady };
  };
  const { compileMs } = once();
  const again = Array.from({ length: 5 }, once);
  return {
    loadMs: Math.min(...again.map(({ loadMs }) => loadMs)),
    compileMs,
    compileAgainMs: Math.min(...again.map((one) => one.compileMs)),
  };
}

function measureReference(suite: Suite): Timing {
  const program = load(suite.program, { ...suite.sizes, ...fewer(suite) }, 'reference');
  return timing(() => program.call(), suite.steps(sizesOf(suite, fewer(suite))));
}

function measureLimit(suite: Suite, program: LoadedProgram): { timing: Timing; checksum: number } | null {
  const limit = limits[suite.program];
  if (!limit) return null;
  const given = program.last().inputs.map((array) => array.elements() as unknown as Float64Array);
  const sizes = sizesOf(suite, {});
  let result: ArrayLike<number | bigint> = [];
  const run = (): number => {
    const startedAt = performance.now();
    result = limit(given, sizes);
    return performance.now() - startedAt;
  };
  return { timing: timing(run, suite.steps(sizes)), checksum: sum(result) };
}

function sum(values: ArrayLike<number | bigint>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += Number(values[i]);
  return total;
}

const checksum = (arrays: readonly NDArray[]): number =>
  arrays.reduce((total, array) => total + sum(array.elements() as ArrayLike<number | bigint>), 0);

/** Sums of float32 and of chaotic maps differ; what is wrong differs more. */
const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-3 * Math.max(1, Math.abs(a), Math.abs(b));
