/** The types of iterators of ours: those that are only named, and classes that programs call (`zip`, `map`, …). */
import { exceptionType, raise } from '../exceptions.ts';
import { nextOf } from '../protocols/iteration.ts';
import { chooseTypeBy, defineType } from '../pyType.ts';
import { type Keywords, type Next, PyIterator, type PyType, type Value } from '../values.ts';

/** `next()` of Python 2's iterators. */
export const iteratorMethods = {
  'next()': (self: PyIterator) => {
    const item = self.next();
    return item === undefined ? raise(exceptionType('StopIteration')) : item;
  },
} as const;

const basics = {
  // A class of the program may have a `__next__` of its own.
  iterate: (self: PyIterator) => (self.cls === null || self.cls.isNative ? self.next : nextOf(self)!),
  next: (self: PyIterator) => self.next(),
  methods: iteratorMethods,
  only: { python2: ['next'] },
} as const;

const iteratorTypes = new Map<string, PyType>();

function iteratorType(name: string): PyType {
  const known = iteratorTypes.get(name);
  if (known) return known;
  const type = defineType<PyIterator>({ ...basics, name });
  iteratorTypes.set(name, type);
  return type;
}
chooseTypeBy(PyIterator, (self: PyIterator) => iteratorType(self.typeName));

/** A class whose instances iterate over what `start` gives; an iterator that `start` gives is the result as it is. */
export function iteratorClass(
  name: string,
  start: (args: readonly Value[], keywords: Keywords) => Next | Iterated,
): PyType {
  const type: PyType = defineType<PyIterator>({
    ...basics,
    name,
    constants: { __subclassable__: true },
    create: (cls, args, keywords) => {
      const next = start(args, keywords);
      if (next instanceof Iterated) return next.value;
      const made = new PyIterator(name, next);
      if (cls !== type) made.cls = cls;
      return made;
    },
  });
  iteratorTypes.set(name, type);
  return type;
}

/** What a value's own method gave. */
export class Iterated {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}
