/**
 * The lattice of values over which a file is evaluated, and the records that they point to.
 *
 * Values are immutable; what can change (lists, dicts, sets) is a `HeapObject` whose contents live in the store.
 * A value says what is certain: where ways of the program disagree there is a union, and above everything `unknown`.
 */
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { AnyNode, Call, ClassDef, FunctionDef, Lambda } from '../python/syntax.ts';
import type { LibraryVersion } from './analysisContext.ts';
import type { BoundNames } from './boundNames.ts';
import type {
  Destination,
  Mention,
  Refusal,
  ScanOutputFact,
  StepParameterFact,
  UpdateFact,
} from './facts.ts';
import type { FloatX, Library, ScanKind, TensorFact } from './terms.ts';

export type Value =
  | { readonly kind: 'unknown' }
  /** `scan`: this None is what a scan without outputs returned. */
  | { readonly kind: 'none'; readonly scan: ScanRecord | null }
  | { readonly kind: 'until' }
  | NumberValue
  | { readonly kind: 'text'; readonly text: string }
  | LibraryValue
  | { readonly kind: 'builtin'; readonly name: string }
  | MethodValue
  | FunctionValue
  | PartialValue
  | { readonly kind: 'shared'; readonly record: SharedRecord }
  | { readonly kind: 'stream'; readonly record: StreamRecord }
  | GeneratorValue
  /** A generator object of NumPy: what it draws are arrays. */
  | { readonly kind: 'numpyGenerator' }
  /** The Apply of a draw: `x.owner`. */
  | { readonly kind: 'apply'; readonly outputs: readonly Value[] }
  | SymbolicValue
  | ArrayValue
  | UpdatesValue
  | TupleValue
  | ContainerValue
  | { readonly kind: 'compiled'; readonly record: CompiledRecord }
  | ClassValue
  | InstanceValue
  | { readonly kind: 'module'; readonly module: ModuleRecord }
  | UnionValue;

/** A Python number or boolean; `value` is null where only its type is known. */
export interface NumberValue {
  readonly kind: 'number';
  readonly variety: 'int' | 'float' | 'bool';
  readonly value: number | null;
}

/** A module of a known library or something inside it, by its dotted path: `theano.tensor.dot`. */
export interface LibraryValue {
  readonly kind: 'library';
  readonly path: string;
}

/** A method taken from a value of which the methods are known. */
export interface MethodValue {
  readonly kind: 'method';
  readonly receiver: Value;
  readonly name: string;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly object: FunctionObject;
}

/** A `def` or lambda as made in one activation. */
export interface FunctionObject {
  readonly node: FunctionDef | Lambda;
  readonly scope: Activation;
  /** Parallel to the parameters; null without a default. */
  defaults: readonly (Value | null)[];
  wasCalled: boolean;
  hasEscaped: boolean;
  wasFollowedFromOutside: boolean;
}

export interface PartialValue {
  readonly kind: 'partial';
  readonly callee: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

/** What a symbolic variable depends on. */
export type Origin = ScanRecord | DrawRecord | SharedRecord | InputRecord;
export type Origins = ReadonlySet<Origin>;

/**
 * A symbolic variable. `origins`: the scans on whose outputs it depends, the draws in it, and inside of a step also the
 * shared variables and inputs that it reads.
 */
export interface SymbolicValue extends TensorFact {
  readonly kind: 'symbolic';
  readonly origins: Origins;
  /** True when something that is not understood is part of it (it may hold a random draw). */
  readonly isOpaque: boolean;
}

/** A NumPy array or scalar. */
export interface ArrayValue extends TensorFact {
  readonly kind: 'array';
}

/** A symbolic state of random numbers that is no shared variable: what a draw leaves, or what scan carries. */
export interface GeneratorValue {
  readonly kind: 'generator';
  /** The shared variable that it began as; null where that is not known. */
  readonly record: SharedRecord | null;
  readonly origins: Origins;
  /** What a scan returns as the last state of a generator that it carries; null for every other generator. */
  readonly final: FinalGenerator | null;
}

/** The last state of a generator that scan carries in `outputs_info`. */
export interface FinalGenerator {
  readonly scan: ScanRecord;
  readonly root: SharedRecord;
  name: string | null;
  /** Something looks at it after the scan. */
  isRead: boolean;
}

/** What a scan returns second, or its `items()`. */
export interface UpdatesValue {
  readonly kind: 'updates';
  readonly scan: ScanRecord;
  readonly view: 'mapping' | 'items';
}

export interface TupleValue {
  readonly kind: 'tuple';
  readonly elements: readonly Value[];
  /** Where it is written; null for one that is made otherwise. */
  readonly source: Span | null;
  /** The scan of which it is the whole result, `(outputs, updates)`; null for every other tuple. */
  readonly scan: ScanRecord | null;
}

export interface ContainerValue {
  readonly kind: 'container';
  readonly object: HeapObject;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly object: ClassObject;
}

/** A class of which all bases are classes of the file or `object`. */
export interface ClassObject {
  readonly node: ClassDef;
  /** Where its body ran. */
  readonly scope: Activation;
  readonly bases: readonly ClassObject[];
  /** It has bases that are not known: what is not bound in `bases` or here may come from them. */
  readonly hasUnknownBases: boolean;
  /** Names that subclasses in the file bind again. */
  readonly overridden: Set<string>;
  /** The object whose methods are followed as if called from outside. */
  outside: InstanceObject | null;
}

/** `searched`: where methods are looked up; another than the object's own class after `super`. */
export interface InstanceValue {
  readonly kind: 'instance';
  readonly object: InstanceObject;
  readonly searched: readonly ClassObject[];
}

/** What a call of a class makes at one place in one activation. */
export interface InstanceObject {
  readonly type: ClassObject;
  readonly epoch: number;
  readonly attributes: Map<string, Cell>;
  /** Something that is not followed may have changed its attributes. */
  isDamaged: boolean;
}

export interface UnionValue {
  readonly kind: 'union';
  readonly options: readonly Value[];
}

/** A list, dict or set made at one place in one activation. */
export interface HeapObject {
  readonly variety: 'list' | 'dict' | 'set';
  /** The display or call that makes it. */
  readonly source: AnyNode;
  readonly epoch: number;
  /** Something that is not followed may have changed it: nothing about its contents is certain. */
  isDamaged: boolean;
}

/** Contents of a list or set. `isExact`: `elements` are all elements in order; else any number of them in any order. */
export interface ListContents {
  readonly kind: 'list';
  readonly elements: readonly Value[];
  readonly isExact: boolean;
}

export interface DictEntry extends Span {
  /** Null for a mapping that is merged in (`**value`, `update(value)`): then `value` is that mapping. */
  readonly key: Value | null;
  readonly value: Value;
  /** The text of the key. */
  readonly name: string;
  readonly isCertain: boolean;
}

/** Contents of a dict. `isExact` is false when keys may have been removed. */
export interface DictContents {
  readonly kind: 'dict';
  readonly entries: readonly DictEntry[];
  readonly isExact: boolean;
}

export type Contents = ListContents | DictContents;

/** A file that takes part: the analysed one, or a module of the workspace that is imported. */
export interface ModuleRecord {
  /** Null for the analysed file. */
  readonly path: string | null;
  readonly file: ParsedFile;
  /** 1 at the start of every name that was read or bound. */
  readonly visited: Uint8Array;
  /** The running of its body. */
  scope: Activation | null;
  /** From what everything was imported by `*`: a library's path, a module of the workspace, null for one not known. */
  readonly starImports: (string | ModuleRecord | null)[];
  /** Modules of the workspace that it imports, as far as it was followed. */
  readonly imports: Set<ModuleRecord>;
}

/** One running of a module, function, class body or comprehension. */
export interface Activation {
  readonly node: AnyNode;
  readonly module: ModuleRecord;
  readonly variety: 'module' | 'function' | 'class' | 'comprehension';
  readonly parent: Activation | null;
  /** Of a function: where it is called, and by what; null for one that is followed as if called from outside. */
  readonly call: { readonly site: AnyNode; readonly by: Activation } | null;
  readonly names: BoundNames;
  /** 0 for the program itself; later numbers for functions that are followed afterwards, as if called from outside. */
  readonly epoch: number;
  readonly cells: Map<string, Cell>;
  /** Activations of calls made here, so that a loop finds those of its last turn again. */
  readonly calls: Map<AnyNode, Map<object, Activation>>;
  /** Objects made here, likewise. */
  readonly objects: Map<AnyNode, HeapObject>;
  readonly functions: Map<AnyNode, FunctionObject>;
  readonly instances: Map<AnyNode, Map<ClassObject, InstanceObject>>;
  readonly scans: Map<Call, ScanRecord>;
  readonly compiled: Map<Call, CompiledRecord>;
  /** Shared variables, streams, draws and inputs. */
  readonly made: Map<AnyNode, SharedRecord | StreamRecord | DrawRecord | InputRecord>;
}

/** A variable of one activation. */
export interface Cell {
  readonly name: string;
  readonly epoch: number;
  /** Written through `global` or `nonlocal` somewhere: its value is never certain. */
  readonly isVolatile: boolean;
}

/** `shared(...)` at one place. */
export interface SharedRecord {
  readonly origin: 'shared';
  readonly site: Call;
  readonly module: ModuleRecord;
  readonly type: TensorFact;
  /** Its value is a generator of random numbers. */
  readonly isGenerator: boolean;
  /** Made in a loop: one of several that are not told apart. */
  readonly isOneOfMany: boolean;
  name: string;
  /** The program has given it a `default_update`. */
  hasDefaultUpdate: boolean;
  /** Itself as the only origin. */
  readonly alone: Origins;
  /** Names in the file that hold it, by their start. */
  readonly mentions: Map<number, Span>;
}

/** An input variable: `T.vector()`. */
export interface InputRecord {
  readonly origin: 'input';
  readonly site: Call;
  readonly module: ModuleRecord;
  name: string;
  /** Itself as the only origin. */
  readonly alone: Origins;
}

/** An object that makes random variables of which the state moves by itself: `RandomStreams(...)` and its likes. */
export interface StreamRecord {
  readonly origin: 'stream';
  readonly site: Call;
  readonly library: Library;
  /** MRG31k3p: the parameters of a distribution take no part in the state. */
  readonly isMultiplicative: boolean;
  readonly module: ModuleRecord;
  /** The step in which it was made; null outside of steps. */
  readonly step: StepContext | null;
  name: string;
}

/** One random variable. */
export interface DrawRecord {
  readonly origin: 'draw';
  readonly site: Call;
  readonly library: Library;
  readonly module: ModuleRecord;
  /** How the program calls it: `srng.normal`. */
  readonly name: string;
  /** The step that made it; null outside of steps. */
  readonly step: StepContext | null;
  /** True when compiling a function moves its state by itself (a stream's draw has a `default_update`). */
  readonly hasDefaultUpdate: boolean;
  /** Where its state is: in a stream, in a generator that it is given, or in one of its own that nobody else knows. */
  readonly source: StreamRecord | SharedRecord | GeneratorValue | 'own' | 'unknown';
  /** Its size or its parameters depend on what scan passes to the step. */
  dependsOnStep: boolean;
}

/** One following of a step function. */
export interface StepContext {
  readonly scan: ScanRecord;
  /** The step around it, when the scan is made in one. */
  readonly outer: StepContext | null;
  /** Draws made while it is followed. */
  readonly draws: Set<DrawRecord>;
  /** What scan passes to the step stands for itself in origins. */
  readonly parameters: InputRecord;
  /** What it passes for sequences: their elements. */
  elements: readonly Value[];
  /** All that it passes. */
  passed: readonly Value[];
  /** No variable of the program itself is passed: every parameter is a variable of the step's own. */
  hasOnlyOwn: boolean;
  /** Names that hold the generators which its draws leave. */
  readonly nextNames: Map<DrawRecord, string>;
}

/** A call of `function`. */
export interface CompiledRecord {
  readonly site: Call;
  /** `eval`: `variable.eval()`, which takes no updates. */
  readonly form: 'function' | 'eval';
  readonly module: ModuleRecord;
  readonly scans: Set<ScanRecord>;
  readonly passed: Set<ScanRecord>;
  readonly updated: Set<SharedRecord | DrawRecord>;
  /** False when it may update variables that are not known here. */
  updatesAreKnown: boolean;
}

/** `record`: the variable, or the draw whose state moves. The span is the entry's, in `module`. */
export interface UpdatedVariable extends Span {
  readonly record: SharedRecord | DrawRecord;
  readonly origin: UpdateFact['origin'];
  readonly module: ModuleRecord;
  readonly name: string;
  readonly isCertain: boolean;
}

/** What the step of a scan is known to update. */
export type StepUpdates =
  | { readonly status: 'none' }
  | {
      readonly status: 'proven';
      /** One of the entries is certain, even if it is not known which of several variables it updates. */
      readonly isNonempty: boolean;
      readonly variables: readonly UpdatedVariable[];
      /** Scans whose updates the step returns as its own. */
      readonly inner: readonly ScanRecord[];
      /** Dicts and lists on which the proof rests. */
      readonly objects: readonly HeapObject[];
    }
  | { readonly status: 'unknown'; readonly reason: string };

/** A return of something that belongs to a scan. */
export interface Returned {
  readonly activation: Activation;
  readonly span: Span;
}

/** A call of scan in one activation. */
export interface ScanRecord {
  readonly origin: 'scan';
  readonly site: Call;
  readonly kind: ScanKind;
  readonly library: Library;
  readonly version: LibraryVersion;
  /** Where the call is made. */
  readonly scope: Activation;
  /** The step around it. */
  readonly outer: StepContext | null;
  /** The following of its own step. */
  readonly context: StepContext;
  /** Generators that it carries. */
  readonly finals: FinalGenerator[];
  stepNode: FunctionDef | Lambda | null;
  stepModule: ModuleRecord | null;
  parameters: readonly StepParameterFact[];
  outputs: readonly ScanOutputFact[] | null;
  updates: StepUpdates;
  /** What the program adds to the updates that the scan returned. */
  readonly added: DictEntry[];
  readonly destinations: Destination[];
  /** Runnings of functions that return the updates, the innermost first. */
  readonly returnedBy: Returned[];
  /** Where the function around the scan returns outputs. */
  outputsReturned: Returned | null;
  /** Identifiers that have held its result or its updates, and the scopes that they belong to. */
  readonly names: Map<string, Set<Activation>>;
  /** The loop in which it goes on from its own outputs while the name of its updates is bound anew in each turn. */
  loop: { readonly name: string; readonly span: Span } | null;
  /** Bound to the name of its updates before anything has read them. */
  overwrittenBy: { readonly name: string; readonly scan: ScanRecord } | null;
  /** It is made in a loop that keeps the outputs of each turn: the next turn uses them, or a list holds them. */
  keepsTurns: boolean;
  /** What the outputs and updates of its step depend on. */
  resultOrigins: Origins;
  /** Names that hold outputs or updates, by their start. */
  readonly mentions: Map<number, Mention>;
  updatesName: string | null;
  returnsOnlyOutputs: boolean;
  refusedUnder: Readonly<Record<FloatX, Refusal | null>>;
  statesAreUnderstood: boolean;
  wasEvaluated: boolean;
}

export const unknown: Value = { kind: 'unknown' };
export const none: Value = { kind: 'none', scan: null };
export const until: Value = { kind: 'until' };
export const unknownNumber = (variety: NumberValue['variety']): Value => ({
  kind: 'number',
  variety,
  value: null,
});
export const tuple = (elements: readonly Value[], source: Span | null = null): Value => ({
  kind: 'tuple',
  elements,
  source,
  scan: null,
});
export const wholeResult = (scan: ScanRecord, outputs: Value): Value => ({
  kind: 'tuple',
  elements: [outputs, { kind: 'updates', scan, view: 'mapping' }],
  source: null,
  scan,
});
export const noOrigins: Origins = new Set();

/** The alternatives of a value. */
export const optionsOf = (value: Value): readonly Value[] =>
  value.kind === 'union' ? value.options : [value];
