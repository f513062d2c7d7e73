/** Which functions other files may call: of those not all callers are seen. */
import type { Machine } from './machine.ts';
import type { Returned } from './values.ts';

/**
 * Whether other files may call a function of the module itself, or a method. One that runs where its file is imported belongs to a
 * program, not to a library; one whose name begins with an underscore is the file's own.
 */
export function isOpen(machine: Machine, returned: Returned): boolean {
  const { parent } = returned.activation;
  const isMember = parent?.variety === 'module' || parent?.variety === 'class';
  return isMember && hasUnseenCallers(machine, returned);
}

export function hasUnseenCallers(machine: Machine, { activation: { node } }: Returned): boolean {
  const name = node.kind === 'FunctionDef' ? node.name.name : '_';
  const isOwn = name.startsWith('_') && !/^__\w+__$/.test(name) && !machine.exported.has(name);
  return !isOwn && (!machine.calledOnImport.has(node) || machine.exported.has(name));
}

/** Whether other files may read a variable of the file. Asked when all else is proven: others are looked at for it. */
export const isReadOutside = (machine: Machine, name: string): boolean =>
  machine.exported.has(name) || machine.context.isReadElsewhere(name);
