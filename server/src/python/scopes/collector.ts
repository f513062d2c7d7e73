/** Finds the scopes of a file, and which names each of them binds and reads. */
import type {
  AnyNode,
  ClassDef,
  Comprehension,
  DictComp,
  Expression,
  FunctionDef,
  GeneratorExp,
  Identifier,
  Import,
  ImportFrom,
  Lambda,
  ListComp,
  Module,
  Name,
  Parameters,
  SetComp,
  TypeAlias,
  TypeParameter,
} from '../syntax.ts';
import { childrenOf } from '../walk.ts';
import { newSymbol, type Scope, type ScopeKind, type ScopeSymbol } from './symbols.ts';

const newScope = (kind: ScopeKind, node: AnyNode, parent: Scope | null): Scope => ({
  kind,
  node,
  parent,
  children: [],
  symbols: new Map(),
  hasStarImport: false,
});

export class ScopeCollector {
  readonly module: Scope;
  readonly scopes = new Map<AnyNode, Scope>();
  readonly #python: 2 | 3;
  #scope: Scope;

  constructor(module: Module, python: 2 | 3) {
    this.#python = python;
    this.module = newScope('module', module, null);
    this.scopes.set(module, this.module);
    this.#scope = this.module;
  }

  collect(): void {
    this.#visitAll(childrenOf(this.module.node));
  }

  #visitAll(nodes: readonly (AnyNode | null)[]): void {
    for (const node of nodes) if (node) this.#visit(node);
  }

  #inScope(kind: ScopeKind, node: AnyNode, body: () => void): void {
    const outer = this.#scope;
    const scope = newScope(kind, node, outer);
    outer.children.push(scope);
    if (kind !== 'typeParameters') this.scopes.set(node, scope);
    this.#scope = scope;
    body();
    this.#scope = outer;
  }

  #symbol(name: string, scope = this.#scope): ScopeSymbol {
    const known = scope.symbols.get(name);
    if (known) return known;
    const symbol = newSymbol(name);
    scope.symbols.set(name, symbol);
    return symbol;
  }

  #bind(node: Name | Identifier): ScopeSymbol {
    const symbol = this.#symbol(node.name);
    symbol.bindings.push(node);
    return symbol;
  }

  #visit(node: AnyNode): void {
    switch (node.kind) {
      case 'Name':
        this.#symbol(node.name).uses.push(node);
        break;
      case 'FunctionDef':
        this.#functionDef(node);
        break;
      case 'Lambda':
        this.#lambda(node);
        break;
      case 'ClassDef':
        this.#classDef(node);
        break;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.#comprehension(node);
        break;
      case 'NamedExpr':
        this.#visit(node.value);
        this.#bindOutside(node.target);
        break;
      case 'TypeAlias':
        this.#typeAlias(node);
        break;
      case 'Import':
      case 'ImportFrom':
        this.#import(node);
        break;
      case 'Attribute':
        this.#visit(node.value);
        break;
      case 'Keyword':
        this.#visit(node.value);
        break;
      default:
        this.#statement(node);
    }
  }

  #statement(node: AnyNode): void {
    switch (node.kind) {
      case 'Assign':
        this.#visit(node.value);
        for (const target of node.targets) this.#target(target);
        break;
      case 'AugAssign':
        this.#visit(node.target);
        this.#visit(node.value);
        if (node.target.kind === 'Name') this.#bind(node.target);
        break;
      case 'AnnAssign':
        this.#visitAll([node.annotation, node.value]);
        this.#target(node.target);
        break;
      case 'For':
        this.#visit(node.iterable);
        this.#target(node.target);
        this.#visitAll([...node.body, ...node.orelse]);
        break;
      case 'WithItem':
        this.#visit(node.context);
        if (node.target) this.#target(node.target);
        break;
      case 'ExceptHandler':
        if (node.type) this.#visit(node.type);
        if (node.target?.kind === 'Identifier') this.#bind(node.target);
        else if (node.target) this.#target(node.target);
        this.#visitAll(node.body);
        break;
      case 'Delete':
        for (const target of node.targets) this.#target(target);
        break;
      case 'Global':
      case 'Nonlocal':
        for (const { name } of node.names)
          this.#symbol(name).declared = node.kind === 'Global' ? 'global' : 'nonlocal';
        break;
      default:
        this.#pattern(node);
    }
  }

  /** Captures of `match`; everything else only reads. */
  #pattern(node: AnyNode): void {
    switch (node.kind) {
      case 'MatchAs':
        if (node.pattern) this.#visit(node.pattern);
        if (node.name) this.#bind(node.name);
        break;
      case 'MatchStar':
        if (node.name) this.#bind(node.name);
        break;
      case 'MatchMapping':
        this.#visitAll([...node.keys, ...node.patterns]);
        if (node.rest) this.#bind(node.rest);
        break;
      case 'MatchClass':
        this.#visitAll([node.class, ...node.patterns, ...node.keywordPatterns]);
        break;
      case 'Identifier':
        break;
      default:
        this.#visitAll(childrenOf(node));
    }
  }

  #target(target: Expression): void {
    switch (target.kind) {
      case 'Name':
        this.#bind(target);
        break;
      case 'Tuple':
      case 'List':
        for (const element of target.elements) this.#target(element);
        break;
      case 'Starred':
        this.#target(target.value);
        break;
      default:
        this.#visit(target);
    }
  }

  /** `:=` binds in the scope around all comprehensions. */
  #bindOutside(target: Identifier): void {
    let scope = this.#scope;
    while (scope.kind === 'comprehension' && scope.parent) scope = scope.parent;
    this.#symbol(target.name, scope).bindings.push(target);
    if (scope !== this.#scope) this.#symbol(target.name).uses.push(target);
  }

  #import(node: Import | ImportFrom): void {
    if (node.names === '*') {
      this.#scope.hasStarImport = true;
      return;
    }
    for (const alias of node.names) {
      const bound = alias.asname ?? alias.name.parts[0];
      if (bound) this.#bind(bound).isImported = true;
    }
  }

  // -------------------------------------------------------------------------------------------------------- definitions

  /** Decorators and defaults belong to the scope around the function, annotations to that of its type parameters. */
  #functionDef(node: FunctionDef): void {
    this.#visitAll(node.decorators);
    this.#bind(node.name);
    this.#visitAll(node.parameters.items.map((item) => item.default));
    this.#withTypeParameters(node, node.typeParameters, () => {
      this.#visitAll(node.parameters.items.map((item) => item.annotation));
      if (node.returns) this.#visit(node.returns);
      this.#inScope('function', node, () => {
        this.#parameters(node.parameters);
        this.#visitAll(node.body);
      });
    });
  }

  #lambda(node: Lambda): void {
    this.#visitAll(node.parameters.items.map((item) => item.default));
    this.#inScope('lambda', node, () => {
      this.#parameters(node.parameters);
      this.#visit(node.body);
    });
  }

  #parameters({ items }: Parameters): void {
    for (const { target } of items)
      if (target.kind === 'Identifier') this.#bind(target).isParameter = true;
      else this.#tupleParameter(target);
  }

  #tupleParameter(target: Expression): void {
    if (target.kind === 'Name') this.#bind(target).isParameter = true;
    else if (target.kind === 'Tuple') for (const element of target.elements) this.#tupleParameter(element);
  }

  #classDef(node: ClassDef): void {
    this.#visitAll(node.decorators);
    this.#bind(node.name);
    this.#withTypeParameters(node, node.typeParameters, () => {
      this.#visitAll([...node.bases, ...node.keywords]);
      this.#inScope('class', node, () => this.#visitAll(node.body));
    });
  }

  #typeAlias(node: TypeAlias): void {
    this.#bind(node.name);
    this.#inScope('typeParameters', node, () => {
      this.#bindTypeParameters(node.typeParameters);
      this.#visit(node.value);
    });
  }

  #withTypeParameters(node: AnyNode, parameters: readonly TypeParameter[], body: () => void): void {
    if (parameters.length === 0) {
      body();
      return;
    }
    this.#inScope('typeParameters', node, () => {
      this.#bindTypeParameters(parameters);
      body();
    });
  }

  #bindTypeParameters(parameters: readonly TypeParameter[]): void {
    for (const { name, bound, default: value } of parameters) {
      this.#bind(name);
      this.#visitAll([bound, value]);
    }
  }

  /** The first iterable is evaluated outside. List comprehensions of Python 2 are not scopes. */
  #comprehension(node: ListComp | SetComp | DictComp | GeneratorExp): void {
    const [first, ...rest] = node.generators;
    if (first) this.#visit(first.iterable);
    const body = (): void => {
      if (first) this.#generator(first);
      for (const generator of rest) {
        this.#visit(generator.iterable);
        this.#generator(generator);
      }
      this.#visitAll(node.kind === 'DictComp' ? [node.key, node.value] : [node.element]);
    };
    if (node.kind === 'ListComp' && this.#python === 2) body();
    else this.#inScope('comprehension', node, body);
  }

  #generator({ target, conditions }: Comprehension): void {
    this.#target(target);
    this.#visitAll(conditions);
  }
}
