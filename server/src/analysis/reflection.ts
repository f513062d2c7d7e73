/**
 * Stores of attributes by names that are not written as such: `setattr`, `vars` and `__dict__`. What a method does so to
 * its own object concerns its class; anywhere else it may concern any.
 */
import type { ParsedFile } from '../python/parsedFile.ts';
import type { AnyNode, ClassDef } from '../python/syntax.ts';
import { childrenOf } from '../python/walk.ts';

export interface Reflection {
  /** Objects of any class may be meant. */
  readonly isAnywhere: boolean;
  /** Classes whose methods do it to their own objects. */
  readonly classes: ReadonlySet<ClassDef>;
}

const none: Reflection = { isAnywhere: false, classes: new Set() };
const known = new WeakMap<object, Reflection>();

/** Kept beside the tree. */
export function reflectionIn(file: ParsedFile): Reflection {
  if (!/\b(?:setattr|vars)\s*\(|__dict__/.test(file.text)) return none;
  const found = known.get(file.module) ?? collect(file.module);
  known.set(file.module, found);
  return found;
}

interface Place {
  readonly node: AnyNode;
  /** The class whose method this is in, and what the method calls its object. */
  readonly own: { readonly type: ClassDef; readonly self: string } | null;
}

function collect(module: AnyNode): Reflection {
  const classes = new Set<ClassDef>();
  let isAnywhere = false;
  const pending: Place[] = [{ node: module, own: null }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { node, own } = place;
    const object = reflectedObject(node);
    if (object !== null && own !== null && object === own.self) classes.add(own.type);
    else if (object !== null) isAnywhere = true;
    for (const child of childrenOf(node)) pending.push({ node: child, own: ownOf(node, child) ?? own });
  }
  return { isAnywhere, classes };
}

function ownOf(parent: AnyNode, child: AnyNode): Place['own'] {
  if (parent.kind !== 'ClassDef' || child.kind !== 'FunctionDef') return null;
  const self = child.parameters.items[0]?.target;
  return self?.kind === 'Identifier' ? { type: parent, self: self.name } : null;
}

/** The name of the object to which it happens, '' for any other expression; null where it does not. */
function reflectedObject(node: AnyNode): string | null {
  if (node.kind === 'Attribute' && node.attribute.name === '__dict__') return nameOf(node.value);
  if (node.kind !== 'Call' || node.function.kind !== 'Name') return null;
  const { name } = node.function;
  return name === 'setattr' || name === 'vars' ? nameOf(node.args[0]) : null;
}

const nameOf = (node: AnyNode | undefined): string => (node?.kind === 'Name' ? node.name : '');
