/** Ops that the reference backend computes in the middle of compiled code: reads the operands out of memory, writes the results into it. */
import { assert } from '../../../base/assert.ts';
import type { Apply, OpRunner } from '../../../graph/variable.ts';
import { makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import type { Address, ImportedFunction } from '../../loopIr/ir.ts';
import type { BufferValue } from '../../lower/values.ts';
import { elementCountOf } from '../../lower/values.ts';
import type { LinearMemory } from './linearMemory.ts';

export class CallOuts {
  #memory: LinearMemory | null = null;
  #runner: OpRunner | null = null;
  #count = 0;

  /** The run that calls from now on. */
  enter(memory: LinearMemory, runner: OpRunner): void {
    this.#memory = memory;
    this.#runner = runner;
  }

  /** May stop the run; called from within long work. */
  readonly checkpoint: ImportedFunction = {
    kind: 'imported',
    name: 'checkpoint',
    params: [],
    result: null,
    body: () => this.#runner!.host.checkpoint(),
  };

  /** A function for one application; its operands and results lie at fixed places. */
  readonly make = (
    apply: Apply,
    inputs: readonly BufferValue[],
    outputs: readonly BufferValue[],
  ): ImportedFunction => ({
    kind: 'imported',
    name: `op${this.#count++}`,
    params: [],
    result: null,
    memory: [...inputs, ...outputs].map(({ base }) => placeOf(base).buffer),
    body: () => {
      const { entry, params } = apply.op;
      const given = inputs.map((input) => this.#read(input));
      const results = entry.evaluate(params, given, this.#runner!, apply);
      outputs.forEach((output, i) => {
        this.#write(output, results[i]);
      });
    },
  });

  #read({ dtype, shape, strides, base }: BufferValue): NDArray {
    const model = makeStorage(dtype, 0);
    const window = this.#memory!.window(model, addressOf(base), elementCountOf({ shape }));
    const array = fromStorage(dtype, window.slice() as TypedArray, shape);
    const inElements = strides.map((stride) => stride / model.BYTES_PER_ELEMENT);
    return array.view({ shape, strides: inElements, offset: 0 });
  }

  #write({ dtype, shape, base }: BufferValue, result: NDArray): void {
    const isAsSaid = result.ndim === shape.length && result.shape.every((n, axis) => n === shape[axis]);
    if (!isAsSaid || result.dtype !== dtype) throw new UnexpectedResult();
    const elements = result.elements();
    const window = this.#memory!.window(elements, addressOf(base), elements.length);
    (window as Float64Array).set(elements as Float64Array);
  }
}

/** The result of an op is not of the shape or type that was planned: the reference computes the whole scan. */
export class UnexpectedResult extends Error {}

function placeOf(base: BufferValue['base']): Address {
  assert(base.kind === 'address', 'operands outside lie at fixed places');
  return base;
}

const addressOf = (base: BufferValue['base']): number => placeOf(base).buffer.address! + placeOf(base).offset;
