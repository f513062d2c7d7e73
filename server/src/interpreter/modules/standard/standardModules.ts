/** The modules of Python's standard library that programs can import. */
import { defineModule } from '../../nativeModule.ts';
import type { ModuleFactory } from '../../options.ts';
import { setAttribute } from '../../protocols/attributes.ts';
import { typeType } from '../../pyType.ts';
import { PyType, type Value } from '../../values.ts';
import { builtinNames } from '../builtins.ts';
import { codecsModule } from '../files/codecsModule.ts';
import { fnmatchModule, globModule } from '../files/globModules.ts';
import { impModule, importlibModule } from '../files/importlibModule.ts';
import { osModule } from '../files/osModule.ts';
import { pathlibModule } from '../files/pathlibModule.ts';
import { collectionsModule } from './collectionsModule.ts';
import { copyModule } from './copyModule.ts';
import { dataclassesModule } from './dataclassesModule.ts';
import { functoolsModule, operatorModule } from './functoolsModule.ts';
import { itertoolsModule } from './itertoolsModule.ts';
import { mathModule } from './mathModule.ts';
import { loggingModule, warningsModule } from './messageModules.ts';
import { reModule } from './regex/reModule.ts';
import {
  futureModule,
  sixModule,
  sysModule,
  timeModule,
  typesModule,
  typingModule,
} from './systemModules.ts';

/** A module that exists in Python and of which ScanLens has nothing: importing works, using refuses by name. */
const refusedModule =
  (name: string): ModuleFactory =>
  () =>
    defineModule({ name, refused: '*' });

const refusedNames = [
  'random',
  'string',
  'json',
  'datetime',
  'enum',
  'pickle',
  'cPickle',
  'pprint',
  'contextlib',
  'inspect',
  'traceback',
  'statistics',
  'fractions',
  'decimal',
  'argparse',
  'timeit',
  'gc',
  'matplotlib',
];

/** A metaclass of its own, so that abstract classes are told apart. */
const abstractMetaclass = (): PyType => {
  const type = new PyType('ABCMeta', [typeType], { module: 'abc' });
  type.mro = [type, ...typeType.mro];
  return type;
};

const abcModule: ModuleFactory = () => {
  const metaclass = abstractMetaclass();
  const base = new PyType('ABC', [typeType.mro.at(-1)!], { module: 'abc' });
  base.mro = [base, typeType.mro.at(-1)!];
  base.metaclass = metaclass;
  const mark = (callee: Value): Value => {
    setAttribute(callee, '__isabstractmethod__', true);
    return callee;
  };
  return defineModule({
    name: 'abc',
    values: { ABCMeta: metaclass, ABC: base },
    functions: { 'abstractmethod(funcobj)': mark },
    refused: '*',
  });
};

const builtinsModule: ModuleFactory = (options) =>
  defineModule({ name: 'builtins', values: Object.fromEntries(builtinNames(options.python)) });

export const standardModules: Readonly<Record<string, ModuleFactory>> = {
  ...Object.fromEntries(refusedNames.map((name) => [name, refusedModule(name)])),
  __future__: futureModule,
  abc: abcModule,
  builtins: builtinsModule,
  __builtin__: builtinsModule,
  collections: collectionsModule,
  copy: copyModule,
  dataclasses: dataclassesModule,
  functools: functoolsModule,
  imp: impModule,
  importlib: importlibModule,
  itertools: itertoolsModule,
  logging: loggingModule,
  math: mathModule,
  operator: operatorModule,
  codecs: codecsModule,
  fnmatch: fnmatchModule,
  glob: globModule,
  os: osModule,
  pathlib: pathlibModule,
  re: reModule,
  six: sixModule,
  sys: sysModule,
  time: timeModule,
  types: typesModule,
  typing: typingModule,
  warnings: warningsModule,
};
