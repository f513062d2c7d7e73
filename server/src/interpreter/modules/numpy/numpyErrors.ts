/** NumPy's own exception classes. Where they live, and so how a traceback names them, depends on its version. */
import type { DType } from '../../../tensor/dtype.ts';
import { defineException, engineExceptionTypes, exceptionType, raise } from '../../exceptions.ts';
import type { PyType } from '../../values.ts';
import { numpyVersion } from './conversion.ts';

interface NumpyExceptions {
  readonly axisError: PyType;
  readonly outputCasting: PyType;
  readonly linAlgError: PyType;
  readonly complexWarning: PyType;
}

function define(axisModule: string, core: string): NumpyExceptions {
  const axisError = defineException('AxisError', axisModule, exceptionType('ValueError'));
  axisError.bases = [exceptionType('ValueError'), exceptionType('IndexError')];
  const [value, ...rest] = exceptionType('ValueError').mro;
  const index = exceptionType('IndexError').mro.filter((type) => !rest.includes(type));
  axisError.mro = [axisError, value!, ...index, ...rest];
  const ufuncTypeError = defineException('UFuncTypeError', core, exceptionType('TypeError'));
  return {
    axisError,
    outputCasting: defineException('UFuncTypeError', core, ufuncTypeError),
    complexWarning: defineException('ComplexWarning', axisModule, exceptionType('RuntimeWarning')),
    linAlgError: defineException('LinAlgError', 'numpy.linalg', exceptionType('ValueError')),
  };
}

const byVersion = {
  1: define('numpy', 'numpy.core._exceptions'),
  2: define('numpy.exceptions', 'numpy._core._exceptions'),
};

/** The classes of the NumPy that the program meets. */
export const numpyExceptions = (numpy: 1 | 2): NumpyExceptions => byVersion[numpy];

/** Lets errors of the arrays become NumPy's classes. Called before every run: a program may meet
 * them without importing NumPy. */
export function installNumpyExceptions(numpy: 1 | 2): void {
  engineExceptionTypes.set('AxisError', byVersion[numpy].axisError);
  engineExceptionTypes.set('LinAlgError', byVersion[numpy].linAlgError);
}

/** A function has no loop for its operands; `types` as NumPy writes them. */
export function raiseNoLoop(ufunc: string, types: string): never {
  return raise(
    numpyExceptions(numpyVersion()).outputCasting,
    `ufunc '${ufunc}' did not contain a loop with signature matching types ${types} -> None`,
  );
}

/** An operand or a result of a ufunc may not be cast; `what` as NumPy names it: `ufunc 'add' output`. */
export function raiseCasting(what: string, cast: { from: DType; to: DType; casting: string }): never {
  return raise(
    numpyExceptions(numpyVersion()).outputCasting,
    `Cannot cast ${what} from dtype('${cast.from}') to dtype('${cast.to}') with casting rule '${cast.casting}'`,
  );
}

export const raiseAxisError = (message: string): never =>
  raise(numpyExceptions(numpyVersion()).axisError, message);
