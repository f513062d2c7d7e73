/** The table that defines a native type; `defineType` of `pyType.ts` makes the type. */
import type { BinaryOperator } from '../python/syntax.ts';
import type { NativeBody } from './signature.ts';
import type { Create, JsClass, Keywords, Next, PyType, Value } from './values.ts';

export type RichComparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Binary<T extends object> = (self: T, other: Value) => Value;

/** Names that only one of the Pythons has: the other one's programs do not see them. */
export interface PythonNames {
  readonly python2?: readonly string[];
  readonly python3?: readonly string[];
}

/** What values of a native type do. All parts but the name may be missing; bases' parts are inherited. */
export interface NativeType<T extends object> {
  readonly name: string;
  /** The name of the defining module; default `builtins`. */
  readonly module?: string;
  /** The JS classes whose instances have this type. */
  readonly class?: JsClass | readonly JsClass[];
  /** Default: object. */
  readonly bases?: readonly PyType[];
  readonly doc?: string;
  /** Classes of the program that derive from it make {@link PyBoxed}. All bodies get the plain value as `self`. */
  readonly isBoxing?: boolean;
  /** `__new__`. Without it (and without an inherited one) programs can not make values: "cannot create 'X' instances". */
  readonly create?: Create;
  /** `__init__`. */
  readonly initialize?: (self: T, args: readonly Value[], keywords: Keywords) => void;
  /** Computed attributes; read-only unless `set` is given. */
  readonly attributes?: Readonly<
    Record<string, ((self: T) => Value) | { get(self: T): Value; set?(self: T, value: Value): void }>
  >;
  /** A class of Python's in the original: errors of its methods name it. */
  readonly isPython?: boolean;
  /** By signature (see `signature.ts`); bodies get `self` first. */
  readonly methods?: Readonly<Record<string, NativeBody>>;
  /** By signature; bodies get the class first. */
  readonly classMethods?: Readonly<Record<string, NativeBody>>;
  readonly staticMethods?: Readonly<Record<string, NativeBody>>;
  readonly constants?: Readonly<Record<string, Value>>;
  /** Names of this type that only one of the Pythons has. */
  readonly only?: PythonNames;
  /** `self op other`; answers `NotImplemented` for operands that it does not know. */
  readonly binary?: Partial<Record<BinaryOperator, Binary<T>>>;
  /** `other op self`, asked when `other` does not know the operator. */
  readonly reflected?: Partial<Record<BinaryOperator, Binary<T>>>;
  /** `self op= other`. */
  readonly inPlace?: Partial<Record<BinaryOperator, Binary<T>>>;
  readonly unary?: Partial<Record<'-' | '+' | '~', (self: T) => Value>>;
  /** One function for all six comparisons. */
  readonly compare?: (self: T, operator: RichComparison, other: Value) => Value;
  readonly repr?: (self: T) => string;
  readonly str?: (self: T) => string;
  readonly format?: (self: T, specification: string) => string;
  /** null: unhashable. Without it: by identity, unless `compare` is given, then unhashable. */
  readonly hash?: ((self: T) => number | bigint) | null;
  readonly iterate?: (self: T) => Next;
  /** For iterators. */
  readonly next?: (self: T) => Value | undefined;
  readonly call?: (self: T, args: readonly Value[], keywords: Keywords) => Value;
  readonly getItem?: (self: T, index: Value) => Value;
  readonly setItem?: (self: T, index: Value, value: Value) => void;
  readonly deleteItem?: (self: T, index: Value) => void;
  readonly contains?: (self: T, item: Value) => boolean;
  readonly length?: (self: T) => number;
  readonly bool?: (self: T) => boolean;
  readonly index?: (self: T) => number | bigint;
  readonly int?: (self: T) => number | bigint;
  readonly float?: (self: T) => number;
  readonly abs?: (self: T) => Value;
  readonly enter?: (self: T) => Value;
  /** Answers whether the exception is swallowed. */
  readonly exit?: (self: T, type: Value, value: Value, traceback: Value) => Value;
  /** Asked for attributes that are not in the type (`__getattr__`); `undefined`: there is none. */
  readonly getMissing?: (self: T, name: string) => Value | undefined;
  /** Takes over assignment of attributes (`__setattr__`) when it answers true. */
  readonly setAttribute?: (self: T, name: string, value: Value) => boolean;
}
