/**
 * Graphs as the libraries have them, where the engine's own form is leaner: scans have buffers (scan/scanBuffers.ts), indices between
 * brackets are plain numbers. Whoever shows a graph to a program asks here for the owner of a variable.
 */
import { cast } from '../tensor/ndarray.ts';
import { int64Constant, integerConstant } from './constants.ts';
import { dimShuffle, dimShuffleEntry } from './ops/dimShuffle.ts';
import { castEntry } from './ops/elemwise.ts';
import { scalarFromTensor } from './ops/plainNumbers.ts';
import { matrixProduct } from './ops/reductions.ts';
import { type SubtensorParams, subtensorEntry, valuesAsGiven } from './ops/subtensor.ts';
import { bufferedScan } from './scan/scanBuffers.ts';
import { type Apply, Constant, type Op, type Variable } from './variable.ts';

const withMatrices = new WeakMap<Apply, Apply>();
const withAxes = new WeakMap<Apply, Apply>();
const withNumbers = new WeakMap<Apply, Apply>();
const lastRows = new WeakMap<Variable, Apply>();

/** What made a variable; null for inputs. */
export function ownerInLibrary(variable: Variable): Apply | null {
  const { owner, index } = variable;
  switch (owner?.op.entry.kind) {
    case 'scan':
      return bufferedScan(owner).allRows.has(variable)
        ? lastRow(variable, variable)
        : numbered(bufferedScan(owner).owners[index]);
    case 'lastValue':
      return lastRow(owner.inputs[0], variable);
    case 'subtensor':
    case 'incSubtensor':
      return numbered(owner);
    case 'join':
      return joined(owner);
    case 'dot':
      return ofMatrices(owner);
    default:
      return owner;
  }
}

/** PyTensor multiplies matrices: vectors get an axis before, and lose it afterwards. */
function ofMatrices(made: Apply): Apply {
  const [a, b] = made.inputs as [Variable, Variable];
  const isRow = a.ndim === 1;
  const isColumn = b.ndim === 1;
  if (a.context.dialect.opText === 'classic' || !(isRow || isColumn)) return made;
  const found = withMatrices.get(made);
  if (found) return found;
  const product = matrixProduct(isRow ? dimShuffle(a, ['x', 0]) : a, isColumn ? dimShuffle(b, [0, 'x']) : b);
  const squeezed = isRow && isColumn ? dimShuffle(product, [1]) : product;
  const order = isRow && isColumn ? [] : [isRow ? 1 : 0];
  const shown: Apply = {
    op: { entry: dimShuffleEntry, params: { order } } as unknown as Op,
    inputs: [squeezed],
    outputs: made.outputs,
  };
  withMatrices.set(made, shown);
  return shown;
}

/** The axis may be the first input of the op. */
function joined(made: Apply): Apply {
  const { context } = made.outputs[0];
  if (context.dialect.joinAxis === 'setting') return made;
  const found = withAxes.get(made);
  if (found) return found;
  const { axis } = made.op.params as { readonly axis: number };
  const shown: Apply = { ...made, inputs: [integerConstant(context, axis), ...made.inputs] };
  withAxes.set(made, shown);
  return shown;
}

/** The place of a variable among the outputs of its owner. */
export const indexInLibrary = (variable: Variable): number =>
  ownerInLibrary(variable)?.outputs.indexOf(variable) ?? variable.index;

/** `rows[-1]`, of rows that the engine does not keep. */
function lastRow(value: Variable, result: Variable): Apply {
  const found = lastRows.get(result);
  if (found) return found;
  const rows = bufferedScan(value.owner!).allRows.get(value)!;
  const made = numbered({
    op: { entry: subtensorEntry, params: { pattern: [{ kind: 'integer' }], dtypes: ['int64'] } } as Op,
    inputs: [rows, int64Constant(rows.context, -1)],
    outputs: [result],
  });
  lastRows.set(result, made);
  return made;
}

/** Indices as plain numbers; where arrays are among them, all are tensors. What is written stands there in its own type. */
function numbered(made: Apply): Apply {
  const found = withNumbers.get(made);
  if (found) return found;
  const { pattern, dtypes } = made.op.params as SubtensorParams;
  if (!isIndexing(made)) return made;
  const isPicked = pattern.some((item) => item.kind === 'array');
  const first = made.inputs.length - dtypes.length;
  const inputs = made.inputs.map((input, i) => {
    if (i < first) return valuesAsGiven.get(input) ?? input;
    return isPicked ? input : asNumber(input, dtypes[i - first]);
  });
  const shown: Apply = { op: made.op, inputs, outputs: made.outputs };
  withNumbers.set(made, shown);
  return shown;
}

const isIndexing = ({ op }: Apply): boolean =>
  op.entry.kind === 'subtensor' || op.entry.kind === 'incSubtensor';

function asNumber(bound: Variable, dtype: SubtensorParams['dtypes'][number]): Variable {
  if (bound.type.isNumber) return bound;
  if (bound instanceof Constant) {
    return new Constant(bound.context, cast(bound.value, dtype), { isNumber: true });
  }
  const isCast = bound.dtype !== dtype && bound.owner?.op.entry === castEntry;
  return scalarFromTensor(isCast ? bound.owner!.inputs[0] : bound);
}
