/** What goes through a whole text: `findall`, `finditer`, `split`, `sub`. Empty matches count as in CPython 3.7 and later, or 2.7. */
import { raiseIndexError, raiseTypeError } from '../../../exceptions.ts';
import { call, isCallable } from '../../../protocols/calls.ts';
import { indexOf } from '../../../protocols/items.ts';
import { typeOf } from '../../../pyType.ts';
import { pythonVersion, runtime } from '../../../runtime.ts';
import { asText, like } from '../../../types/textValues.ts';
import { type Next, PyBytes, PyIterator, PyList, PyTuple, type Value } from '../../../values.ts';
import type { Matcher } from './matcher.ts';
import { raiseRegexError } from './patternErrors.ts';
import { PyMatch, type PyPattern, subjectOf, windowOf } from './patternObjects.ts';
import { parseTemplate, type Template, UnknownGroupName } from './replacement.ts';
import { type SearchedText, searchedText } from './subject.ts';

interface Scan {
  readonly pattern: PyPattern;
  readonly subject: SearchedText;
  readonly matcher: Matcher;
  readonly start: number;
  readonly end: number;
}

function scanOf(pattern: PyPattern, string: Value, pos?: Value, endpos?: Value): Scan {
  const subject = subjectOf(pattern, string);
  return { pattern, subject, matcher: pattern.matcher(subject), ...windowOf(subject, pos, endpos) };
}

/** Moves the matcher to the next match at every call; false at the end. */
function matches(scan: Scan): () => boolean {
  const { matcher, end } = scan;
  let { start } = scan;
  let mustAdvance = false;
  const isPython2 = pythonVersion() === 2;
  return () => {
    if (start > end || !matcher.run({ start, end, mode: 'search', mustAdvance })) return false;
    const [from, to] = matcher.registers as unknown as readonly [number, number];
    if (isPython2) start = from === to ? to + 1 : to;
    else {
      start = to;
      mustAdvance = from === to;
    }
    return true;
  };
}

const groupText = ({ matcher, subject }: Scan, group: number): Value | undefined => {
  const start = matcher.registers[2 * group]!;
  const end = matcher.registers[2 * group + 1]!;
  return start < 0 || end < start ? undefined : subject.slice(start, end);
};

/** `findall`. */
export function findAll(self: PyPattern, string: Value, pos?: Value, endpos?: Value): Value {
  const scan = scanOf(self, string, pos, endpos);
  const { groupCount } = self.pattern;
  const empty = scan.subject.slice(0, 0);
  const found: Value[] = [];
  for (const next = matches(scan); next(); ) {
    if (groupCount < 2) found.push(groupText(scan, groupCount) ?? empty);
    else {
      const all = Array.from({ length: groupCount }, (_, index) => groupText(scan, index + 1) ?? empty);
      found.push(new PyTuple(all));
    }
    if (found.length % 1024 === 0) runtime().allocate(1024 * 64);
  }
  return new PyList(found);
}

/** `finditer`. */
export function findIter(self: PyPattern, string: Value, pos?: Value, endpos?: Value): Value {
  const scan = scanOf(self, string, pos, endpos);
  const advance = matches(scan);
  const next: Next = () =>
    advance()
      ? new PyMatch(self, scan.subject, scan.matcher, { start: scan.start, end: scan.end })
      : undefined;
  return new PyIterator('callable_iterator', next);
}

const countOf = (value: Value | undefined): number => {
  const count = value === undefined ? 0 : Number(indexOf(value));
  return count === 0 ? Number.POSITIVE_INFINITY : count;
};

/** `split`. */
export function split(self: PyPattern, string: Value, maxsplit?: Value): Value {
  const scan = scanOf(self, string);
  const parts: Value[] = [];
  const most = countOf(maxsplit);
  const isPython2 = pythonVersion() === 2;
  let last = 0;
  let count = 0;
  for (const next = matches(scan); count < most && next(); ) {
    const [from, to] = scan.matcher.registers as unknown as readonly [number, number];
    if (isPython2 && from === to) continue;
    parts.push(scan.subject.slice(last, from));
    for (let group = 1; group <= self.pattern.groupCount; group++) {
      parts.push(groupText(scan, group) ?? null);
    }
    last = to;
    count++;
  }
  parts.push(scan.subject.slice(last, scan.subject.length));
  return new PyList(parts);
}

/** Gives the replacement of the match where the scan is. */
type Replace = (scan: Scan) => Value;

function templateOf(self: PyPattern, replacement: Value): Template {
  const text =
    replacement instanceof PyBytes
      ? Array.from(replacement.data, (byte) => String.fromCharCode(byte)).join('')
      : asText(replacement);
  if (text === null) {
    return raiseTypeError(`expected str instance, ${typeOf(replacement).name} found`);
  }
  if (!text.includes('\\')) return text === '' ? [] : [text];
  try {
    return parseTemplate(text, self.pattern, pythonVersion());
  } catch (error) {
    if (error instanceof UnknownGroupName) return raiseIndexError(error.message);
    return raiseRegexError(error, replacement);
  }
}

const latin1 = (text: string): PyBytes => new PyBytes(Uint8Array.from(text, (each) => each.charCodeAt(0)));

/** Parts of a text or of bytes as one. */
function join(subject: SearchedText, parts: readonly Value[]): Value {
  if (subject.isText) {
    const model = parts.find((part) => typeof part === 'object' && pythonVersion() === 2) ?? subject.value;
    return like(model, parts.map((part) => asText(part)!).join(''));
  }
  const bytes = parts.map((part) => (part as PyBytes).data);
  const joined = new Uint8Array(bytes.reduce((sum, each) => sum + each.length, 0));
  let offset = 0;
  for (const each of bytes) {
    joined.set(each, offset);
    offset += each.length;
  }
  return new PyBytes(joined);
}

function expandTemplate(scan: Scan, template: Template): Value {
  const parts = template.map((part) => {
    if (typeof part === 'number') return groupText(scan, part) ?? scan.subject.slice(0, 0);
    return scan.subject.isText ? part : latin1(part);
  });
  return parts.length === 1 ? parts[0]! : join(scan.subject, parts);
}

function replacer(self: PyPattern, replacement: Value): Replace {
  if (isCallable(replacement)) {
    return (scan) => call(replacement, [new PyMatch(self, scan.subject, scan.matcher, scan)]);
  }
  const template = templateOf(self, replacement);
  if (template.length === 1 && typeof template[0] === 'string')
    return () => replacementText(template, replacement);
  return (scan) => expandTemplate(scan, template);
}

const replacementText = (template: Template, replacement: Value): Value =>
  replacement instanceof PyBytes ? latin1(template[0] as string) : like(replacement, template[0] as string);

function checkPart(scan: Scan, part: Value, index: number): Value {
  const subject = searchedKind(part);
  if (subject === (scan.subject.isText ? 'text' : 'bytes')) return part;
  const wanted = scan.subject.isText ? 'str instance' : 'a bytes-like object';
  return raiseTypeError(`sequence item ${index}: expected ${wanted}, ${typeOf(part).name} found`);
}

const searchedKind = (part: Value): 'text' | 'bytes' | null =>
  part instanceof PyBytes ? 'bytes' : asText(part) === null ? null : 'text';

/** `sub` and `subn`: the new text and how many matches were replaced. */
export function substitute(
  self: PyPattern,
  replacement: Value,
  string: Value,
  count?: Value,
): readonly [Value, number] {
  const scan = scanOf(self, string);
  const replace = replacer(self, replacement);
  const most = countOf(count);
  const isPython2 = pythonVersion() === 2;
  const parts: Value[] = [];
  let last = 0;
  let done = 0;
  for (const next = matches(scan); done < most && next(); ) {
    const [from, to] = scan.matcher.registers as unknown as readonly [number, number];
    if (isPython2 && from === to && from === last && done > 0) continue;
    if (last < from) parts.push(scan.subject.slice(last, from));
    const part = replace(scan);
    if (part !== null) parts.push(checkPart(scan, part, parts.length));
    last = to;
    done++;
    if (done % 1024 === 0) runtime().allocate(1024 * 64);
  }
  if (done === 0) return [scan.subject.value, 0];
  if (last < scan.subject.length) parts.push(scan.subject.slice(last, scan.subject.length));
  return [join(scan.subject, parts), done];
}

/** `Match.expand`. */
export function expand(self: PyMatch, template: Value): Value {
  const matcher = self.pattern.matcher(self.subject);
  matcher.registers.set(self.registers);
  const scan: Scan = { pattern: self.pattern, subject: self.subject, matcher, ...self.window };
  const parsed = templateOf(self.pattern, template);
  return parsed.length === 0 ? self.subject.slice(0, 0) : expandTemplate(scan, parsed);
}

/** Whether a value can be a pattern. */
export const isPatternSource = (value: Value): boolean => searchedText(value) !== null;
