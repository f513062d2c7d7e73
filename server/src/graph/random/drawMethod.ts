/** The form of what a random op does with its generator. */
import type { NDArray } from '../../tensor/ndarray.ts';
import type { DrawSource } from '../../tensor/random/drawing.ts';
import type { Shape } from '../../tensor/shape.ts';

/** Draws an array; the parameters broadcast, `size` is null where their shape decides. */
export type DrawMethod = (source: DrawSource, args: readonly NDArray[], size: Shape | null) => NDArray;
