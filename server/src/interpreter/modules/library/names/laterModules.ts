/**
 * Modules that importing the package and its tensor module does not load: they are attributes of their packages only after something
 * imports them. By the path below the package; the words are what such an import loads besides the packages around it. Asked of
 * Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.0.7, whose answers are those of 3.3.8.
 */
import type { LibraryName, PerLibrary } from '../../../../graph/dialects.ts';
import { words } from './moduleNames.ts';

type LaterModules = ReadonlyMap<string, () => ReadonlySet<string>>;

const alone = (paths: string): [string, () => ReadonlySet<string>][] =>
  [...words(paths)()].map((path) => [path, words('')]);

const aesaraNnet = words('basic sigm batchnorm conv abstract_conv'.replace(/\w+/g, 'tensor.nnet.$&'));

export const laterModules: PerLibrary<LaterModules> = {
  theano: new Map([
    ...alone(`
      tensor.nnet.neighbours tensor.slinalg tensor.signal tensor.signal.pool tensor.signal.conv tensor.fft sandbox
      sandbox.rng_mrg sandbox.softsign ifelse misc.pkl_utils sparse typed_list d3viz
    `),
    ['sandbox.linalg', words('tensor.slinalg sandbox.linalg.ops')],
    ['sandbox.linalg.ops', words('tensor.slinalg')],
    ['sandbox.neighbours', words('tensor.nnet.neighbours')],
    [
      'compile.nanguardmode',
      words('tensor.nnet.neighbours tensor.slinalg tensor.signal.pool tensor.fft sandbox.rng_mrg ifelse'),
    ],
  ]),
  aesara: new Map([
    ...alone(`
      tensor.signal tensor.signal.pool tensor.fft tensor.basic_opt sandbox sandbox.rng_mrg sandbox.linalg
      compile.nanguardmode compile.debugmode graph.opt ifelse breakpoint d3viz
    `),
    ['tensor.nnet', aesaraNnet],
    ...[...aesaraNnet(), 'tensor.nnet.neighbours'].map((path) => [path, aesaraNnet] as const),
    ['typed_list', words('compile.debugmode')],
  ]),
  pytensor: new Map(
    alone('tensor.nlinalg tensor.slinalg tensor.fft tensor.fourier breakpoint typed_list d3viz xtensor'),
  ),
};

/** What the first loop loads: Theano's `scan` imports `gpuarray`, and that a good deal. */
export const loadedByScan: Readonly<Record<LibraryName, readonly string[]>> = {
  theano: [
    'ifelse',
    'sandbox.rng_mrg',
    'tensor.nnet.neighbours',
    'tensor.slinalg',
    'tensor.signal.pool',
    'tensor.fft',
  ],
  aesara: [],
  pytensor: [],
};

/** What an import of a module makes an attribute of its package, the module too. */
export function loadedWith(library: LibraryName, path: string): readonly string[] {
  const later = laterModules[library];
  const found = new Set<string>();
  for (const each of [path, ...(later.get(path)?.() ?? [])])
    for (let end = each.length; end > 0; end = each.lastIndexOf('.', end - 1)) found.add(each.slice(0, end));
  return [...found].filter((each) => later.has(each));
}
