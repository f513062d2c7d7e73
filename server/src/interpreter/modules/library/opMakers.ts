/** The ops that programs make themselves: `Print('x = ')(x)`, `Assert('negative')(x, x > 0)`. */
import { fillText } from '../../../graph/dialects/fillText.ts';
import { type GradientGate, gradientGateEntry } from '../../../graph/ops/gradientGate.ts';
import { type AssertParams, assertEntry, type PrintParams, printEntry } from '../../../graph/ops/watching.ts';
import type { GraphContext, Op } from '../../../graph/variable.ts';
import type { EngineErrorType } from '../../../tensor/engineError.ts';
import { exceptionType, exceptionTypes, notSupported, raiseValueError } from '../../exceptions.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr, str } from '../../protocols/text.ts';
import { isSubtype } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { type PyBuiltin, PyTuple, PyType, type Value } from '../../values.ts';
import { writeOutput } from '../printing.ts';
import { classicFromGraph, fromGraphSignatures, newFromGraph } from './fromGraphModule.ts';
import { clipGate, scaleGate } from './gradientGates.ts';

type Missing = Value | undefined;

/** Makes an op; it is no Python value by itself. */
const maker = (signature: string, body: (...args: never[]) => Op): PyBuiltin =>
  builtin(signature, body as unknown as NativeBody);

/** The text of a message argument. */
const messageOf = (value: Missing, usual: string): string =>
  value === undefined ? usual : (asText(value) ?? str(value));

function printOp(message: Missing, attributes: Missing, shower: Missing): Op {
  const names =
    attributes === undefined ? ['__str__'] : toArray(attributes).map((name) => asText(name) ?? str(name));
  const prefix = messageOf(message, '');
  const params: PrintParams = {
    message: prefix,
    text: `Print{message=${repr(prefix)}, attrs=${repr(new PyTuple(names))}, global_fn=<function _print_fn at 0x000000000000>}`,
    show: (value) => {
      for (const name of names) {
        const found = getAttribute(value, name);
        writeOutput(`${prefix} ${name} = ${str(isCallable(found) ? call(found, []) : found)}\n`);
      }
    },
  };
  if (shower !== undefined && shower !== null) return notSupported('Print(global_fn=…)');
  return { entry: printEntry, params } as Op;
}

const shortened = ({ dialect }: GraphContext, message: string): string =>
  dialect.printedMessages === 'shortened' && message.length > 30 ? `${message.slice(0, 27)}...` : message;

function assertOp(context: GraphContext, message: Missing): Op {
  const text = messageOf(message, `${context.dialect.title} Assert failed!`);
  const shown = shortened(context, text);
  const params: AssertParams = {
    error: 'AssertionError',
    message: text,
    text: fillText(context.dialect.assertText, shown, repr(shown)),
  };
  return { entry: assertEntry, params } as Op;
}

function checkAndRaiseOp(context: GraphContext, error: Missing, message: Missing): Op {
  if (!(error instanceof PyType) || !isSubtype(error, exceptionType('Exception'))) {
    return raiseValueError('`exc_type` must be an Exception subclass');
  }
  if (exceptionTypes.get(error.name) !== error)
    return notSupported('CheckAndRaise with an exception of the program');
  const text = messageOf(message, '');
  const shown = shortened(context, text);
  const params: AssertParams = {
    error: error.name as EngineErrorType,
    message: text,
    text: fillText(context.dialect.checkText, error.name, repr(error), shown),
  };
  return { entry: assertEntry, params } as Op;
}

const gateOp = (gate: GradientGate): Op => ({ entry: gradientGateEntry, params: gate }) as Op;

/** By the name of the class. */
export const opMakers: Readonly<Record<string, (context: GraphContext) => PyBuiltin>> = {
  OpFromGraph: (context) =>
    context.dialect.fromGraphArguments === 'current'
      ? maker(fromGraphSignatures.new, newFromGraph(context))
      : maker(fromGraphSignatures.classic, classicFromGraph(context)),
  GradClip: (context) =>
    maker('GradClip(clip_lower_bound, clip_upper_bound)', (low: Value, high: Value) =>
      gateOp(clipGate(context, low, high)),
    ),
  GradScale: () => maker('GradScale(multiplier)', (factor: Value) => gateOp(scaleGate(factor))),
  ConsiderConstant: () => maker('ConsiderConstant()', () => gateOp({ gate: 'considerConstant' })),
  ZeroGrad: () => maker('ZeroGrad()', () => gateOp({ gate: 'zero' })),
  UndefinedGrad: () => maker('UndefinedGrad()', () => gateOp({ gate: 'undefined' })),
  DisconnectedGrad: () => maker('DisconnectedGrad()', () => gateOp({ gate: 'disconnected' })),
  Print: () => maker('Print(message?, attrs?, global_fn?)', printOp),
  Assert: (context) => maker('Assert(msg?)', (message: Missing) => assertOp(context, message)),
  CheckAndRaise: (context) =>
    maker('CheckAndRaise(exc_type, msg?)', (error: Missing, message: Missing) =>
      checkAndRaiseOp(context, error, message),
    ),
};
