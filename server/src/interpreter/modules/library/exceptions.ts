/** The exception classes that the libraries add, by the name that the engine uses. */
import type { LibraryName } from '../../../graph/dialects.ts';
import { defineException, engineExceptionTypes, exceptionType } from '../../exceptions.ts';

export const libraryExceptions = new Map([
  ['MissingInputError', defineException('MissingInputError', 'theano.gof.fg')],
  ['UnusedInputError', defineException('UnusedInputError', 'theano.compile.function_module')],
  [
    'DisconnectedInputError',
    defineException('DisconnectedInputError', 'theano.gradient', exceptionType('ValueError')),
  ],
  ['NullTypeGradError', defineException('NullTypeGradError', 'theano.gradient', exceptionType('TypeError'))],
  [
    'ComplexError',
    defineException('ComplexError', 'theano.scalar.basic', exceptionType('NotImplementedError')),
  ],
  ['MethodNotDefined', defineException('MethodNotDefined', 'theano.gof.utils')],
  ['AsTensorError', defineException('AsTensorError', 'theano.tensor.var', exceptionType('TypeError'))],
]);
for (const [name, type] of libraryExceptions) engineExceptionTypes.set(name, type);

/** Where the newer libraries define them, if not at the same place. */
const otherHomes: Readonly<Record<string, Readonly<Record<LibraryName, string>>>> = {
  MissingInputError: { theano: 'gof.fg', aesara: 'graph.utils', pytensor: 'graph.utils' },
  MethodNotDefined: { theano: 'gof.utils', aesara: 'graph.utils', pytensor: 'graph.utils' },
  UnusedInputError: {
    theano: 'compile.function_module',
    aesara: 'compile.function.types',
    pytensor: 'compile.rebuild',
  },
};

/** Tracebacks name an exception with its module. Called when the package is made. */
export function placeExceptions(library: LibraryName): void {
  for (const [name, type] of libraryExceptions) {
    const home = otherHomes[name]?.[library] ?? type.module.slice(type.module.indexOf('.') + 1);
    type.module = `${library}.${home}`;
  }
}
