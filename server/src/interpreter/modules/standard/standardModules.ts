/** The modules of Python's standard library that programs can import. */
import { defineModule } from '../../nativeModule.ts';
import type { ModuleFactory } from '../../options.ts';
import { builtinNames } from '../builtins.ts';
import { codecsModule } from '../files/codecsModule.ts';
import { fnmatchModule, globModule } from '../files/globModules.ts';
import { impModule, importlibModule } from '../files/importlibModule.ts';
import { osModule } from '../files/osModule.ts';
import { pathlibModule } from '../files/pathlibModule.ts';
import { matplotlibModule } from '../pyplot/pyplotModule.ts';
import { abcModule } from './abstractClasses.ts';
import { collectionsModule } from './collections/collectionsModule.ts';
import { contextlibModule } from './contextlibModule.ts';
import { copyModule } from './copyModule.ts';
import { dataclassesModule } from './dataclasses/dataclassesModule.ts';
import { datetimeModule } from './datetime/datetimeModule.ts';
import { enumModule } from './enum/enumModule.ts';
import { functoolsModule } from './functoolsModule.ts';
import { futureModule } from './futureModule.ts';
import { generalModules } from './generalModules.ts';
import { bisectModule, heapqModule } from './heapModules.ts';
import { interfaceModules } from './interfaceModules.ts';
import { itertoolsModule } from './itertools/itertoolsModule.ts';
import { loggingModule } from './logging/loggingModule.ts';
import { mathModule } from './mathModule.ts';
import { operatorModule } from './operatorModule.ts';
import { randomModule } from './randomModule.ts';
import { refusedModules } from './refusedModules.ts';
import { sixModule } from './sixModule.ts';
import { sysModule } from './sysModule.ts';
import { textModules } from './texts/textModules.ts';
import { typingModule } from './typing/typingModule.ts';
import { warningsModule } from './warningsModule.ts';

/** A module that exists in Python and of which ScanLens has nothing: importing works, using refuses by name. */
const refusedModule =
  (name: string): ModuleFactory =>
  () =>
    defineModule({ name, refused: '*' });

const refusedNames = ['pylab'];

const builtinsModule: ModuleFactory = (options) =>
  defineModule({ name: 'builtins', values: Object.fromEntries(builtinNames(options.python)) });

export const standardModules: Readonly<Record<string, ModuleFactory>> = {
  ...refusedModules,
  ...generalModules,
  ...interfaceModules,
  ...textModules,
  ...Object.fromEntries(refusedNames.map((name) => [name, refusedModule(name)])),
  __future__: futureModule,
  abc: abcModule,
  bisect: bisectModule,
  builtins: builtinsModule,
  __builtin__: builtinsModule,
  collections: collectionsModule,
  contextlib: contextlibModule,
  copy: copyModule,
  dataclasses: dataclassesModule,
  datetime: datetimeModule,
  enum: enumModule,
  functools: functoolsModule,
  heapq: heapqModule,
  imp: impModule,
  importlib: importlibModule,
  itertools: itertoolsModule,
  logging: loggingModule,
  math: mathModule,
  operator: operatorModule,
  codecs: codecsModule,
  fnmatch: fnmatchModule,
  glob: globModule,
  matplotlib: matplotlibModule,
  os: osModule,
  random: randomModule,
  pathlib: pathlibModule,
  six: sixModule,
  sys: sysModule,
  typing: typingModule,
  warnings: warningsModule,
};
