/** Runs statements over the lattice of values: ways of the program split, meet and turn. */
import { appendAll } from '../base/appendAll.ts';
import type { Span } from '../base/span.ts';
import type {
  Assign,
  AugAssign,
  ClassDef,
  Delete,
  Expression,
  For,
  FunctionDef,
  If,
  Match,
  Return,
  Statement,
  Try,
  While,
  With,
} from '../python/syntax.ts';
import { noArguments } from './arguments.ts';
import { noteAsserted } from './assertions.ts';
import { assign } from './assignment.ts';
import { attributeOf, giveUpScope, storeAttribute, storeSubscript, subscriptOf } from './attributes.ts';
import { forgetScope } from './builtinCalls.ts';
import { constantTest, decidedTest, isMainTest } from './decidedTest.ts';
import { expectsFailure } from './detectors/expectedFailures.ts';
import { observeItemStore, observePrint } from './detectors/onceInStep.ts';
import { observeUnpacking } from './detectors/returnUpdates.ts';
import { observeReturn } from './detectors/stepReturn.ts';
import { observeTest } from './detectors/symbolicTests.ts';
import { makeFunction } from './functions.ts';
import { giveUp } from './giveUp.ts';
import { markRead } from './heldValues.ts';
import { implicitCall } from './implicitCalls.ts';
import { bindingDecorators, makeClass } from './instances.ts';
import type { Frame, Machine } from './machine.ts';
import { extend } from './methodCalls.ts';
import { executeImport, executeImportFrom } from './modules.ts';
import { elementOf, exactElements, loosen, reachableFrom } from './objects.ts';
import { binary } from './operators.ts';
import { forgetPattern } from './patterns.ts';
import { joinHeld, type Store } from './store.ts';
import { originsOf } from './tensorRules.ts';
import { none, type Returned, type ScanRecord, unknown, type Value } from './values.ts';

/** Runs one statement. Never throws. */
export function executeStatement(machine: Machine, node: Statement): void {
  switch (node.kind) {
    case 'ExpressionStatement':
      machine.evaluate(node.value);
      break;
    case 'Assign':
      executeAssign(machine, node);
      break;
    case 'AnnAssign':
      if (node.value !== null) assign(machine, node.target, machine.evaluate(node.value));
      break;
    case 'AugAssign':
      executeAugAssign(machine, node);
      break;
    case 'If':
      executeIf(machine, node);
      break;
    case 'For':
    case 'While':
      executeLoop(machine, node);
      break;
    case 'FunctionDef':
      executeDef(machine, node);
      break;
    case 'ClassDef':
      executeClass(machine, node);
      break;
    case 'Return':
      executeReturn(machine, node);
      break;
    case 'Try':
      executeTry(machine, node);
      break;
    case 'With':
      executeWith(machine, node);
      break;
    default:
      executeOther(machine, node);
  }
}

function executeOther(machine: Machine, node: Statement): void {
  switch (node.kind) {
    case 'Import':
      executeImport(machine, node);
      break;
    case 'ImportFrom':
      executeImportFrom(machine, node);
      break;
    case 'Break':
    case 'Continue':
      leaveTurn(machine, node.kind);
      break;
    case 'Raise':
      for (const part of [node.exception, node.cause, node.message, node.traceback]) {
        if (part !== null) machine.escape(machine.evaluate(part), { kind: 'call', span: node });
      }
      machine.isReachable = false;
      break;
    case 'Assert':
      noteAsserted(machine, node.test);
      observeTest(machine, node.test, 'assert');
      if (node.message !== null) machine.evaluate(node.message);
      break;
    case 'Delete':
      executeDelete(machine, node);
      break;
    case 'Print':
      for (const value of node.values) machine.evaluate(value);
      observePrint(machine, node.values, node);
      if (node.destination !== null) machine.evaluate(node.destination);
      break;
    case 'Exec':
      for (const part of [node.body, node.globals, node.locals]) if (part !== null) machine.evaluate(part);
      giveUpScope(machine, node.body);
      forgetScope(machine);
      break;
    case 'Match':
      executeMatch(machine, node);
      break;
    case 'TypeAlias':
      machine.bindName(node.name.name, unknown, node);
      break;
    case 'ErrorStatement':
      giveUp(machine, node);
      break;
    default:
  }
}

// --------------------------------------------------------------------------------------------------------- assignments

function executeAssign(machine: Machine, node: Assign): void {
  const value = machine.evaluate(node.value);
  observeUnpacking(machine, node, value);
  for (const target of node.targets) assign(machine, target, value);
  const [target] = node.targets;
  if (target?.kind === 'Name' && target.name === '__all__') exportNames(machine, node.value);
}

/** Names in `__all__` are read by other modules. */
function exportNames(machine: Machine, list: Expression): void {
  if (list.kind !== 'List' && list.kind !== 'Tuple') return;
  for (const element of list.elements) if (element.kind === 'String') machine.exported.add(element.value);
}

function executeAugAssign(machine: Machine, node: AugAssign): void {
  const { target } = node;
  const before = readTarget(machine, target);
  const value = machine.evaluate(node.value);
  if (target.kind === 'Subscript') observeItemStore(machine, target, machine.evaluate(target.value), node);
  if (before.kind === 'container' && before.object.variety !== 'dict' && node.operator === '+') {
    extend(machine, before.object, value, node);
    if (target.kind === 'Name') machine.bindName(target.name, before, target);
    return;
  }
  const result = binary(machine, node.operator, [before, value], target);
  if (target.kind === 'Name') machine.bindName(target.name, result, target);
  else if (target.kind === 'Attribute') storeAttribute(machine, target, result);
  else if (target.kind === 'Subscript') storeSubscript(machine, target, result);
  else giveUp(machine, node);
}

function readTarget(machine: Machine, target: Expression): Value {
  if (target.kind === 'Name') return machine.evaluate(target);
  if (target.kind === 'Attribute') return attributeOf(machine, machine.evaluate(target.value), target);
  if (target.kind === 'Subscript') return subscriptOf(machine, machine.evaluate(target.value), target);
  return unknown;
}

function executeDelete(machine: Machine, node: Delete): void {
  for (const target of node.targets) {
    if (target.kind === 'Subscript') {
      const object = machine.evaluate(target.value);
      machine.evaluate(target.index);
      if (object.kind === 'container') loosen(machine, object.object);
      else machine.escape(object, { kind: 'read', span: target });
    } else assign(machine, target, unknown);
  }
}

// ---------------------------------------------------------------------------------------------------- ways and turnings

function executeIf(machine: Machine, node: If): void {
  const ways: (Store | null)[] = [];
  let rest: readonly Statement[] = [node];
  // `elif` chains are followed without recursion.
  for (let next: If | null = node; next !== null; ) {
    const current: If = next;
    const decided = isImportOnly(machine, current) ? false : decidedTest(machine, current.test);
    observeTest(machine, current.test, 'if');
    if (decided !== false) ways.push(machine.branch(() => executeBody(machine, current)));
    rest = decided === true ? [] : current.orelse;
    const [only] = rest;
    next = rest.length === 1 && only?.kind === 'If' ? only : null;
    if (decided === true) {
      machine.merge(ways);
      return;
    }
  }
  ways.push(machine.branch(() => machine.execute(rest)));
  machine.merge(ways);
}

/** The part of a module of the workspace that does not run where it is imported. */
const isImportOnly = (machine: Machine, node: If): boolean =>
  machine.activation.module !== machine.main && isMainTest(node.test);

function executeBody(machine: Machine, node: If): void {
  const isImporting = machine.isImporting;
  if (isMainTest(node.test)) machine.isImporting = false;
  machine.execute(node.body);
  machine.isImporting = isImporting;
}

const mostTurns = 4;

function executeLoop(machine: Machine, node: For | While): void {
  const iterable = node.kind === 'For' ? machine.evaluate(node.iterable) : null;
  const isSure = iterable !== null && (exactElements(machine, iterable)?.length ?? 0) > 0;
  const breaks: Store[] = [];
  for (let turn = 1; turn <= mostTurns; turn++) {
    const base = machine.store;
    const frame: Frame = { variety: 'loop', base, breaks: [], continues: [], returns: [], span: node };
    machine.frames.push(frame);
    const end = machine.branch(() => {
      if (node.kind === 'While') {
        machine.evaluate(node.test);
        observeTest(machine, node.test, 'while');
      } else assign(machine, node.target, elementOf(machine, iterable ?? unknown, node.iterable));
      machine.execute(node.body);
    });
    machine.frames.pop();
    const changed = machine.merge([machine.branch(() => {}), end, ...frame.continues]);
    appendAll(breaks, frame.breaks);
    if (changed.length === 0) {
      // Nothing new comes any more. What was before the first turn is left out where there surely is one.
      if (isSure) machine.merge([end, ...frame.continues]);
      break;
    }
    if (turn === mostTurns - 1) for (const location of changed) machine.widen(location);
  }
  const isEndless = node.kind === 'While' && constantTest(node.test) === true;
  const normal = machine.isReachable ? machine.branch(() => machine.execute(node.orelse)) : null;
  machine.merge([isEndless ? null : normal, ...breaks]);
}

function leaveTurn(machine: Machine, kind: 'Break' | 'Continue'): void {
  const frame = machine.frame('loop');
  if (frame !== undefined) {
    const way = machine.store.flattenedTo(frame.base);
    (kind === 'Break' ? frame.breaks : frame.continues).push(way);
  }
  machine.isReachable = false;
}

function executeReturn(machine: Machine, node: Return): void {
  const value = node.value === null ? none : machine.evaluate(node.value);
  const frame = machine.functionFrame();
  noteReturned(machine, value, node);
  observeReturn(machine, node, value);
  if (frame === undefined) machine.escape(value, { kind: 'returned', span: node });
  else frame.returns.push({ value, store: machine.store.flattenedTo(frame.base) });
  machine.isReachable = false;
}

/** Whoever calls a function that returns updates can pass them on or throw them away. */
function noteReturned(machine: Machine, value: Value, span: Span): void {
  const { activation } = machine;
  if (activation.variety !== 'function') return;
  for (const held of reachableFrom(machine, value)) {
    markRead(held);
    if (held.kind === 'updates') held.scan.returnedBy.push({ activation, span });
    else if (held.kind === 'none' && held.scan !== null) noteOutputs(held.scan, { activation, span });
    else
      for (const one of originsOf([held])) if (one.origin === 'scan') noteOutputs(one, { activation, span });
  }
}

function noteOutputs(scan: ScanRecord, returned: Returned): void {
  if (scan.scope === returned.activation) scan.outputsReturned = returned;
}

function executeTry(machine: Machine, node: Try): void {
  let end: Store | null = null;
  const base = machine.store;
  const written = machine.collectingWrites(() => {
    end = machine.branch(() => {
      machine.execute(node.body);
      if (machine.isReachable) machine.execute(node.orelse);
    });
  });
  const ways: (Store | null)[] = [end];
  for (const handler of node.handlers) {
    ways.push(
      machine.branch(() => {
        for (const [location, held] of written) {
          const before = base.get(location);
          machine.write(location, before === undefined ? held : joinHeld(before, held, machine.lose));
        }
        if (handler.type !== null) machine.evaluate(handler.type);
        if (handler.target?.kind === 'Identifier')
          machine.bindName(handler.target.name, unknown, handler.target);
        else if (handler.target !== null) assign(machine, handler.target, unknown);
        machine.execute(handler.body);
      }),
    );
  }
  machine.merge(ways);
  const isReachable = machine.isReachable;
  machine.isReachable = true;
  machine.execute(node.finalbody);
  machine.isReachable &&= isReachable;
}

function executeWith(machine: Machine, node: With): void {
  for (const item of node.items) {
    machine.escape(machine.evaluate(item.context), { kind: 'call', span: item });
    if (item.target !== null) assign(machine, item.target, unknown);
  }
  if (expectsFailure(node)) machine.observations.withhold(() => machine.execute(node.body));
  else machine.execute(node.body);
}

function executeMatch(machine: Machine, node: Match): void {
  machine.escape(machine.evaluate(node.subject), { kind: 'read', span: node.subject });
  const ways = node.cases.map((matchCase) =>
    machine.branch(() => {
      forgetPattern(machine, matchCase.pattern);
      if (matchCase.guard !== null) machine.evaluate(matchCase.guard);
      machine.execute(matchCase.body);
    }),
  );
  machine.merge([machine.branch(() => {}), ...ways]);
}

// --------------------------------------------------------------------------------------------------------- definitions

function executeDef(machine: Machine, node: FunctionDef): void {
  const value = makeFunction(machine, node);
  let bound: Value = value;
  for (const decorator of [...node.decorators].reverse()) {
    const wrapper = machine.evaluate(decorator);
    // How they bind is read from the decorators where the member is looked up.
    if (wrapper.kind === 'builtin' && bindingDecorators.has(wrapper.name)) continue;
    if (wrapper.kind === 'function' && bound.kind === 'function') {
      bound = machine.call(
        wrapper,
        { ...noArguments, positional: [bound], sources: [null] },
        implicitCall(decorator),
      );
      continue;
    }
    machine.escape(wrapper, { kind: 'call', span: decorator });
    machine.escape(bound, { kind: 'call', span: decorator });
    bound = unknown;
  }
  machine.bindName(node.name.name, bound, node.name);
}

function executeClass(machine: Machine, node: ClassDef): void {
  const bases = node.bases.map((base) => machine.evaluate(base));
  for (const part of [...node.decorators, ...node.keywords.map((keyword) => keyword.value)]) {
    machine.escape(machine.evaluate(part), { kind: 'call', span: part });
  }
  const outer = machine.activation;
  machine.activation = machine.activationAt(node, node, () => machine.newActivation(node, 'class', outer));
  machine.execute(node.body);
  machine.activation = outer;
  const value = makeClass(machine, node, bases);
  if (value.kind !== 'class') for (const base of bases) machine.escape(base, { kind: 'call', span: node });
  machine.bindName(node.name.name, value, node.name);
}
