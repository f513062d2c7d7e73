/**
 * The slots of a scan: what every iteration has, with its role and the names that a person knows it by. Their numbers are the places of
 * the inputs of the step's graph, then of its outputs, then of constants that the step function was called with.
 */
import type { SlotRole } from '../../../../protocol/src/questions.ts';
import { shortened } from '../../base/shortened.ts';
import { prettyText } from '../../graph/prettyText.ts';
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { originOf, type StepOrigin } from '../../graph/scan/scanOrigin.ts';
import { type Apply, Constant, SharedVariable, type Variable } from '../../graph/variable.ts';
import type { WrittenNames } from './programText.ts';

/** Where the values of a slot are. */
export type SlotPlace =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'output'; readonly index: number }
  | { readonly kind: 'constant'; readonly constant: Constant };

export interface Slot {
  readonly id: number;
  readonly role: SlotRole;
  readonly name: string;
  readonly tap: number | null;
  readonly source: string;
  readonly place: SlotPlace;
  readonly variable: Variable;
  /** Of an updated variable: which one. */
  readonly shared: SharedVariable | null;
}

/** What names are taken from. */
export interface NameSources {
  readonly written: WrittenNames;
  /** The parameter of the step function for each of its arguments. */
  readonly parameters: readonly (string | null)[];
  /** How the program reaches a shared variable. */
  readonly nameOf: (variable: SharedVariable) => string | null;
}

const longestSource = 40;

export function scanSlots(scan: Apply, sources: NameSources): readonly Slot[] {
  return new SlotMaker(scan, sources).slots();
}

/** The slot of an argument of the step function; null for what the step does not read. */
export function slotOfArgument(
  slots: readonly Slot[],
  { arguments: given }: StepOrigin,
  index: number,
): number | null {
  const argument = given[index] ?? null;
  if (!(argument instanceof Constant)) return argument;
  const slot = slots.find(({ place }) => place.kind === 'constant' && place.constant === argument);
  return slot?.id ?? null;
}

type Part = Omit<Slot, 'id' | 'name'> & { readonly name: string | null; readonly fallback: string };

class SlotMaker {
  readonly #scan: Apply;
  readonly #params: ScanParams;
  readonly #origin: StepOrigin | null;
  readonly #sources: NameSources;

  constructor(scan: Apply, sources: NameSources) {
    this.#scan = scan;
    this.#params = scan.op.params as ScanParams;
    const origin = originOf(this.#params);
    this.#origin = origin?.kind === 'step' ? origin : null;
    this.#sources = sources;
  }

  slots(): Slot[] {
    const { inner } = this.#params;
    const inputs = inner.inputs.map((_, index) => this.#input(index));
    const outputs = inner.outputs.map((_, index) => this.#output(index));
    return [...inputs, ...outputs, ...this.#constants()].map(({ fallback, ...slot }, id) => ({
      ...slot,
      id,
      name: (id < inputs.length ? this.#parameterOf(id) : null) ?? (slot.name || fallback),
    }));
  }

  #parameterOf(input: number): string | null {
    const at = this.#origin?.arguments.indexOf(input) ?? -1;
    return at < 0 ? null : (this.#sources.parameters[at] ?? null);
  }

  #input(index: number): Part {
    const { sequenceCount, states, untracedCount, inner } = this.#params;
    const common = { variable: inner.inputs[index]!, place: { kind: 'input', index }, shared: null } as const;
    if (index < sequenceCount) return { ...common, ...this.#sequence(index) };
    let next = sequenceCount;
    for (const [state, { taps }] of states.entries()) {
      const tap = taps[index - next];
      if (tap !== undefined) return { ...common, ...this.#tap(state, tap) };
      next += taps.length;
    }
    if (index >= next + untracedCount) return { ...common, ...this.#other(index) };
    const output = states.length + this.#params.nitSotCount + index - next;
    const shared = this.#sharedOf(output);
    if (shared === null) return { ...common, ...this.#tap(output, -1) };
    const name = this.#sharedName(shared);
    return { ...common, shared, role: 'sharedBefore', name, tap: null, source: name, fallback: '' };
  }

  #sequence(index: number): Pick<Part, 'role' | 'name' | 'tap' | 'source' | 'fallback'> {
    const stream = this.#origin?.streams[index];
    const fallback = `sequence ${index}`;
    if (stream === undefined) return { role: 'sequence', name: null, tap: 0, source: '', fallback };
    const base =
      stream.name ?? this.#sources.written.sequences[stream.sequence] ?? `sequence ${stream.sequence}`;
    const at = stream.fromEnd === null ? timeText(stream.tap) : `-1-t${offsetText(-stream.fromEnd)}`;
    return { role: 'sequence', name: base, tap: stream.tap, source: `${base}[${at}]`, fallback };
  }

  #tap(output: number, tap: number): Pick<Part, 'role' | 'name' | 'tap' | 'source' | 'fallback'> {
    const base = this.#resultName(output);
    const source = this.#origin === null ? '' : `${base}[${timeText(tap)}]`;
    return { role: 'state', name: base, tap, source, fallback: base };
  }

  /** A non-sequence: what the program listed, reads, or computes outside of the step. */
  #other(index: number): Pick<Part, 'role' | 'name' | 'tap' | 'source' | 'fallback'> {
    const { inner } = this.#params;
    const fromEnd = inner.inputs.length - index;
    const outer = (this.#origin?.inputs ?? this.#scan.inputs).at(-fromEnd)!;
    const name = this.#variableName(outer) ?? this.#listedName(index);
    const source = name ?? shortened(prettyText(outer), longestSource);
    return { role: 'nonSequence', name, tap: null, source, fallback: source };
  }

  /** What stands in `non_sequences` for an input of the step. */
  #listedName(input: number): string | null {
    const given = this.#origin?.arguments ?? [];
    const { nonSequences } = this.#sources.written;
    return nonSequences[given.indexOf(input) - (given.length - nonSequences.length)] ?? null;
  }

  #variableName(variable: Variable): string | null {
    return variable instanceof SharedVariable ? this.#sharedName(variable) : variable.name;
  }

  #sharedName(variable: SharedVariable): string {
    const known = this.#sources.nameOf(variable) ?? variable.name;
    return known ?? (variable.isRandomState ? 'random state' : 'shared variable');
  }

  #sharedOf(output: number): SharedVariable | null {
    const result = this.#origin?.results[output];
    return result instanceof SharedVariable ? result : null;
  }

  #output(index: number): Part {
    const { inner, states, nitSotCount, untracedCount } = this.#params;
    const common = { variable: inner.outputs[index]!, place: { kind: 'output', index }, tap: null } as const;
    if (index >= states.length + nitSotCount + untracedCount) {
      const name = 'until';
      return { ...common, shared: null, role: 'condition', name, source: name, fallback: name };
    }
    const shared = this.#sharedOf(index);
    const base = shared === null ? this.#resultName(index) : this.#sharedName(shared);
    const isMap = index >= states.length && index < states.length + nitSotCount;
    const role = shared !== null ? 'sharedAfter' : isMap ? 'output' : 'newState';
    const source = shared !== null || this.#origin === null ? base : `${base}[t]`;
    return { ...common, shared, role, name: base, source, fallback: base };
  }

  /** What the program calls an output of the scan. */
  #resultName(output: number): string {
    const origin = this.#origin;
    const number = origin?.results[output];
    if (typeof number !== 'number') return `output ${output}`;
    const { results, initials } = this.#sources.written;
    const count = origin!.results.filter((each) => typeof each === 'number').length;
    const whole = typeof results === 'string' ? (count === 1 ? results : `${results}[${number}]`) : null;
    const assigned = typeof results === 'string' ? whole : (results?.[number] ?? null);
    return assigned ?? origin!.initialNames[number] ?? initials[number] ?? `output ${number}`;
  }

  #constants(): Part[] {
    const given = this.#origin?.arguments ?? [];
    const { parameters, written } = this.#sources;
    const first = given.length - written.nonSequences.length;
    return given.flatMap((argument, i): Part[] => {
      if (!(argument instanceof Constant)) return [];
      const place = { kind: 'constant', constant: argument } as const;
      const name = parameters[i] ?? argument.name ?? written.nonSequences[i - first] ?? null;
      const source = written.nonSequences[i - first] ?? argument.name ?? 'constant';
      return [
        {
          variable: argument,
          place,
          shared: null,
          role: 'nonSequence',
          tap: null,
          name,
          source,
          fallback: 'constant',
        },
      ];
    });
  }
}

const offsetText = (offset: number): string =>
  offset === 0 ? '' : offset > 0 ? `+${offset}` : String(offset);

const timeText = (tap: number): string => `t${offsetText(tap)}`;
