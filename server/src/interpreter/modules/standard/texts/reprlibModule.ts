/** `reprlib`: texts of values that are cut where they get long. */
import { PyDict, PyFrozenSet, PySet } from '../../../containers.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call } from '../../../protocols/calls.ts';
import { isLess } from '../../../protocols/comparison.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { repr, reprGuarded } from '../../../protocols/text.ts';
import { defineType } from '../../../pyType.ts';
import { builtin } from '../../../signature.ts';
import {
  PyBuiltin,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';

type Limit =
  | 'maxlevel'
  | 'maxtuple'
  | 'maxlist'
  | 'maxdict'
  | 'maxset'
  | 'maxfrozenset'
  | 'maxstring'
  | 'maxlong'
  | 'maxother';

const standardLimits: Readonly<Record<Limit, number>> = {
  maxlevel: 6,
  maxtuple: 6,
  maxlist: 6,
  maxdict: 4,
  maxset: 6,
  maxfrozenset: 6,
  maxstring: 30,
  maxlong: 40,
  maxother: 30,
};

class PyRepr extends PyObject {
  readonly limits: Record<Limit, number> = { ...standardLimits };
}

/** The middle goes. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const before = Math.max(0, Math.floor((most - 3) / 2));
  const after = Math.max(0, most - 3 - before);
  return `${text.slice(0, before)}...${text.slice(text.length - after)}`;
}

function textOf(text: string, most: number): string {
  const shown = repr([...text].slice(0, most).join(''));
  if (shown.length <= most) return shown;
  const before = Math.max(0, Math.floor((most - 3) / 2));
  const after = Math.max(0, most - 3 - before);
  const whole = repr(text.slice(0, before) + text.slice(text.length - after));
  return `${whole.slice(0, before)}...${whole.slice(whole.length - after)}`;
}

interface Brackets {
  readonly open: string;
  readonly close: string;
  readonly limit: Limit;
}

function sequence(self: PyRepr, items: readonly Value[], brackets: Brackets, level: number): string {
  const { open, close, limit } = brackets;
  if (level <= 0 && items.length > 0) return `${open}...${close}`;
  const most = self.limits[limit];
  const shown = items.slice(0, most).map((item) => shorten(self, item, level - 1));
  if (items.length > most) shown.push('...');
  const comma = open === '(' && items.length === 1 ? ',' : '';
  return `${open}${shown.join(', ')}${comma}${close}`;
}

/** In order where they have one. */
function sorted(items: readonly Value[]): readonly Value[] {
  try {
    return [...items].sort((a, b) => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0));
  } catch {
    return items;
  }
}

function dict(self: PyRepr, value: PyDict, level: number): string {
  const keys = sorted(value.table.keys());
  if (keys.length === 0) return '{}';
  if (level <= 0) return '{...}';
  const most = self.limits.maxdict;
  const shown = keys
    .slice(0, most)
    .map((key) => `${shorten(self, key, level - 1)}: ${shorten(self, value.table.get(key)!, level - 1)}`);
  if (keys.length > most) shown.push('...');
  return `{${shown.join(', ')}}`;
}

function shorten(self: PyRepr, value: Value, level: number): string {
  const { limits } = self;
  if (typeof value === 'string') return textOf(value, limits.maxstring);
  if (typeof value === 'number' || typeof value === 'bigint') return cut(repr(value), limits.maxlong);
  if (value instanceof PyList) {
    return sequence(self, value.items, { open: '[', close: ']', limit: 'maxlist' }, level);
  }
  if (value instanceof PyTuple) {
    return sequence(self, value.items, { open: '(', close: ')', limit: 'maxtuple' }, level);
  }
  if (value instanceof PySet && value.table.size > 0) {
    return sequence(self, sorted(value.table.keys()), { open: '{', close: '}', limit: 'maxset' }, level);
  }
  if (value instanceof PyFrozenSet && value.table.size > 0) {
    const brackets = { open: 'frozenset({', close: '})', limit: 'maxfrozenset' } as const;
    return sequence(self, sorted(value.table.keys()), brackets, level);
  }
  if (value instanceof PyDict) return dict(self, value, level);
  return cut(repr(value), limits.maxother);
}

const reprType: PyType = defineType<PyRepr>({
  name: 'Repr',
  module: 'reprlib',
  class: PyRepr,
  create: (_type, _args, keywords) => {
    const made = new PyRepr();
    for (const [name, value] of keywords ?? []) {
      if (Object.hasOwn(standardLimits, name)) made.limits[name as Limit] = sizeOf(value);
    }
    return made;
  },
  attributes: Object.fromEntries(
    (Object.keys(standardLimits) as Limit[]).map((name) => [
      name,
      {
        get: (self: PyRepr) => self.limits[name],
        set: (self: PyRepr, value: Value) => {
          self.limits[name] = sizeOf(value);
        },
      },
    ]),
  ),
  methods: { 'repr(x)': (self: PyRepr, value: Value) => shorten(self, value, self.limits.maxlevel) },
});

/** `recursive_repr(fillvalue)`: a `__repr__` that meets its own object again. */
const recursiveRepr = (fill: Value = '...'): Value =>
  builtin(
    'decorating_function(user_function)',
    (callee: Value) =>
      new PyBuiltin(
        '__repr__',
        ([self]) => reprGuarded(self as object, fill as string, () => call(callee, [self!]) as string),
        {
          bindsSelf: true,
        },
      ),
  );

export function reprlibModule(): PyModule {
  const own = new PyRepr();
  return defineModule({
    name: 'reprlib',
    values: { Repr: reprType, aRepr: own },
    functions: {
      'repr(x)': (value: Value) => shorten(own, value, own.limits.maxlevel),
      'recursive_repr(fillvalue?)': recursiveRepr,
    },
  });
}
