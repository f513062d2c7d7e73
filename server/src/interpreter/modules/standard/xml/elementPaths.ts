/** The part of XPath that `find` and its like know, as CPython's `ElementPath`. */
import { PyDict } from '../../../containers.ts';
import { exceptionType, raise } from '../../../exceptions.ts';
import { str } from '../../../protocols/text.ts';
import type { Value } from '../../../values.ts';
import { childrenOf, type PyElement, walk } from './elements.ts';

const invalid = (message: string): never => raise(exceptionType('SyntaxError'), message);

/** `'x'`, `//`, `[…]` parts, names with `{uri}`. */
const token = /('[^']*'|"[^"]*")|(::|\/\/?|\.\.|\(\)|!=|[/.*:[\]()@=])|((?:\{[^}]+\})?[^/[\]()@!=\s]+)|\s+/gy;

type Step = (context: readonly PyElement[]) => readonly PyElement[];

function tokens(path: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < path.length) {
    const match = token.exec(path);
    if (!match) return invalid('invalid path');
    if (match[0].trim() !== '') found.push(match[0]);
  }
  return found;
}

const allText = (element: PyElement): string => {
  let text = element.text === null ? '' : str(element.text);
  for (const child of childrenOf(element))
    text += allText(child) + (child.tail === null ? '' : str(child.tail));
  return text;
};

const attribute = (element: PyElement, key: string): Value | undefined =>
  (element.attrib as PyDict).table.get(key);

/** Reads a path into steps. */
class PathReader {
  readonly #tokens: string[];
  readonly #root: PyElement;
  readonly #namespaces: Value;
  #at = 0;

  constructor(path: string, root: PyElement, namespaces: Value) {
    this.#tokens = tokens(path);
    this.#root = root;
    this.#namespaces = namespaces;
  }

  steps(): Step[] {
    if (this.#tokens[0]?.startsWith('/')) invalid('cannot use absolute path on element');
    const steps: Step[] = [];
    while (this.#at < this.#tokens.length) {
      steps.push(this.#step());
      if (this.#tokens[this.#at] === '/') {
        this.#at++;
        if (this.#at === this.#tokens.length) steps.push((context) => context.flatMap(childrenOf));
      }
    }
    return steps;
  }

  #step(): Step {
    const next = this.#tokens[this.#at++]!;
    if (next === '.') return (context) => context;
    if (next === '..') return (context) => this.#parents(context);
    if (next === '*') return (context) => context.flatMap(childrenOf);
    if (next === '//') return this.#descendants();
    if (next === '[') return this.#predicate();
    const tag = this.#qualified(next);
    return (context) => context.flatMap(childrenOf).filter((child) => matches(child, tag));
  }

  #descendants(): Step {
    const next = this.#tokens[this.#at++];
    if (next === undefined || /^[.[\]@=/]/.test(next)) invalid('invalid descendant');
    const tag = this.#qualified(next!);
    return (context) =>
      context.flatMap((each) => [...walk(each)].slice(1).filter((below) => matches(below, tag)));
  }

  #qualified(written: string): string {
    if (written.startsWith('{') || !written.includes(':')) {
      const standard = this.#namespaces instanceof PyDict ? this.#namespaces.table.get('') : undefined;
      const hasStandard = standard !== undefined && !written.startsWith('{') && written !== '*';
      return hasStandard ? `{${str(standard)}}${written}` : written;
    }
    const [prefix, local] = written.split(':') as [string, string];
    const uri = this.#namespaces instanceof PyDict ? this.#namespaces.table.get(prefix) : undefined;
    return uri === undefined
      ? invalid(`prefix '${prefix}' not found in prefix map`)
      : `{${str(uri)}}${local}`;
  }

  #parents(context: readonly PyElement[]): PyElement[] {
    const parents = new Map<PyElement, PyElement>();
    for (const each of walk(this.#root)) for (const child of childrenOf(each)) parents.set(child, each);
    return [...new Set(context.flatMap((each) => parents.get(each) ?? []))];
  }

  #predicate(): Step {
    const end = this.#tokens.indexOf(']', this.#at);
    if (end < 0) invalid('invalid predicate');
    const inside = this.#tokens.slice(this.#at, end);
    this.#at = end + 1;
    return (context) => context.filter(this.#test(inside, context));
  }

  #test(inside: readonly string[], context: readonly PyElement[]): (element: PyElement) => boolean {
    const quoted = inside.at(-1)?.replace(/^['"]|['"]$/g, '') ?? '';
    const operator = inside.at(-2);
    const compared = (text: string): boolean => (text === quoted) === (operator === '=');
    const hasValue = operator === '=' || operator === '!=';
    if (inside[0] === '@') {
      const key = inside[1]!;
      if (!hasValue) return (element) => attribute(element, key) !== undefined;
      return (element) => attribute(element, key) !== undefined && compared(str(attribute(element, key)!));
    }
    if (inside[0] === '.' && hasValue) return (element) => compared(allText(element));
    if (inside.length === 1 && /^-?\d+$/.test(inside[0]!))
      return this.#position(Number(inside[0]) - 1, context);
    if (inside[0] === 'last') return this.#position(-1, context);
    const tag = this.#qualified(inside[0] ?? invalid('invalid predicate'));
    const below = (element: PyElement): PyElement[] =>
      childrenOf(element).filter((each) => matches(each, tag));
    if (!hasValue) return (element) => below(element).length > 0;
    return (element) => below(element).some((each) => compared(allText(each)));
  }

  /** The place among the parent's children of the same tag. */
  #position(index: number, context: readonly PyElement[]): (element: PyElement) => boolean {
    if (index < -1) invalid('XPath position >= 1 expected');
    const chosen = new Set<PyElement>();
    for (const parent of this.#parents(context)) {
      for (const child of childrenOf(parent)) {
        const same = childrenOf(parent).filter((each) => each.tag === child.tag);
        const wanted = same.at(index);
        if (wanted) chosen.add(wanted);
      }
    }
    return (element) => chosen.has(element);
  }
}

const matches = (element: PyElement, tag: string): boolean =>
  tag === '*' ? typeof element.tag === 'string' : element.tag === tag;

/** All elements that a path leads to. */
export function findAll(root: PyElement, path: string, namespaces: Value): readonly PyElement[] {
  let found: readonly PyElement[] = [root];
  for (const step of new PathReader(path.endsWith('/') ? `${path}*` : path, root, namespaces).steps()) {
    found = step(found);
  }
  return found;
}

export { allText };
