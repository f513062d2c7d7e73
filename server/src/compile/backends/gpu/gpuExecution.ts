/** One run of a program: brings what the device has not, runs chunk after chunk, and makes arrays of what comes back. */
import { t } from '../../../base/l10n.ts';
import type { ScanParams } from '../../../graph/scan/scanOp.ts';
import type { OpRunner } from '../../../graph/variable.ts';
import { makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import { elementCount, type Shape } from '../../../tensor/shape.ts';
import { unsupported } from '../../lower/unsupported.ts';
import { parted } from '../wasm/inputLayout.ts';
import { chunkLengths, mostStepsOf } from './chunks.ts';
import type { Gpu } from './gpu.ts';
import type { ChunkResult, KeyedData } from './gpuProgram.ts';
import { areFinite, arrayOf, lastingKey, nameContents, newKey, singles } from './operands.ts';
import type { ScanProgram, StateSource } from './scanProgram.ts';

/** One call. */
export interface GpuCall {
  readonly inputs: readonly NDArray[];
  readonly runner: OpRunner;
  /** Storages that nobody writes to, now or later. */
  readonly lasting: ReadonlySet<TypedArray>;
}

export class GpuExecution {
  readonly #scan: ScanProgram;
  readonly #call: GpuCall;
  readonly #params: ScanParams;
  readonly #stepCount: number;
  #inputKeys: readonly number[] | null = null;

  constructor(scan: ScanProgram, call: GpuCall, params: ScanParams) {
    this.#scan = scan;
    this.#call = call;
    this.#params = params;
    this.#stepCount = Number(call.inputs[0].at(0));
  }

  /** The outputs of the scan. Throws `GpuFailure` and `Unsupported`. */
  run(gpu: Gpu): NDArray[] {
    const { program, rows } = this.#scan;
    const { host } = this.#call.runner;
    host.allocate(4 * this.#stepCount * rows.reduce((sum, { shape }) => sum + elementCount(shape), 0));
    const checkpoint = (): void => host.checkpoint();
    const traces = rows.map(({ shape }) => new Float32Array(this.#stepCount * elementCount(shape)));
    const streams = parted(this.#params, this.#call.inputs).streams.map(singles);
    let states = this.#firstStates(gpu);
    let last: ChunkResult | null = null;
    let done = 0;
    for (const stepCount of chunkLengths(this.#stepCount, {
      most: mostStepsOf(program),
      least: program.states.length,
    })) {
      checkpoint();
      const nextKeys = program.states.map(newKey);
      const part = streams.map((data, i) =>
        data.subarray(done * program.streams[i], (done + stepCount) * program.streams[i]),
      );
      last = gpu.run(
        { program, stepCount, inputs: this.#inputs(gpu), streams: part, states, nextKeys },
        checkpoint,
      );
      last.rows.forEach((data, i) => {
        traces[i].set(data, done * elementCount(rows[i].shape));
      });
      states = nextKeys.map((key) => ({ key, data: null }));
      done += stepCount;
      host.progress?.(done, this.#stepCount);
    }
    if (![...traces, ...last!.states].every(areFinite)) throw unsupported(t('a result that is not finite'));
    return this.#outputs(traces, { values: last!.states, keys: states.map(({ key }) => key) });
  }

  /** Operands that are the same in every step; with their contents where the device has others. */
  #inputs(gpu: Gpu): KeyedData[] {
    const { program, sources } = this.#scan;
    const known = gpu.keysOf(program);
    const { others } = parted(this.#params, this.#call.inputs);
    this.#inputKeys ??= sources.map((source) => {
      if (source.kind === 'constant') return lastingKey(source.array);
      return this.#keyOf(others[source.index]);
    });
    return this.#inputKeys.map((key, i) => {
      const source = sources[i];
      if (known[i] === key) return { key, data: null };
      return { key, data: singles(source.kind === 'constant' ? source.array : others[source.index]) };
    });
  }

  #keyOf(array: NDArray): number {
    return this.#call.lasting.has(array.storage) ? lastingKey(array) : newKey();
  }

  #firstStates(gpu: Gpu): KeyedData[] {
    const { program, states } = this.#scan;
    const known = gpu.keysOf(program).slice(program.inputs.length);
    const given = parted(this.#params, this.#call.inputs);
    const initial = [...given.states, ...given.untraced];
    return states.map(({ source, shape }, i) => {
      if (source.kind === 'last') return { key: newKey(), data: new Float32Array(elementCount(shape)) };
      const { state, back } = source;
      const array = initial[state];
      const isMany = this.#params.states[state]?.role === 'mitSot';
      if (!isMany) {
        const key = this.#keyOf(array);
        return { key, data: known[i] === key ? null : singles(array) };
      }
      const length = elementCount(shape);
      const depth = -Math.min(...this.#params.states[state].taps);
      const from = (depth - back) * length;
      return { key: newKey(), data: singles(array).slice(from, from + length) };
    });
  }

  #outputs(
    traces: readonly Float32Array[],
    last: { readonly values: readonly Float32Array[]; readonly keys: readonly number[] },
  ): NDArray[] {
    const { rows, states } = this.#scan;
    const { length } = this.#params.states;
    const traceOf = (output: number): NDArray | null => {
      const row = rows.findIndex((one) => one.output === output);
      if (row < 0) return null;
      const { dtype, shape } = rows[row];
      return arrayOf(dtype, [this.#stepCount, ...shape], traces[row]);
    };
    const lastOf = (wanted: StateSource, lead: Shape): NDArray => {
      const place = states.findIndex(({ source }) => sameSource(source, wanted));
      if (place < 0) return this.#empty(wanted.kind === 'last' ? wanted.output : wanted.state);
      const array = arrayOf(states[place].dtype, [...lead, ...states[place].shape], last.values[place]);
      nameContents(array.storage, last.keys[place]);
      return array;
    };
    const traced = Array.from(
      { length },
      (_, state) => traceOf(state) ?? lastOf({ kind: 'state', state, back: 1 }, [1]),
    );
    const made = Array.from(
      { length: this.#params.nitSotCount },
      (_, i) => traceOf(length + i) ?? lastOf({ kind: 'last', output: length + i }, [1]),
    );
    const untraced = Array.from({ length: this.#params.untracedCount }, (_, i) =>
      lastOf({ kind: 'state', state: length + i, back: 1 }, []),
    );
    return [...traced, ...made, ...untraced];
  }

  /** Nobody reads it. */
  #empty(output: number): NDArray {
    const { dtype, shape } = this.#params.inner.outputs[output].type;
    return fromStorage(dtype, makeStorage(dtype, 0), [0, ...shape.map(() => 0)]);
  }
}

const sameSource = (a: StateSource, b: StateSource): boolean =>
  a.kind === 'last'
    ? b.kind === 'last' && a.output === b.output
    : b.kind === 'state' && a.state === b.state && a.back === b.back;
