/** Tells who watches a run what the program does with shared variables itself. */
import type { SharedVariable } from '../../../graph/variable.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import type { SharedAccess } from '../../observer.ts';
import { callSite, runtime } from '../../runtime.ts';

export const tellAccess = (access: SharedAccess): void => runtime().observer.shared?.(access, callSite());

export const tellMade = (variable: SharedVariable): void => tellAccess({ kind: 'made', variable });
export const tellRead = (variable: SharedVariable): void => tellAccess({ kind: 'read', variable });

/** Gives a variable a value of its own and tells it. */
export function write(variable: SharedVariable, value: NDArray): void {
  const before = valueToKeep(variable);
  variable.value = value;
  variable.isLent = false;
  tellAccess({ kind: 'write', variable, before });
}

/** The value itself, which the program may write into from now on. */
export function lent(variable: SharedVariable): NDArray {
  tellAccess({ kind: variable.isLent ? 'read' : 'lend', variable });
  variable.isLent = true;
  return variable.value;
}

/** The value, or a copy where the program may write into it. */
export const valueToKeep = (variable: SharedVariable): NDArray =>
  variable.isLent ? variable.value.copy() : variable.value;
