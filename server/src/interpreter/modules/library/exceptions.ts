/** The exception classes that the libraries add, by the name that the engine uses. */
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
