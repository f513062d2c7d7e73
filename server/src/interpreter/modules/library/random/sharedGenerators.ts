/** Shared variables that hold the state of a random generator: what `shared(np.random.default_rng(…))` makes. */
import type { GeneratorKind } from '../../../../graph/tensorType.ts';
import { type GraphContext, SharedVariable } from '../../../../graph/variable.ts';
import { EngineError } from '../../../../tensor/engineError.ts';
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import type { Value } from '../../../values.ts';
import { seedSequenceOf } from '../../numpy/random/seeding.ts';
import { tellAccess, tellMade, tellRead, valueToKeep } from '../sharedAccess.ts';
import {
  defaultState,
  type GeneratorObject,
  generatorIn,
  isGenerator,
  kindOf,
  stateOf,
} from './generatorObjects.ts';

type Missing = Value | undefined;

const isSet = (flag: Missing): boolean => flag !== undefined && isTrue(flag);

/** The object that a program holds of a variable, and how its state is read. */
interface Lent {
  readonly object: GeneratorObject;
  readonly read: () => NDArray;
}

const lentObjects = new WeakMap<SharedVariable, Lent>();

/** A shared variable of a state. */
export function sharedState(
  context: GraphContext,
  kind: GeneratorKind,
  given: { readonly state: NDArray; readonly name: string | null },
): SharedVariable {
  const made = new SharedVariable(context, given.state, { name: given.name, generator: kind });
  tellMade(made);
  return made;
}

/** A shared variable of a generator; with `borrows` the program's own object. */
export function sharedGenerator(
  context: GraphContext,
  generator: GeneratorObject,
  options: { readonly name: string | null; readonly borrows: boolean },
): SharedVariable {
  const kind = kindOf(generator);
  if (kind === 'RandomState' && context.dialect.legacyGenerators === 'refused') {
    raiseTypeError('`np.RandomState` is no longer supported in PyTensor. Use `np.random.Generator` instead.');
  }
  const made = sharedState(context, kind, { state: stateOf(generator), name: options.name });
  if (options.borrows) lend(made, generator);
  return made;
}

function lend(variable: SharedVariable, object: GeneratorObject): void {
  const read = (): NDArray => stateOf(object);
  lentObjects.set(variable, { object, read });
  variable.lend(read);
}

/** `get_value(borrow)`. A borrowed value is the same object every time, until the variable gets another. */
export function getGenerator(self: SharedVariable, borrow: Missing): GeneratorObject {
  tellRead(self);
  return isSet(borrow) ? borrowed(self) : generatorIn(self.context, self.type.generator!, self.value);
}

function borrowed(variable: SharedVariable): GeneratorObject {
  const lent = lentObjects.get(variable);
  if (lent && variable.isLentBy(lent.read)) return lent.object;
  const object = generatorIn(variable.context, variable.type.generator!, variable.value);
  lend(variable, object);
  return object;
}

/** `set_value(generator, borrow, seed=…)`. */
export function setGenerator(self: SharedVariable, ...given: Missing[]): null {
  const before = valueToKeep(self);
  store(self, ...given);
  tellAccess({ kind: 'write', variable: self, before });
  return null;
}

function store(self: SharedVariable, ...[value, borrow, seed]: Missing[]): null {
  if (value === undefined || value === null) {
    if (seed === undefined) return raiseValueError('Must set one of value or seed');
    self.value = defaultState(self.context, seedSequenceOf(seed).sequence);
    return null;
  }
  if (seed !== undefined) raiseValueError('Cannot specify both new_value and seed');
  if (!isGenerator(value) || kindOf(value) !== self.type.generator) throw new EngineError('TypeError');
  self.value = stateOf(value);
  if (isSet(borrow)) lend(self, value);
  return null;
}
