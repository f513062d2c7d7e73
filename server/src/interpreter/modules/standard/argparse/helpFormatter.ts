/**
 * The help of a parser: usage, sections, and the two columns of arguments, laid out as CPython 3.12's `argparse` does. The
 * classes that programs name are options of one formatter; a formatter that overrides its inner methods is refused.
 */
import { PyDict } from '../../../containers.ts';
import { notSupported } from '../../../exceptions.ts';
import { tryGetAttribute } from '../../../protocols/attributes.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { formatPercent } from '../../../protocols/percentFormat.ts';
import { str } from '../../../protocols/text.ts';
import { defineType, isSubtype, typeOf } from '../../../pyType.ts';
import { type Keywords, PyObject, PyTuple, type PyType, type Value } from '../../../values.ts';
import { wrapOptions, wrapText } from '../texts/textwrapModule.ts';
import { nargsWords, type PyAction, usageOf } from './actions.ts';
import { suppress } from './namespace.ts';

/** Actions of which only one may be given. */
export interface Exclusive {
  readonly actions: readonly PyAction[];
  readonly isRequired: boolean;
}

/** A titled part of the help. */
export interface HelpSection {
  readonly title: Value;
  readonly description: Value;
  readonly actions: readonly PyAction[];
}

/** What is shown of a parser. */
export interface HelpContent {
  readonly usage: Value;
  readonly actions: readonly PyAction[];
  readonly exclusives: readonly Exclusive[];
  readonly description: Value;
  readonly sections: readonly HelpSection[];
  readonly epilog: Value;
}

/** The actions below an action: the parsers of subcommands. */
export const subactions = new WeakMap<PyAction, PyAction[]>();

export class PyFormatter extends PyObject {
  prog = '';
  indentIncrement = 2;
  maxHelpPosition = 24;
  width = 78;
}

function wrap(text: string, width: number): string[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  return wrapText(plain, wrapOptions(new Map([['width', width]])));
}

const has = (self: PyFormatter, type: PyType): boolean => isSubtype(typeOf(self), type);

const isShown = (action: PyAction): boolean => action.get('help') !== suppress;

function defaultMetavar(self: PyFormatter, action: PyAction): string {
  const type = action.get('type');
  if (has(self, metavarTypeFormatter)) return str(tryGetAttribute(type, '__name__') ?? '');
  const dest = action.dest ?? '';
  return action.isOption ? dest.toUpperCase() : dest;
}

/** The names of the values, `count` of them. */
function metavars(self: PyFormatter, action: PyAction, count: number): readonly string[] {
  const metavar = action.get('metavar');
  const choices = action.get('choices');
  if (metavar instanceof PyTuple) return metavar.items.map(str);
  const name =
    metavar !== null
      ? str(metavar)
      : choices !== null
        ? `{${toArray(choices).map(str).join(',')}}`
        : defaultMetavar(self, action);
  return Array.from({ length: count }, () => name);
}

function argumentsText(self: PyFormatter, action: PyAction): string {
  const nargs = action.get('nargs');
  const [first, second] = metavars(self, action, 2);
  switch (nargs) {
    case null:
      return first!;
    case nargsWords.optional:
      return `[${first}]`;
    case nargsWords.zeroOrMore:
      return action.get('metavar') instanceof PyTuple && second !== undefined
        ? `[${first} [${second} ...]]`
        : `[${first} ...]`;
    case nargsWords.oneOrMore:
      return `${first} [${second} ...]`;
    case nargsWords.remainder:
      return '...';
    case nargsWords.parser:
      return `${first} ...`;
    case suppress:
      return '';
  }
  return metavars(self, action, sizeOf(nargs)).join(' ');
}

function usagePart(self: PyFormatter, action: PyAction, isGrouped: Set<PyAction>): string {
  if (!action.isOption) {
    const part = argumentsText(self, action);
    return isGrouped.has(action) && /^\[.*\]$/s.test(part) ? part.slice(1, -1) : part;
  }
  const part = action.takesNothing
    ? usageOf(action)
    : `${action.optionStrings[0]} ${argumentsText(self, action)}`;
  return action.isRequired || isGrouped.has(action) ? part : `[${part}]`;
}

/** Brackets and bars around the actions that exclude each other, by the place before which they stand. */
function groupMarks(actions: readonly PyAction[], exclusives: readonly Exclusive[]) {
  const marks = new Map<number, string>();
  const grouped = new Set<PyAction>();
  for (const group of exclusives) {
    const start = actions.indexOf(group.actions[0]!);
    const end = start + group.actions.length;
    if (start < 0 || group.actions.some((each, index) => actions[start + index] !== each)) continue;
    for (const each of group.actions) grouped.add(each);
    const isAlone = group.isRequired && group.actions.filter(isShown).length <= 1;
    if (!isAlone) {
      const [open, close] = group.isRequired ? ['(', ')'] : ['[', ']'];
      marks.set(start, marks.has(start) ? `${marks.get(start)} ${open}` : open);
      marks.set(end, (marks.get(end) ?? '') + close);
    }
    for (let place = start + 1; place < end; place++) marks.set(place, '|');
  }
  return { marks, grouped };
}

function usageText(
  self: PyFormatter,
  actions: readonly PyAction[],
  exclusives: readonly Exclusive[],
): string {
  const { marks, grouped } = groupMarks(actions, exclusives);
  const parts: string[] = [];
  const shown = actions.map((action, index) => {
    if (isShown(action)) return usagePart(self, action, grouped);
    if (marks.get(index) === '|') marks.delete(index);
    else if (marks.get(index + 1) === '|') marks.delete(index + 1);
    return null;
  });
  for (let index = 0; index <= shown.length; index++) {
    const mark = marks.get(index);
    if (mark !== undefined) parts.push(mark);
    const part = shown[index];
    if (part !== null && part !== undefined) parts.push(part);
  }
  return parts
    .join(' ')
    .replace(/([[(]) /g, '$1')
    .replace(/ ([\])])/g, '$1')
    .replace(/[[(] *[\])]/g, '')
    .trim();
}

const usageWords = /\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+/g;

/** Words in lines of the width, the first one after `prefixLength` characters. */
function linesOf(
  words: readonly string[],
  { indent, width, prefixLength }: { indent: string; width: number; prefixLength?: number },
): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let length = (prefixLength ?? indent.length) - 1;
  for (const word of words) {
    if (length + 1 + word.length > width && line.length > 0) {
      lines.push(indent + line.join(' '));
      line = [];
      length = indent.length - 1;
    }
    line.push(word);
    length += word.length + 1;
  }
  if (line.length > 0) lines.push(indent + line.join(' '));
  if (prefixLength !== undefined && lines.length > 0) lines[0] = lines[0]!.slice(indent.length);
  return lines;
}

function wrappedUsage(self: PyFormatter, prefix: string, content: Omit<HelpContent, 'sections'>): string {
  const { actions, exclusives } = content;
  const { prog, width } = self;
  const options = actions.filter((action) => action.isOption);
  const others = actions.filter((action) => !action.isOption);
  const plain = [prog, usageText(self, [...options, ...others], exclusives)].filter(Boolean).join(' ');
  if (prefix.length + plain.length <= width) return plain;
  const optionWords = usageText(self, options, exclusives).match(usageWords) ?? [];
  const otherWords = usageText(self, others, exclusives).match(usageWords) ?? [];
  if (prefix.length + prog.length <= 0.75 * width) {
    const indent = ' '.repeat(prefix.length + prog.length + 1);
    const prefixLength = prefix.length;
    if (optionWords.length > 0) {
      return [
        ...linesOf([prog, ...optionWords], { indent, width, prefixLength }),
        ...linesOf(otherWords, { indent, width }),
      ].join('\n');
    }
    if (otherWords.length === 0) return prog;
    return linesOf([prog, ...otherWords], { indent, width, prefixLength }).join('\n');
  }
  const indent = ' '.repeat(prefix.length);
  const together = linesOf([...optionWords, ...otherWords], { indent, width });
  const lines =
    together.length > 1
      ? [...linesOf(optionWords, { indent, width }), ...linesOf(otherWords, { indent, width })]
      : together;
  return [prog, ...lines].join('\n');
}

const withProgram = (self: PyFormatter, text: string): string =>
  formatPercent(text, PyDict.from([['prog', self.prog]]));

/** `usage: …`, with an empty line after it. */
export function formatUsage(
  self: PyFormatter,
  content: Omit<HelpContent, 'sections'>,
  prefix = 'usage: ',
): string {
  const { usage } = content;
  if (usage === suppress) return '';
  const text = usage === null ? wrappedUsage(self, prefix, content) : withProgram(self, str(usage));
  return `${prefix}${text}\n\n`;
}

function invocation(self: PyFormatter, action: PyAction): string {
  if (!action.isOption) return metavars(self, action, 1)[0] ?? '';
  if (action.takesNothing) return action.optionStrings.join(', ');
  const values = argumentsText(self, action);
  return action.optionStrings.map((each) => `${each} ${values}`).join(', ');
}

function helpString(self: PyFormatter, action: PyAction): string {
  const help = action.get('help') === null ? '' : str(action.get('help'));
  if (!has(self, defaultsFormatter) || help.includes('%(default)')) return help;
  const { optional, zeroOrMore } = nargsWords;
  const isOptional = action.isOption || [optional, zeroOrMore].includes(String(action.get('nargs')));
  return action.get('default') !== suppress && isOptional ? `${help} (default: %(default)s)` : help;
}

function expandedHelp(self: PyFormatter, action: PyAction): string {
  const values: [Value, Value][] = [];
  for (const [name, value] of action.fields) {
    if (value === suppress) continue;
    const shown =
      name === 'choices' && value !== null
        ? toArray(value).map(str).join(', ')
        : (tryGetAttribute(value, '__name__') ?? value);
    values.push([name, shown]);
  }
  return formatPercent(helpString(self, action), PyDict.from([...values, ['prog', self.prog]]));
}

interface Column {
  readonly indent: number;
  /** Where the right column begins. */
  readonly position: number;
}

function actionLines(self: PyFormatter, action: PyAction, column: Column): string {
  const { indent, position } = column;
  const helpWidth = Math.max(self.width - position, 11);
  const room = position - indent - 2;
  const name = invocation(self, action);
  const help = action.get('help');
  let text = ' '.repeat(indent) + name;
  const hasHelp = help !== null && str(help).trim() !== '';
  if (hasHelp) {
    const expanded = expandedHelp(self, action);
    const lines = has(self, rawTextFormatter) ? expanded.split(/\r\n|\r|\n/) : wrap(expanded, helpWidth);
    if (name.length <= room) text = `${' '.repeat(indent) + name.padEnd(room)}  ${lines[0] ?? ''}\n`;
    else text += `\n${' '.repeat(position)}${lines[0] ?? ''}\n`;
    for (const line of lines.slice(1)) text += `${' '.repeat(position)}${line}\n`;
  } else text += '\n';
  const inner = { indent: indent + self.indentIncrement, position };
  return text + (subactions.get(action) ?? []).map((each) => actionLines(self, each, inner)).join('');
}

function textBlock(self: PyFormatter, text: Value, indent: number): string {
  if (text === null || text === suppress) return '';
  const given = str(text);
  const full = given.includes('%(prog)') ? withProgram(self, given) : given;
  const margin = ' '.repeat(indent);
  const lines = has(self, rawDescriptionFormatter)
    ? full.split(/(?<=\n)/).map((line) => margin + line)
    : [
        wrap(full, Math.max(self.width - indent, 11))
          .map((line) => margin + line)
          .join('\n'),
      ];
  return full === '' ? '' : `${lines.join('')}\n\n`;
}

function longestName(self: PyFormatter, content: HelpContent): number {
  let longest = 0;
  for (const action of content.sections.flatMap((section) => section.actions).filter(isShown)) {
    const inner = (subactions.get(action) ?? []).map(
      (each) => invocation(self, each).length + 2 * self.indentIncrement,
    );
    longest = Math.max(longest, invocation(self, action).length + self.indentIncrement, ...inner);
  }
  return longest;
}

/** The whole help. */
export function formatHelp(self: PyFormatter, content: HelpContent): string {
  const position = Math.min(longestName(self, content) + 2, self.maxHelpPosition);
  const column = { indent: self.indentIncrement, position };
  let text = formatUsage(self, content) + textBlock(self, content.description, 0);
  for (const section of content.sections) {
    const body =
      textBlock(self, section.description, self.indentIncrement) +
      section.actions
        .filter(isShown)
        .map((action) => actionLines(self, action, column))
        .join('');
    if (body === '') continue;
    const { title } = section;
    text += title === null || title === suppress ? `\n${body}\n` : `\n${str(title)}:\n${body}\n`;
  }
  text += textBlock(self, content.epilog, 0);
  return `${text.replace(/\n\n\n+/g, '\n\n').replace(/^\n+|\n+$/g, '')}\n`;
}

const formatterParameters = ['prog', 'indent_increment', 'max_help_position', 'width'];

function initialize(self: PyFormatter, args: readonly Value[], keywords: Keywords): void {
  const given = new Map<string, Value>(keywords ?? []);
  for (const [index, value] of args.entries()) given.set(formatterParameters[index]!, value);
  const size = (name: string, missing: number): number => {
    const value = given.get(name) ?? null;
    return value === null ? missing : sizeOf(value);
  };
  self.prog = str(given.get('prog') ?? '');
  self.width = size('width', 78);
  self.indentIncrement = size('indent_increment', 2);
  self.maxHelpPosition = Math.min(
    size('max_help_position', 24),
    Math.max(self.width - 20, self.indentIncrement * 2),
  );
  for (const type of typeOf(self).mro) {
    if (type.isNative) continue;
    for (const name of type.namespace.keys()) {
      if (/^(?:_[^_]|add_|format_|start_|end_)/.test(name))
        notSupported(`a help formatter with its own ${name}()`);
    }
  }
}

const formatterClass = (name: string, base?: PyType): PyType => {
  const type: PyType = defineType<PyFormatter>({
    name,
    module: 'argparse',
    ...(base ? { bases: [base] } : { class: PyFormatter, initialize }),
    create: (wanted) => {
      const made = new PyFormatter();
      made.cls = wanted;
      return made;
    },
    constants: { __subclassable__: true },
  });
  return type;
};

export const helpFormatter = formatterClass('HelpFormatter');
const rawDescriptionFormatter = formatterClass('RawDescriptionHelpFormatter', helpFormatter);
const rawTextFormatter = formatterClass('RawTextHelpFormatter', rawDescriptionFormatter);
const defaultsFormatter = formatterClass('ArgumentDefaultsHelpFormatter', helpFormatter);
const metavarTypeFormatter = formatterClass('MetavarTypeHelpFormatter', helpFormatter);

/** The classes that programs name. */
export const formatterTypes = {
  HelpFormatter: helpFormatter,
  RawDescriptionHelpFormatter: rawDescriptionFormatter,
  RawTextHelpFormatter: rawTextFormatter,
  ArgumentDefaultsHelpFormatter: defaultsFormatter,
  MetavarTypeHelpFormatter: metavarTypeFormatter,
};
