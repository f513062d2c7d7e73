/**
 * The inputs of compiled functions: what `In(...)` says about them, where their values lie between calls, and how the arguments
 * of a call reach them. Theano 1.0.5, `Function.__call__` of `function_module.py`.
 */
import { EngineError } from '../tensor/engineError.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { filterValue, type GivenValue } from './inputValue.ts';
import { printVariable } from './printVariable.ts';
import type { GraphContext, SharedVariable, Variable } from './variable.ts';

/** Where a value lies between calls; null: nothing is there. */
export interface InputCell {
  read(): NDArray | null;
  store(value: NDArray | null): void;
}

/** One input, with what `In(...)` may say about it. */
export interface FunctionInput {
  readonly variable: Variable;
  readonly name: string | null;
  readonly allowDowncast: boolean | null;
  readonly isStrict: boolean;
  readonly cell: InputCell;
  /** Calls have to give it. */
  readonly isRequired: boolean;
  /** Calls may not give it: its value belongs to somebody else. */
  readonly isImplicit: boolean;
  /** The value that is put back after each call; null: what a call gave stays. */
  readonly refed: NDArray | null;
  /** What is stored into the cell after each call. */
  readonly update: Variable | null;
}

/** A cell of its own. */
export function inputCell(value: NDArray | null): InputCell {
  let held = value;
  return {
    read: () => held,
    store: (next) => {
      held = next;
    },
  };
}

/** An input that every call has to give. */
export const requiredInput = (
  variable: Variable,
  options: { readonly name?: string | null; readonly allowDowncast?: boolean | null } = {},
): FunctionInput => ({
  variable,
  name: options.name === undefined ? variable.name : options.name,
  allowDowncast: options.allowDowncast ?? null,
  isStrict: false,
  cell: inputCell(null),
  isRequired: true,
  isImplicit: false,
  refed: null,
  update: null,
});

export interface CallArguments {
  /** Read one after another, so that what one of them raises belongs to the call. */
  readonly positional: readonly (() => GivenValue)[];
  readonly named: ReadonlyMap<string, () => GivenValue>;
  /** The name of what was given for an input, where it is a variable with a name. */
  nameOf(name: string | null, index: number): string | null;
}

/** What the messages about inputs say of the function. */
export interface CalledFunction {
  readonly context: GraphContext;
  readonly label: string;
  readonly inputs: readonly FunctionInput[];
  /** The shared variables that it reads or updates: inputs too, but calls may not give them. */
  readonly shared: readonly SharedVariable[];
}

/** The values of all inputs for one call. Those that a call gave and that nobody puts back are kept. */
export function bindArguments(called: CalledFunction, args: CallArguments): NDArray[] {
  const { inputs, context, shared } = called;
  if (args.positional.length + args.named.size > inputs.length + shared.length) {
    throw new EngineError('TypeError', `Too many parameter passed to ${context.dialect.library} function`);
  }
  if (args.positional.length > inputs.length) refuseImplicit(shared[0]);
  const values = args.positional.map((read, index) => convert(called, { index, read, args }));
  const times = inputs.map((_, index) => (index < values.length ? 1 : 0));
  for (const [name, read] of args.named) {
    const index = namedInput(called, name);
    values[index] = convertNamed(called, index, read);
    times[index]++;
  }
  inputs.forEach((input, index) => {
    checkTimes(context, input, times[index]);
  });
  inputs.forEach(({ cell, refed, isRequired }, index) => {
    if (times[index] === 1 && refed === null && !isRequired) cell.store(values[index]);
  });
  return inputs.map((input, index) => values[index] ?? input.cell.read()!);
}

function checkTimes(context: GraphContext, input: FunctionInput, times: number): void {
  const name = printVariable(input.variable);
  if (input.isRequired && times === 0)
    throw new EngineError('TypeError', `${context.dialect.missingInput}: ${name}`);
  if (times > 1) throw new EngineError('TypeError', `Multiple values for input: ${name}`);
  if (input.isImplicit && times > 0) refuseImplicit(input.variable);
}

/** The place of a named input. */
function namedInput({ context, inputs, shared }: CalledFunction, name: string): number {
  const places = inputs.flatMap((input, index) => (input.name === name ? [index] : []));
  const implicit = shared.find((variable) => variable.name === name);
  if (places.length === 0 && implicit) refuseImplicit(implicit);
  if (places.length === 1) return places[0];
  if (places.length > 1) {
    throw new EngineError(
      'TypeError',
      `Ambiguous name: ${name} - please check the names of the inputs of your function for duplicates.`,
    );
  }
  const what = context.dialect.inputsByName;
  throw new EngineError('TypeError', `Unknown ${what}: ${name}. ${inputNames([...inputs, ...shared])}`);
}

/** What inputs there are, in the library's words. */
function inputNames(inputs: readonly { readonly name: string | null }[]): string {
  const names = inputs.flatMap((input) => (input.name === null ? [] : [input.name]));
  const nameless = inputs.length - names.length;
  const advice = "(use 'name=...' in a variable's constructor to give it a name).";
  if (names.length > 0) {
    const named = `The function has ${counted(names.length, 'named input')} (${names.join(', ')})`;
    if (nameless === 0) return `${named}.`;
    return `${named}, and ${counted(nameless, 'unnamed input')} which thus cannot be accessed through keyword argument${nameless === 1 ? '' : 's'} ${advice}`;
  }
  if (nameless === 0) return 'The function is supposed to have no input.';
  return nameless === 1
    ? `The function has a single input variable which has no name, and thus cannot be assigned through a keyword argument ${advice.replace('variable', 'Variable')}`
    : `The function has ${nameless} inputs, but none of them is named, and thus they cannot be assigned through keyword arguments ${advice.replace('variable', 'Variable')}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function refuseImplicit(variable: Variable): never {
  throw new EngineError('TypeError', `Tried to provide value for implicit input: ${printVariable(variable)}`);
}

function convert(
  called: CalledFunction,
  { index, read, args }: { index: number; read: () => GivenValue; args: CallArguments },
): NDArray {
  const input = called.inputs[index];
  try {
    return filterValue(called.context, input.variable.type, read(), input);
  } catch (error) {
    throw error instanceof EngineError && called.context.dialect.badInputPrefix
      ? badInput(called, { error, index, argument: args.nameOf(input.name, index) })
      : error;
  }
}

/** Named values are stored in the input's place, whose name errors tell. */
function convertNamed({ context, inputs }: CalledFunction, index: number, read: () => GivenValue): NDArray {
  const input = inputs[index];
  try {
    return filterValue(context, input.variable.type, read(), input);
  } catch (error) {
    if (!(error instanceof EngineError) || error.type === 'NotSupportedByScanLens') throw error;
    throw new EngineError(error.type, ...error.args, `Container name "${input.variable.name ?? 'None'}"`);
  }
}

function badInput(
  { context, label }: CalledFunction,
  { error, index, argument }: { error: EngineError; index: number; argument: string | null },
): EngineError {
  if (error.type === 'NotSupportedByScanLens') return error;
  const named = argument === null ? '' : ` with name "${argument}"`;
  const prefix = `Bad input argument${named} to ${context.dialect.library} function with name "${label}" at index ${index} (0-based).  \n`;
  const [first, ...more] = error.args;
  return more.length === 0
    ? new EngineError(error.type, `${prefix}${String(first)}`)
    : new EngineError(error.type, prefix, ...error.args);
}
