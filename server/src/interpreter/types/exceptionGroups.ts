/** `BaseExceptionGroup` and `ExceptionGroup` (PEP 654): making, splitting and showing them. */
import { exceptionType, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { call, callMethodOfType } from '../protocols/calls.ts';
import { isTrue } from '../protocols/comparison.ts';
import { toArray } from '../protocols/iteration.ts';
import { defineType, isSubtype, lookupInType, typeOf } from '../pyType.ts';
import { PyExceptionValue, PyList, PyTuple, PyType, type Value } from '../values.ts';
import { asText } from './textValues.ts';

/** The exceptions that a group holds. */
const members = new WeakMap<PyExceptionValue, readonly PyExceptionValue[]>();

/** The members of a group; null for any other exception. */
export const membersOf = (value: PyExceptionValue): readonly PyExceptionValue[] | null =>
  members.get(value) ?? null;

function createGroup(type: PyType, args: readonly Value[]): PyExceptionValue {
  const [message, given] = args;
  if (args.length !== 2) {
    raiseTypeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  }
  if (asText(message!) === null) raiseTypeError(`argument 1 must be str, not ${typeOf(message!).name}`);
  if (
    !(given instanceof PyList || given instanceof PyTuple) &&
    lookupInType(typeOf(given!), '__getitem__') === undefined
  ) {
    raiseTypeError('second argument (exceptions) must be a sequence');
  }
  const items = toArray(given!);
  if (items.length === 0) raiseValueError('second argument (exceptions) must be a non-empty sequence');
  const exceptions = items.map((item, index) =>
    item instanceof PyExceptionValue
      ? item
      : raiseValueError(`Item ${index} of second argument (exceptions) is not an exception`),
  );
  const isPlain = exceptions.every((each) => isSubtype(typeOf(each), exceptionType('Exception')));
  if (type === exceptionGroupType && !isPlain) {
    raiseTypeError('Cannot nest BaseExceptions in an ExceptionGroup');
  }
  const made = new PyExceptionValue(
    type === baseExceptionGroupType && isPlain ? exceptionGroupType : type,
    args,
  );
  members.set(made, exceptions);
  return made;
}

/** Whether a member is meant: by class, by classes, or by what a function says of it. */
type Condition = (value: PyExceptionValue) => boolean;

/** The condition that `split`, `subgroup` and `except*` take. */
function conditionOf(given: Value): Condition {
  const types = given instanceof PyTuple ? given.items : [given];
  if (types.every((type) => type instanceof PyType)) {
    return (value) => types.some((type) => isSubtype(typeOf(value), type as PyType));
  }
  return (value) => isTrue(call(given, [value]));
}

function derive(group: PyExceptionValue, exceptions: readonly PyExceptionValue[]): PyExceptionValue {
  const made = callMethodOfType(group, 'derive', new PyList([...exceptions]));
  if (!(made instanceof PyExceptionValue))
    return raiseTypeError('derive must return an instance of BaseExceptionGroup');
  made.frames = [...group.frames];
  made.cause = group.cause;
  made.context = group.context;
  if (group.notes !== undefined) made.notes = group.notes;
  return made;
}

/** An exception in two: the part that is meant, and the rest; groups keep their structure. */
export function splitException(
  value: PyExceptionValue,
  isMeant: Condition,
): readonly [PyExceptionValue | null, PyExceptionValue | null] {
  if (isMeant(value)) return [value, null];
  const exceptions = membersOf(value);
  if (!exceptions) return [null, value];
  const parts = exceptions.map((each) => splitException(each, isMeant));
  const gather = (side: 0 | 1): PyExceptionValue | null => {
    const chosen = parts.flatMap((part) => part[side] ?? []);
    return chosen.length === 0 ? null : derive(value, chosen);
  };
  return [gather(0), gather(1)];
}

/** Like {@link splitException} for what stands behind `except*`. */
export const splitByType = (value: PyExceptionValue, type: Value) => splitException(value, conditionOf(type));

/** The group of these exceptions; without a message, as `except*` makes it. */
export const makeGroup = (exceptions: PyList | PyTuple): PyExceptionValue =>
  createGroup(baseExceptionGroupType, ['', exceptions]);

const messageOf = (self: PyExceptionValue): string => asText(self.args[0] ?? '') ?? '';

export const baseExceptionGroupType: PyType = defineType<PyExceptionValue>({
  name: 'BaseExceptionGroup',
  bases: [exceptionType('BaseException')],
  create: createGroup,
  constants: { __subclassable__: true },
  attributes: {
    message: messageOf,
    exceptions: (self) => new PyTuple(membersOf(self) ?? []),
  },
  str: (self) => {
    const count = membersOf(self)?.length ?? 0;
    return `${messageOf(self)} (${count} sub-exception${count === 1 ? '' : 's'})`;
  },
  methods: {
    'derive(excs, /)': (self: PyExceptionValue, exceptions: Value) =>
      createGroup(baseExceptionGroupType, [self.args[0]!, exceptions]),
    'split(condition, /)': (self: PyExceptionValue, condition: Value) =>
      new PyTuple([...splitException(self, conditionOf(condition))]),
    'subgroup(condition, /)': (self: PyExceptionValue, condition: Value) =>
      splitException(self, conditionOf(condition))[0],
  },
});

export const exceptionGroupType: PyType = defineType<PyExceptionValue>({
  name: 'ExceptionGroup',
  bases: [baseExceptionGroupType, exceptionType('Exception')],
  constants: { __subclassable__: true },
});
