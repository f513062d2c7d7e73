/** Python's builtins, and what a call of one does to its arguments. */

/** Look at their arguments, keep none, and return nothing that holds them. */
export const harmlessBuiltins: ReadonlySet<string> = new Set([
  'print',
  'len',
  'type',
  'isinstance',
  'issubclass',
  'callable',
  'bool',
  'str',
  'repr',
  'unicode',
  'bytes',
  'int',
  'long',
  'float',
  'id',
  'hash',
  'abs',
  'round',
  'min',
  'max',
  'sum',
  'any',
  'all',
  'range',
  'xrange',
  'ord',
  'chr',
  'divmod',
  'pow',
  'open',
  'input',
  'raw_input',
  'hasattr',
  'slice',
  'format',
]);

/** Return what is in their argument, in another form. */
export const copyingBuiltins: ReadonlySet<string> = new Set([
  'list',
  'tuple',
  'set',
  'frozenset',
  'sorted',
  'reversed',
  'iter',
  'zip',
  'enumerate',
  'next',
]);

/** Can read any variable in sight; those of the second set can bind too. */
export const scopeReaders: ReadonlySet<string> = new Set(['locals', 'globals', 'vars', 'eval', 'dir']);
export const scopeWriters: ReadonlySet<string> = new Set(['exec', 'execfile', 'globals']);

export const builtinNames: ReadonlySet<string> = new Set([
  ...harmlessBuiltins,
  ...copyingBuiltins,
  ...scopeReaders,
  ...scopeWriters,
  'dict',
  'map',
  'filter',
  'reduce',
  'getattr',
  'setattr',
  'object',
  'super',
  'property',
  'staticmethod',
  'classmethod',
]);
