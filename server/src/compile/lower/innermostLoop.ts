/** What the innermost loops over elements have in common, those by packs and those by vectors of bytes: how operands are reached. */
import type { Expression } from '../loopIr/ir.ts';
import type { BufferValue, ScalarValue, Value } from './values.ts';

/** How elements are reached in the innermost loop. */
export interface Cursor {
  readonly pointer: Expression;
  readonly stride: number;
}

/** One element in all lanes of a vector or a pack. */
export interface Splat<Made> {
  readonly ofScalar: (scalar: ScalarValue) => Made;
  readonly ofElement: (buffer: BufferValue, pointer: Expression) => Made;
}

/** The parts of a value that are the same in all turns, to be made once before the loop. */
export function splatsOf<Made>(
  value: Value,
  cursors: ReadonlyMap<BufferValue, Cursor>,
  splat: Splat<Made>,
): Map<Value, Made> {
  const splats = new Map<Value, Made>();
  const visit = (part: Value): void => {
    if (part.kind === 'lazy') part.operands.forEach(visit);
    else if (splats.has(part)) return;
    else if (part.kind === 'scalar') splats.set(part, splat.ofScalar(part));
    else {
      const { pointer, stride } = cursors.get(part)!;
      if (stride === 0) splats.set(part, splat.ofElement(part, pointer));
    }
  };
  visit(value);
  return splats;
}
