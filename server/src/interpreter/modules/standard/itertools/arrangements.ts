/**
 * Products, permutations and combinations of `itertools`, in the order of CPython: each keeps the indices of what it gave
 * last and moves them on. From the equivalent code in the documentation of `itertools`.
 */
import { runtime } from '../../../runtime.ts';
import { type Next, PyTuple, type Value } from '../../../values.ts';

const chosen = (pool: readonly Value[], indices: readonly number[]): PyTuple =>
  new PyTuple(indices.map((index) => pool[index]!));

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** Gives what `current` says, then what it says after each `advance`, until that answers false. */
function stepwise(current: () => PyTuple, advance: () => boolean): Next {
  let state: 'new' | 'running' | 'done' = 'new';
  return () => {
    if (state === 'done') return undefined;
    runtime().checkpoint();
    if (state === 'new') state = 'running';
    else if (!advance()) {
      state = 'done';
      return undefined;
    }
    return current();
  };
}

const nothing: Next = () => undefined;

/** The Cartesian product: the last pool turns fastest. */
export function product(pools: readonly (readonly Value[])[]): Next {
  if (pools.some((pool) => pool.length === 0)) return nothing;
  const indices = pools.map(() => 0);
  return stepwise(
    () => new PyTuple(indices.map((index, place) => pools[place]![index]!)),
    () => {
      for (let place = pools.length - 1; place >= 0; place--) {
        if (++indices[place]! < pools[place]!.length) return true;
        indices[place] = 0;
      }
      return false;
    },
  );
}

/** Ordered choices of `size` elements. */
export function permutations(pool: readonly Value[], size: number): Next {
  const { length } = pool;
  if (size > length) return nothing;
  const indices = range(length);
  const cycles = range(size).map((place) => length - place);
  return stepwise(
    () => chosen(pool, indices.slice(0, size)),
    () => {
      for (let place = size - 1; place >= 0; place--) {
        if (--cycles[place]! === 0) {
          indices.push(...indices.splice(place, 1));
          cycles[place] = length - place;
        } else {
          const other = length - cycles[place]!;
          [indices[place], indices[other]] = [indices[other]!, indices[place]!];
          return true;
        }
      }
      return false;
    },
  );
}

/** Choices of `size` elements in the order of the pool. */
export function combinations(pool: readonly Value[], size: number): Next {
  const { length } = pool;
  if (size > length) return nothing;
  const indices = range(size);
  return stepwise(
    () => chosen(pool, indices),
    () => {
      let place = size - 1;
      while (place >= 0 && indices[place] === place + length - size) place--;
      if (place < 0) return false;
      indices[place]!++;
      for (let after = place + 1; after < size; after++) indices[after] = indices[after - 1]! + 1;
      return true;
    },
  );
}

/** The same where an element may be chosen again. */
export function combinationsWithReplacement(pool: readonly Value[], size: number): Next {
  const { length } = pool;
  if (length === 0 && size > 0) return nothing;
  const indices = range(size).map(() => 0);
  return stepwise(
    () => chosen(pool, indices),
    () => {
      let place = size - 1;
      while (place >= 0 && indices[place] === length - 1) place--;
      if (place < 0) return false;
      indices.fill(indices[place]! + 1, place);
      return true;
    },
  );
}
