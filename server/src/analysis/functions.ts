/** Local functions: making them, and following a call into their body. */
import type { AnyNode, Call, FunctionDef, Lambda, Parameter } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import { assign } from './assignment.ts';
import { containsYield } from './generators.ts';
import { outsideSelf } from './instances.ts';
import type { Frame, Machine } from './machine.ts';
import { joinAll } from './objects.ts';
import { Store } from './store.ts';
import { type DictEntry, type FunctionObject, none, tuple, unknown, type Value } from './values.ts';

/** The function that a `def` or lambda makes here. */
export function makeFunction(machine: Machine, node: FunctionDef | Lambda): Value {
  const defaults = node.parameters.items.map((parameter) =>
    parameter.default === null ? null : machine.evaluate(parameter.default),
  );
  let object = machine.activation.functions.get(node);
  if (object === undefined) {
    object = {
      node,
      scope: machine.activation,
      defaults,
      wasCalled: false,
      hasEscaped: false,
      wasFollowedFromOutside: false,
    };
    machine.activation.functions.set(node, object);
    machine.functions.push(object);
  } else {
    const before = object.defaults;
    object.defaults = defaults.map((value, index) =>
      value === null ? null : joinAll(machine, [before[index] ?? unknown, value]),
    );
  }
  return { kind: 'function', object };
}

/** Follows a call of a local function; what can not be followed gives up the function and its arguments. */
export function callFunction(machine: Machine, object: FunctionObject, args: Arguments, site: Call): Value {
  const { node } = object;
  const isPlain = node.kind === 'Lambda' || (!node.isAsync && !containsYield(node));
  if (!isPlain || !machine.followsCallsInto(object.scope.module) || machine.running.includes(node)) {
    object.hasEscaped = true;
    machine.unfollowed++;
    for (const value of [...args.positional, ...args.keywords.values()]) {
      machine.escape(value, { kind: 'call', span: site });
    }
    return unknown;
  }
  object.wasCalled = true;
  if (machine.isImporting) machine.calledOnImport.add(node);
  const activation = machine.functionActivation(site, object);
  return runFunction(machine, object, () => {
    const outer = machine.activation;
    machine.activation = activation;
    bindParameters(machine, object, args, site);
    return () => {
      machine.activation = outer;
    };
  });
}

/** Follows the body as if something outside of the file called it: nothing is known of the arguments. */
export function callFromOutside(machine: Machine, object: FunctionObject): void {
  followFromOutside(
    machine,
    object,
    outsideSelf(machine, object, (init, self) => followFromOutside(machine, init, self)),
  );
}

function followFromOutside(machine: Machine, object: FunctionObject, self: Value | null): void {
  const outer = machine.activation;
  const activation = machine.newActivation(object.node, 'function', object.scope);
  const result = runFunction(machine, object, () => {
    machine.activation = activation;
    for (const [index, parameter] of object.node.parameters.items.entries()) {
      if (index === 0 && self !== null && parameter.target.kind === 'Identifier')
        machine.bindName(parameter.target.name, self, parameter);
      else bindTargetUnknown(machine, parameter);
    }
    return () => {
      machine.activation = outer;
    };
  });
  machine.escape(result, { kind: 'returned', span: object.node });
}

function bindTargetUnknown(machine: Machine, parameter: Parameter): void {
  if (parameter.target.kind === 'Identifier') machine.bindName(parameter.target.name, unknown, parameter);
  else assign(machine, parameter.target, unknown);
}

function runFunction(machine: Machine, object: FunctionObject, enter: () => () => void): Value {
  const { node } = object;
  const base = machine.store;
  const frame: Frame = { variety: 'function', base, breaks: [], continues: [], returns: [], span: null };
  const values: Value[] = [];
  machine.running.push(node);
  machine.frames.push(frame);
  const end = machine.branch(() => {
    const leave = enter();
    if (node.kind === 'Lambda') values.push(machine.evaluate(node.body));
    else machine.execute(node.body);
    leave();
  });
  machine.frames.pop();
  machine.running.pop();
  const ways: (Store | null)[] = [end];
  for (const way of frame.returns) {
    values.push(way.value);
    ways.push(way.store);
  }
  if (node.kind === 'FunctionDef' && end !== null) values.push(none);
  // A function that only raises: what follows is analysed as if it had returned.
  machine.merge(ways.every((way) => way === null) ? [new Store(base)] : ways);
  return joinAll(machine, values);
}

function bindParameters(machine: Machine, object: FunctionObject, args: Arguments, site: Call): void {
  const parameters = object.node.parameters.items;
  const positional = parameters.filter((p) => p.variety === 'positional' || p.variety === 'positionalOnly');
  const used = new Set<string>();
  for (const [index, parameter] of parameters.entries()) {
    const place = positional.indexOf(parameter);
    const value = argumentFor(args, parameter, place, object.defaults[index] ?? null);
    const isRest = parameter.variety === 'varArgs' || parameter.variety === 'kwArgs';
    const bound = isRest ? restFor(machine, args, parameter, { count: positional.length, site }) : value;
    const name = parameter.target.kind === 'Identifier' ? parameter.target.name : null;
    if (name !== null) {
      used.add(name);
      machine.bindName(name, bound, parameter);
    } else
      assign(machine, parameter.target as Exclude<typeof parameter.target, { kind: 'Identifier' }>, bound);
  }
  const takesAll = parameters.some((parameter) => parameter.variety === 'kwArgs');
  for (const [name, value] of args.keywords) {
    if (!used.has(name) && !takesAll) machine.escape(value, { kind: 'call', span: site });
  }
}

function argumentFor(args: Arguments, parameter: Parameter, place: number, fallback: Value | null): Value {
  const given = place < 0 ? undefined : args.positional[place];
  if (given !== undefined) return given;
  const name = parameter.target.kind === 'Identifier' ? parameter.target.name : null;
  const keyword = name === null ? undefined : args.keywords.get(name);
  if (keyword !== undefined) return keyword;
  return args.isOpen || fallback === null ? unknown : fallback;
}

function restFor(
  machine: Machine,
  args: Arguments,
  parameter: Parameter,
  { count, site }: { readonly count: number; readonly site: Call },
): Value {
  if (parameter.variety === 'varArgs') {
    const rest = args.positional.slice(count);
    if (!args.isOpen) return tuple(rest);
    for (const value of rest) machine.escape(value, { kind: 'call', span: site });
    return unknown;
  }
  if (!args.isOpen) return restKeywords(machine, args, parameter);
  for (const value of args.keywords.values()) machine.escape(value, { kind: 'call', span: site });
  return unknown;
}

/** `**options`: a dict of the keywords that no parameter takes. */
function restKeywords(machine: Machine, args: Arguments, parameter: Parameter): Value {
  const taken = new Set(takenNames(machine.activation.node));
  const entries = [...args.keywords].flatMap(([name, value]): DictEntry[] => {
    const { start, end } = args.keywordSources.get(name) ?? parameter;
    return taken.has(name)
      ? []
      : [{ key: { kind: 'text', text: name }, value, name, start, end, isCertain: true }];
  });
  return machine.objectAt(parameter, 'dict', { kind: 'dict', entries, isExact: true });
}

function takenNames(node: AnyNode): readonly string[] {
  if (node.kind !== 'FunctionDef' && node.kind !== 'Lambda') return [];
  return node.parameters.items.flatMap(({ target, variety }) =>
    target.kind === 'Identifier' && variety !== 'kwArgs' && variety !== 'positionalOnly' ? [target.name] : [],
  );
}
