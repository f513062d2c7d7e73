/**
 * Ops that hand their first input on and look at values while a function runs: `Print` (Theano 1.0.5, `printing.py`) and
 * `Assert` (`tensor/opt.py`, `raise_op.py` of the newer libraries).
 */
import { EngineError, type EngineErrorType } from '../../tensor/engineError.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { OpEntry } from '../variable.ts';

export interface PrintParams {
  readonly message: string;
  /** The op as the library prints it. */
  readonly text: string;
  /** Shows a value to the person who runs the program. */
  readonly show: (value: NDArray) => void;
}

export const printEntry: OpEntry<PrintParams> = {
  kind: 'print',
  infer: (_, [input]) => [input.type],
  evaluate: ({ show }, [input]) => {
    show(input);
    return [input];
  },
  print: ({ text }) => text,
};

export interface AssertParams {
  /** The class of the exception. */
  readonly error: EngineErrorType;
  readonly message: string;
  readonly text: string;
}

export const assertEntry: OpEntry<AssertParams> = {
  kind: 'assert',
  infer: (_, [input, ...conditions]) => {
    if (conditions.some((condition) => condition.ndim > 0)) throw new EngineError('AssertionError');
    return [input.type];
  },
  evaluate: ({ error, message }, [input, ...conditions]) => {
    if (conditions.some((condition) => !condition.at(0))) throw new EngineError(error, message);
    return [input];
  },
  print: ({ text }) => text,
};
