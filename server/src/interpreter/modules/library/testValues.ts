/**
 * `compute_test_value`: every application that a program makes is computed at once from the values that it hung on its variables
 * (`x.tag.test_value`). `gof/op.py` of Theano 1.0.5 and `graph/op.py` of Aesara 2.9.4; PyTensor has none.
 */
import { filterValue } from '../../../graph/inputValue.ts';
import { printApply, printVariable } from '../../../graph/printVariable.ts';
import {
  type Apply,
  Constant,
  type GraphContext,
  SharedVariable,
  type Trial,
  type Variable,
} from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { getItem } from '../../../tensor/indexing.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { raiseAttributeError } from '../../exceptions.ts';
import { runtime } from '../../runtime.ts';
import type { Value } from '../../values.ts';
import { asVariable, givenValue } from './convert.ts';
import { compilerOf } from './libraryContext.ts';
import { isOfProgram } from './programInputs.ts';
import { tagOf } from './variableProtocol.ts';

export type TrialMode = 'ignore' | 'warn' | 'raise';

/** The test value of a variable, in its type; undefined where it has none. */
function testValueOf(variable: Variable): NDArray | undefined {
  if (variable instanceof Constant || variable instanceof SharedVariable) return variable.value;
  const given = tagOf(variable).attributes.get('test_value');
  return given === undefined ? undefined : filtered(variable, given);
}

function filtered(variable: Variable, given: Value): NDArray {
  const { context, type } = variable;
  try {
    return filterValue(context, type, givenValue(given), { isStrict: false, allowDowncast: null });
  } catch (error) {
    if (!(error instanceof EngineError) || context.dialect.testValueRefusal === 'plain') throw error;
    // The library shows where the variable was made; this says which one it is.
    const text = `For compute_test_value, one input test value does not have the requested type.\n\nThe variable is ${printVariable(variable)}.\n\nThe error when converting the test value to that variable type:`;
    throw new EngineError(error.type, [text, ...error.args.map(String)].join('\n'));
  }
}

/** Computes applications as they are made. */
export const createTrial = (context: GraphContext, mode: TrialMode): Trial => ({
  run: (apply) => {
    const values = new Map<Variable, NDArray>();
    for (const [index, input] of apply.inputs.entries()) {
      const value = testValueOf(input);
      if (value === undefined) return missing(context, mode, { apply, index });
      if (!(input instanceof Constant)) values.set(input, value);
    }
    const graph = { inputs: [...values.keys()], shared: [], outputs: apply.outputs };
    const { outputs } = compilerOf(context)
      .compile(graph)
      .run([...values.values()], [], runtime());
    for (const [i, output] of apply.outputs.entries())
      tagOf(output).attributes.set('test_value', outputs[i]!);
  },
  standFor: (variable, original, row) => {
    const value = testValueOf(original);
    if (value === undefined || (row !== null && row >= value.shape[0]!)) return;
    const own = row === null ? value : getItem(value, [{ kind: 'integer', value: row }]);
    tagOf(variable).attributes.set('test_value', own.copy());
  },
});

/** Only inputs of the program are missed: the library's own have values where theirs have. */
function missing(
  context: GraphContext,
  mode: TrialMode,
  { apply, index }: { readonly apply: Apply; readonly index: number },
): void {
  const input = apply.inputs[index]!;
  if (mode === 'ignore' || !isOfProgram(input)) return;
  const text = `Cannot compute test value: input ${index} (${printVariable(input)}) of Op ${printApply(apply.outputs[0]!)} missing default value`;
  if (mode === 'raise') throw new EngineError('ValueError', `${text}. `);
  context.warn('UserWarning', `Warning, ${text}`);
}

/** `get_test_value(v)`, by signature. */
export const testValueFunctions = (
  context: GraphContext,
): Readonly<Record<string, (v: Value | undefined) => Value>> =>
  context.dialect.hasTestValueFunction
    ? {
        'get_test_value(v)': (v) => {
          const variable = asVariable(context, v!);
          return (
            testValueOf(variable) ?? raiseAttributeError(`${printVariable(variable)} has no test value `)
          );
        },
      }
    : {};
