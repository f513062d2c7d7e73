/**
 * Table of the node types of the syntax tree of Python 2.7 and Python 3.13.
 *
 * Names of nodes and fields are those of CPython's `ast` module; what only Python 2 has is named after the `ast` of
 * Python 2.7 (`Print`, `Exec`, `Repr`). Trees are plain immutable values with absolute UTF-16 spans. Broken source
 * gives `ErrorStatement` and `ErrorExpression` nodes, never an exception. Comments and layout are not kept.
 */
import type { Span } from '../base/span.ts';

interface Node<Kind extends string> extends Span {
  readonly kind: Kind;
}

/** A whole file. */
export interface Module extends Node<'Module'> {
  readonly body: readonly Statement[];
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExpressionStatement
  | Pass
  | Break
  | Continue
  | Print
  | Exec
  | ErrorStatement;

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | JoinedStr
  | NumberLiteral
  | StringLiteral
  | ConstantLiteral
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice
  | Repr
  | ErrorExpression;

/** A name where the grammar wants a plain identifier (a definition, an import, a keyword argument). */
export interface Identifier extends Node<'Identifier'> {
  readonly name: string;
}

// ---------------------------------------------------------------------------------------------------------- statements

export interface FunctionDef extends Node<'FunctionDef'> {
  readonly name: Identifier;
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: Parameters;
  readonly returns: Expression | null;
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
}

export interface ClassDef extends Node<'ClassDef'> {
  readonly name: Identifier;
  readonly typeParameters: readonly TypeParameter[];
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

export interface TypeParameter extends Node<'TypeParameter'> {
  readonly name: Identifier;
  /** `T`, `*Ts` or `**P`. */
  readonly variety: 'TypeVar' | 'TypeVarTuple' | 'ParamSpec';
  readonly bound: Expression | null;
  readonly default: Expression | null;
}

/** Parameters in source order. A bare `*` and `/` are not parameters; they decide each `variety`. */
export interface Parameters extends Node<'Parameters'> {
  readonly items: readonly Parameter[];
}

export interface Parameter extends Node<'Parameter'> {
  readonly variety: 'positionalOnly' | 'positional' | 'varArgs' | 'keywordOnly' | 'kwArgs';
  /** A tuple only in Python 2: `def f(a, (b, c)):`. */
  readonly target: Identifier | Tuple;
  readonly annotation: Expression | null;
  readonly default: Expression | null;
}

export interface Return extends Node<'Return'> {
  readonly value: Expression | null;
}

export interface Delete extends Node<'Delete'> {
  readonly targets: readonly Expression[];
}

/** `a = b = value`: `targets` in source order. */
export interface Assign extends Node<'Assign'> {
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface TypeAlias extends Node<'TypeAlias'> {
  readonly name: Identifier;
  readonly typeParameters: readonly TypeParameter[];
  readonly value: Expression;
}

export interface AugAssign extends Node<'AugAssign'> {
  readonly target: Expression;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}

export interface AnnAssign extends Node<'AnnAssign'> {
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
}

export interface For extends Node<'For'> {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
  readonly isAsync: boolean;
}

export interface While extends Node<'While'> {
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

/** `elif` is an `If` that is the only statement of `orelse`, as in CPython. */
export interface If extends Node<'If'> {
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface With extends Node<'With'> {
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
}

export interface WithItem extends Node<'WithItem'> {
  readonly context: Expression;
  readonly target: Expression | null;
}

export interface Match extends Node<'Match'> {
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface MatchCase extends Node<'MatchCase'> {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

/**
 * `raise exception from cause`. Python 2's `raise exception, message, traceback` fills `message` and `traceback`; they
 * are null in Python 3.
 */
export interface Raise extends Node<'Raise'> {
  readonly exception: Expression | null;
  readonly cause: Expression | null;
  readonly message: Expression | null;
  readonly traceback: Expression | null;
}

export interface Try extends Node<'Try'> {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
  /** `except*` */
  readonly isStar: boolean;
}

export interface ExceptHandler extends Node<'ExceptHandler'> {
  readonly type: Expression | null;
  /** An `Identifier` in Python 3; any target in Python 2 (`except E, e:`, `except E, self.e:`). */
  readonly target: Identifier | Expression | null;
  readonly body: readonly Statement[];
}

export interface Assert extends Node<'Assert'> {
  readonly test: Expression;
  readonly message: Expression | null;
}

export interface Import extends Node<'Import'> {
  readonly names: readonly Alias[];
}

/** `from ..module import names`; `names` is `'*'` for a star import. */
export interface ImportFrom extends Node<'ImportFrom'> {
  readonly module: DottedName | null;
  readonly level: number;
  readonly names: readonly Alias[] | '*';
}

export interface Alias extends Node<'Alias'> {
  readonly name: DottedName;
  readonly asname: Identifier | null;
}

export interface DottedName extends Node<'DottedName'> {
  readonly parts: readonly Identifier[];
}

export interface Global extends Node<'Global'> {
  readonly names: readonly Identifier[];
}

export interface Nonlocal extends Node<'Nonlocal'> {
  readonly names: readonly Identifier[];
}

export interface ExpressionStatement extends Node<'ExpressionStatement'> {
  readonly value: Expression;
}

export interface Pass extends Node<'Pass'> {}
export interface Break extends Node<'Break'> {}
export interface Continue extends Node<'Continue'> {}

/** Python 2's `print >>destination, values`; `newline` is false after a trailing comma. */
export interface Print extends Node<'Print'> {
  readonly destination: Expression | null;
  readonly values: readonly Expression[];
  readonly newline: boolean;
}

/** Python 2's `exec body in globals, locals`. */
export interface Exec extends Node<'Exec'> {
  readonly body: Expression;
  readonly globals: Expression | null;
  readonly locals: Expression | null;
}

/** Source that is not a statement. `children` are the statements and expressions recovered inside it. */
export interface ErrorStatement extends Node<'ErrorStatement'> {
  readonly message: string;
  readonly children: readonly (Statement | Expression)[];
}

// --------------------------------------------------------------------------------------------------------- expressions

export type BinaryOperator = '+' | '-' | '*' | '@' | '/' | '%' | '**' | '<<' | '>>' | '|' | '^' | '&' | '//';
export type UnaryOperator = '~' | 'not' | '+' | '-';
/** Python 2's `<>` is given as `!=`. */
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';

export interface BoolOp extends Node<'BoolOp'> {
  readonly operator: 'and' | 'or';
  /** Two or more. */
  readonly values: readonly Expression[];
}

export interface NamedExpr extends Node<'NamedExpr'> {
  readonly target: Identifier;
  readonly value: Expression;
}

export interface BinOp extends Node<'BinOp'> {
  readonly left: Expression;
  readonly operator: BinaryOperator;
  readonly right: Expression;
}

export interface UnaryOp extends Node<'UnaryOp'> {
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export interface Lambda extends Node<'Lambda'> {
  readonly parameters: Parameters;
  readonly body: Expression;
}

export interface IfExp extends Node<'IfExp'> {
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

/** A null key is an unpacking: `{**value}`. */
export interface DictItem extends Node<'DictItem'> {
  readonly key: Expression | null;
  readonly value: Expression;
}

export interface Dict extends Node<'Dict'> {
  readonly items: readonly DictItem[];
}

export interface SetDisplay extends Node<'Set'> {
  readonly elements: readonly Expression[];
}

export interface Comprehension extends Node<'Comprehension'> {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
  readonly isAsync: boolean;
}

export interface ListComp extends Node<'ListComp'> {
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}

export interface SetComp extends Node<'SetComp'> {
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends Node<'DictComp'> {
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

export interface GeneratorExp extends Node<'GeneratorExp'> {
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}

export interface Await extends Node<'Await'> {
  readonly value: Expression;
}

export interface Yield extends Node<'Yield'> {
  readonly value: Expression | null;
}

export interface YieldFrom extends Node<'YieldFrom'> {
  readonly value: Expression;
}

/** `left operators[0] comparators[0] operators[1] …` */
export interface Compare extends Node<'Compare'> {
  readonly left: Expression;
  readonly operators: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}

export interface Call extends Node<'Call'> {
  readonly function: Expression;
  /** In source order; `*args` is a `Starred` among them. */
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/** A null name is an unpacking: `**kwargs`. */
export interface Keyword extends Node<'Keyword'> {
  readonly name: Identifier | null;
  readonly value: Expression;
}

/** `text` is the source text; the value is read by `numberValue` in `literals.ts`. */
export interface NumberLiteral extends Node<'Number'> {
  /** `int` covers Python 2's octal `017` and, with the suffix in `text`, `long`. */
  readonly variety: 'int' | 'long' | 'float' | 'imaginary';
  readonly text: string;
}

/**
 * One or more adjacent literals without replacement fields. `value` is decoded: for `str` and `unicode` the text, for
 * `bytes` one unit 0–255 per byte. `prefix` is the lower-case prefix of the first part (`''`, `u`, `b`, `r`, `rb`, …).
 */
export interface StringLiteral extends Node<'String'> {
  readonly variety: 'str' | 'bytes';
  readonly prefix: string;
  readonly value: string;
}

/** An f-string (also joined with plain parts). */
export interface JoinedStr extends Node<'JoinedStr'> {
  readonly values: readonly (StringLiteral | FormattedValue)[];
}

export interface FormattedValue extends Node<'FormattedValue'> {
  readonly value: Expression;
  readonly conversion: 'r' | 's' | 'a' | null;
  readonly formatSpec: JoinedStr | null;
  /** The source text of the expression with its `=`, for `{x = }`; null otherwise. */
  readonly debugText: string | null;
}

/** `True` and `False` are names in Python 2 and constants in Python 3; both are given as constants. */
export interface ConstantLiteral extends Node<'Constant'> {
  readonly value: true | false | null | '...';
}

export interface Attribute extends Node<'Attribute'> {
  readonly value: Expression;
  readonly attribute: Identifier;
}

export interface Subscript extends Node<'Subscript'> {
  readonly value: Expression;
  /** A `Tuple` for several indices, a `Slice`, or any expression. */
  readonly index: Expression;
}

export interface Starred extends Node<'Starred'> {
  readonly value: Expression;
}

export interface Name extends Node<'Name'> {
  readonly name: string;
}

export interface List extends Node<'List'> {
  readonly elements: readonly Expression[];
}

/** The span covers the parentheses where there are any. */
export interface Tuple extends Node<'Tuple'> {
  readonly elements: readonly Expression[];
}

export interface Slice extends Node<'Slice'> {
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

/** Python 2's backticks. */
export interface Repr extends Node<'Repr'> {
  readonly value: Expression;
}

/** Source that is not an expression, or an expression that is missing (then the span is empty). */
export interface ErrorExpression extends Node<'ErrorExpression'> {
  readonly message: string;
  readonly children: readonly (Statement | Expression)[];
}

// ------------------------------------------------------------------------------------------------------------ patterns

export type Pattern =
  | MatchValue
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr
  | ErrorPattern;

/** A literal, a dotted name, `None`, `True`, `False`, or a signed number. */
export interface MatchValue extends Node<'MatchValue'> {
  readonly value: Expression;
}

export interface MatchSequence extends Node<'MatchSequence'> {
  readonly patterns: readonly Pattern[];
}

export interface MatchMapping extends Node<'MatchMapping'> {
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: Identifier | null;
}

export interface MatchClass extends Node<'MatchClass'> {
  readonly class: Expression;
  readonly patterns: readonly Pattern[];
  readonly keywordNames: readonly Identifier[];
  readonly keywordPatterns: readonly Pattern[];
}

/** `*name` in a sequence pattern; null for `*_`. */
export interface MatchStar extends Node<'MatchStar'> {
  readonly name: Identifier | null;
}

/** `pattern as name`; a bare capture has a null pattern; the wildcard `_` has both null. */
export interface MatchAs extends Node<'MatchAs'> {
  readonly pattern: Pattern | null;
  readonly name: Identifier | null;
}

export interface MatchOr extends Node<'MatchOr'> {
  readonly patterns: readonly Pattern[];
}

export interface ErrorPattern extends Node<'ErrorPattern'> {
  readonly message: string;
}

/** Every node that a tree can hold. */
export type AnyNode =
  | Module
  | Statement
  | Expression
  | Pattern
  | Identifier
  | TypeParameter
  | Parameters
  | Parameter
  | WithItem
  | MatchCase
  | ExceptHandler
  | Alias
  | DottedName
  | DictItem
  | Comprehension
  | Keyword
  | FormattedValue;
