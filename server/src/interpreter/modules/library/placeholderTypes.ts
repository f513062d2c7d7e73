/** `NullType`, `DisconnectedType` and their variables: `gradient.py` and `null_type.py` of the libraries. */

import { dialects, type LibraryName, type PerLibrary } from '../../../graph/dialects.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { equality } from '../../equality.ts';
import { raiseValueError } from '../../exceptions.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { str } from '../../protocols/text.ts';
import { chooseTypeBy, defineType } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import type { Create, PyType, Value } from '../../values.ts';
import {
  PlaceholderType,
  PlaceholderVariable,
  placeholderName,
  refuseComputing,
} from './gradientPlaceholders.ts';
import { contextOf } from './libraryContext.ts';
import { variableType } from './plainVariable.ts';
import { nameArgument } from './tensorTypeObject.ts';

type Missing = Value | undefined;

const refuseValue = (self: PlaceholderType): never =>
  self.reason === null
    ? raiseAssertion(
        "If you're assigning to a DisconnectedType you're doing something wrong. It should only be used as a symbolic placeholder.",
      )
    : raiseValueError('No values may be assigned to a NullType');

const raiseAssertion = (text: string): never => {
  throw new EngineError('AssertionError', text);
};

function refuseComparison(self: PlaceholderType): never {
  if (self.reason !== null) return raiseValueError('NullType has no values to compare');
  return raiseAssertion(
    "If you're assigning to a DisconnectedType you're doing something wrong. It should only be used as a symbolic placeholder.",
  );
}

const made = (self: PlaceholderType, name: Missing): PlaceholderVariable =>
  new PlaceholderVariable(self, nameArgument(name));

const placeholderType = defineType<PlaceholderType>({
  name: 'Type',
  module: 'theano.gof.type',
  class: PlaceholderType,
  methods: {
    'filter(data, strict?, allow_downcast?)': refuseValue,
    'filter_variable(other, allow_convert?)': refuseValue,
    'values_eq(a, b, force_same_dtype?)': refuseComparison,
    'is_valid_value(data, strict?)': (self: PlaceholderType) =>
      self.reason === null ? refuseValue(self) : false,
    'make_variable(name?)': made,
  },
  call: (self, args) => made(self, args[0]),
  compare: equality((self, other) => {
    const areNull = self.reason !== null && other instanceof PlaceholderType && other.reason !== null;
    return self === other || areNull;
  }),
  hash: (self) => (self.reason === null ? identityOf(self) : 1),
  repr: (self) =>
    `<${homes[self.context.dialect.library][placeholderName(self)]}.${placeholderName(self)} object at 0x${identityOf(self).toString(16).padStart(12, '0')}>`,
  str: placeholderName,
});

const homes: PerLibrary<Readonly<Record<string, string>>> = {
  theano: { NullType: 'theano.gof.null_type', DisconnectedType: 'theano.gradient' },
  aesara: { NullType: 'aesara.graph.null_type', DisconnectedType: 'aesara.gradient' },
  pytensor: { NullType: 'pytensor.graph.null_type', DisconnectedType: 'pytensor.gradient' },
};

interface PlaceholderTypes {
  readonly NullType: PyType;
  readonly DisconnectedType: PyType;
  readonly variable: PyType;
}

function typesFor(library: LibraryName): PlaceholderTypes {
  const make = (name: 'NullType' | 'DisconnectedType', signature: string, body: NativeBody): PyType => {
    const create: Create = (_, args, keywords) => builtin(signature, body).call(args, keywords);
    const bases = [placeholderType];
    return defineType({ name, module: homes[library][name]!, bases, create, ...attributesOf(name) });
  };
  return {
    NullType: make('NullType', 'NullType(why_null?)', (reason: Missing) => {
      const text = reason === undefined ? '(no explanation given)' : (asText(reason) ?? str(reason));
      return new PlaceholderType(contextOf(library), text);
    }),
    DisconnectedType: make(
      'DisconnectedType',
      'DisconnectedType()',
      () => new PlaceholderType(contextOf(library), null),
    ),
    variable: defineType({
      name: 'Variable',
      module: dialects[library].placeholderHome,
      bases: [variableType],
      ...variableDefinition,
    }),
  };
}

const attributesOf = (name: 'NullType' | 'DisconnectedType') =>
  name === 'NullType' ? { attributes: { why_null: (self: PlaceholderType) => self.reason } } : {};

const variableDefinition = {
  attributes: {
    type: (self: PlaceholderVariable): Value => self.type,
    owner: () => null,
    index: () => null,
  },
  methods: {
    'clone(name?)': (self: PlaceholderVariable, name: Missing) =>
      new PlaceholderVariable(self.type, name === undefined ? self.name : nameArgument(name)),
    'eval(inputs_to_values?)': refuseComputing,
  },
  repr: (self: PlaceholderVariable) => self.name ?? `<${placeholderName(self.type)}>`,
} as const;

const types: PerLibrary<PlaceholderTypes> = {
  theano: typesFor('theano'),
  aesara: typesFor('aesara'),
  pytensor: typesFor('pytensor'),
};

chooseTypeBy(PlaceholderType, (value) => types[value.context.dialect.library][placeholderName(value)]);
chooseTypeBy(PlaceholderVariable, (value) => types[value.context.dialect.library].variable);

/** The two types under their names, and the one value of each that the libraries have. */
export function placeholderNames(context: GraphContext): ReadonlyMap<string, Value> {
  const { NullType, DisconnectedType } = types[context.dialect.library];
  return new Map<string, Value>([
    ['NullType', NullType],
    ['DisconnectedType', DisconnectedType],
    ['null_type', new PlaceholderType(context, '(no explanation given)')],
    ['disconnected_type', new PlaceholderType(context, null)],
  ]);
}
