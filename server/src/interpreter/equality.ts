/** How types compare whose values are equal or not and have no order. */
import type { RichComparison } from './nativeType.ts';
import { NotImplemented, type Value } from './values.ts';

/** The comparison by this equality, which answers undefined for values that it does not know. */
export const equality =
  <Self>(isEqual: (self: Self, other: Value) => boolean | undefined) =>
  (self: Self, operator: RichComparison, other: Value): Value => {
    if (operator !== '==' && operator !== '!=') return NotImplemented;
    const answer = isEqual(self, other);
    return answer === undefined ? NotImplemented : answer === (operator === '==');
  };

/** The same among instances of one class of ours; nothing else is known. */
export const equalityAmong = <Self extends object>(
  instances: abstract new (...args: never[]) => Self,
  isEqual: (self: Self, other: Self) => boolean,
) => equality((self: Self, other) => (other instanceof instances ? isEqual(self, other) : undefined));
