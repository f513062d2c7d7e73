/**
 * What becomes of warnings: the filters of the module `warnings`, which also hold for those of NumPy and the libraries. A
 * warning that is shown goes to whoever watches the run, unless the program redirects it. From CPython's `warnings.py`.
 */
import { LineIndex } from '../../base/lineIndex.ts';
import type { Frame } from '../callSite.ts';
import { exceptionType, PythonException } from '../exceptions.ts';
import { getAttribute } from '../protocols/attributes.ts';
import { call } from '../protocols/calls.ts';
import { isTrue } from '../protocols/comparison.ts';
import { str } from '../protocols/text.ts';
import { isSubtype, typeOf } from '../pyType.ts';
import { callSite, type Runtime, runtime } from '../runtime.ts';
import { PyExceptionValue, type PyType, type Value } from '../values.ts';
import { replacedStream } from './streams.ts';

export const warningActions = ['default', 'error', 'ignore', 'always', 'module', 'once'] as const;
export type WarningAction = (typeof warningActions)[number];

/** One rule; the first that fits decides. Patterns are compiled ones of `re`, null for any. */
export interface WarningFilter {
  readonly action: WarningAction;
  readonly message: Value;
  readonly category: PyType;
  readonly module: Value;
  /** 0: any. */
  readonly line: number;
}

/** A warning that is shown. */
export interface ShownWarning {
  readonly message: PyExceptionValue;
  readonly category: PyType;
  readonly file: string;
  readonly line: number;
}

export interface WarningState {
  filters: readonly WarningFilter[];
  /** Who gets shown warnings while they are recorded; null: the program or the one who watches. */
  record: ((shown: ShownWarning) => void) | null;
  /** What was shown before, for actions that show once. */
  readonly seen: Set<string>;
}

const states = new WeakMap<Runtime, WarningState>();

const quiet = ['PendingDeprecationWarning', 'ImportWarning', 'ResourceWarning'];

const rule = (action: WarningAction, category: string): WarningFilter => ({
  action,
  message: null,
  category: exceptionType(category),
  module: null,
  line: 0,
});

/** The filters and the memory of the running program; what was shown once is shown again in the next cell. */
export function warningState(): WarningState {
  const running = runtime();
  let state = states.get(running);
  if (!state) {
    const made: WarningState = {
      filters: quiet.map((name) => rule('ignore', name)),
      record: null,
      seen: new Set(),
    };
    running.cellEnds.add(() => made.seen.clear());
    states.set(running, made);
    state = made;
  }
  return state;
}

/** Changes the filters; what was shown once may be shown again. */
export function setWarningFilters(filters: readonly WarningFilter[]): void {
  const state = warningState();
  state.filters = filters;
  state.seen.clear();
}

/** Where a warning belongs to: `level` 1 is the place of the program that is running. */
export function frameAt(level: number): Frame | null {
  let frame = runtime().frame;
  for (let i = 1; i < level && frame?.caller; i++) frame = frame.caller;
  return frame;
}

const lineOf = (frame: Frame): number => new LineIndex(frame.names.source.text).lineAt(frame.at.start) + 1;

const matches = (pattern: Value, text: string): boolean =>
  pattern === null || isTrue(call(getAttribute(pattern, 'match'), [text]));

function actionFor(text: string, category: PyType, place: { module: string; line: number }): WarningAction {
  for (const filter of warningState().filters) {
    if (!isSubtype(category, filter.category) || (filter.line !== 0 && filter.line !== place.line)) continue;
    if (matches(filter.message, text) && matches(filter.module, place.module)) return filter.action;
  }
  const isHidden = isSubtype(category, exceptionType('DeprecationWarning')) && place.module !== '__main__';
  return isHidden ? 'ignore' : 'default';
}

const keyParts = (action: WarningAction, warning: ShownWarning): unknown[] | null => {
  const key = [action, str(warning.message), warning.category.name];
  if (action === 'always') return null;
  if (action === 'once') return key;
  return action === 'module' ? [...key, warning.file] : [...key, warning.file, warning.line];
};

/** `warnings.warn`: raises, shows or drops it, as the filters say. */
export function issueWarning(message: Value, category: PyType, level = 1): void {
  const frame = frameAt(level);
  const module = frame?.globals.get('__name__') ?? '__main__';
  issueWarningAt(message, category, {
    module: str(module),
    file: frame?.names.source.file ?? '<sys>',
    line: frame ? lineOf(frame) : 1,
  });
}

/** The same for a place that is given. */
export function issueWarningAt(
  message: Value,
  category: PyType,
  place: { readonly module: string; readonly file: string; readonly line: number },
): void {
  const isWarning = message instanceof PyExceptionValue;
  const text = str(message);
  const kind = isWarning ? typeOf(message) : category;
  const action = actionFor(text, kind, place);
  if (action === 'ignore') return;
  const value = isWarning ? message : (call(kind, [message]) as PyExceptionValue);
  if (action === 'error') throw new PythonException(value);
  const shown: ShownWarning = { message: value, category: kind, file: place.file, line: place.line };
  const { seen } = warningState();
  const key = JSON.stringify(keyParts(action, shown));
  if (action !== 'always') {
    if (seen.has(key)) return;
    seen.add(key);
  }
  showWarning(shown);
}

/** Hands a warning to the list that records, to `warnings.showwarning` of the program, or to the observer. */
function showWarning(shown: ShownWarning): void {
  const { record } = warningState();
  if (record !== null) {
    record(shown);
    return;
  }
  const { message, category, file, line } = shown;
  const own = runtime().modules.get('warnings')?.namespace;
  const show = own?.get('showwarning') ?? null;
  if (show !== null && show !== own?.get('_showwarning_orig')) {
    call(show, [message, category, file, line, null, null]);
    return;
  }
  const stream = replacedStream('stderr');
  if (stream === null) {
    runtime().observer.warning({ span: callSite().span, category: category.name, message: str(message) });
  } else {
    const format = runtime().importModule('warnings').namespace.get('formatwarning')!;
    call(getAttribute(stream, 'write'), [call(format, [message, category, file, line, null])]);
  }
}

/** The source line of a warning, without a line break; null where the text is not running. */
export function sourceLine(file: string, line: number): string | null {
  for (let frame = runtime().frame; frame; frame = frame.caller) {
    const { source } = frame.names;
    if (source.file !== file) continue;
    const index = new LineIndex(source.text);
    return source.text.slice(index.lineStart(line - 1), index.lineStart(line)).trim();
  }
  return null;
}
