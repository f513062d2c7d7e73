/** The `class` statement: its body runs in a frame with a namespace, then the class is made. */
import type { ClassDef } from '../../python/syntax.ts';
import { Frame } from '../callSite.ts';
import { notSupported } from '../exceptions.ts';
import { call } from '../protocols/calls.ts';
import { buildClass } from '../protocols/classCreation.ts';
import { runtime } from '../runtime.ts';
import { Cell, PyType, type Slots, type Value } from '../values.ts';
import { type Context, type Execute, normal } from './context.ts';
import { compileElements } from './expressions.ts';
import { docstring, enter, frameNames, innerContext, leave, withFrame } from './functions.ts';
import { captureCells, storeName } from './names.ts';

/** Compiles a class statement, with its decorators. */
export function compileClass(node: ClassDef, context: Context): Execute {
  if (node.typeParameters.length > 0) return () => notSupported('type parameters', node);
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
  const store = storeName(name, context);
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
  return (frame) => {
    const wrappers = decorators.map((decorator) => decorator(frame));
    const evaluatedBases = bases(frame);
    const given = new Map(keywords.map((keyword) => [keyword.name, keyword.evaluate(frame)] as const));
    const namespace = new Map<string, Value>([['__module__', frame.globals.get('__name__') ?? '__main__']]);
    if (context.python === 3) namespace.set('__qualname__', qualifiedName);
    namespace.set('__doc__', doc);
    const cell = runBody(frame, namespace);
    frame.at = node;
    let made = buildClass({ name, bases: evaluatedBases, namespace, keywords: given });
    if (made instanceof PyType) cell.value = made;
    for (const wrapper of wrappers.reverse()) made = call(wrapper, [made]);
    store(frame, made);
    return normal;
  };
}
