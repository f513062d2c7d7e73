/** Comparisons with an integer of the source, the most frequent tests: the integer is part of the closure. */
import type { ComparisonOperator } from '../../python/syntax.ts';
import type { Frame } from '../callSite.ts';
import { PyFloat, type Value } from '../values.ts';
import { type Operand, read } from './operands.ts';

/** `left operator number` as a test. `otherwise` does what is not done here. */
export function compileNumberTest(
  operator: ComparisonOperator,
  { slot, evaluate }: Operand,
  number: number,
  otherwise: (frame: Frame, a: Value) => boolean,
): ((frame: Frame) => boolean) | null {
  switch (operator) {
    case '<':
      return (frame) => {
        const a = read(frame, slot, evaluate);
        if (typeof a === 'number') return a < number;
        return a instanceof PyFloat ? a.value < number : otherwise(frame, a);
      };
    case '<=':
      return (frame) => {
        const a = read(frame, slot, evaluate);
        if (typeof a === 'number') return a <= number;
        return a instanceof PyFloat ? a.value <= number : otherwise(frame, a);
      };
    case '>':
      return (frame) => {
        const a = read(frame, slot, evaluate);
        if (typeof a === 'number') return a > number;
        return a instanceof PyFloat ? a.value > number : otherwise(frame, a);
      };
    case '>=':
      return (frame) => {
        const a = read(frame, slot, evaluate);
        if (typeof a === 'number') return a >= number;
        return a instanceof PyFloat ? a.value >= number : otherwise(frame, a);
      };
    case '==':
      return (frame) => {
        const a = read(frame, slot, evaluate);
        return typeof a === 'number' ? a === number : otherwise(frame, a);
      };
    case '!=':
      return (frame) => {
        const a = read(frame, slot, evaluate);
        return typeof a === 'number' ? a !== number : otherwise(frame, a);
      };
    default:
      return null;
  }
}
