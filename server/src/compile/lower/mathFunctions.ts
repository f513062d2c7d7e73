/** The elementary functions that have code of their own, so that loops need not call out of the module for them. */
import type { PrimitiveName } from '../../tensor/primitives.ts';
import type { IrFunction } from '../loopIr/ir.ts';
import type { CodeDType } from './elementTypes.ts';
import type { Lanes } from './values.ts';

/** A function of one element; null where the reference's own has to be called. */
export const scalarFunction = (_name: PrimitiveName, _dtype: CodeDType): IrFunction | null => null;

/** The same on vectors. */
export const vectorFunction = (_name: PrimitiveName, _lanes: Lanes): IrFunction | null => null;
