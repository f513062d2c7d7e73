/** Builds and runs graphs without Python: variables, scans and functions in a few letters. */
import type { Gpu } from '../../../server/src/compile/backends/gpu/gpu.ts';
import { type BackendChoice, createCompiler } from '../../../server/src/compile/compile.ts';
import {
  type CompiledFunction,
  compileFunction,
  type FunctionArguments,
} from '../../../server/src/graph/compiledFunction.ts';
import { floatValue, integerValue } from '../../../server/src/graph/constants.ts';
import { dialects, type LibraryName } from '../../../server/src/graph/dialects.ts';
import type { CompiledCallEvent } from '../../../server/src/graph/functionGraph.ts';
import { requiredInput } from '../../../server/src/graph/functionInputs.ts';
import type { GivenValue } from '../../../server/src/graph/inputValue.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import type { RunHost } from '../../../server/src/graph/runHost.ts';
import { type ScanArguments, type ScanReturn, scan } from '../../../server/src/graph/scan/scan.ts';
import type { StateArgument } from '../../../server/src/graph/scan/scanArguments.ts';
import type { StepReturn } from '../../../server/src/graph/scan/stepReturn.ts';
import { Constant, type GraphContext, SharedVariable, Variable } from '../../../server/src/graph/variable.ts';
import type { DType } from '../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray, scalar } from '../../../server/src/tensor/ndarray.ts';
import { arrayText } from '../../../server/src/tensor/text.ts';

/** What a test engine noted down. */
export interface Notes {
  readonly warnings: string[];
  readonly calls: CompiledCallEvent[];
  checkpoints: number;
  bytes: number;
}

/** One library in one namespace. */
export class Engine {
  readonly context: GraphContext;
  readonly notes: Notes = { warnings: [], calls: [], checkpoints: 0, bytes: 0 };
  readonly host: RunHost;
  /** What the functions compiled from now on run on. */
  backend: BackendChoice = 'auto';
  gpu: Gpu | null = null;

  constructor(library: LibraryName = 'theano', host: Partial<RunHost> = {}) {
    const { notes } = this;
    this.context = {
      dialect: dialects[library],
      floatX: 'float64',
      warn: (category, message) => notes.warnings.push(`${category}: ${message}`),
      onSharedCreated: null,
      trial: null,
    };
    this.host = {
      checkpoint: () => {
        notes.checkpoints++;
      },
      allocate: (byteLength) => {
        notes.bytes += byteLength;
      },
      now: () => 0,
      ...host,
    };
  }

  /** An input: `ndim` axes of unknown length. */
  input(name: string, dtype: DType = 'float64', ndim = 0): Variable {
    return new Variable(this.context, { dtype, shape: new Array(ndim).fill(null) }, { name });
  }

  /** A constant by the libraries' rule for Python numbers. */
  constant(value: number, kind: 'int' | 'float' = Number.isInteger(value) ? 'int' : 'float'): Constant {
    return new Constant(this.context, kind === 'int' ? integerValue(value) : floatValue(this.context, value));
  }

  typed(dtype: DType, value: number): Constant {
    return new Constant(this.context, scalar(dtype, value));
  }

  shared(name: string, value: NDArray | number): SharedVariable {
    return new SharedVariable(this.context, typeof value === 'number' ? scalar('int64', value) : value, {
      name,
    });
  }

  scan(step: (...args: Variable[]) => Partial<StepReturn>, options: Partial<ScanArguments> = {}): ScanReturn {
    return scan(this.context, {
      step: (args) => ({ condition: null, outputs: [], updates: [], ...step(...args) }),
      sequences: [],
      outputsInfo: [],
      nonSequences: [],
      stepCount: null,
      goesBackwards: false,
      isStrict: false,
      checkListed: () => undefined,
      truncateGradient: -1,
      name: null,
      ...options,
    });
  }

  /** A number of steps as a Python integer. */
  steps(count: number): NonNullable<ScanArguments['stepCount']> {
    return { variable: this.constant(count, 'int'), literal: count, isPythonFloat: false };
  }

  compile(
    inputs: readonly Variable[],
    outputs: readonly Variable[],
    rest: Partial<FunctionArguments> = {},
  ): CompiledFunction {
    return compileFunction(
      this.context,
      {
        inputs: inputs.map((variable) => requiredInput(variable)),
        outputs: outputs.map((variable) => ({ key: null, variable })),
        form: 'list',
        updates: [],
        givens: [],
        noDefaultUpdates: [],
        onUnusedInput: 'raise',
        name: null,
        label: 'test.py:1',
        ...rest,
      },
      createCompiler(() => this.backend, this.gpu),
    );
  }

  /** Calls a function; the results as NumPy's text. */
  call(compiled: CompiledFunction, ...args: NDArray[]): string[] {
    return this.results(compiled, ...args).map((result) => arrayText(result, 1));
  }

  results(compiled: CompiledFunction, ...args: NDArray[]): NDArray[] {
    const positional = args.map((array) => () => given(array));
    const around = {
      span: { start: 0, end: 1 },
      host: this.host,
      report: (event: CompiledCallEvent) => void this.notes.calls.push(event),
    };
    return compiled
      .call({ positional, named: new Map(), nameOf: () => null }, around)
      .map((result) => result.value);
  }

  /** Compiles and calls at once. */
  run(output: Variable): string {
    return this.call(this.compile([], [output]))[0]!;
  }
}

/** An array as an argument. */
export const given = (array: NDArray): GivenValue => ({
  array,
  origin: 'ndarray',
  text: () => arrayText(array, 1),
  source: array,
  sourceType: () => ({ value: null, text: '' }),
});

export const floats = (...values: number[]): NDArray => fromValues('float64', [values.length], values);
export const ints = (...values: number[]): NDArray => fromValues('int64', [values.length], values);
export const int = (value: number): NDArray => scalar('int64', value);

/** An entry of outputs_info. */
export function state(initial: Variable, taps: readonly number[] | 'absent' = 'absent'): StateArgument {
  return {
    initial,
    taps,
    tapsAreList: true,
    otherKeys: [],
    rawArrayType: null,
    source: null,
    text: () => '{}',
  };
}

export const add = (a: Variable, b: Variable): Variable => elemwise('add', a, b);
export const mul = (a: Variable, b: Variable): Variable => elemwise('mul', a, b);
