/**
 * Large products outside of scans as machine code. The code is lowered for the shapes and layouts of the operands and kept; its memory is
 * another one than that of scans, in the middle of which a product may be asked for.
 */
import type { Apply } from '../../../graph/variable.ts';
import { byteSize, makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { cast, fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import type { ImportedFunction } from '../../loopIr/ir.ts';
import { type CodeDType, hasCode } from '../../lower/elementTypes.ts';
import { laidOut, layoutStrides } from '../../lower/memoryLayout.ts';
import { planMemory } from '../../lower/planMemory.ts';
import { type LoweredProduct, lowerProduct, type OperandLayout } from '../../lower/productFunction.ts';
import { type ProductKind, products } from '../../lower/products.ts';
import { Unsupported } from '../../lower/unsupported.ts';
import { LinearMemory } from './linearMemory.ts';
import { compileModule, functionsOn, type MachineCode } from './machineCode.ts';
import { productOfThreads } from './productCrew.ts';
import type { Factors, ProductHost } from './productFactors.ts';

/** Fewer multiplications do not pay the way into memory and back. */
const leastMultiplications = 1e5;
/** From here on nobody waits for the last digits. */
const largeMultiplications = 2 ** 22;
/** So many products are kept. */
const mostCompiled = 64;
/** Memory that one product needed and another may not is given back from here on. */
const largestKept = 64 * 2 ** 20;

interface CompiledProduct {
  readonly lowered: LoweredProduct;
  readonly code: MachineCode;
  readonly byteLength: number;
}

const compiled = new Map<string, CompiledProduct | null>();
let memory: LinearMemory | null = null;
let host: ProductHost | null = null;

const checkpoint: ImportedFunction = {
  kind: 'imported',
  name: 'checkpoint',
  params: [],
  result: null,
  body: () => host!.checkpoint(),
};

/** The product, if it is worth it and can be done; else the reference computes it, or says what is wrong. */
export const machineProduct = (factors: Factors, asked: ProductHost): NDArray | null =>
  multiplications(factors) < leastMultiplications ? null : productInCode(factors, asked);

/** The product, whatever its size. */
export function productInCode(factors: Factors, asked: ProductHost): NDArray | null {
  const { a, b } = factors;
  const { dtype } = a;
  if (host !== null || dtype !== b.dtype || dtype === 'bool' || !hasCode(dtype)) return null;
  const together = isSameMemory(a, b) ? null : productOfThreads(factors, asked);
  if (together !== null) return together;
  const product = compile(factors, dtype);
  if (product === null) return null;
  asked.allocate(product.byteLength);
  memory ??= new LinearMemory();
  if (!memory.reserve(product.byteLength)) return null;
  host = asked;
  try {
    return compute(product, factors, memory);
  } finally {
    host = null;
    if (memory.byteLength > largestKept) memory = null;
  }
}

/** The result of an op that is a product, on the same terms. */
export function machineProductOf(
  apply: Apply,
  inputs: readonly NDArray[],
  asked: ProductHost,
): NDArray | null {
  const { kind } = apply.op.entry;
  if (!isProduct(kind)) return null;
  const [a, b] = inputs;
  if (multiplications({ a, b }) < leastMultiplications) return null;
  const { dtype } = apply.outputs[0];
  return machineProduct({ kind, a: cast(a, dtype), b: cast(b, dtype) }, asked);
}

export const isProduct = (kind: string): kind is ProductKind => Object.hasOwn(products, kind);

/** True where a product without fused steps is better than one that takes minutes. */
export const isLargeProduct = (a: NDArray, b: NDArray): boolean =>
  multiplications({ a, b }) >= largeMultiplications;

/** Roughly: what does not fit is refused later. */
function multiplications({ a, b }: Pick<Factors, 'a' | 'b'>): number {
  if (a.ndim === 0 || b.ndim === 0) return 0;
  const depth = a.shape[a.ndim - 1];
  return depth === 0 ? 0 : (Math.max(a.size, depth) / depth) * b.size;
}

function compute(product: CompiledProduct, { a, b }: Factors, room: LinearMemory): NDArray {
  const { lowered } = product;
  const [first, second] = lowered.operands;
  copyIn(room, first.address!, laidOut(a));
  if (second !== first) copyIn(room, second.address!, laidOut(b));
  const run = functionsOn(room, product.code)['run'] as () => number;
  run();
  const { place, shape } = lowered.result;
  const storage = makeStorage(
    a.dtype,
    shape.reduce((x, y) => x * y, 1),
  );
  const from = room.window(storage, place.buffer.address! + place.offset, storage.length);
  (storage as Float64Array).set(from as Float64Array);
  return fromStorage(a.dtype, storage, shape);
}

/** Elements that are copied between two questions whether the run has to stop: some milliseconds. */
const copiedAtOnce = 2 ** 20;

function copyIn(room: LinearMemory, address: number, elements: TypedArray): void {
  for (let from = 0; from < elements.length; from += copiedAtOnce) {
    host!.checkpoint();
    const part = elements.subarray(from, from + copiedAtOnce);
    const window = room.window(elements, address + from * elements.BYTES_PER_ELEMENT, part.length);
    (window as Float64Array).set(part as Float64Array);
  }
}

function compile({ kind, a, b }: Factors, dtype: CodeDType): CompiledProduct | null {
  const operands = [a, b].map((array): OperandLayout => {
    const strides = layoutStrides(array).map((stride) => stride * byteSize(dtype));
    return { dtype, shape: array.shape, strides };
  }) as [OperandLayout, OperandLayout];
  const isShared = isSameMemory(a, b);
  const key = [kind, dtype, isShared, ...operands.map(({ shape, strides }) => `${shape} ${strides}`)].join(
    ';',
  );
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = lowered({ kind, operands, isShared });
  if (compiled.size >= mostCompiled) compiled.delete(compiled.keys().next().value!);
  compiled.set(key, made);
  return made;
}

function lowered(product: Parameters<typeof lowerProduct>[0]): CompiledProduct | null {
  try {
    const made = lowerProduct(product, checkpoint);
    const byteLength = planMemory(made.buffers, { run: made.entry, prepare: null });
    return { lowered: made, code: compileModule([made.entry]), byteLength };
  } catch (error) {
    if (error instanceof Unsupported || error instanceof EngineError) return null;
    throw error;
  }
}

/** True where both are views of the same elements, as a matrix and itself turned, and are laid out alike. */
function isSameMemory(a: NDArray, b: NDArray): boolean {
  const axesOf = (array: NDArray): string => {
    const { shape, strides } = array.layout;
    const wanted = layoutStrides(array);
    const axes = shape.map((length, axis) => `${length} ${strides[axis]} ${wanted[axis]}`);
    return axes
      .filter((_, axis) => shape[axis] !== 1)
      .sort()
      .join(';');
  };
  return a.storage === b.storage && a.layout.offset === b.layout.offset && axesOf(a) === axesOf(b);
}
