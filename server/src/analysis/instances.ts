/**
 * Objects of the file's own classes: their methods and their attributes.
 *
 * What a class does not bind itself and its known bases do not either is unknown. An attribute is known where its value can have come from one place
 * only: either the program is followed from the making of the object to the reading, or the whole file stores the
 * attribute once. Source of the limits: methods are resolved in the same file only, and whatever is not followed
 * makes an object uncertain.
 */
import type { Span } from '../base/span.ts';
import type {
  AnyNode,
  Attribute,
  Call,
  ClassDef,
  Expression,
  FunctionDef,
  Lambda,
} from '../python/syntax.ts';
import { walk } from '../python/walk.ts';
import { type Arguments, noArguments } from './arguments.ts';
import { fieldArguments, initializerOf, isDataclass } from './dataclassFields.ts';
import { implicitCall } from './implicitCalls.ts';
import type { Machine } from './machine.ts';
import { joinAll, reachableFrom } from './objects.ts';
import { reflectionIn } from './reflection.ts';
import {
  type Cell,
  type ClassObject,
  type FunctionObject,
  type FunctionValue,
  type InstanceObject,
  type InstanceValue,
  unknown,
  type Value,
} from './values.ts';

// ------------------------------------------------------------------------------------------------------------- classes

/** Methods that change what making an object or reading an attribute means. */
const unusualMethods = ['__new__', '__getattr__', '__getattribute__', '__setattr__', '__init_subclass__'];

/** The class that a `class` statement makes, after its body has run; unknown where it may be unusual. */
export function makeClass(machine: Machine, node: ClassDef, bases: readonly Value[]): Value {
  const outer = machine.activation;
  const scope = machine.activationAt(node, node, () => machine.newActivation(node, 'class', outer));
  const known = machine.classes.get(scope);
  if (known !== undefined) return { kind: 'class', object: known };
  const parents = bases.filter((base) => !(base.kind === 'builtin' && base.name === 'object'));
  const isPlain =
    !machine.mayReflect &&
    !reflectionIn(machine.file).classes.has(node) &&
    (node.decorators.length === 0 || isDataclass(node)) &&
    node.keywords.length === 0 &&
    !unusualMethods.some((name) => scope.names.locals.has(name));
  if (!isPlain) return unknown;
  const object: ClassObject = {
    node,
    scope,
    bases: parents.flatMap((base) => (base.kind === 'class' ? [base.object] : [])),
    hasUnknownBases: parents.some((base) => base.kind !== 'class'),
    overridden: new Set(),
    outside: null,
  };
  for (const ancestor of ancestorsOf(object).slice(1)) {
    for (const name of scope.names.locals) ancestor.overridden.add(name);
  }
  machine.classes.set(scope, object);
  return { kind: 'class', object };
}

/** The class and those above it, in the order of the search (exact for single inheritance). */
function ancestorsOf(object: ClassObject): readonly ClassObject[] {
  const found: ClassObject[] = [];
  const pending = [object];
  for (let next = pending.shift(); next !== undefined && found.length < 50; next = pending.shift()) {
    if (!found.includes(next)) found.push(next);
    pending.unshift(...next.bases);
  }
  return found;
}

const instanceOf = (object: InstanceObject): InstanceValue => ({
  kind: 'instance',
  object,
  searched: ancestorsOf(object.type),
});

/** What the class body of one of `searched` binds to `name`; null where none does. */
function classMember(machine: Machine, searched: readonly ClassObject[], name: string): Value | null {
  const owner = searched.find((candidate) => candidate.scope.names.locals.has(name));
  if (owner === undefined) return null;
  return machine.readCell(machine.cellOf(owner.scope, name)) ?? unknown;
}

/** `Class.name`. */
export function classAttribute(machine: Machine, object: ClassObject, name: string): Value {
  if (storeCount(machine, object, name) > 0) return unknown;
  const member = classMember(machine, ancestorsOf(object), name) ?? unknown;
  if (member.kind !== 'function') return member;
  if (builtinDecorator(member.object.node) === 'property') return unknown;
  return boundMember(member, { kind: 'class', object }, null);
}

// ----------------------------------------------------------------------------------------------------------- instances

const newInstance = (machine: Machine, type: ClassObject): InstanceObject => ({
  type,
  epoch: machine.epoch,
  attributes: new Map(),
  isDamaged: false,
});

/** `Class(...)`: the object, after its `__init__`. */
export function construct(machine: Machine, type: ClassObject, args: Arguments, site: Call): Value {
  const atSite = machine.activation.instances.get(site) ?? new Map<ClassObject, InstanceObject>();
  machine.activation.instances.set(site, atSite);
  const object = atSite.get(type) ?? newInstance(machine, type);
  atSite.set(type, object);
  const value = instanceOf(object);
  const isField = initializerOf(type) === '__post_init__';
  if (isField) storeFields(machine, value, args, site);
  const init = classMember(machine, value.searched, initializerOf(type));
  if (init !== null) machine.call(init, withSelf(value, isField ? noArguments : args), site);
  return value;
}

/** What the `__init__` of a dataclass does. */
function storeFields(machine: Machine, value: InstanceValue, args: Arguments, site: Call): void {
  if (args.isOpen) value.object.isDamaged = true;
  for (const [name, given] of fieldArguments(value.searched, args))
    storeInstanceAttribute(machine, value, { name, value: given, span: site });
}

const withSelf = (self: Value, args: Arguments): Arguments => ({
  ...args,
  positional: [self, ...args.positional],
  sources: [null, ...args.sources],
});

/**
 * The object on which a method is followed as if called from outside: made once for the class, from arguments that are
 * not known. Null for a function that is no method of a plain class.
 */
export function outsideSelf(
  machine: Machine,
  method: FunctionObject,
  follow: (init: FunctionObject, self: Value) => void,
): Value | null {
  const type = machine.classes.get(method.scope);
  if (type === undefined || !isMethod(method)) return null;
  if (type.outside === null) {
    type.outside = newInstance(machine, type);
    const init = classMember(machine, ancestorsOf(type), initializerOf(type));
    if (init?.kind === 'function' && init.object !== method && isMethod(init.object)) {
      init.object.wasFollowedFromOutside = true;
      machine.branch(() => follow(init.object, instanceOf(type.outside as InstanceObject)));
      machine.epoch++;
    }
  }
  return instanceOf(type.outside);
}

/** It takes the object as its first argument. Decorators that are not followed have made it something unknown. */
const isMethod = ({ node }: FunctionObject): boolean =>
  node.kind === 'FunctionDef' && [null, 'property'].includes(builtinDecorator(node));

/** `super()` or `super(Class, self)`: the object, searched above the class; null where that is not known. */
export function superOf(machine: Machine, args: Arguments): Value | null {
  const [type, object] = args.positional.length === 0 ? ownSelf(machine) : args.positional;
  if (type?.kind !== 'class' || object?.kind !== 'instance') return null;
  const above = ancestorsOf(object.object.type);
  const place = above.indexOf(type.object);
  return place < 0 ? null : { ...object, searched: above.slice(place + 1) };
}

function ownSelf(machine: Machine): readonly Value[] {
  let scope = machine.activation;
  while (scope.variety !== 'function' && scope.parent !== null) scope = scope.parent;
  const type = scope.parent === null ? undefined : machine.classes.get(scope.parent);
  const first = scope.node.kind === 'FunctionDef' ? scope.node.parameters.items[0]?.target : undefined;
  if (type === undefined || first?.kind !== 'Identifier') return [];
  return [{ kind: 'class', object: type }, machine.readCell(machine.cellOf(scope, first.name)) ?? unknown];
}

// ---------------------------------------------------------------------------------------------------------- attributes

/** `object.name`, read by `node`. */
export function instanceAttribute(
  machine: Machine,
  value: InstanceValue,
  { name, node }: { readonly name: string; readonly node: Expression },
): Value {
  const { object, searched } = value;
  if (object.isDamaged) return unknown;
  const stores = storeCount(machine, object.type, name);
  const cell = object.attributes.get(name);
  if (cell !== undefined) {
    if (hasSetter(searched, name)) return unknown;
    // A field of a dataclass is stored by no statement.
    const isCertain = stores <= 1 || (cell.epoch === machine.epoch && object !== object.type.outside);
    return isCertain ? (machine.readCell(cell) ?? unknown) : unknown;
  }
  const isReplaced = object === object.type.outside && object.type.overridden.has(name);
  const member = stores > 0 || isReplaced ? null : classMember(machine, searched, name);
  if (member === null) return unknown;
  if (member.kind !== 'function') return member;
  if (member.object.node.kind === 'Lambda') return unknown;
  const attribute = boundMember(member, { kind: 'class', object: object.type }, value);
  const isProperty = builtinDecorator(member.object.node) === 'property';
  return isProperty ? machine.call(attribute, noArguments, implicitCall(node)) : attribute;
}

/** True where storing the attribute calls something: what it stores is not what was given. */
const hasSetter = (searched: readonly ClassObject[], name: string): boolean =>
  searched.some(
    ({ node, scope }) =>
      scope.names.locals.has(name) &&
      node.body.some((one) => one.kind === 'FunctionDef' && one.name.name === name && isSetter(one)),
  );

const isSetter = ({ decorators }: FunctionDef): boolean =>
  decorators.some((one) => one.kind === 'Attribute' && one.attribute.name === 'setter');

/** A function of a class as an attribute of the class or of an object: with `cls`, with `self`, or as it is. */
function boundMember(member: FunctionValue, type: Value, self: Value | null): Value {
  const decorator = builtinDecorator(member.object.node);
  if (decorator === 'classmethod') return bound(member, type);
  return decorator === 'staticmethod' || self === null ? member : bound(member, self);
}

const bound = (callee: Value, first: Value): Value => ({
  kind: 'partial',
  callee,
  args: [first],
  keywords: new Map(),
});

/** The decorator that says how a method binds; null for one that takes the object. */
function builtinDecorator(node: FunctionDef | Lambda): string | null {
  if (node.kind === 'Lambda') return null;
  const names = node.decorators.map((decorator) => (decorator.kind === 'Name' ? decorator.name : ''));
  return names.find((name) => bindingDecorators.has(name)) ?? null;
}

/** Decorators that are read where a member is looked up. */
export const bindingDecorators: ReadonlySet<string> = new Set(['staticmethod', 'classmethod', 'property']);

/** `object.name = value`. */
export function storeInstanceAttribute(
  machine: Machine,
  { object }: InstanceValue,
  { name, value, span }: { readonly name: string; readonly value: Value; readonly span: Span },
): void {
  for (const held of reachableFrom(machine, value)) {
    if (held.kind === 'updates') machine.addDestination(held.scan, { kind: 'attribute', span });
    else if (held.kind === 'function') held.object.hasEscaped = true;
  }
  if (object.isDamaged) machine.escape(value, { kind: 'attribute', span });
  let cell: Cell | undefined = object.attributes.get(name);
  if (cell === undefined) {
    cell = { name, epoch: object.epoch, isVolatile: false };
    object.attributes.set(name, cell);
    machine.write(cell, value);
  } else if (cell.epoch === machine.epoch) machine.write(cell, value);
  else machine.write(cell, joinAll(machine, [machine.readCell(cell) ?? unknown, value]));
}

/** Stores of attributes: by the classes without bases that do it to their own objects, and everywhere else. */
interface Stores {
  readonly own: ReadonlyMap<ClassDef, ReadonlyMap<string, number>>;
  /** The sum of `own`. */
  readonly byOwners: ReadonlyMap<string, number>;
  readonly all: ReadonlyMap<string, number>;
}

const storesByFile = new WeakMap<object, Stores>();

/** How often the file stores, binds or deletes the attribute of objects that may be of this class. */
function storeCount(machine: Machine, type: ClassObject, name: string): number {
  const stores = storesByFile.get(machine.file.module) ?? collectStores(machine);
  const all = stores.all.get(name) ?? 0;
  if (type.bases.length > 0) return all;
  const ofOthers = (stores.byOwners.get(name) ?? 0) - (stores.own.get(type.node)?.get(name) ?? 0);
  return all - ofOthers;
}

function collectStores(machine: Machine): Stores {
  const own = new Map<ClassDef, Map<string, number>>();
  const all = new Map<string, number>();
  walk(machine.file.module, (node) => {
    for (const { attribute } of storedAttributes(node)) count(all, attribute.name);
    if (node.kind === 'ClassDef' && hasNoBases(node)) own.set(node, ownStores(node));
  });
  const byOwners = new Map<string, number>();
  for (const counts of own.values()) for (const [name, times] of counts) count(byOwners, name, times);
  const stores = { own, byOwners, all };
  storesByFile.set(machine.file.module, stores);
  return stores;
}

const hasNoBases = (node: ClassDef): boolean =>
  node.keywords.length === 0 && node.bases.every((base) => base.kind === 'Name' && base.name === 'object');

function ownStores(type: ClassDef): Map<string, number> {
  const counts = new Map<string, number>();
  for (const method of type.body) {
    const self = method.kind === 'FunctionDef' ? method.parameters.items[0]?.target : undefined;
    if (self?.kind !== 'Identifier') continue;
    walk(method, (node) => {
      for (const { value, attribute } of storedAttributes(node)) {
        if (value.kind === 'Name' && value.name === self.name) count(counts, attribute.name);
      }
    });
  }
  return counts;
}

const count = (counts: Map<string, number>, name: string, times = 1): void => {
  counts.set(name, (counts.get(name) ?? 0) + times);
};

function storedAttributes(node: AnyNode): readonly Attribute[] {
  switch (node.kind) {
    case 'Assign':
    case 'Delete':
      return node.targets.flatMap(attributesIn);
    case 'AugAssign':
    case 'AnnAssign':
    case 'For':
    case 'Comprehension':
      return attributesIn(node.target);
    case 'WithItem':
      return node.target === null ? [] : attributesIn(node.target);
    default:
      return [];
  }
}

function attributesIn(target: AnyNode): readonly Attribute[] {
  if (target.kind === 'Attribute') return [target];
  if (target.kind === 'Tuple' || target.kind === 'List') return target.elements.flatMap(attributesIn);
  return target.kind === 'Starred' ? attributesIn(target.value) : [];
}
