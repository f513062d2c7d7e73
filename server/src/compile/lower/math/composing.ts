/** How functions are made that call others. */
import type { PrimitiveName } from '../../../tensor/primitives.ts';
import { call, type Expression, type IrFunction } from '../../loopIr/ir.ts';
import type { LaneCode, VectorFunction, Written } from './laneCode.ts';

type V = Expression;

/** What such a function calls. */
export type Parts = (name: PrimitiveName) => IrFunction;

export interface ComposedFunction {
  readonly arity: number;
  readonly write: (parts: Parts) => VectorFunction['write'];
}

export type Apply = (name: PrimitiveName, x: V) => V;

/** A function of one argument that needs no other way anywhere. */
export const one = (compute: (code: LaneCode, x: V, apply: Apply) => V): ComposedFunction['write'] =>
  oneWith((code, x, apply) => ({ result: compute(code, x, apply) }));

/** A function of one argument. */
export const oneWith =
  (compute: (code: LaneCode, x: V, apply: Apply) => Written): ComposedFunction['write'] =>
  (parts) =>
  (code, [x]) =>
    compute(code, x, (name, argument) => code.bind(call(parts(name), argument)));
