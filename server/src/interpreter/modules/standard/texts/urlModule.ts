/**
 * `urllib.parse`: addresses in parts and back (RFC 3986, as CPython 3.12 reads it), quoting, and forms. All else of `urllib` needs
 * the network and is refused.
 */
import { PyDict } from '../../../containers.ts';
import { decodeBytes } from '../../../encodings.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { tryGetAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { createClass } from '../../../protocols/classCreation.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { elements, toArray } from '../../../protocols/iteration.ts';
import { str } from '../../../protocols/text.ts';
import { typeOf, typeType } from '../../../pyType.ts';
import { utf8 } from '../../../utf8.ts';
import {
  list,
  PyBuiltin,
  PyBytes,
  type PyModule,
  PyProperty,
  PyTuple,
  type PyType,
  tuple,
  type Value,
} from '../../../values.ts';
import { namedTupleClass } from '../collections/namedTuple.ts';

const withNetwork = new Set(
  [
    ...[' ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync'],
    ...['svn svn+ssh sftp nfs git git+ssh ws wss itms-services'],
  ]
    .join(' ')
    .split(' '),
);
const relative = new Set(
  ' ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss'.split(
    ' ',
  ),
);
const withParameters = new Set(
  ' ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel'.split(' '),
);

interface Split {
  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

interface Parts extends Split {
  readonly params: string;
}

const textOf = (value: Value): string =>
  typeof value === 'string' ? value : notSupported(`an address that is a ${typeOf(value).name}`);

/** Text in front of the first of these characters, and the rest with it. */
function cut(text: string, characters: RegExp): [string, string] {
  const at = text.search(characters);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function splitUrl(given: string, defaultScheme: string): Split {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what CPython removes
  let rest = given.replace(/^[\x00-\x20]+/, '').replace(/[\t\r\n]/g, '');
  let scheme = defaultScheme;
  const found = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(rest);
  if (found) {
    scheme = found[1]!.toLowerCase();
    rest = rest.slice(found[0].length);
  }
  let netloc = '';
  if (rest.startsWith('//')) {
    [netloc, rest] = cut(rest.slice(2), /[/?#]/);
    if (netloc.includes('[') !== netloc.includes(']')) raiseValueError('Invalid IPv6 URL');
  }
  const [beforeFragment, fragment] = cut(rest, /#/);
  const [path, query] = cut(beforeFragment, /\?/);
  return { scheme, netloc, path, query: query.slice(1), fragment: fragment.slice(1) };
}

function parseUrl(given: string, defaultScheme: string): Parts {
  const split = splitUrl(given, defaultScheme);
  if (!withParameters.has(split.scheme) || !split.path.includes(';')) return { ...split, params: '' };
  const from = split.path.includes('/')
    ? split.path.indexOf(';', split.path.lastIndexOf('/'))
    : split.path.indexOf(';');
  if (from < 0) return { ...split, params: '' };
  return { ...split, path: split.path.slice(0, from), params: split.path.slice(from + 1) };
}

function joinParts({ scheme, netloc, path, query, fragment }: Split): string {
  let url = path;
  if (netloc !== '' || (scheme !== '' && withNetwork.has(scheme) && !url.startsWith('//'))) {
    if (url !== '' && !url.startsWith('/')) url = `/${url}`;
    url = `//${netloc}${url}`;
  }
  if (scheme !== '') url = `${scheme}:${url}`;
  if (query !== '') url += `?${query}`;
  return fragment === '' ? url : `${url}#${fragment}`;
}

const withParams = (path: string, params: string): string => (params === '' ? path : `${path};${params}`);

/** The path of a reference, seen from the path of its base. */
function resolvePath(base: string, path: string): string {
  const baseParts = base.split('/');
  if (baseParts.at(-1) !== '') baseParts.pop();
  let segments: string[];
  if (path.startsWith('/')) segments = path.split('/');
  else {
    segments = [...baseParts, ...path.split('/')];
    segments = segments.filter((each, at) => at === 0 || at === segments.length - 1 || each !== '');
  }
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === '..') resolved.pop();
    else if (segment !== '.') resolved.push(segment);
  }
  if (segments.at(-1) === '.' || segments.at(-1) === '..') resolved.push('');
  return resolved.join('/') || '/';
}

function joinUrl(baseText: string, urlText: string, { fragments }: { readonly fragments: boolean }): string {
  if (baseText === '') return urlText;
  if (urlText === '') return baseText;
  const base = parseUrl(baseText, '');
  const url = parseUrl(urlText, base.scheme);
  if (url.scheme !== base.scheme || !relative.has(url.scheme)) return urlText;
  const build = (parts: Parts): string =>
    joinParts({
      ...parts,
      path: withParams(parts.path, parts.params),
      fragment: fragments ? parts.fragment : '',
    });
  if (withNetwork.has(url.scheme) && url.netloc !== '') return build(url);
  const { netloc } = base;
  if (url.path === '' && url.params === '') {
    return build({ ...url, netloc, path: base.path, params: base.params, query: url.query || base.query });
  }
  return build({ ...url, netloc, path: resolvePath(base.path, url.path) });
}

const unreserved = /[A-Za-z0-9_.~-]/;

function quoteBytes(bytes: Uint8Array, safe: string): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    const stays = byte < 128 && (unreserved.test(character) || safe.includes(character));
    text += stays ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}

const bytesOf = (value: Value): Uint8Array =>
  value instanceof PyBytes
    ? value.data
    : typeof value === 'string'
      ? Uint8Array.from(utf8(value))
      : raiseTypeError('quote_from_bytes() expected bytes');

const safeText = (safe: Value | undefined, standard: string): string =>
  safe === undefined ? standard : safe instanceof PyBytes ? decodeBytes(safe.data) : str(safe);

const quote = (value: Value, safe?: Value): string => quoteBytes(bytesOf(value), safeText(safe, '/'));

function quotePlus(value: Value, safe?: Value): string {
  const text = quoteBytes(bytesOf(value), `${safeText(safe, '')} `);
  return safeText(safe, '').includes(' ') ? text : text.replaceAll(' ', '+');
}

/** Runs of `%41` become the text of their bytes; what is no UTF-8 becomes U+FFFD. */
const unquoteText = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = run
      .slice(1)
      .split('%')
      .map((digits) => Number.parseInt(digits, 16));
    return decodeBytes(Uint8Array.from(bytes), 'utf-8', 'replace');
  });

const unquote = (value: Value): string =>
  unquoteText(value instanceof PyBytes ? decodeBytes(value.data) : textOf(value));

function unquoteToBytes(value: Value): PyBytes {
  const source = bytesOf(value);
  const bytes: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const digits = source[at] === 37 ? String.fromCharCode(source[at + 1] ?? 0, source[at + 2] ?? 0) : '';
    if (/^[0-9a-fA-F]{2}$/.test(digits)) {
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    } else bytes.push(source[at]!);
  }
  return new PyBytes(Uint8Array.from(bytes));
}

/** The pairs of a form. */
function readPairs(
  given: Value,
  keepBlank: Value | undefined,
  separator: Value | undefined,
): [string, string][] {
  const pairs: [string, string][] = [];
  const text = textOf(given);
  if (text === '') return pairs;
  for (const part of text.split(separator === undefined ? '&' : str(separator))) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    const keeps = keepBlank !== undefined && isTrue(keepBlank);
    if (value === '' && !keeps) continue;
    const plain = (each: string): string => unquoteText(each.replaceAll('+', ' '));
    pairs.push([plain(name), plain(value)]);
  }
  return pairs;
}

function readForm(given: Value, keepBlank?: Value, _strict?: Value, separator?: Value): PyDict {
  const form = new PyDict();
  for (const [name, value] of readPairs(given, keepBlank, separator)) {
    const known = form.table.get(name);
    if (known === undefined) form.table.set(name, list([value]));
    else (known as { items: Value[] }).items.push(value);
  }
  return form;
}

function encodeForm(query: Value, sequences?: Value, safe?: Value, via?: Value): string {
  const quoteOne = (value: Value): string => {
    const plain = value instanceof PyBytes ? value : str(value);
    return via === undefined ? quotePlus(plain, safe) : str(call(via, [plain, safe ?? '']));
  };
  const items = tryGetAttribute(query, 'items');
  const parts: string[] = [];
  for (const pair of elements(items === undefined ? query : call(items, []))) {
    const [name, value] = toArray(pair) as [Value, Value];
    const isMany =
      sequences !== undefined &&
      isTrue(sequences) &&
      typeof value !== 'string' &&
      !(value instanceof PyBytes) &&
      tryGetAttribute(value, '__len__') !== undefined;
    for (const each of isMany ? elements(value) : [value]) parts.push(`${quoteOne(name)}=${quoteOne(each)}`);
  }
  return parts.join('&');
}

/** What the network part says: user, password, host, port. */
function networkParts(netloc: string): { user: Value; password: Value; host: Value; port: string | null } {
  const at = netloc.lastIndexOf('@');
  const info = at < 0 ? null : netloc.slice(0, at);
  const colon = info === null ? -1 : info.indexOf(':');
  const address = netloc.slice(at + 1);
  const found = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/s.exec(address);
  const host = (found?.[1] ?? found?.[2] ?? address).toLowerCase();
  return {
    user: info === null ? null : colon < 0 ? info : info.slice(0, colon),
    password: info === null || colon < 0 ? null : info.slice(colon + 1),
    host: host === '' ? null : host,
    port: found?.[3] ? found[3] : null,
  };
}

function portOf(netloc: string): Value {
  const { port } = networkParts(netloc);
  if (port === null) return null;
  if (!/^\d+$/.test(port)) raiseValueError(`Port could not be cast to integer value as '${port}'`);
  return Number(port) <= 65535 ? Number(port) : raiseValueError('Port out of range 0-65535');
}

const itemsOf = (self: Value): string[] => (self as PyTuple).items.map(str);

const networkProperties: Readonly<Record<string, (netloc: string) => Value>> = {
  username: (netloc) => networkParts(netloc).user,
  password: (netloc) => networkParts(netloc).password,
  hostname: (netloc) => networkParts(netloc).host,
  port: portOf,
};

/** A named tuple with `geturl` and, where it has a network part, what that says. */
function resultClass(
  name: string,
  fields: readonly string[],
  url: (items: readonly string[]) => string,
): PyType {
  const base = namedTupleClass(name, fields, { module: 'urllib.parse' });
  const namespace = new Map<string, Value>([
    ['__module__', 'urllib.parse'],
    ['__slots__', tuple()],
    ['geturl', new PyBuiltin('geturl', ([self]) => url(itemsOf(self!)), { bindsSelf: true })],
  ]);
  if (fields.includes('netloc')) {
    for (const [property, read] of Object.entries(networkProperties)) {
      const getter = new PyBuiltin(property, ([self]) => read(itemsOf(self!)[1]!), { bindsSelf: true });
      namespace.set(property, new PyProperty(getter, null, null));
    }
  }
  return createClass(typeType, { name, bases: [base], namespace, keywords: new Map() });
}

function unsplit(items: readonly string[]): string {
  const [scheme = '', netloc = '', path = '', query = '', fragment = ''] = items;
  return joinParts({ scheme, netloc, path, query, fragment });
}

function unparse(items: readonly string[]): string {
  const [scheme = '', netloc = '', path = '', params = '', query = '', fragment = ''] = items;
  return joinParts({ scheme, netloc, path: withParams(path, params), query, fragment });
}

const hides = (allowed: Value | undefined): boolean => allowed !== undefined && !isTrue(allowed);

function parseFunctions(): Readonly<Record<string, (...given: never[]) => Value>> {
  const splitFields = ['scheme', 'netloc', 'path', 'query', 'fragment'];
  const parsed = resultClass(
    'ParseResult',
    [...splitFields.slice(0, 3), 'params', 'query', 'fragment'],
    unparse,
  );
  const split = resultClass('SplitResult', splitFields, unsplit);
  const defragged = resultClass('DefragResult', ['url', 'fragment'], ([url = '', fragment = '']) =>
    fragment === '' ? url : `${url}#${fragment}`,
  );
  const schemeOf = (scheme: Value | undefined): string => (scheme === undefined ? '' : textOf(scheme));
  return {
    'urlparse(url, scheme?, allow_fragments?)': (url: Value, scheme?: Value, fragments?: Value) => {
      if (hides(fragments)) notSupported('urlparse() without fragments');
      const parts = parseUrl(textOf(url), schemeOf(scheme));
      const { netloc, path, params, query, fragment } = parts;
      return call(parsed, [parts.scheme, netloc, path, params, query, fragment]);
    },
    'urlsplit(url, scheme?, allow_fragments?)': (url: Value, scheme?: Value, fragments?: Value) => {
      if (hides(fragments)) notSupported('urlsplit() without fragments');
      const parts = splitUrl(textOf(url), schemeOf(scheme));
      return call(split, [parts.scheme, parts.netloc, parts.path, parts.query, parts.fragment]);
    },
    'urldefrag(url)': (url: Value) => {
      const parts = splitUrl(textOf(url), '');
      return call(defragged, [joinParts({ ...parts, fragment: '' }), parts.fragment]);
    },
  };
}

export function urllibModule(): PyModule {
  const parse = defineModule({
    name: 'urllib.parse',
    functions: {
      ...parseFunctions(),
      'urlunparse(components)': (components: Value) => unparse(toArray(components).map(str)),
      'urlunsplit(components)': (components: Value) => unsplit(toArray(components).map(str)),
      'urljoin(base, url, allow_fragments?)': (base: Value, url: Value, fragments?: Value) =>
        joinUrl(textOf(base), textOf(url), { fragments: !hides(fragments) }),
      'quote(string, safe?, encoding?, errors?)': quote,
      'quote_plus(string, safe?, encoding?, errors?)': quotePlus,
      'quote_from_bytes(bs, safe?)': quote,
      'unquote(string, encoding?, errors?)': unquote,
      'unquote_plus(string, encoding?, errors?)': (text: Value) =>
        unquoteText(textOf(text).replaceAll('+', ' ')),
      'unquote_to_bytes(string)': unquoteToBytes,
      'parse_qs(qs, keep_blank_values?, strict_parsing?, encoding?, errors?, max_num_fields?, separator?)': (
        ...given: Value[]
      ) => readForm(given[0]!, given[1], given[2], given[6]),
      'parse_qsl(qs, keep_blank_values?, strict_parsing?, encoding?, errors?, max_num_fields?, separator?)': (
        ...given: Value[]
      ) => list(readPairs(given[0]!, given[1], given[6]).map((pair) => new PyTuple(pair))),
      'urlencode(query, doseq?, safe?, encoding?, errors?, quote_via?)': (...given: Value[]) =>
        encodeForm(given[0]!, given[1], given[2], given[5]),
    },
    refused: '*',
  });
  const module = defineModule({ name: 'urllib', submodules: { parse }, refused: '*' });
  module.missing = (name) =>
    name.startsWith('__')
      ? undefined
      : notSupported(`urllib.${name} is refused: cells have no access to the network`);
  return module;
}
