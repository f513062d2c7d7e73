/** `theano.printing`: `pp`, `debugprint` and their like. */

import { CompiledFunction } from '../../../graph/compiledFunction.ts';
import { type DebugOptions, DebugText } from '../../../graph/debugText.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import { informativeText } from '../../../graph/informativeText.ts';
import { libraryOrder } from '../../../graph/libraryWalks.ts';
import { prettyText } from '../../../graph/prettyText.ts';
import { type Apply, type GraphContext, Variable } from '../../../graph/variable.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { PySet } from '../../containers.ts';
import {
  exceptionType,
  notSupported,
  raise,
  raiseAttributeError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { identityOf } from '../../protocols/hashing.ts';
import { toArray } from '../../protocols/iteration.ts';
import { asInteger } from '../../protocols/numbers.ts';
import { repr, str } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../values.ts';
import { writeOutput } from '../printing.ts';
import { PyFunctionGraph } from './functionGraphs.ts';
import { PyIn, PyOut } from './functionInputsModule.ts';
import { PyApply } from './pyApply.ts';

type Missing = Value | undefined;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** A graph to show: its root, and the order in which the function that it belongs to runs it. */
interface Shown {
  readonly root: Variable;
  readonly order: readonly Apply[] | null;
}

function shownOf(context: GraphContext, value: Value): readonly Shown[] | null {
  if (value instanceof Variable) return [{ root: value, order: null }];
  if (value instanceof PyApply) return value.apply.outputs.map((root) => ({ root, order: null }));
  if (value instanceof PyIn || value instanceof PyOut) return [{ root: value.variable, order: null }];
  if (value instanceof PyFunctionGraph) {
    const order = libraryOrder(context.dialect, value.inputs, value.outputs);
    return value.outputs.map((root) => ({ root, order }));
  }
  if (!(value instanceof CompiledFunction)) return null;
  const order = libraryOrder(context.dialect, value.graph.inputs, value.graph.outputs);
  return value.graph.outputs.map((root) => ({ root, order }));
}

function isPlain(value: Value): boolean {
  return asInteger(value) !== undefined || value instanceof PyFloat || value instanceof NDArray;
}

function refuse({ dialect }: GraphContext, value: Value): never {
  const values = dialect.errorValues === 'arguments' ? [value] : [];
  return raiseTypeError(fillText(dialect.notPrinted, repr(typeOf(value))), ...values);
}

interface DebugArguments {
  readonly object: Value;
  readonly depth: Missing;
  readonly showsTypes: Missing;
  readonly file: Missing;
  readonly ids: Missing;
  readonly stopsAtNames: Missing;
}

function debugPrint(context: GraphContext, given: DebugArguments): Value {
  const { object, file } = given;
  const depth = given.depth === undefined ? -1 : asInteger(given.depth!);
  if (depth === undefined) raise(exceptionType('Exception'), 'depth parameter must be an int');
  const options: Omit<DebugOptions, 'order'> = {
    depth: Number(depth),
    showsTypes: isGiven(given.showsTypes) && isTrue(given.showsTypes),
    ids: idsArgument(given.ids),
    stopsAtNames: isGiven(given.stopsAtNames) && isTrue(given.stopsAtNames),
    identify: (variable) => String(identityOf(variable)),
  };
  const text = new DebugText();
  const several = object instanceof PyList || object instanceof PyTuple || object instanceof PySet;
  for (const item of several ? toArray(object) : [object]) {
    const shown = shownOf(context, item);
    if (shown) for (const { root, order } of shown) text.add(root, { ...options, order });
    else if (isPlain(item)) text.lines.push(str(item));
    else refuse(context, item);
  }
  text.addInnerGraphs({ ...options, order: null });
  const written = text.lines.map((line) => `${line}\n`).join('');
  if (isGiven(file) && asText(file) === 'str') return written;
  if (!isGiven(file)) {
    writeOutput(written);
    return null;
  }
  call(getAttribute(file, 'write'), [written]);
  return file;
}

function idsArgument(value: Missing): DebugOptions['ids'] {
  const text = value === undefined ? 'CHAR' : asText(value!);
  if (text === 'CHAR' || text === 'int' || text === 'id' || text === 'auto' || text === '') return text;
  return raiseValueError(`ids can not be ${repr(value!)}`);
}

const debugBody =
  (context: GraphContext) =>
  (...args: Missing[]): Value => {
    const takesShape = context.dialect.debugShapes === 'present';
    if (takesShape && isGiven(args[3]) && isTrue(args[3]))
      return notSupported('debugprint(print_shape=True)');
    const [object, depth, showsTypes, ...rest] = takesShape ? [...args.slice(0, 3), ...args.slice(4)] : args;
    const [file, ids, stopsAtNames] = rest;
    const plain = { object: object!, depth, showsTypes, file, ids, stopsAtNames };
    return debugPrint(context, plain);
  };

/** `variable.dprint(…)` and `f.dprint(…)`. */
export const printingMethods = {
  'dprint(**kwargs)': (self: Variable | CompiledFunction, keywords: ReadonlyMap<string, Value>) =>
    builtin(self.context.dialect.debugSignature, debugBody(self.context)).call([self], keywords),
};

/** The formula of one variable. */
function pretty(value: Value): Value {
  if (value instanceof Variable) return prettyText(value);
  return raiseAttributeError(`'${typeOf(value).name}' object has no attribute 'owner'`);
}

/** Everything of the module, by signature. */
export const printingFunctions = (context: GraphContext): Readonly<Record<string, NativeBody>> => {
  const debug = debugBody(context);
  const signature = context.dialect.debugSignature;
  return {
    [signature]: debug,
    [signature.replace('debugprint', 'dprint')]: debug,
    'pp(r)': pretty,
    'pprint(r)': pretty,
    'min_informative_str(obj, indent_level?)': (value: Value, level: Missing) =>
      value instanceof Variable
        ? informativeText(value, Number(asInteger(level ?? 0) ?? 0))
        : notSupported('min_informative_str of what is no variable'),
    'pydotprint(*args, **kwargs)': () => notSupported('pictures of graphs (pydotprint): use debugprint'),
  };
};
