/** The work was asked to stop. Never swallowed by a general catch. */
export class Cancelled extends Error {
  override name = 'Cancelled';
  constructor() {
    super('cancelled');
  }
}

/** The work used up what it may use (time, bytes, depth, output). Never swallowed by a general catch. */
export class BudgetExceeded extends Error {
  override name = 'BudgetExceeded';
  readonly budget: 'time' | 'memory' | 'recursion' | 'output';

  constructor(budget: BudgetExceeded['budget'], message: string) {
    super(message);
    this.budget = budget;
  }
}

/** Something that can be asked whether the work should stop. */
export interface CancellationToken {
  readonly isCancelled: boolean;
}

/** A token that never asks to stop. */
export const neverCancelled: CancellationToken = { isCancelled: false };

/** Throws {@link Cancelled} when the token asks to stop. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancelled) throw new Cancelled();
}
