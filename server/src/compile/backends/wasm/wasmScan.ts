/**
 * Scans as machine code: lowers them for the shapes of a call and keeps what was compiled. What can not be lowered, and whatever goes wrong in
 * the code, is left to the reference backend: it has the library's errors.
 */
import { t } from '../../../base/l10n.ts';
import { checkScan, type ScanParams } from '../../../graph/scan/scanOp.ts';
import type { Apply, OpRunner } from '../../../graph/variable.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import type { Kept } from '../../lower/kept.ts';
import { rowTypeOf } from '../../lower/loop.ts';
import { layoutStrides } from '../../lower/memoryLayout.ts';
import { planMemory } from '../../lower/planMemory.ts';
import { lowerScan, type ScanToLower } from '../../lower/scanFunction.ts';
import { NeedsValue, Unsupported } from '../../lower/unsupported.ts';
import { CallOuts } from './callOuts.ts';
import type { CompiledScan, ScanOutcome } from './compiledScan.ts';
import { layoutOf, parted } from './inputLayout.ts';
import { releaseLargeMemory } from './linearMemory.ts';
import { compileModule } from './machineCode.ts';
import { ScanExecution } from './scanExecution.ts';

/** So many sets of shapes are kept per scan. */
const mostCompiled = 32;

/** One scan of a plan, with what was compiled for it. */
export class WasmScan {
  readonly #apply: Apply;
  readonly #params: ScanParams;
  readonly #kept: readonly Kept[];
  readonly #compiled = new Map<string, CompiledScan | string>();
  /** Inputs whose values decide about shapes. */
  readonly #byValue = new Set<number>();

  constructor(apply: Apply, kept: readonly Kept[]) {
    this.#apply = apply;
    this.#params = apply.op.params as ScanParams;
    this.#kept = kept;
  }

  /** For how many sets of shapes it was lowered. */
  get loweredCount(): number {
    return this.#compiled.size;
  }

  /** Runs the scan. Raises what the reference raises about the number of steps and too short sequences. */
  run(inputs: readonly NDArray[], runner: OpRunner): ScanOutcome {
    checkScan(this.#params, inputs, this.#apply);
    const stepCount = Number(inputs[0].at(0));
    if (stepCount === 0) return { reason: null };
    const compiled = this.#compile(inputs, runner);
    if (typeof compiled === 'string') return { reason: compiled };
    try {
      return new ScanExecution(compiled, { params: this.#params, inputs, stepCount, runner }).run();
    } finally {
      releaseLargeMemory();
    }
  }

  #compile(inputs: readonly NDArray[], runner: OpRunner): CompiledScan | string {
    for (;;) {
      const key = this.#key(inputs);
      const known = this.#compiled.get(key);
      if (known !== undefined) return known;
      const needed = this.#byValue.size;
      const made = this.#make(inputs, runner);
      if (this.#byValue.size > needed) continue;
      if (this.#compiled.size >= mostCompiled) this.#compiled.clear();
      this.#compiled.set(key, made);
      return made;
    }
  }

  #make(inputs: readonly NDArray[], runner: OpRunner): CompiledScan | string {
    const callOuts = new CallOuts();
    try {
      const lowered = lowerScan(this.#scanToLower(inputs), {
        runner,
        makeCallOut: callOuts.make,
        checkpoint: callOuts.checkpoint,
      });
      const byteLength = planMemory(lowered.buffers, { run: lowered.entry, prepare: lowered.prepare });
      return {
        lowered,
        code: compileModule([lowered.entry, ...(lowered.prepare ? [lowered.prepare] : [])]),
        callOuts,
        byteLength,
      };
    } catch (error) {
      if (error instanceof NeedsValue && !this.#byValue.has(error.input)) this.#byValue.add(error.input);
      else if (!(error instanceof Unsupported)) throw error;
      return error.message;
    }
  }

  #scanToLower(inputs: readonly NDArray[]): ScanToLower {
    const isOther = (array: NDArray, i: number): boolean => array.dtype !== this.#apply.inputs[i].dtype;
    if (inputs.some((array, i) => i > 0 && isOther(array, i)))
      throw new Unsupported(t('an input of another type than its variable'));
    const { streams, states, untraced, others } = parted(this.#params, inputs);
    const rowOf = (shape: readonly number[], i: number): readonly number[] =>
      this.#params.states[i].role === 'mitSot' ? shape.slice(1) : shape;
    return {
      params: this.#params,
      kept: this.#kept,
      streams: streams.map(({ dtype, shape }) => rowTypeOf(dtype, shape.slice(1))),
      states: [
        ...states.map(({ dtype, shape }, i) => rowTypeOf(dtype, rowOf(shape, i))),
        ...untraced.map(({ dtype, shape }) => rowTypeOf(dtype, shape)),
      ],
      others: others.map((array, i) => layoutOf(array, { isKnown: this.#byValue.has(i) })),
    };
  }

  #key(inputs: readonly NDArray[]): string {
    const { streams, states, untraced, others } = parted(this.#params, inputs);
    const rows = streams.map(({ dtype, shape }) => `${dtype} ${shape.slice(1)}`);
    const firsts = [...states, ...untraced].map(({ dtype, shape }) => `${dtype} ${shape}`);
    const rest = others.map((array, i) => {
      const value = this.#byValue.has(i) ? array.elements().join() : '';
      return `${array.dtype} ${array.shape} ${layoutStrides(array)} ${value}`;
    });
    return [...rows, ...firsts, ...rest].join(';');
  }
}
