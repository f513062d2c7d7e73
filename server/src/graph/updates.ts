/** Updates of shared variables: who may be updated, and that the new value has the variable's type. */
import { EngineError } from '../tensor/engineError.ts';
import { rebroadcast } from './ops/dimShuffle.ts';
import { printVariable } from './printVariable.ts';
import { isSubtype, printType, sameType, type TensorType } from './tensorType.ts';
import { SharedVariable, type Variable } from './variable.ts';

/** Adds one update to `updates`, checked. `target` is what the program wrote as the key. */
export function addUpdate(updates: Map<SharedVariable, Variable>, target: unknown, value: Variable): void {
  if (!(target instanceof SharedVariable)) {
    throw new EngineError('TypeError', 'update target must be a SharedVariable', target);
  }
  const known = updates.get(target);
  if (known) {
    throw new EngineError('ValueError', 'this shared variable already has an update expression', [
      target,
      known,
    ]);
  }
  updates.set(target, conform(target, value));
}

/** The value in the very type of the variable; raises the library's TypeError where it has another. */
function conform(target: SharedVariable, value: Variable): Variable {
  if (sameType(value.type, target.type)) return value;
  const { updateTypes } = target.context.dialect;
  if (updateTypes === 'compatible' && isSubtype(value.type, target.type))
    return sameBroadcasting(target, value);
  const canForget =
    value.dtype === target.dtype && value.ndim === target.ndim && forgets(value.type, target.type);
  if (canForget && target.context.dialect.staticShapes === 'full')
    return rebroadcast(value, target.type.shape);
  throw wrongType(target, {
    text: printVariable(value),
    type: printType(target.context.dialect, value.type),
  });
}

/** A value may know more of its shape than the variable, but for axes that broadcast. */
function sameBroadcasting(target: SharedVariable, value: Variable): Variable {
  const { dialect } = target.context;
  const isSame = value.type.shape.every((length, axis) => (length === 1) === (target.type.shape[axis] === 1));
  if (isSame) return value;
  const [wanted, given] = [printType(dialect, target.type), printType(dialect, value.type)];
  throw new EngineError(
    'TypeError',
    `Variable '${printVariable(target)}' has type ${wanted} but an update of type ${given}. The type of the update should be compatible with the type of the variable.`,
  );
}

/** A length that the value's type leaves open is checked when the function runs. */
const forgets = (from: TensorType, to: TensorType): boolean =>
  to.shape.every(
    (length, axis) => length === null || from.shape[axis] === null || from.shape[axis] === length,
  );

/** The library's error for a value of another type. */
export function wrongType(
  target: SharedVariable,
  value: { readonly text: string; readonly type: string },
): EngineError {
  const { dialect } = target.context;
  const sentence = `An update must have the same type as the original shared variable (shared_var=${printVariable(target)}, shared_var.type=${printType(dialect, target.type)}, update_val=${value.text}, update_val.type=${value.type}).`;
  const advice = dialect.updateTypeAdvice;
  return advice === null
    ? new EngineError('TypeError', sentence)
    : new EngineError('TypeError', sentence, advice);
}

/** A default has the element type and the axes of its variable; raises the library's TypeError. */
export function checkDefault({ type, context }: SharedVariable, value: Variable): void {
  if (type.generator !== undefined) return;
  if (value.dtype === type.dtype && value.ndim === type.shape.length) return;
  const [from, to] = [value.type, type].map((one) => printType(context.dialect, one));
  const text = printVariable(value);
  throw new EngineError(
    'TypeError',
    `Cannot convert Type ${from} (of Variable ${text}) into Type ${to}. You can try to manually convert ${text} into a ${to}.`,
  );
}

/**
 * The shared variables that a function or a step reads or updates, in the order in which the libraries find them: those of
 * the outputs, then for each update those of its value and the variable itself; found ones join with their
 * `default_update` unless `takesDefault` refuses it.
 */
export function collectShared(
  outputs: readonly Variable[],
  updates: Map<SharedVariable, Variable>,
  options: {
    readonly inputsOf: (outputs: readonly Variable[]) => readonly Variable[];
    readonly takesDefault: (variable: SharedVariable) => boolean;
  },
): SharedVariable[] {
  const found = new Set<SharedVariable>();
  const pending = [...updates.entries()];
  const meet = (variable: Variable): void => {
    if (!(variable instanceof SharedVariable) || found.has(variable)) return;
    found.add(variable);
    const { defaultUpdate } = variable;
    if (defaultUpdate === null || updates.has(variable) || !options.takesDefault(variable)) return;
    checkDefault(variable, defaultUpdate);
    updates.set(variable, defaultUpdate);
    pending.push([variable, defaultUpdate]);
  };
  for (const variable of options.inputsOf(outputs)) meet(variable);
  for (const [target, value] of pending) {
    for (const variable of options.inputsOf([value])) meet(variable);
    found.add(target);
  }
  return [...found];
}
