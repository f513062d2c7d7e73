/** The order in which a class and its bases are searched: the C3 linearization, as in CPython's `typeobject.c`. */
import { turn } from './runtime.ts';
import type { PyType } from './values.ts';

/** The linearization; null when the bases have no consistent order. */
export function linearize(type: PyType): PyType[] | null {
  const queues = [...type.bases.map((base) => [...base.mro]), [...type.bases]];
  const result: PyType[] = [type];
  for (;;) {
    turn();
    const open = queues.filter((queue) => queue.length > 0);
    if (open.length === 0) return result;
    const next = open
      .map((queue) => queue[0]!)
      .find((head) => !open.some((queue) => queue.indexOf(head) > 0));
    if (!next) return null;
    result.push(next);
    for (const queue of queues) if (queue[0] === next) queue.shift();
  }
}

/** Python 2's order for old-style classes: depth first, from left to right. */
export function linearizeOldStyle(type: PyType): PyType[] {
  const result: PyType[] = [];
  const visit = (each: PyType): void => {
    if (!result.includes(each)) result.push(each);
    for (const base of each.bases) visit(base);
  };
  visit(type);
  return result;
}
