/** `graphlib.TopologicalSorter`, in the order of CPython 3.12. */
import { PyDict } from '../../containers.ts';
import { defineException, exceptionType, raise, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { elements, unpack } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { defineType } from '../../pyType.ts';
import { turn } from '../../runtime.ts';
import { list, PyIterator, type PyModule, PyObject, PyTuple, type PyType, type Value } from '../../values.ts';

interface GraphNode {
  readonly value: Value;
  /** How many predecessors are not done; the others count what `get_ready` gave. */
  waiting: number;
  state: 'waiting' | 'given' | 'done';
  readonly successors: GraphNode[];
}

class PySorter extends PyObject {
  /** By value, in the order in which they came. */
  readonly index = new PyDict();
  readonly nodes: GraphNode[] = [];
  ready: GraphNode[] | null = null;
  givenCount = 0;
  doneCount = 0;
}

const cycleError = defineException('CycleError', 'graphlib', exceptionType('ValueError'));

function nodeOf(self: PySorter, value: Value): GraphNode {
  const known = self.index.table.get(value);
  if (known !== undefined) return self.nodes[known as number]!;
  const node: GraphNode = { value, waiting: 0, state: 'waiting', successors: [] };
  self.index.table.set(value, self.nodes.length);
  self.nodes.push(node);
  return node;
}

function add(self: PySorter, value: Value, predecessors: Value[]): null {
  if (self.ready !== null) raiseValueError('Nodes cannot be added after a call to prepare()');
  const node = nodeOf(self, value);
  node.waiting += predecessors.length;
  for (const each of predecessors) nodeOf(self, each).successors.push(node);
  return null;
}

/** The nodes of a cycle, the first one again at the end; null where there is none. */
function findCycle({ nodes }: PySorter): GraphNode[] | null {
  const seen = new Set<GraphNode>();
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const path: { node: GraphNode; next: number }[] = [{ node: start, next: 0 }];
    const places = new Map([[start, 0]]);
    seen.add(start);
    while (path.length > 0) {
      turn();
      const top = path.at(-1)!;
      const successor = top.node.successors[top.next++];
      if (successor === undefined) {
        places.delete(top.node);
        path.pop();
      } else if (places.has(successor)) {
        return [...path.slice(places.get(successor)).map(({ node }) => node), successor];
      } else if (!seen.has(successor)) {
        seen.add(successor);
        places.set(successor, path.length);
        path.push({ node: successor, next: 0 });
      }
    }
  }
  return null;
}

function prepare(self: PySorter): null {
  if (self.ready !== null) raiseValueError('cannot prepare() more than once');
  self.ready = self.nodes.filter((node) => node.waiting === 0);
  const cycle = findCycle(self);
  if (cycle) raise(cycleError, 'nodes are in a cycle', list(cycle.map((node) => node.value)));
  return null;
}

const prepared = (self: PySorter): GraphNode[] =>
  self.ready ?? raiseValueError('prepare() must be called first');

function getReady(self: PySorter): PyTuple {
  const given = prepared(self);
  for (const node of given) node.state = 'given';
  self.ready = [];
  self.givenCount += given.length;
  return new PyTuple(given.map((node) => node.value));
}

function done(self: PySorter, values: readonly Value[]): null {
  const ready = prepared(self);
  for (const value of values) {
    const place = self.index.table.get(value);
    if (place === undefined) raiseValueError(`node ${repr(value)} was not added using add()`);
    const node = self.nodes[place as number]!;
    if (node.state === 'waiting') {
      raiseValueError(`node ${repr(value)} was not passed out (still not ready)`);
    }
    if (node.state === 'done') raiseValueError(`node ${repr(value)} was already marked done`);
    node.state = 'done';
    self.doneCount++;
    for (const successor of node.successors) if (--successor.waiting === 0) ready.push(successor);
  }
  return null;
}

const isActive = (self: PySorter): boolean => self.doneCount < self.givenCount || prepared(self).length > 0;

function* order(self: PySorter): Generator<Value, void> {
  prepare(self);
  while (isActive(self)) {
    const { items } = getReady(self);
    yield* items;
    done(self, items);
  }
}

const sorterType: PyType = defineType<PySorter>({
  name: 'TopologicalSorter',
  module: 'graphlib',
  class: PySorter,
  create: (type) => {
    const made = new PySorter();
    if (type !== sorterType) made.cls = type;
    return made;
  },
  initialize: (self, args, keywords) => {
    const graph = args[0] ?? keywords?.get('graph') ?? null;
    if (graph === null) return;
    for (const pair of elements(call(getAttribute(graph, 'items'), []))) {
      const [node, predecessors] = unpack(pair, 2);
      add(self, node!, [...elements(predecessors!)]);
    }
  },
  constants: { __subclassable__: true },
  methods: {
    'add(node, *predecessors)': add,
    'prepare()': prepare,
    'get_ready()': getReady,
    'is_active()': isActive,
    'done(*nodes)': done,
    'static_order()': (self: PySorter) => {
      const values = order(self);
      return new PyIterator('generator', () => {
        const { value, done: isAtEnd } = values.next();
        return isAtEnd ? undefined : (value as Value);
      });
    },
  },
});

export const graphlibModule = (): PyModule =>
  defineModule({ name: 'graphlib', values: { TopologicalSorter: sorterType, CycleError: cycleError } });
