/**
 * Classes with the decorator `dataclass`: their `__init__` stores its arguments, one per annotated name of the class and
 * of its known bases, and calls `__post_init__` (Python 3.13, `dataclasses`). What `field(...)` gives is not known.
 */
import type { ClassDef, Expression } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import type { ClassObject } from './values.ts';

/** True for `@dataclass`, `@dataclasses.dataclass` and either of them called. */
export const isDataclass = (node: ClassDef): boolean =>
  node.decorators.length > 0 && node.decorators.every(isDecorator);

function isDecorator(node: Expression): boolean {
  if (node.kind === 'Call') return isDecorator(node.function);
  if (node.kind === 'Attribute') return node.attribute.name === 'dataclass';
  return node.kind === 'Name' && node.name === 'dataclass';
}

/** The method that runs what the program has written for new objects. */
export const initializerOf = ({ node }: ClassObject): '__init__' | '__post_init__' =>
  isDataclass(node) && !node.body.some(isInit) ? '__post_init__' : '__init__';

const isInit = (node: ClassDef['body'][number]): boolean =>
  node.kind === 'FunctionDef' && node.name.name === '__init__';

/** The arguments of a call by the names of the fields; fields that are not given are left out. */
export function fieldArguments(
  lineage: readonly ClassObject[],
  args: Arguments,
): ReadonlyMap<string, Arguments['positional'][number]> {
  const names = new Set(lineage.toReversed().flatMap(({ node }) => fieldsOf(node)));
  const given = new Map([...names].flatMap((name, index) => positionalAt(args, name, index)));
  for (const [name, value] of args.keywords) if (names.has(name)) given.set(name, value);
  return given;
}

function positionalAt(args: Arguments, name: string, index: number) {
  const value = args.positional[index];
  return value === undefined ? [] : [[name, value] as const];
}

const fieldsOf = (node: ClassDef): readonly string[] =>
  node.body.flatMap((statement) =>
    statement.kind === 'AnnAssign' && statement.target.kind === 'Name' ? [statement.target.name] : [],
  );
