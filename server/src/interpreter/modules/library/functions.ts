/** What the tables of functions hold. */
import type { Value } from '../../values.ts';

/** Functions by signature. */
export type Functions = Readonly<Record<string, (...args: (Value | undefined)[]) => Value>>;
