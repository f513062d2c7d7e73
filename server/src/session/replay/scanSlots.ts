/**
 * The slots of a scan: what every iteration has, with its role and the names that a person knows it by. Their numbers are the places of
 * the inputs of the step's graph, then of its outputs, then of constants that the step function was called with.
 */

import type { SlotRole } from '../../../../protocol/src/questions.ts';
import { t } from '../../base/l10n.ts';
import { shortened } from '../../base/shortened.ts';
import { prettyText } from '../../graph/prettyText.ts';
import type { ScanParams } from '../../graph/scan/scanOp.ts';
import { originOf, type StepOrigin } from '../../graph/scan/scanOrigin.ts';
import { graphInputs } from '../../graph/traversal.ts';
import { Constant, SharedVariable, type Variable } from '../../graph/variable.ts';
import { noNames, type WrittenNames } from './programText.ts';

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

/** A scan, or the form of one that has been taken apart. */
export interface ScanForm {
  readonly params: ScanParams;
  /** Empty where only its origin knows them. */
  readonly inputs: readonly Variable[];
}

/** The slots of a scan that the program made. */
export const scanSlots = (scan: ScanForm, sources: NameSources): readonly Slot[] =>
  new SlotMaker(scan, sources).slots();

/** Of the backward loop of a gradient: named after the slots of the forward one. */
export function gradientSlots(scan: ScanForm, forward: readonly Slot[]): readonly Slot[] {
  const origin = originOf(scan.params);
  const slots = scanSlots(scan, namelessSources);
  if (origin?.kind !== 'gradient') return slots;
  return slots.map((slot): Slot => {
    const { place } = slot;
    if (place.kind === 'constant') return slot;
    const part = (place.kind === 'input' ? origin.inputs : origin.outputs)[place.index] ?? null;
    const model = part && forward.find((each) => each.place.kind === part.side && isAt(each, part.index));
    if (!model) return slot;
    const sign = part.what === 'gradient' ? '∇' : '';
    return { ...slot, tap: null, name: sign + model.name, source: sign + model.source };
  });
}

const isAt = ({ place }: Slot, index: number): boolean => place.kind !== 'constant' && place.index === index;

const namelessSources: NameSources = { written: noNames, parameters: [], nameOf: () => null };

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
  readonly #inputs: readonly Variable[];
  /** As {@link StepOrigin.results}, in the order of this form. */
  readonly #results: StepOrigin['results'];
  readonly #params: ScanParams;
  readonly #origin: StepOrigin | null;
  readonly #sources: NameSources;

  constructor({ params, inputs }: ScanForm, sources: NameSources) {
    this.#params = params;
    const origin = originOf(params);
    this.#origin = origin?.kind === 'step' ? origin : null;
    this.#inputs = this.#origin?.inputs ?? inputs;
    this.#results = this.#origin === null ? [] : resultsIn(this.#origin, params);
    this.#sources = sources;
  }

  slots(): Slot[] {
    const { inner } = this.#params;
    const inputs = inner.inputs.map((_, index) => this.#input(index));
    const outputs = inner.outputs.map((_, index) => this.#output(index));
    const parts = [...inputs, ...outputs, ...this.#constants()];
    return parts.flatMap(({ fallback, ...slot }, id) => {
      const name = (id < inputs.length ? this.#parameterOf(id) : null) ?? slot.name;
      return name === null && this.#isMadeOfConstants(slot) ? [] : [{ ...slot, id, name: name || fallback }];
    });
  }

  /** The `1` of `1 - x` in the shape of `x` is computed outside of the loop: no value of the program. */
  #isMadeOfConstants({ role, place }: Omit<Part, 'fallback'>): boolean {
    if (role !== 'nonSequence' || place.kind !== 'input') return false;
    const outer = this.#inputs.at(place.index - this.#params.inner.inputs.length);
    return outer !== undefined && graphInputs([outer]).every((input) => input instanceof Constant);
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
    const number = index - next - untracedCount;
    if (number >= 0) return { ...common, ...this.#other(index, `non-sequence ${number}`) };
    return { ...common, ...this.#tap(states.length + this.#params.nitSotCount + index - next, -1) };
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

  #tap(output: number, tap: number): Omit<Part, 'variable' | 'place'> {
    const shared = this.#sharedOf(output);
    if (shared !== null) {
      const name = this.#sharedName(shared);
      return { shared, role: 'sharedBefore', name, tap: null, source: name, fallback: name };
    }
    const base = this.#resultName(output);
    const source = this.#origin === null ? '' : `${base}[${timeText(tap)}]`;
    return { shared, role: 'state', name: base, tap, source, fallback: base };
  }

  /** A non-sequence: what the program listed, reads, or computes outside of the step. */
  #other(index: number, fallback: string): Pick<Part, 'role' | 'name' | 'tap' | 'source' | 'fallback'> {
    const { inner } = this.#params;
    const fromEnd = inner.inputs.length - index;
    const outer = this.#inputs.at(-fromEnd)!;
    const name = this.#variableName(outer) ?? this.#listedName(index);
    const source = name ?? shortened(prettyText(outer), longestSource);
    return { role: 'nonSequence', name, tap: null, source, fallback };
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
    return known ?? (variable.isRandomState ? t('random state') : t('shared variable'));
  }

  #sharedOf(output: number): SharedVariable | null {
    const result = this.#results[output];
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
    const number = this.#results[output];
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

/** Where untraced states have been made states with rows, their results come before those without a state: tracedScan.ts. */
function resultsIn({ params, results }: StepOrigin, form: ScanParams): StepOrigin['results'] {
  if (form.untracedCount === params.untracedCount) return results;
  const [states, maps] = [params.states.length, params.states.length + params.nitSotCount];
  return [...results.slice(0, states), ...results.slice(maps), ...results.slice(states, maps)];
}

const offsetText = (offset: number): string =>
  offset === 0 ? '' : offset > 0 ? `+${offset}` : String(offset);

const timeText = (tap: number): string => `t${offsetText(tap)}`;
