/** `permute_row_elements`: every row of a tensor in the order that the row of an index tensor gives. Theano 1.0.5. */
import { makeStorage } from '../../tensor/dtype.ts';
import { broadcastTo, fromStorage } from '../../tensor/ndarray.ts';
import { broadcastShapes } from '../../tensor/shape.ts';
import type { StaticLength } from '../tensorType.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';

export const permuteRowsEntry: OpEntry<{ readonly isInverse: boolean }> = {
  kind: 'permuteRows',
  infer: (_, [input, order]) => [{ dtype: input.dtype, shape: commonShape(input, order) }],
  evaluate: ({ isInverse }, [input, order], runner) => {
    const shape = broadcastShapes([input.shape, order.shape]);
    const values = broadcastTo(input, shape);
    const positions = broadcastTo(order, shape);
    const width = shape[shape.length - 1];
    runner.host.allocate(values.byteLength);
    const storage = makeStorage(input.dtype, values.size);
    for (let i = 0; i < values.size; i++) {
      const other = i - (i % width) + Number(positions.at(i));
      const [to, from] = isInverse ? [other, i] : [i, other];
      storage[to] = values.at(from) as never;
    }
    return [fromStorage(input.dtype, storage, shape)];
  },
  print: ({ isInverse }, { opText }) =>
    opText === 'plain' ? `PermuteRowElements{inverse=${isInverse ? 'True' : 'False'}}` : 'PermuteRowElements',
};

function commonShape(input: Variable, order: Variable): StaticLength[] {
  const ndim = Math.max(input.ndim, order.ndim);
  const at = ({ type: { shape } }: Variable, axis: number): StaticLength => {
    const own = axis - (ndim - shape.length);
    return own < 0 ? 1 : shape[own];
  };
  return Array.from({ length: ndim }, (_, axis) =>
    at(input, axis) === 1 && at(order, axis) === 1 ? 1 : null,
  );
}

/** The rows of `input` in the order of the rows of `order`; `isInverse` undoes it. */
export const permuteRows = (input: Variable, order: Variable, how = { isInverse: false }): Variable =>
  apply(permuteRowsEntry, how, [input, order])[0];
