/**
 * What is known by its dotted path: modules of Theano, Aesara and PyTensor, NumPy, and the few names of the standard
 * library that carry updates. Everything else is an unknown module.
 */
import type { Library, ScanKind } from './terms.ts';

/** What a member of a library does when it is called. */
export type LibraryRole =
  | { readonly role: 'scan'; readonly kind: ScanKind; readonly library: Library }
  | { readonly role: 'function' }
  | { readonly role: 'shared' }
  | { readonly role: 'until' }
  | { readonly role: 'config' }
  /** A constructor of an input variable: dtype ('floatX' or fixed) and number of axes. */
  | { readonly role: 'variable'; readonly dtype: string; readonly ndim: number | null }
  /** A type of tensors, which makes variables when it is called. */
  | { readonly role: 'tensorType'; readonly library: Library }
  /** An operation on tensors by its name. */
  | { readonly role: 'operation'; readonly name: string }
  | { readonly role: 'updatesDict' }
  | { readonly role: 'orderedDict' }
  | { readonly role: 'partial' }
  /** `functools.wraps(function)`: a decorator that gives back what it decorates. */
  | { readonly role: 'wraps' }
  | { readonly role: 'stream'; readonly library: Library; readonly isMultiplicative: boolean }
  /** A random variable by its name: `tensor.random.normal`. */
  | { readonly role: 'randomVariable'; readonly library: Library; readonly name: string }
  /** PyMC's `collect_default_updates(variables)`: the updates of the random variables in their graphs. */
  | { readonly role: 'collectedUpdates' }
  /** `shared_rng`. */
  | { readonly role: 'sharedGenerator' }
  /** NumPy's `default_rng`, `RandomState` and their likes. */
  | { readonly role: 'numpyGenerator' }
  | { readonly role: 'numpy'; readonly name: string }
  /** Evaluates its arguments, keeps none of them, returns nothing of interest. */
  | { readonly role: 'harmless' };

const libraries: readonly Library[] = ['theano', 'aesara', 'pytensor'];

/** The scan library to which a dotted path belongs. */
export const libraryOf = (path: string): Library | null => {
  const root = rootOf(path);
  return libraries.find((library) => library === root) ?? null;
};

const rootOf = (path: string): string => path.slice(0, path.indexOf('.') >>> 0);

const scanKinds: readonly ScanKind[] = [
  'scan',
  'map',
  'reduce',
  'foldl',
  'foldr',
  'filter',
  'scan_checkpoints',
];

const scanHomes: readonly string[] = [
  '',
  'scan.',
  'scan.basic.',
  'scan.views.',
  'scan.checkpoints.',
  'scan_module.',
  'scan_module.scan.',
  'scan_module.scan_views.',
  'scan_module.scan_checkpoints.',
];

const members: ReadonlyMap<string, LibraryRole> = new Map<string, LibraryRole>([
  ...['', 'compile.', 'compile.function.', 'compile.maker.', 'compile.function.pfunc.'].map(
    (home) => [`${home}function`, { role: 'function' }] as const,
  ),
  ['compile.pfunc', { role: 'function' }],
  ['compile.pfunc.pfunc', { role: 'function' }],
  ['compile.function.pfunc.pfunc', { role: 'function' }],
  ['compile.function.function', { role: 'function' }],
  ['shared', { role: 'shared' }],
  ['compile.shared', { role: 'shared' }],
  ['compile.sharedvalue.shared', { role: 'shared' }],
  ['tensor._shared', { role: 'shared' }],
  ['scan_module.until', { role: 'until' }],
  ['scan_module.scan_utils.until', { role: 'until' }],
  ['scan.until', { role: 'until' }],
  ['scan.utils.until', { role: 'until' }],
  ['OrderedUpdates', { role: 'updatesDict' }],
  ['updates.OrderedUpdates', { role: 'updatesDict' }],
  ['updates.Updates', { role: 'updatesDict' }],
  ['config.floatX', { role: 'config' }],
  ['clone', { role: 'operation', name: 'clone' }],
  ['clone_replace', { role: 'operation', name: 'clone' }],
  ['grad', { role: 'operation', name: 'grad' }],
  ['dot', { role: 'operation', name: 'dot' }],
  ['Out', { role: 'operation', name: 'identity' }],
  ['compile.io.Out', { role: 'operation', name: 'identity' }],
  ['ifelse.ifelse', { role: 'operation', name: 'ifelse' }],
  ['pp', { role: 'harmless' }],
  ['printing.pp', { role: 'harmless' }],
  ['printing.debugprint', { role: 'harmless' }],
  ['dprint', { role: 'harmless' }],
]);

const elsewhere: ReadonlyMap<string, LibraryRole> = new Map<string, LibraryRole>([
  ['collections.OrderedDict', { role: 'orderedDict' }],
  ['ordereddict.OrderedDict', { role: 'orderedDict' }],
  ['theano.compat.OrderedDict', { role: 'orderedDict' }],
  ['theano.compat.python2x.OrderedDict', { role: 'orderedDict' }],
  ['functools.partial', { role: 'partial' }],
  ['functools.wraps', { role: 'wraps' }],
  ...['default_rng', 'RandomState', 'Generator', 'PCG64', 'MT19937', 'SeedSequence'].map(
    (name) => [`numpy.random.${name}`, { role: 'numpyGenerator' }] as const,
  ),
]);

/** Modules of which `import *` can not change the meaning of the names that matter here. */
const otherModules: readonly string[] = [
  'numpy',
  'collections',
  'functools',
  'ordereddict',
  '__future__',
  'pymc',
];
const calmStars: ReadonlySet<string> = new Set([
  'pylab',
  'math',
  'scipy',
  'matplotlib',
  'random',
  'time',
  'os',
]);

/** True when a module's members are known by path. */
export const isKnownModule = (path: string): boolean => {
  const root = path.split('.', 1)[0] ?? '';
  return libraries.some((library) => library === root) || otherModules.includes(root);
};

/** True when `from module import *` binds none of the names that carry a meaning here, unless the table has them. */
export const isCalmStar = (path: string): boolean =>
  isKnownModule(path) || calmStars.has(path.split('.', 1)[0] ?? '');

const variableNames =
  /^([bcdfilwz]|)(scalar|vector|row|col|matrix|tensor3|tensor4|tensor5|tensor6|tensor7)(s?)$/;
const axisCounts: Readonly<Record<string, number>> = {
  scalar: 0,
  vector: 1,
  row: 2,
  col: 2,
  matrix: 2,
  tensor3: 3,
  tensor4: 4,
  tensor5: 5,
  tensor6: 6,
  tensor7: 7,
};
const dtypeLetters: Readonly<Record<string, string>> = {
  b: 'int8',
  w: 'int16',
  i: 'int32',
  l: 'int64',
  f: 'float32',
  d: 'float64',
  '': 'floatX',
};

function variableRole(name: string): LibraryRole | null {
  const match = variableNames.exec(name);
  if (match === null || match[3] === 's') return null;
  const ndim = axisCounts[match[2] ?? ''] ?? null;
  return { role: 'variable', dtype: dtypeLetters[match[1] ?? ''] ?? 'unknown', ndim };
}

/** Homes of tensor operations below the library's root. */
const operationHome =
  /^(tensor|tensor\.(basic|math|nnet|nnet\.\w+|extra_ops|special|subtensor|nlinalg|slinalg|linalg|signal|var|elemwise|shape|sort|xlogx)|gradient|ifelse)\.([a-z_]\w*)$/;
const notOperations = /random|shared|stream|config|^test|^raise|^check|^inplace|^sharedvar/i;

const knownRoles = new Map<string, LibraryRole | null>();

/** The role of a member by its full path; null when it is a module or nothing that is known. */
export function roleOf(path: string): LibraryRole | null {
  const known = knownRoles.get(path);
  if (known !== undefined) return known;
  const role = findRole(path);
  // Paths come from programs: there is no end of them.
  if (knownRoles.size > 2000) knownRoles.clear();
  knownRoles.set(path, role);
  return role;
}

function findRole(path: string): LibraryRole | null {
  const other = elsewhere.get(path);
  if (other !== undefined) return other;
  const library = libraryOf(path);
  const rest = path.slice(path.indexOf('.') + 1);
  if (library === null) return otherRole(path, rest);
  const kind = scanKindOf(rest);
  if (kind !== null) return { role: 'scan', kind, library };
  if (/^tensor\.(?:type\.|basic\.)?TensorType$/.test(rest)) return { role: 'tensorType', library };
  return members.get(rest) ?? randomRole(rest, library) ?? operationRole(rest);
}

function otherRole(path: string, rest: string): LibraryRole | null {
  if (path.startsWith('numpy.')) return { role: 'numpy', name: rest };
  if (!path.startsWith('pymc.')) return null;
  // PyMC 4 stood on Aesara; what is said of random variables holds for both.
  const distribution = /(?:^|\.)([A-Z]\w*)\.dist$/.exec(rest)?.[1];
  if (distribution !== undefined) return { role: 'randomVariable', library: 'pytensor', name: distribution };
  return /(?:^|\.)collect_default_updates$/.test(rest) ? { role: 'collectedUpdates' } : null;
}

const streamName = /(?:^|\.)(MRG_|CURAND_)?RandomStreams?$/;
const randomHome = /^tensor\.random\.(?:basic\.|op\.|variable\.|utils\.)?([a-z]\w*)$/;
const notRandomVariables: ReadonlySet<string> = new Set([
  'basic',
  'op',
  'utils',
  'type',
  'variable',
  'rng',
  'var',
]);

function randomRole(rest: string, library: Library): LibraryRole | null {
  const stream = streamName.exec(rest);
  if (stream !== null) return { role: 'stream', library, isMultiplicative: stream[1] === 'MRG_' };
  const name = randomHome.exec(rest)?.[1];
  if (name === undefined || notRandomVariables.has(name)) return null;
  return name === 'shared_rng' ? { role: 'sharedGenerator' } : { role: 'randomVariable', library, name };
}

function scanKindOf(rest: string): ScanKind | null {
  const name = rest.slice(rest.lastIndexOf('.') + 1);
  const kind = scanKinds.find((candidate) => candidate === name);
  if (kind === undefined) return null;
  return scanHomes.includes(rest.slice(0, rest.length - name.length)) ? kind : null;
}

function operationRole(rest: string): LibraryRole | null {
  const match = operationHome.exec(rest);
  const name = match?.[3];
  if (name === undefined || notOperations.test(name)) return null;
  return rest === `tensor.${name}`
    ? (variableRole(name) ?? { role: 'operation', name })
    : { role: 'operation', name };
}
