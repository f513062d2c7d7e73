/**
 * `ast.literal_eval`: reads one literal of numbers, texts, tuples, lists, sets and dicts. Nothing in it is executed, and
 * the rest of `ast` is refused. A recursive descent over the tokens of the lexer.
 */
import { lex, tokenKinds } from '../../../python/lexer.ts';
import { decodeString, numberValue } from '../../../python/literals.ts';
import type { NumberLiteral } from '../../../python/syntax.ts';
import { PyDict, PySet } from '../../containers.ts';
import { exceptionType, notSupported, raise, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { dispatchBinary, unary } from '../../protocols/operators.ts';
import { typeOf } from '../../pyType.ts';
import { pythonVersion, runtime } from '../../runtime.ts';
import {
  float,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  type PyModule,
  PyTuple,
  PyUnicode,
  type Value,
} from '../../values.ts';

interface Token {
  readonly kind: number;
  readonly text: string;
}

const skipped: ReadonlySet<number> = new Set([
  tokenKinds.newline,
  tokenKinds.innerBreak,
  tokenKinds.comment,
  tokenKinds.continuation,
]);
const end: Token = { kind: tokenKinds.newline, text: '' };
const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['None', null],
  ['True', true],
  ['False', false],
]);
const deepest = 200;

const isNumber = (value: Value): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat;

const invalid = (): never => raise(exceptionType('SyntaxError'), 'invalid syntax (<unknown>, line 1)');
/** Something that is an expression and no literal. */
const malformed = (): never => raiseValueError('malformed node or string');

class LiteralReader {
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Value {
    const first = this.#next();
    const value = first.text === '' ? invalid() : this.#afterFirst();
    const rest = this.#next();
    if (rest === end) return value;
    return rest.kind === tokenKinds.operator && !/^[)\]}:;]$/.test(rest.text) ? malformed() : invalid();
  }

  #next(): Token {
    return this.#tokens[this.#index] ?? end;
  }

  #take(text: string): boolean {
    if (this.#next().kind !== tokenKinds.operator || this.#next().text !== text) return false;
    this.#index++;
    return true;
  }

  /** At the top a comma makes a tuple. */
  #afterFirst(): Value {
    const first = this.#value();
    if (!this.#take(',')) return first;
    const items = [first];
    while (this.#next() !== end) {
      items.push(this.#value());
      if (!this.#take(',')) break;
    }
    return new PyTuple(items);
  }

  /** `1`, `-1`, `1+2j`. */
  #value(): Value {
    runtime().checkpoint();
    const real = this.#signed();
    const operator = this.#next().text;
    if (this.#next().kind !== tokenKinds.operator || (operator !== '+' && operator !== '-')) return real;
    this.#index++;
    const imaginary = this.#atom();
    if (!isNumber(real) || !(imaginary instanceof PyComplex)) return malformed();
    return dispatchBinary(operator, real, imaginary);
  }

  #signed(): Value {
    const isNegative = this.#take('-');
    if (!isNegative && !this.#take('+')) return this.#atom();
    const value = this.#atom();
    if (!isNumber(value) && !(value instanceof PyComplex)) return malformed();
    return isNegative ? unary('-', value) : value;
  }

  #atom(): Value {
    const { kind, text } = this.#next();
    this.#index++;
    if (kind === tokenKinds.number) return numberOf(text);
    if (kind === tokenKinds.string) return this.#strings(text);
    if (kind === tokenKinds.name) return this.#named(text);
    if (kind !== tokenKinds.operator) return invalid();
    if (++this.#depth > deepest) return raise(exceptionType('SyntaxError'), 'too many nested parentheses');
    const value = this.#bracketed(text);
    this.#depth--;
    return value;
  }

  #bracketed(opening: string): Value {
    if (opening === '[') return new PyList(this.#items(']').items);
    if (opening === '{') return this.#braced();
    if (opening !== '(') return invalid();
    const { items, hasComma } = this.#items(')');
    return items.length === 1 && !hasComma ? items[0]! : new PyTuple(items);
  }

  #named(name: string): Value {
    const constant = constants.get(name);
    if (constant !== undefined) return constant;
    if (name === 'set' && this.#take('(') && this.#take(')')) return PySet.from([]);
    const { kind } = this.#next();
    const isApart = kind === tokenKinds.name || kind === tokenKinds.number || kind === tokenKinds.string;
    return isApart ? invalid() : malformed();
  }

  /** Literals side by side are one text. */
  #strings(first: string): Value {
    const parts = [stringOf(first)];
    while (this.#next().kind === tokenKinds.string) {
      parts.push(stringOf(this.#next().text));
      this.#index++;
    }
    return parts.reduce((before, after) => dispatchBinary('+', before, after));
  }

  #items(closing: string): { readonly items: Value[]; readonly hasComma: boolean } {
    const items: Value[] = [];
    let hasComma = false;
    while (!this.#take(closing)) {
      items.push(this.#value());
      if (this.#take(',')) hasComma = true;
      else if (this.#take(closing)) break;
      else this.#stop();
    }
    return { items, hasComma };
  }

  #braced(): Value {
    if (this.#take('}')) return PyDict.from([]);
    const keys: Value[] = [];
    const pairs: (readonly [Value, Value])[] = [];
    do {
      if (this.#next().text === '}') break;
      const key = this.#value();
      if (this.#take(':')) pairs.push([key, this.#value()]);
      else keys.push(key);
    } while (this.#take(','));
    if (!this.#take('}')) this.#stop();
    if (keys.length > 0 && pairs.length > 0) return invalid();
    return keys.length > 0 ? PySet.from(keys) : PyDict.from(pairs);
  }

  /** Where a comma or a closing bracket should stand. */
  #stop(): never {
    return this.#next().kind === tokenKinds.operator && /^[-+*/%.([<>=|&^]/.test(this.#next().text)
      ? malformed()
      : invalid();
  }
}

const readNumber = (text: string, variety: NumberLiteral['variety']): number | bigint =>
  numberValue({ kind: 'Number', start: 0, end: text.length, text, variety });

function numberOf(text: string): Value {
  if (/j$/i.test(text)) return new PyComplex(0, Number(readNumber(text, 'imaginary')));
  if (/^0[xob]/i.test(text) || !/[.e]/i.test(text)) {
    if (pythonVersion() === 3 && /^0[0_]*[1-9]/.test(text)) return invalid();
    return readNumber(text, /l$/i.test(text) ? 'long' : 'int');
  }
  return float(Number(readNumber(text, 'float')));
}

function stringOf(text: string): Value {
  const [, letters = '', quotes = ''] = /^([a-z]*)('''|"""|'|")/i.exec(text)!;
  const prefix = letters.toLowerCase();
  const isTwo = pythonVersion() === 2;
  const isRaw = prefix.includes('r');
  const isBytes = prefix.includes('b');
  const { value, problem } = decodeString(text.slice(letters.length + quotes.length, -quotes.length), {
    isBytes,
    hasEscapes: !isRaw,
    hasUnicodeEscapes: !isBytes && (isTwo ? prefix.includes('u') : !isRaw),
  });
  if (problem) raise(exceptionType('SyntaxError'), problem.message);
  if (isTwo) return prefix.includes('u') ? new PyUnicode(value) : value;
  return isBytes ? new PyBytes(Uint8Array.from(value, (unit) => unit.charCodeAt(0))) : value;
}

function literalEval(source: Value): Value {
  const given = source instanceof PyUnicode ? source.value : source;
  if (typeof given !== 'string') {
    return raiseTypeError(`literal_eval() takes a text here, not ${typeOf(source).name}`);
  }
  runtime().allocate(given.length * 32);
  const text = given.replace(/^[ \t]+/, '');
  const { kinds, starts, ends } = lex(text);
  const tokens = kinds.flatMap((kind, index): Token[] =>
    skipped.has(kind) ? [] : [{ kind, text: text.slice(starts[index], ends[index]) }],
  );
  return new LiteralReader(tokens).whole();
}

/** `ast`. */
export function astModule(): PyModule {
  const module = defineModule({
    name: 'ast',
    functions: { 'literal_eval(node_or_string)': literalEval },
    refused: '*',
  });
  module.missing = (attribute) =>
    attribute.startsWith('__')
      ? undefined
      : notSupported(`ast.${attribute} is refused: cells can not take programs apart`);
  return module;
}
