/** `scipy.special`: functions of real numbers. Names that SciPy has and that are not here are refused where they are used. */
import { defineModule } from '../../nativeModule.ts';
import type { NativeBody } from '../../signature.ts';
import type { PyModule } from '../../values.ts';
import { combinations } from './combinations.ts';
import { exponentialSums } from './exponentialSums.ts';
import { floatFunction } from './floatFunctions.ts';
import { binarySpecial, type SpecialRow, ternarySpecial, unarySpecial } from './specialRows.ts';

function asFunctions(
  rows: Readonly<Record<string, SpecialRow>>,
  parameters: string,
  numpy: 1 | 2,
): Record<string, NativeBody> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const compute = typeof row === 'function' ? row : row[numpy];
      return [`${name}(${parameters}, /)`, floatFunction(name, compute)];
    }),
  );
}

export const specialModule = (numpy: 1 | 2): PyModule =>
  defineModule({
    name: 'scipy.special',
    functions: {
      ...asFunctions(unarySpecial, 'x', numpy),
      ...asFunctions(binarySpecial, 'x, y', numpy),
      ...asFunctions(ternarySpecial, 'x, y, z', numpy),
      ...exponentialSums,
      ...combinations,
    },
    refused: '*',
  });
