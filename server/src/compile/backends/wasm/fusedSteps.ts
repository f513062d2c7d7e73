/**
 * Whether this machine computes `a · b + c` with one rounding (`relaxed_madd`). On x86-64 with FMA and on arm64 it does, and products are those of
 * the reference to the last digit; elsewhere, and where relaxed SIMD is not known, each step rounds twice, and the last digits may differ.
 */
import { type IrFunction, Local, laneOp, op } from '../../loopIr/ir.ts';
import { emitModule } from './emitModule.ts';

const x = new Local('f64', 'x');
const y = new Local('f64', 'y');
const splat = (value: Local): ReturnType<typeof op> => op('f64x2.splat', value);
const fused: IrFunction = {
  kind: 'function',
  name: 'fused',
  params: [x, y],
  result: 'f64',
  body: [
    {
      kind: 'return',
      value: laneOp(
        'f64x2.extract_lane',
        [0],
        op('f64x2.relaxed_madd', splat(x), splat(x), op('f64x2.splat', op('f64.neg', y))),
      ),
    },
  ],
};

let known: boolean | null = null;

/** Asked once per process: (1 + 2⁻⁵²)² differs from its rounded value by 2⁻¹⁰⁴. */
export function hasFusedSteps(): boolean {
  known ??= isFused();
  return known;
}

function isFused(): boolean {
  try {
    const module = new WebAssembly.Module(emitModule([fused], { isFused: true }).bytes);
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
    const compute = new WebAssembly.Instance(module, { env: { memory } }).exports['fused'] as (
      x: number,
      y: number,
    ) => number;
    const x = 1 + Number.EPSILON;
    return compute(x, x * x) !== 0;
  } catch {
    return false;
  }
}
