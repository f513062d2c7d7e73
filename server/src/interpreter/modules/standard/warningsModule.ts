/** `warnings`: filters, recording, and texts. What the filters do is in `modules/warningFilters.ts`. */
import { exceptionType, notSupported, raise, raiseAssertionError, raiseTypeError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { getAttribute } from '../../protocols/attributes.ts';
import { call } from '../../protocols/calls.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { sizeOf } from '../../protocols/items.ts';
import { repr, str } from '../../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../../pyType.ts';
import { runtime } from '../../runtime.ts';
import { PyExceptionValue, PyList, type PyModule, PyObject, PyType, type Value } from '../../values.ts';
import { standardError } from '../streams.ts';
import {
  issueWarning,
  issueWarningAt,
  type ShownWarning,
  setWarningFilters,
  sourceLine,
  type WarningAction,
  type WarningFilter,
  warningActions,
  warningState,
} from '../warningFilters.ts';

/** What `catch_warnings(record=True)` collects. */
class PyWarningMessage extends PyObject {
  readonly shown: ShownWarning;
  constructor(shown: ShownWarning) {
    super();
    this.shown = shown;
  }
}

const messageType = defineType<PyWarningMessage>({
  name: 'WarningMessage',
  module: 'warnings',
  class: PyWarningMessage,
  attributes: {
    message: (self) => self.shown.message,
    category: (self) => self.shown.category,
    filename: (self) => self.shown.file,
    lineno: (self) => self.shown.line,
    file: () => null,
    line: () => null,
    source: () => null,
  },
  str: ({ shown }) =>
    `{message : ${repr(shown.message)}, category : ${repr(shown.category.name)}, filename : ${repr(shown.file)}, lineno : ${shown.line}, line : None}`,
});

interface CatchOptions {
  readonly record: boolean;
  readonly filter: WarningFilter | null;
  readonly isAppended: boolean;
}

class PyCatchWarnings extends PyObject {
  readonly options: CatchOptions;
  /** Puts back what was there before; null outside of the block. */
  restore: (() => void) | null = null;
  constructor(options: CatchOptions) {
    super();
    this.options = options;
  }
}

function enter(self: PyCatchWarnings): Value {
  if (self.restore !== null) return raiseRuntime(`Cannot enter ${repr(self)} twice`);
  const state = warningState();
  const { namespace } = runtime().importModule('warnings');
  const { filters, record } = state;
  const show = namespace.get('showwarning')!;
  self.restore = () => {
    setWarningFilters(filters);
    state.record = record;
    namespace.set('showwarning', show);
  };
  state.seen.clear();
  if (self.options.filter !== null) addFilter(self.options.filter, self.options.isAppended ? 'end' : 'front');
  if (!self.options.record) return null;
  const list = new PyList([]);
  state.record = (shown) => list.items.push(new PyWarningMessage(shown));
  return list;
}

const raiseRuntime = (message: string): never => raise(exceptionType('RuntimeError'), message);

function exit(self: PyCatchWarnings): Value {
  if (self.restore === null) return raiseRuntime(`Cannot exit ${repr(self)} without entering first`);
  self.restore();
  self.restore = null;
  return false;
}

const catchType = defineType<PyCatchWarnings>({
  name: 'catch_warnings',
  module: 'warnings',
  class: PyCatchWarnings,
  create: (_type, args, keywords) => {
    if (args.length > 0) {
      raiseTypeError(
        `catch_warnings.__init__() takes 1 positional argument but ${args.length + 1} were given`,
      );
    }
    const given = (name: string): Value => keywords?.get(name) ?? null;
    const action = given('action');
    return new PyCatchWarnings({
      record: isTrue(given('record')),
      isAppended: isTrue(given('append')),
      filter:
        action === null ? null : filterOf(action, { category: given('category'), line: given('lineno') }),
    });
  },
  enter,
  exit,
  repr: (self) => {
    const parts = self.options.record ? ['record=True'] : [];
    return `catch_warnings(${parts.join(', ')})`;
  },
});

interface Restriction {
  readonly message?: Value;
  readonly category?: Value;
  readonly module?: Value;
  readonly line?: Value;
}

function compiled(pattern: Value, flags: readonly string[]): Value {
  if (pattern === null || pattern === '') return null;
  const { namespace } = runtime().importModule('re');
  return call(namespace.get('compile')!, [pattern, ...flags.map((name) => namespace.get(name)!)]);
}

function filterOf(action: Value, { message, category, module, line }: Restriction): WarningFilter {
  const known = warningActions.find((each) => each === action);
  if (known === undefined) raiseAssertionError(`invalid action: ${repr(action)}`);
  const kind = category ?? exceptionType('Warning');
  if (!(kind instanceof PyType)) raiseAssertionError('category must be a class');
  if (!isSubtype(kind, exceptionType('Warning'))) raiseAssertionError('category must be a Warning subclass');
  return {
    action: known as WarningAction,
    message: compiled(message ?? null, ['I']),
    category: kind,
    module: compiled(module ?? null, []),
    line: line === undefined || line === null ? 0 : sizeOf(line),
  };
}

const isSameFilter = (a: WarningFilter, b: WarningFilter): boolean =>
  a.action === b.action &&
  a.category === b.category &&
  a.line === b.line &&
  a.message === b.message &&
  a.module === b.module;

function addFilter(filter: WarningFilter, where: 'front' | 'end'): null {
  const { filters } = warningState();
  const others = filters.filter((each) => !isSameFilter(each, filter));
  if (where === 'front') setWarningFilters([filter, ...others]);
  else if (others.length === filters.length) setWarningFilters([...filters, filter]);
  return null;
}

const placeOf = (isAppended?: Value): 'front' | 'end' => (isTrue(isAppended ?? false) ? 'end' : 'front');

function warn(message: Value, category?: Value, level?: Value): null {
  const isWarning = message instanceof PyExceptionValue;
  const kind = isWarning ? typeOf(message) : (category ?? exceptionType('UserWarning'));
  if (!(kind instanceof PyType) || !isSubtype(kind, exceptionType('Warning'))) {
    return raiseTypeError(`category must be a Warning subclass, not '${typeOf(kind).name}'`);
  }
  issueWarning(message, kind, level === undefined ? 1 : sizeOf(level));
  return null;
}

function format(message: Value, category: Value, ...place: (Value | undefined)[]): string {
  const [file, line, given] = place;
  const source = given ?? sourceLine(str(file!), sizeOf(line!));
  const name = category instanceof PyType ? category.name : str(getAttribute(category, '__name__'));
  const shown = source === null || source === '' ? '' : `  ${str(source).trim()}\n`;
  return `${str(file!)}:${str(line!)}: ${name}: ${str(message)}\n${shown}`;
}

/** Writes what `formatwarning` makes of it; without a file of the program it is reported. */
function show(message: Value, category: Value, ...place: (Value | undefined)[]): null {
  const [file, line, target, source] = place;
  const stream = target ?? runtime().importModule('sys').namespace.get('stderr') ?? null;
  const { namespace } = runtime().importModule('warnings');
  const text = call(namespace.get('formatwarning')!, [message, category, file!, line!, source ?? null]);
  if (stream === standardError) {
    const name = category instanceof PyType ? category.name : 'Warning';
    runtime().observer.warning({
      span: runtime().frame?.at ?? { start: 0, end: 0 },
      category: name,
      message: str(message),
    });
  } else if (stream !== null) call(getAttribute(stream, 'write'), [text]);
  return null;
}

export function warningsModule(): PyModule {
  const module = defineModule({
    name: 'warnings',
    values: { WarningMessage: messageType, catch_warnings: catchType },
    functions: {
      'warn(message, category?, stacklevel?, source?, *, skip_file_prefixes?)': warn,
      'warn_explicit(message, category, filename, lineno, module?, registry?, module_globals?, source?)': (
        message: Value,
        category: Value,
        ...place: (Value | undefined)[]
      ) => {
        const [file, line, module] = place;
        if (!(category instanceof PyType)) return raiseTypeError('category must be a Warning subclass');
        const name = module ?? str(file!).replace(/\.py$/, '');
        issueWarningAt(message, category, { module: str(name), file: str(file!), line: sizeOf(line!) });
        return null;
      },
      'filterwarnings(action, message?, category?, module?, lineno?, append?)': (
        action: Value,
        ...given: (Value | undefined)[]
      ) => {
        const [message, category, module, line, isAppended] = given;
        const restriction = { message: message ?? null, category: category ?? null, module: module ?? null };
        return addFilter(filterOf(action, { ...restriction, line: line ?? null }), placeOf(isAppended));
      },
      'simplefilter(action, category?, lineno?, append?)': (
        action: Value,
        category?: Value,
        line?: Value,
        isAppended?: Value,
      ) =>
        addFilter(filterOf(action, { category: category ?? null, line: line ?? null }), placeOf(isAppended)),
      'resetwarnings()': () => {
        setWarningFilters([]);
        return null;
      },
      'formatwarning(message, category, filename, lineno, line?)': format,
      'showwarning(message, category, filename, lineno, file?, line?)': show,
    },
    computed: { filters: () => notSupported('the list of warning filters') },
    refused: '*',
  });
  module.namespace.set('_showwarning_orig', module.namespace.get('showwarning')!);
  return module;
}
