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
