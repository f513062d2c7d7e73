/**
 * A distribution of `scipy.stats` as an object of a program: densities, distribution functions and their inverses, draws and moments, with
 * shapes, location and scale as arguments of each call, or given once (`norm(loc=2)`: a frozen one).
 */
import { broadcastShapes } from '../../../../tensor/shape.ts';
import { notSupported, raiseTypeError } from '../../../exceptions.ts';
import { call } from '../../../protocols/calls.ts';
import { address } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import type { NativeBody } from '../../../signature.ts';
import { int, type Keywords, PyFloat, PyObject, PyTuple, type Value } from '../../../values.ts';
import { isMissing } from '../../numpy/arguments.ts';
import { arrayOf } from '../../numpy/conversion.ts';
import { presented } from '../../numpy/numpyScalar.ts';
import { sizeOfArgument } from '../../numpy/random/drawing.ts';
import { operate } from '../../numpy/ufuncs.ts';
import { floatOperands, mapFloats } from '../floatFunctions.ts';
import type { DistributionRow } from './distributionRow.ts';
import { drawMethod } from './randomSource.ts';
import {
  cdf,
  density,
  isf,
  logarithm,
  logDensity,
  meanOf,
  ppf,
  type RowFunction,
  sf,
  varianceOf,
} from './rowFunctions.ts';

export class PyDistribution extends PyObject {
  readonly name: string;
  readonly row: DistributionRow;

  constructor(name: string, row: DistributionRow) {
    super();
    this.name = name;
    this.row = row;
  }
}

/** Location, scale and shapes, in the order of {@link RowFunction}. */
type Parameters = readonly Value[];

class PyFrozen extends PyObject {
  readonly distribution: PyDistribution;
  readonly parameters: Parameters;

  constructor(distribution: PyDistribution, parameters: Parameters) {
    super();
    this.distribution = distribution;
    this.parameters = parameters;
  }
}

/** What a method is called with, apart from its first value. */
interface Given {
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/** Reads `shapes…, loc=0, scale=1`; discrete distributions have no scale. */
function parametersOf({ name, row }: PyDistribution, { args, keywords }: Given): Parameters {
  const names = [...row.shapes, 'loc', ...(row.isDiscrete ? [] : ['scale'])];
  if (args.length > names.length)
    raiseTypeError(
      `_parse_args() takes from ${row.shapes.length + 1} to ${names.length + 1} positional arguments but ${args.length + 1} were given`,
    );
  const found = new Map(args.map((value, at) => [names[at]!, value]));
  for (const [keyword, value] of keywords ?? []) {
    if (!names.includes(keyword))
      raiseTypeError(`_parse_args() got an unexpected keyword argument '${keyword}'`);
    if (found.has(keyword)) raiseTypeError(`_parse_args() got multiple values for argument '${keyword}'`);
    found.set(keyword, value);
  }
  const shapes = row.shapes.map((shape) => found.get(shape) ?? missingShape(name, shape));
  return [found.get('loc') ?? 0, found.get('scale') ?? 1, ...shapes];
}

const missingShape = (name: string, shape: string): never =>
  raiseTypeError(`_parse_args() missing 1 required positional argument: '${shape}' (of ${name})`);

/** `compute` of each element of `values` and the parameters, in double precision. */
function evaluated(
  distribution: PyDistribution,
  compute: RowFunction,
  values: readonly Value[],
  parameters: Parameters,
): Value {
  const { arrays } = floatOperands(distribution.name, [...values, ...parameters]);
  const on = compute(distribution.row);
  return presented(mapFloats(on, arrays, 'float64'));
}

// -------------------------------------------------------------------------------------------------------------- draws

interface DrawRequest {
  readonly parameters: Parameters;
  readonly size: Value | undefined;
  readonly source: Value | undefined;
}

function shapeOfDraw({ parameters, size }: DrawRequest): readonly number[] {
  const own = broadcastShapes(parameters.map((value) => arrayOf(value).shape));
  return isMissing(size) ? own : sizeOfArgument(size)!;
}

const sizeValue = (shape: readonly number[]): Value => new PyTuple([...shape]);

/** Standard draws of the row, without location and scale. */
function standardDraws(distribution: PyDistribution, request: DrawRequest): Value {
  const { row, name } = distribution;
  const { parameters, source } = request;
  const size = new Map([['size', sizeValue(shapeOfDraw(request))]]);
  const shapes = parameters.slice(2);
  if (row.draw === 'ppf') {
    const uniform = call(drawMethod(source, 'uniform'), [], size);
    return evaluated(distribution, ppf, [uniform], [0, 1, ...shapes]);
  }
  const { method, args, transform } = row.draw;
  const { arrays } = floatOperands(name, shapes.length === 0 ? [0] : shapes);
  const count = args?.(...row.shapes.map(() => 1)).length ?? 0;
  const given = Array.from(
    { length: count },
    (_, at): Value => presented(mapFloats((...each) => args!(...each)[at]!, arrays, 'float64')),
  );
  const drawn = call(drawMethod(source, method), given.map(wholeNumber), size);
  if (transform === undefined) return drawn;
  const operands = floatOperands(name, [drawn, ...shapes]).arrays;
  return presented(mapFloats(transform, operands, 'float64'));
}

/** A number of trials has to be an integer. */
const wholeNumber = (value: Value): Value => {
  const number = arrayOf(value);
  return number.ndim === 0 && Number.isInteger(Number(number.item())) && Number(number.item()) > 1
    ? Number(number.item())
    : value;
};

function draws(distribution: PyDistribution, request: DrawRequest): Value {
  const [loc, scale] = request.parameters as [Value, Value];
  const standard = standardDraws(distribution, request);
  if (distribution.row.isDiscrete) {
    const moved = arrayOf(operate('add', standard, loc));
    return moved.ndim === 0 ? int(BigInt(moved.item() as bigint)) : moved;
  }
  return operate('add', operate('multiply', asArray(standard), scale), loc);
}

/** A Python number becomes NumPy's: SciPy gives those. */
const asArray = (value: Value): Value => (value instanceof PyFloat ? presented(arrayOf(value)) : value);

function rvs(distribution: PyDistribution, { args, keywords }: Given, frozen: Parameters | null): Value {
  const named = new Map(keywords ?? []);
  const [size, source] = [named.get('size'), named.get('random_state')];
  named.delete('size');
  named.delete('random_state');
  if (frozen !== null)
    return draws(distribution, { parameters: frozen, size: size ?? args[0], source: source ?? args[1] });
  const most = distribution.row.shapes.length + (distribution.row.isDiscrete ? 1 : 2);
  const parameters = parametersOf(distribution, { args: args.slice(0, most), keywords: named });
  return draws(distribution, { parameters, size: size ?? args[most], source });
}

// ------------------------------------------------------------------------------------------------------------ methods

/** Methods of one value: the name, how the parameter is called, what is computed. */
const methodsOfValue: readonly (readonly [string, string, RowFunction])[] = [
  ['cdf', 'x', cdf],
  ['logcdf', 'x', logarithm(cdf)],
  ['sf', 'x', sf],
  ['logsf', 'x', logarithm(sf)],
  ['ppf', 'q', ppf],
  ['isf', 'q', isf],
];
const densities: Readonly<Record<'continuous' | 'discrete', typeof methodsOfValue>> = {
  continuous: [
    ['pdf', 'x', density],
    ['logpdf', 'x', logDensity],
  ],
  discrete: [
    ['pmf', 'k', density],
    ['logpmf', 'k', logDensity],
  ],
};

type Moment = (distribution: PyDistribution, parameters: Parameters) => Value;

const moment =
  (compute: RowFunction): Moment =>
  (distribution, parameters) =>
    evaluated(distribution, compute, [], parameters);

const moments: Readonly<Record<string, Moment>> = {
  mean: moment(meanOf),
  var: moment(varianceOf),
  std: moment(
    (row) =>
      (...parameters) =>
        Math.sqrt(varianceOf(row)(...parameters)),
  ),
  median: (distribution, parameters) => evaluated(distribution, ppf, [new PyFloat(0.5)], parameters),
};

function interval(distribution: PyDistribution, confidence: Value, parameters: Parameters): Value {
  const half = operate('true_divide', operate('subtract', 1, confidence), 2);
  const bounds = [half, operate('subtract', 1, half)];
  return new PyTuple(bounds.map((q) => evaluated(distribution, ppf, [q], parameters)));
}

/** The methods of the distributions of a kind, and the same of frozen ones. */
function methodsOf(kind: 'continuous' | 'discrete'): {
  free: Record<string, NativeBody>;
  frozen: Record<string, NativeBody>;
} {
  const free: Record<string, NativeBody> = {
    'rvs(*args, **kwds)': (self: PyDistribution, args: Value[], keywords: Map<string, Value>) =>
      rvs(self, { args, keywords }, null),
    'interval(confidence, *args, **kwds)': (
      self: PyDistribution,
      level: Value,
      args: Value[],
      keywords: Map<string, Value>,
    ) => interval(self, level, parametersOf(self, { args, keywords })),
  };
  const frozen: Record<string, NativeBody> = {
    'rvs(*args, **kwds)': (self: PyFrozen, args: Value[], keywords: Map<string, Value>) =>
      rvs(self.distribution, { args, keywords }, self.parameters),
    'interval(confidence)': (self: PyFrozen, level: Value) =>
      interval(self.distribution, level, self.parameters),
  };
  for (const [name, parameter, compute] of [...densities[kind], ...methodsOfValue]) {
    free[`${name}(${parameter}, *args, **kwds)`] = (
      self: PyDistribution,
      x: Value,
      args: Value[],
      keywords: Map<string, Value>,
    ) => evaluated(self, compute, [x], parametersOf(self, { args, keywords }));
    frozen[`${name}(${parameter})`] = (self: PyFrozen, x: Value) =>
      evaluated(self.distribution, compute, [x], self.parameters);
  }
  for (const [name, compute] of Object.entries(moments)) {
    free[`${name}(*args, **kwds)`] = (self: PyDistribution, args: Value[], keywords: Map<string, Value>) =>
      compute(self, parametersOf(self, { args, keywords }));
    frozen[`${name}()`] = (self: PyFrozen) => compute(self.distribution, self.parameters);
  }
  return { free, frozen };
}

/** What SciPy's distributions have beyond this. */
const refusedMethods = ['entropy', 'expect', 'fit', 'fit_loc_scale', 'moment', 'nnlf', 'stats', 'support'];

const refuseMissing =
  (nameOf: (self: never) => string) =>
  (self: object, name: string): undefined => {
    if (refusedMethods.includes(name)) notSupported(`scipy.stats.${nameOf(self as never)}.${name}`);
    return undefined;
  };

class PyContinuous extends PyDistribution {}
class PyDiscrete extends PyDistribution {}
class PyFrozenContinuous extends PyFrozen {}
class PyFrozenDiscrete extends PyFrozen {}

const kinds = {
  continuous: {
    free: PyContinuous,
    frozen: PyFrozenContinuous,
    type: 'rv_continuous',
    frozenType: 'rv_continuous_frozen',
  },
  discrete: {
    free: PyDiscrete,
    frozen: PyFrozenDiscrete,
    type: 'rv_discrete',
    frozenType: 'rv_discrete_frozen',
  },
} as const;

for (const kind of ['continuous', 'discrete'] as const) {
  const { free, frozen, type, frozenType } = kinds[kind];
  const methods = methodsOf(kind);
  const module = 'scipy.stats._distn_infrastructure';
  defineType<PyDistribution>({
    name: type,
    module,
    class: free,
    methods: methods.free,
    attributes: { name: (self) => self.name },
    call: (self, args, keywords) => new frozen(self, parametersOf(self, { args, keywords })),
    repr: (self) => `<scipy.stats._${kind}_distns.${self.name}_gen object at ${address(self)}>`,
    getMissing: refuseMissing((self: PyDistribution) => self.name),
  });
  defineType<PyFrozen>({
    name: frozenType,
    module,
    class: frozen,
    methods: methods.frozen,
    attributes: { dist: (self) => self.distribution },
    repr: (self) => `<${module}.${frozenType} object at ${address(self)}>`,
    getMissing: refuseMissing((self: PyFrozen) => self.distribution.name),
  });
}

/** The distribution `name` of a module. */
export function makeDistribution(name: string, row: DistributionRow): PyDistribution {
  return new kinds[row.isDiscrete ? 'discrete' : 'continuous'].free(name, row);
}
