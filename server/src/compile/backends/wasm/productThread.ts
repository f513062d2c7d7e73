/**
 * What the threads of a product share, and what each of them does: it takes blocks of rows until none is left. Blocks begin at rows that are
 * multiples of those that the kernels group, so it does not matter for any digit who computes which, nor how many threads there are.
 */

/** What a thread gets when it starts. */
export interface ThreadWork {
  /** The place of the thread's own room for work. */
  readonly index: number;
  readonly modules: Readonly<Record<FloatName, WebAssembly.Module>>;
  readonly memory: WebAssembly.Memory;
  readonly control: Int32Array<SharedArrayBuffer>;
}

export type FloatName = 'f64' | 'f32';
export const floatNames: readonly FloatName[] = ['f64', 'f32'];

/** Where what is in the shared words. The operands are the parameters of `matrixProduct`, for all rows. */
export const word = {
  /** Changes with every product. */
  job: 0,
  /** Threads that are at it. */
  active: 1,
  /** Blocks that nobody has taken; below zero when all are. */
  remaining: 2,
  /** Not zero: the product is not wanted any more. */
  stop: 3,
  type: 4,
  blockCount: 5,
  blockRows: 6,
  left: 7,
  leftRow: 8,
  leftStep: 9,
  right: 10,
  rightStep: 11,
  rightColumn: 12,
  target: 13,
  targetRow: 14,
  rows: 15,
  columns: 16,
  depth: 17,
  work: 18,
  workBytes: 19,
  /** Not zero: a block was taken and not computed. */
  failed: 20,
} as const;
export const wordCount = 21;

export type Multiply = (...operands: readonly number[]) => void;

/** Takes blocks until none is left. */
export function takeBlocks(control: Int32Array, index: number, multiplies: readonly Multiply[]): void {
  Atomics.add(control, word.active, 1);
  try {
    for (;;) {
      const left = Atomics.sub(control, word.remaining, 1);
      if (left <= 0) return;
      const at = (name: keyof typeof word): number => control[word[name]];
      const first = (at('blockCount') - left) * at('blockRows');
      multiplies[at('type')](
        at('left') + first * at('leftRow'),
        at('leftRow'),
        at('leftStep'),
        at('right'),
        at('rightStep'),
        at('rightColumn'),
        at('target') + first * at('targetRow'),
        Math.min(at('blockRows'), at('rows') - first),
        at('columns'),
        at('depth'),
        0,
        at('work') + index * at('workBytes'),
      );
    }
  } catch (error) {
    // Before it counts as done: whoever waits for all looks at this next.
    Atomics.store(control, word.failed, 1);
    throw error;
  } finally {
    Atomics.sub(control, word.active, 1);
    Atomics.notify(control, word.active);
  }
}

/** The function of each type on the shared memory. */
export const multipliesOn = (
  { modules, memory }: Pick<ThreadWork, 'modules' | 'memory'>,
  checkpoint: () => void,
): readonly Multiply[] =>
  floatNames.map((name) => {
    const instance = new WebAssembly.Instance(modules[name], { env: { memory, f0: checkpoint } });
    return Object.values(instance.exports)[0] as Multiply;
  });

const stopped = new Error('the product is not wanted any more');

/** The life of a thread: waits for a product, helps with it, waits for the next. */
export function serveProducts({ index, control, ...work }: ThreadWork): never {
  const multiplies = multipliesOn(work, () => {
    if (Atomics.load(control, word.stop) !== 0) throw stopped;
  });
  for (let job = 0; ; job = Atomics.load(control, word.job)) {
    try {
      takeBlocks(control, index, multiplies);
    } catch (error) {
      if (error !== stopped) throw error;
    }
    Atomics.wait(control, word.job, job);
  }
}
