/**
 * Graphs as formulas, `theano.pp`: `((x + TensorConstant{1}) * y)`. The rules are those of `printing.py` and of the printers
 * that the modules of ops register, in Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.3.0. Names of what was computed are not printed.
 */
import { notSupported } from '../tensor/engineError.ts';
import { interruption } from '../tensor/interrupt.ts';
import { arrayText } from '../tensor/text.ts';
import type { Dialect } from './dialects.ts';
import { printOp } from './graphText.ts';
import { ownerInLibrary } from './libraryForm.ts';
import type { PatternItem } from './ops/subtensor.ts';
import { printVariable } from './printVariable.ts';
import { type Apply, Constant, type Variable } from './variable.ts';

const operators: Readonly<Record<string, string>> = {
  add: '+',
  mul: '*',
  sub: '-',
  true_div: '/',
  int_div: '//',
  pow: '**',
};

const longestText = 2 ** 26;

/** The formula of a variable. */
export function prettyText(root: Variable): string {
  const known = new Map<Variable, string>();
  const text = (variable: Variable): string => known.get(variable) ?? leafText(variable);
  const work = [root];
  while (work.length > 0) {
    interruption();
    const variable = work.at(-1)!;
    const owner = ownerInLibrary(variable);
    const missing = (owner?.inputs ?? []).filter((input) => !known.has(input));
    if (missing.length > 0) {
      work.push(...missing);
      continue;
    }
    work.pop();
    if (owner) known.set(variable, bounded(applyText(owner, owner.inputs.map(text))));
    else known.set(variable, leafText(variable));
  }
  return known.get(root)!;
}

/** What is used twice is written twice, and so on: such a text has no end. */
function bounded(text: string): string {
  if (text.length > longestText) throw notSupported('a formula of millions of characters');
  return text;
}

function leafText(variable: Variable): string {
  const { dialect } = variable.context;
  if (!(variable instanceof Constant) || dialect.formulaConstants === 'variables')
    return printVariable(variable);
  return arrayText(variable.value, dialect.numpy);
}

function applyText(apply: Apply, inputs: readonly string[]): string {
  const { dialect } = apply.outputs[0].context;
  switch (apply.op.entry.kind) {
    case 'elemwise':
      return elemwiseText(apply, inputs);
    case 'cast':
      return `${apply.outputs[0].dtype}(${inputs[0]})`;
    case 'dimShuffle':
      return dimShuffleText(apply, inputs[0]);
    case 'dot':
      return `(${inputs.join(' \\dot ')})`;
    case 'makeVector':
      return `[${inputs.join(', ')}]`;
    case 'alloc':
      return `alloc(${inputs.join(', ')})`;
    case 'join':
      return `join(${[...joinedAxis(apply, dialect), ...inputs].join(', ')})`;
    case 'subtensor':
      return subtensorText(apply, inputs) ?? `${printOp(apply)}(${inputs.join(', ')})`;
    case 'incSubtensor':
      return incrementText(apply, dialect, inputs) ?? `${printOp(apply)}(${inputs.join(', ')})`;
    case 'reduce':
      return reductionText(apply, dialect, inputs[0]);
    default:
      return `${printOp(apply)}(${inputs.join(', ')})`;
  }
}

function joinedAxis(apply: Apply, { joinAxis }: Dialect): string[] {
  const { axis } = apply.op.params as { readonly axis: number };
  return joinAxis === 'setting' ? [String(axis)] : [];
}

function elemwiseText(apply: Apply, inputs: readonly string[]): string {
  const { scalar } = apply.op.params as { readonly scalar: string };
  const operator = operators[scalar];
  if (operator !== undefined) return `(${inputs.join(` ${operator} `)})`;
  if (scalar === 'neg') return `(-${inputs[0]})`;
  if (scalar === 'abs_') return `|${inputs[0]}|`;
  if (scalar === 'identity') return inputs[0];
  if (scalar === 'second') return `fill(${inputs.join(', ')})`;
  const name = printOp(apply).replace(/^Elemwise\{(\w+)(,no_inplace)?\}$/, '$1');
  return `${name}(${inputs.join(', ')})`;
}

function dimShuffleText(apply: Apply, input: string): string {
  const { order } = apply.op.params as { readonly order: readonly (number | 'x')[] };
  const kept = order.filter((axis) => axis !== 'x');
  const { ndim } = apply.inputs[0];
  const isSame = kept.length === ndim && kept.every((axis, i) => axis === i);
  if (isSame && order.slice(0, order.length - ndim).every((axis) => axis === 'x')) return input;
  if (order.length === 2 && order[0] === 1 && order[1] === 0) return `${input}.T`;
  return `DimShuffle{${order.join(', ')}}(${input})`;
}

function subtensorText(apply: Apply, inputs: readonly string[]): string | null {
  const { pattern, dtypes } = apply.op.params as {
    readonly pattern: readonly PatternItem[];
    readonly dtypes: readonly string[];
  };
  if (pattern.some((item) => item.kind === 'array')) return null;
  const isClassic = apply.outputs[0].context.dialect.formulaBounds !== 'values';
  const bounds = inputs.slice(1);
  const types = [...dtypes];
  // The older libraries write the type of a bound where a slice has one, and take what they write from the end of the inputs.
  const bound = (): string => {
    types.shift();
    return (isClassic ? bounds.pop() : bounds.shift())!;
  };
  const sliceBound = (isThere: boolean): string => {
    if (!isThere) return '';
    return isClassic ? types.shift()! : bound();
  };
  const items = pattern.map((item) => {
    if (item.kind !== 'slice') return bound();
    const [start, stop] = [sliceBound(item.start), sliceBound(item.stop)];
    return `${start}:${stop}${item.step ? `:${sliceBound(true)}` : ''}`;
  });
  return `${inputs[0]}[${items.join(', ')}]`;
}

/** `set_subtensor(x[0], y)`, or as any op. */
function incrementText(apply: Apply, dialect: Dialect, inputs: readonly string[]): string | null {
  const { mode } = apply.op.params as { readonly mode: 'set' | 'inc' };
  const [target, value, ...bounds] = inputs;
  const part = dialect.formulaCalls === 'ops' ? null : subtensorText(apply, [target, ...bounds]);
  return part === null ? null : `${mode}_subtensor(${part}, ${value})`;
}

function reductionText(apply: Apply, dialect: Dialect, input: string): string {
  const { reduction, axes } = apply.op.params as {
    readonly reduction: string;
    readonly axes: readonly number[] | null;
  };
  if (reduction !== 'sum' || dialect.formulaCalls === 'ops') return `${printOp(apply)}(${input})`;
  const listed = axes === null ? 'None' : `(${axes.join(', ')}${axes.length === 1 ? ',' : ''})`;
  return `sum(${input}, axis=${listed})`;
}
