/** `xml.etree.ElementTree`. Other parts of `xml` are refused. */
import { PyDict } from '../../../containers.ts';
import { decodeBytes } from '../../../encodings.ts';
import {
  defineException,
  exceptionType,
  notSupported,
  raiseTypeError,
  raiseValueError,
} from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { getAttribute, tryGetAttribute } from '../../../protocols/attributes.ts';
import { call, call1 } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { deleteItem, getItem, setItem, sizeOf } from '../../../protocols/items.ts';
import { elements, iterateArray } from '../../../protocols/iteration.ts';
import { address, repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { builtin } from '../../../signature.ts';
import { utf8 } from '../../../utf8.ts';
import {
  list,
  PyBytes,
  PyIterator,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { writeOutput } from '../../printing.ts';
import { allText, findAll } from './elementPaths.ts';
import { attributesOf, childrenOf, elementText, indent, PyElement, specialTags, walk } from './elements.ts';
import { readXml } from './parser.ts';

const parseError = defineException('ParseError', 'xml.etree.ElementTree', exceptionType('SyntaxError'));

function elementOf(value: Value): PyElement {
  if (value instanceof PyElement) return value;
  return raiseTypeError(`append() argument must be xml.etree.ElementTree.Element, not ${typeOf(value).name}`);
}

/** The attributes that a call gives: a dict and keywords. */
function givenAttributes(attrib: Value | undefined, extra: ReadonlyMap<string, Value>): PyDict {
  if (attrib !== undefined && !(attrib instanceof PyDict)) {
    raiseTypeError(`attrib must be dict, not ${typeOf(attrib).name}`);
  }
  const made = PyDict.from(
    [...((attrib as PyDict | undefined)?.table.entries() ?? [])].map(({ key, value }) => [key, value]),
  );
  for (const [name, value] of extra) made.table.set(name, value);
  return made;
}

const iterator = (values: readonly Value[]): PyIterator => new PyIterator('generator', iterateArray(values));

/** `iter(tag)`: the element and all below it. */
const tagged = (self: PyElement, tag: Value = null): Value[] =>
  [...walk(self)].filter((each) => tag === null || tag === '*' || each.tag === tag);

function* innerTexts(element: PyElement): Generator<Value, void> {
  if (typeof element.tag !== 'string' && element.tag !== null) return;
  if (element.text !== null && element.text !== '') yield element.text;
  for (const child of childrenOf(element)) {
    yield* innerTexts(child);
    if (child.tail !== null && child.tail !== '') yield child.tail;
  }
}

const firstOf = (self: PyElement, path: Value, namespaces: Value = null): PyElement | undefined =>
  findAll(self, str(path), namespaces)[0];

function textAt(self: PyElement, path: Value, otherwise: Value = null, namespaces: Value = null): Value {
  const found = firstOf(self, path, namespaces);
  return found === undefined ? otherwise : (found.text ?? '');
}

const searching = {
  'find(path, namespaces?)': (self: PyElement, path: Value, namespaces?: Value) =>
    firstOf(self, path, namespaces) ?? null,
  'findall(path, namespaces?)': (self: PyElement, path: Value, namespaces: Value = null) =>
    list([...findAll(self, str(path), namespaces)]),
  'iterfind(path, namespaces?)': (self: PyElement, path: Value, namespaces: Value = null) =>
    iterator(findAll(self, str(path), namespaces)),
  'findtext(path, default?, namespaces?)': textAt,
  'iter(tag?)': (self: PyElement, tag?: Value) => iterator(tagged(self, tag)),
};

const property = (name: 'tag' | 'text' | 'tail' | 'attrib') => ({
  get: (self: PyElement): Value => self[name],
  set: (self: PyElement, value: Value): void => {
    self[name] = value;
  },
});

const elementType: PyType = defineType<PyElement>({
  name: 'Element',
  module: 'xml.etree.ElementTree',
  class: PyElement,
  create: (type, args, keywords) => {
    const [tag, attrib] = args;
    if (tag === undefined) return raiseTypeError("Element() missing 1 required positional argument: 'tag'");
    const extra = new Map(keywords ?? []);
    const named = extra.get('attrib');
    extra.delete('attrib');
    const made = new PyElement(tag, givenAttributes(attrib ?? named, extra));
    if (type !== elementType) made.cls = type;
    return made;
  },
  constants: { __subclassable__: true },
  attributes: {
    tag: property('tag'),
    text: property('text'),
    tail: property('tail'),
    attrib: property('attrib'),
  },
  repr: (self) => `<Element ${repr(self.tag)} at ${address(self)}>`,
  length: (self) => childrenOf(self).length,
  iterate: (self) => {
    let index = 0;
    return () => self.children.items[index++];
  },
  getItem: (self, index) => getItem(self.children, index),
  setItem: (self, index, value) => setItem(self.children, index, value),
  deleteItem: (self, index) => deleteItem(self.children, index),
  methods: {
    ...searching,
    'append(subelement)': (self: PyElement, child: Value) => {
      self.children.items.push(elementOf(child));
      return null;
    },
    'extend(elements)': (self: PyElement, children: Value) => {
      for (const child of elements(children)) self.children.items.push(elementOf(child));
      return null;
    },
    'insert(index, subelement)': (self: PyElement, index: Value, child: Value) =>
      call(getAttribute(self.children, 'insert'), [index, elementOf(child)]),
    'remove(subelement)': (self: PyElement, child: Value) => {
      const at = self.children.items.indexOf(child);
      if (at < 0) raiseValueError('Element.remove(x): element not found');
      self.children.items.splice(at, 1);
      return null;
    },
    'clear()': (self: PyElement) => {
      self.children.items.length = 0;
      self.attrib = new PyDict();
      self.text = null;
      self.tail = null;
      return null;
    },
    'get(key, default?)': (self: PyElement, key: Value, otherwise: Value = null) =>
      (self.attrib as PyDict).table.get(key) ?? otherwise,
    'set(key, value)': (self: PyElement, key: Value, value: Value) => {
      (self.attrib as PyDict).table.set(key, value);
      return null;
    },
    'keys()': (self: PyElement) => list((self.attrib as PyDict).table.keys()),
    'items()': (self: PyElement) => list(attributesOf(self).map((pair) => new PyTuple(pair))),
    'itertext()': (self: PyElement) => iterator([...innerTexts(self)]),
    'makeelement(tag, attrib)': (_self: PyElement, tag: Value, attrib: Value) =>
      new PyElement(tag, givenAttributes(attrib, new Map())),
  },
});

/** `ElementTree`: a document. */
class PyTree extends PyObject {
  root: PyElement | null = null;

  get found(): PyElement {
    return this.root ?? raiseTypeError('ScanLens needs a tree with a root');
  }
}

function encoded(text: string, encoding: Value | undefined): Value {
  const name = encoding === undefined || encoding === null ? 'us-ascii' : str(encoding).toLowerCase();
  if (name === 'unicode') return text;
  if (name === 'us-ascii' || name === 'ascii') {
    const plain = text.replace(/[\u0080-\u{10ffff}]/gu, (character) => `&#${character.codePointAt(0)};`);
    return new PyBytes(Uint8Array.from(utf8(plain)));
  }
  if (name !== 'utf-8' && name !== 'utf8') return notSupported(`XML in the encoding ${str(encoding!)}`);
  return new PyBytes(Uint8Array.from(utf8(text)));
}

interface Output {
  readonly encoding: Value | undefined;
  readonly declaration: Value | undefined;
  readonly shortEmpty: Value | undefined;
}

function serialize(root: PyElement, registered: ReadonlyMap<string, string>, output: Output): Value {
  const { encoding, declaration, shortEmpty } = output;
  const name = encoding === undefined || encoding === null ? 'us-ascii' : str(encoding);
  const isPlain = ['us-ascii', 'utf-8', 'unicode'].includes(name.toLowerCase());
  const isDeclared = declaration !== undefined && declaration !== null ? isTrue(declaration) : !isPlain;
  const shown = name.toLowerCase() === 'unicode' ? 'utf-8' : name;
  const head = isDeclared ? `<?xml version='1.0' encoding='${shown}'?>\n` : '';
  const options = { shortEmpty: shortEmpty === undefined || isTrue(shortEmpty) };
  return encoded(head + elementText(root, registered, options), encoding);
}

const textOf = (value: Value): string =>
  value instanceof PyBytes
    ? decodeBytes(value.data)
    : typeof value === 'string'
      ? value
      : raiseTypeError(`a bytes-like object is required, not '${typeOf(value).name}'`);

/** The text of a file of the workspace, or of an object that can be read. */
function sourceText(source: Value): string {
  const read = tryGetAttribute(source, 'read');
  if (read !== undefined) return textOf(call(read, []));
  const file = call(getAttribute(runtime().importModule('builtins'), 'open'), [source, 'rb']);
  return textOf(call(getAttribute(file, 'read'), []));
}

const rootOf = (value: Value): PyElement => (value instanceof PyTree ? value.found : elementOf(value));

function treeType(registered: ReadonlyMap<string, string>): PyType {
  const ofRoot = Object.fromEntries(
    Object.entries(searching).map(([signature, body]) => [
      signature,
      (self: PyTree, ...rest: never[]) =>
        (body as (self: PyElement, ...rest: never[]) => Value)(self.found, ...rest),
    ]),
  );
  return defineType<PyTree>({
    name: 'ElementTree',
    module: 'xml.etree.ElementTree',
    class: PyTree,
    create: (_type, args, keywords) => {
      const made = new PyTree();
      const given = args[0] ?? keywords?.get('element') ?? null;
      const file = args[1] ?? keywords?.get('file') ?? null;
      if (given !== null) made.root = elementOf(given);
      else if (file !== null) made.root = readXml(sourceText(file), parseError);
      return made;
    },
    methods: {
      ...ofRoot,
      'getroot()': (self: PyTree) => self.root,
      'write(file_or_filename, encoding?, xml_declaration?, default_namespace?, method?, *, short_empty_elements?)':
        (self: PyTree, ...[file, encoding, declaration, , , shortEmpty]: Value[]) => {
          const write = tryGetAttribute(file!, 'write');
          if (write === undefined) return notSupported('ElementTree.write() to a file: cells write no files');
          call1(write, serialize(self.found, registered, { encoding, declaration, shortEmpty }));
          return null;
        },
    },
  });
}

function special(
  signature: string,
  kind: 'comment' | 'instruction',
  text: (...given: Value[]) => Value,
): Value {
  const made: Value = builtin(signature, (...given: Value[]) => {
    const element = new PyElement(made);
    element.text = text(...given);
    return element;
  });
  specialTags.set(made, kind);
  return made;
}

function elementTreeModule(): PyModule {
  const registered = new Map<string, string>();
  const tree = treeType(registered);
  const parse = (text: Value): Value => readXml(textOf(text), parseError);
  return defineModule({
    name: 'xml.etree.ElementTree',
    values: {
      Element: elementType,
      ElementTree: tree,
      ParseError: parseError,
      Comment: special('Comment(text?)', 'comment', (text = null) => text),
      ProcessingInstruction: special('ProcessingInstruction(target, text?)', 'instruction', (target, text) =>
        text === undefined || text === null ? target! : `${str(target!)} ${str(text)}`,
      ),
    },
    functions: {
      'SubElement(parent, tag, attrib?, **extra)': (
        ...given: [Value, Value, Value | undefined, Map<string, Value>]
      ) => {
        const [parent, tag, attrib, extra] = given;
        const made = new PyElement(tag, givenAttributes(attrib, extra));
        elementOf(parent).children.items.push(made);
        return made;
      },
      'fromstring(text, parser?)': parse,
      'XML(text, parser?)': parse,
      'fromstringlist(sequence, parser?)': (parts: Value) =>
        readXml([...elements(parts)].map(textOf).join(''), parseError),
      'parse(source, parser?)': (source: Value) => call(tree, [readXml(sourceText(source), parseError)]),
      'tostring(element, encoding?, method?, *, xml_declaration?, default_namespace?, short_empty_elements?)':
        (...[element, encoding, method, declaration, , shortEmpty]: Value[]) => {
          if (method !== undefined && method !== 'xml') {
            return method === 'text'
              ? encoded(allText(elementOf(element!)), encoding)
              : notSupported(`tostring() as ${str(method)}`);
          }
          return serialize(elementOf(element!), registered, { encoding, declaration, shortEmpty });
        },
      'dump(elem)': (given: Value) => {
        const root = rootOf(given);
        const text = elementText(root, registered, { shortEmpty: true });
        writeOutput(typeof root.tail === 'string' && root.tail.endsWith('\n') ? text : `${text}\n`);
        return null;
      },
      'indent(tree, space?, level?)': (given: Value, space?: Value, level?: Value) => {
        indent(
          rootOf(given),
          space === undefined ? '  ' : str(space),
          level === undefined ? 0 : sizeOf(level),
        );
        return null;
      },
      'iselement(element)': (value: Value) => tryGetAttribute(value, 'tag') !== undefined,
      'register_namespace(prefix, uri)': (prefix: Value, uri: Value) => {
        if (/^ns\d+$/.test(str(prefix))) raiseValueError('Prefix format reserved for internal use');
        registered.set(str(uri), str(prefix));
        return null;
      },
    },
    refused: '*',
  });
}

export function xmlModule(): PyModule {
  const module = elementTreeModule();
  const etree = defineModule({ name: 'xml.etree', submodules: { ElementTree: module }, refused: '*' });
  return defineModule({ name: 'xml', submodules: { etree }, refused: '*' });
}
