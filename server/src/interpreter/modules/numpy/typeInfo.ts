/** `np.iinfo` and `np.errstate`: small objects with plain attributes. */
import { byteSize, type DType, integerRange, isInteger, kindOf } from '../../../tensor/dtype.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { int, type Keywords, PyObject, type Value } from '../../values.ts';
import { dtypeObject } from './dtypeObjects.ts';
import { typeOfArgument } from './typeArgument.ts';
import { type FloatError, floatErrorState, floatErrors, type Reaction } from './warnings.ts';

class IntegerInfo extends PyObject {
  readonly dtype: DType;
  constructor(dtype: DType) {
    super();
    this.dtype = dtype;
  }
}

export const iinfoType = defineType<IntegerInfo>({
  name: 'iinfo',
  module: 'numpy',
  class: IntegerInfo,
  create: (_type, args) => {
    const dtype = typeOfArgument(args);
    if (!isInteger(dtype)) raiseValueError(`Invalid integer data type '${kindOf(dtype)[0]}'.`);
    return new IntegerInfo(dtype);
  },
  str: (self) => {
    const [low, high] = integerRange(self.dtype);
    const rule = '-'.repeat(63);
    return `Machine parameters for ${self.dtype}\n${rule}\nmin = ${low}\nmax = ${high}\n${rule}\n`;
  },
  attributes: {
    dtype: (self) => dtypeObject(self.dtype),
    kind: (self) => kindOf(self.dtype)[0]!,
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
