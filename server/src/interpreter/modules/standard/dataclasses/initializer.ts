/** The `__init__` of a dataclass. */
import { AttributeTable } from '../../../attributeTable.ts';
import { raiseTypeError } from '../../../exceptions.ts';
import { setInstanceAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { typeOf } from '../../../pyType.ts';
import { joinNames } from '../../../signature.ts';
import {
  type Keywords,
  type ParameterShape,
  PyLibraryFunction,
  type PyObject,
  type PyType,
  type Value,
} from '../../../values.ts';
import type { PyField } from './fields.ts';

const hasDefault = (field: PyField): boolean => field.default !== undefined || field.factory !== undefined;

/** Raises TypeError when a positional field without a default follows one with a default. */
export function checkOrder(fields: readonly PyField[]): void {
  const taken = fields.filter((field) => field.inInit && !field.isKeywordOnly);
  const first = taken.findIndex(hasDefault);
  const late = first < 0 ? undefined : taken.slice(first).find((field) => !hasDefault(field));
  if (late) raiseTypeError(`non-default argument '${late.key}' follows default argument`);
}

interface Parameters {
  readonly positional: readonly PyField[];
  readonly named: readonly PyField[];
}

/** What `inspect.signature` shows of the class. */
export const initShapes = new WeakMap<PyType, readonly PyField[]>();

export const shapeOf = (field: PyField): ParameterShape => ({
  name: field.key,
  variety: field.isKeywordOnly ? 'keywordOnly' : 'positional',
});

export function initializer(type: PyType, fields: readonly PyField[]): PyLibraryFunction {
  const taken = fields.filter((field) => field.inInit);
  const parameters = {
    positional: taken.filter((field) => !field.isKeywordOnly),
    named: taken.filter((field) => field.isKeywordOnly),
  };
  initShapes.set(type, [...parameters.positional, ...parameters.named]);
  const initVars = fields.filter((field) => field.variety === 'initVar');
  const body = (args: readonly Value[], keywords: Keywords): Value => {
    const [self, ...given] = args as [PyObject, ...Value[]];
    const values = bind(`${type.qualifiedName}.__init__()`, parameters, given, keywords);
    for (const field of fields) {
      if (field.variety === 'initVar') continue;
      const value = values.get(field.key) ?? (values.has(field.key) ? null : defaultOf(field));
      if (value !== undefined) setInstanceAttribute(self, typeOf(self), field.key, value);
    }
    const after = tryGetAttribute(self, '__post_init__');
    if (after !== undefined) {
      call(
        after,
        initVars.map((field) => values.get(field.key) ?? field.default ?? null),
      );
    }
    return null;
  };
  const made = new PyLibraryFunction('__init__', body, { bindsSelf: true });
  made.attributes = AttributeTable.from<Value>([['__qualname__', `${type.qualifiedName}.__init__`]]);
  return made;
}

const defaultOf = (field: PyField): Value | undefined =>
  field.factory === undefined ? field.default : call(field.factory, []);

function bind(
  callee: string,
  { positional, named }: Parameters,
  given: readonly Value[],
  keywords: Keywords,
): Map<string, Value> {
  if (given.length > positional.length) {
    const least = positional.filter((field) => !hasDefault(field)).length + 1;
    const most = positional.length + 1;
    const takes = least === most ? `${most}` : `from ${least} to ${most}`;
    const plural = most === 1 ? '' : 's';
    raiseTypeError(
      `${callee} takes ${takes} positional argument${plural} but ${given.length + 1} were given`,
    );
  }
  const values = new Map(given.map((value, index) => [positional[index]!.key, value] as const));
  const all = [...positional, ...named];
  for (const [name, value] of keywords ?? []) {
    if (!all.some((field) => field.key === name)) {
      raiseTypeError(`${callee} got an unexpected keyword argument '${name}'`);
    }
    if (values.has(name)) raiseTypeError(`${callee} got multiple values for argument '${name}'`);
    values.set(name, value);
  }
  for (const [variety, fields] of [
    ['positional', positional],
    ['keyword-only', named],
  ] as const) {
    const missing = fields.filter((field) => !values.has(field.key) && !hasDefault(field));
    if (missing.length === 0) continue;
    const names = joinNames(missing.map((field) => `'${field.key}'`));
    const plural = missing.length === 1 ? '' : 's';
    raiseTypeError(`${callee} missing ${missing.length} required ${variety} argument${plural}: ${names}`);
  }
  return values;
}
