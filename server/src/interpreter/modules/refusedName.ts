/**
 * What `from module import name` binds where the real module has `name` and ScanLens does not: the import works, because the program may
 * never come to using it; every use refuses, with the words of the module. `hasattr` and `module.name` refuse at once, as ever.
 */
import type { BinaryOperator } from '../../python/syntax.ts';
import { notSupported } from '../exceptions.ts';
import { defineType, operatorNames } from '../pyType.ts';
import { PyObject, type Value } from '../values.ts';

export class PyRefusedName extends PyObject {
  readonly message: string;

  constructor(message: string) {
    super();
    this.message = message;
  }
}

/** For statements that take nothing but classes of exceptions. */
export function refuseNamed(value: Value): void {
  if (value instanceof PyRefusedName) refuse(value);
}

const refuse = ({ message }: PyRefusedName): never => notSupported(message);

/** What is asked of a class, and what has no place of its own in the table of a type. */
const methods = [
  ...['__instancecheck__(value)', '__subclasscheck__(type)', '__mro_entries__(bases)'],
  ...['__next__()', '__round__(ndigits?)'],
];

const operators = Object.fromEntries(
  Object.keys(operatorNames).map((operator) => [operator, refuse]),
) as Readonly<Record<BinaryOperator, typeof refuse>>;

defineType<PyRefusedName>({
  name: 'refused',
  module: 'scanlens',
  class: PyRefusedName,
  methods: Object.fromEntries(methods.map((signature) => [signature, refuse])),
  binary: operators,
  reflected: operators,
  unary: { '-': refuse, '+': refuse, '~': refuse },
  compare: refuse,
  hash: refuse,
  repr: refuse,
  iterate: refuse,
  call: refuse,
  getItem: refuse,
  setItem: refuse,
  deleteItem: refuse,
  contains: refuse,
  length: refuse,
  bool: refuse,
  index: refuse,
  float: refuse,
  abs: refuse,
  enter: refuse,
  exit: refuse,
  getMissing: refuse,
  setAttribute: refuse,
});
