/** Which functions other files may call: of those not all callers are seen. */
import type { Machine } from './machine.ts';
import type { Returned } from './values.ts';

/**
 * Whether other files may call a function of the module itself. One that runs where its file is imported belongs to a
 * program, not to a library; one whose name begins with an underscore is the file's own.
 */
export function isOpen(machine: Machine, returned: Returned): boolean {
  const { variety, parent } = returned.activation;
  return variety === 'function' && parent?.variety === 'module' && hasUnseenCallers(machine, returned);
}

/** The same for any function, methods among them. */
export function hasUnseenCallers(machine: Machine, { activation: { node } }: Returned): boolean {
  const name = node.kind === 'FunctionDef' ? node.name.name : '_';
  const isOwn = name.startsWith('_') && !/^__\w+__$/.test(name) && !machine.exported.has(name);
  return !isOwn && (!machine.calledOnImport.has(node) || machine.exported.has(name));
}
