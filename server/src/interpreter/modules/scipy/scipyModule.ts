/**
 * `scipy` as the libraries bring it along: `special`, `linalg` and `stats` in the parts that programs with scans use. Its other modules can be
 * imported, and refuse where a program uses them.
 */
import { defineModule, defineModuleLater } from '../../nativeModule.ts';
import type { ModuleFactory } from '../../options.ts';
import type { PyModule } from '../../values.ts';
import { linalgModule } from './linalgModule.ts';
import { specialModule } from './specialModule.ts';
import { statsModule } from './stats/statsModule.ts';

/** Of the environments that the libraries were recorded in. */
const versions = { 1: '1.12.0', 2: '1.17.1' } as const;

const refusedNames =
  'cluster constants datasets fft fftpack integrate interpolate io misc ndimage odr optimize signal sparse spatial';

/** Some of them are imported by two names at once (`scipy.sparse.linalg`). */
const innerNames: Readonly<Record<string, readonly string[]>> = {
  cluster: ['hierarchy', 'vq'],
  signal: ['signaltools', 'sigtools', 'windows'],
  sparse: ['csgraph', 'linalg'],
  spatial: ['distance'],
};

function refusedModule(name: string): PyModule {
  const inner = innerNames[name.slice('scipy.'.length)] ?? [];
  return defineModuleLater(name, () => ({
    name,
    submodules: Object.fromEntries(inner.map((last) => [last, refusedModule(`${name}.${last}`)])),
    refused: '*',
  }));
}

export const scipyModule: ModuleFactory = ({ numpy }) =>
  defineModule({
    name: 'scipy',
    values: { __version__: versions[numpy] },
    submodules: {
      ...Object.fromEntries(refusedNames.split(' ').map((name) => [name, refusedModule(`scipy.${name}`)])),
      linalg: linalgModule(numpy),
      special: specialModule(numpy),
      stats: statsModule(),
    },
    refused: '*',
  });
