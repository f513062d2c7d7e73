/**
 * The number that a variable is known to be when the graph is built: `get_scalar_constant_value` of the libraries, and how long a
 * vector is known to be. It looks through what only arranges, and computes simple arithmetic; it does not fold whole graphs.
 */
import { getItem, type IndexItem, resolveSlice } from '../tensor/indexing.ts';
import { cast, type NDArray, scalar } from '../tensor/ndarray.ts';
import { reshape } from '../tensor/shaping.ts';
import type { ScalarOpName } from './ops/scalarOps.ts';
import type { SubtensorParams } from './ops/subtensor.ts';
import { type Apply, Constant, type Variable } from './variable.ts';

export interface ConstantSearch {
  /** Computes arithmetic of constants. */
  readonly computes: boolean;
  /** Looks at what made a variable. */
  readonly digs: boolean;
  /** How many applications are looked through. */
  readonly depth: number;
  /** The value of an application whose inputs are these constants. */
  readonly evaluate: (made: Apply, inputs: readonly NDArray[]) => NDArray;
}

/** The elementwise ops that are computed. */
const arithmetic: ReadonlySet<ScalarOpName> = new Set<ScalarOpName>([
  'switch',
  'neq',
  'eq',
  'lt',
  'gt',
  'le',
  'ge',
  'sub',
  'add',
  'mod',
  'mul',
  'int_div',
  'true_div',
  'minimum',
  'maximum',
]);

/** The only element of an array, or the one that all its elements are; null where there are several. */
export function uniqueElement(array: NDArray): NDArray | null {
  if (array.size === 0) return null;
  for (let i = 1; i < array.size; i++) if (array.at(i) !== array.at(0)) return null;
  return reshape(getItem(reshape(array, [array.size]), [slice(0, 1)]), []);
}

const slice = (start: number, stop: number): IndexItem => ({ kind: 'slice', start, stop, step: null });

/** The value as an array without axes; null where it is not known. */
export function scalarConstant(variable: Variable, search: ConstantSearch): NDArray | null {
  if (variable instanceof Constant) return uniqueElement(variable.value);
  const { owner } = variable;
  if (owner === null || !search.digs || search.depth <= 0) return null;
  const rest = { ...search, depth: search.depth - 1 };
  switch (owner.op.entry.kind) {
    case 'alloc':
    case 'dimShuffle':
    case 'rebroadcast':
    case 'scalarFromTensor':
      return scalarConstant(owner.inputs[0], rest);
    case 'cast':
      return computed(owner, rest);
    case 'elemwise': {
      const { scalar: name } = owner.op.params as { scalar: ScalarOpName };
      if (name === 'second') return scalarConstant(owner.inputs[1], rest);
      return arithmetic.has(name) ? computed(owner, rest) : null;
    }
    case 'subtensor':
      return variable.ndim === 0 ? elementConstant(owner, rest) : null;
    default:
      return null;
  }
}

function computed(made: Apply, search: ConstantSearch): NDArray | null {
  if (!search.computes) return null;
  const values = made.inputs.map((input) => scalarConstant(input, search));
  return values.some((value) => value === null) ? null : search.evaluate(made, values as NDArray[]);
}

/** One element of a constant, of what is put together from scalars, or of a shape. */
function elementConstant(made: Apply, search: ConstantSearch): NDArray | null {
  const [source, ...indices] = made.inputs;
  const values = indices.map((index) => scalarConstant(index, search));
  if (values.length !== source.ndim || values.some((value) => value === null)) return null;
  const places = values.map((value) => Number(value!.at(0)));
  if (source instanceof Constant) {
    return getItem(
      source.value,
      places.map((value): IndexItem => ({ kind: 'integer', value })),
    );
  }
  const { owner } = source;
  if (owner === null || places.length !== 1) return null;
  const [place] = places;
  switch (owner.op.entry.kind) {
    case 'makeVector': {
      const element = owner.inputs.at(place);
      return element === undefined ? null : inType(scalarConstant(element, search), source);
    }
    case 'shape': {
      const length = owner.inputs[0].type.shape.at(place) ?? null;
      return length === null ? null : scalar('int64', BigInt(length));
    }
    case 'join':
      return inType(joinedConstant(owner.inputs, place, search), source);
    default:
      return null;
  }
}

const inType = (value: NDArray | null, { dtype }: Variable): NDArray | null => value && cast(value, dtype);

function joinedConstant(parts: readonly Variable[], place: number, search: ConstantSearch): NDArray | null {
  let start = 0;
  for (const part of parts) {
    const length = vectorLength(part);
    if (length === null || place < 0) return null;
    if (place < start + length) {
      if (part instanceof Constant) return getItem(part.value, [{ kind: 'integer', value: place - start }]);
      const element =
        part.owner?.op.entry.kind === 'makeVector' ? part.owner.inputs[place - start] : undefined;
      return element === undefined ? null : scalarConstant(element, search);
    }
    start += length;
  }
  return null;
}

/** How many elements a symbolic vector has, where that is known. */
export function vectorLength(vector: Variable): number | null {
  const { owner } = vector;
  if (vector instanceof Constant) return vector.value.size;
  const length = vector.type.shape[0] ?? null;
  if (length !== null || owner === null) return length;
  switch (owner.op.entry.kind) {
    case 'shape':
      return owner.inputs[0].ndim;
    case 'makeVector':
      return owner.inputs.length;
    case 'subtensor':
      return partLength(owner);
    case 'join': {
      if (vector.context.dialect.vectorLengths === 'shapes') return null;
      const lengths = owner.inputs.map(vectorLength);
      return lengths.reduce((sum, own) => (sum === null || own === null ? null : sum + own), 0);
    }
    default:
      return null;
  }
}

/** The length of a slice between constants. */
function partLength(made: Apply): number | null {
  const [source, ...bounds] = made.inputs;
  const [item] = (made.op.params as SubtensorParams).pattern;
  const { vectorLengths, openSliceLength } = source.context.dialect;
  if (item?.kind !== 'slice' || source.ndim !== 1) return null;
  if (vectorLengths === 'shapes' && source.owner?.op.entry.kind !== 'shape') return null;
  const whole = vectorLength(source);
  if (whole === null || !bounds.every((bound) => bound instanceof Constant)) return null;
  // Two bounds that are left out may be taken for equal ones.
  if (openSliceLength === 'none' && !item.start && !item.stop) return 0;
  const numbers = bounds.map((bound) => Number(bound.value.at(0)));
  const next = (isThere: boolean): number | null => (isThere ? numbers.shift()! : null);
  const [start, stop, step] = [next(item.start), next(item.stop), next(item.step)];
  return resolveSlice({ start, stop, step }, whole).count;
}
