/** Loading, storing and deleting names: slots, cells, class namespaces, globals, builtins. */
import type { Span } from '../../base/span.ts';
import type { Frame } from '../callSite.ts';
import { exceptionType, PythonException, raise } from '../exceptions.ts';
import { rememberNames } from '../suggestions.ts';
import { type Captured, Cell, PyExceptionValue, type Value } from '../values.ts';
import { type Context, type Evaluate, mangle, type Store } from './context.ts';
import { ownerOf, type Scope } from './scopeTree.ts';

/** How a name is reached from the scope of a context. */
type Place =
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'cell'; readonly slot: number }
  | { readonly kind: 'namespace'; readonly outer: Place }
  | { readonly kind: 'global' };

function placeOf(name: string, context: Context): Place {
  const { scope } = context;
  const own = scope.slots.get(name);
  // Temporaries of the compiler have a slot and no binding in the source.
  if (own !== undefined && name.startsWith('.')) return { kind: 'slot', slot: own };
  const outer = outerPlace(name, scope);
  if (scope.kind !== 'class' || scope.globals.has(name)) return outer;
  if (scope.nonlocals.has(name)) return outer;
  // What a class body binds itself is not looked for in the functions around it.
  return { kind: 'namespace', outer: scope.bound.has(name) ? { kind: 'global' } : outer };
}

function outerPlace(name: string, scope: Scope): Place {
  const owner = ownerOf(name, scope);
  if (!owner) return { kind: 'global' };
  if (owner.host === scope.host) {
    const slot = owner.slots.get(name)!;
    return { kind: owner.cells.has(name) ? 'cell' : 'slot', slot };
  }
  return { kind: 'cell', slot: scope.host.slots.get(name)! };
}

const unboundLocal = (name: string, python: 2 | 3): never =>
  raise(
    exceptionType('UnboundLocalError'),
    python === 2
      ? `local variable '${name}' referenced before assignment`
      : `cannot access local variable '${name}' where it is not associated with a value`,
  );

const unboundFree = (name: string, python: 2 | 3): never =>
  raise(
    exceptionType('NameError'),
    python === 2
      ? `free variable '${name}' referenced before assignment in enclosing scope`
      : `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  );

/** The slot of a local variable that no inner function uses; -1 for all other names. */
export function slotOf(name: string, context: Context): number {
  const place = placeOf(name, context);
  return place.kind === 'slot' ? place.slot : -1;
}

/** The name of a global or builtin as it is stored; null for all other names. */
export function globalName(given: string, context: Context): string | null {
  return placeOf(given, context).kind === 'global' ? mangle(given, context) : null;
}

/** Reads a name. */
export function loadName(given: string, node: Span, context: Context): Evaluate {
  const name = mangle(given, context);
  return loadPlace(placeOf(given, context), { given, name }, node, context);
}

function loadPlace(
  place: Place,
  names: { readonly given: string; readonly name: string },
  node: Span,
  context: Context,
): Evaluate {
  const { python } = context;
  const { given, name } = names;
  if (place.kind === 'slot') {
    const { slot } = place;
    return (frame) => {
      const value = frame.slots[slot] as Value | undefined;
      if (value !== undefined) return value;
      frame.at = node;
      return unboundLocal(name, python);
    };
  }
  if (place.kind === 'cell') {
    const { slot } = place;
    const isOwn = context.scope.host.free.get(given) === undefined;
    return (frame) => {
      const { value } = frame.slots[slot] as Cell;
      if (value !== undefined) return value;
      frame.at = node;
      return isOwn ? unboundLocal(name, python) : unboundFree(name, python);
    };
  }
  if (place.kind === 'namespace') {
    const outer = loadPlace(place.outer, names, node, context);
    return (frame) => {
      const value = frame.namespace!.get(name);
      return value === undefined ? outer(frame) : value;
    };
  }
  return loadGlobal(name, node, context);
}

function loadGlobal(name: string, node: Span, context: Context): Evaluate {
  const { builtins, python } = context;
  const isFunction = context.scope.host.kind === 'function';
  return (frame) => {
    const found = frame.globals.get(name);
    if (found !== undefined) return found;
    const builtin = builtins.get(name);
    if (builtin !== undefined) return builtin;
    frame.at = node;
    const what = python === 2 && isFunction ? 'global name' : 'name';
    const value = new PyExceptionValue(exceptionType('NameError'), [`${what} '${name}' is not defined`]);
    value.details = new Map([['name', name]]);
    rememberNames(value, frame, builtins.keys());
    throw new PythonException(value);
  };
}

/** Assigns a name. */
export function storeName(given: string, context: Context): Store {
  const name = mangle(given, context);
  const place = placeOf(given, context);
  switch (place.kind) {
    case 'slot': {
      const { slot } = place;
      return (frame, value) => {
        frame.slots[slot] = value;
      };
    }
    case 'cell': {
      const { slot } = place;
      return (frame, value) => {
        (frame.slots[slot] as Cell).value = value;
      };
    }
    case 'namespace':
      return (frame, value) => {
        frame.namespace!.set(name, value);
      };
    case 'global':
      return (frame, value) => {
        frame.globals.set(name, value);
      };
  }
}

/** Unbinds a name; raises NameError when it is not bound. */
export function deleteName(given: string, node: Span, context: Context): (frame: Frame) => void {
  const name = mangle(given, context);
  const place = placeOf(given, context);
  const { python } = context;
  return (frame) => {
    frame.at = node;
    const isGone =
      place.kind === 'namespace'
        ? frame.namespace!.delete(name)
        : place.kind === 'global'
          ? frame.globals.delete(name)
          : clearSlot(frame, place.slot);
    if (isGone) return;
    if (place.kind === 'slot' || place.kind === 'cell') unboundLocal(name, python);
    raise(exceptionType('NameError'), `name '${name}' is not defined`);
  };
}

function clearSlot(frame: Frame, slot: number): boolean {
  const content = frame.slots[slot];
  if (content instanceof Cell) {
    const wasBound = content.value !== undefined;
    content.value = undefined;
    return wasBound;
  }
  frame.slots[slot] = undefined;
  return content !== undefined;
}

/** Unbinds a name that may be unbound already (the end of `except E as name`). */
export function forgetName(given: string, context: Context): (frame: Frame) => void {
  const name = mangle(given, context);
  const place = placeOf(given, context);
  return (frame) => {
    if (place.kind === 'namespace') frame.namespace!.delete(name);
    else if (place.kind === 'global') frame.globals.delete(name);
    else clearSlot(frame, place.slot);
  };
}

const nothingCaptured: Captured = [];

/** The cells that a function defined in `context` takes along, by the slots they get in its frames. */
export function captureCells(inner: Scope, context: Context): (frame: Frame) => Captured {
  const pairs = [...inner.free.keys()].map((name) => {
    const place = outerPlace(name, context.scope);
    if (place.kind === 'cell') return [inner.slots.get(name)!, place.slot] as const;
    return [inner.slots.get(name)!, context.scope.host.slots.get(name)!] as const;
  });
  if (pairs.length === 0) return () => nothingCaptured;
  return (frame) => pairs.map(([slot, from]) => [slot, frame.slots[from] as Cell] as const);
}

/** Fresh cells for the names of a scope that inner functions use. */
export function cellSlots(scope: Scope): readonly number[] {
  return [...scope.cells].flatMap((name) => {
    const slot = scope.slots.get(name);
    return slot === undefined ? [] : [slot];
  });
}
