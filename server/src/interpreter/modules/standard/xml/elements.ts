/** Elements of XML, and how they become text, as `xml.etree.ElementTree` of CPython 3.12 has it. */
import { PyDict } from '../../../containers.ts';
import { raiseTypeError } from '../../../exceptions.ts';
import { repr, str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { list, type PyList, PyObject, type Value } from '../../../values.ts';

/** `Element`. A comment is an element whose tag is the function `Comment`. */
export class PyElement extends PyObject {
  tag: Value;
  attrib: Value;
  text: Value = null;
  tail: Value = null;
  readonly children: PyList = list([]);
  constructor(tag: Value, attrib: Value = new PyDict()) {
    super();
    this.tag = tag;
    this.attrib = attrib;
  }
}

export const childrenOf = (element: PyElement): readonly PyElement[] =>
  element.children.items as readonly PyElement[];

export const attributesOf = (element: PyElement): [Value, Value][] =>
  [...(element.attrib as PyDict).table.entries()].map(({ key, value }) => [key, value]);

/** The element and all below it, in the order of the document. */
export function* walk(element: PyElement): Generator<PyElement, void> {
  runtime().checkpoint();
  yield element;
  for (const child of childrenOf(element)) yield* walk(child);
}

/** What an element that was made by `Comment` or `ProcessingInstruction` has as its tag. */
export const specialTags = new WeakMap<object, 'comment' | 'instruction'>();

const knownPrefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
  'http://www.w3.org/2001/XMLSchema': 'xs',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

/** Names with their namespaces as prefixes. */
class Prefixes {
  readonly used = new Map<string, string>();
  readonly #registered: ReadonlyMap<string, string>;

  constructor(root: PyElement, registered: ReadonlyMap<string, string>) {
    this.#registered = registered;
    for (const element of walk(root)) {
      if (typeof element.tag === 'string') this.name(element.tag);
      for (const [key] of attributesOf(element)) if (typeof key === 'string') this.name(key);
    }
  }

  name(name: string): string {
    const found = /^\{([^}]*)\}(.*)$/s.exec(name);
    if (!found) return name;
    const [, uri, local] = found as unknown as [string, string, string];
    const known =
      this.#registered.get(uri) ?? (Object.hasOwn(knownPrefixes, uri) ? knownPrefixes[uri] : undefined);
    let prefix = this.used.get(uri) ?? known;
    prefix ??= `ns${this.used.size}`;
    if (prefix !== 'xml') this.used.set(uri, prefix);
    return `${prefix}:${local}`;
  }
}

const serializable = (value: Value): string =>
  typeof value === 'string'
    ? value
    : raiseTypeError(`cannot serialize ${repr(value)} (type ${typeOf(value).name})`);

const escapeText = (value: Value): string =>
  serializable(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeAttribute = (value: Value): string =>
  escapeText(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#09;');

interface Writing {
  readonly prefixes: Prefixes;
  readonly shortEmpty: boolean;
  readonly parts: string[];
}

function write(element: PyElement, writing: Writing, declarations = ''): void {
  const { prefixes, parts, shortEmpty } = writing;
  runtime().checkpoint();
  const special =
    typeof element.tag === 'object' && element.tag !== null ? specialTags.get(element.tag) : undefined;
  if (special === 'comment') parts.push(`<!--${str(element.text)}-->`);
  else if (special === 'instruction') parts.push(`<?${str(element.text)}?>`);
  else if (element.tag === null) {
    if (element.text !== null) parts.push(escapeText(element.text));
    for (const child of childrenOf(element)) write(child, writing);
  } else {
    const tag = prefixes.name(serializable(element.tag));
    const attributes = attributesOf(element).map(
      ([key, value]) => ` ${prefixes.name(serializable(key))}="${escapeAttribute(value)}"`,
    );
    parts.push(`<${tag}${declarations}${attributes.join('')}`);
    const isEmpty = (element.text === null || element.text === '') && childrenOf(element).length === 0;
    if (isEmpty && shortEmpty) parts.push(' />');
    else {
      parts.push('>');
      if (element.text !== null) parts.push(escapeText(element.text));
      for (const child of childrenOf(element)) write(child, writing);
      parts.push(`</${tag}>`);
    }
  }
  if (element.tail !== null) parts.push(escapeText(element.tail));
}

/** The text of an element with its tail. */
export function elementText(
  root: PyElement,
  registered: ReadonlyMap<string, string>,
  options: { readonly shortEmpty: boolean },
): string {
  const prefixes = new Prefixes(root, registered);
  const parts: string[] = [];
  const declarations = [...prefixes.used]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([uri, prefix]) => ` xmlns:${prefix}="${escapeAttribute(uri)}"`);
  write(root, { prefixes, parts, shortEmpty: options.shortEmpty }, declarations.join(''));
  return parts.join('');
}

const isBlank = (value: Value): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** Puts line breaks and spaces between the elements below. */
export function indent(element: PyElement, space: string, level: number): void {
  const children = childrenOf(element);
  if (children.length === 0) return;
  const inner = `\n${space.repeat(level + 1)}`;
  if (isBlank(element.text)) element.text = inner;
  for (const child of children) {
    indent(child, space, level + 1);
    if (isBlank(child.tail)) child.tail = inner;
  }
  const last = children.at(-1)!;
  if (isBlank(last.tail)) last.tail = `\n${space.repeat(level)}`;
}
