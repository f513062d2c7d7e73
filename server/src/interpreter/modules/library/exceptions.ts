/** The exception classes that the libraries add, by the name that the engine uses. */
import type { LibraryName, PerLibrary } from '../../../graph/dialects.ts';
import { defineException, engineExceptionTypes, exceptionType } from '../../exceptions.ts';
import type { PyType } from '../../values.ts';

/** Where each library defines them. */
const homes = {
  MissingInputError: { theano: 'gof.fg', aesara: 'graph.utils', pytensor: 'graph.utils' },
  UnusedInputError: {
    theano: 'compile.function_module',
    aesara: 'compile.function.types',
    pytensor: 'compile.rebuild',
  },
  DisconnectedInputError: { theano: 'gradient', aesara: 'gradient', pytensor: 'gradient' },
  NullTypeGradError: { theano: 'gradient', aesara: 'gradient', pytensor: 'gradient' },
  ComplexError: { theano: 'scalar.basic', aesara: 'scalar.basic', pytensor: 'scalar.basic' },
  MethodNotDefined: { theano: 'gof.utils', aesara: 'graph.utils', pytensor: 'graph.utils' },
  NotScalarConstantError: {
    theano: 'tensor.basic',
    aesara: 'tensor.exceptions',
    pytensor: 'tensor.exceptions',
  },
  AsTensorError: { theano: 'tensor.var', aesara: 'tensor.var', pytensor: 'tensor.variable' },
} as const satisfies Readonly<Record<string, PerLibrary<string>>>;

const bases: Readonly<Partial<Record<keyof typeof homes, string>>> = {
  DisconnectedInputError: 'ValueError',
  NullTypeGradError: 'TypeError',
  ComplexError: 'NotImplementedError',
  AsTensorError: 'TypeError',
};

export const libraryExceptions: ReadonlyMap<string, PyType> = new Map(
  (Object.keys(homes) as (keyof typeof homes)[]).map((name) => [
    name,
    defineException(name, '', exceptionType(bases[name] ?? 'Exception')),
  ]),
);
for (const [name, type] of libraryExceptions) engineExceptionTypes.set(name, type);

/** The classes are the same for all libraries, whichever raises them; they are shown as those of the one imported last. */
export function placeExceptions(library: LibraryName): void {
  for (const [name, home] of Object.entries(homes))
    libraryExceptions.get(name)!.module = `${library}.${home[library]}`;
}
