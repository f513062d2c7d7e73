/**
 * `. Did you mean: 'append'?`: the name that a NameError, AttributeError or ImportError is perhaps about. CPython 3.12 tells it in
 * tracebacks only, never in the message. The measure of likeness is that of `Lib/traceback.py`.
 */
import type { Frame } from './callSite.ts';
import { asPythonException, exceptionType } from './exceptions.ts';
import { dir } from './modules/builtinInspection.ts';
import { getAttribute } from './protocols/attributes.ts';
import { toArray } from './protocols/iteration.ts';
import { isSubtype, typeOf } from './pyType.ts';
import { runtime } from './runtime.ts';
import type { PyExceptionValue, Value } from './values.ts';

const longestName = 40;
const mostNames = 750;
const moveCost = 2;
const caseCost = 1;

/** Names that an expression could see, by the error about a name that it could not. */
const visibleNames = new WeakMap<
  PyExceptionValue,
  { readonly frame: Frame; readonly builtins: Iterable<string> }
>();

/** Remembers what a NameError could have meant. */
export function rememberNames(value: PyExceptionValue, frame: Frame, builtins: Iterable<string>): void {
  visibleNames.set(value, { frame, builtins });
}

/** What a traceback adds to the message; mostly nothing. */
export function suggestionFor(value: PyExceptionValue): string {
  const is = (name: string): boolean => isSubtype(typeOf(value), exceptionType(name));
  if (is('NameError')) return nameSuggestion(value);
  const wrong = value.details?.get(is('ImportError') ? 'name_from' : 'name');
  if (typeof wrong !== 'string') return '';
  const owner = is('AttributeError') ? value.details?.get('obj') : moduleOf(value);
  return owner === undefined ? '' : didYouMean(closest(wrong, namesOf(owner)));
}

const didYouMean = (name: string | null): string => (name === null ? '' : `. Did you mean: '${name}'?`);

const moduleOf = (value: PyExceptionValue): Value | undefined =>
  runtime().modules.get(String(value.details?.get('name')));

function namesOf(owner: Value): string[] {
  try {
    return toArray(dir(owner)).map(String);
  } catch (error) {
    if (!asPythonException(error)) throw error;
    return [];
  }
}

function nameSuggestion(value: PyExceptionValue): string {
  const visible = visibleNames.get(value);
  const wrong = value.details?.get('name');
  if (!visible || typeof wrong !== 'string') return '';
  const locals = new Map(visible.frame.namespace ?? visible.frame.localValues());
  const self = locals.get('self');
  const found =
    self !== undefined && hasAttribute(self, wrong)
      ? `self.${wrong}`
      : closest(wrong, [...locals.keys(), ...visible.frame.globals.keys(), ...visible.builtins]);
  if (!standardModules.has(wrong)) return didYouMean(found);
  const isForgotten = `id you forget to import '${wrong}'`;
  return found === null ? `. D${isForgotten}` : `${didYouMean(found)} Or d${isForgotten}`;
}

function hasAttribute(owner: Value, name: string): boolean {
  try {
    getAttribute(owner, name);
    return true;
  } catch (error) {
    if (!asPythonException(error)) throw error;
    return false;
  }
}

/** The most alike of the names, if one is alike enough. */
function closest(wrong: string, names: readonly string[]): string | null {
  if (names.length > mostNames || wrong.length > longestName) return null;
  let best: string | null = null;
  let bestDistance = wrong.length;
  for (const name of names) {
    if (name === wrong) continue;
    // No more than a third of the characters may differ.
    const most = Math.min(Math.floor(((name.length + wrong.length + 3) * moveCost) / 6), bestDistance - 1);
    const found = distance(wrong, name, most);
    if (found > most) continue;
    if (best === null || found < bestDistance) {
      best = name;
      bestDistance = found;
    }
  }
  return best;
}

const substitutionCost = (a: string, b: string): number => {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? caseCost : moveCost;
};

/** Levenshtein's distance of two texts without what they begin and end with alike; more than `most` where it is too far. */
function distance(left: string, right: string, most: number): number {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let [a, b] = [left.slice(start), right.slice(start)];
  while (a !== '' && b !== '' && a.at(-1) === b.at(-1)) [a, b] = [a.slice(0, -1), b.slice(0, -1)];
  if (a === '' || b === '') return moveCost * (a.length + b.length);
  if (a.length > longestName || b.length > longestName) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * moveCost > most) return most + 1;
  const row = Array.from(a, (_, index) => (index + 1) * moveCost);
  let result = 0;
  for (let line = 0; line < b.length; line++) {
    let corner = line * moveCost;
    result = corner;
    let least = Number.POSITIVE_INFINITY;
    for (let column = 0; column < a.length; column++) {
      const substituted = corner + substitutionCost(b[line]!, a[column]!);
      corner = row[column]!;
      result = Math.min(Math.min(result, corner) + moveCost, substituted);
      row[column] = result;
      least = Math.min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

/** `sys.stdlib_module_names` of CPython 3.12 without private ones. */
const standardModules: ReadonlySet<string> = new Set(
  `
abc aifc antigravity argparse array ast asyncio atexit audioop base64 bdb binascii bisect builtins bz2
cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent
configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal
difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch
fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac
html http idlelib imaplib imghdr importlib inspect io ipaddress itertools json keyword lib2to3 linecache
locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing
netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle
pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd
py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter
runpy sched secrets select selectors shelve shlex shutil signal site smtplib sndhdr socket socketserver
spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess
sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading
time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib
xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
`
    .trim()
    .split(/\s+/),
);
