/** What programs ask variables about the graph: who made them, their tag, copies, and attributes of their own. */

import { cloneVariable } from '../../../graph/cloneGraph.ts';
import { filterValue } from '../../../graph/inputValue.ts';
import { indexInLibrary } from '../../../graph/libraryForm.ts';
import { SharedVariable, type Variable } from '../../../graph/variable.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { PyList, type Value } from '../../values.ts';
import { givenValue } from './convert.ts';
import { ownerOf } from './opObjects.ts';
import { PyScratchpad } from './scratchpad.ts';
import { nameArgument } from './tensorTypeObject.ts';

const tags = new WeakMap<Variable, PyScratchpad>();

/** `variable.tag`. */
export function tagOf(variable: Variable): PyScratchpad {
  const known = tags.get(variable);
  if (known) return known;
  const { context, type } = variable;
  const fit = (value: Value): Value =>
    filterValue(context, type, givenValue(value), { isStrict: false, allowDowncast: null });
  const made = new PyScratchpad(context.dialect.tagValues === 'fitting' ? fit : null);
  tags.set(variable, made);
  return made;
}

const ownAttributes = new WeakMap<Variable, Map<string, Value>>();

/** An attribute that the program itself put on the variable. */
export const ownAttribute = (variable: Variable, name: string): Value | undefined =>
  ownAttributes.get(variable)?.get(name);

/** Hangs an attribute on a variable, as the library does: `draw.rng`. */
export function hangOn(variable: Variable, name: string, value: Value): void {
  if (!ownAttributes.has(variable)) ownAttributes.set(variable, new Map());
  ownAttributes.get(variable)!.set(name, value);
}

/** Takes an attribute that variables do not have themselves. */
export function setOwnAttribute(variable: Variable, name: string, value: Value): boolean {
  if (lookupInType(typeOf(variable), name) !== undefined) return false;
  hangOn(variable, name, value);
  return true;
}

/** Takes such an attribute away; false where there is none. */
export function deleteOwnAttribute(variable: Variable, name: string): boolean {
  if (name === 'default_update' && variable instanceof SharedVariable && variable.defaultUpdate !== null) {
    variable.defaultUpdate = null;
    return true;
  }
  return ownAttributes.get(variable)?.delete(name) ?? false;
}

const autoNumbers = new WeakMap<Variable, number>();
const counts = new WeakMap<object, number>();

/** `auto_1`, `auto_2`, …, counted when they are asked for. */
function autoName(variable: Variable): string {
  const known = autoNumbers.get(variable);
  if (known !== undefined) return `auto_${known}`;
  const next = (counts.get(runtime()) ?? 0) + 1;
  counts.set(runtime(), next);
  autoNumbers.set(variable, next);
  return `auto_${next}`;
}

/** Attributes of all variables. */
export const protocolAttributes = {
  owner: (self: Variable): Value => ownerOf(self),
  index: (self: Variable): Value => (self.owner ? indexInLibrary(self) : null),
  tag: {
    get: (self: Variable): Value => tagOf(self),
    set: (self: Variable, value: Value): void => {
      if (value instanceof PyScratchpad) tags.set(self, value);
    },
  },
  auto_name: (self: Variable): Value => autoName(self),
};

function cloned(self: Variable, name: Value | undefined): Variable {
  const made = cloneVariable(self, name === undefined ? self.name : nameArgument(name));
  for (const [key, value] of tagOf(self).attributes.entries()) tagOf(made).attributes.set(key, value);
  return made;
}

/** Methods of all variables. */
export const protocolMethods = {
  'get_parents()': (self: Variable) => new PyList(self.owner ? [ownerOf(self)!] : []),
  'clone(name?)': cloned,
};
