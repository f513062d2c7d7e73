/**
 * What a parser does with an option or an argument: `argparse.Action` and the ready-made ones, a table by the word of
 * `add_argument(action=…)`. How values are found is in `parsing.ts`.
 */
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { getAttribute, setAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { elements, toArray } from '../../../protocols/iteration.ts';
import { str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { type Keywords, list, PyObject, type PyType, type Value } from '../../../values.ts';
import { writeTo } from '../../streams.ts';
import { holderText, readName, suppress } from './namespace.ts';

/** One use of an action on a command line. */
export interface ActionUse {
  readonly parser: Value;
  readonly namespace: Value;
  readonly values: Value;
  readonly optionString: string | null;
}

/** The words of `nargs` that are not counts. */
export const nargsWords = {
  optional: '?',
  zeroOrMore: '*',
  oneOrMore: '+',
  parser: 'A...',
  remainder: '...',
};

/** What an action knows, in the order of its repr. */
const fieldNames = [
  'option_strings',
  'dest',
  'nargs',
  'const',
  'default',
  'type',
  'choices',
  'required',
  'help',
  'metavar',
] as const;

export class PyAction extends PyObject {
  readonly fields = new Map<string, Value>(fieldNames.map((name) => [name, null]));
  /** null: the program's class says in `__call__` what to do. */
  kind: ActionKind | null = null;

  get optionStrings(): readonly string[] {
    const given = this.fields.get('option_strings') ?? null;
    return given === null ? [] : toArray(given).map(str);
  }

  get dest(): string | null {
    const dest = this.fields.get('dest') ?? null;
    return dest === null ? null : str(dest);
  }

  get isOption(): boolean {
    return this.optionStrings.length > 0;
  }

  /** Options that take no value. */
  get takesNothing(): boolean {
    return this.fields.get('nargs') === 0;
  }

  get isRequired(): boolean {
    return this.fields.get('required') === true;
  }

  /** `undefined` is never stored: a missing value is None. */
  get(name: string): Value {
    return this.fields.get(name) ?? null;
  }
}

/** A ready-made action. */
export interface ActionKind {
  readonly className: string;
  /** The keywords of `add_argument` that it takes. */
  readonly takes: readonly string[];
  /** What the fields are besides. */
  readonly fixed: (given: ReadonlyMap<string, Value>) => Readonly<Record<string, Value>>;
  readonly run: (action: PyAction, use: ActionUse) => void;
}

const store = (action: PyAction, { namespace }: ActionUse, value: Value): void =>
  setAttribute(namespace, action.dest!, value);

const isCount = (value: Value | undefined): value is number => typeof value === 'number';

function checkTakes(name: string, given: ReadonlyMap<string, Value>): void {
  if (given.get('nargs') === 0) {
    const hint =
      name === 'append'
        ? 'if arg strings are not supplying the value to append, the append const action may be more appropriate'
        : 'if you have nothing to store, actions such as store true or store const may be more appropriate';
    raiseValueError(`nargs for ${name} actions must be != 0; ${hint}`);
  }
}

const itemsOf = (action: PyAction, { namespace }: ActionUse): Value[] => {
  const present = readName(namespace, action.dest!) ?? null;
  return present === null ? [] : toArray(present);
};

const allOfThem = ['nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar'];

const storing = (name: string): ActionKind['fixed'] => {
  return (given) => {
    checkTakes(name, given);
    if (given.get('const') !== undefined && given.get('const') !== null && given.get('nargs') !== '?') {
      raiseValueError("nargs must be '?' to supply const");
    }
    return {};
  };
};

const storesTruth = (className: string, truth: 'true' | 'false'): ActionKind => ({
  className,
  takes: ['default', 'required', 'help'],
  fixed: (given) => ({
    nargs: 0,
    const: truth === 'true',
    default: given.has('default') ? given.get('default')! : truth === 'false',
  }),
  run: (action, use) => store(action, use, action.get('const')),
});

function negatedToo(given: ReadonlyMap<string, Value>): Value {
  const strings: Value[] = [];
  for (const each of elements(given.get('option_strings') ?? list([]))) {
    strings.push(each);
    if (str(each).startsWith('--')) strings.push(`--no-${str(each).slice(2)}`);
  }
  return list(strings);
}

const booleanOptional: ActionKind = {
  className: 'BooleanOptionalAction',
  takes: ['default', 'type', 'choices', 'required', 'help', 'metavar'],
  fixed: (given) => ({ option_strings: negatedToo(given), nargs: 0 }),
  run: (action, use) => store(action, use, !use.optionString!.startsWith('--no-')),
};

function showHelp(_action: PyAction, { parser }: ActionUse): void {
  call(getAttribute(parser, 'print_help'), []);
  call(getAttribute(parser, 'exit'), []);
}

function showVersion(action: PyAction, { parser }: ActionUse): void {
  const text = call(getAttribute(parser, '_format_version'), [action.get('version')]);
  writeTo('stdout', str(text));
  call(getAttribute(parser, 'exit'), []);
}

/** By the word that `add_argument` is given. */
export const actionKinds: ReadonlyMap<string, ActionKind> = new Map<string, ActionKind>([
  [
    'store',
    {
      className: '_StoreAction',
      takes: allOfThem,
      fixed: storing('store'),
      run: (action, use) => store(action, use, use.values),
    },
  ],
  [
    'store_const',
    {
      className: '_StoreConstAction',
      takes: ['const', 'default', 'required', 'help', 'metavar'],
      fixed: () => ({ nargs: 0 }),
      run: (action, use) => store(action, use, action.get('const')),
    },
  ],
  ['store_true', storesTruth('_StoreTrueAction', 'true')],
  ['store_false', storesTruth('_StoreFalseAction', 'false')],
  [
    'append',
    {
      className: '_AppendAction',
      takes: allOfThem,
      fixed: storing('append'),
      run: (action, use) => store(action, use, list([...itemsOf(action, use), use.values])),
    },
  ],
  [
    'append_const',
    {
      className: '_AppendConstAction',
      takes: ['const', 'default', 'required', 'help', 'metavar'],
      fixed: () => ({ nargs: 0 }),
      run: (action, use) => store(action, use, list([...itemsOf(action, use), action.get('const')])),
    },
  ],
  [
    'extend',
    {
      className: '_ExtendAction',
      takes: allOfThem,
      fixed: storing('append'),
      run: (action, use) => store(action, use, list([...itemsOf(action, use), ...elements(use.values)])),
    },
  ],
  [
    'count',
    {
      className: '_CountAction',
      takes: ['default', 'required', 'help'],
      fixed: () => ({ nargs: 0 }),
      run: (action, use) => {
        const present = readName(use.namespace, action.dest!);
        store(action, use, isCount(present) ? present + 1 : 1);
      },
    },
  ],
  [
    'help',
    {
      className: '_HelpAction',
      takes: ['dest', 'default', 'help'],
      fixed: (given) => ({
        nargs: 0,
        dest: given.get('dest') ?? suppress,
        default: given.get('default') ?? suppress,
      }),
      run: showHelp,
    },
  ],
  [
    'version',
    {
      className: '_VersionAction',
      takes: ['version', 'dest', 'default', 'help'],
      fixed: (given) => ({
        nargs: 0,
        version: given.get('version') ?? null,
        default: suppress,
        help: given.get('help') ?? "show program's version number and exit",
      }),
      run: showVersion,
    },
  ],
  ['boolean', booleanOptional],
]);

/** Makes a ready-made action from the keywords of `add_argument`. */
export function makeAction(kind: ActionKind, given: ReadonlyMap<string, Value>): PyAction {
  for (const name of given.keys()) {
    if (name !== 'option_strings' && name !== 'dest' && !kind.takes.includes(name)) {
      raiseTypeError(`${kind.className}.__init__() got an unexpected keyword argument '${name}'`);
    }
  }
  const action = new PyAction();
  action.kind = kind;
  action.fields.set('required', false);
  for (const [name, value] of given) action.fields.set(name, value);
  for (const [name, value] of Object.entries(kind.fixed(given))) action.fields.set(name, value);
  return action;
}

/** Does what the action does. */
export function runAction(action: PyAction, use: ActionUse): void {
  if (action.kind) action.kind.run(action, use);
  else call(action, [use.parser, use.namespace, use.values, use.optionString]);
}

function initialize(self: PyAction, args: readonly Value[], keywords: Keywords): void {
  self.fields.set('required', false);
  for (const [index, value] of args.entries()) self.fields.set(fieldNames[index]!, value);
  for (const [name, value] of keywords ?? []) {
    if (!(fieldNames as readonly string[]).includes(name)) {
      raiseTypeError(`Action.__init__() got an unexpected keyword argument '${name}'`);
    }
    self.fields.set(name, value);
  }
}

export const actionType: PyType = defineType<PyAction>({
  name: 'Action',
  module: 'argparse',
  class: PyAction,
  create: (type) => {
    const made = new PyAction();
    if (type !== actionType) made.cls = type;
    return made;
  },
  initialize,
  constants: { __subclassable__: true },
  attributes: {
    ...Object.fromEntries(
      [...fieldNames, 'version'].map((name) => [
        name,
        {
          get: (self: PyAction) => self.get(name),
          set: (self: PyAction, value: Value) => void self.fields.set(name, value),
        },
      ]),
    ),
  },
  call: (self, args) => {
    const [parser, namespace, values, optionString] = args;
    if (!self.kind) raise(exceptionType('NotImplementedError'), '.__call__() not defined');
    self.kind.run(self, {
      parser: parser ?? null,
      namespace: namespace ?? null,
      values: values ?? null,
      optionString: typeof optionString === 'string' ? optionString : null,
    });
    return null;
  },
  methods: {
    'format_usage()': (self: PyAction) => usageOf(self),
  },
  repr: (self) =>
    holderText(
      self.kind?.className ?? typeOf(self).name,
      fieldNames.map((name): [string, Value] => [name, self.get(name)]),
    ),
});

/** How an option without value is written in a usage. */
export const usageOf = (action: PyAction): string =>
  action.kind === booleanOptional ? action.optionStrings.join(' | ') : (action.optionStrings[0] ?? '');

/** `BooleanOptionalAction` as a class that programs name. */
export const booleanOptionalType: PyType = defineType<PyAction>({
  name: 'BooleanOptionalAction',
  module: 'argparse',
  bases: [actionType],
  create: (_type, args, keywords) =>
    makeAction(
      booleanOptional,
      new Map<string, Value>([
        ...args.map((value, index): [string, Value] => [fieldNames[index]!, value]),
        ...(keywords ?? []),
      ]),
    ),
  initialize: () => undefined,
});

/** How messages name an action. */
export function actionName(action: PyAction): string | null {
  if (action.isOption) return action.optionStrings.join('/');
  for (const name of ['metavar', 'dest']) {
    const value = action.get(name);
    if (value !== null && value !== suppress) {
      return typeof value === 'string' ? value : toArray(value).map(str).join(', ');
    }
  }
  const choices = action.get('choices');
  return choices === null ? null : `{${toArray(choices).map(str).join(',')}}`;
}
