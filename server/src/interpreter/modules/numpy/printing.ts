/** How arrays print in the running program: `np.set_printoptions`, `np.printoptions`, `np.array2string`. */
import type { NDArray } from '../../../tensor/ndarray.ts';
import { arrayRepr, arrayText, defaultPrintSettings, type PrintSettings } from '../../../tensor/text.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { defineType } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { type Keywords, PyObject, type Value } from '../../values.ts';
import { integerOf } from './arguments.ts';
import { arrayOf, numpyVersion } from './conversion.ts';

const states = new WeakMap<object, PrintSettings>();

const settings = (): PrintSettings => states.get(runtime()) ?? defaultPrintSettings;

/** `repr(array)` as the program has set it. */
export const reprOfArray = (array: NDArray): string => arrayRepr(array, numpyVersion(), settings());

/** `str(array)` as the program has set it. */
export const textOfArray = (array: NDArray): string => arrayText(array, numpyVersion(), settings());

/** Options that NumPy has and the text does not follow; their defaults may be given. */
const fixedOptions: Readonly<Record<string, readonly Value[]>> = {
  formatter: [],
  sign: ['-'],
  floatmode: ['maxprec'],
  legacy: [false],
  nanstr: ['nan'],
  infstr: ['inf'],
  override_repr: [],
};

type Change = { -readonly [Key in keyof PrintSettings]?: PrintSettings[Key] };

function changeOf(name: string, value: Value): Change {
  switch (name) {
    case 'precision':
      return { precision: integerOf(value) };
    case 'threshold':
      return { threshold: toFloat(value) };
    case 'edgeitems':
      return { edgeItems: integerOf(value) };
    case 'linewidth':
      return { lineWidth: toFloat(value) };
    case 'suppress':
      return { suppress: isTrue(value) };
    default:
      return fixedOption(name, value);
  }
}

function fixedOption(name: string, value: Value): Change {
  const allowed = fixedOptions[name];
  if (!allowed) raiseTypeError(`set_printoptions() got an unexpected keyword argument '${name}'`);
  return allowed.includes(value) ? {} : notSupported(`the argument ${name} of numpy.set_printoptions`);
}

const positionalNames = ['precision', 'threshold', 'edgeitems', 'linewidth', 'suppress'];

/** What `np.set_printoptions(…)` and `np.printoptions(…)` are given. */
function changesOf(args: readonly Value[], keywords: Keywords): Change {
  const given: [string, Value][] = [
    ...args.map((value, i): [string, Value] => [positionalNames[i] ?? 'too many', value]),
    ...(keywords ?? []),
  ];
  return Object.assign(
    {},
    ...given.filter(([, value]) => value !== null).map(([name, value]) => changeOf(name, value)),
  );
}

/** `np.set_printoptions(…)`. */
export function setPrintOptions(args: readonly Value[], keywords: Keywords): Value {
  states.set(runtime(), { ...settings(), ...changesOf(args, keywords) });
  return null;
}

class PrintOptions extends PyObject {
  readonly changes: Change;
  outer: PrintSettings | null = null;
  constructor(changes: Change) {
    super();
    this.changes = changes;
  }
}

/** The context manager `np.printoptions`. */
export const printOptionsType = defineType<PrintOptions>({
  name: 'printoptions',
  module: 'numpy',
  class: PrintOptions,
  create: (_type, args, keywords) => new PrintOptions(changesOf(args, keywords)),
  enter: (self) => {
    self.outer = settings();
    states.set(runtime(), { ...self.outer, ...self.changes });
    return optionsDict();
  },
  exit: (self) => {
    if (self.outer) states.set(runtime(), self.outer);
    return null;
  },
});

function optionsDict(): PyDict {
  const { precision, threshold, edgeItems, lineWidth, suppress } = settings();
  return PyDict.from([
    ['edgeitems', edgeItems],
    ['threshold', threshold],
    ['precision', precision],
    ['linewidth', lineWidth],
    ['suppress', suppress],
  ]);
}

/** Functions of the module. */
export const printFunctions = {
  'array_repr(arr)': (value: Value) => reprOfArray(arrayOf(value)),
  'array_str(a)': (value: Value) => textOfArray(arrayOf(value)),
  'array2string(a)': (value: Value) => textOfArray(arrayOf(value)),
};
