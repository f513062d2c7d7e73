/** What is known when the graph is built, bound to Python: `get_scalar_constant_value`, `get_vector_length` and their like. */

import { DebugText } from '../../../graph/debugText.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import { printVariable } from '../../../graph/printVariable.ts';
import {
  type ConstantSearch,
  scalarConstant,
  uniqueElement,
  vectorLength,
} from '../../../graph/scalarConstant.ts';
import { printType } from '../../../graph/tensorType.ts';
import { applyNew, Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { isTrue } from '../../protocols/comparison.ts';
import type { Value } from '../../values.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { asVariable, integerArgument } from './convert.ts';
import { evaluateVariable } from './evaluate.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

/** `elemwise`, `only_process_constants`, `max_recur`. */
function searchOf(
  context: GraphContext,
  [computes, onlyConstants, depth]: readonly Missing[],
): ConstantSearch {
  return {
    computes: computes === undefined || isTrue(computes),
    digs: onlyConstants === undefined || !isTrue(onlyConstants),
    depth: depth === undefined ? 10 : integerArgument(depth, 'max_recur'),
    evaluate: (made, inputs) => {
      const constants = inputs.map((input) => new Constant(context, input));
      return evaluateVariable(applyNew(context, made.op, constants)[0]!, undefined) as NDArray;
    },
  };
}

function constantValue(context: GraphContext, value: Missing, options: readonly Missing[]): NDArray | null {
  if (value === undefined || value === null) return null;
  if (value instanceof Variable) return scalarConstant(value, searchOf(context, options));
  const array = arrayOf(value);
  if (context.dialect.arrayConstants === 'copy' && array.size === 1) return array.copy();
  return array.size === 1 ? uniqueElement(array) : null;
}

/** What is said of a value that is no constant. */
function noConstant({ dialect }: GraphContext, value: Missing): EngineError {
  if (dialect.noConstantText === 'none' || value === undefined || value === null)
    return new EngineError('NotScalarConstantError');
  const array = value instanceof Constant ? value.value : value instanceof NDArray ? value : null;
  if (array === null) return new EngineError('NotScalarConstantError', value);
  return new EngineError(
    'NotScalarConstantError',
    'v.data is non-numeric, non-scalar, or has more than one unique value',
    array,
  );
}

/** PyTensor asks for a scalar, and looks into tensors of one value only under the longer name. */
function checkScalar(value: Missing): void {
  if ((value instanceof Variable || value instanceof NDArray) && value.ndim !== 0)
    throw new EngineError('NotScalarConstantError', 'Input ndim != 0');
}

function found(context: GraphContext, value: Missing, options: readonly Missing[]): Value {
  const constant = constantValue(context, value, options);
  if (constant !== null) return constant;
  if (options[3] !== undefined && !isTrue(options[3])) return value!;
  throw noConstant(context, value);
}

export function constantFunctions(context: GraphContext): Functions {
  return {
    'get_vector_length(v)': (value) => lengthOf(context, asVariable(context, value!)),
    'extract_constant(x, elemwise?, only_process_constants?)': (value, ...options) =>
      constantValue(context, value, options) ?? value!,
    ...(context.dialect.constantFunctions === 'two'
      ? {
          'get_scalar_constant_value(v, elemwise?, only_process_constants?, max_recur?, raise_not_constant?)':
            (value: Missing, ...options: Missing[]) => {
              checkScalar(value);
              return found(context, value, options);
            },
          'get_underlying_scalar_constant_value(v, *, elemwise?, only_process_constants?, max_recur?, raise_not_constant?)':
            (value: Missing, ...options: Missing[]) => found(context, value, options),
        }
      : {
          'get_scalar_constant_value(orig_v, elemwise?, only_process_constants?, max_recur?)': (
            value: Missing,
            ...options: Missing[]
          ) => found(context, value, options),
        }),
  };
}

function lengthOf({ dialect }: GraphContext, vector: Variable): number {
  const text = printVariable(vector);
  if (vector.ndim !== 1)
    throw new EngineError('TypeError', fillText(dialect.noVector, text, printType(dialect, vector.type)));
  const length = vectorLength(vector);
  if (length !== null) return length;
  throw new EngineError('ValueError', fillText(dialect.unknownLength, text, debugged(vector)));
}

/** `debugprint(variable, file='str')`. */
function debugged(variable: Variable): string {
  const text = new DebugText();
  text.add(variable, {
    depth: -1,
    showsTypes: false,
    ids: 'CHAR',
    stopsAtNames: false,
    order: null,
    identify: () => '',
  });
  return text.lines.map((line) => `${line}\n`).join('');
}
