/**
 * Table of copies: for each kind of node, how a copy of it is made that lies further on in the text. A statement behind
 * an edit is copied rather than converted again. Written out field by field because that is what makes it fast.
 */
import type { AnyNode, Statement } from './syntax.ts';

/** Copies nodes with all that is below them. */
export class Shift {
  readonly delta: number;
  readonly #copied: (statement: Statement, copy: Statement) => void;

  /** `copied` is told of every statement in a block; of outer ones after those inside them. */
  constructor(delta: number, copied: (statement: Statement, copy: Statement) => void) {
    this.delta = delta;
    this.#copied = copied;
  }

  /** The copy of a node. */
  node<Node extends AnyNode>(node: Node): Node {
    const copy = copies[node.kind] as unknown as Copy<Node>;
    return copy(node, this);
  }

  optional<Node extends AnyNode>(node: Node | null): Node | null {
    return node === null ? null : this.node(node);
  }

  all<Node extends AnyNode>(nodes: readonly Node[]): Node[] {
    const result: Node[] = [];
    for (const node of nodes) result.push(this.node(node));
    return result;
  }

  block(statements: readonly Statement[]): Statement[] {
    const result: Statement[] = [];
    for (const statement of statements) {
      const copy = this.node(statement);
      this.#copied(statement, copy);
      result.push(copy);
    }
    return result;
  }
}

type Copy<Node> = (node: Node, shift: Shift) => Node;
type Copies = { readonly [Kind in AnyNode['kind']]: Copy<Extract<AnyNode, { kind: Kind }>> };

const copies: Copies = {
  Module: (node, shift) => ({
    kind: 'Module',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    body: shift.block(node.body),
  }),
  Identifier: (node, shift) => ({
    kind: 'Identifier',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: node.name,
  }),
  FunctionDef: (node, shift) => ({
    kind: 'FunctionDef',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: shift.node(node.name),
    typeParameters: shift.all(node.typeParameters),
    parameters: shift.node(node.parameters),
    returns: shift.optional(node.returns),
    body: shift.block(node.body),
    decorators: shift.all(node.decorators),
    isAsync: node.isAsync,
  }),
  ClassDef: (node, shift) => ({
    kind: 'ClassDef',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: shift.node(node.name),
    typeParameters: shift.all(node.typeParameters),
    bases: shift.all(node.bases),
    keywords: shift.all(node.keywords),
    body: shift.block(node.body),
    decorators: shift.all(node.decorators),
  }),
  TypeParameter: (node, shift) => ({
    kind: 'TypeParameter',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: shift.node(node.name),
    variety: node.variety,
    bound: shift.optional(node.bound),
    default: shift.optional(node.default),
  }),
  Parameters: (node, shift) => ({
    kind: 'Parameters',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    items: shift.all(node.items),
  }),
  Parameter: (node, shift) => ({
    kind: 'Parameter',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    variety: node.variety,
    target: shift.node(node.target),
    annotation: shift.optional(node.annotation),
    default: shift.optional(node.default),
  }),
  Return: (node, shift) => ({
    kind: 'Return',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.optional(node.value),
  }),
  Delete: (node, shift) => ({
    kind: 'Delete',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    targets: shift.all(node.targets),
  }),
  Assign: (node, shift) => ({
    kind: 'Assign',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    targets: shift.all(node.targets),
    value: shift.node(node.value),
  }),
  TypeAlias: (node, shift) => ({
    kind: 'TypeAlias',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: shift.node(node.name),
    typeParameters: shift.all(node.typeParameters),
    value: shift.node(node.value),
  }),
  AugAssign: (node, shift) => ({
    kind: 'AugAssign',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    target: shift.node(node.target),
    operator: node.operator,
    value: shift.node(node.value),
  }),
  AnnAssign: (node, shift) => ({
    kind: 'AnnAssign',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    target: shift.node(node.target),
    annotation: shift.node(node.annotation),
    value: shift.optional(node.value),
  }),
  For: (node, shift) => ({
    kind: 'For',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    target: shift.node(node.target),
    iterable: shift.node(node.iterable),
    body: shift.block(node.body),
    orelse: shift.block(node.orelse),
    isAsync: node.isAsync,
  }),
  While: (node, shift) => ({
    kind: 'While',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    test: shift.node(node.test),
    body: shift.block(node.body),
    orelse: shift.block(node.orelse),
  }),
  If: (node, shift) => ({
    kind: 'If',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    test: shift.node(node.test),
    body: shift.block(node.body),
    orelse: shift.block(node.orelse),
  }),
  With: (node, shift) => ({
    kind: 'With',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    items: shift.all(node.items),
    body: shift.block(node.body),
    isAsync: node.isAsync,
  }),
  WithItem: (node, shift) => ({
    kind: 'WithItem',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    context: shift.node(node.context),
    target: shift.optional(node.target),
  }),
  Match: (node, shift) => ({
    kind: 'Match',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    subject: shift.node(node.subject),
    cases: shift.all(node.cases),
  }),
  MatchCase: (node, shift) => ({
    kind: 'MatchCase',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    pattern: shift.node(node.pattern),
    guard: shift.optional(node.guard),
    body: shift.block(node.body),
  }),
  Raise: (node, shift) => ({
    kind: 'Raise',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    exception: shift.optional(node.exception),
    cause: shift.optional(node.cause),
    message: shift.optional(node.message),
    traceback: shift.optional(node.traceback),
  }),
  Try: (node, shift) => ({
    kind: 'Try',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    body: shift.block(node.body),
    handlers: shift.all(node.handlers),
    orelse: shift.block(node.orelse),
    finalbody: shift.block(node.finalbody),
    isStar: node.isStar,
  }),
  ExceptHandler: (node, shift) => ({
    kind: 'ExceptHandler',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    type: shift.optional(node.type),
    target: shift.optional(node.target),
    body: shift.block(node.body),
  }),
  Assert: (node, shift) => ({
    kind: 'Assert',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    test: shift.node(node.test),
    message: shift.optional(node.message),
  }),
  Import: (node, shift) => ({
    kind: 'Import',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    names: shift.all(node.names),
  }),
  ImportFrom: (node, shift) => ({
    kind: 'ImportFrom',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    module: shift.optional(node.module),
    level: node.level,
    names: node.names === '*' ? '*' : shift.all(node.names),
  }),
  Alias: (node, shift) => ({
    kind: 'Alias',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: shift.node(node.name),
    asname: shift.optional(node.asname),
  }),
  DottedName: (node, shift) => ({
    kind: 'DottedName',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    parts: shift.all(node.parts),
  }),
  Global: (node, shift) => ({
    kind: 'Global',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    names: shift.all(node.names),
  }),
  Nonlocal: (node, shift) => ({
    kind: 'Nonlocal',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    names: shift.all(node.names),
  }),
  ExpressionStatement: (node, shift) => ({
    kind: 'ExpressionStatement',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
  }),
  Pass: (node, shift) => ({ kind: 'Pass', start: node.start + shift.delta, end: node.end + shift.delta }),
  Break: (node, shift) => ({ kind: 'Break', start: node.start + shift.delta, end: node.end + shift.delta }),
  Continue: (node, shift) => ({
    kind: 'Continue',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
  }),
  Print: (node, shift) => ({
    kind: 'Print',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    destination: shift.optional(node.destination),
    values: shift.all(node.values),
    newline: node.newline,
  }),
  Exec: (node, shift) => ({
    kind: 'Exec',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    body: shift.node(node.body),
    globals: shift.optional(node.globals),
    locals: shift.optional(node.locals),
  }),
  ErrorStatement: (node, shift) => ({
    kind: 'ErrorStatement',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    message: node.message,
    children: shift.all(node.children),
  }),
  BoolOp: (node, shift) => ({
    kind: 'BoolOp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    operator: node.operator,
    values: shift.all(node.values),
  }),
  NamedExpr: (node, shift) => ({
    kind: 'NamedExpr',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    target: shift.node(node.target),
    value: shift.node(node.value),
  }),
  BinOp: (node, shift) => ({
    kind: 'BinOp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    left: shift.node(node.left),
    operator: node.operator,
    right: shift.node(node.right),
  }),
  UnaryOp: (node, shift) => ({
    kind: 'UnaryOp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    operator: node.operator,
    operand: shift.node(node.operand),
  }),
  Lambda: (node, shift) => ({
    kind: 'Lambda',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    parameters: shift.node(node.parameters),
    body: shift.node(node.body),
  }),
  IfExp: (node, shift) => ({
    kind: 'IfExp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    test: shift.node(node.test),
    body: shift.node(node.body),
    orelse: shift.node(node.orelse),
  }),
  DictItem: (node, shift) => ({
    kind: 'DictItem',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    key: shift.optional(node.key),
    value: shift.node(node.value),
  }),
  Dict: (node, shift) => ({
    kind: 'Dict',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    items: shift.all(node.items),
  }),
  Set: (node, shift) => ({
    kind: 'Set',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    elements: shift.all(node.elements),
  }),
  Comprehension: (node, shift) => ({
    kind: 'Comprehension',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    target: shift.node(node.target),
    iterable: shift.node(node.iterable),
    conditions: shift.all(node.conditions),
    isAsync: node.isAsync,
  }),
  ListComp: (node, shift) => ({
    kind: 'ListComp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    element: shift.node(node.element),
    generators: shift.all(node.generators),
  }),
  SetComp: (node, shift) => ({
    kind: 'SetComp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    element: shift.node(node.element),
    generators: shift.all(node.generators),
  }),
  DictComp: (node, shift) => ({
    kind: 'DictComp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    key: shift.node(node.key),
    value: shift.node(node.value),
    generators: shift.all(node.generators),
  }),
  GeneratorExp: (node, shift) => ({
    kind: 'GeneratorExp',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    element: shift.node(node.element),
    generators: shift.all(node.generators),
  }),
  Await: (node, shift) => ({
    kind: 'Await',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
  }),
  Yield: (node, shift) => ({
    kind: 'Yield',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.optional(node.value),
  }),
  YieldFrom: (node, shift) => ({
    kind: 'YieldFrom',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
  }),
  Compare: (node, shift) => ({
    kind: 'Compare',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    left: shift.node(node.left),
    operators: node.operators,
    comparators: shift.all(node.comparators),
  }),
  Call: (node, shift) => ({
    kind: 'Call',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    function: shift.node(node.function),
    args: shift.all(node.args),
    keywords: shift.all(node.keywords),
  }),
  Keyword: (node, shift) => ({
    kind: 'Keyword',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: shift.optional(node.name),
    value: shift.node(node.value),
  }),
  Number: (node, shift) => ({
    kind: 'Number',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    variety: node.variety,
    text: node.text,
  }),
  String: (node, shift) => ({
    kind: 'String',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    variety: node.variety,
    prefix: node.prefix,
    value: node.value,
  }),
  JoinedStr: (node, shift) => ({
    kind: 'JoinedStr',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    values: shift.all(node.values),
  }),
  FormattedValue: (node, shift) => ({
    kind: 'FormattedValue',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
    conversion: node.conversion,
    formatSpec: shift.optional(node.formatSpec),
    debugText: node.debugText,
  }),
  Constant: (node, shift) => ({
    kind: 'Constant',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: node.value,
  }),
  Attribute: (node, shift) => ({
    kind: 'Attribute',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
    attribute: shift.node(node.attribute),
  }),
  Subscript: (node, shift) => ({
    kind: 'Subscript',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
    index: shift.node(node.index),
  }),
  Starred: (node, shift) => ({
    kind: 'Starred',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
  }),
  Name: (node, shift) => ({
    kind: 'Name',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: node.name,
  }),
  List: (node, shift) => ({
    kind: 'List',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    elements: shift.all(node.elements),
  }),
  Tuple: (node, shift) => ({
    kind: 'Tuple',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    elements: shift.all(node.elements),
  }),
  Slice: (node, shift) => ({
    kind: 'Slice',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    lower: shift.optional(node.lower),
    upper: shift.optional(node.upper),
    step: shift.optional(node.step),
  }),
  Repr: (node, shift) => ({
    kind: 'Repr',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
  }),
  ErrorExpression: (node, shift) => ({
    kind: 'ErrorExpression',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    message: node.message,
    children: shift.all(node.children),
  }),
  MatchValue: (node, shift) => ({
    kind: 'MatchValue',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    value: shift.node(node.value),
  }),
  MatchSequence: (node, shift) => ({
    kind: 'MatchSequence',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    patterns: shift.all(node.patterns),
  }),
  MatchMapping: (node, shift) => ({
    kind: 'MatchMapping',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    keys: shift.all(node.keys),
    patterns: shift.all(node.patterns),
    rest: shift.optional(node.rest),
  }),
  MatchClass: (node, shift) => ({
    kind: 'MatchClass',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    class: shift.node(node.class),
    patterns: shift.all(node.patterns),
    keywordNames: shift.all(node.keywordNames),
    keywordPatterns: shift.all(node.keywordPatterns),
  }),
  MatchStar: (node, shift) => ({
    kind: 'MatchStar',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    name: shift.optional(node.name),
  }),
  MatchAs: (node, shift) => ({
    kind: 'MatchAs',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    pattern: shift.optional(node.pattern),
    name: shift.optional(node.name),
  }),
  MatchOr: (node, shift) => ({
    kind: 'MatchOr',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    patterns: shift.all(node.patterns),
  }),
  ErrorPattern: (node, shift) => ({
    kind: 'ErrorPattern',
    start: node.start + shift.delta,
    end: node.end + shift.delta,
    message: node.message,
  }),
};
