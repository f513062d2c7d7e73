/** What all objects that hand out streams of random numbers have in common: the states that they made, and their updates. */
import type { GraphContext, SharedVariable, Variable } from '../../../../graph/variable.ts';
import {
  type Keywords,
  type PyBuiltin,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';

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

/** What the types of all of them have in common: `make` makes an object, `initialize` is its bound `__init__`. */
export const streamsType = <Streams extends PyStreams>(make: () => Streams, initialize: PyBuiltin) => ({
  constants: { __subclassable__: true },
  create: (wanted: PyType): Streams => {
    const made = make();
    made.cls = wanted;
    return made;
  },
  initialize: (self: Streams, args: readonly Value[], keywords: Keywords): void => {
    initialize.call([self, ...args], keywords);
  },
});

/** The attributes of all of them. */
export const streamsAttributes = {
  state_updates: (self: PyStreams): Value => self.list(),
  default_instance_seed: (self: PyStreams): Value => self.seed,
};
