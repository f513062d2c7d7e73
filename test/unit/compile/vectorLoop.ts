/** Runs a function of the compiled code over arrays, outside of any graph. */

import { LinearMemory } from '../../../server/src/compile/backends/wasm/linearMemory.ts';
import { compileModule, functionsOn } from '../../../server/src/compile/backends/wasm/machineCode.ts';
import {
  add32,
  call,
  forEach,
  giveBack,
  type IrFunction,
  i32,
  Local,
  type ValueType,
} from '../../../server/src/compile/loopIr/ir.ts';

type Floats = Float64Array | Float32Array;

/** The addresses of the operands and of the result: the memory is for them alone, above the tables. */
const placeOf = (i: number): number => (1 + 16 * i) * 65536;
const steps: Readonly<Partial<Record<ValueType, number>>> = { v128: 16, f64: 8, f32: 4 };

/** Applies a function of vectors, or of single elements, to arrays of a multiple of four elements. */
export function loopOver(callee: IrFunction): (...operands: Floats[]) => Floats {
  const { params } = callee;
  const { type } = params[0]!;
  const bytes = new Local('i32', 'bytes');
  const at = new Local('i32', 'at');
  const args = params.map((_, i) => ({
    kind: 'load' as const,
    type,
    op: `${type}.load`,
    address: add32(at, i32(placeOf(i))),
    offset: 0,
  }));
  const entry: IrFunction = {
    kind: 'function',
    name: 'run',
    params: [bytes],
    result: 'i32',
    body: [
      forEach(at, { to: bytes, step: steps[type]! }, [
        {
          kind: 'store',
          op: `${type}.store`,
          address: add32(at, i32(placeOf(params.length))),
          offset: 0,
          value: call(callee, ...args),
        },
      ]),
      giveBack(i32(0)),
    ],
  };
  const memory = new LinearMemory();
  memory.reserve(placeOf(params.length + 1));
  const run = functionsOn(memory, compileModule([entry]))['run'] as (bytes: number) => number;
  return (...operands) => {
    operands.forEach((operand, i) => {
      memory.window(operand as Float64Array, placeOf(i), operand.length).set(operand);
    });
    run(operands[0]!.byteLength);
    return memory.window(operands[0] as Float64Array, placeOf(params.length), operands[0]!.length).slice();
  };
}
