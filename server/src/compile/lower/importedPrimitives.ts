/** Primitives as functions that the code calls out of the module: the reference backend's own. */
import { t } from '../../base/l10n.ts';
import { ownFunction } from '../../tensor/elementwise.ts';
import { type ElementClass, type PrimitiveName, primitiveFunction } from '../../tensor/primitives.ts';
import type { ImportedFunction } from '../loopIr/ir.ts';
import { type CodeDType, heldAs, isFloatType } from './elementTypes.ts';
import { unsupported } from './unsupported.ts';

const importedPrimitives = new Map<string, ImportedFunction>();

/** The reference's own function. */
export function importedPrimitive(name: PrimitiveName, dtype: CodeDType, arity: number): ImportedFunction {
  const key = `${name} ${dtype}`;
  const known = importedPrimitives.get(key);
  if (known) return known;
  const held: ElementClass = isFloatType(dtype) ? 'float' : heldAs(dtype) === 'i64' ? 'big' : 'small';
  const compute = ownFunction(name, dtype) ?? primitiveFunction(name, held);
  if (compute === null) throw unsupported(t('no {0} of {1}', name, dtype));
  const type = heldAs(dtype);
  const made: ImportedFunction = {
    kind: 'imported',
    name: key,
    params: new Array(arity).fill(type),
    result: type,
    body: stored(compute as (...args: never[]) => unknown, dtype),
  };
  importedPrimitives.set(key, made);
  return made;
}

/** 64-bit integers without a sign come as signed ones and have to be read anew. */
function stored(compute: (...args: never[]) => unknown, dtype: CodeDType): (...args: never[]) => unknown {
  if (dtype === 'uint64')
    return (...args: never[]) =>
      compute(...(args.map((arg) => BigInt.asUintN(64, arg as bigint)) as never[]));
  if (dtype === 'uint32')
    return (...args: never[]) => compute(...(args.map((arg) => (arg as number) >>> 0) as never[]));
  return compute;
}
