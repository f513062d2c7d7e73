/**
 * All names that ScanLens has of the libraries, in groups, and where each module looks its names up. A function that two
 * modules offer is one value; what a module calls its own comes first.
 */

import { stateType } from '../../../graph/random/generatorState.ts';
import type { GraphContext } from '../../../graph/variable.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { PyLibraryFunction, type PyType, type Value } from '../../values.ts';
import { constantFunctions } from './constantsModule.ts';
import {
  convolutionFunctions,
  oldConvolutionFunctions,
  signalConvolutionFunctions,
  signalFunctions,
} from './convolutionModule.ts';
import { libraryTypes } from './dialectTypes.ts';
import { elementwiseFunctions, specialFunctions, statisticsFunctions } from './elementwiseModule.ts';
import { libraryExceptions } from './exceptions.ts';
import { factorFunctions } from './factorsModule.ts';
import { functionGraphTypes } from './functionGraphs.ts';
import { functionFunctions } from './functionModule.ts';
import { gradientChecks } from './gradientChecks.ts';
import { gradientFunctions } from './gradientModule.ts';
import { cloningFunctions, graphFunctions } from './graphModule.ts';
import { interpolationFunctions } from './interpolationModule.ts';
import { linearAlgebraFunctions } from './linearAlgebraModule.ts';
import { gridNames, makingFunctions } from './makingModule.ts';
import { nnetFunctions, softmaxFunctions } from './nnetModule.ts';
import { applyTypes, opClasses } from './opObjects.ts';
import { orderedUpdatesTypes } from './orderedUpdates.ts';
import { packingFunctions } from './packingModule.ts';
import { paddingFunctions } from './paddingModule.ts';
import { placeholderNames } from './placeholderTypes.ts';
import { variableType } from './plainVariable.ts';
import { poolFunctions } from './poolModule.ts';
import { printingFunctions } from './printingModule.ts';
import { productFunctions } from './productsModule.ts';
import { generatorVariableFunctions } from './random/generatorVariables.ts';
import { mrgFunctions, mrgStreamsType } from './random/mrgStreams.ts';
import { randomFunctions } from './random/randomFunctions.ts';
import { randomStreamType } from './random/randomStream.ts';
import { randomStreamsType } from './random/randomStreams.ts';
import { rawRandomFunctions } from './random/rawRandom.ts';
import { ifElseFunction, rearrangingFunctions } from './rearrangingModule.ts';
import { neighbourFunctions, upsamplingFunctions } from './resamplingModule.ts';
import { rewritingFunctions } from './rewritingModule.ts';
import { scalarFunctions } from './scalarModule.ts';
import { scanFunctions } from './scanModule.ts';
import { scanViews } from './scanViews.ts';
import { sharedFunctions, sharedVariableType } from './sharedVariables.ts';
import { sortingFunctions } from './sortingModule.ts';
import { otherNames, tensorNames } from './tensorModule.ts';
import { TensorTypeObject } from './tensorTypeObject.ts';
import { testValueFunctions } from './testValues.ts';
import { constantType } from './variableTypes.ts';
import { vectorizeFunctions, vectorizeGraphFunctions } from './vectorizeModule.ts';

/** Names with values. */
export type Names = ReadonlyMap<string, Value>;

/** The functions of a table under their names. */
export const namesOf = (functions: Readonly<Record<string, NativeBody>>): Names =>
  new Map(
    Object.entries(functions).map(([signature, body]) => {
      const { name, call } = builtin(signature, body);
      return [name, new PyLibraryFunction(name, call)];
    }),
  );

const typeNames = (context: GraphContext): Names => {
  const types = libraryTypes[context.dialect.library];
  return new Map<string, Value>([
    ['TensorType', types.tensorType],
    ['Apply', applyTypes[context.dialect.library]],
    ['FunctionGraph', functionGraphTypes[context.dialect.library]],
    ['TensorVariable', types.variable],
    ['TensorConstant', types.constant],
    ['TensorSharedVariable', types.shared],
    ['SharedVariable', sharedVariableType],
    ['Variable', variableType],
    ['Constant', constantType],
  ]);
};

const randomNames = (context: GraphContext): Names =>
  new Map<string, Value>([
    ...randomFunctions(context),
    ...namesOf(generatorVariableFunctions(context)),
    ...randomTypes(context),
    ['RandomStream', randomStreamType(context)],
    ['random_generator_type', new TensorTypeObject(context, stateType('Generator'))],
    ['random_state_type', new TensorTypeObject(context, stateType('RandomState'))],
  ]);

/** Classes of generators as variables, and of their types. */
function randomTypes({ dialect }: GraphContext): [string, PyType][] {
  const { generator, randomType, generatorType, sharedGenerator } = libraryTypes[dialect.library];
  const types = [randomType, ...Object.values(generatorType), ...Object.values(sharedGenerator)];
  return [...types, generator].map((type) => [type.name, type]);
}

/** Theano says `MRG_RandomStreams`, Aesara `MRG_RandomStream`. */
function mrgNames(context: GraphContext): Names {
  const type = mrgStreamsType(context);
  return new Map<string, Value>([[type.name, type], ...namesOf(mrgFunctions())]);
}

function scanNames(context: GraphContext): Names {
  const names = namesOf(scanFunctions(context));
  return new Map([...names, ...namesOf(scanViews(context, names.get('scan')!))]);
}

/** `theano.compat`: one name for what the two Pythons call differently. */
function compatNames(): Names {
  const isOld = pythonVersion() === 2;
  const builtins = runtime().importModule(isOld ? '__builtin__' : 'builtins').namespace;
  const itertools = runtime().importModule('itertools').namespace;
  const lazy = (name: 'zip' | 'map' | 'filter'): Value =>
    isOld ? itertools.get(`i${name}`)! : builtins.get(name)!;
  return new Map<string, Value>([
    ['PY3', !isOld],
    ['izip', lazy('zip')],
    ['imap', lazy('map')],
    ['ifilter', lazy('filter')],
    ['next', builtins.get('next')!],
    ['OrderedDict', runtime().importModule('collections').namespace.get('OrderedDict')!],
    ['BytesIO', runtime().importModule('io').namespace.get('BytesIO')!],
  ]);
}

function gradientNames(context: GraphContext): Names {
  const checks = gradientChecks(context);
  return new Map<string, Value>([
    ...namesOf({ ...gradientFunctions(context), ...checks.functions }),
    ...Object.entries(checks.classes),
    ...placeholderNames(context),
  ]);
}

const groups = {
  function: (context) => namesOf(functionFunctions(context)),
  shared: (context) => namesOf(sharedFunctions(context)),
  scan: scanNames,
  gradient: gradientNames,
  exceptions: () => libraryExceptions,
  types: typeNames,
  opClasses: (context) => opClasses(context.dialect.library),
  graph: (context) =>
    namesOf({
      ...graphFunctions(context),
      ...testValueFunctions(context),
      ...vectorizeGraphFunctions(context),
    }),
  printing: (context) => namesOf(printingFunctions(context)),
  rewriting: (context) => namesOf(rewritingFunctions(context)),
  cloning: (context) => namesOf(cloningFunctions(context)),
  updates: ({ dialect }) => new Map([['OrderedUpdates', orderedUpdatesTypes[dialect.library]]]),
  ifelse: (context) => new Map([['ifelse', ifElseFunction(context)]]),
  products: (context) => namesOf(productFunctions(context)),
  knownValues: (context) => namesOf(constantFunctions(context)),
  tensor: (context, group) =>
    new Map([
      ...namesOf(elementwiseFunctions(context)),
      ...namesOf(statisticsFunctions(context)),
      ...tensorNames(context),
      ...otherNames(context),
      ...group('products'),
      ...namesOf(sortingFunctions(context)),
      ...namesOf(rearrangingFunctions(context)),
      ...namesOf(makingFunctions(context)),
      ...group('knownValues'),
      ...namesOf(packingFunctions(context)),
      ...namesOf(paddingFunctions(context)),
      ...namesOf(vectorizeFunctions()),
      ...namesOf(interpolationFunctions(context)),
      ...gridNames(context),
    ]),
  linalg: (context) => namesOf({ ...linearAlgebraFunctions(context), ...factorFunctions(context) }),
  special: (context) => namesOf({ ...specialFunctions(context), ...softmaxFunctions(context) }),
  nnet: (context) =>
    namesOf({
      ...nnetFunctions(context),
      ...convolutionFunctions(context),
      ...neighbourFunctions(context),
      ...upsamplingFunctions(context),
    }),
  oldConvolution: (context) => namesOf(oldConvolutionFunctions(context)),
  signalConvolution: (context) => namesOf(signalConvolutionFunctions(context)),
  pool: (context) => namesOf(poolFunctions(context)),
  signal: (context) => namesOf(signalFunctions(context)),
  scalar: () => namesOf(scalarFunctions),
  rawRandom: (context) => namesOf(rawRandomFunctions(context)),
  randomStreams: (context) => new Map([['RandomStreams', randomStreamsType(context)]]),
  random: randomNames,
  mrg: mrgNames,
  compat: compatNames,
} satisfies Record<
  string,
  (context: GraphContext, group: (name: 'products' | 'knownValues') => Names) => Names
>;

export type GroupName = keyof typeof groups;

const usual: readonly GroupName[] = [
  'function',
  'shared',
  'scan',
  'gradient',
  'exceptions',
  'types',
  'updates',
  'ifelse',
  'cloning',
  'printing',
  'tensor',
  'graph',
  'opClasses',
  'rewriting',
];

/** The package itself needs little, so that importing it is quick. */
const ofPackages: readonly GroupName[] = [
  'function',
  'shared',
  'scan',
  'gradient',
  'types',
  'updates',
  'ifelse',
  'cloning',
  'printing',
  'products',
  'knownValues',
  'opClasses',
];

/** Modules that look elsewhere, or nowhere, by the beginning of their path; the first that fits counts. */
const lookups: readonly (readonly [path: string, groups: readonly GroupName[]])[] = [
  ['', ofPackages],
  ['compat', ['compat']],
  ['tensor.nnet.conv', ['oldConvolution', 'tensor']],
  ['tensor.nnet', ['nnet', 'exceptions', 'types', 'tensor', 'opClasses']],
  ['tensor.nlinalg', ['linalg', 'tensor', 'opClasses']],
  ['tensor.slinalg', ['linalg', 'tensor', 'opClasses']],
  ['tensor.xlogx', ['special', ...usual]],
  ['tensor.special', ['special', 'tensor']],
  ['tensor.linalg', ['linalg']],
  ['tensor.signal.pool', ['pool', 'tensor']],
  ['tensor.signal.conv', ['signalConvolution', 'signal', 'tensor']],
  ['tensor.signal', ['signal']],
  ['tensor.random', ['random', 'types', 'opClasses']],
  ['tensor.shared_randomstreams', ['randomStreams', 'types', 'shared']],
  ['tensor.raw_random', ['rawRandom']],
  ['sandbox.rng_mrg', ['mrg']],
  ['sandbox', []],
  ['scalar', ['scalar']],
  ['sparse', []],
  ['typed_list', []],
  ['gof', ['graph', ...usual]],
  ['graph', ['graph', ...usual]],
  ['tensor', [...usual, 'nnet', 'linalg']],
];

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}.`);

/** The groups in which a module looks its names up. */
export const groupsOf = (path: string): readonly GroupName[] =>
  lookups.find(([folder]) => isBelow(path, folder))?.[1] ?? usual;

/** The groups of one context, each made at its first use. */
export function createGroups(context: GraphContext): (group: GroupName) => Names {
  const made = new Map<GroupName, Names>();
  const group = (name: GroupName): Names => {
    const known = made.get(name);
    if (known) return known;
    const names = groups[name](context, group);
    made.set(name, names);
    return names;
  };
  return group;
}
