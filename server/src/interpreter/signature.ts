/**
 * Native functions with parameters written as text: `'sum(axis?, dtype?, *, keepdims?)'`. `name?` may be missing and then
 * arrives as `undefined`; `*args` arrives as a JS array, `**kwargs` as a Map. `/` ends positional-only parameters.
 * Errors are those of a Python function with this signature.
 */
import { raiseTypeError } from './exceptions.ts';
import { checkNativeCall, type NativeOwner, type NativeParameter, type Signature } from './nativeArity.ts';

import { pythonVersion } from './runtime.ts';
import { type Keywords, type NativeCall, PyBuiltin, type Value } from './values.ts';

/** The body of a native function: its parameters in the order of the signature. */
export type NativeBody = (...args: never[]) => Value;
type AnyBody = (...args: unknown[]) => Value;

/** Read when a call first needs it: most never do. */
const parsedSignatures = new Map<string, Signature>();

/** The signature that is written `name(a, b?, *args, c?, **kwargs)`. */
function signatureOf(text: string): Signature {
  const known = parsedSignatures.get(text);
  if (known) return known;
  const signature = parseSignature(text);
  parsedSignatures.set(text, signature);
  return signature;
}

function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const parts = text
    .slice(open + 1, text.lastIndexOf(')'))
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const slash = parts.indexOf('/');
  const positional: NativeParameter[] = [];
  const keywordOnly: NativeParameter[] = [];
  let varArgs = false;
  let kwArgs = false;
  let afterStar = false;
  for (const [index, part] of parts.entries()) {
    if (part === '/') continue;
    if (part.startsWith('**')) kwArgs = true;
    else if (part.startsWith('*')) {
      afterStar = true;
      varArgs = part.length > 1;
    } else {
      const optional = part.endsWith('?');
      const name = optional ? part.slice(0, -1) : part;
      (afterStar ? keywordOnly : positional).push({ name, optional, positionalOnly: index < slash });
    }
  }
  return { name: text.slice(0, open), positional, keywordOnly, varArgs, kwArgs };
}

/** What a call by position has to know. The interpreter makes thousands of functions while it starts, and reads few of their signatures. */
interface Outline {
  readonly name: string;
  /** True when all arguments can be given by position. */
  readonly isPlain: boolean;
  readonly least: number;
  readonly most: number;
}

function outlineOf(text: string): Outline {
  const open = text.indexOf('(');
  if (open < 0) throw new Error(`bad signature: ${text}`);
  let count = 0;
  let optional = 0;
  let isInName = false;
  for (let index = open + 1; index < text.length; index++) {
    const character = text[index];
    if (character === '?') optional++;
    else if (character === ',' || character === ')') isInName = false;
    else if (!isInName && character !== ' ' && character !== '/') {
      isInName = true;
      count++;
    }
  }
  return { name: text.slice(0, open), isPlain: !text.includes('*'), least: count - optional, most: count };
}

/** A function of ours that programs can call. See the head of this file for `signature`. */
export function builtin(
  signature: string,
  body: NativeBody,
  options: { bindsSelf?: boolean; native?: NativeOwner | null; className?: string | null } = {},
): PyBuiltin {
  const outline = outlineOf(signature);
  const call = bindNative(signature, outline, {
    body: body as unknown as AnyBody,
    native: options.native ?? null,
    className: options.className ?? null,
  });
  const made = new PyBuiltin(outline.name, call, options);
  if (outline.isPlain) {
    made.body = body as unknown as AnyBody;
    made.least = outline.least;
    made.most = outline.most;
  }
  return made;
}

/** A method: `self` comes first and is not written in the signature. `owner`: the type, where it is one of C; `className`: where it is one of Python. */
export function method(
  signature: string,
  body: NativeBody,
  owner: string | null = null,
  className: string | null = null,
): PyBuiltin {
  const open = signature.indexOf('(') + 1;
  const rest = signature.slice(open).trimStart();
  const withSelf = `${signature.slice(0, open)}self${rest.startsWith(')') ? '' : ', '}${rest.startsWith('/') ? `/, ${rest}` : rest}`;
  const native = owner === null ? null : { owner, isMethod: true };
  return builtin(withSelf, body, { bindsSelf: true, native, className });
}

function bindNative(
  text: string,
  { isPlain, least, most }: Outline,
  { body, native, className }: { body: AnyBody; native: NativeOwner | null; className: string | null },
): NativeCall {
  return (args, keywords) => {
    if (isPlain && keywords === null && args.length <= most && args.length >= least) return body(...args);
    const signature = signatureOf(text);
    if (native) checkNativeCall(signature, native, { args, keywords });
    return body(...bindSlowly(qualified(signature, className), args, keywords));
  };
}

/** Errors of methods name the class, since Python 3.10. */
const qualified = (signature: Signature, className: string | null): Signature =>
  className === null || pythonVersion() === 2
    ? signature
    : { ...signature, name: `${className}.${signature.name}` };

function bindSlowly(signature: Signature, args: readonly Value[], keywords: Keywords): unknown[] {
  const { positional, keywordOnly } = signature;
  const bound: unknown[] = positional.map((_, index) => args[index]);
  const extra = new Map<string, Value>();
  const named: unknown[] = keywordOnly.map(() => undefined);
  for (const [name, value] of keywords ?? []) {
    const index = positional.findIndex((parameter) => parameter.name === name && !parameter.positionalOnly);
    const keywordIndex = keywordOnly.findIndex((parameter) => parameter.name === name);
    if (index >= 0 && bound[index] !== undefined) {
      raiseTypeError(`${signature.name}() got multiple values for argument '${name}'`);
    } else if (index >= 0) bound[index] = value;
    else if (keywordIndex >= 0) named[keywordIndex] = value;
    else if (signature.kwArgs) extra.set(name, value);
    else raiseTypeError(`${signature.name}() got an unexpected keyword argument '${name}'`);
  }
  if (args.length > positional.length && !signature.varArgs)
    tooMany(signature, { given: args.length, named: named.filter((value) => value !== undefined).length });
  const missing = positional.filter((parameter, index) => bound[index] === undefined && !parameter.optional);
  if (missing.length > 0) raiseMissing(signature.name, missing, 'positional');
  const missingNamed = keywordOnly.filter(
    (parameter, index) => named[index] === undefined && !parameter.optional,
  );
  if (missingNamed.length > 0) raiseMissing(signature.name, missingNamed, 'keyword-only');
  if (signature.varArgs) bound.push(args.slice(positional.length));
  bound.push(...named);
  if (signature.kwArgs) bound.push(extra);
  return bound;
}

function tooMany(signature: Signature, { given, named }: { given: number; named: number }): never {
  const { positional, name } = signature;
  const required = positional.filter((parameter) => !parameter.optional).length;
  const most = positional.length;
  const takes = required === most ? `${most}` : `from ${required} to ${most}`;
  const and =
    named > 0
      ? ` positional argument${plural(given)} (and ${named} keyword-only argument${plural(named)})`
      : '';
  const verb = given === 1 && named === 0 ? 'was' : 'were';
  raiseTypeError(
    `${name}() takes ${takes} positional argument${plural(most)} but ${given}${and} ${verb} given`,
  );
}

const plural = (count: number): string => (count === 1 ? '' : 's');

function raiseMissing(name: string, missing: readonly NativeParameter[], variety: string): never {
  const names = missing.map((parameter) => `'${parameter.name}'`);
  const count = `${names.length} required ${variety} argument${names.length === 1 ? '' : 's'}`;
  raiseTypeError(`${name}() missing ${count}: ${joinNames(names)}`);
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
export function joinNames(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  if (names.length === 2) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}
