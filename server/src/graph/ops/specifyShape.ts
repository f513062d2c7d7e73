/**
 * `SpecifyShape` where lengths are variables, and Theano's, which checks when the function runs and tells the type nothing. Lengths
 * that are numbers are `rebroadcast` (dimShuffle.ts) in the newer libraries.
 */
import { EngineError } from '../../tensor/engineError.ts';
import { printShape } from '../../tensor/shape.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';

interface SpecifyShapeParams {
  /** For which axes the lengths are, one after another. */
  readonly axes: readonly number[];
}

export const specifyShapeEntry: OpEntry<SpecifyShapeParams> = {
  kind: 'specifyShape',
  infer: (_, [input]) => [input.type],
  evaluate: ({ axes }, [input, ...lengths], _, { inputs: [variable] }) => {
    const wanted = new Map(axes.map((axis, i) => [axis, Number(lengths[i]!.at(0))]));
    if (axes.every((axis) => input.shape[axis] === wanted.get(axis))) return [input];
    const expected = input.shape.map((_length, axis) => wanted.get(axis) ?? 'None');
    if (variable.context.dialect.specifiedShapes === 'typed') {
      const text = `${expected.join(', ')}${expected.length === 1 ? ',' : ''}`;
      throw new EngineError(
        'AssertionError',
        `SpecifyShape: Got shape ${printShape(input.shape)}, expected (${text}).`,
      );
    }
    const dtype = lengths.every((length) => length.dtype === 'int32') ? ', dtype=int32' : '';
    throw new EngineError(
      'AssertionError',
      `('got shape', ${printShape(input.shape)}, 'expected', array([${expected.join(', ')}]${dtype}))`,
    );
  },
  print: () => 'SpecifyShape',
};

/** Checks the lengths of some axes when the function runs. */
export const withShape = (
  variable: Variable,
  axes: readonly number[],
  lengths: readonly Variable[],
): Variable => apply(specifyShapeEntry, { axes }, [variable, ...lengths])[0]!;
