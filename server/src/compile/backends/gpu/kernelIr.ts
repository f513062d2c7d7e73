/**
 * What a kernel computes: for each element of an output of at most three axes one number, as an expression over elements of buffers. There are no
 * statements and no types: every number is a float32, truths are 0 and 1. Buffers are flat; an index is a linear form over the
 * thread's place, the counters of folds and the number of the step, so that moving axes, cutting and repeating cost nothing.
 * `printKernel.ts` gives the text.
 */

/** Something that kernels read, from its first element on. Compared by identity. */
export interface KernelBuffer {
  readonly name: string;
}

/** What an index may depend on. */
export type IndexVariable =
  /** The thread's place along an axis of the output. */
  | { readonly kind: 'axis'; readonly axis: number }
  /** The counter of a fold, compared by identity. */
  | { readonly kind: 'counter' }
  /** The number that is the first element of a buffer. */
  | { readonly kind: 'number'; readonly buffer: KernelBuffer };

/** `constant + Σ factor · variable`. */
export interface Index {
  readonly constant: number;
  readonly terms: readonly { readonly factor: number; readonly variable: IndexVariable }[];
}

export type BinaryOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** Functions of gpu.js that mean the same on every device; what differs is composed of them in scalarKernels.ts. */
export type MathName =
  | 'abs'
  | 'acos'
  | 'asin'
  | 'atan'
  | 'atan2'
  | 'ceil'
  | 'cos'
  | 'exp'
  | 'floor'
  | 'log'
  | 'log2'
  | 'max'
  | 'min'
  | 'pow'
  | 'sin'
  | 'sqrt'
  | 'tan';

export type Condition =
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly a: KernelExpression;
      readonly b: KernelExpression;
    }
  /** True where an index is below a bound. */
  | { readonly kind: 'below'; readonly index: Index; readonly bound: number };

export type FoldName = 'sum' | 'prod' | 'max' | 'min';

export type KernelExpression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'read'; readonly buffer: KernelBuffer; readonly index: Index }
  | { readonly kind: 'math'; readonly name: MathName; readonly args: readonly KernelExpression[] }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly a: KernelExpression;
      readonly b: KernelExpression;
    }
  | {
      readonly kind: 'choose';
      readonly condition: Condition;
      readonly then: KernelExpression;
      readonly otherwise: KernelExpression;
    }
  | {
      readonly kind: 'fold';
      readonly fold: FoldName;
      readonly counter: IndexVariable;
      readonly count: number;
      readonly body: KernelExpression;
    };

export interface Kernel {
  /** At most three lengths, the last one varies fastest. */
  readonly shape: readonly number[];
  readonly value: KernelExpression;
}

export const number = (value: number): KernelExpression => ({ kind: 'number', value });
export const read = (buffer: KernelBuffer, index: Index): KernelExpression => ({
  kind: 'read',
  buffer,
  index,
});
export const math = (name: MathName, ...args: KernelExpression[]): KernelExpression => ({
  kind: 'math',
  name,
  args,
});
const binary =
  (operator: BinaryOperator) =>
  (a: KernelExpression, b: KernelExpression): KernelExpression => ({ kind: 'binary', operator, a, b });
export const plus = binary('+');
export const minus = binary('-');
export const times = binary('*');
export const over = binary('/');
export const compare = (
  operator: ComparisonOperator,
  a: KernelExpression,
  b: KernelExpression,
): Condition => ({ kind: 'compare', operator, a, b });
export const below = (index: Index, bound: number): Condition => ({ kind: 'below', index, bound });
export const choose = (
  condition: Condition,
  then: KernelExpression,
  otherwise: KernelExpression,
): KernelExpression => ({ kind: 'choose', condition, then, otherwise });
/** A truth as a number. */
export const truth = (condition: Condition): KernelExpression => choose(condition, number(1), number(0));

/** What a fold begins with. */
export const foldStart: Readonly<Record<FoldName, number>> = {
  sum: 0,
  prod: 1,
  max: -3.4028234663852886e38,
  min: 3.4028234663852886e38,
};

export function fold(
  name: FoldName,
  count: number,
  body: (counter: Index) => KernelExpression,
): KernelExpression {
  const counter: IndexVariable = { kind: 'counter' };
  return { kind: 'fold', fold: name, counter, count, body: body(indexOf(counter)) };
}

export const fixedIndex = (constant: number): Index => ({ constant, terms: [] });
export const indexOf = (variable: IndexVariable): Index => ({
  constant: 0,
  terms: [{ factor: 1, variable }],
});
export const axisIndex = (axis: number): Index => indexOf({ kind: 'axis', axis });

export const sumOf = (a: Index, b: Index): Index => ({
  constant: a.constant + b.constant,
  terms: [...a.terms, ...b.terms],
});
export const scaled = (index: Index, factor: number): Index =>
  factor === 0
    ? fixedIndex(0)
    : {
        constant: index.constant * factor,
        terms: index.terms.map((term) => ({ ...term, factor: term.factor * factor })),
      };
export const shifted = (index: Index, by: number): Index => ({ ...index, constant: index.constant + by });
