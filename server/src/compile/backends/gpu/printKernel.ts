/**
 * Kernels as text for gpu.js. Every name is made here and every number is printed here: nothing of a program's own text comes into a kernel.
 * Each operation becomes a constant of its own; what was computed before, in this block or around it, is not computed again.
 */
import { unreachable } from '../../../base/assert.ts';
import {
  type Condition,
  foldStart,
  type Index,
  type IndexVariable,
  type Kernel,
  type KernelBuffer,
  type KernelExpression,
} from './kernelIr.ts';

export interface PrintedKernel {
  readonly source: string;
  /** What the parameters of the text stand for, in order. */
  readonly buffers: readonly KernelBuffer[];
}

export const printKernel = (kernel: Kernel): PrintedKernel => new Printer(kernel).print();

const threads = ['x', 'y', 'z'];

class Printer {
  readonly #kernel: Kernel;
  readonly #buffers: KernelBuffer[] = [];
  readonly #lines: string[] = ['{'];
  /** Names by text, innermost block last. */
  readonly #blocks: Map<string, string>[] = [new Map()];
  readonly #counters = new Map<IndexVariable, string>();
  /** Folds that were printed, by block. */
  readonly #folds: Map<KernelExpression, string>[] = [new Map()];
  #nameCount = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  print(): PrintedKernel {
    const value = this.#expression(this.#kernel.value);
    this.#lines.push(`  return ${value};`, '}');
    const parameters = this.#buffers.map((_, i) => `a${i}`).join(', ');
    return { source: `function (${parameters}) ${this.#lines.join('\n')}`, buffers: this.#buffers };
  }

  #line(text: string): void {
    this.#lines.push(`${'  '.repeat(this.#blocks.length)}${text}`);
  }

  /** The name of a constant with this value. */
  #bound(text: string): string {
    const known = this.#blocks.map((block) => block.get(text)).find((name) => name !== undefined);
    if (known !== undefined) return known;
    const name = `v${this.#nameCount++}`;
    this.#blocks.at(-1)!.set(text, name);
    this.#line(`const ${name} = ${text};`);
    return name;
  }

  #expression(part: KernelExpression): string {
    switch (part.kind) {
      case 'number':
        return printNumber(part.value);
      case 'read':
        return this.#bound(`${this.#buffer(part.buffer)}[${this.#index(part.index)}]`);
      case 'math':
        return this.#bound(`Math.${part.name}(${part.args.map((arg) => this.#expression(arg)).join(', ')})`);
      case 'binary': {
        const [a, b] = [this.#expression(part.a), this.#expression(part.b)];
        return this.#bound(`${a} ${part.operator} ${b}`);
      }
      case 'choose': {
        const condition = this.#condition(part.condition);
        const [then, otherwise] = [this.#expression(part.then), this.#expression(part.otherwise)];
        return this.#bound(`${condition} ? ${then} : ${otherwise}`);
      }
      case 'fold':
        return this.#fold(part);
      default:
        return unreachable(part);
    }
  }

  #condition(condition: Condition): string {
    if (condition.kind === 'below') return `${this.#index(condition.index)} < ${condition.bound}`;
    const [a, b] = [this.#expression(condition.a), this.#expression(condition.b)];
    return `${a} ${condition.operator} ${b}`;
  }

  #fold(part: Extract<KernelExpression, { kind: 'fold' }>): string {
    const known = this.#folds.map((block) => block.get(part)).find((name) => name !== undefined);
    if (known !== undefined) return known;
    const name = `f${this.#nameCount++}`;
    const counter = `i${this.#nameCount++}`;
    this.#counters.set(part.counter, counter);
    this.#line(`let ${name} = ${printNumber(foldStart[part.fold])};`);
    this.#line(`for (let ${counter} = 0; ${counter} < ${part.count}; ${counter}++) {`);
    this.#folds.at(-1)!.set(part, name);
    this.#blocks.push(new Map());
    this.#folds.push(new Map());
    const value = this.#expression(part.body);
    this.#line(`${name} = ${foldStep(part.fold, name, value)};`);
    this.#blocks.pop();
    this.#folds.pop();
    this.#line('}');
    return name;
  }

  #buffer(buffer: KernelBuffer): string {
    const known = this.#buffers.indexOf(buffer);
    if (known >= 0) return `a${known}`;
    return `a${this.#buffers.push(buffer) - 1}`;
  }

  /** Whole numbers only: gpu.js computes them as such where all of them are. */
  #index({ constant, terms }: Index): string {
    const factors = new Map<string, number>();
    for (const { factor, variable } of terms) {
      const name = this.#variable(variable);
      factors.set(name, (factors.get(name) ?? 0) + factor);
    }
    const parts = [...factors]
      .filter(([, factor]) => factor !== 0)
      .map(([name, factor]) => (factor === 1 ? name : `${name} * ${printWhole(factor)}`));
    if (constant !== 0 || parts.length === 0) parts.push(printWhole(constant));
    return parts.join(' + ');
  }

  #variable(variable: IndexVariable): string {
    switch (variable.kind) {
      case 'axis':
        return `this.thread.${threads[this.#kernel.shape.length - 1 - variable.axis]}`;
      case 'counter':
        return this.#counters.get(variable)!;
      case 'number':
        return this.#bound(`${this.#buffer(variable.buffer)}[0]`);
      default:
        return unreachable(variable);
    }
  }
}

const foldStep = (name: 'sum' | 'prod' | 'max' | 'min', total: string, value: string): string => {
  switch (name) {
    case 'sum':
      return `${total} + ${value}`;
    case 'prod':
      return `${total} * ${value}`;
    default:
      return `Math.${name}(${total}, ${value})`;
  }
};

/** A float32 in digits that give it again; never mistaken for a whole number. */
function printNumber(value: number): string {
  const text = String(Math.fround(value) === value ? shortest(value) : value);
  const digits = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 || Object.is(value, -0) ? `(${Object.is(value, -0) ? '-0.0' : digits})` : digits;
}

/** The shortest text with the same float32. */
function shortest(value: number): string {
  for (let digits = 1; digits < 10; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(value);
}

const printWhole = (value: number): string => (value < 0 ? `(${value})` : String(value));
