/** `np.finfo`, `np.iinfo` and `np.errstate`: small objects with plain attributes. */
import { byteSize, type DType, integerRange, isFloat } from '../../../tensor/dtype.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { scalarText } from '../../../tensor/text.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { int, type Keywords, PyFloat, PyObject, type Value } from '../../values.ts';
import { numpyVersion } from './conversion.ts';
import { dtypeObject, toDType } from './dtypeObjects.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { type FloatError, floatErrorState, floatErrors, type Reaction } from './warnings.ts';

/** The limits of a type. */
class TypeInfo extends PyObject {
  readonly dtype: DType;
  constructor(dtype: DType) {
    super();
    this.dtype = dtype;
  }
}
class FloatInfo extends TypeInfo {}
class IntegerInfo extends TypeInfo {}

const limits: Readonly<
  Record<'float32' | 'float64', Readonly<Record<'max' | 'eps' | 'tiny' | 'epsneg' | 'resolution', number>>>
> = {
  float32: {
    max: (2 - 2 ** -23) * 2 ** 127,
    eps: 2 ** -23,
    tiny: 2 ** -126,
    epsneg: 2 ** -24,
    resolution: Math.fround(1e-6),
  },
  float64: { max: Number.MAX_VALUE, eps: 2 ** -52, tiny: 2 ** -1022, epsneg: 2 ** -53, resolution: 1e-15 },
};

function typeOfArgument(args: readonly Value[]): DType {
  const [value] = args;
  if (value instanceof NumpyScalar || value instanceof NDArray) return value.dtype;
  if (value instanceof PyFloat) return 'float64';
  if (typeof value === 'number') return 'int64';
  return value === undefined ? notSupported('a missing type') : toDType(value);
}

const limit =
  (name: keyof (typeof limits)['float32'], sign = 1) =>
  (self: FloatInfo): Value =>
    new NumpyScalar(self.dtype, sign * limits[self.dtype as 'float32'][name]);

const floatText = (self: FloatInfo, name: 'max' | 'resolution', sign = 1): string =>
  scalarText(self.dtype, sign * limits[self.dtype as 'float32'][name], numpyVersion());

export const finfoType = defineType<FloatInfo>({
  name: 'finfo',
  module: 'numpy',
  class: FloatInfo,
  create: (_type, args) => {
    const dtype = typeOfArgument(args);
    if (dtype === 'float16') notSupported('finfo of float16');
    if (!isFloat(dtype)) raiseValueError(`data type <class 'numpy.${dtype}'> not inexact`);
    return new FloatInfo(dtype);
  },
  attributes: {
    dtype: (self) => dtypeObject(self.dtype),
    bits: (self) => byteSize(self.dtype) * 8,
    max: limit('max'),
    min: limit('max', -1),
    eps: limit('eps'),
    epsneg: limit('epsneg'),
    tiny: limit('tiny'),
    smallest_normal: limit('tiny'),
    resolution: limit('resolution'),
    precision: (self) => (self.dtype === 'float32' ? 6 : 15),
    nmant: (self) => (self.dtype === 'float32' ? 23 : 52),
  },
  repr: (self) =>
    `finfo(resolution=${floatText(self, 'resolution')}, min=${floatText(self, 'max', -1)}, max=${floatText(self, 'max')}, dtype=${self.dtype})`,
});

export const iinfoType = defineType<IntegerInfo>({
  name: 'iinfo',
  module: 'numpy',
  class: IntegerInfo,
  create: (_type, args) => {
    const dtype = typeOfArgument(args);
    if (isFloat(dtype) || dtype === 'bool')
      raiseValueError(`Invalid integer data type '${isFloat(dtype) ? 'f' : 'b'}'.`);
    return new IntegerInfo(dtype);
  },
  attributes: {
    dtype: (self) => dtypeObject(self.dtype),
    bits: (self) => byteSize(self.dtype) * 8,
    max: (self) => int(integerRange(self.dtype)[1]),
    min: (self) => int(integerRange(self.dtype)[0]),
  },
  repr: (self) =>
    `iinfo(min=${integerRange(self.dtype)[0]}, max=${integerRange(self.dtype)[1]}, dtype=${self.dtype})`,
});

// -------------------------------------------------------------------------------------------------------- errstate

type Settings = Partial<Record<FloatError, Reaction>>;

class ErrorState extends PyObject {
  readonly settings: Settings;
  outer: Record<FloatError, Reaction> | null = null;
  constructor(settings: Settings) {
    super();
    this.settings = settings;
  }
}

const isFloatError = (name: string): name is FloatError => (floatErrors as readonly string[]).includes(name);

function reactionOf(value: Value): Reaction {
  if (value === 'ignore' || value === 'warn' || value === 'raise') return value;
  return notSupported(`the reaction ${repr(value)} to floating point errors`);
}

function settingsOf(keywords: Keywords): Settings {
  const settings: Settings = {};
  const all = keywords?.get('all');
  if (all !== undefined && all !== null) for (const name of floatErrors) settings[name] = reactionOf(all);
  for (const [name, value] of keywords ?? [])
    if (isFloatError(name) && value !== null) settings[name] = reactionOf(value);
  return settings;
}

export const errstateType = defineType<ErrorState>({
  name: 'errstate',
  module: 'numpy',
  class: ErrorState,
  create: (_type, _args, keywords) => new ErrorState(settingsOf(keywords)),
  enter: (self) => {
    self.outer = { ...floatErrorState() };
    Object.assign(floatErrorState(), self.settings);
    return null;
  },
  exit: (self) => {
    if (self.outer) Object.assign(floatErrorState(), self.outer);
    return null;
  },
});

const stateDict = (): PyDict => PyDict.from(floatErrors.map((name) => [name, floatErrorState()[name]]));

/** `np.seterr(…)`: gives the settings before. */
export function setErrors(keywords: Keywords): Value {
  const before = stateDict();
  Object.assign(floatErrorState(), settingsOf(keywords));
  return before;
}

export const getErrors = (): Value => stateDict();
