/**
 * What a person reads, found in the sources and in the manifest: texts given to `t`, texts that should be, and the bundles with their
 * translations. Nothing here knows which languages there are.
 */
import { isNode, lineOf, type Node, type SourceFile, walk } from './sources.ts';

/** A text in the code, and where it stands. */
export interface FoundText {
  readonly text: string;
  readonly place: string;
}

/** The first arguments of all calls of `t`; `null` for one that is not written out. */
export function translatedTexts(file: SourceFile): readonly (FoundText | { text: null; place: string })[] {
  const found: (FoundText | { text: null; place: string })[] = [];
  walk(file.tree, (node) => {
    if (!isCallOf(node, ['t'])) return undefined;
    const [first] = node['arguments'] as readonly Node[];
    const text = first === undefined ? null : literalText(first);
    found.push({ text, place: placeOf(file, node) });
    return undefined;
  });
  return found;
}

/** The log is not translated, nor what says that we made a mistake, nor what the libraries say themselves. */
const unreadCalls = [
  'assert',
  'unreachable',
  'debug',
  'info',
  'warn',
  'error',
  'log',
  'theirWords',
  'scanRaises',
];
/** Names that are no words: of classes of style sheets, of a thread; and what only the command line and the documents say. */
const unreadProperties = ['class', 'name', 'summary'];
/** Two words: a person may read them. */
const sentence = /(^|[^\w.#-])[A-Za-z][a-z]+[,:]? [a-z]+/;
/** Markup, style sheets, code. */
const notWords = /<\w|[;&]|=>|^`[^`]*`$/;

/** Texts of several words that no call of `t` is given. */
export function untranslatedTexts(file: SourceFile): readonly FoundText[] {
  const found: FoundText[] = [];
  walk(file.tree, (node) => {
    if (node.type.startsWith('TS') || node.type === 'ImportDeclaration') return false;
    if (isCallOf(node, ['t', ...unreadCalls]) || isProperty(node, unreadProperties)) return false;
    const text = literalText(node) ?? templateText(node);
    if (text !== null && sentence.test(text) && !notWords.test(text))
      found.push({ text, place: placeOf(file, node) });
    return undefined;
  });
  return found;
}

function isCallOf(node: Node, names: readonly string[]): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = node['callee'] as Node;
  const name = callee.type === 'MemberExpression' ? (callee['property'] as Node) : callee;
  const isName = name.type === 'Identifier' || name.type === 'PrivateIdentifier';
  return isName && names.includes(name['name'] as string);
}

const isProperty = ({ type, key }: Node, names: readonly string[]): boolean =>
  type === 'Property' && isNode(key) && names.includes(key['name'] as string);

function literalText(node: Node): string | null {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const quasis = node.type === 'TemplateLiteral' ? (node['quasis'] as readonly Node[]) : [];
  return quasis.length === 1 ? templateText(node) : null;
}

function templateText(node: Node): string | null {
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as readonly Node[];
  return quasis.map((quasi) => (quasi['value'] as { readonly cooked: string }).cooked).join('…');
}

const placeOf = (file: SourceFile, { start }: Node): string => `${file.path}:${lineOf(file, start)}`;

/** `{0}`, `{1}`, … of a text, in order, each once. */
export const placesIn = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\d+\}/g) ?? [])].toSorted();

/** Command links, settings and code of a text: what a translation has to keep. */
export const fixedParts = (text: string): readonly string[] =>
  (text.match(/\(command:[^)]*\)|`+[^`]+`+|scanlens\.\w+/g) ?? []).toSorted();

/** Keys of the manifest under which stands what a person reads. */
const readKeys = new Set([
  'title',
  'description',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'patternErrorMessage',
  'contents',
  'contextualTitle',
  'displayName',
  'name',
  'aliases',
  'altText',
]);

/** All strings of the manifest that a person reads, by their place in it. */
export function manifestTexts(manifest: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (value: unknown, path: string, isRead: boolean): void => {
    if (typeof value === 'string') {
      if (isRead) found.set(path, value);
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        look(item, `${path}[${index}]`, isRead);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) look(item, `${path}.${key}`, readKeys.has(key));
    }
  };
  look(manifest['description'], 'description', true);
  look(manifest['capabilities'], 'capabilities', false);
  look(manifest['contributes'], 'contributes', false);
  return found;
}
