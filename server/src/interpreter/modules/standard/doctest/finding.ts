/** Finds what has a docstring: a module, its functions and classes with theirs. Follows CPython's `DocTestFinder`. */
import { LineIndex } from '../../../../base/lineIndex.ts';
import { PyDict } from '../../../containers.ts';
import { tryGetAttribute } from '../../../protocols/attributes.ts';
import { str } from '../../../protocols/text.ts';
import {
  PyClassMethod,
  PyFunction,
  PyModule,
  PyProperty,
  PyStaticMethod,
  PyType,
  type Value,
} from '../../../values.ts';

/** Something with a docstring, perhaps an empty one. `line`: where the docstring begins in its file, from 0. */
export interface Documented {
  readonly name: string;
  readonly text: string;
  readonly line: number | null;
}

const inner = (member: Value): Value => {
  if (member instanceof PyStaticMethod || member instanceof PyClassMethod) return member.callee;
  const wrapped = member instanceof PyFunction ? member.attributes?.get('__wrapped__') : undefined;
  return wrapped === undefined ? member : inner(wrapped);
};

const docOf = (value: Value): string => {
  const doc =
    value instanceof PyProperty && value.doc === null ? docOf(value.get) : tryGetAttribute(value, '__doc__');
  return typeof doc === 'string' ? doc : '';
};

/** The first line from `start` on where a text may begin. */
function textLine(lines: readonly string[], start: number): number | null {
  for (let line = start; line < lines.length; line++) {
    if (/^(?:|.*:)\s*\w*["']/.test(lines[line]!)) return line;
  }
  return null;
}

function lineOf(value: Value, lines: readonly string[]): number | null {
  if (value instanceof PyModule) return docOf(value) === '' ? null : textLine(lines, 0);
  if (value instanceof PyType && typeof value.namespace.get('__doc__') === 'string') {
    const start = lines.findIndex((line) => new RegExp(`^\\s*class\\s*${value.name}\\b`).test(line));
    return start < 0 ? null : textLine(lines, start);
  }
  if (value instanceof PyFunction && docOf(value) !== '') {
    const { text } = value.code.shown.source;
    return textLine(lines, new LineIndex(text).lineAt(value.code.span.start));
  }
  return null;
}

/** Everything below `value`, by name. `source`: the text of the file that it is from; null where that is not known. */
export function findDocumented(value: Value, name: string, source: string | null): Documented[] {
  const lines = source?.split(/\r\n|[\n\r]/) ?? [];
  const found: Documented[] = [];
  const seen = new Set<Value>();
  const add = (each: Value, itsName: string): void => {
    if (seen.has(each)) return;
    seen.add(each);
    found.push({ name: itsName, text: docOf(each), line: lineOf(each, lines) });
    if (each instanceof PyModule) addMembers(each);
    if (each instanceof PyType) {
      for (const [memberName, member] of each.namespace) {
        const plain = inner(member);
        const isOwn =
          (plain instanceof PyFunction && plain.module === each.module) ||
          (plain instanceof PyType && plain.module === each.module && !plain.isNative) ||
          plain instanceof PyProperty;
        if (isOwn) add(plain, `${itsName}.${memberName}`);
      }
    }
  };
  const addMembers = (module: PyModule): void => {
    for (const [memberName, member] of [...module.namespace]) {
      const plain = inner(member);
      const isOwn =
        (plain instanceof PyFunction && plain.globals === module.namespace) ||
        (plain instanceof PyType && !plain.isNative && plain.module === module.name);
      if (isOwn) add(plain, `${name}.${memberName}`);
    }
    const texts = module.namespace.get('__test__');
    if (!(texts instanceof PyDict)) return;
    for (const { key, value: test } of texts.table.entries()) {
      const testName = `${name}.__test__.${str(key)}`;
      if (typeof test === 'string') found.push({ name: testName, text: test, line: null });
      else add(test, testName);
    }
  };
  add(value, name);
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
