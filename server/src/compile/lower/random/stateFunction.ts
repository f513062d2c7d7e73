/** Functions whose only argument is the address of a generator's state. */
import { type IrFunction, Local, type Table } from '../../loopIr/ir.ts';
import { Builder } from '../builder.ts';

/** The function whose body `write` emits. */
export function stateFunction(
  { name, result, tables = [] }: Pick<IrFunction, 'name' | 'result'> & { readonly tables?: readonly Table[] },
  write: (builder: Builder, state: Local) => void,
): IrFunction {
  const builder = new Builder();
  const state = new Local('i32', 'state');
  const body = builder.within(() => write(builder, state));
  return { kind: 'function', name, params: [state], result, body, tables };
}
