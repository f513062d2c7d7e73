/** What all objects that hand out streams of random numbers have in common: the states that they made, and their updates. */
import type { GraphContext, SharedVariable, Variable } from '../../../../graph/variable.ts';
import { PyList, PyObject, PyTuple, type Value } from '../../../values.ts';

/** One draw of a stream: its state and what the state becomes. */
export interface StreamUpdate {
  readonly state: SharedVariable;
  readonly next: Variable;
  /** What MRG's streams keep besides. */
  readonly rest: readonly Value[];
}

export class PyStreams extends PyObject {
  readonly context: GraphContext;
  readonly updates: StreamUpdate[] = [];
  /** The seed as the program gave it. */
  seed: Value = null;

  constructor(context: GraphContext) {
    super();
    this.context = context;
  }

  /** `state_updates`, and what `updates()` gives. */
  list(): PyList {
    return new PyList(this.updates.map(({ state, next, rest }) => new PyTuple([state, next, ...rest])));
  }

  /** Keeps a draw; functions that use it move its state. */
  keep(update: StreamUpdate): void {
    this.updates.push(update);
    update.state.defaultUpdate = update.next;
  }
}
