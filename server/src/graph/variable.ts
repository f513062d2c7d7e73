/**
 * Theano's graph: variables, and the applications of ops that made them. A graph is a value; only the contents of shared
 * variables, their `default_update` and the names that a program gives change. What single ops mean is in ops/.
 */
import type { NDArray } from '../tensor/ndarray.ts';
import type { Dialect } from './dialects.ts';
import type { OpKind } from './ops/opKinds.ts';
import type { RunHost } from './runHost.ts';
import { type GeneratorKind, type StaticLength, type TensorType, tensorType } from './tensorType.ts';

/** What all variables of one library in one namespace share. */
export interface GraphContext {
  readonly dialect: Dialect;
  /** `config.floatX`; programs may set it. */
  floatX: 'float32' | 'float64';
  /**
   * Reports a Python warning, or a line that the library logs (`WARNING (theano.scan…)`). `within` is the module of the library
   * that the warning belongs to, where it is not the program's own line.
   */
  warn(category: string, message: string, within?: string): void;
  /** Told of every new shared variable while it is set: scan asks which ones a step made. */
  onSharedCreated: ((variable: SharedVariable) => void) | null;
  /** Tries every new application at once, while the program wants that: `compute_test_value`. */
  trial: Trial | null;
}

/** Test values: variables that the program gave a value, and all that is made of them. */
export interface Trial {
  /** Computes an application that was just made. Raises what the op raises. */
  run(apply: Apply): void;
  /** Inside of a step a variable has the value of another one, or of one of its rows. */
  standFor(variable: Variable, original: Variable, row: number | null): void;
}

interface Made {
  readonly name?: string | null;
  readonly owner?: Apply;
  readonly index?: number;
}

/** A symbolic value: an input when nobody made it, else output `index` of its `owner`. */
export class Variable {
  readonly context: GraphContext;
  readonly type: TensorType;
  name: string | null;
  readonly owner: Apply | null;
  readonly index: number;

  constructor(context: GraphContext, type: TensorType, made: Made = {}) {
    this.context = context;
    this.type = type;
    this.name = made.name ?? null;
    this.owner = made.owner ?? null;
    this.index = made.index ?? 0;
  }

  get ndim(): number {
    return this.type.shape.length;
  }

  get dtype(): TensorType['dtype'] {
    return this.type.dtype;
  }
}

/** An input of a step as the newer libraries keep it: known by its number alone. */
export class NominalVariable extends Variable {
  readonly number: number;

  constructor(context: GraphContext, type: TensorType, { name, number }: { name: string; number: number }) {
    super(context, type, { name });
    this.number = number;
  }
}

interface ConstantOptions {
  readonly name?: string | null;
  /** See {@link TensorType}. */
  readonly isNumber?: true;
  /** See {@link Constant.isNone}. */
  readonly isNone?: true;
}

/** A value known when the graph is built. The array belongs to the graph and is never written. */
export class Constant extends Variable {
  readonly value: NDArray;
  /** Stands for None, which PyTensor keeps in a variable of its own. */
  readonly isNone: boolean;

  constructor(context: GraphContext, value: NDArray, options: ConstantOptions = {}) {
    const { name = null, isNumber, isNone } = options;
    const type = { dtype: value.dtype, shape: value.shape, ...(isNumber ? { isNumber } : {}) };
    super(context, tensorType(context.dialect, type), { name });
    this.value = value;
    this.isNone = isNone === true;
  }
}

/** What a shared variable and its clones have in common. */
interface SharedCell {
  value: NDArray;
  /** Reads the value out of an object that the program holds and may change. */
  readLent: (() => NDArray) | null;
  isLent: boolean;
}

/** A variable with a value that outlives calls and that functions may update. */
export class SharedVariable extends Variable {
  #cell: SharedCell;
  /** Made from a number, not from an array. */
  isScalar = false;
  /** The state of random numbers: those who tell of changes say that it moved, not what is in it. */
  isRandomState = false;
  /** What `set_value` takes. */
  accepts: { readonly isStrict: boolean; readonly allowDowncast: boolean | null } = {
    isStrict: false,
    allowDowncast: null,
  };
  /** The expression that functions store when they are given no other update. */
  defaultUpdate: Variable | null = null;

  constructor(
    context: GraphContext,
    value: NDArray,
    options: {
      name?: string | null;
      shape?: readonly StaticLength[];
      /** What the state of a random generator belongs to. */
      generator?: GeneratorKind;
    } = {},
  ) {
    const { generator } = options;
    const shape = options.shape ?? value.shape.map(() => null);
    const type = { dtype: value.dtype, shape, ...(generator === undefined ? {} : { generator }) };
    super(context, tensorType(context.dialect, type), { name: options.name ?? null });
    this.#cell = { value, readLent: null, isLent: false };
    this.isRandomState = generator !== undefined;
    context.onSharedCreated?.(this);
  }

  /** The current value. Updates replace it as a whole; the engine never writes into it. */
  get value(): NDArray {
    return this.#cell.readLent?.() ?? this.#cell.value;
  }

  set value(value: NDArray) {
    this.#cell.value = value;
    this.#cell.readLent = null;
  }

  /** True once the program may hold the very array (`borrow=True`) and write into it. */
  get isLent(): boolean {
    return this.#cell.isLent;
  }

  set isLent(isLent: boolean) {
    this.#cell.isLent = isLent;
  }

  /** From now on the value is what `read` gives, until it is replaced: the program holds the object itself. */
  lend(read: () => NDArray): void {
    this.#cell.readLent = read;
  }

  isLentBy(read: () => NDArray): boolean {
    return this.#cell.readLent === read;
  }

  /** What a variable and its clones with the same value have in common: their identity as a place. */
  get cell(): object {
    return this.#cell;
  }

  /** From now on the two have one value, whichever of them is given another one. */
  shareWith(other: SharedVariable): void {
    this.#cell = other.#cell;
  }
}

/** One application of an op. */
export interface Apply {
  readonly op: Op;
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
}

/** An op with its parameters: `Subtensor` with its index pattern, a reduction with its axes. */
export interface Op<P = unknown> {
  readonly entry: OpEntry<P>;
  readonly params: P;
}

/** What one kind of op is and means. Its gradient is the row of its kind in gradient/gradientRules.ts. */
export interface OpEntry<P> {
  /** Names the kind, for the tables of gradients and of backends. */
  readonly kind: OpKind;
  /** The types of the outputs; raises the library's error when the inputs do not fit. */
  infer(params: P, inputs: readonly Variable[]): readonly TensorType[];
  /** What the op means, on arrays. May give windows on its inputs, must not write into them. */
  evaluate(params: P, inputs: readonly NDArray[], runner: OpRunner, apply: Apply): readonly NDArray[];
  /** The op as the library prints it, for output `index`. */
  print(params: P, dialect: Dialect, index: number, apply: Apply): string;
}

/** A graph inside an op: the step of a scan. It reads nothing but its inputs and constants. */
export interface InnerGraph {
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
}

/** What an op may ask for while it is evaluated. */
export interface OpRunner {
  readonly host: RunHost;
  /** Prepares an inner graph once per plan; it is then run many times. */
  prepare(graph: InnerGraph): (inputs: readonly NDArray[]) => readonly NDArray[];
}

/** Applies an op: checks the inputs and makes the outputs. */
export function apply<P>(entry: OpEntry<P>, params: P, inputs: readonly Variable[]): Variable[] {
  const { context } = inputs[0];
  return applyNew(context, { entry, params }, inputs);
}

/** The same for ops that may have no input at all. */
export function applyNew<P>(context: GraphContext, op: Op<P>, inputs: readonly Variable[]): Variable[] {
  const outputs = applyIn(context, op, inputs);
  context.trial?.run(outputs[0].owner!);
  return outputs;
}

/** The same for copies of applications, which are not tried. */
export const applyIn = <P>(context: GraphContext, op: Op<P>, inputs: readonly Variable[]): Variable[] =>
  applyTyped(context, { op: op as Op, inputs }, op.entry.infer(op.params, inputs));

/** The same with outputs whose types are known already. */
export function applyTyped(
  context: GraphContext,
  { op, inputs }: Pick<Apply, 'op' | 'inputs'>,
  types: readonly TensorType[],
): Variable[] {
  const outputs: Variable[] = [];
  const owner: Apply = { op, inputs, outputs };
  types.forEach((type, index) => {
    outputs.push(new Variable(context, tensorType(context.dialect, type), { owner, index }));
  });
  return outputs;
}
