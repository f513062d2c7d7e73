/** Table of what is measured: programs with their sizes, how far each backend goes, and the goals. */
import type { Sizes } from './program.ts';

/** What a step is held against. */
export interface Goals {
  /** At most so many nanoseconds per step. */
  readonly nsPerStep?: number;
  /** At least so many thousand million floating-point operations in a second. */
  readonly gigaflops?: number;
  /** The time of the best library over ours, at least: below 1 we may be slower. */
  readonly timesFaster?: number;
  /** At most so many milliseconds from the first call to the steady one. */
  readonly compileMs?: number;
}

export interface Suite {
  readonly title: string;
  readonly program: string;
  readonly sizes: Sizes;
  /** The constant that says how long a program runs, and its value where it runs for the reference or loops of NumPy. */
  readonly length: { readonly name: string; readonly fewer: number };
  /** Steps, from the sizes. */
  readonly steps: (sizes: Readonly<Record<string, number>>) => number;
  readonly goals: Goals;
  /** Floating-point operations of a step, where they are told. */
  readonly flops?: (sizes: Readonly<Record<string, number>>) => number;
  /** Results are not the same each time, or with other random numbers. */
  readonly isChanging?: true;
}

const steps: Suite['steps'] = ({ STEPS }) => STEPS!;
/** Ten times faster than both libraries. */
const scalar: Goals = { timesFaster: 10, compileMs: 30 };
/** Never slower than 1.3 times the best of both. */
const array: Goals = { timesFaster: 1 / 1.3, compileMs: 30 };

/** `length` without a name is the number of steps. */
function suite(
  title: string,
  program: string,
  { fewer, ...rest }: { fewer: number } & Partial<Omit<Suite, 'title' | 'program'>>,
): Suite {
  return { title, program, sizes: {}, steps, goals: array, length: { name: 'STEPS', fewer }, ...rest };
}

const ofArrays = (title: string, program: string, fewer: number, sizes: Sizes = {}): Suite =>
  suite(title, program, { fewer, sizes });

export const suites: readonly Suite[] = [
  suite('scalar recurrence', 'scalar_recurrence', { fewer: 5000, goals: { ...scalar, nsPerStep: 5 } }),
  suite('dict update', 'dict_update', { fewer: 5000, goals: { ...scalar, nsPerStep: 5 }, isChanging: true }),
  suite('Fibonacci, two taps, int64', 'fibonacci', { fewer: 5000, goals: scalar }),
  suite('cumulative sum, all rows', 'cumulative_sum', { fewer: 5000, goals: scalar }),
  suite('Newton with `until`', 'newton_until', { fewer: 2000, goals: scalar }),
  suite('nested Mandelbrot', 'mandelbrot', {
    length: { name: 'POINTS', fewer: 50 },
    fewer: 50,
    steps: ({ POINTS, ITERATIONS }) => POINTS! * ITERATIONS!,
    goals: scalar,
  }),
  suite('Metropolis, two draws', 'metropolis', { fewer: 1000, goals: scalar, isChanging: true }),
  ofArrays('logistic map, 10', 'logistic_map', 1000, { SIZE: 10, STEPS: 100_000 }),
  ofArrays('logistic map, 1,000', 'logistic_map', 500, { SIZE: 1000, STEPS: 2000 }),
  suite('logistic map, 100,000', 'logistic_map', {
    fewer: 20,
    sizes: { SIZE: 100_000, STEPS: 50 },
    goals: { compileMs: 30 },
  }),
  ...(['float64', 'float32'] as const).flatMap((DTYPE) =>
    [64, 256, 1024].map((UNITS) =>
      suite(`RNN ${UNITS}, ${DTYPE}`, 'rnn', {
        fewer: 20,
        sizes: { UNITS, DTYPE, STEPS: { 64: 2000, 256: 500, 1024: 50 }[UNITS]! },
        goals: { ...array, ...(UNITS === 256 && DTYPE === 'float64' ? { nsPerStep: 20_000 } : {}) },
      }),
    ),
  ),
  ofArrays('batch RNN 64 × 256', 'batch_rnn', 5, { STEPS: 20 }),
  ofArrays('GRU 64 → 128', 'gru', 20, { STEPS: 300 }),
  suite('LSTM 32 → 64 with gradient', 'lstm_gradient', { fewer: 20, goals: { ...array, compileMs: 300 } }),
  ofArrays('HMM forward, 32 states', 'hmm_forward', 100),
  suite('Gibbs RBM 784 × 500', 'gibbs_rbm', {
    fewer: 3,
    sizes: { STEPS: 10 },
    goals: { compileMs: 30 },
    isChanging: true,
  }),
  ofArrays('power iteration, 256', 'power_iteration', 50, { STEPS: 500 }),
  suite('game of life 512²', 'game_of_life', { fewer: 5, goals: { compileMs: 30 } }),
  ...[128, 256, 512, 1024].flatMap((SIZE) =>
    (['float64', 'float32'] as const).map((DTYPE) =>
      suite(`product ${SIZE}², ${DTYPE}`, 'matmul', {
        fewer: 1,
        sizes: { SIZE, DTYPE, STEPS: Math.max(2, Math.round((512 / SIZE) ** 3 * 4)) },
        goals: {
          gigaflops: DTYPE === 'float32' ? 15 : 8,
          ...(SIZE * SIZE < 1e5 ? array : { compileMs: 30 }),
        },
        flops: ({ SIZE: size }) => 2 * size! ** 3,
      }),
    ),
  ),
];
