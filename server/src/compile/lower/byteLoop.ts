/** The innermost loop over elements of one byte: sixteen side by side, where every part of a value can be computed so. */
import { byteSize } from '../../tensor/dtype.ts';
import { add32, type Expression } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import {
  bytesPerVector,
  isByteType,
  loadBytes,
  splatBytes,
  splatFromMemory,
  storeBytes,
} from './byteVectors.ts';
import type { CodeDType } from './elementTypes.ts';
import { type Cursor, splatsOf } from './innermostLoop.ts';
import type { BufferValue, Value } from './values.ts';

interface Row {
  readonly value: Value;
  readonly length: number;
  readonly cursors: ReadonlyMap<BufferValue, Cursor>;
  readonly target: Cursor & { readonly dtype: CodeDType };
}

/** Writes as much as fills vectors; gives the number of elements done. */
export function writeBytes(builder: Builder, row: Row): number {
  const { value, length, cursors, target } = row;
  const isAlong = [...cursors].every(
    ([{ dtype }, { stride }]) => isByteType(dtype) && (stride === 1 || stride === 0),
  );
  if (length < bytesPerVector || !isAlong || !isByteType(target.dtype) || target.stride !== 1) return 0;
  if (!isOfBytes(value)) return 0;
  const whole = length - (length % bytesPerVector);
  const splats = splatsOf(value, cursors, {
    ofScalar: ({ dtype, expression }) => splatBytes(builder, dtype, expression),
    ofElement: ({ dtype }, pointer) => splatFromMemory(builder, dtype, pointer),
  });
  builder.loop({ count: whole, step: bytesPerVector }, (counter) => {
    const loaded = new Map<Value, Expression>(splats);
    const vectorOf = (part: Value): Expression => {
      if (part.kind === 'lazy') return part.bytes!(builder, part.operands.map(vectorOf));
      const known = loaded.get(part);
      if (known) return known;
      const address = add32(cursors.get(part as BufferValue)!.pointer, counter);
      const made = loadBytes(builder, part.dtype, address);
      loaded.set(part, made);
      return made;
    };
    builder.emit(storeBytes(vectorOf(value), target.dtype, add32(target.pointer, counter)));
  });
  return whole;
}

function isOfBytes(value: Value): boolean {
  if (value.kind !== 'lazy') return byteSize(value.dtype) === 1;
  return value.bytes !== null && value.operands.every(isOfBytes);
}
