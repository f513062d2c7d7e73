/** `x.eval({…})`: compiles and calls at once, without updates. */
import { compileFunction } from '../../../graph/compiledFunction.ts';
import { requiredInput } from '../../../graph/functionInputs.ts';
import { graphInputs } from '../../../graph/traversal.ts';
import { Variable } from '../../../graph/variable.ts';
import { PyDict } from '../../containers.ts';
import { raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import { callSite, runtime } from '../../runtime.ts';
import { asText } from '../../types/textValues.ts';
import type { Value } from '../../values.ts';
import { callPlace } from './callPlace.ts';
import { compilerOf } from './libraryContext.ts';
import { generatorIn } from './random/generatorObjects.ts';
import { tellRead } from './sharedAccess.ts';
import { argumentFor } from './unfitInput.ts';

/** The value of a variable for values of inputs, by variable or (PyTensor) by name. */
export function evaluateVariable(variable: Variable, values: Value | undefined): Value {
  const pairs = values === undefined || values === null ? [] : [...pairsOf(variable, values)];
  const inputs = graphInputs([variable]);
  const given = pairs.map(([key, value]) => {
    const input = inputOf(variable, inputs, key);
    return { variable: input, value: () => argumentFor(input, value) };
  });
  const compiled = compileFunction(
    variable.context,
    {
      inputs: given.map((one) => requiredInput(one.variable, { name: null })),
      outputs: [{ key: null, variable }],
      form: 'single',
      updates: [],
      givens: [],
      noDefaultUpdates: [],
      onUnusedInput: 'raise',
      name: null,
      label: callPlace(),
    },
    compilerOf(variable.context),
  );
  for (const shared of compiled.shared) tellRead(shared);
  const args = { positional: given.map((one) => one.value), named: new Map(), nameOf: () => null };
  const [result] = compiled.call(args, { span: callSite().span, host: runtime(), report: () => undefined });
  const { generator } = variable.type;
  return generator === undefined ? result!.value : generatorIn(variable.context, generator, result!.value);
}

function* pairsOf(variable: Variable, values: Value): Generator<[Value, Value]> {
  if (!(values instanceof PyDict)) {
    const missing = variable.context.dialect.evalAsks;
    return raiseAttributeError(`'${typeOf(values).name}' object has no attribute '${missing}'`);
  }
  for (const { key, value } of values.table.entries()) yield [key, value];
}

function inputOf(variable: Variable, inputs: readonly Variable[], key: Value): Variable {
  if (key instanceof Variable) return key;
  if (variable.context.dialect.evaluatedNames === 'refused')
    raiseTypeError(`Unknown parameter type: ${repr(typeOf(key))}`);
  const name = asText(key);
  const found = inputs.filter((input) => input.name === name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) return raiseValueError(`Found multiple variables with name ${String(name)}`);
  return raiseValueError(`${String(name)} not found in graph`);
}
