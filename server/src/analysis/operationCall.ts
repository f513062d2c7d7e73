/** A call of a tensor operation with its arguments laid out by the names of the parameters. */
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { asTensor, unknownTensor } from './tensorRules.ts';
import type { TensorFact } from './terms.ts';
import type { Value } from './values.ts';

export interface OperationCall {
  readonly machine: Machine;
  /** Names of the parameters; `*` alone takes any number of positional arguments. */
  readonly parameters: readonly string[];
  /** Parallel to the parameters. */
  readonly values: readonly (Value | undefined)[];
}

/** The type of what an operation returns. */
export type Rule = (call: OperationCall) => TensorFact;
/** The types of all that it returns; null where their number is not known. */
export type ManyRule = (call: OperationCall) => readonly TensorFact[] | null;

/** One row of a table of operations. */
export interface Operation {
  readonly parameters: readonly string[];
  readonly rule: Rule;
}

/** Lays out the arguments; null where they do not fit or there may be more. */
export function operationCall(
  machine: Machine,
  parameters: readonly string[],
  args: Arguments,
  receiver: Value | null,
): OperationCall | null {
  if (args.isOpen) return null;
  const positional = receiver === null ? args.positional : [receiver, ...args.positional];
  const [first] = parameters;
  const isVariadic = first === '*';
  if (!isVariadic && positional.length > parameters.length) return null;
  if (args.keywords.size === 0) return { machine, parameters, values: positional };
  if (isVariadic) return onlyName(args) ? { machine, parameters, values: positional } : null;
  const values: (Value | undefined)[] = [...positional];
  for (const [name, value] of args.keywords) {
    const place = parameters.indexOf(name);
    if (place < 0 && name !== 'name') return null;
    if (place >= 0) values[place] = value;
  }
  return { machine, parameters, values };
}

const onlyName = (args: Arguments): boolean => args.keywords.size === 1 && args.keywords.has('name');

/** The argument for a parameter of that name. */
export const argumentOf = (call: OperationCall, name: string): Value | undefined =>
  call.values[call.parameters.indexOf(name)];

/** The tensor given for a parameter, by its place. */
export function operandOf(call: OperationCall, place: number): TensorFact | null {
  const value = call.values[place];
  return value === undefined ? null : asTensor(value);
}

/** The tensors of all arguments; null where one is not known to be a tensor. */
export function operandsOf(call: OperationCall): readonly TensorFact[] | null {
  const operands: TensorFact[] = [];
  for (const value of call.values) {
    const type = value === undefined ? null : asTensor(value);
    if (type === null) return null;
    operands.push(type);
  }
  return operands;
}

/** The type of the first operand after `change`; unknown where it is not known to be a tensor. */
export const ofFirst =
  (change: (type: TensorFact, call: OperationCall) => TensorFact): Rule =>
  (call) => {
    const type = operandOf(call, 0);
    return type === null ? unknownTensor : change(type, call);
  };

/** A table from rows of names that mean the same, parameters, and rule. */
export function tableOf(
  rows: readonly (readonly [names: string, parameters: string, rule: Rule])[],
): ReadonlyMap<string, Operation> {
  const table = new Map<string, Operation>();
  for (const [names, parameters, rule] of rows) {
    const operation = { parameters: parameters.split(' '), rule };
    for (const name of names.split(' ')) table.set(name, operation);
  }
  return table;
}
