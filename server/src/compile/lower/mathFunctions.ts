/**
 * The elementary functions that have code of their own, so that loops need not call out of the module for them. Each is written once, on vectors
 * (math/); on single elements all lanes are the same. All need multiplication and addition with one rounding.
 */
import type { PrimitiveName } from '../../tensor/primitives.ts';
import type { IrFunction, Table } from '../loopIr/ir.ts';
import { type CodeDType, isFloatType } from './elementTypes.ts';
import { importedPrimitive } from './importedPrimitives.ts';
import { fusesMultiplyAdd } from './kernels/fusedMultiplyAdd.ts';
import { acosCode, arcTable, asinCode, atan2Code, atanCode } from './math/arcs.ts';
import { circleTable, cosCode, sinCode, tanCode } from './math/circular.ts';
import { composedFunctions } from './math/composedFunctions.ts';
import type { Lanes } from './math/constantPool.ts';
import { exp2Code, expCode, expm1Code, powerTable, sigmoidCode } from './math/exponential.ts';
import { tanhCode, tanhTable } from './math/hyperbolic.ts';
import { makeScalarFunction, makeVectorFunction, type VectorFunction } from './math/laneCode.ts';
import { log1pCode, log2Code, log10Code, logarithmTable, logCode } from './math/logarithm.ts';
import { powCode, powerLogarithmTable } from './math/power.ts';
import { floorDivisionCode, moduloCode } from './math/remainders.ts';
import {
  singleCosCode,
  singleExpCode,
  singleLogCode,
  singleSigmoidCode,
  singleSinCode,
  widenedCode,
} from './math/singleFunctions.ts';

interface Row {
  readonly arity: number;
  readonly write: VectorFunction['write'];
  readonly tables?: () => readonly Table[];
}

const doubles: Partial<Record<PrimitiveName, Row>> = {
  exp: { arity: 1, write: expCode, tables: () => [powerTable()] },
  sigmoid: { arity: 1, write: sigmoidCode, tables: () => [powerTable()] },
  expm1: { arity: 1, write: expm1Code },
  sin: { arity: 1, write: sinCode, tables: () => [circleTable()] },
  cos: { arity: 1, write: cosCode, tables: () => [circleTable()] },
  tan: { arity: 1, write: tanCode, tables: () => [circleTable()] },
  log: { arity: 1, write: logCode, tables: () => [logarithmTable()] },
  log1p: { arity: 1, write: log1pCode },
  tanh: { arity: 1, write: tanhCode, tables: () => [tanhTable.f64x2] },
  exp2: { arity: 1, write: exp2Code, tables: () => [powerTable()] },
  log2: { arity: 1, write: log2Code, tables: () => [logarithmTable()] },
  log10: { arity: 1, write: log10Code, tables: () => [logarithmTable()] },
  pow: { arity: 2, write: powCode, tables: () => [powerTable(), powerLogarithmTable()] },
  asin: { arity: 1, write: asinCode, tables: () => [arcTable()] },
  acos: { arity: 1, write: acosCode, tables: () => [arcTable()] },
  atan: { arity: 1, write: atanCode, tables: () => [arcTable()] },
  atan2: { arity: 2, write: atan2Code, tables: () => [arcTable()] },
  mod: { arity: 2, write: moduloCode },
  floorDiv: { arity: 2, write: floorDivisionCode },
};

/** What NumPy computes in single precision; all else is computed with doubles. */
const singles: Partial<Record<PrimitiveName, Row>> = {
  exp: { arity: 1, write: singleExpCode },
  log: { arity: 1, write: singleLogCode },
  sin: { arity: 1, write: singleSinCode },
  cos: { arity: 1, write: singleCosCode },
  sigmoid: {
    arity: 1,
    write: (code, args) => singleSigmoidCode(vectorFunction('exp', 'f64x2')!)(code, args),
  },
  tanh: { arity: 1, write: tanhCode, tables: () => [tanhTable.f32x4] },
};

const made = new Map<string, IrFunction | null>();

function remembered(key: string, make: () => IrFunction | null): IrFunction | null {
  let known = made.get(key);
  if (known === undefined) {
    known = make();
    made.set(key, known);
  }
  return known;
}

/** A function of one element; null where the reference's own has to be called. */
export function scalarFunction(name: PrimitiveName, dtype: CodeDType): IrFunction | null {
  if (!isFloatType(dtype)) return null;
  return remembered(`${name} ${dtype}`, () => {
    const described = describe(name, dtype === 'float64' ? 'f64x2' : 'f32x4');
    return described && makeScalarFunction(described);
  });
}

/** The same on vectors. */
export function vectorFunction(name: PrimitiveName, lanes: Lanes): IrFunction | null {
  return remembered(`${name} ${lanes}`, () => {
    const described = describe(name, lanes);
    return described && makeVectorFunction(described);
  });
}

function describe(name: PrimitiveName, lanes: Lanes): VectorFunction | null {
  if (!fusesMultiplyAdd()) return null;
  const row = lanes === 'f64x2' ? (doubles[name] ?? composed(name)) : (singles[name] ?? widened(name));
  if (!row) return null;
  const { arity, write, tables } = row;
  const reference = importedPrimitive(name, lanes === 'f64x2' ? 'float64' : 'float32', arity);
  return { name, lanes, arity, write, reference, ...(tables ? { tables: tables() } : {}) };
}

function composed(name: PrimitiveName): Row | null {
  const row = composedFunctions[name];
  return row ? { arity: row.arity, write: row.write((part) => vectorFunction(part, 'f64x2')!) } : null;
}

function widened(name: PrimitiveName): Row | null {
  const wide = vectorFunction(name, 'f64x2');
  return wide ? { arity: wide.params.length, write: widenedCode(wide) } : null;
}
