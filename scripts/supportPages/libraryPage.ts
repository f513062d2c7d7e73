/** The page about NumPy and about Theano, Aesara and PyTensor: which names there are, and how the libraries differ. */
import { dialects, type LibraryName } from '../../server/src/graph/dialects.ts';
import { settingNames } from '../../server/src/interpreter/modules/library/names/settingNames.ts';
import { numpyNames } from '../../server/src/interpreter/modules/numpy/numpyNames.ts';
import { PyUfunc } from '../../server/src/interpreter/modules/numpy/ufuncObjects.ts';
import { PyBuiltin, PyModule, PyType, type Value } from '../../server/src/interpreter/values.ts';
import { dtypes } from '../../server/src/tensor/dtype.ts';
import { dialectWords, wordsOf } from './dialectWords.ts';
import { generatedMark, nameGroup, nameList, page, table } from './markdown.ts';
import { type Probe, publicNames, sorted } from './probe.ts';

const libraries = Object.keys(dialects) as LibraryName[];

/** The text of docs/numpy-and-theano.md. */
export function libraryPage(probe: Probe): string {
  return page([
    '# NumPy, Theano, Aesara and PyTensor in ScanLens',
    generatedMark,
    `This page lists the names that programs can use. Any other name of the real libraries says
\`NotSupportedByScanLens: …\` when it is used; names that they do not have either raise AttributeError. A listed
function may refuse single arguments in the same way.`,
    '## NumPy',
    ...numpyBlocks(probe),
    '### SciPy',
    `The libraries bring SciPy along, and so does ScanLens in part. Its other modules can be imported and refuse where a program uses them.`,
    scipyTable(probe),
    '## The packages',
    ...packageBlocks(probe),
    '## Symbolic functions',
    ...tensorBlocks(probe),
    '## Symbolic variables and compiled functions',
    ...variableBlocks(probe),
    '## How the libraries differ',
    'Where they behave differently ScanLens follows the one that the program imports.',
    differenceTable(),
  ]);
}

const numpySurroundings = { python: 3, numpy: 2 } as const;
const numpyValues = {
  imports: 'import numpy',
  calls: ["'float32'", 'numpy.arange(3)', 'numpy.arange(3), 0, 1'],
} as const;

function numpyBlocks(probe: Probe): readonly string[] {
  const names = { 1: numpyGroups(probe, 1), 2: numpyGroups(probe, 2) };
  const groups = Object.keys(names[2]) as (keyof NumpyGroups)[];
  const lists = groups.map((group) =>
    nameGroup(
      group,
      names[2][group].filter((name) => names[1][group].includes(name)),
      [
        { only: 'only in 1.24', names: names[1][group].filter((name) => !names[2][group].includes(name)) },
        { only: 'only in 2.4', names: names[2][group].filter((name) => !names[1][group].includes(name)) },
      ],
    ),
  );
  const submodules = ['linalg', 'testing', 'random'].map((name) => [
    `\`numpy.${name}\``,
    nameList(sorted(publicNames(probe.module(`numpy.${name}`, numpySurroundings).namespace))),
  ]);
  const array = probe.attributes('numpy.arange(3)', numpySurroundings, numpyValues);
  const oldArray = probe.attributes('numpy.arange(3)', { python: 3, numpy: 1 }, numpyValues);
  const gone = oldArray.filter((name) => !array.includes(name));
  const ufunc = probe.attributes('numpy.add', numpySurroundings, numpyValues);
  return [
    `Programs with Theano or Aesara meet NumPy 1.24, those with PyTensor NumPy 2.4: promotion, texts and names are those of
that version. ${coverage(probe, 1)} ${coverage(probe, 2)}`,
    ...lists,
    '### Submodules and arrays',
    table(['submodule', 'names'], submodules),
    `**Dtypes of arrays:** ${nameList(storableDtypes(probe))}.`,
    `**Methods and attributes of arrays:** ${nameList(array)}; only in 1.24: ${nameList(gone)}.`,
    `**Methods of the elementwise functions:** ${nameList(ufunc)}.`,
  ];
}

function scipyTable(probe: Probe): string {
  const rows = ['special', 'linalg', 'stats'].map((name) => {
    const { namespace } = probe.module(`scipy.${name}`, numpySurroundings);
    return [`\`scipy.${name}\``, nameList(sorted(publicNames(namespace)))];
  });
  return table(['submodule', 'names'], rows);
}

function coverage(probe: Probe, numpy: 1 | 2): string {
  const all = [...numpyNames(numpy)].filter((name) => !name.startsWith('_'));
  const { namespace } = probe.module('numpy', { python: 3, numpy });
  const known = all.filter((name) => namespace.has(name)).length;
  return `Of the ${all.length} public names of NumPy ${numpy === 1 ? '1.24' : '2.4'} there are ${known}.`;
}

function storableDtypes(probe: Probe): readonly string[] {
  return dtypes.filter((dtype) => {
    const program = `import numpy\nnumpy.zeros(2, dtype='${dtype}')\n`;
    return probe.run(program, numpySurroundings).kind === 'ended';
  });
}

type NumpyGroups = Readonly<
  Record<'Elementwise functions' | 'Other functions' | 'Types' | 'Constants', readonly string[]>
>;

function numpyGroups(probe: Probe, numpy: 1 | 2): NumpyGroups {
  const groups = {
    'Elementwise functions': [] as string[],
    'Other functions': [] as string[],
    Types: [] as string[],
    Constants: [] as string[],
  };
  const { namespace } = probe.module('numpy', { python: 3, numpy });
  for (const name of sorted(publicNames(namespace))) {
    const value = namespace.get(name)!;
    if (!(value instanceof PyModule)) groups[groupOf(value)].push(name);
  }
  return groups;
}

function groupOf(value: Value): keyof NumpyGroups {
  if (value instanceof PyUfunc) return 'Elementwise functions';
  if (value instanceof PyBuiltin) return 'Other functions';
  return value instanceof PyType ? 'Types' : 'Constants';
}

function packageBlocks(probe: Probe): readonly string[] {
  const settings = sorted(['floatX', ...[...settingNames.theano()].map((entry) => entry.split('=')[0]!)]);
  return [
    perLibrary('Names of the package', (library) => plainNames(probe, library)),
    '### Settings',
    `\`config\` has ${nameList(settings)}. Only \`floatX\` changes what a program computes and \`on_unused_input\` what is refused; the
others are kept and have no effect, or are refused where they would have one.`,
  ];
}

function tensorBlocks(probe: Probe): readonly string[] {
  const namesOf = (library: LibraryName): readonly string[] => plainNames(probe, `${library}.tensor`);
  const nnet = sorted(publicNames(probe.module('theano.tensor.nnet', { python: 3 }).namespace));
  return [
    'These are names of `theano.tensor`, `aesara.tensor` and `pytensor.tensor`.',
    perLibrary('Making variables', (library) => shortened(namesOf(library).filter(isConstructor))),
    `A name with \`[bwilfd]\` stands for itself without the brackets and for the name with each of these letters, which are
the dtypes int8, int16, int32, int64, float32 and float64; \`(s)\` for the plural, which makes several variables.`,
    perLibrary('Functions and types', (library) => namesOf(library).filter((name) => !isConstructor(name))),
    `\`theano.tensor.nnet\` and \`aesara.tensor.nnet\` have ${nameList(nnet)}.`,
  ];
}

/** What a module has beside modules. */
function plainNames(probe: Probe, module: string): readonly string[] {
  const { namespace } = probe.module(module, { python: 3 });
  return sorted(publicNames(namespace)).filter((name) => !(namespace.get(name) instanceof PyModule));
}

const constructorName = /^([bwilfd]?)((?:scalar|vector|row|col|tensor[34])s?|matrix|matrices)$/;
const isConstructor = (name: string): boolean => constructorName.test(name);

/** `scalar`, `bscalar`, `bscalars`, … as one entry, where all of them are there; otherwise as they are. */
function shortened(names: readonly string[]): readonly string[] {
  const shapes = ['scalar', 'vector', 'row', 'col', 'matrix', 'tensor3', 'tensor4'];
  const familyOf = (shape: string): readonly string[] =>
    ['', 'b', 'w', 'i', 'l', 'f', 'd'].flatMap((letter) => [
      `${letter}${shape}`,
      `${letter}${pluralOf(shape)}`,
    ]);
  const whole = shapes.filter((shape) => familyOf(shape).every((name) => names.includes(name)));
  const covered = new Set(whole.flatMap(familyOf));
  return [
    ...whole.map((shape) => `[bwilfd]${shape === 'matrix' ? 'matrix(matrices)' : `${shape}(s)`}`),
    ...names.filter((name) => !covered.has(name)),
  ];
}

const pluralOf = (shape: string): string => (shape === 'matrix' ? 'matrices' : `${shape}s`);

/** What all libraries have, and what each of them has beyond that. */
function perLibrary(heading: string, namesOf: (library: LibraryName) => readonly string[]): string {
  const names = libraries.map((library) => ({ library, all: namesOf(library) }));
  const common = names[0]!.all.filter((name) => names.every(({ all }) => all.includes(name)));
  return nameGroup(
    heading,
    common,
    names.map(({ library, all }) => ({
      only: `${dialects[library].title} also`,
      names: all.filter((name) => !common.includes(name)),
    })),
  );
}

function variableBlocks(probe: Probe): readonly string[] {
  const imports =
    'import theano\nimport theano.tensor as T\nx = T.dvector("x")\ns = theano.shared(0.0)\ns.default_update = s + 1\n';
  const ofExpression = (expression: string): readonly string[] =>
    probe.attributes(expression, { python: 3, numpy: 1 }, { imports, calls: ['x', "'float32'", '2, 0'] });
  const variable = ofExpression('x');
  return [
    `**Variables:** ${nameList(variable)}.`,
    `**Shared variables also:** ${nameList(ofExpression('s').filter((name) => !variable.includes(name)))}.`,
    `**Compiled functions** are called with positional and keyword arguments, and have ${nameList(ofExpression('theano.function([x], x)'))}.`,
  ];
}

function differenceTable(): string {
  const keys = (Object.keys(dialectWords) as (keyof typeof dialectWords)[]).filter((key) => key !== 'title');
  const rows = keys.map((key) => [
    dialectWords[key].about,
    ...libraries.map((library) => wordsOf(key, dialects[library])),
  ]);
  return table(['', ...libraries.map((library) => dialects[library].title)], rows);
}
