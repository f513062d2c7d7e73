/** `In`, `Param`, `Out`, and what stands in the list of inputs of `function`. Theano 1.0.5, `compile/io.py`. */
import { type FunctionInput, type InputCell, inputCell } from '../../../graph/functionInputs.ts';
import { filterValue } from '../../../graph/inputValue.ts';
import { printVariable } from '../../../graph/printVariable.ts';
import { printType, sameType } from '../../../graph/tensorType.ts';
import { Constant, type GraphContext, SharedVariable, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, givenFor } from './convert.ts';
import { containerOf } from './sharedVariables.ts';
import { PyContainer } from './storageContainer.ts';

type Missing = Value | undefined;

interface InOptions {
  readonly name: string | null;
  readonly value: Value;
  readonly update: Variable | null;
  readonly mutable: boolean;
  readonly isStrict: boolean;
  readonly allowDowncast: boolean | null;
  readonly isImplicit: boolean;
  readonly borrow: boolean;
}

/** `In(variable, …)`. */
export class PyIn {
  readonly variable: Variable;
  readonly options: InOptions;
  constructor(variable: Variable, options: InOptions) {
    this.variable = variable;
    this.options = options;
  }
}

/** `Out(variable)`. */
export class PyOut {
  readonly variable: Variable;
  readonly borrow: boolean;
  constructor(variable: Variable, borrow: boolean) {
    this.variable = variable;
    this.borrow = borrow;
  }
}

/** `theano.In`. */
export const inType = defineType<PyIn>({
  name: 'In',
  module: 'compile.io',
  class: PyIn,
  attributes: {
    variable: (self) => self.variable,
    name: (self) => self.options.name,
    value: (self) => self.options.value,
    update: (self) => self.options.update,
    mutable: (self) => self.options.mutable,
    strict: (self) => self.options.isStrict,
    allow_downcast: (self) => self.options.allowDowncast,
    implicit: (self) => self.options.isImplicit,
    borrow: (self) => self.options.borrow,
  },
  repr: ({ variable, options }) =>
    options.update === null
      ? `In(${printVariable(variable)})`
      : `In(${printVariable(variable)} -> ${printVariable(options.update)})`,
});

defineType<PyOut>({
  name: 'Out',
  module: 'compile.io',
  class: PyOut,
  attributes: { variable: (self) => self.variable, borrow: (self) => self.borrow },
  repr: (self) => `Out(${printVariable(self.variable)},${self.borrow ? 'True' : 'False'})`,
});

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;
const isSet = (value: Missing): boolean => isGiven(value) && isTrue(value);

interface RawIn {
  readonly variable: Value;
  readonly name: Missing;
  readonly value: Missing;
  readonly update: Missing;
  readonly mutable: Missing;
  readonly strict: Missing;
  readonly downcast: Missing;
  readonly autoname: Missing;
  readonly implicit: Missing;
  readonly borrow: Missing;
}

function makeIn(context: GraphContext, raw: RawIn): PyIn {
  if (!(raw.variable instanceof Variable) && asText(raw.variable) !== null)
    raiseAttributeError(`'${typeOf(raw.variable).name}' object has no attribute 'name'`);
  const variable = asVariable(context, raw.variable);
  const value = raw.value ?? null;
  const ownName = raw.autoname === undefined || isTrue(raw.autoname) ? variable.name : null;
  const name = isGiven(raw.name) ? asText(raw.name) : ownName;
  if (isGiven(raw.name) && name === null) raiseTypeError(`name must be a string! (got: ${str(raw.name)})`);
  if (isGiven(raw.update) && !(raw.update instanceof Variable))
    raiseAttributeError(`'${typeOf(raw.update).name}' object has no attribute 'type'`);
  const update = isGiven(raw.update) ? asVariable(context, raw.update) : null;
  if (update !== null && !sameType(update.type, variable.type)) {
    const [wanted, got] = [variable, update].map((one) => printType(context.dialect, one.type));
    raiseTypeError(
      `Variable '${printVariable(variable)}' has type ${wanted!} but an update of type ${got!}. The type of the update should be ${context.dialect.updateTypes === 'same' ? 'the same as the type of the variable' : 'compatible with the type of the variable.'}`,
    );
  }
  const mutable = raw.mutable === undefined || raw.mutable === null ? update !== null : isTrue(raw.mutable);
  const borrow = isGiven(raw.borrow) ? isTrue(raw.borrow) : isSet(raw.mutable);
  if (isSet(raw.mutable) && !borrow) throw mutableError(context, variable, isGiven(raw.name) ? name : null);
  const isLent = value instanceof PyContainer || value instanceof SharedVariable;
  const isImplicit = isGiven(raw.implicit) ? isTrue(raw.implicit) : isLent;
  if (isImplicit && value === null) raiseTypeError('An implicit input must be given a default value');
  const isStrict = isSet(raw.strict);
  const allowDowncast = typeof raw.downcast === 'boolean' ? raw.downcast : null;
  return new PyIn(variable, { name, value, update, mutable, isStrict, allowDowncast, isImplicit, borrow });
}

function mutableError({ dialect }: GraphContext, variable: Variable, name: string | null): EngineError {
  const { errorValues, mutableWithoutBorrow } = dialect;
  if (errorValues === 'arguments') return new EngineError(mutableWithoutBorrow, mutableText, variable, name);
  const text = mutableText.replace('%s', printVariable(variable)).replace('%s', name ?? 'None');
  return new EngineError(mutableWithoutBorrow, text);
}

const mutableText =
  'Symbolic input for variable %s (name=%s) has flags mutable=True, borrow=False. This combination is incompatible since mutable=True implies that the input variable may be both aliased (borrow=True) and overwritten.';

const inSignature =
  'In(variable, name?, value?, update?, mutable?, strict?, allow_downcast?, autoname?, implicit?, borrow?, shared?)';
const paramSignature =
  'Param(variable, default?, name?, mutable?, strict?, allow_downcast?, implicit?, borrow?)';

/** The classes as functions, by signature. */
export const inputFunctions = (
  context: GraphContext,
): Readonly<Record<string, (...args: Missing[]) => Value>> => ({
  [inSignature]: (...args) => {
    const [variable, name, value, update, mutable, strict, downcast, autoname, implicit, borrow] = args;
    const raw = {
      variable: variable!,
      name,
      value,
      update,
      mutable,
      strict,
      downcast,
      autoname,
      implicit,
      borrow,
    };
    return makeIn(context, raw);
  },
  [paramSignature]: (...args) => {
    const [variable, value, name, mutable, strict, downcast, implicit, borrow] = args;
    context.warn(
      'UserWarning',
      'The Param class is deprecated. Replace Param(default=N) by theano.In(value=N)',
    );
    const others = { update: undefined, autoname: undefined };
    return makeIn(context, {
      variable: variable!,
      name,
      value,
      mutable,
      strict,
      downcast,
      implicit,
      borrow,
      ...others,
    });
  },
  'Out(variable, borrow?)': (variable, borrow) => new PyOut(asVariable(context, variable!), isSet(borrow)),
});

/** The inputs of a function. `downcasts` is what `allow_input_downcast` says. */
export function readInputs(context: GraphContext, inputs: Value, downcasts: boolean | null): FunctionInput[] {
  if (!(inputs instanceof PyList || inputs instanceof PyTuple)) {
    const text = `Input variables of ${context.dialect.titleWithArticle} function should be contained in a list, even when there is a single input.`;
    throw new EngineError(context.dialect.inputsNoList, text);
  }
  return inputs.items.map((item) => inputOf(context, item, downcasts));
}

function inputOf(context: GraphContext, item: Value, downcasts: boolean | null): FunctionInput {
  if (item instanceof PyIn) return declaredInput(context, item, downcasts);
  if (item instanceof PyList || item instanceof PyTuple)
    return declaredInput(context, oldInput(context, item), downcasts);
  if (!(item instanceof Variable)) return raiseTypeError(`Unknown parameter type: ${repr(typeOf(item))}`);
  if (item instanceof Constant) raiseTypeError('Constants not allowed in param list', item);
  return {
    variable: item,
    name: item.name,
    allowDowncast: downcasts,
    isStrict: false,
    cell: inputCell(null),
    isRequired: true,
    isImplicit: false,
    refed: null,
    update: null,
  };
}

/** The old way to write it: `(variable, value)`, `((variable, update), value)`, all with a name in front. */
function oldInput(context: GraphContext, item: PyList | PyTuple): PyIn {
  const [first, ...rest] = item.items;
  if (first === undefined) return raiseTypeError(`Nonsensical input specification: ${str(item)}`);
  const name = asText(first);
  const [target, value] = name === null ? item.items : rest;
  const pair = target instanceof PyList || target instanceof PyTuple ? target.items : [target ?? null, null];
  const raw = { mutable: undefined, strict: undefined, downcast: undefined, autoname: undefined };
  return makeIn(context, {
    ...raw,
    variable: pair[0]!,
    name: name ?? undefined,
    value,
    update: pair[1],
    implicit: undefined,
    borrow: undefined,
  });
}

function declaredInput(
  context: GraphContext,
  { variable, options }: PyIn,
  downcasts: boolean | null,
): FunctionInput {
  const { value, update, isStrict, isImplicit, name } = options;
  if (value !== null && context.dialect.inputDefaults === 'refused') {
    raiseValueError('Inputs with default values are deprecated');
  }
  const base = {
    variable,
    name,
    isStrict,
    isImplicit,
    update,
    allowDowncast: options.allowDowncast ?? downcasts,
  };
  if (value === null) return { ...base, cell: inputCell(null), isRequired: true, refed: null };
  if (value instanceof PyContainer || value instanceof SharedVariable) {
    return { ...base, cell: lentCell(value), isRequired: false, refed: null };
  }
  const start = defaultValue(context, base, value);
  return { ...base, cell: inputCell(start), isRequired: false, refed: update === null ? start : null };
}

function defaultValue(
  context: GraphContext,
  input: Pick<FunctionInput, 'variable' | 'isStrict' | 'allowDowncast'>,
  value: Value,
): ReturnType<typeof filterValue> {
  try {
    return filterValue(context, input.variable.type, givenFor(input.variable.dtype, value), input);
  } catch (error) {
    if (!(error instanceof EngineError) || error.type === 'NotSupportedByScanLens') throw error;
    throw new EngineError(error.type, ...error.args, `Container name "${input.variable.name ?? 'None'}"`);
  }
}

/** The place of another function's input, or of a shared variable. */
function lentCell(value: PyContainer | SharedVariable): InputCell {
  const { storage } = value instanceof PyContainer ? value : containerOf(value);
  return {
    read: () => storage.read(),
    store: (next) => {
      storage.store?.(next);
    },
  };
}
