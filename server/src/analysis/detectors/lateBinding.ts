/**
 * Catalogue number 44: steps that are made in a loop and used after it read the loop's variable when they are called:
 * all of them its last value. Told only for functions that come out of a list or dict.
 */
import type { AnyNode, Expression, FunctionDef, Lambda, Module, Name } from '../../python/syntax.ts';
import { nodeAt, walk } from '../../python/walk.ts';
import { bindTarget, boundNames } from '../boundNames.ts';
import type { Machine } from '../machine.ts';
import { spanOf, tell } from './observing.ts';
import type { ScanInput } from './scanInput.ts';

type Loop = Extract<AnyNode, { kind: 'For' | 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }>;

/** A loop in which a function is made, and where the function reads a variable of it. */
interface LateName {
  readonly loop: Loop;
  readonly read: Name;
}

/** By the module as well: after an edit the loop around the same function can be another node. */
const lateNames = new WeakMap<Module, Map<FunctionDef | Lambda, readonly LateName[]>>();

export function checkLateBinding(machine: Machine, { fn, record, named }: ScanInput): void {
  const source = named.get('fn')?.source;
  if (fn.kind !== 'function' || source == null || record.scope.module !== machine.main) return;
  // Only what comes out of a list was made in another turn than it is used in.
  if (source.kind !== 'Subscript' && source.kind !== 'Name') return;
  const { node, scope } = fn.object;
  if (scope.module !== machine.main) return;
  const { module } = machine.main.file;
  for (const { loop, read } of lateNamesIn(module, node)) {
    const around = loopsAround(module, record.site, null);
    const isBoundAgain = around.some((one) => one === loop || targetsOf(one).has(read.name));
    if (isBoundAgain || !isFromList(source, around))
      machine.observe('late-binding-step', spanOf(read), 'fine');
    else tell(machine, record.library, { kind: 'late-binding-step', span: spanOf(read), name: read.name });
  }
}

/** `steps[0]`, or the variable of a loop over the steps; the last one may be meant. */
function isFromList(source: Expression, around: readonly Loop[]): boolean {
  if (source.kind === 'Subscript') return source.index.kind !== 'UnaryOp';
  return source.kind === 'Name' && around.some((loop) => targetsOf(loop).has(source.name));
}

function lateNamesIn(module: Module, node: FunctionDef | Lambda): readonly LateName[] {
  const inModule = lateNames.get(module) ?? new Map<FunctionDef | Lambda, readonly LateName[]>();
  lateNames.set(module, inModule);
  const known = inModule.get(node);
  if (known !== undefined) return known;
  const loops = loopsAround(module, node, 'sameFunction').filter(({ kind }) => kind !== 'GeneratorExp');
  const found = loops.flatMap((loop): LateName[] => {
    const read = freeRead(node, targetsOf(loop));
    return read === null ? [] : [{ loop, read }];
  });
  inModule.set(node, found);
  return found;
}

/** The first place where the body reads one of `names` and binds none of its own by that name. */
function freeRead(node: FunctionDef | Lambda, names: ReadonlySet<string>): Name | null {
  if (names.size === 0) return null;
  const body = node.kind === 'Lambda' ? [node.body] : node.body;
  const { locals } = boundNames(body, node.parameters);
  let found: Name | null = null;
  for (const part of body) {
    walk(part, (inner) => {
      if (inner.kind === 'FunctionDef' || inner.kind === 'Lambda') return false;
      if (inner.kind === 'Name' && names.has(inner.name) && !locals.has(inner.name)) found ??= inner;
      return found === null;
    });
  }
  return found;
}

function targetsOf(loop: Loop): ReadonlySet<string> {
  const names = new Set<string>();
  if (loop.kind === 'For') bindTarget(loop.target, names);
  else for (const { target } of loop.generators) bindTarget(target, names);
  return names;
}

/** The loops whose body holds `node`, the outermost first; `sameFunction`: not those around the function it is in. */
function loopsAround(module: Module, node: AnyNode, limit: 'sameFunction' | null): readonly Loop[] {
  const around = nodeAt(module, node.start).filter(
    (one) => one !== node && one.start <= node.start && node.end <= one.end,
  );
  const last = around.findLastIndex(({ kind }) => kind === 'FunctionDef' || kind === 'Lambda');
  const inside = limit === null ? around : around.slice(last + 1);
  return inside.filter((one): one is Loop => {
    if (one.kind === 'For') return one.body.some((part) => part.start <= node.start && node.end <= part.end);
    return (
      one.kind === 'ListComp' ||
      one.kind === 'SetComp' ||
      one.kind === 'DictComp' ||
      one.kind === 'GeneratorExp'
    );
  });
}
