/**
 * How CPython's functions in C say that a call has the wrong arguments: `Python/getargs.c` and the calling conventions
 * METH_NOARGS, METH_O, METH_FASTCALL. Functions of library modules in Python say it as functions of the program do.
 */
import { raiseTypeError } from './exceptions.ts';
import { pythonVersion } from './runtime.ts';
import type { Keywords, Value } from './values.ts';

export interface NativeParameter {
  readonly name: string;
  readonly optional: boolean;
  readonly positionalOnly: boolean;
}

/** A parsed signature. */
export interface Signature {
  readonly name: string;
  readonly positional: readonly NativeParameter[];
  readonly keywordOnly: readonly NativeParameter[];
  readonly varArgs: boolean;
  readonly kwArgs: boolean;
}

/** What CPython has in C: the type whose method it is, the module of a function, or null for a built-in function. */
export interface NativeOwner {
  readonly owner: string | null;
  readonly isMethod: boolean;
}

/** Methods of texts whose words are older than the others'. */
const searches = new Set(['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith']);
const textTypes = new Set(['str', 'bytes', 'bytearray']);

const plural = (count: number): string => `argument${count === 1 ? '' : 's'}`;

/** Raises TypeError for arguments that the signature does not take; `native` says whose it is. */
export function checkNativeCall(
  signature: Signature,
  native: NativeOwner,
  { args, keywords }: { readonly args: readonly Value[]; readonly keywords: Keywords },
): void {
  const { positional, keywordOnly, kwArgs } = signature;
  if (signature.varArgs) {
    const takesNames = kwArgs || keywordOnly.length > 0 || positional.some((each) => !each.positionalOnly);
    if (!takesNames) refuseKeywords(shownName(signature.name, native.owner), keywords);
    return;
  }
  const own = positional.slice(native.isMethod ? 1 : 0);
  const given = Math.max(0, args.length - (native.isMethod ? 1 : 0));
  const call = { name: signature.name, own, given, owner: native.owner };
  const isPositional = own.every((parameter) => parameter.positionalOnly) && keywordOnly.length === 0;
  if (isPositional && !kwArgs) checkPositional(call, keywords);
  else if (!kwArgs) checkNamed(call, signature, keywords);
}

interface NativeCallShape {
  readonly name: string;
  readonly owner: string | null;
  readonly own: Signature['positional'];
  readonly given: number;
}

const shownName = (name: string, owner: string | null): string =>
  owner === null || pythonVersion() === 2 ? name : `${owner}.${name}`;

function refuseKeywords(shown: string, keywords: Keywords): void {
  if (keywords && keywords.size > 0) raiseTypeError(`${shown}() takes no keyword arguments`);
}

function checkPositional({ name, owner, own, given }: NativeCallShape, keywords: Keywords): void {
  const shown = shownName(name, owner);
  refuseKeywords(shown, keywords);
  const most = own.length;
  const least = own.filter((parameter) => !parameter.optional).length;
  if (given >= least && given <= most) return;
  if (most === 0) raiseTypeError(`${shown}() takes no arguments (${given} given)`);
  if (most === 1 && least === 1) raiseTypeError(`${shown}() takes exactly one argument (${given} given)`);
  const bound = least === most ? '' : given < least ? 'at least ' : 'at most ';
  const count = given < least ? least : most;
  const isOld = pythonVersion() === 2 || (textTypes.has(owner ?? '') && searches.has(name));
  raiseTypeError(
    isOld
      ? `${name}() takes ${bound === '' ? 'exactly ' : bound}${count} ${plural(count)} (${given} given)`
      : `${name} expected ${bound}${count} ${plural(count)}, got ${given}`,
  );
}

function checkNamed(
  { name, own, given }: NativeCallShape,
  { keywordOnly }: Signature,
  keywords: Keywords,
): void {
  const least = own.filter((parameter) => !parameter.optional).length;
  const most = own.length + keywordOnly.length;
  const total = given + (keywords?.size ?? 0);
  if (total > most) {
    const bound = least === most ? 'exactly' : 'at most';
    raiseTypeError(`${name}() takes ${bound} ${most} ${plural(most)} (${total} given)`);
  }
  if (given > own.length) {
    raiseTypeError(
      own.length === 0
        ? `${name}() takes no positional arguments`
        : `${name}() takes ${least < own.length ? 'at most' : 'exactly'} ${own.length} positional ${plural(own.length)} (${given} given)`,
    );
  }
  const firstNamed = own.filter((parameter) => parameter.positionalOnly && !parameter.optional).length;
  if (given < firstNamed) {
    const bound = firstNamed === own.length ? 'exactly' : 'at least';
    raiseTypeError(
      `${name}() takes ${bound} ${firstNamed} positional ${plural(firstNamed)} (${given} given)`,
    );
  }
  for (const [index, parameter] of own.entries()) {
    if (parameter.optional || index < given || keywords?.has(parameter.name)) continue;
    raiseTypeError(`${name}() missing required argument '${parameter.name}' (pos ${index + 1})`);
  }
  const known = new Set([...own, ...keywordOnly].map((parameter) => parameter.name));
  for (const keyword of keywords?.keys() ?? []) {
    if (!known.has(keyword)) raiseTypeError(`'${keyword}' is an invalid keyword argument for ${name}()`);
  }
}
