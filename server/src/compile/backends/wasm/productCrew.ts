/**
 * Products of large matrices by several threads over one memory, where somebody gives us threads (Node; a web worker of the editor may not share memory).
 * The thread that asks takes blocks like the others: one that is late, or never comes, costs nothing but its help. One that fails at a block
 * costs the product, which is then computed without threads.
 */
import { makeStorage, type TypedArray } from '../../../tensor/dtype.ts';
import { fromStorage, type NDArray } from '../../../tensor/ndarray.ts';
import type { ImportedFunction } from '../../loopIr/ir.ts';
import { matrixProduct, workBytes } from '../../lower/kernels/matrixProduct.ts';
import { laidOut, layoutStrides } from '../../lower/memoryLayout.ts';
import { aligned } from '../../lower/planMemory.ts';
import { LinearMemory } from './linearMemory.ts';
import { compileModule } from './machineCode.ts';
import type { Factors, ProductHost } from './productFactors.ts';
import {
  type FloatName,
  floatNames,
  type Multiply,
  multipliesOn,
  type ThreadWork,
  takeBlocks,
  word,
  wordCount,
} from './productThread.ts';

/** Where threads come from. */
export interface ThreadSource {
  /** How many may help. */
  readonly count: number;
  /** Starts one; returns how to end it. */
  start(work: ThreadWork): () => void;
}

/** Fewer multiplications are done before a thread has woken up. */
const leastMultiplications = 2 ** 24;
/** The rows that the kernels group. */
const groupedRows = 60;
/** So many blocks for each thread: none waits long for the last one. */
const blocksPerThread = 4;
/** Memory that one product needed and another may not is given back from here on. */
const largestKept = 64 * 2 ** 20;
/** How long is waited for the others between two looks whether the run has to stop. */
const patienceMs = 10;

let source: ThreadSource | null = null;
let crew: Crew | null = null;

/** From now on `given` helps; null: nobody does. */
export function useProductThreads(given: ThreadSource | null): void {
  crew?.end();
  crew = null;
  source = given;
}

/** The product of two matrices if it is large enough to be shared, else null. */
export function productOfThreads({ a, b }: Factors, host: ProductHost): NDArray | null {
  const held = ({ float64: 'f64', float32: 'f32' } as Record<string, FloatName>)[a.dtype];
  if (source === null || held === undefined || a.ndim !== 2 || b.ndim !== 2) return null;
  const [rows, depth] = a.shape;
  const columns = b.shape[1];
  if (depth !== b.shape[0] || columns < 2 || rows < 2 * groupedRows) return null;
  if (rows * columns * depth < leastMultiplications) return null;
  crew ??= new Crew(source);
  const product = crew.multiply({ a, b, held }, host);
  if (crew.byteLength > largestKept) {
    crew.end();
    crew = null;
  }
  return product;
}

/** The modules do not depend on shapes: they are made once. */
const modules: Partial<Record<FloatName, WebAssembly.Module>> = {};
/** What the code calls between blocks of its work; who it is each thread says for itself. */
const checkpoint: ImportedFunction = {
  kind: 'imported',
  name: 'checkpoint',
  params: [],
  result: null,
  body: () => {},
};

const moduleOf = (held: FloatName): WebAssembly.Module => {
  modules[held] ??= compileModule([matrixProduct(held, checkpoint)], 'shared').module;
  return modules[held];
};

/** The operands in memory, one after another. */
interface Room {
  readonly left: number;
  readonly right: number;
  readonly target: number;
  readonly work: number;
  readonly workBytes: number;
  readonly end: number;
}

class Crew {
  readonly #source: ThreadSource;
  readonly #memory = new LinearMemory({ isShared: true });
  readonly #control = new Int32Array(new SharedArrayBuffer(wordCount * 4));
  readonly #multiplies: readonly Multiply[];
  readonly #ends: readonly (() => void)[];
  #host: ProductHost | null = null;

  constructor(given: ThreadSource) {
    this.#source = given;
    const shared = { modules: { f64: moduleOf('f64'), f32: moduleOf('f32') }, memory: this.#memory.memory };
    this.#multiplies = multipliesOn(shared, () => this.#host?.checkpoint());
    this.#ends = Array.from({ length: given.count }, (_, i) =>
      given.start({ ...shared, control: this.#control, index: i + 1 }),
    );
  }

  get byteLength(): number {
    return this.#memory.byteLength;
  }

  end(): void {
    for (const end of this.#ends) end();
  }

  multiply(
    { a, b, held }: { readonly a: NDArray; readonly b: NDArray; readonly held: FloatName },
    host: ProductHost,
  ): NDArray | null {
    const [rows, columns] = [a.shape[0], b.shape[1]];
    const [left, right] = [laidOut(a), laidOut(b)];
    const room = this.#room([left, right], { rows, columns, depth: a.shape[1], held });
    host.allocate(room.end);
    if (!this.#memory.reserve(room.end)) return null;
    this.#put(room.left, left);
    this.#put(room.right, right);
    this.#tell(room, { a, b, held });
    this.#run(host);
    if (Atomics.load(this.#control, word.failed) !== 0) return null;
    const storage = makeStorage(a.dtype, rows * columns);
    (storage as Float64Array).set(this.#memory.window(storage, room.target, storage.length) as Float64Array);
    return fromStorage(a.dtype, storage, [rows, columns]);
  }

  #put(address: number, elements: TypedArray): void {
    const window = this.#memory.window(elements, address, elements.length);
    (window as Float64Array).set(elements as Float64Array);
  }

  #room(
    [left, right]: readonly [TypedArray, TypedArray],
    { rows, columns, depth, held }: { rows: number; columns: number; depth: number; held: FloatName },
  ): Room {
    const rightAt = aligned(left.length * left.BYTES_PER_ELEMENT);
    const targetAt = aligned(rightAt + right.length * right.BYTES_PER_ELEMENT);
    const workAt = aligned(targetAt + rows * columns * left.BYTES_PER_ELEMENT);
    const each = aligned(workBytes(held, { columns, depth }));
    const end = workAt + each * (this.#source.count + 1);
    return { left: 0, right: rightAt, target: targetAt, work: workAt, workBytes: each, end };
  }

  /** Says what is to be done. The number of blocks comes last: from then on they are taken. */
  #tell(
    room: Room,
    { a, b, held }: { readonly a: NDArray; readonly b: NDArray; readonly held: FloatName },
  ): void {
    const [rows, depth] = a.shape;
    const columns = b.shape[1];
    const size = a.storage.BYTES_PER_ELEMENT;
    const [leftStrides, rightStrides] = [layoutStrides(a), layoutStrides(b)];
    const wanted = rows / (blocksPerThread * (this.#source.count + 1));
    const blockRows = Math.max(1, Math.round(wanted / groupedRows)) * groupedRows;
    const blockCount = Math.ceil(rows / blockRows);
    const words: Readonly<Partial<Record<keyof typeof word, number>>> = {
      stop: 0,
      failed: 0,
      type: floatNames.indexOf(held),
      blockCount,
      blockRows,
      left: room.left,
      leftRow: leftStrides[0] * size,
      leftStep: leftStrides[1] * size,
      right: room.right,
      rightStep: rightStrides[0] * size,
      rightColumn: rightStrides[1] * size,
      target: room.target,
      targetRow: columns * size,
      rows,
      columns,
      depth,
      work: room.work,
      workBytes: room.workBytes,
    };
    for (const [name, value] of Object.entries(words))
      Atomics.store(this.#control, word[name as keyof typeof word], value);
    Atomics.store(this.#control, word.remaining, blockCount);
    Atomics.add(this.#control, word.job, 1);
    Atomics.notify(this.#control, word.job);
  }

  #run(host: ProductHost): void {
    this.#host = host;
    try {
      takeBlocks(this.#control, 0, this.#multiplies);
      this.#waitForOthers(() => host.checkpoint());
    } catch (error) {
      Atomics.store(this.#control, word.stop, 1);
      Atomics.store(this.#control, word.remaining, 0);
      // They look every few milliseconds; their memory must not be touched before.
      this.#waitForOthers(() => {});
      throw error;
    } finally {
      this.#host = null;
    }
  }

  #waitForOthers(meanwhile: () => void): void {
    for (;;) {
      const active = Atomics.load(this.#control, word.active);
      if (active === 0) return;
      Atomics.wait(this.#control, word.active, active, patienceMs);
      meanwhile();
    }
  }
}
