/** `__future__`: features that are always on need nothing; `division` and `unicode_literals` are read by the compiler. */
import { defineModule } from '../../nativeModule.ts';
import type { InterpreterOptions } from '../../options.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { PyList, type PyModule, PyObject, PyTuple, type Value } from '../../values.ts';

type Release = readonly [number, number, number, string, number];

class PyFeature extends PyObject {
  readonly optional: Release;
  readonly mandatory: Release | null;
  readonly flag: number;
  constructor(optional: Release, mandatory: Release | null, flag: number) {
    super();
    this.optional = optional;
    this.mandatory = mandatory;
    this.flag = flag;
  }
}

const release = (given: Release | null): Value => (given === null ? null : new PyTuple([...given]));

defineType<PyFeature>({
  name: '_Feature',
  module: '__future__',
  class: PyFeature,
  attributes: {
    optional: (self) => release(self.optional),
    mandatory: (self) => release(self.mandatory),
    compiler_flag: (self) => self.flag,
  },
  methods: {
    'getOptionalRelease()': (self: PyFeature) => release(self.optional),
    'getMandatoryRelease()': (self: PyFeature) => release(self.mandatory),
  },
  repr: (self) => `_Feature(${repr(release(self.optional))}, ${repr(release(self.mandatory))}, ${self.flag})`,
});

const features: Readonly<Record<string, readonly [Release, Release | null, number]>> = {
  nested_scopes: [[2, 1, 0, 'beta', 1], [2, 2, 0, 'alpha', 0], 16],
  generators: [[2, 2, 0, 'alpha', 1], [2, 3, 0, 'final', 0], 0],
  division: [[2, 2, 0, 'alpha', 2], [3, 0, 0, 'alpha', 0], 131072],
  absolute_import: [[2, 5, 0, 'alpha', 1], [3, 0, 0, 'alpha', 0], 262144],
  with_statement: [[2, 5, 0, 'alpha', 1], [2, 6, 0, 'alpha', 0], 524288],
  print_function: [[2, 6, 0, 'alpha', 2], [3, 0, 0, 'alpha', 0], 1048576],
  unicode_literals: [[2, 6, 0, 'alpha', 2], [3, 0, 0, 'alpha', 0], 2097152],
  barry_as_FLUFL: [[3, 1, 0, 'alpha', 2], [4, 0, 0, 'alpha', 0], 4194304],
  generator_stop: [[3, 5, 0, 'beta', 1], [3, 7, 0, 'alpha', 0], 8388608],
  annotations: [[3, 7, 0, 'beta', 1], null, 16777216],
};

const notInPython2 = ['barry_as_FLUFL', 'generator_stop', 'annotations'];

export const futureModule = ({ python }: InterpreterOptions): PyModule => {
  const names = Object.keys(features).filter((name) => python === 3 || !notInPython2.includes(name));
  return defineModule({
    name: '__future__',
    values: {
      all_feature_names: new PyList(names),
      ...Object.fromEntries(names.map((name) => [name, new PyFeature(...features[name]!)])),
    },
  });
};
