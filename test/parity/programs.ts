/**
 * Random programs around scan: steps with several states, taps, updates of shared variables, conditions, loops in
 * loops, gradients. Each prints the type, the shape and all values of its results, and ends with the shared variables.
 */
import fc from 'fast-check';
import type { ParityLibrary, Pick } from './pick.ts';
import { wideProgram } from './widePrograms.ts';

/** A value that a step can read: the name, and whether it is a vector of three. */
interface Operand {
  readonly name: string;
  readonly isVector: boolean;
}

const vectorLength = 3;

const prelude = (library: ParityLibrary): string[] => [
  'import warnings',
  "warnings.simplefilter('ignore')",
  'import numpy as np',
  `import ${library} as lib`,
  `import ${library}.tensor as T`,
  '',
  'def show(label, value):',
  '    value = np.asarray(value)',
  "    texts = ['%.17g' % v for v in value.astype('float64').ravel()]",
  "    print(label, value.dtype, 'x'.join(str(n) for n in value.shape), ' '.join(texts))",
  '',
];

/** Programs for one library. */
export const parityPrograms = (library: ParityLibrary): fc.Arbitrary<string> =>
  fc.gen().map((generate) => {
    const pick: Pick = {
      integer: (min, max) => generate(fc.integer, { min, max }),
      oneOf: (items) => items[generate(fc.integer, { min: 0, max: items.length - 1 })]!,
      chance: (percent) => generate(fc.integer, { min: 1, max: 100 }) <= percent,
    };
    const isWide = pick.chance(40);
    if (isWide) return `${[...prelude(library), ...wideProgram(library, pick)].join('\n')}\n`;
    return new ProgramWriter(library, pick).write();
  });

class ProgramWriter {
  readonly #library: ParityLibrary;
  readonly #pick: Pick;
  readonly #lines: string[];
  readonly #dtype: 'float64' | 'float32';
  readonly #shared: Operand[] = [];
  #nameCount = 0;

  constructor(library: ParityLibrary, pick: Pick) {
    this.#library = library;
    this.#pick = pick;
    this.#lines = prelude(library);
    this.#dtype = pick.chance(80) ? 'float64' : 'float32';
  }

  write(): string {
    const { integer, chance } = this.#pick;
    this.#input('x', 'vector');
    this.#input('m', 'matrix');
    this.#input('c', 'scalar');
    for (let i = integer(0, 2); i > 0; i--) this.#sharedVariable();
    const scanCount = chance(25) ? 2 : 1;
    for (let i = 0; i < scanCount; i++) this.#scan(i);
    this.#functions(scanCount);
    return `${this.#lines.join('\n')}\n`;
  }

  #fresh(prefix: string): string {
    return `${prefix}${this.#nameCount++}`;
  }

  #number(): string {
    return (this.#pick.integer(-150, 150) / 100).toFixed(2);
  }

  #typed(text: string): string {
    return `np.asarray(${text}, dtype='${this.#dtype}')`;
  }

  #input(name: string, rank: 'scalar' | 'vector' | 'matrix'): void {
    this.#lines.push(`${name} = T.${rank}('${name}', dtype='${this.#dtype}')`);
  }

  #numbers(): string {
    return `[${Array.from({ length: vectorLength }, () => this.#number()).join(', ')}]`;
  }

  #sharedVariable(): void {
    const name = this.#fresh('s');
    const isVector = this.#pick.chance(50);
    const value = this.#typed(isVector ? this.#numbers() : this.#number());
    this.#lines.push(`${name} = lib.shared(${value}, name='${name}')`);
    this.#shared.push({ name, isVector });
  }

  /** An expression over the operands, bounded so that loops do not run away. */
  #expression(operands: readonly Operand[], isVector: boolean, depth = 2): string {
    const { oneOf, chance } = this.#pick;
    const fitting = operands.filter((operand) => isVector || !operand.isVector);
    if (depth === 0 || chance(15)) {
      const names = fitting.filter((operand) => operand.isVector === isVector).map(({ name }) => name);
      if (names.length > 0 && chance(85)) return oneOf(names);
      const value = this.#typed(isVector ? this.#numbers() : this.#number());
      return `T.as_tensor_variable(${value})`;
    }
    const part = (): string => this.#expression(operands, isVector, depth - 1);
    const scalarPart = (): string => this.#expression(operands, false, depth - 1);
    const forms: (() => string)[] = [
      () => `(${part()} + ${part()})`,
      () => `(${part()} - ${part()})`,
      () => `T.tanh(${part()} * ${scalarPart()})`,
      () => `T.sin(${part()})`,
      () => `T.exp(-abs(${part()}))`,
      () => `T.switch(T.gt(${part()}, ${scalarPart()}), ${part()}, ${part()})`,
      () => `T.maximum(${part()}, ${scalarPart()})`,
      () => `(${part()} / (1 + T.sqr(${part()})))`,
      () => `T.sqrt(1 + T.sqr(${part()}))`,
      () => `T.clip(${part()}, -1, 1)`,
    ];
    const vectors = operands.filter((operand) => operand.isVector);
    if (isVector) {
      forms.push(() => `T.dot(${part()}, w)`);
      forms.push(() => `${part()}[::-1]`);
      forms.push(() => `T.concatenate([${part()}[1:], ${part()}[:1]])`);
      forms.push(() => `T.cumsum(${part()})`);
      forms.push(() => `T.set_subtensor(${part()}[0], ${scalarPart()})`);
    } else if (vectors.length > 0) {
      const vector = (): string => this.#expression(operands, true, depth - 1);
      forms.push(
        () => `T.sum(${vector()})`,
        () => `T.mean(${vector()})`,
        () => `T.max(${vector()})`,
      );
      forms.push(() => `${vector()}[${this.#pick.integer(0, vectorLength - 1)}]`);
      forms.push(() => `T.dot(${vector()}, ${vector()})`);
    }
    return oneOf(forms)();
  }

  #bounded(operands: readonly Operand[], isVector: boolean): string {
    const text = this.#expression(operands, isVector);
    return this.#pick.chance(60) ? `T.tanh(${text})` : `(${text}) * ${this.#typed('0.5')}`;
  }

  #scan(index: number): void {
    const { integer, chance, oneOf } = this.#pick;
    const params: Operand[] = [];
    const parameter = (isVector: boolean): Operand => {
      const one = { name: this.#fresh('p'), isVector };
      params.push(one);
      return one;
    };
    const sequences: string[] = [];
    const hasSequence = chance(70);
    if (hasSequence && chance(60)) sequences.push(this.#sequence('x', false, parameter));
    if (hasSequence && (sequences.length === 0 || chance(40)))
      sequences.push(this.#sequence('m', true, parameter));
    const states = Array.from({ length: integer(1, 3) }, () => this.#state(parameter));
    const nonSequences = ['w', ...(chance(60) ? ['c'] : [])];
    const step = `step${index}`;
    const extra = chance(50) ? [{ name: 'c', isVector: false }] : [];
    const readable = [...params, ...extra, ...this.#shared];
    const stepParams = [...params.map(({ name }) => name), 'w', ...(nonSequences.length > 1 ? ['c'] : [])];
    const body: string[] = [];
    const inner = chance(20) ? this.#innerScan(readable, body) : null;
    const all = inner ? [...readable, inner] : readable;
    const outputs = states.map(({ isVector }) => this.#bounded(all, isVector));
    const updated = this.#shared.filter(() => chance(40));
    const results = [`[${outputs.map((text) => `T.cast(${text}, '${this.#dtype}')`).join(', ')}]`];
    if (updated.length > 0) {
      const pairs = updated.map(
        (one) => `(${one.name}, T.cast(${this.#bounded(all, one.isVector)}, '${this.#dtype}'))`,
      );
      results.push(`[${pairs.join(', ')}]`);
    }
    const isWhile = chance(15);
    if (isWhile) results.push(`until(${this.#expression(all, false, 1)} > ${this.#number()})`);
    this.#lines.push(
      ...(isWhile ? [this.#untilImport()] : []),
      `w = T.as_tensor_variable(np.asarray(np.linspace(-1, 1, 9).reshape(3, 3), dtype='${this.#dtype}'))`,
      `def ${step}(${stepParams.join(', ')}):`,
      ...body.map((line) => `    ${line}`),
      `    return ${results.join(', ')}`,
      '',
    );
    const count = hasSequence && chance(60) ? [] : [`n_steps=${oneOf(['3', '2', 'T.constant(3)', '1'])}`];
    const options = [
      ...(sequences.length > 0 ? [`sequences=[${sequences.join(', ')}]`] : []),
      `outputs_info=[${states.map(({ info }) => info).join(', ')}]`,
      `non_sequences=[${nonSequences.join(', ')}]`,
      ...count,
      ...(chance(20) ? ['go_backwards=True'] : []),
      'return_list=True',
    ];
    this.#lines.push(`outs${index}, updates${index} = lib.scan(${step}, ${options.join(', ')})`, '');
  }

  #untilImport(): string {
    return this.#library === 'theano'
      ? 'from theano.scan_module import until'
      : `from ${this.#library}.scan.utils import until`;
  }

  #sequence(name: string, isVector: boolean, parameter: (isVector: boolean) => Operand): string {
    const taps = this.#pick.oneOf([null, null, null, [0, 1], [-1], [-1, 0]]);
    for (let i = 0; i < (taps?.length ?? 1); i++) parameter(isVector);
    return taps === null ? name : `dict(input=${name}, taps=[${taps.join(', ')}])`;
  }

  #state(parameter: (isVector: boolean) => Operand): { readonly isVector: boolean; readonly info: string } {
    const { chance, oneOf } = this.#pick;
    const isVector = chance(50);
    if (chance(20)) return { isVector, info: 'None' };
    const taps = oneOf([null, null, null, [-2, -1], [-2], [-1, -3]]);
    const row = (): string => (isVector ? this.#numbers() : this.#number());
    if (taps === null) {
      parameter(isVector);
      const isInput = chance(30);
      return {
        isVector,
        info: isInput ? (isVector ? 'm[0]' : 'c') : `T.as_tensor_variable(${this.#typed(row())})`,
      };
    }
    for (const _ of taps) parameter(isVector);
    const rows = Array.from({ length: -Math.min(...taps) }, row);
    const initial = `T.as_tensor_variable(${this.#typed(`[${rows.join(', ')}]`)})`;
    return { isVector, info: `dict(initial=${initial}, taps=[${taps.join(', ')}])` };
  }

  /** A loop inside the step over a vector that the step reads; its last value is one more operand. */
  #innerScan(readable: readonly Operand[], body: string[]): Operand | null {
    const vectors = readable.filter((operand) => operand.isVector);
    if (vectors.length === 0) return null;
    const name = this.#fresh('inner');
    const { oneOf } = this.#pick;
    const [element, total] = [
      { name: 'e', isVector: false },
      { name: 'h', isVector: false },
    ];
    const text = this.#bounded([element, total, ...readable.filter((one) => !one.isVector)], false);
    body.push(
      `${name}, _ = lib.scan(lambda e, h: T.cast(${text}, '${this.#dtype}'), sequences=${oneOf(vectors).name}, outputs_info=T.as_tensor_variable(${this.#typed('0.1')}))`,
      `${name} = ${name}[-1]`,
    );
    return { name, isVector: false };
  }

  #functions(scanCount: number): void {
    const { chance } = this.#pick;
    const indices = Array.from({ length: scanCount }, (_, i) => i);
    const outputs = indices.map((i) => `outs${i}`).join(' + ');
    const passes = chance(75);
    const merged =
      this.#library === 'pytensor' || this.#library === 'aesara'
        ? `{${indices.map((i) => `**dict(updates${i})`).join(', ')}}`
        : `[pair for u in [${indices.map((i) => `updates${i}`).join(', ')}] for pair in dict(u).items()]`;
    const cost = `sum(T.sum(o) for o in ${outputs})`;
    this.#lines.push(`outputs = ${outputs}`);
    if (chance(60)) {
      const wrt = ['x', 'm', 'c', ...this.#shared.map(({ name }) => name)];
      this.#lines.push(
        `outputs = outputs + lib.grad(${cost}, [${wrt.join(', ')}], disconnected_inputs='ignore')`,
      );
    }
    this.#lines.push(
      `f = lib.function([x, m, c], outputs${passes ? `, updates=${merged}` : ''}, on_unused_input='ignore')`,
      'for call in range(2):',
      `    results = f(np.asarray([0.3, -0.7, 1.1, 0.4], dtype='${this.#dtype}'), np.asarray(np.cos(np.arange(12).reshape(4, 3)), dtype='${this.#dtype}'), np.asarray(0.6, dtype='${this.#dtype}'))`,
      '    for i, result in enumerate(results):',
      '        show(i, result)',
      ...this.#shared.map(({ name }) => `    show('${name}', ${name}.get_value())`),
    );
  }
}
