/** The `class` statement: its body runs in a frame with a namespace, then the class is made. */
import type { ClassDef } from '../../python/syntax.ts';
import { Frame } from '../callSite.ts';
import { enter, leave, withFrame } from '../functionCalls.ts';
import { call } from '../protocols/calls.ts';
import { buildClass, prepareNamespace, resolveBases } from '../protocols/classCreation.ts';
import { runtime } from '../runtime.ts';
import { makeGeneric } from '../types/genericTypes.ts';
import { Cell, PyTuple, PyType, type Slots, type Value } from '../values.ts';
import { compileTypeParameters, typeParameterContext } from './annotations.ts';
import { type Completion, type Context, type Execute, normal } from './context.ts';
import { compileElements } from './expressions.ts';
import { docstring, frameNames, innerContext } from './functions.ts';
import { captureCells, storeName } from './names.ts';

/** Compiles a class statement, with its decorators. */
export function compileClass(node: ClassDef, context: Context): Execute {
  if (node.typeParameters.length === 0) return compilePlainClass(node, context, context);
  const generic = typeParameterContext(node.typeParameters, context);
  const bind = compileTypeParameters(node.typeParameters, generic);
  const define = compilePlainClass(node, generic, context);
  return (frame) => {
    const parameters = bind(frame);
    return define(frame, (made) => makeGeneric(made, parameters));
  };
}

/** `outer` is where the name of the class is bound: around its type parameters. */
function compilePlainClass(
  node: ClassDef,
  context: Context,
  outer: Context,
): (frame: Frame, complete?: (made: PyType) => void) => Completion {
  const scope = context.scopes.get(node)!;
  const name = node.name.name;
  const qualifiedName = context.qualifiedPrefix + name;
  const inner = innerContext(context, scope, { qualifiedPrefix: `${qualifiedName}.`, className: name });
  const body = context.parts.block(node.body, inner);
  const bases = compileElements(node.bases, context);
  const keywords = node.keywords.map((keyword) => ({
    name: keyword.name?.name ?? '',
    evaluate: context.parts.expression(keyword.value, context),
  }));
  const decorators = node.decorators.map((decorator) => context.parts.expression(decorator, context));
  const store = storeName(name, outer);
  const capture = captureCells(scope, context);
  const classSlot = scope.slots.get('__class__')!;
  const names = frameNames(name, { scope, span: node }, context);
  const doc = docstring(node.body);
  const runBody = (frame: Frame, namespace: Map<string, Value>): Cell => {
    const slots: Slots = new Array(scope.slotNames.length).fill(undefined);
    const cell = new Cell();
    slots[classSlot] = cell;
    for (const [slot, captured] of capture(frame)) slots[slot] = captured;
    const running = runtime();
    const inside = new Frame(names, slots, frame.globals, frame);
    inside.namespace = namespace;
    enter(running, inside);
    try {
      body(inside);
    } catch (error) {
      throw withFrame(error, inside);
    } finally {
      leave(running, inside);
    }
    return cell;
  };
  return (frame, complete) => {
    const wrappers = decorators.map((decorator) => decorator(frame));
    const writtenBases = bases(frame);
    const evaluatedBases = resolveBases(writtenBases);
    const given = new Map(keywords.map((keyword) => [keyword.name, keyword.evaluate(frame)] as const));
    const initial = new Map<string, Value>([['__module__', frame.globals.get('__name__') ?? '__main__']]);
    if (context.python === 3) initial.set('__qualname__', qualifiedName);
    if (doc !== null || context.python === 2) initial.set('__doc__', doc);
    frame.at = node;
    const namespace =
      context.python === 2
        ? initial
        : prepareNamespace({ name, bases: evaluatedBases, namespace: initial, keywords: given });
    const cell = runBody(frame, namespace);
    frame.at = node;
    if (writtenBases.some((base, index) => base !== evaluatedBases[index])) {
      namespace.set('__orig_bases__', new PyTuple(writtenBases));
    }
    let made = buildClass({ name, bases: evaluatedBases, namespace, keywords: given });
    if (made instanceof PyType) {
      cell.value = made;
      complete?.(made);
    }
    for (const wrapper of wrappers.reverse()) made = call(wrapper, [made]);
    store(frame, made);
    return normal;
  };
}
