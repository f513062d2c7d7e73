/** `numbers`: the abstract classes that numbers belong to, those of the program's other modules too. */
import { defineModule } from '../../../nativeModule.ts';
import { complexType } from '../../../types/complexType.ts';
import { floatType, intType, longType } from '../../../types/numberTypes.ts';
import type { PyModule, PyType } from '../../../values.ts';
import { abstractScalarTypes } from '../../numpy/scalarTypes.ts';
import { abstractBuiltin, abstractMetaclass, register } from '../abstractClasses.ts';
import { decimalType } from '../decimal/decimalModule.ts';
import { libraryClass } from '../libraryClass.ts';
import { fractionType } from './fractionsModule.ts';

interface Row {
  readonly name: string;
  readonly base: string | null;
  /** Methods that subclasses have to write. */
  readonly abstract: readonly string[];
  readonly registered: readonly PyType[];
}

const arithmetic = [
  'add',
  'radd',
  'neg',
  'pos',
  'mul',
  'rmul',
  'truediv',
  'rtruediv',
  'pow',
  'rpow',
  'abs',
  'eq',
];
const ofReals = [
  'float',
  'trunc',
  'floor',
  'ceil',
  'round',
  'floordiv',
  'rfloordiv',
  'mod',
  'rmod',
  'lt',
  'le',
];
const ofIntegers = [
  'int',
  'pow',
  'lshift',
  'rlshift',
  'rshift',
  'rrshift',
  'and',
  'rand',
  'xor',
  'rxor',
  'or',
  'ror',
];

const rows = (): readonly Row[] => {
  const { integer, floating, complexfloating } = abstractScalarTypes;
  return [
    { name: 'Number', base: null, abstract: [], registered: [decimalType] },
    {
      name: 'Complex',
      base: 'Number',
      abstract: ['complex', ...arithmetic],
      registered: [complexType, complexfloating!],
    },
    { name: 'Real', base: 'Complex', abstract: ofReals, registered: [floatType, floating!] },
    { name: 'Rational', base: 'Real', abstract: [], registered: [fractionType] },
    {
      name: 'Integral',
      base: 'Rational',
      abstract: [...ofIntegers, 'invert'],
      registered: [intType, longType, integer!],
    },
  ];
};

/** One set of classes per interpreter. */
export const numbersModule = (): PyModule => {
  const made = new Map<string, PyType>();
  for (const { name, base, abstract, registered } of rows()) {
    const values = abstract.map(
      (each) => [`__${each}__`, abstractBuiltin(`__${each}__(*args)`, () => null)] as const,
    );
    const type = libraryClass({
      name,
      module: 'numbers',
      metaclass: abstractMetaclass,
      ...(base === null ? {} : { bases: [made.get(base)!] }),
      values: { ...Object.fromEntries(values), ...(name === 'Number' ? { __hash__: null } : {}) },
    });
    register(type, ...registered);
    made.set(name, type);
  }
  return defineModule({ name: 'numbers', values: Object.fromEntries(made) });
};
