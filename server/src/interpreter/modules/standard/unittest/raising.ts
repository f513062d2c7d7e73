/** `assertRaises` and `assertRaisesRegex`: as a context manager, or around a call. */
import { asPythonException, raiseTypeError } from '../../../exceptions.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { str } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { PyObject, PyTuple, PyType, type Value } from '../../../values.ts';
import { isSubclassOf } from '../../builtinInspection.ts';
import { failWith, messageOf, patternOf, search } from './assertions.ts';

class PyExpectation extends PyObject {
  readonly test: PyObject;
  readonly expected: Value;
  readonly pattern: Value;
  message: Value = null;
  /** The callable that has to raise. */
  callee: Value = null;
  exception: Value = null;

  constructor(test: PyObject, expected: Value, pattern: Value) {
    super();
    this.test = test;
    this.expected = expected;
    this.pattern = pattern;
  }
}

function expectedName(expected: Value): string {
  if (expected instanceof PyType) return expected.name;
  return str(expected);
}

function leave(self: PyExpectation, type: Value, value: Value): boolean {
  if (type === null) {
    const by =
      self.callee === null ? '' : ` by ${str(tryGetAttribute(self.callee, '__name__') ?? self.callee)}`;
    const text = `${expectedName(self.expected)} not raised${by}`;
    failWith(self.test, messageOf(self.test, text, self.message));
  }
  if (!isSubclassOf(type, self.expected)) return false;
  self.exception = value;
  if (self.pattern === null || search(self.pattern, str(value)) !== null) return true;
  const text = `"${str(getAttribute(self.pattern, 'pattern'))}" does not match "${str(value)}"`;
  return failWith(self.test, messageOf(self.test, text, self.message));
}

defineType<PyExpectation>({
  name: '_AssertRaisesContext',
  module: 'unittest.case',
  class: PyExpectation,
  attributes: {
    exception: (self) => self.exception,
    expected: (self) => self.expected,
    msg: (self) => self.message,
  },
  enter: (self) => self,
  exit: leave,
});

function checkExpected(expected: Value, name: string): void {
  const types = expected instanceof PyTuple ? toArray(expected) : [expected];
  const isFit = (type: Value): boolean =>
    type instanceof PyType && type.mro.some((each) => each.name === 'BaseException' && each.isNative);
  if (!types.every(isFit)) {
    raiseTypeError(`${name}() arg 1 must be an exception type or tuple of exception types`);
  }
}

/** Checks a call, or gives the context manager where there is none. */
function handle(
  context: PyExpectation,
  name: string,
  args: readonly Value[],
  given: Map<string, Value>,
): Value {
  checkExpected(context.expected, name);
  const [callee, ...rest] = args;
  if (callee === undefined) {
    context.message = given.get('msg') ?? null;
    return context;
  }
  context.callee = callee;
  try {
    call(callee, rest, given);
  } catch (error) {
    const raised = asPythonException(error);
    if (!raised || !leave(context, raised.value.cls!, raised.value)) throw error;
    return null;
  }
  leave(context, null, null);
  return null;
}

export const raisingAssertions = {
  'assertRaises(expected_exception, *args, **kwargs)': (
    self: PyObject,
    expected: Value,
    args: Value[],
    given: Map<string, Value>,
  ) => handle(new PyExpectation(self, expected, null), 'assertRaises', args, given),
  'assertRaisesRegex(expected_exception, expected_regex, *args, **kwargs)': (
    self: PyObject,
    expected: Value,
    ...[pattern, args, given]: [Value, Value[], Map<string, Value>]
  ) => handle(new PyExpectation(self, expected, patternOf(pattern)), 'assertRaisesRegex', args, given),
};
