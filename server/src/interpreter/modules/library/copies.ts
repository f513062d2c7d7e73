/** `copy.copy` and `copy.deepcopy` of variables and of compiled functions. */
import { cloneVariable } from '../../../graph/cloneGraph.ts';
import { type CompiledFunction, copyFunction } from '../../../graph/compiledFunction.ts';
import { type CopyMemory, separateCopies } from '../../../graph/separateCopies.ts';
import { SharedVariable, Variable } from '../../../graph/variable.ts';
import { PyDict } from '../../containers.ts';
import { notSupported } from '../../exceptions.ts';
import { identityOf } from '../../protocols/hashing.ts';
import type { Value } from '../../values.ts';
import { compilerOf } from './libraryContext.ts';

/** A variable of the same type and name; a shared one has the same value at any time. */
export function shallowCopy(self: Variable): Variable {
  if (self.owner)
    return notSupported(`copy.copy of a variable that an op made: the libraries can not compute it`);
  const made = cloneVariable(self);
  if (made instanceof SharedVariable && self instanceof SharedVariable)
    made.defaultUpdate = self.defaultUpdate;
  return made;
}

/** The memo of `copy.deepcopy`, which has the copies by `id`. */
function memoryOf(memo: Value): CopyMemory {
  const { table } = memo instanceof PyDict ? memo : new PyDict();
  return {
    read: (variable) => {
      const copy = table.get(identityOf(variable));
      return copy instanceof Variable ? copy : undefined;
    },
    write: (variable, copy) => void table.set(identityOf(variable), copy),
  };
}

/** The whole graph again, with shared variables of its own. */
export const deepCopy = (self: Variable, memo: Value): Variable => separateCopies([self], memoryOf(memo))[0]!;

/** The same function on shared variables of its own. */
export function deepCopyFunction(self: CompiledFunction, memo: Value): CompiledFunction {
  if (self.inputs.some((input) => input.isImplicit))
    return notSupported('copy.deepcopy of a function with implicit inputs');
  const shared = [...new Set([...self.graph.shared, ...self.updated])];
  const copies = separateCopies(shared, memoryOf(memo)) as SharedVariable[];
  return copyFunction(
    self,
    {
      swap: new Map(shared.map((variable, i) => [variable, copies[i]!])),
      keepsUpdates: true,
      name: self.name,
      form: self.form,
    },
    compilerOf(self.context),
  );
}
