/**
 * The state of one abstract evaluation and the services that its parts share: variables, objects, ways of the program,
 * what escapes, and the budget of work.
 *
 * The parts (expressions, statements, calls, library functions) reach each other only through the functions given here,
 * so that none imports another in a circle. Nothing here throws on any program: what is too deep or too much becomes
 * `unknown`, and what is not followed makes everything it could touch uncertain.
 */
import type { Span } from '../base/span.ts';
import type { ParsedFile } from '../python/parsedFile.ts';
import type { AnyNode, Call, Expression, Statement } from '../python/syntax.ts';
import { namesOfScope, Scope } from './activation.ts';
import type { AnalysisContext, LibraryVersion } from './analysisContext.ts';
import type { Arguments } from './arguments.ts';
import { type BoundNames, volatileNames } from './boundNames.ts';
import { type Escape, escapeValue, heldBy } from './heldValues.ts';
import { versionFromText } from './libraryVersions.ts';
import type { MistakeKind } from './mistakes.ts';
import { noteName } from './namedValues.ts';
import { Observations, type Verdict } from './observations.ts';
import { reflectionIn } from './reflection.ts';
import { type Held, isContents, joinHeld, joinInto, type Location, Store } from './store.ts';
import type { Library } from './terms.ts';
import {
  type Activation,
  type Cell,
  type ClassObject,
  type CompiledRecord,
  type Contents,
  type DrawRecord,
  type FunctionObject,
  type HeapObject,
  type ModuleRecord,
  type ScanRecord,
  type SharedRecord,
  type StepContext,
  unknown,
  type Value,
} from './values.ts';

/** The parts of the evaluation, put together in `analyze.ts`. */
export interface MachineParts {
  evaluate(machine: Machine, expression: Expression): Value;
  execute(machine: Machine, statement: Statement): void;
  call(machine: Machine, callee: Value, args: Arguments, site: Call): Value;
}

/** Where the ways out of a loop or a function are collected. */
export interface Frame {
  readonly variety: 'loop' | 'function';
  readonly base: Store;
  readonly breaks: Store[];
  readonly continues: Store[];
  readonly returns: { readonly value: Value; readonly store: Store }[];
  /** Of a loop: the statement. */
  readonly span: Span | null;
}

const deepest = 320;
const deepestCalls = 24;
/** Evaluations and statements; about two seconds. */
const mostWork = 1_500_000;
/** So many parts of a value are copied in the time of one evaluation. */
const partsPerWork = 16;
/** Those in other files; beyond it their functions are not followed any more. */
const mostForeignWork = 40_000;

export class Machine {
  readonly context: AnalysisContext;
  /** The analysed file. */
  readonly main: ModuleRecord;
  /** Modules of the workspace by their paths, in the order of their import; the analysed file among them. */
  readonly modules = new Map<string, ModuleRecord>();
  readonly #parts: MachineParts;
  readonly #volatileNames = new Set<string>();
  #bindingDepth: 'statements' | 'expressions' = 'statements';
  /** Everything that a location has ever held: what a function sees that is called at an unknown time. */
  readonly #ever = new Map<Location, Held>();
  readonly #tryFrames: Map<Location, Held>[] = [];
  readonly #versions = new Map<Library, LibraryVersion>();
  #workLimit = 0;
  #work = 0;
  #foreignWork = 0;
  #depth = 0;

  /** Proven mistakes, as far as every way that leads to them agrees. */
  readonly observations = new Observations();
  readonly scans: ScanRecord[] = [];
  readonly compiled: CompiledRecord[] = [];
  readonly shared: SharedRecord[] = [];
  readonly functions: FunctionObject[] = [];
  frames: Frame[] = [];
  readonly running: AnyNode[] = [];
  /** What the program sets `config.floatX` to, in order; '' for something unknown. */
  readonly floatXSettings: string[] = [];
  /** The outputs of scans, as they were returned. */
  readonly outputs = new Map<Value, ScanRecord>();
  /** The generators that random variables make for themselves, where something names them. */
  readonly ownGenerators = new Map<DrawRecord, Value>();
  /** The Apply of a draw that is not a stream's. */
  readonly applies = new Map<Value, Value>();
  /** Names in `__all__`. */
  readonly exported = new Set<string>();
  /** The classes of the file by the activation of their bodies. */
  readonly classes = new Map<Activation, ClassObject>();
  /** Library members that the program replaces. */
  readonly replaced = new Set<string>();
  /** The file stores attributes by names that are not written as such. */
  mayReflect = false;
  /** Functions that run where the file is imported. */
  readonly calledOnImport = new Set<AnyNode>();
  store = new Store(null);
  isReachable = true;
  isComplete = true;
  /** True while what is followed also runs where the file is imported. */
  isImporting = true;
  epoch = 0;
  /** Counts what was not followed, so that a step can be asked whether all of it was. */
  unfollowed = 0;
  /** How many builtins around call what is being followed for each of several elements. */
  repeats = 0;
  /** The step that is being followed. */
  step: StepContext | null = null;
  activation: Activation;

  constructor(file: ParsedFile, parts: MachineParts, context: AnalysisContext) {
    this.context = context;
    this.#parts = parts;
    this.main = this.addModule(null, file);
    if (context.path !== null) this.modules.set(context.path, this.main);
    this.activation = this.moduleScope(this.main);
  }

  /** The release of a library that the file is about. */
  versionOf(library: Library): LibraryVersion {
    const known = this.#versions.get(library);
    if (known !== undefined) return known;
    const version = this.context.versionOf(library) ?? versionFromText(library, this.main.file.text);
    this.#versions.set(library, version);
    return version;
  }

  /** Notes what one way through the analysed file says about a mistake; other files have their own analysis. */
  observe(kind: MistakeKind, place: Span, verdict: Verdict): void {
    if (this.activation.module === this.main) this.observations.note(kind, place, verdict);
  }

  /** The file that is being followed. */
  get file(): ParsedFile {
    return this.activation.module.file;
  }

  /** Takes another file into account; what is not followed of it is not known. */
  addModule(path: string | null, file: ParsedFile): ModuleRecord {
    const { text } = file;
    for (const name of volatileNames(file)) this.#volatileNames.add(name);
    if (text.includes(':=')) this.#bindingDepth = 'expressions';
    this.mayReflect ||= reflectionIn(file).isAnywhere;
    if (path === null) this.#workLimit = Math.min(150_000 + 4 * text.length, mostWork) + mostForeignWork;
    const visited = new Uint8Array(text.length + 1);
    const module: ModuleRecord = { path, file, visited, scope: null, starImports: [], imports: new Set() };
    if (path !== null) this.modules.set(path, module);
    return module;
  }

  /** The running of a module's body. */
  moduleScope(module: ModuleRecord): Activation {
    const { file } = module;
    module.scope ??= new Scope({
      node: file.module,
      module,
      variety: 'module',
      parent: null,
      call: null,
      names: namesOfScope(file.module, this.#bindingDepth),
      epoch: 0,
    });
    return module.scope;
  }

  /** Runs `body` as it runs when its module is imported: outside of everything that is being followed. */
  atImport(module: ModuleRecord, body: () => void): void {
    const { store, epoch, activation, frames, isReachable, isImporting, step } = this;
    let root = store;
    while (root.parent !== null) root = root.parent;
    Object.assign(this, { store: root, epoch: 0, activation: this.moduleScope(module), frames: [] });
    Object.assign(this, { isReachable: true, isImporting: true, step: null });
    body();
    Object.assign(this, { store, epoch, activation, frames, isReachable, isImporting, step });
  }

  /** True while calls of a function of `module` are still worth following. */
  followsCallsInto(module: ModuleRecord): boolean {
    if (module !== this.main && !this.followsModules) return false;
    return this.#work < this.#workLimit / 2 && this.running.length < deepestCalls;
  }

  /** True while other files are still worth following: they must not use up what the analysed file needs. */
  get followsModules(): boolean {
    return this.#foreignWork < mostForeignWork;
  }

  evaluate(expression: Expression): Value {
    if (!this.#enter()) return unknown;
    const value = this.#parts.evaluate(this, expression);
    if (value.kind === 'symbolic') this.spend(value.origins.size / partsPerWork);
    this.#depth--;
    return value;
  }

  execute(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (!this.isReachable) return;
      if (!this.#enter()) return;
      this.#parts.execute(this, statement);
      this.#depth--;
    }
  }

  call(callee: Value, args: Arguments, site: Call): Value {
    if (!this.#enter()) return unknown;
    const value = this.#parts.call(this, callee, args, site);
    this.#depth--;
    return value;
  }

  /** What is made of many parts costs more than what is made of one: about as much as `cost` evaluations. */
  spend(cost: number): void {
    this.#work += Math.floor(cost);
  }

  #enter(): boolean {
    if (this.#depth >= deepest || this.#work >= this.#workLimit) {
      this.isComplete = false;
      return false;
    }
    this.#depth++;
    this.#work++;
    if (this.activation.module !== this.main) this.#foreignWork++;
    return true;
  }

  // ------------------------------------------------------------------------------------------------------- variables

  /** The activation of `key` (a function, a comprehension) at `site` here; the same one in every turn of a loop. */
  activationAt(site: AnyNode, key: object, make: () => Activation): Activation {
    const calls = this.activation.calls;
    const known = calls.get(site)?.get(key);
    if (known !== undefined) return known;
    const made = make();
    const atSite = calls.get(site) ?? new Map<object, Activation>();
    atSite.set(key, made);
    calls.set(site, atSite);
    return made;
  }

  newActivation(
    node: AnyNode,
    variety: Activation['variety'],
    parent: Activation,
    names: BoundNames = namesOfScope(node, this.#bindingDepth),
  ): Activation {
    return new Scope({ node, module: parent.module, variety, parent, call: null, names, epoch: this.epoch });
  }

  /** The running of a function that is called at `site`; the same one in every turn of a loop. */
  functionActivation(site: AnyNode, object: FunctionObject): Activation {
    const by = this.activation;
    return this.activationAt(site, object, () => {
      const { node, scope } = object;
      const names = namesOfScope(node, this.#bindingDepth);
      const start = { node, module: scope.module, variety: 'function', parent: scope, names } as const;
      return new Scope({ ...start, call: { site, by }, epoch: this.epoch });
    });
  }

  /** The activation whose variable `name` is, seen from the current one; null when no scope binds it. */
  ownerOf(name: string): Activation | null {
    let isFirst = true;
    for (let scope: Activation | null = this.activation; scope !== null; scope = scope.parent) {
      const isVisible = isFirst || scope.variety !== 'class';
      if (isVisible && scope.names.locals.has(name)) return scope;
      if (isVisible && scope.names.globals.has(name)) return moduleOf(scope);
      if (scope.variety !== 'comprehension') isFirst = false;
    }
    return null;
  }

  cellOf(owner: Activation, name: string): Cell {
    const known = owner.cells.get(name);
    if (known !== undefined) return known;
    const cell = { name, epoch: owner.epoch, isVolatile: this.#volatileNames.has(name) };
    owner.cells.set(name, cell);
    return cell;
  }

  /** The value of a variable; undefined while it is not bound. */
  readCell(cell: Cell): Value | undefined {
    if (cell.isVolatile) return unknown;
    return this.read(cell) as Value | undefined;
  }

  /** Binds a name in the current scope. */
  bindName(name: string, value: Value, span: Span): void {
    let scope: Activation = this.activation;
    while (scope.variety === 'comprehension' && !scope.names.locals.has(name) && scope.parent !== null) {
      scope = scope.parent;
    }
    const isLocal = scope.names.locals.has(name);
    const owner = isLocal ? scope : (this.ownerOf(name) ?? moduleOf(scope));
    const cell = this.cellOf(owner, name);
    this.#noteOverwritten(cell, value);
    noteName(value, name, owner);
    if (cell.isVolatile) this.escape(value, { kind: 'unseen', span });
    // Methods can be called from other files, as functions of the module can.
    if (scope.variety === 'class' && value.kind !== 'function')
      this.escape(value, { kind: 'attribute', span });
    this.write(cell, value);
  }

  /** Updates whose name is bound to something else: to those of another scan, or in a loop to those of its next turn. */
  #noteOverwritten(cell: Cell, value: Value): void {
    const before = this.readCell(cell);
    if (before?.kind !== 'updates') return;
    const isHeld = value.kind === 'updates' && value.scan === before.scan;
    if (!isHeld && before.scan.updatesName === cell.name) before.scan.updatesName = null;
    if (value.kind !== 'updates' || before.scan.destinations.length > 0) return;
    if (before.scan !== value.scan) before.scan.overwrittenBy ??= { name: cell.name, scan: value.scan };
    else if (value.scan.keepsTurns) value.scan.loop ??= this.#loopAround(cell.name);
  }

  #loopAround(name: string): ScanRecord['loop'] {
    const frame = this.frames.findLast(({ variety }) => variety === 'loop');
    return frame?.span == null ? null : { name, span: frame.span };
  }

  read(location: Location): Held | undefined {
    return location.epoch === this.epoch ? this.store.get(location) : this.#ever.get(location);
  }

  write(location: Location, held: Held): void {
    if (isContents(held)) this.spend(sizeOf(held) / partsPerWork);
    this.store.set(location, held);
    const before = this.#ever.get(location);
    this.#ever.set(location, before === undefined ? held : joinHeld(before, held, this.lose));
    for (const frame of this.#tryFrames) {
      const known = frame.get(location);
      frame.set(location, known === undefined ? held : joinHeld(known, held, this.lose));
    }
  }

  /** Notes that the name at `span` was read or bound, and what of a scan it holds. */
  visit(span: Span, value: Value | null): void {
    this.activation.module.visited[span.start] = 1;
    if (value?.kind === 'union') for (const option of value.options) this.visit(span, option);
    if (value === null || this.activation.module !== this.main) return;
    if (value.kind === 'shared') value.record.mentions.set(span.start, { start: span.start, end: span.end });
    const scan = value.kind === 'updates' ? value.scan : this.outputs.get(value);
    if (scan === undefined || scan.mentions.has(span.start)) return;
    const part = value.kind === 'updates' ? 'updates' : 'outputs';
    scan.mentions.set(span.start, { start: span.start, end: span.end, part });
  }

  // --------------------------------------------------------------------------------------------------------- objects

  /** The object that a display or call makes; the same one in every turn of a loop. */
  objectAt(node: AnyNode, variety: HeapObject['variety'], contents: Contents): Value {
    let object = this.activation.objects.get(node);
    if (object === undefined) {
      object = { variety, source: node, epoch: this.epoch, isDamaged: false };
      this.activation.objects.set(node, object);
    }
    this.write(object, contents);
    return { kind: 'container', object };
  }

  contentsOf(object: HeapObject): Contents {
    const held = this.read(object);
    if (held !== undefined && (held.kind === 'list' || held.kind === 'dict')) return held;
    return object.variety === 'dict'
      ? { kind: 'dict', entries: [], isExact: false }
      : { kind: 'list', elements: [unknown], isExact: false };
  }

  /** Changes an object; one that belongs to another time of the program is from then on uncertain. */
  changeContents(object: HeapObject, contents: Contents): void {
    if (object.epoch === this.epoch) this.write(object, contents);
    else object.isDamaged = true;
  }

  // ----------------------------------------------------------------------------------------------- ways of the program

  /** Runs `body` in a layer of its own; null when its end is not reached. */
  branch(body: () => void): Store | null {
    const base = this.store;
    const layer = new Store(base);
    this.store = layer;
    this.isReachable = true;
    body();
    this.store = base;
    const end = this.isReachable ? layer : null;
    this.isReachable = true;
    return end;
  }

  /** Goes on with whatever of `ways` is reached; returns what changed. */
  merge(ways: readonly (Store | null)[]): readonly Location[] {
    const reached = ways.filter((way) => way !== null);
    this.isReachable = reached.length > 0;
    const changed = joinInto(this.store, reached, this.lose);
    for (const location of changed) this.#noteJoined(location);
    return changed;
  }

  #noteJoined(location: Location): void {
    const held = this.store.get(location);
    if (held !== undefined) this.write(location, held);
  }

  /** Runs `body` and collects what any point of it has written: where an exception can leave it. */
  collectingWrites(body: () => void): ReadonlyMap<Location, Held> {
    const frame = new Map<Location, Held>();
    this.#tryFrames.push(frame);
    body();
    this.#tryFrames.pop();
    return frame;
  }

  /** The frame of the innermost loop or function; undefined where there is none of that variety. */
  frame(variety: Frame['variety']): Frame | undefined {
    const innermost = this.frames.at(-1);
    return variety === 'function'
      ? this.functionFrame()
      : innermost?.variety === 'loop'
        ? innermost
        : undefined;
  }

  functionFrame(): Frame | undefined {
    return this.frames.findLast((frame) => frame.variety === 'function');
  }

  /** Gives up what a loop never stops changing. */
  widen(location: Location): void {
    const held = this.store.get(location);
    if (held === undefined) return;
    if (isContents(held)) {
      if ('variety' in location) location.isDamaged = true;
      for (const value of heldBy(held)) this.lose(value);
    } else {
      this.lose(held);
      this.write(location, unknown);
    }
  }

  // --------------------------------------------------------------------------------------------------------- escaping

  /** Gives up what a value holds: it may be read, kept, called and changed by something that is not followed. */
  escape(value: Value, to: Escape): void {
    this.spend(escapeValue(this, value, to) / 3);
  }

  /** Notes where the updates of a scan go, once. */
  addDestination(scan: ScanRecord, { kind, span }: Escape): void {
    if (scan.destinations.length >= 50) return;
    const { path } = this.activation.module;
    const isKnown = scan.destinations.some(
      ({ kind: known, place }) => known === kind && place.start === span.start && place.path === path,
    );
    if (isKnown) return;
    scan.destinations.push({ kind, place: { start: span.start, end: span.end, path } });
  }

  /** For values that a join has to give up. */
  readonly lose = (value: Value): void => {
    this.escape(value, { kind: 'unseen', span: this.file.module });
  };
}

const sizeOf = (contents: Contents): number =>
  contents.kind === 'list' ? contents.elements.length : contents.entries.length;

const moduleOf = (scope: Activation): Activation => {
  let module = scope;
  while (module.parent !== null) module = module.parent;
  return module;
};

/** True inside of loops, comprehensions and what `map` calls, also those of callers. */
export function runsRepeatedly(machine: Machine): boolean {
  if (machine.repeats > 0 || machine.frames.some(({ variety }) => variety === 'loop')) return true;
  const pending: (Activation | null)[] = [machine.activation];
  for (let scope = pending.pop(); scope != null; scope = pending.pop()) {
    if (scope.variety === 'comprehension') return true;
    pending.push(scope.call?.by ?? (scope.variety === 'function' ? null : scope.parent));
  }
  return false;
}
