/**
 * Graphs as trees, `debugprint`: a line per variable, an application that was shown already is not shown again. The format is
 * that of `compile/debugmode.py` (Theano 1.0.5), `printing.py` (Aesara 2.9.4, PyTensor 3.3.0).
 */
import { integerConstant } from './constants.ts';
import { printOp } from './graphText.ts';
import type { FromGraphParams } from './ops/fromGraph.ts';
import type { SubtensorParams } from './ops/subtensor.ts';
import { printIndex, printVariable } from './printVariable.ts';
import type { ScanParams } from './scan/scanOp.ts';
import { printType } from './tensorType.ts';
import { type Apply, Constant, type Variable } from './variable.ts';

export interface DebugOptions {
  /** How many levels are shown; negative for all. */
  readonly depth: number;
  readonly showsTypes: boolean;
  /** Letters, numbers, Python's `id` or nothing. */
  readonly ids: 'CHAR' | 'int' | 'id' | 'auto' | '';
  readonly stopsAtNames: boolean;
  /** The order in which a function runs its applications: each line says its place. */
  readonly order: readonly Apply[] | null;
  /** Python's `id` of a variable. */
  identify(variable: Variable): string;
}

/** The lines of several graphs, which share their ids. */
export class DebugText {
  readonly lines: string[] = [];
  readonly #ids = new Map<Apply | Variable | Bound, string>();
  readonly #shown = new Set<Apply>();
  readonly #nested: Apply[] = [];
  #outer = new Map<Variable, Variable>();

  /** Adds a graph. */
  add(root: Variable, options: DebugOptions): void {
    this.#tree(root, options, { first: '', rest: '' });
  }

  /** Adds the graphs inside of ops that were met, after a blank line and a title. */
  addInnerGraphs(options: DebugOptions): void {
    if (this.#nested.length === 0) return;
    const { opText, typeText } = this.#nested[0].outputs[0].context.dialect;
    const isNew = opText === 'pytensor';
    this.lines.push('', typeText === 'theano' ? 'Inner graphs of the scan ops:' : 'Inner graphs:');
    for (const apply of this.#nested) {
      this.lines.push('');
      if (apply.op.entry.kind === 'scan') this.#outer = outerInputs(apply);
      this.#header(apply, options);
      for (const output of (apply.op.params as ScanParams | FromGraphParams).inner.outputs) {
        this.#tree(output, options, isNew ? { first: ' ← ', rest: '   ' } : { first: ' >', rest: ' >' });
      }
      this.#outer = new Map();
    }
  }

  /** PyTensor names the op alone. */
  #header(apply: Apply, options: DebugOptions): void {
    const [root] = apply.outputs;
    if (root.context.dialect.opText === 'pytensor') {
      this.lines.push(`${printOp(apply)} ${this.#idOf(apply, root, options)}`.trimEnd());
    } else this.#line(root, options, '');
  }

  #tree(root: Variable, options: DebugOptions, prefix: { first: string; rest: string }): void {
    const isNew = root.context.dialect.opText === 'pytensor';
    const show = (variable: Variable, depth: number, before: { own: string; below: string }): void => {
      if (depth === 0) return;
      const { owner } = variable;
      const isRepeated = owner !== null && this.#shown.has(owner);
      this.#line(variable, options, before.own);
      if (!owner) return;
      this.#shown.add(owner);
      if (hasInnerGraph(owner) && !this.#nested.includes(owner)) this.#nested.push(owner);
      const isCut = options.stopsAtNames && variable.name !== null;
      if (isRepeated || isCut) {
        if (isNew && depth !== 1) this.lines.push(`${before.below} └─ ···`);
        return;
      }
      const inputs = shownInputs(owner);
      inputs.forEach((input, i) => {
        const prefix = inputPrefix(before.below, { isNew, isLast: i === inputs.length - 1 });
        if (!(input instanceof Bound)) show(input, depth - 1, prefix);
        else if (depth !== 1) this.#bound(input, options, prefix, (own) => show(input.index, depth - 2, own));
      });
    };
    show(root, options.depth, { own: prefix.first, below: prefix.rest });
  }

  #line(variable: Variable, options: DebugOptions, prefix: string): void {
    const { owner, context } = variable;
    const id = this.#idOf(owner ?? variable, variable, options);
    const type = options.showsTypes ? ` <${printType(context.dialect, variable.type)}>` : '';
    const label = id === '' ? '' : ` ${id}`;
    if (!owner) {
      const outer = this.#outer.get(variable);
      const from = outer ? ` -> ${this.#idOf(outer.owner ?? outer, outer, options)}` : '';
      this.lines.push(`${prefix}${printVariable(variable)}${label}${type}${from}`);
      return;
    }
    const op = `${printOp(owner)}${outputPlace(variable, owner)}`;
    const place = options.order?.includes(owner) ? String(options.order.indexOf(owner)) : '';
    if (context.dialect.typeText === 'theano') {
      this.lines.push(`${prefix}${op} ${id}${type} '${variable.name ?? ''}'   ${place}`);
      return;
    }
    const name = variable.name === null ? '' : ` '${variable.name}'`;
    this.lines.push(`${prefix}${op}${label}${type}${name}${place === '' ? '' : ` ${place}`}`);
  }

  /** An index between brackets: a scalar of its own kind, or a tensor turned into one. */
  #bound(bound: Bound, options: DebugOptions, prefix: Prefix, showIndex: (prefix: Prefix) => void): void {
    const { index } = bound;
    const { dialect } = index.context;
    const id = this.#idOf(bound, index, options);
    const label = id === '' ? '' : ` ${id}`;
    const type = options.showsTypes
      ? ` <${dialect.typeText === 'theano' ? 'Scalar' : 'ScalarType'}(${index.dtype})>`
      : '';
    const text = index instanceof Constant ? printIndex(index) : 'ScalarFromTensor';
    const end = dialect.typeText === 'theano' && !(index instanceof Constant) ? " ''   " : '';
    this.lines.push(`${prefix.own}${text}${label}${type}${end}`);
    if (index instanceof Constant) return;
    const isNew = dialect.opText === 'pytensor';
    showIndex(inputPrefix(prefix.below, { isNew, isLast: true }));
  }

  #idOf(key: Apply | Variable | Bound, variable: Variable, { ids, identify }: DebugOptions): string {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const count = this.#ids.size;
    const text = {
      CHAR: `[id ${letters(count)}]`,
      int: `[id ${count}]`,
      id: `[id ${identify(variable)}]`,
      auto: `[id ${identify(variable)}]`,
      '': '',
    }[ids];
    this.#ids.set(key, text);
    return text;
  }
}

/** Which output it is, where the op of the library has several. */
function outputPlace({ index, context }: Variable, owner: Apply): string {
  const { entry, params } = owner.op;
  if (owner.outputs.length > 1) return `.${index}`;
  if (entry.kind !== 'reduce') return '';
  return /\.\d+$/.exec(entry.print(params, context.dialect, 0, owner))?.[0] ?? '';
}

/** An integer or a bound of a slice. */
class Bound {
  readonly index: Variable;
  constructor(index: Variable) {
    this.index = index;
  }
}

/** The inputs as the libraries have them: the classic ones join along an axis that is one, and all have kinds of their own for indices. */
function shownInputs({ op, inputs, outputs }: Apply): readonly (Variable | Bound)[] {
  const { context } = outputs[0];
  const { kind } = op.entry;
  if (kind === 'join' && context.dialect.opText === 'classic') {
    const { axis } = op.params as { readonly axis: number };
    return [integerConstant(context, axis), ...inputs];
  }
  if (kind !== 'subtensor' && kind !== 'incSubtensor') return inputs;
  const { pattern } = op.params as SubtensorParams;
  if (pattern.some((item) => item.kind === 'array')) return inputs;
  const first = kind === 'subtensor' ? 1 : 2;
  return inputs.map((input, i) => (i < first ? input : new Bound(input)));
}

interface Prefix {
  readonly own: string;
  readonly below: string;
}

/** Theano shows only the steps of scans. */
const hasInnerGraph = ({ op, outputs }: Apply): boolean =>
  op.entry.kind === 'scan' ||
  (op.entry.kind === 'fromGraph' && outputs[0].context.dialect.typeText !== 'theano');

function inputPrefix(below: string, { isNew, isLast }: { isNew: boolean; isLast: boolean }): Prefix {
  if (isNew) return { own: `${below} ${isLast ? '└' : '├'}─ `, below: `${below}${isLast ? '   ' : ' │ '}` };
  return { own: `${below} |`, below: `${below}${isLast ? '  ' : ' |'}` };
}

/** `A` … `Z`, `BA`, `BB`, …: the digits of the library's numbers. */
function letters(count: number): string {
  let text = '';
  let rest = count;
  do {
    text = String.fromCharCode(65 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  } while (rest > 0);
  return text;
}

/** What the inputs of a step are given by the scan around it. */
function outerInputs(apply: Apply): Map<Variable, Variable> {
  const { inner, sequenceCount, states } = apply.op.params as ScanParams;
  const outer = new Map<Variable, Variable>();
  let next = 0;
  const pair = (from: Variable): void => void outer.set(inner.inputs[next++], from);
  for (let i = 0; i < sequenceCount; i++) pair(apply.inputs[1 + i]);
  states.forEach(({ taps }, i) => {
    for (const _ of taps) pair(apply.inputs[1 + sequenceCount + i]);
  });
  for (const input of apply.inputs.slice(1 + sequenceCount + states.length)) pair(input);
  return outer;
}
