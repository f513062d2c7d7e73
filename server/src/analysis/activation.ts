/** Activations: one running of a module, function, class body or comprehension, and the names that it binds. */
import type { AnyNode } from '../python/syntax.ts';
import { type BoundNames, boundNames } from './boundNames.ts';
import type { Activation } from './values.ts';

/** An activation; most make no objects, so the tables come when they are asked for. */
export class Scope implements Activation {
  readonly node: AnyNode;
  readonly module: Activation['module'];
  readonly variety: Activation['variety'];
  readonly parent: Activation | null;
  readonly call: Activation['call'];
  readonly names: BoundNames;
  readonly epoch: number;
  readonly cells: Activation['cells'] = new Map();
  #calls: Activation['calls'] | null = null;
  #objects: Activation['objects'] | null = null;
  #functions: Activation['functions'] | null = null;
  #instances: Activation['instances'] | null = null;
  #scans: Activation['scans'] | null = null;
  #compiled: Activation['compiled'] | null = null;
  #made: Activation['made'] | null = null;

  constructor(
    start: Pick<Activation, 'node' | 'module' | 'variety' | 'parent' | 'call' | 'names' | 'epoch'>,
  ) {
    this.node = start.node;
    this.module = start.module;
    this.variety = start.variety;
    this.parent = start.parent;
    this.call = start.call;
    this.names = start.names;
    this.epoch = start.epoch;
  }

  get calls() {
    this.#calls ??= new Map();
    return this.#calls;
  }
  get objects() {
    this.#objects ??= new Map();
    return this.#objects;
  }
  get functions() {
    this.#functions ??= new Map();
    return this.#functions;
  }
  get instances() {
    this.#instances ??= new Map();
    return this.#instances;
  }
  get scans() {
    this.#scans ??= new Map();
    return this.#scans;
  }
  get compiled() {
    this.#compiled ??= new Map();
    return this.#compiled;
  }
  get made() {
    this.#made ??= new Map();
    return this.#made;
  }
}

const namesByScope = new WeakMap<AnyNode, BoundNames>();
const noNames: BoundNames = { locals: new Set(), globals: new Set(), nonlocals: new Set() };

/** The names that the scope of a node binds; kept beside the tree: after an edit most functions are the same nodes as before. */
export function namesOfScope(node: AnyNode, depth: 'statements' | 'expressions'): BoundNames {
  const known = namesByScope.get(node);
  if (known !== undefined) return known;
  const names = namesBoundIn(node, depth);
  namesByScope.set(node, names);
  return names;
}

function namesBoundIn(node: AnyNode, depth: 'statements' | 'expressions'): BoundNames {
  switch (node.kind) {
    case 'Module':
    case 'ClassDef':
      return boundNames(node.body, null, depth);
    case 'FunctionDef':
      return boundNames(node.body, node.parameters, depth);
    case 'Lambda':
      return boundNames([node.body], node.parameters, depth);
    default:
      return noNames;
  }
}
