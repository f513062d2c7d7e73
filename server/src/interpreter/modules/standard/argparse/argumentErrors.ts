/** The exceptions of `argparse`. */
import { exceptionType, PythonException } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { str } from '../../../protocols/text.ts';
import type { PyExceptionValue, PyObject, PyType, Value } from '../../../values.ts';
import { field, libraryClass, setField } from '../libraryClass.ts';
import { actionName, PyAction } from './actions.ts';

/** `ArgumentError(argument, message)`: one set of classes per interpreter. */
export interface ArgumentErrors {
  readonly argumentError: PyType;
  readonly argumentTypeError: PyType;
}

export const argumentErrors = (): ArgumentErrors => ({
  argumentError: libraryClass({
    name: 'ArgumentError',
    module: 'argparse',
    bases: [exceptionType('Exception')],
    methods: {
      '__init__(argument, message)': (self: PyObject, argument: Value, message: Value) => {
        setField(self, 'argument_name', argument instanceof PyAction ? actionName(argument) : null);
        setField(self, 'message', message);
        return null;
      },
      '__str__()': (self: PyObject) => {
        const name = field(self, 'argument_name');
        const message = str(field(self, 'message'));
        return name === null ? message : `argument ${str(name)}: ${message}`;
      },
    },
  }),
  argumentTypeError: libraryClass({
    name: 'ArgumentTypeError',
    module: 'argparse',
    bases: [exceptionType('Exception')],
  }),
});

/** Throws an ArgumentError. */
export function raiseArgumentError(type: PyType, action: PyAction | null, message: string): never {
  throw new PythonException(call(type, [action, message]) as PyExceptionValue);
}
