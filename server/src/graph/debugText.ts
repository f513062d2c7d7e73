/**
 * Graphs as trees, `debugprint`: a line per variable, an application that was shown already is not shown again. The format is
 * that of `compile/debugmode.py` (Theano 1.0.5), `printing.py` (Aesara 2.9.4, PyTensor 3.3.0).
 */
import { fillText } from './dialects/fillText.ts';
import { printOp } from './graphText.ts';
import { indexInLibrary, ownerInLibrary } from './libraryForm.ts';
import type { FromGraphParams } from './ops/fromGraph.ts';
import { printVariable } from './printVariable.ts';
import type { BufferedScanParams } from './scan/scanBuffers.ts';
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
  /** By application or variable; the inputs of steps in the newer libraries by their text. */
  readonly #ids = new Map<Apply | Variable | string, string>();
  readonly #shown = new Set<Apply>();
  /** Applications with a graph inside; in the older libraries one for every output that was met. */
  readonly #nested = new Map<Apply | Variable, Variable>();
  #outer = new Map<Variable, StepInput>();

  /** Adds a graph. */
  add(root: Variable, options: DebugOptions): void {
    this.#tree(root, options, { first: '', rest: '' });
  }

  /** Adds the graphs inside of ops that were met, after a blank line and a title. */
  addInnerGraphs(options: DebugOptions): void {
    const [first] = this.#nested.values();
    if (first === undefined) return;
    const { debugGraphs, innerGraphsTitle } = first.context.dialect;
    const branches = debugGraphs === 'branches';
    this.lines.push('', innerGraphsTitle);
    for (const root of this.#nested.values()) {
      const apply = ownerInLibrary(root)!;
      this.lines.push('');
      if (apply.op.entry.kind === 'bufferedScan') this.#outer = outerInputs(apply);
      this.#header(root, apply, options);
      for (const output of (apply.op.params as BufferedScanParams | FromGraphParams).inner.outputs) {
        this.#tree(output, options, branches ? { first: ' ← ', rest: '   ' } : { first: ' >', rest: ' >' });
      }
      this.#outer = new Map();
    }
  }

  #header(root: Variable, apply: Apply, options: DebugOptions): void {
    if (root.context.dialect.debugGraphs === 'branches') {
      this.lines.push(`${printOp(apply)} ${this.#idOf(apply, root, options)}`.trimEnd());
    } else this.#line(root, options, '');
  }

  #tree(root: Variable, options: DebugOptions, prefix: { first: string; rest: string }): void {
    const branches = root.context.dialect.debugGraphs === 'branches';
    const show = (variable: Variable, depth: number, before: { own: string; below: string }): void => {
      if (depth === 0) return;
      const owner = ownerInLibrary(variable);
      const isRepeated = owner !== null && this.#shown.has(owner);
      this.#line(variable, options, before.own);
      if (!owner) return;
      this.#shown.add(owner);
      const nested = branches ? owner : variable;
      if (hasInnerGraph(owner) && !this.#nested.has(nested)) this.#nested.set(nested, variable);
      const isCut = options.stopsAtNames && variable.name !== null;
      if (isRepeated || isCut) {
        if (branches && depth !== 1) this.lines.push(`${before.below} └─ ···`);
        return;
      }
      owner.inputs.forEach((input, i) => {
        show(
          input,
          depth - 1,
          inputPrefix(before.below, { branches, isLast: i === owner.inputs.length - 1 }),
        );
      });
    };
    show(root, options.depth, { own: prefix.first, below: prefix.rest });
  }

  #line(variable: Variable, options: DebugOptions, prefix: string): void {
    const { context } = variable;
    const owner = ownerInLibrary(variable);
    const input = this.#outer.get(variable);
    const id = this.#idOf(owner ?? input?.key ?? variable, variable, options);
    const type = options.showsTypes ? ` <${typeTextOf(variable)}>` : '';
    const label = id === '' ? '' : ` ${id}`;
    if (!owner) {
      const from = input
        ? ` -> ${this.#idOf(ownerInLibrary(input.outer) ?? input.outer, input.outer, options)}`
        : '';
      this.lines.push(`${prefix}${input?.text ?? printVariable(variable)}${label}${type}${from}`);
      return;
    }
    const op = `${printOp(owner)}${outputPlace(variable, owner)}`;
    const place = options.order?.includes(owner) ? String(options.order.indexOf(owner)) : '';
    if (context.dialect.debugNames === 'always') {
      this.lines.push(`${prefix}${op} ${id}${type} '${variable.name ?? ''}'   ${place}`);
      return;
    }
    const name = variable.name === null ? '' : ` '${variable.name}'`;
    this.lines.push(`${prefix}${op}${label}${type}${name}${place === '' ? '' : ` ${place}`}`);
  }

  #idOf(key: Apply | Variable | string, variable: Variable, { ids, identify }: DebugOptions): string {
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
function outputPlace(variable: Variable, owner: Apply): string {
  const { entry, params } = owner.op;
  if (owner.outputs.length > 1) return `.${indexInLibrary(variable)}`;
  if (entry.kind !== 'reduce') return '';
  return /\.\d+$/.exec(entry.print(params, variable.context.dialect, 0, owner))?.[0] ?? '';
}

const hasInnerGraph = ({ op, outputs }: Apply): boolean =>
  op.entry.kind === 'bufferedScan' ||
  (op.entry.kind === 'fromGraph' && outputs[0].context.dialect.debugInnerGraphs === 'all');

function inputPrefix(
  below: string,
  { branches, isLast }: { branches: boolean; isLast: boolean },
): { own: string; below: string } {
  if (branches)
    return { own: `${below} ${isLast ? '└' : '├'}─ `, below: `${below}${isLast ? '   ' : ' │ '}` };
  return { own: `${below} |`, below: `${below}${isLast ? '  ' : ' |'}` };
}

/** `A` … `Z`, `BA`, `BB`, …: the digits of the library's numbers. */
export function letters(count: number): string {
  let text = '';
  let rest = count;
  do {
    text = String.fromCharCode(65 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  } while (rest > 0);
  return text;
}

/** An input of a step: what it reads, and how it prints. */
interface StepInput {
  readonly outer: Variable;
  readonly text: string;
  /** The same for inputs that are known by their number and type, whichever step they belong to. */
  readonly key: Variable | string;
}

/** An input of a step that is known by its number alone. */
export const numberedInput = ({ context: { dialect }, type }: Variable, index: number): string =>
  fillText(dialect.numberedInput, index, printType(dialect, type));

function outerInputs(apply: Apply): Map<Variable, StepInput> {
  const { inner, outer } = apply.op.params as BufferedScanParams;
  return new Map(
    inner.inputs.map((input, i) => {
      const { dialect } = input.context;
      const isNamed = dialect.stepInputs === 'variables';
      const key = isNamed ? input : `${i} ${printType(dialect, input.type)}`;
      const text = isNamed ? printVariable(input) : numberedInput(input, i);
      return [input, { outer: outer[i], text, key }];
    }),
  );
}

const typeTextOf = (variable: Variable): string =>
  variable instanceof Constant && variable.isNone
    ? 'NoneTypeT'
    : printType(variable.context.dialect, variable.type);
