/** Words that tell the two Pythons apart, and where statements begin and go on. Decides nothing; see `statementScan.ts`. */

export const onlyPython2Names = new Set([
  'xrange',
  'raw_input',
  'unicode',
  'basestring',
  'long',
  'unichr',
  'execfile',
]);
export const onlyPython2Attributes = new Set(['iteritems', 'itervalues', 'iterkeys', 'has_key']);
export const bilingualNames = new Set([
  'version_info',
  'PY2',
  'PY3',
  'six',
  'NameError',
  'builtins',
  '__builtin__',
]);
export const blockWords = new Set(
  'if elif else for while try except finally with def class match case async'.split(' '),
);
/** Words after `print` that continue an expression in which `print` is a name. */
export const continuingWords = new Set('if in is and or else for as not'.split(' '));
export const reservedWords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** What can only come after a whole operand. */
export const nameFollowers = /^(?:[=,).:;\]}]|\s*|[+*/%<>!=|&^-]=|==)$/;
