/** `pprint`; the layout is in `prettyPrinter.ts`. */
import { raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { defineType } from '../../../pyType.ts';
import { builtin } from '../../../signature.ts';
import { type PyModule, PyObject, type Value } from '../../../values.ts';
import { printFunction } from '../../builtins.ts';
import { type PrettyOptions, PrettyPrinter } from './prettyPrinter.ts';

class PyPrettyPrinter extends PyObject {
  options: PrettyOptions = optionsOf(new Map());
  stream: Value = null;
}

/** The options of a call; raises ValueError for those that make no sense. */
function optionsOf(given: ReadonlyMap<string, Value>): PrettyOptions {
  const number = (name: string, missing: number): number => {
    const value = given.get(name);
    return value === undefined ? missing : sizeOf(value);
  };
  const holds = (name: string, { missing }: { readonly missing: boolean }): boolean => {
    const value = given.get(name);
    return value === undefined ? missing : isTrue(value);
  };
  const depth = given.get('depth') ?? null;
  const options: PrettyOptions = {
    indent: number('indent', 1),
    width: number('width', 80),
    depth: depth === null ? null : sizeOf(depth),
    isCompact: holds('compact', { missing: false }),
    sortsDicts: holds('sort_dicts', { missing: true }),
    underscoresNumbers: holds('underscore_numbers', { missing: false }),
  };
  if (options.indent < 0) raiseValueError('indent must be >= 0');
  if (options.depth !== null && options.depth <= 0) raiseValueError('depth must be > 0');
  if (options.width === 0) raiseValueError('width must be != 0');
  return options;
}

const show = (text: string, stream: Value): null => {
  call(printFunction, [text], stream === null ? null : new Map([['file', stream]]));
  return null;
};

/** Reads `stream, indent, width, depth, *, …` into a map. */
const readOptions = builtin(
  'PrettyPrinter(indent?, width?, depth?, stream?, *, compact?, sort_dicts?, underscore_numbers?)',
  (...values: (Value | undefined)[]) => {
    const names = ['indent', 'width', 'depth', 'stream', 'compact', 'sort_dicts', 'underscore_numbers'];
    return new Map(
      names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]!]])),
    );
  },
);

const prettyPrinterType = defineType<PyPrettyPrinter>({
  name: 'PrettyPrinter',
  module: 'pprint',
  class: PyPrettyPrinter,
  create: (type) => {
    const made = new PyPrettyPrinter();
    if (type !== prettyPrinterType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const options = readOptions.call(args, keywords) as Map<string, Value>;
    self.options = optionsOf(options);
    self.stream = options.get('stream') ?? null;
  },
  methods: {
    'pprint(object)': (self: PyPrettyPrinter, value: Value) =>
      show(new PrettyPrinter(self.options).format(value), self.stream),
    'pformat(object)': (self: PyPrettyPrinter, value: Value) => new PrettyPrinter(self.options).format(value),
    'isreadable(object)': (self: PyPrettyPrinter, value: Value) => isReadable(value, self.options),
    'isrecursive(object)': (self: PyPrettyPrinter, value: Value) => isRecursive(value, self.options),
  },
});

function isReadable(value: Value, options: PrettyOptions): boolean {
  const printer = new PrettyPrinter({ ...options, width: Number.POSITIVE_INFINITY });
  printer.format(value);
  return printer.isReadable;
}

function isRecursive(value: Value, options: PrettyOptions): boolean {
  const printer = new PrettyPrinter({ ...options, width: Number.POSITIVE_INFINITY });
  printer.format(value);
  return printer.isRecursive;
}

const defaults = optionsOf(new Map());

/** The parameters of the functions, which take the stream first. */
const positional = ['stream', 'indent', 'width', 'depth'];

function prettyPrint(value: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>): null {
  const given = new Map([...args.map((arg, index) => [positional[index] ?? '', arg] as const), ...keywords]);
  const options = readOptions.call([], given) as Map<string, Value>;
  return show(new PrettyPrinter(optionsOf(options)).format(value), options.get('stream') ?? null);
}

export const pprintModule = (): PyModule =>
  defineModule({
    name: 'pprint',
    only: { python3: ['pp'] },
    values: { PrettyPrinter: prettyPrinterType },
    functions: {
      'pprint(object, *args, **options)': (value: Value, args: Value[], options: Map<string, Value>) =>
        prettyPrint(value, args, options),
      'pp(object, *args, **options)': (value: Value, args: Value[], options: Map<string, Value>) =>
        prettyPrint(value, args, new Map([['sort_dicts', false], ...options])),
      'pformat(object, *args, **options)': (value: Value, args: Value[], options: Map<string, Value>) =>
        new PrettyPrinter(optionsOf(readOptions.call(args, options) as Map<string, Value>)).format(value),
      'isreadable(object)': (value: Value) => isReadable(value, defaults),
      'isrecursive(object)': (value: Value) => isRecursive(value, defaults),
      'saferepr(object)': (value: Value) =>
        new PrettyPrinter({ ...defaults, width: Number.POSITIVE_INFINITY }).format(value),
    },
  });
