/**
 * Hints that are text: forward references, and what they stand for. Their expressions are read here, without `eval`: names,
 * attributes, subscripts, `|` and literals; others are refused. A recursive descent over the tokens of the lexer.
 */
import { lex, tokenKinds } from '../../../../python/lexer.ts';
import { exceptionType, notSupported, raise } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { getItem } from '../../../protocols/items.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { repr } from '../../../protocols/text.ts';
import { runtime } from '../../../runtime.ts';
import { noneType } from '../../../types/functionTypes.ts';
import { PyGenericAlias, PyUnion } from '../../../types/genericTypes.ts';
import { Ellipsis, PyList, PyTuple, type Value } from '../../../values.ts';
import { annotatedForm, literalForm, makeUnion, PyAlias, PyForwardRef, unionForm } from './typingForms.ts';

/** Where the names of hints are looked for. */
export type NameLookup = (name: string) => Value | undefined;

interface Token {
  readonly kind: number;
  readonly text: string;
}

const end: Token = { kind: tokenKinds.newline, text: '' };
const skipped: ReadonlySet<number> = new Set([
  tokenKinds.newline,
  tokenKinds.innerBreak,
  tokenKinds.comment,
  tokenKinds.continuation,
]);
const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['None', null],
  ['True', true],
  ['False', false],
]);

class HintReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #lookup: NameLookup;
  #index = 0;

  constructor(text: string, lookup: NameLookup) {
    this.#text = text;
    this.#lookup = lookup;
    const { kinds, starts, ends } = lex(text);
    this.#tokens = kinds.flatMap((kind, index): Token[] =>
      skipped.has(kind) ? [] : [{ kind, text: text.slice(starts[index], ends[index]) }],
    );
  }

  whole(): Value {
    const value = this.#union();
    return this.#index < this.#tokens.length ? this.#refuse() : value;
  }

  #refuse(): never {
    return notSupported(`the hint ${repr(this.#text)}`);
  }

  #take(text: string): boolean {
    if ((this.#tokens[this.#index] ?? end).text !== text) return false;
    this.#index++;
    return true;
  }

  #union(): Value {
    runtime().checkpoint();
    let value = this.#postfix();
    while (this.#take('|')) value = binaryFunctions['|'](value, this.#postfix());
    return value;
  }

  #postfix(): Value {
    let value = this.#atom();
    for (;;) {
      if (this.#take('.')) {
        value = getAttribute(value, this.#tokens[this.#index++]?.text ?? this.#refuse());
      } else if (this.#take('[')) value = getItem(value, this.#items(']'));
      else return value;
    }
  }

  #atom(): Value {
    const { kind, text } = this.#tokens[this.#index++] ?? end;
    if (text === '...' || (text === '.' && this.#take('.') && this.#take('.'))) return Ellipsis;
    if (text === '[') {
      const items = this.#items(']');
      return new PyList(items instanceof PyTuple ? [...items.items] : [items]);
    }
    if (text === '(') return this.#items(')');
    if (kind === tokenKinds.name) return this.#named(text);
    if (kind === tokenKinds.number && /^\d+$/.test(text)) return Number(text);
    const written = kind === tokenKinds.string ? /^(['"])([^\\'"]*)\1$/.exec(text) : null;
    return written?.[2] ?? this.#refuse();
  }

  #named(name: string): Value {
    const constant = constants.get(name);
    if (constant !== undefined) return constant;
    return this.#lookup(name) ?? raise(exceptionType('NameError'), `name '${name}' is not defined`);
  }

  /** What stands in brackets: one value, or a tuple where there is a comma. */
  #items(closing: string): Value {
    const items: Value[] = [];
    let hasComma = false;
    while (!this.#take(closing)) {
      items.push(this.#union());
      if (this.#take(',')) hasComma = true;
      else if (this.#take(closing)) break;
      else this.#refuse();
    }
    return items.length === 1 && !hasComma ? items[0]! : new PyTuple(items);
  }
}

/** A hint without text: every forward reference in it is what its text stands for. */
export function resolved(hint: Value, lookup: NameLookup, options: { readonly keepsNotes: boolean }): Value {
  if (hint === null) return noneType;
  if (typeof hint === 'string') return resolved(new HintReader(hint, lookup).whole(), lookup, options);
  if (hint instanceof PyForwardRef) return resolved(hint.text, lookup, options);
  const each = (part: Value): Value => {
    if (part instanceof PyList) return new PyList(part.items.map(each));
    return typeof part === 'string' || typeof part === 'object' ? resolved(part, lookup, options) : part;
  };
  if (hint instanceof PyUnion) return hint;
  if (hint instanceof PyGenericAlias) return new PyGenericAlias(hint.origin, hint.parameters.map(each));
  if (!(hint instanceof PyAlias) || hint.form === literalForm) return hint;
  if (hint.form === unionForm) return makeUnion(hint.parameters.map(each));
  if (hint.form !== annotatedForm) return new PyAlias(hint.form, hint.parameters.map(each));
  const [type, ...notes] = hint.parameters;
  return options.keepsNotes ? new PyAlias(hint.form, [each(type!), ...notes]) : each(type!);
}
