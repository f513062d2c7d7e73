/** `Signature.bind`: which argument of a call goes to which parameter, as `inspect._bind` finds it. */
import { PyDict } from '../../containers.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { type Keywords, type ParameterShape, PyTuple, type Value } from '../../values.ts';

/** What binding asks of a parameter. */
export interface Bindable {
  readonly name: string;
  readonly variety: ParameterShape['variety'];
  readonly default: Value | undefined;
}

interface CallArguments {
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

/** Arguments by parameter name, without defaults. Raises TypeError for what does not fit. */
export function bindToParameters(
  parameters: readonly Bindable[],
  { args, keywords }: CallArguments,
  missing: 'refused' | 'allowed',
): Map<string, Value> {
  const bound = new Map<string, Value>();
  const left = new Map(keywords ?? []);
  let used = 0;
  for (const { name, variety, default: fallback } of parameters) {
    const isPositional = variety === 'positional' || variety === 'positionalOnly';
    if (variety === 'varArgs') {
      if (used < args.length) bound.set(name, new PyTuple(args.slice(used)));
      used = args.length;
    } else if (variety === 'kwArgs') {
      if (used < args.length) raiseTypeError('too many positional arguments');
      if (left.size > 0) bound.set(name, PyDict.from(left));
      left.clear();
    } else if (isPositional && used < args.length) {
      if (variety === 'positional' && left.has(name))
        raiseTypeError(`multiple values for argument '${name}'`);
      bound.set(name, args[used++]!);
    } else if (variety !== 'positionalOnly' && left.has(name)) {
      if (used < args.length) raiseTypeError('too many positional arguments');
      bound.set(name, left.get(name)!);
      left.delete(name);
    } else if (fallback === undefined && missing === 'refused') {
      if (used < args.length) raiseTypeError('too many positional arguments');
      raiseTypeError(`missing a required argument: '${name}'`);
    }
  }
  if (used < args.length) raiseTypeError('too many positional arguments');
  const [unknown] = left.keys();
  if (unknown !== undefined) raiseTypeError(`got an unexpected keyword argument '${unknown}'`);
  return bound;
}

/** The same with all defaults, in the order of the parameters. */
export function withDefaults(
  parameters: readonly Bindable[],
  bound: ReadonlyMap<string, Value>,
): Map<string, Value> {
  const all = new Map<string, Value>();
  for (const { name, variety, default: fallback } of parameters) {
    const given = bound.get(name);
    if (given !== undefined) all.set(name, given);
    else if (fallback !== undefined) all.set(name, fallback);
    else if (variety === 'varArgs') all.set(name, new PyTuple([]));
    else if (variety === 'kwArgs') all.set(name, PyDict.from([]));
  }
  return all;
}
