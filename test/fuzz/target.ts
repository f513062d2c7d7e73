/** What is fuzzed: how inputs are made, and what has to hold for each of them. */
import type fc from 'fast-check';

export interface FuzzTarget<Input> {
  readonly inputs: fc.Arbitrary<Input>;
  /** The input for a person who looks for the fault. */
  print(input: Input): string;
  /** Throws where something does not hold. */
  check(input: Input): void | Promise<void>;
}

export type AnyTarget = FuzzTarget<unknown>;

/** Keeps the types of an input together. */
export const fuzzTarget = <Input>(target: FuzzTarget<Input>): AnyTarget => target as AnyTarget;
