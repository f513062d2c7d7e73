/** The text of variables as the libraries print them: a name, an op's output, a constant or a type. */
import { arrayText } from '../tensor/text.ts';
import { printType } from './tensorType.ts';
import { Constant, type Variable } from './variable.ts';

/** `str(variable)`. */
export function printVariable(variable: Variable): string {
  const { dialect } = variable.context;
  if (variable instanceof Constant) return `${variable.name ?? 'TensorConstant'}{${constantText(variable)}}`;
  if (variable.name !== null) return variable.name;
  if (variable.owner) {
    const { entry, params } = variable.owner.op;
    const op = entry.print(params, dialect, variable.index);
    return /\.\d+$/.test(op) ? op : `${op}.${variable.index}`;
  }
  return `<${printType(dialect, variable.type)}>`;
}

function constantText(constant: Constant): string {
  const { value, context } = constant;
  const text = arrayText(value, context.dialect.numpy);
  if (value.ndim === 0) return text;
  const first = value.size > 0 ? value.at(0) : null;
  const isUniform =
    first !== null && Array.from(value.elements() as ArrayLike<unknown>).every((x) => x === first);
  if (isUniform) return `${value.shape.map((length) => `(${length},)`).join(' x ')} of ${String(first)}`;
  return text.length > 20 ? `${text.slice(0, 10)}..${text.slice(-10)}` : text;
}

/** An application as error messages show it: `Add(x, y)`, `Elemwise{add,no_inplace}(x, y)`. */
export function printApply(variable: Variable): string {
  const { owner, context } = variable;
  if (!owner) return printVariable(variable);
  const op = owner.op.entry.print(owner.op.params, context.dialect, 0).replace(/\.\d+$/, '');
  return `${op}(${owner.inputs.map(printVariable).join(', ')})`;
}
