/**
 * Machine code from lowered functions. Modules are kept by their bytes, so that the same step, compiled again after a cell ran anew, finds
 * the code that the machine has optimised already.
 */
import type { ImportedFunction, IrFunction, Table } from '../../loopIr/ir.ts';
import { fusesMultiplyAdd } from '../../lower/kernels/fusedMultiplyAdd.ts';
import { emitModule } from './emitModule.ts';
import type { LinearMemory } from './linearMemory.ts';

/** So many modules are kept. */
const mostModules = 256;
const modules = new Map<string, WebAssembly.Module>();

export interface MachineCode {
  readonly module: WebAssembly.Module;
  readonly imports: readonly ImportedFunction[];
  readonly tables: readonly Table[];
}

/** `shared`: it runs on a memory that threads share. */
export function compileModule(entries: readonly IrFunction[], memory: 'own' | 'shared' = 'own'): MachineCode {
  const machine = { isFused: fusesMultiplyAdd(), isShared: memory === 'shared' };
  const { bytes, imports, tables } = emitModule(entries, machine);
  const key = textOf(bytes);
  const known = modules.get(key);
  if (known) return { module: known, imports, tables };
  const module = new WebAssembly.Module(bytes);
  if (modules.size >= mostModules) modules.delete(modules.keys().next().value!);
  modules.set(key, module);
  return { module, imports, tables };
}

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

/** The functions of a module on a memory. */
export function functionsOn(memory: LinearMemory, code: MachineCode): Record<string, unknown> {
  const known = memory.instances.get(code) ?? instantiate(memory, code);
  memory.instances.set(code, known);
  return known;
}

function instantiate(
  memory: LinearMemory,
  { module, imports, tables }: MachineCode,
): Record<string, unknown> {
  memory.install(tables);
  const env: Record<string, unknown> = { memory: memory.memory };
  imports.forEach(({ body }, k) => {
    env[`f${k}`] = body;
  });
  return new WebAssembly.Instance(module, { env: env as never }).exports;
}
