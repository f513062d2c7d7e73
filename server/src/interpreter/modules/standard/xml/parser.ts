/**
 * Text to elements: XML 1.0 with namespaces, without definitions of types and entities, which are refused. Errors are worded as
 * expat does.
 */
import { PyDict } from '../../../containers.ts';
import { notSupported, PythonException } from '../../../exceptions.ts';
import { setAttribute } from '../../../protocols/attributes.ts';
import { runtime } from '../../../runtime.ts';
import { PyExceptionValue, type PyType, tuple } from '../../../values.ts';
import { PyElement } from './elements.ts';

const codes: Readonly<Record<string, number>> = {
  'syntax error': 2,
  'no element found': 3,
  'not well-formed (invalid token)': 4,
  'unclosed token': 5,
  'mismatched tag': 7,
  'duplicate attribute': 8,
  'junk after document element': 9,
  'undefined entity': 11,
  'unbound prefix': 27,
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const nameStart = /[A-Za-z_:\u00c0-\uffff]/;
const name = /[A-Za-z_:\u00c0-\uffff][\w:.\-\u00b7-\uffff]*/y;

type Namespaces = ReadonlyMap<string, string>;

interface Open {
  readonly element: PyElement;
  /** As it was written. */
  readonly tag: string;
  readonly namespaces: Namespaces;
}

class XmlReader {
  readonly #text: string;
  readonly #errorType: PyType;
  #at = 0;
  readonly #open: Open[] = [];
  #root: PyElement | null = null;
  #last: PyElement | null = null;

  constructor(text: string, errorType: PyType) {
    this.#text = text.replace(/\r\n?/g, '\n');
    this.#errorType = errorType;
  }

  read(): PyElement {
    this.#skipDeclaration();
    while (this.#at < this.#text.length) {
      runtime().checkpoint();
      if (this.#text[this.#at] === '<') this.#markup();
      else this.#characters();
    }
    if (this.#root === null || this.#open.length > 0) this.#fail('no element found');
    return this.#root!;
  }

  #fail(message: string, at = this.#at): never {
    const before = this.#text.slice(0, at).split('\n');
    const [line, column] = [before.length, [...before.at(-1)!].length];
    const value = new PyExceptionValue(this.#errorType, [`${message}: line ${line}, column ${column}`]);
    setAttribute(value, 'code', codes[message] ?? 1);
    setAttribute(value, 'position', tuple(line, column));
    throw new PythonException(value);
  }

  #skipDeclaration(): void {
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
    if (!/^<\?xml\s/.test(this.#text.slice(this.#at))) return;
    const end = this.#text.indexOf('?>');
    if (end < 0) this.#fail('unclosed token');
    this.#at = end + 2;
  }

  #addText(text: string): void {
    const open = this.#open.at(-1);
    if (!open || text === '') return;
    runtime().allocate(text.length);
    if (this.#last === null) open.element.text = `${(open.element.text as string | null) ?? ''}${text}`;
    else this.#last.tail = `${(this.#last.tail as string | null) ?? ''}${text}`;
  }

  #characters(): void {
    const next = this.#text.indexOf('<', this.#at);
    const end = next < 0 ? this.#text.length : next;
    const raw = this.#text.slice(this.#at, end);
    if (this.#open.length === 0) {
      const junk = raw.search(/\S/);
      if (junk >= 0) {
        this.#at += junk;
        this.#fail(this.#root === null ? 'syntax error' : 'junk after document element');
      }
    } else this.#addText(this.#decode(raw, this.#at));
    this.#at = end;
  }

  /** References to characters; `from` is where the text stands. */
  #decode(raw: string, from: number): string {
    return raw.replace(/&([^;&<\s]*)(;?)/g, (whole, reference: string, end: string, offset: number) => {
      if (end === '' || reference === '')
        this.#fail('not well-formed (invalid token)', from + offset + whole.length);
      if (reference.startsWith('#')) {
        const code = reference.startsWith('#x')
          ? Number.parseInt(reference.slice(2), 16)
          : Number(reference.slice(1));
        if (!(code > 0 && code <= 0x10ffff)) this.#fail('not well-formed (invalid token)', from + offset);
        return String.fromCodePoint(code);
      }
      if (Object.hasOwn(entities, reference)) return entities[reference]!;
      return this.#fail('undefined entity', from + offset);
    });
  }

  #markup(): void {
    const rest = (text: string): boolean => this.#text.startsWith(text, this.#at);
    if (rest('<!--')) this.#skipTo('-->');
    else if (rest('<![CDATA[')) {
      const begin = this.#at + 9;
      this.#skipTo(']]>');
      this.#addText(this.#text.slice(begin, this.#at - 3));
    } else if (rest('<?')) this.#skipTo('?>');
    else if (rest('<!DOCTYPE')) this.#documentType();
    else if (rest('</')) this.#endTag();
    else this.#startTag();
  }

  #skipTo(end: string): void {
    const found = this.#text.indexOf(end, this.#at);
    if (found < 0) this.#fail('unclosed token');
    this.#at = found + end.length;
  }

  #documentType(): void {
    const begin = this.#at;
    this.#skipTo('>');
    if (this.#text.slice(begin, this.#at).includes('[')) notSupported('XML that defines its own entities');
  }

  #name(): string {
    name.lastIndex = this.#at;
    const found = name.exec(this.#text);
    if (!found) return this.#fail('not well-formed (invalid token)');
    this.#at = name.lastIndex;
    return found[0];
  }

  #endTag(): void {
    const begin = this.#at + 2;
    this.#at = begin;
    const tag = this.#name();
    this.#skipSpace();
    if (this.#text[this.#at] !== '>') this.#fail('not well-formed (invalid token)');
    const open = this.#open.at(-1);
    if (!open) this.#fail('not well-formed (invalid token)', begin);
    if (open!.tag !== tag) this.#fail('mismatched tag', begin);
    this.#at++;
    this.#last = this.#open.pop()!.element;
  }

  #skipSpace(): boolean {
    const begin = this.#at;
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#at > begin;
  }

  #startTag(): void {
    const begin = this.#at++;
    if (this.#open.length === 0 && this.#root !== null) this.#fail('junk after document element', begin);
    if (!nameStart.test(this.#text[this.#at] ?? '')) this.#fail('not well-formed (invalid token)');
    const tag = this.#name();
    const raw = this.#attributes(begin);
    const namespaces = new Map(
      this.#open.at(-1)?.namespaces ?? [['xml', 'http://www.w3.org/XML/1998/namespace']],
    );
    for (const [key, value] of raw) {
      if (key === 'xmlns') namespaces.set('', value);
      else if (key.startsWith('xmlns:')) namespaces.set(key.slice(6), value);
    }
    const attributes = [...raw].filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'));
    const dict = PyDict.from(
      attributes.map(([key, value]) => [
        key.includes(':') ? this.#expand(key, namespaces, begin) : key,
        value,
      ]),
    );
    const element = new PyElement(this.#expand(tag, namespaces, begin), dict);
    const parent = this.#open.at(-1);
    if (parent) parent.element.children.items.push(element);
    else this.#root = element;
    const isEmpty = this.#text[this.#at] === '/';
    this.#at += isEmpty ? 2 : 1;
    this.#last = isEmpty ? element : null;
    if (!isEmpty) this.#open.push({ element, tag, namespaces });
  }

  /** Up to the end of the tag, `>` or `/>`, which is not read. */
  #attributes(begin: number): Map<string, string> {
    const found = new Map<string, string>();
    for (;;) {
      const hasSpace = this.#skipSpace();
      const next = this.#text[this.#at];
      if (next === undefined) return this.#fail('unclosed token', begin);
      if (next === '>' || this.#text.startsWith('/>', this.#at)) return found;
      if (!hasSpace) return this.#fail('not well-formed (invalid token)');
      const nameAt = this.#at;
      const key = this.#name();
      this.#skipSpace();
      if (this.#text[this.#at] !== '=') this.#fail('not well-formed (invalid token)');
      this.#at++;
      this.#skipSpace();
      const mark = this.#text[this.#at];
      if (mark !== '"' && mark !== "'") this.#fail('not well-formed (invalid token)');
      const end = this.#text.indexOf(mark!, this.#at + 1);
      if (end < 0) this.#fail('unclosed token', begin);
      const raw = this.#text.slice(this.#at + 1, end);
      if (raw.includes('<')) this.#fail('not well-formed (invalid token)', this.#at + 1 + raw.indexOf('<'));
      if (found.has(key)) this.#fail('duplicate attribute', nameAt);
      found.set(key, this.#decode(raw.replace(/[\t\n]/g, ' '), this.#at + 1));
      this.#at = end + 1;
    }
  }

  #expand(written: string, namespaces: Namespaces, at: number): string {
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const uri = namespaces.get(prefix);
    if (uri === undefined && prefix !== '') return this.#fail('unbound prefix', at);
    return uri === undefined || uri === '' ? written : `{${uri}}${written.slice(colon + 1)}`;
  }
}

/** The root element of a document. */
export const readXml = (text: string, errorType: PyType): PyElement => new XmlReader(text, errorType).read();
