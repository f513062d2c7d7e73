/** Numbers that are no tensors, and memory that nothing was written into: the libraries build indices and the buffers of scans of them. */
import { byteSize, type DType } from '../../tensor/dtype.ts';
import { zeros } from '../../tensor/ndarray.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';
import { constantLength } from './shapes.ts';

export const scalarFromTensorEntry: OpEntry<Record<string, never>> = {
  kind: 'scalarFromTensor',
  infer: (_, [input]) => [{ dtype: input.dtype, shape: [], isNumber: true }],
  evaluate: (_, [input]) => [input],
  print: () => 'ScalarFromTensor',
};

/** A tensor without axes as a plain number. */
export const scalarFromTensor = (input: Variable): Variable => apply(scalarFromTensorEntry, {}, [input])[0];

export const allocEmptyEntry: OpEntry<{ readonly dtype: DType }> = {
  kind: 'allocEmpty',
  infer: ({ dtype }, lengths) => [{ dtype, shape: lengths.map(constantLength) }],
  evaluate: ({ dtype }, lengths, runner) => {
    const shape = lengths.map((length) => Number(length.at(0)));
    runner.host.allocate(shape.reduce((product, length) => product * length, byteSize(dtype)));
    return [zeros(dtype, shape)];
  },
  print: ({ dtype }) => `AllocEmpty{dtype='${dtype}'}`,
};
