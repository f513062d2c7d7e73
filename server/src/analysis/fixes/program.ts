/**
 * What fixes ask of a parsed file: nodes by their place, the statement and the scope around a node, and neighbouring
 * tokens. Built once per file, and only when somebody asks for a fix.
 */
import { contains, type Span } from '../../base/span.ts';
import { lex, type TokenTable, tokenKinds } from '../../python/lexer.ts';
import type { ParsedFile } from '../../python/parsedFile.ts';
import { type Scope, type SymbolTable, symbolTable } from '../../python/scopes.ts';
import type { AnyNode, Expression, FunctionDef, Lambda, Statement } from '../../python/syntax.ts';
import { childrenOf, nodeAt } from '../../python/walk.ts';
import type { Analysis } from '../facts.ts';
import type { FixContext } from './fix.ts';

export interface Token extends Span {
  readonly text: string;
}

type NodeOf<Kind extends AnyNode['kind']> = Extract<AnyNode, { readonly kind: Kind }>;

const layout: ReadonlySet<number> = new Set([
  tokenKinds.newline,
  tokenKinds.comment,
  tokenKinds.continuation,
  tokenKinds.mixedIndent,
  tokenKinds.innerBreak,
  tokenKinds.openBreak,
]);

const programs = new WeakMap<ParsedFile, Program>();

/** The program of a context; the same one for all findings of a file. */
export function programOf({ file, analysis }: FixContext): Program {
  const known = programs.get(file);
  if (known?.analysis === analysis) return known;
  const program = new Program(file, analysis);
  programs.set(file, program);
  return program;
}

export class Program {
  readonly file: ParsedFile;
  readonly analysis: Analysis;
  readonly #parents = new Map<AnyNode, AnyNode>();
  readonly #byStart = new Map<number, AnyNode[]>();
  /** The block in which a statement stands. */
  readonly #blocks = new Map<AnyNode, readonly Statement[]>();
  readonly #byKind = new Map<AnyNode['kind'], AnyNode[]>();
  #scopes: SymbolTable | null = null;
  #tokens: TokenTable | null = null;

  constructor(file: ParsedFile, analysis: Analysis) {
    this.file = file;
    this.analysis = analysis;
    const pending: AnyNode[] = [file.module];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const known = this.#byStart.get(node.start);
      if (known === undefined) this.#byStart.set(node.start, [node]);
      else known.push(node);
      for (const block of blocksOf(node)) for (const statement of block) this.#blocks.set(statement, block);
      for (const child of childrenOf(node)) {
        this.#parents.set(child, node);
        pending.push(child);
      }
    }
  }

  get isPython2(): boolean {
    return this.file.python.major === 2;
  }

  /** How lines end in this file. */
  get lineBreak(): string {
    return /\r\n|\n|\r/.exec(this.file.text)?.[0] ?? '\n';
  }

  text({ start, end }: Span): string {
    return this.file.text.slice(start, end);
  }

  parentOf(node: AnyNode): AnyNode | null {
    return this.#parents.get(node) ?? null;
  }

  /** From the parent of a node to the module. */
  *around(node: AnyNode): Iterable<AnyNode> {
    for (let outer = this.parentOf(node); outer !== null; outer = this.parentOf(outer)) yield outer;
  }

  /** All nodes of one kind, in source order. */
  all<Kind extends AnyNode['kind']>(kind: Kind): readonly NodeOf<Kind>[] {
    const known = this.#byKind.get(kind) ?? this.#collected(kind);
    this.#byKind.set(kind, known);
    return known as NodeOf<Kind>[];
  }

  #collected(kind: AnyNode['kind']): AnyNode[] {
    const found: AnyNode[] = [];
    for (const nodes of this.#byStart.values())
      for (const node of nodes) if (node.kind === kind) found.push(node);
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The node of one kind that has exactly this span. */
  exactly<Kind extends AnyNode['kind']>({ start, end }: Span, kind: Kind): NodeOf<Kind> | null {
    const nodes = this.#byStart.get(start) ?? [];
    return nodes.find((node): node is NodeOf<Kind> => isOfKind(node, kind) && node.end === end) ?? null;
  }

  /** The innermost node around a span for which `test` holds. */
  innermost<T extends AnyNode>(span: Span, test: (node: AnyNode) => node is T): T | null {
    const around = nodeAt(this.file.module, span.start).filter((node) => contains(node, span));
    return around.findLast(test) ?? null;
  }

  /** The call with this span, or whose callee has it. */
  callAt(span: Span): NodeOf<'Call'> | null {
    const exact = this.exactly(span, 'Call');
    if (exact !== null) return exact;
    const inner = this.innermost(span, (node) => node.kind === 'Call');
    for (let call = inner; call !== null; ) {
      const { function: callee } = call;
      if (callee.start === span.start && callee.end === span.end) return call;
      const outer: AnyNode | null = this.parentOf(call);
      call = outer?.kind === 'Call' ? outer : null;
    }
    return null;
  }

  /** The innermost statement around a node, or itself. */
  statementOf(node: AnyNode): Statement | null {
    for (let at: AnyNode | null = node; at !== null; at = this.parentOf(at))
      if (this.blockOf(at) !== null) return at as Statement;
    return null;
  }

  /** The statements among which a statement stands; null for anything else. */
  blockOf(node: AnyNode): readonly Statement[] | null {
    return this.#blocks.get(node) ?? null;
  }

  /** The function or lambda whose body holds a node; null at the level of the module or of a class. */
  functionAround(node: AnyNode): FunctionDef | Lambda | null {
    const { node: owner, kind } = this.scopeAt(node);
    if (kind === 'function' || kind === 'lambda') return owner as FunctionDef | Lambda;
    return kind === 'comprehension' ? this.functionAround(owner) : null;
  }

  get scopes(): SymbolTable {
    this.#scopes ??= symbolTable(this.file.module, this.file.python.major);
    return this.#scopes;
  }

  /** The scope in which a node is evaluated. */
  scopeAt(node: AnyNode): Scope {
    let inner = node;
    for (const outer of this.around(node)) {
      const scope = this.scopes.scopeOf(outer);
      if (scope !== undefined && isInside(outer, inner)) return scope;
      inner = outer;
    }
    return this.scopes.module;
  }

  // ------------------------------------------------------------------------------------------------------------- tokens

  /** The last token before an offset that is neither layout nor a comment. */
  tokenBefore(offset: number): Token | null {
    const table = this.#tokenTable();
    for (let index = this.#firstFrom(offset) - 1; index >= 0; index--) {
      if ((table.ends[index] ?? 0) <= offset && !layout.has(table.kinds[index] ?? 0))
        return this.#token(index);
    }
    return null;
  }

  /** The first such token that begins at an offset or after it. */
  tokenAfter(offset: number): Token | null {
    const table = this.#tokenTable();
    for (let index = this.#firstFrom(offset); index < table.count; index++)
      if (!layout.has(table.kinds[index] ?? 0)) return this.#token(index);
    return null;
  }

  /** The comment that follows an offset on its line; null without one. */
  commentAfter(offset: number): Token | null {
    const token = this.#token(this.#firstFrom(offset));
    return token.text.startsWith('#') ? token : null;
  }

  hasComment(span: Span): boolean {
    const table = this.#tokenTable();
    for (let index = this.#firstFrom(span.start); (table.starts[index] ?? span.end) < span.end; index++)
      if (table.kinds[index] === tokenKinds.comment) return true;
    return false;
  }

  /** The span of an expression with the parentheses right around it. */
  withParentheses(node: Expression): Span {
    const parent = this.parentOf(node);
    if (parent === null) return node;
    const isArgument = parent.kind === 'Call' && node !== parent.function;
    const limit = { start: parent.start, end: isArgument ? parent.end - 1 : parent.end };
    let span: Span = node;
    for (;;) {
      const open = this.tokenBefore(span.start);
      const close = this.tokenAfter(span.end);
      if (open?.text !== '(' || close?.text !== ')') return span;
      if (!contains(limit, { start: open.start, end: close.end })) return span;
      span = { start: open.start, end: close.end };
    }
  }

  #token(index: number): Token {
    const { starts, ends } = this.#tokenTable();
    const span = {
      start: starts[index] ?? this.file.text.length,
      end: ends[index] ?? this.file.text.length,
    };
    return { ...span, text: this.text(span) };
  }

  /** The index of the first token that begins at an offset or after it. */
  #firstFrom(offset: number): number {
    const { starts, count } = this.#tokenTable();
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #tokenTable(): TokenTable {
    this.#tokens ??= lex(this.file.text);
    return this.#tokens;
  }
}

const isOfKind = <Kind extends AnyNode['kind']>(node: AnyNode, kind: Kind): node is NodeOf<Kind> =>
  node.kind === kind;

/** True when a child of a node that opens a scope is evaluated in that scope: decorators and defaults are not. */
function isInside(opener: AnyNode, child: AnyNode): boolean {
  switch (opener.kind) {
    case 'FunctionDef':
    case 'ClassDef':
      return opener.body.includes(child as Statement);
    case 'Lambda':
      return child === opener.body;
    default:
      return true;
  }
}

function blocksOf(node: AnyNode): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case 'Module':
    case 'FunctionDef':
    case 'ClassDef':
    case 'With':
    case 'ExceptHandler':
    case 'MatchCase':
      return [node.body];
    case 'If':
    case 'For':
    case 'While':
      return [node.body, node.orelse];
    case 'Try':
      return [node.body, node.orelse, node.finalbody];
    default:
      return [];
  }
}
