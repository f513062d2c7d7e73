/** The text of variables as the libraries print them: a name, an op's output, a constant or a type. */

import type { Element } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { printShape } from '../tensor/shape.ts';
import { arrayText, scalarText } from '../tensor/text.ts';
import { fillText } from './dialects/fillText.ts';
import { printType } from './tensorType.ts';
import { type Apply, Constant, type Variable } from './variable.ts';

/** `str(variable)`. */
export function printVariable(variable: Variable): string {
  const { dialect } = variable.context;
  if (variable instanceof Constant) return printConstant(variable);
  if (variable.name !== null) return variable.name;
  if (variable.owner) {
    const { entry, params } = variable.owner.op;
    const op = entry.print(params, dialect, variable.index, variable.owner);
    return /\.(\d+|out)$/.test(op) ? op : `${op}.${variable.index}`;
  }
  return `<${printType(dialect, variable.type)}>`;
}

function printConstant(constant: Constant): string {
  if (constant.isNone) return 'NoneConst{None}';
  const { value, context, name } = constant;
  const whole = arrayText(value, context.dialect.numpy);
  if (context.dialect.constantText === 'value') {
    const line = whole.replaceAll('\n', '');
    const text = line.length > 20 ? `${line.slice(0, 10).trim()} ... ${line.slice(-10).trim()}` : line;
    return name === null ? text : `${name}{${text}}`;
  }
  if (constant.type.isNumber) return fillText(context.dialect.numberConstantText, whole);
  const shown = name !== null && context.dialect.constantText === 'nameOrClass' ? name : 'TensorConstant';
  return `${shown}{${constantText(value, whole)}}`;
}

function constantText(value: NDArray, text: string): string {
  if (value.ndim === 0) return text;
  const elements = Array.from(value.elements() as ArrayLike<Element>);
  if (elements.length > 0 && elements.every((element) => element === elements[0])) {
    return `${printShape(value.shape)} of ${scalarText(value.dtype, elements[0], 1)}`;
  }
  return text.length > 20 ? `${text.slice(0, 10)}..${text.slice(-10)}` : text;
}

/** An application as error messages show it: `Add(x, y)`, `Elemwise{add,no_inplace}(x, y)`. */
export function printApply(variable: Variable, owner: Apply | null = variable.owner): string {
  const { context } = variable;
  if (!owner) return printVariable(variable);
  const op = owner.op.entry.print(owner.op.params, context.dialect, 0, owner).replace(/\.(\d+|out)$/, '');
  const isIndexing = owner.op.entry.kind === 'subtensor' || owner.op.entry.kind === 'incSubtensor';
  const inputs = owner.inputs.map((input) =>
    isIndexing && input instanceof Constant && input.ndim === 0 ? printIndex(input) : printVariable(input),
  );
  return `${op}(${inputs.join(', ')})`;
}

/** A constant that stands between brackets, where it may be a scalar of its own kind. */
export const printIndex = ({ context, value }: Constant): string =>
  fillText(context.dialect.numberConstantText, arrayText(value, 1));
