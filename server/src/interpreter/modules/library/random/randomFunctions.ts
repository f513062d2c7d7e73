/** The functions that draw as Python values, one set for each context. */
import type { GraphContext } from '../../../../graph/variable.ts';
import { builtin, type NativeBody } from '../../../signature.ts';
import { PyLibraryFunction } from '../../../values.ts';
import { randomVariableFunctions } from './randomVariables.ts';

const made = new WeakMap<GraphContext, ReadonlyMap<string, PyLibraryFunction>>();

/** By name. */
export function randomFunctions(context: GraphContext): ReadonlyMap<string, PyLibraryFunction> {
  const known = made.get(context);
  if (known) return known;
  const functions = new Map(
    Object.entries(randomVariableFunctions(context)).map(([signature, body]) => {
      const { name, call } = builtin(signature, body as NativeBody);
      return [name, new PyLibraryFunction(name, call)];
    }),
  );
  made.set(context, functions);
  return functions;
}
